//! Findings in words, with the line that they are about: what a terminal, a page of the preview and the board all need.

mod place;
mod words;

pub use place::{Line, Position, Text, Texts};
pub use words::{Told, Words, visible};
