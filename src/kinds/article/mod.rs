//! News, an article, a feature or a report.

use super::Kind;
use crate::schema::{Shape, field};

/// The kind `article`.
pub const KIND: Kind = Kind {
    name: "article",
    names: &["bài", "bài viết", "tin"],
    fields: &[field("form", &["hình thức", "dạng bài"], Shape::OneOf(&["news", "article", "feature", "report"]))],
    requires: &[],
    roles: &[],
    parts: &[],
    example: include_str!("example.vi.md"),
};
