//! Pure functions on Vietnamese and other text.

mod bytes;
mod customs;
mod deceit;
mod deceit_digits;
mod deceit_marks;
mod escape;
mod fold;
mod glance;
mod hygiene;
mod latin;
mod legacy;
mod legacy_lost;
mod legacy_tables;
mod legacy_utf8;
mod numbering;
mod passage;
mod phone_edges;
mod phone_groups;
mod phone_spoken;
mod phone_tokens;
mod phone_words;
mod phones;
#[cfg(test)]
mod probes;
mod punycode;
mod scripts;
mod search;
mod slug;
mod syllable;

pub use bytes::{Decoded, MARK, decode, from_windows_1258, is_forbidden, may_hold_forbidden};
pub use customs::Customs;
pub use deceit::is_mixed;
pub use escape::{escape, escape_into};
pub use fold::{digit, fold, is_invisible, nearest};
pub use glance::any_pair;
pub use hygiene::{few, hygiene, unseen};
pub use legacy::{Encoding, Run, find_legacy, repair};
pub use numbering::Numbering;
pub use passage::passage;
pub use phones::{Cues, Found, find_phones};
pub use punycode::{ascii_host, readable_host};
pub use scripts::{LetterCount, Letters, Share, first_word, is_script};
pub use search::{Key, Token, pair_number, tokens, words_number};
pub use slug::{SlugFault, slug, suggest_slug};
