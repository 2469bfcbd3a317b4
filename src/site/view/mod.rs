//! Views: exactly what one page's template may see. What is not here cannot leak through any theme.

mod entry;
mod lists;
mod page;
mod shown;

pub use entry::{CardView, EntryView, card, entry};
pub use lists::{Letter, ListView, SectionView, TopicView, letters, list, section, topic_links};
pub use page::{
    Alternate, Crumb, Edition, HotlineView, Month, NavItem, PageView, ShareView, SiteView, alternates, calendar,
    hotline, page, plain_editions, plain_share, site,
};
pub use shown::Shown;
