//! The only room that reads the site and writes the output.
//!
//! `read` takes the folders of a site into a [`Snapshot`](crate::model::Snapshot) and follows no link; a
//! [`Library`] does so again and again, and reads only what may have changed. `commit` brings an output folder to a finished [`Tree`](crate::model::Tree) so that whatever is killed, full or unplugged
//! meanwhile, each file in it is the old or the new version, whole, and no file is deleted that loa did not write.
//! `rewrite` does the same for one file of the site, when its editor has agreed, and keeps the old one.

mod cache;
mod commit;
mod drawing;
mod error;
mod fill;
mod folder;
mod hand;
mod hints;
mod identity;
mod last;
mod library;
mod lock;
mod manifest;
mod names;
mod open;
mod output;
mod picture;
mod place;
mod plan;
mod player;
mod read;
mod rewrite;
mod stage;
mod studio;
mod take;
mod whole;

pub use cache::{Held, locate};
pub use commit::{Manner, Written, commit, commit_and_remember, commit_in, create_new};
pub use error::{Error, OutputFault, Warning};
pub use hand::{Before, Step};
pub use last::{Last, Said, recall};
pub use library::{Halves, Library, News, Places};
pub use names::{CONFIG, FOLDERS, RECORDS, is_leftover};
pub use open::{Opened, open};
pub use output::published;
pub use read::{Origins, Reading, read, read_to_publish};
pub use rewrite::{Kept, rewrite, rewrite_in};
