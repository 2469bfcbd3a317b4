//! The values that pass from stage to stage. No behaviour beyond constructors.

mod block;
mod call;
mod config;
mod fact;
mod indexed;
mod language;
mod media;
mod page;
mod resolved;
mod share;
mod snapshot;
mod summary;
mod tree;
mod value;
mod weights;

pub use block::{Block, Callout, Inline, ListItem, MediaKind, Target};
pub use call::{CalledId, MessageCall};
pub use config::{Accepted, Budgets, Config, ReviewRule};
pub use fact::{Fact, Facts, Located};
pub use indexed::{Indexed, Spot};
pub use language::{Direction, Language};
pub use media::{Content, Media, MediaFault, Picture};
pub use page::{Html, Page};
pub use resolved::{HotlineLink, Href, MediaShown, PhoneShown, Quoted, Resolved, Said, Spoken};
pub use share::{CardFont, ShareCard};
pub use snapshot::{Options, Refusal, Refused, Snapshot, Source};
pub use summary::{Doc, Heading, LinkSeen, MediaSeen, PhoneSeen, Summary};
pub use tree::{Item, Recipe, Tree};
pub use value::{Mapping, Node, Value};
pub use weights::{Weighed, Weights};
