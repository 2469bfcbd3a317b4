//! Pure functions on Vietnamese and other text.

mod bytes;
mod escape;
mod fold;
mod phone_edges;
mod phone_groups;
mod phone_spoken;
mod phone_tokens;
mod phone_words;
mod phones;
#[cfg(test)]
mod probes;
mod slug;

pub use bytes::{Decoded, MARK, decode, is_forbidden};
pub use escape::{escape, escape_into};
pub use fold::{digit, fold, is_invisible, nearest};
pub use phones::{Cues, Found, find_phones};
pub use slug::{SlugFault, slug, suggest_slug};
