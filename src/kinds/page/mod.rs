//! An ordinary page.

use super::Kind;

/// The kind `page`.
pub const KIND: Kind = Kind {
    name: "page",
    names: &["trang"],
    fields: &[],
    requires: &[],
    roles: &[],
    parts: &[],
    example: include_str!("example.vi.md"),
};
