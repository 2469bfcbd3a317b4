//! What the board shows and cannot know: where it is served, when things happened, how long they took.

use crate::base::SitePath;

use super::Publish;

/// What the program that serves the board knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Where the preview is: `http://127.0.0.1:4000/`.
    pub address: String,
    /// Where other devices find it, if they may.
    pub lan: Option<Lan>,
    /// Milliseconds that this step took, from the first byte read to the last page made.
    pub ms: u64,
    /// The last changes, newest first; the first is the one that made this step. Empty before anything was changed.
    pub history: Vec<Change>,
    /// What a publish would change; none if nobody has compared yet.
    pub publish: Option<Publish>,
}

/// The preview for devices in the same network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lan {
    /// The whole address, with the token that guards it: what a phone must open.
    pub address: String,
}

/// Something that the editor did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The time of day, as it is shown.
    pub at: String,
    /// The files that came, went or changed.
    pub sources: Vec<SitePath>,
    /// The pages that this changed.
    pub touched: usize,
    /// Milliseconds that it took.
    pub ms: u64,
}
