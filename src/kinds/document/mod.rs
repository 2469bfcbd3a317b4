//! An official text: a law, a decree, a plan. It keeps old names and numbers as they stand in it.

use super::Kind;
use crate::schema::{Role, Shape, field};

/// The kind `document`.
pub const KIND: Kind = Kind {
    name: "document",
    names: &["văn bản", "tài liệu"],
    fields: &[
        field("issuer", &["cơ quan ban hành", "nơi ban hành"], Shape::Line).required().translatable(),
        field("number", &["số hiệu", "số"], Shape::Line),
        field("issued_on", &["ngày ban hành"], Shape::Date),
        field("in_force_on", &["ngày có hiệu lực", "hiệu lực từ"], Shape::Date),
        field("signer", &["người ký"], Shape::Line),
        field("standing", &["hiệu lực", "tình trạng hiệu lực"], Shape::OneOf(&["in-force", "ended", "replaced"])),
        field("replaces", &["thay thế"], Shape::List(&Shape::Slug)),
        field("replaced_by", &["được thay bằng", "thay bằng"], Shape::Slug),
        field("file", &["tệp", "tệp đính kèm"], Shape::File),
    ],
    requires: &[],
    roles: &[Role::Document],
    parts: &[],
    example: include_str!("example.vi.md"),
};
