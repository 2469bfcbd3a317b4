//! Views and templates to pages; the writers of the block tree. Markup is made here and nowhere else.

mod body;
mod cards;
mod data;
mod fragment;
mod frame;
mod functions;
pub mod html;
mod indexed;
mod layout;
mod page;
mod reasons;
mod spoken;
mod templates;
pub mod text;

pub use body::{Body, BodyLayout, Linked};
pub use cards::{Card, CardAt, CardLayout, Cards, Wanted};
pub use frame::{Keyed, Origin};
pub use layout::{Job, Layout};
pub use page::{Made, Workshop};
pub use reasons::Reasons;
pub use templates::Templates;
