//! The theme's files under `assets/`, and the files of `static/` as they are.

use std::sync::Arc;

use crate::model::{Indexed, Item};
use crate::site::Site;
use crate::theme::{Asset, Theme};

use super::{File, Files, Output};

/// The files that pages load.
pub const THEME: Output = Output { name: None, make: theme };

/// Logo, favicon, forms to download. A file of the same name as one of the theme takes its place.
pub const STATIC: Output = Output { name: None, make: statics };

fn theme(site: &Site, theme: &Theme, _: &[Arc<Indexed>]) -> Files {
    let own = |name: &str| site.statics.contains_key(&format!("assets/{name}"));
    let assets = theme.assets.iter().filter(|(name, _)| !own(name)).map(|(name, asset)| {
        let (item, origin) = match asset {
            Asset::Bytes(bytes, origin) => (Item::Bytes(bytes.clone().into()), origin.clone()),
            Asset::File(source, digest) => {
                (Item::Copy { source: source.clone(), digest: *digest }, Some(source.clone()))
            }
        };
        File { path: format!("assets/{name}"), item, origin }
    });
    (assets.collect(), Vec::new())
}

fn statics(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let files = site.statics.iter().map(|(name, (source, media))| {
        let item = Item::Copy { source: source.clone(), digest: media.digest };
        File { path: name.clone(), item, origin: Some(source.clone()) }
    });
    (files.collect(), Vec::new())
}
