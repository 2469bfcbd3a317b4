//! `robots.txt`: everything may be found. It counts only at the root of a host, and does no harm elsewhere.

use std::sync::Arc;

use crate::model::{Indexed, Item};
use crate::site::Site;
use crate::theme::Theme;

use super::{File, Files, Output};

/// The output.
pub const OUTPUT: Output = Output { name: None, make };

fn make(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    let has_sitemap = site.config.outputs.iter().any(|name| name == "sitemap");
    if let Some(base) = site.config.base_url.as_ref().filter(|_| has_sitemap) {
        text.push_str(&format!("\nSitemap: {base}sitemap.xml\n"));
    }
    (vec![File::made("robots.txt", Item::text(text))], Vec::new())
}
