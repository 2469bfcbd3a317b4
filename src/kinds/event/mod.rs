//! A day or days with something to take part in.

use super::Kind;
use crate::schema::{Role, Shape, field};

/// The kind `event`.
pub const KIND: Kind = Kind {
    name: "event",
    names: &["sự kiện", "ngày lễ"],
    fields: &[
        field("starts_on", &["bắt đầu", "ngày bắt đầu"], Shape::Date).required().role(Role::StartsAt),
        field("ends_on", &["kết thúc", "ngày kết thúc"], Shape::Date),
        field("yearly", &["hằng năm", "hàng năm"], Shape::Bool),
    ],
    requires: &[],
    roles: &[Role::StartsAt],
    parts: &[],
    example: include_str!("example.vi.md"),
};
