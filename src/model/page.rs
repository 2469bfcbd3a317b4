//! A finished page.

use bytes::Bytes;

use crate::base::SitePath;

/// Text that may stand in a page as it is. Only the writers of `render` make one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Takes markup that was built by escaping everything foreign. Called in `render` alone; `tests/tidy.rs` looks.
    pub fn from_writer(markup: String) -> Html {
        Html(markup)
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, taken out.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// One page of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it goes.
    pub path: SitePath,
    /// The whole document, shared: what was markup when it was made.
    pub html: Bytes,
}
