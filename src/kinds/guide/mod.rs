//! What the staff of a hotel, a bus or an agency should say, watch and report.

use super::Kind;
use crate::schema::{Shape, field};

/// The seven branches that the official plans name (REQUIREMENTS section 4).
const SECTORS: &[&str] =
    &["culture", "sport", "tourism", "foreign-marriage", "adoption", "job-placement", "work-abroad"];

/// The kind `guide`.
pub const KIND: Kind = Kind {
    name: "guide",
    names: &["hướng dẫn"],
    fields: &[field("sector", &["ngành", "lĩnh vực"], Shape::OneOf(SECTORS))],
    requires: &[],
    roles: &[],
    parts: &["Nói gì với mọi người", "Dấu hiệu cần để ý", "Báo cho ai"],
    example: include_str!("example.vi.md"),
};
