//! Languages and words: records, Fluent bundles, fallback chains. The program itself holds no list of languages.

mod diagnostics;
mod embedded;
mod functions;
mod lint;
mod record;
mod record_faults;
pub mod tags;
#[cfg(test)]
mod tests;
mod words;

pub use diagnostics::Diagnostics;
pub use embedded::{record_text, source_strings};
pub use lint::{lint, pieces};
pub use record::{by_name, known, languages};
pub use record_faults::{Instead, instead};
pub use words::{Args, Failures, Lexicon, Words, failed, own_file};
