//! The kinds of entries: one folder a kind, each a table of fields. To add one: a folder and a word in [`ALL`].

mod alert;
mod article;
mod common;
mod document;
mod event;
mod guide;
mod hotline;
mod page;
mod script;
mod story;

use crate::schema::{Field, Role, Shape};

pub use common::AUDIENCES;

/// A kind of entry.
#[derive(Debug)]
pub struct Kind {
    /// Its name in front matter, in templates and on the command line.
    pub name: &'static str,
    /// What people call it in Vietnamese, for hints.
    pub names: &'static [&'static str],
    /// The keys that it has beyond the common ones.
    pub fields: &'static [Field],
    /// Common keys that this kind cannot do without.
    pub requires: &'static [&'static str],
    /// What outputs and checks look for.
    pub roles: &'static [Role],
    /// Second-level headings that the original must have, in Vietnamese.
    pub parts: &'static [&'static str],
    /// A commented example in Vietnamese, with which `loa new` starts a file.
    pub example: &'static str,
}

/// All kinds, in the order in which `loa new` offers them.
pub const ALL: &[&Kind] = &[
    &article::KIND,
    &alert::KIND,
    &guide::KIND,
    &story::KIND,
    &event::KIND,
    &document::KIND,
    &hotline::KIND,
    &script::KIND,
    &page::KIND,
];

/// The kind of this name.
pub fn named(name: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.name == name)
}

/// The kind that is meant where nothing says otherwise.
pub const DEFAULT: &Kind = &page::KIND;

impl Kind {
    /// Whether it is for this.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Every key that an original of this kind may have.
    pub fn original_fields(&self) -> Vec<Field> {
        let required =
            |field: &Field| Field { required: field.required || self.requires.contains(&field.key), ..*field };
        common::FIELDS.iter().chain(self.fields).map(required).collect()
    }

    /// Every key that a translation may have: words, sound and credits; the rest is inherited.
    pub fn translation_fields(&self) -> Vec<Field> {
        let words = self.original_fields().into_iter().filter(|field| field.translatable).map(|field| Field {
            required: false,
            shape: if field.key == "image" { Shape::Group(common::IMAGE_WORDS) } else { field.shape },
            ..field
        });
        common::TRANSLATION.iter().copied().chain(words).collect()
    }

    /// The field of this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        common::FIELDS.iter().chain(self.fields).chain(common::TRANSLATION).find(|field| field.key == key)
    }

    /// The keys of this role, among the common ones and its own.
    pub fn keys_with(&self, role: Role) -> impl Iterator<Item = &'static str> {
        common::FIELDS.iter().chain(self.fields).filter(move |field| field.role == Some(role)).map(|field| field.key)
    }
}

/// The names of all kinds, for `kind:` and `entries:`.
pub const NAMES: &[&str] = &["page", "article", "alert", "story", "guide", "hotline", "document", "event", "script"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_name_once() {
        let mut names: Vec<&str> = ALL.iter().map(|kind| kind.name).collect();
        let mut listed = NAMES.to_vec();
        names.sort_unstable();
        listed.sort_unstable();
        assert_eq!(names, listed);
    }

    #[test]
    fn no_key_stands_twice_in_a_kind() {
        for kind in ALL {
            let mut keys: Vec<&str> = kind.original_fields().iter().map(|field| field.key).collect();
            keys.sort_unstable();
            let count = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), count, "{}", kind.name);
        }
    }
}
