//! A story about a person: with agreement and de-identified, or invented, or put together from several.

use super::{Kind, common};
use crate::schema::{Role, Shape, field};

/// The kind `story`.
pub const KIND: Kind = Kind {
    name: "story",
    names: &["câu chuyện", "chuyện"],
    fields: &[
        common::CONSENT_FIELD,
        common::DEIDENTIFIED_FIELD,
        common::FICTION_FIELD,
        common::COMPOSITE_FIELD,
        field("content_warning", &["báo trước", "lời báo trước"], Shape::Line).translatable(),
    ],
    requires: &[],
    roles: &[Role::Person],
    parts: &[],
    example: include_str!("example.vi.md"),
};
