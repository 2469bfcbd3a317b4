//! Views and templates to pages; the writers of the block tree. Markup is made here and nowhere else.

mod functions;
pub mod html;
mod indexed;
mod page;
mod templates;
pub mod text;

pub use page::{Job, Made, Workshop};
pub use templates::Templates;
