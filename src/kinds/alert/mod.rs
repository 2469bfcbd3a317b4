//! A warning about a trick that is going round. It grows old, so a day to read it again is required.

use super::Kind;

/// The kind `alert`.
pub const KIND: Kind = Kind {
    name: "alert",
    names: &["cảnh báo"],
    fields: &[],
    requires: &["review_by"],
    roles: &[],
    parts: &[],
    example: include_str!("example.vi.md"),
};
