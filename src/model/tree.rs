//! The finished site: every file by its path.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;

use crate::base::{Digest, SitePath};

use super::share::ShareCard;

/// The finished site, without its manifest, which only the writer can make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Every file by its path in the output.
    pub files: BTreeMap<SitePath, Item>,
}

/// One file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// These bytes, shared: `watch` holds the same page in its memo, in the tree it serves and in every answer.
    Bytes(Bytes),
    /// The bytes of a source file.
    Copy {
        /// Its path in the snapshot.
        source: SitePath,
        /// The digest of its bytes, so that a file changed meanwhile is noticed.
        digest: Digest,
    },
    /// What is made of a source file; slow, so kept in the cache under the digest of the recipe.
    Derived {
        /// Its path in the snapshot.
        source: SitePath,
        /// The digest of its bytes.
        digest: Digest,
        /// What to make of it.
        recipe: Recipe,
    },
    /// A picture that is drawn; slow too, and kept under the digest of what is on it.
    Drawn(Arc<ShareCard>),
}

/// What to make of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipe {
    /// The picture upright and encoded anew, so that place, time, camera and thumbnail are gone.
    Picture {
        /// Its width in pixels.
        width: u32,
    },
    /// The drawing written anew with nothing but its lines.
    Drawing,
}

impl Recipe {
    /// The name of what it makes among all that is made of one source: `720.jpg`.
    pub fn file(self, ending: &str) -> String {
        match self {
            Recipe::Picture { width } => format!("{width}.{ending}"),
            Recipe::Drawing => format!("drawing.{ending}"),
        }
    }
}

impl Item {
    /// A text as a file.
    pub fn text(text: impl Into<String>) -> Item {
        Item::Bytes(Item::bytes(text))
    }

    /// A text as shared bytes.
    pub fn bytes(text: impl Into<String>) -> Bytes {
        text.into().into_bytes().into()
    }
}
