//! What the board shows and cannot know: where it is served, when things happened, how long they took.

use std::sync::Arc;

use crate::base::SitePath;

use super::Publish;

/// What the program that serves the board knows.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Where the preview is: `http://127.0.0.1:4000/`.
    pub address: String,
    /// Where other devices find it, if they may.
    pub lan: Option<Lan>,
    /// Milliseconds that this step took, from the first byte read to the last page made.
    pub ms: u64,
    /// The last changes, newest first; the first is the one that made this step. Empty before anything was changed.
    pub history: Vec<Change>,
    /// Why the site cannot be read at this moment, in words: what is shown is what was read before.
    pub fault: Option<String>,
    /// What a publish would change; none if nobody can compare.
    pub publish: Option<Comparison>,
}

/// What a publish would change, found each time when somebody looks: it takes a build without drafts, and a publish
/// meanwhile is no change of the site.
#[derive(Clone)]
pub struct Comparison(Arc<dyn Fn() -> Publish + Send + Sync>);

impl Comparison {
    /// Compares when it is asked to.
    pub fn new(compare: impl Fn() -> Publish + Send + Sync + 'static) -> Comparison {
        Comparison(Arc::new(compare))
    }

    /// What comes of it.
    pub fn publish(&self) -> Publish {
        (self.0)()
    }
}

impl std::fmt::Debug for Comparison {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Comparison").finish_non_exhaustive()
    }
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
