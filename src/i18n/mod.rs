//! Languages and words: records, Fluent bundles, fallback chains. The program itself holds no list of languages.

mod diagnostics;
mod embedded;
mod functions;
mod record;
mod words;

pub use diagnostics::Diagnostics;
pub use record::languages;
pub use words::{Args, Words};
