//! Waiting for changes: events of the disk are hints, and what is there is found by looking.
//!
//! An event may come twice, late, without its path, or never: of a new folder the system often tells and not of what was
//! put into it at once, and a long queue is cut off. So an event only says where to look and when, [`Library`] says what
//! changed, and a look at everything now and then finds what no event told. Where the disk tells nothing at all, looking
//! is all that is done.
//!
//! [`Library`]: crate::disk::Library

mod follow;
mod listen;
mod pending;
mod share;
mod sift;

pub use follow::{Change, Follow, Happening};
pub use listen::Why;
