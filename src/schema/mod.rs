//! YAML to typed values. A schema is data: a table of fields; reading is one function over all tables.

mod field;
mod read;
mod slips;
mod yaml;

pub use field::{Field, Role, Shape, field};
pub use read::read;
pub use yaml::mapping;
