//! What a build may remember of the one before. A key is the digest of the whole argument of a pure stage, so an
//! answer can be forgotten at any time and never be wrong.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Digest};
use crate::site::Parsed;

/// Answers of pure stages. One that keeps nothing is right for a command that builds once.
#[derive(Debug, Default)]
pub struct Memo {
    keeps: bool,
    parsed: BTreeMap<Digest, (Parsed, Vec<Diagnostic>)>,
}

/// What a build did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Content files that were parsed.
    pub parsed: usize,
    /// Content files whose parse was remembered.
    pub reused: usize,
    /// Pages that were rendered.
    pub rendered: usize,
    /// HTML files in the tree.
    pub pages: usize,
}

impl Memo {
    /// A memo that remembers, for a program that builds again and again.
    pub fn keeping() -> Memo {
        Memo { keeps: true, parsed: BTreeMap::new() }
    }

    /// What parsing gave for this argument.
    pub fn parsed(&self, key: &Digest) -> Option<&(Parsed, Vec<Diagnostic>)> {
        self.parsed.get(key)
    }

    /// Remembers exactly the answers of this build: what it did not ask for is gone from the site.
    pub fn remember(&mut self, answers: impl Iterator<Item = (Digest, (Parsed, Vec<Diagnostic>))>) {
        if self.keeps {
            self.parsed = answers.collect();
        }
    }
}
