//! What comes of a file: units, the file put together again, what is carried over.

use proptest::prelude::*;

use super::*;
use crate::base::text::Cues;
use crate::base::{Digest, SitePath};
use crate::kinds;
use crate::model::{Block, Value};
use crate::schema::Field;

pub fn fields() -> Vec<Field> {
    kinds::named("script").unwrap().original_fields()
}

pub fn file() -> SitePath {
    SitePath::new("content/a/vi.md").unwrap()
}

/// A file with this body.
pub fn of(body: &str) -> Skeleton {
    skeleton(&file(), &format!("---\ntitle: A\n---\n{body}"), &fields())
}

/// The units of a body: what each is, and its words.
fn units(body: &str) -> Vec<(&'static str, String)> {
    let units = of(body).units().iter().skip(1).map(|unit| (unit.kind.name(), unit.text.clone())).collect();
    units
}

/// The blocks of a file without places.
fn blocks(text: &str) -> String {
    let doc = crate::parse::document(&file(), text.as_bytes(), Digest::of(b""), &Cues::default());
    // The digest knows words and structure, not places.
    format!("{}", doc.summary.body_digest)
}

/// The file with every unit written anew, as if its words had been others.
fn rewritten(skeleton: &Skeleton) -> String {
    let mut all = skeleton.clone();
    for edit in &mut all.edits {
        edit.has_comment = true;
    }
    all.write(&[], &[])
}

#[test]
fn a_body_is_cut_into_units() {
    let body = "Một câu\ndài.\n\n## Đầu *đề* ##\n\nSet\next\n===\n\n> [!signs] Ngay\n> đây\n> - một\n>   hai\n> - [x] ba\n>\n> Hết.\n\n\
                1. a\n\n   b\n2. c\n\n| A | B \\| C |\n|---|---|\n| `x` |  |\n\nx[^1]\n\n[^1]: chú\n    thích\n\n\
                ```sms\nGọi\n\n  111\n```\n\n![hai *người*](a.jpg)\n![nghe](b.mp3)\n\ndài\\\nhơn  \nnữa\n";
    assert_eq!(
        units(body),
        [
            ("paragraph", "Một câu dài."),
            ("heading", "Đầu *đề*"),
            ("heading", "Set ext"),
            ("quote", "Ngay đây"),
            ("list-item", "một hai"),
            ("list-item", "ba"),
            ("quote", "Hết."),
            ("list-item", "a"),
            ("list-item", "b"),
            ("list-item", "c"),
            ("cell", "A"),
            ("cell", "B \\| C"),
            ("cell", "`x`"),
            ("paragraph", "x[^1]"),
            ("footnote", "chú thích"),
            ("code", "Gọi\n\n  111"),
            ("alt", "hai *người*"),
            ("alt", "nghe"),
            ("paragraph", "dài\\\nhơn\\\nnữa"),
        ]
        .map(|(kind, text)| (kind, text.to_owned()))
    );
    let skeleton = of(body);
    assert_eq!(skeleton.write(&[], &[]), format!("---\ntitle: \"A\"\n---\n{body}"));
    assert_eq!(blocks(&rewritten(&skeleton)), blocks(&skeleton.text));
}
