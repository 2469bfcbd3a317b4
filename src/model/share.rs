//! The picture that stands for a page where its link is shared.

use std::hash::{Hash, Hasher};

use bytes::Bytes;

use crate::base::Digest;

use super::resolved::Said;

/// Everything that is drawn on it. Never a photo: it goes to people who did not ask for one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShareCard {
    /// What the page is called; nothing if no font of the theme has its letters.
    pub title: Option<Said>,
    /// Whose page it is.
    pub owner: Option<Said>,
    /// The number to call, and what to know of it, a line each.
    pub call: Option<(String, Vec<Said>)>,
    /// The fonts that draw the words: the first draws what it can, the next what is left.
    pub fonts: Vec<CardFont>,
}

/// A font as the theme ships it. Two of one digest are the same.
#[derive(Clone, Debug)]
pub struct CardFont {
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its bytes: WOFF2.
    pub bytes: Bytes,
}

impl PartialEq for CardFont {
    fn eq(&self, other: &CardFont) -> bool {
        self.digest == other.digest
    }
}

impl Eq for CardFont {}

impl Hash for CardFont {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.digest.as_bytes());
    }
}
