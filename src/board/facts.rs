//! What the board shows and cannot know: where it is served, when things happened, how long they took.

use std::sync::{Arc, LazyLock};

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
    /// What a publish would change; none if nobody can compare.
    pub publish: Option<Comparison>,
}

/// What a publish would change, found when somebody looks: it takes a build without drafts.
#[derive(Clone)]
pub struct Comparison(Arc<LazyLock<Publish, Box<dyn FnOnce() -> Publish + Send>>>);

impl Comparison {
    /// Compares at the first look.
    pub fn new(compare: impl FnOnce() -> Publish + Send + 'static) -> Comparison {
        Comparison(Arc::new(LazyLock::new(Box::new(compare))))
    }

    /// What came of it.
    pub fn publish(&self) -> &Publish {
        &self.0
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
