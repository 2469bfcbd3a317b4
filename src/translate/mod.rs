//! Translations as work. A unit is a piece of an original's *source*, a paragraph or a title, with its place: a
//! translation is the original's file with those pieces replaced. So the structure of a page survives by construction,
//! and only what stands inside a unit has to be checked when a translator's file comes back.

mod assembly;
mod body;
mod bundle;
mod carry;
mod change;
mod check;
mod fill;
mod front;
mod han;
mod marks;
mod notes;
mod po;
mod po_read;
mod skeleton;
mod sources;
mod words;
mod xliff;
mod xliff_read;

#[cfg(test)]
mod exchanges;
#[cfg(test)]
mod tests;

pub use bundle::{Bundle, Imported, Returned, read};
pub use carry::{Proposal, Standing, carry};
pub use change::{Change, changed, compare};
pub use check::check;
pub use po::to_po;
pub use po_read::from_po;
pub use skeleton::{Skeleton, Unit, UnitKind, read_record, record, skeleton};
pub use sources::{original, original_of, translation};
pub use words::{Piece, words};
pub use xliff::to_xliff;
pub use xliff_read::from_xliff;
