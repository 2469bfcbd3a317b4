//! A record of the hotline registry. Every number on the site comes from one of these.

use super::Kind;
use crate::schema::{Role, Shape, field};

/// The kind `hotline`.
pub const KIND: Kind = Kind {
    name: "hotline",
    names: &["đường dây nóng", "tổng đài", "số điện thoại"],
    fields: &[
        field("number", &["số", "số điện thoại"], Shape::Phone).required().role(Role::Phone),
        field("dial", &["số để gọi", "quay số"], Shape::Phone).required(),
        field("hours", &["giờ", "giờ làm việc"], Shape::Line).translatable(),
        field("fee", &["cước", "phí"], Shape::Line).translatable(),
        field("languages_spoken", &["ngôn ngữ", "thứ tiếng"], Shape::List(&Shape::Lang)).translatable(),
        field("answers_by", &["đơn vị trả lời", "phụ trách"], Shape::Line).translatable(),
        field("verified_on", &["kiểm tra ngày", "ngày kiểm tra"], Shape::Date),
        field("verified_by", &["người kiểm tra"], Shape::Line),
        field("replaced_by", &["thay bằng", "nay là"], Shape::Slug),
        field("since", &["từ ngày"], Shape::Date),
        field("also_written", &["cách viết khác", "còn viết là"], Shape::List(&Shape::Phone)),
    ],
    requires: &[],
    roles: &[Role::Phone],
    parts: &[],
    example: include_str!("example.vi.md"),
};
