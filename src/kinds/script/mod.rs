//! A sketch, a song or a text for the loudspeaker.

use super::{Kind, common};
use crate::schema::{Shape, field};

/// The kind `script`.
pub const KIND: Kind = Kind {
    name: "script",
    names: &["kịch bản", "tiểu phẩm", "bài phát thanh"],
    fields: &[
        field("roles", &["vai", "nhân vật"], Shape::List(&Shape::Line)).required().translatable(),
        field("minutes", &["số phút", "thời lượng"], Shape::Count),
        common::FICTION_FIELD,
        common::COMPOSITE_FIELD,
    ],
    requires: &[],
    roles: &[],
    parts: &[],
    example: include_str!("example.vi.md"),
};
