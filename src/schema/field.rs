//! Fields as data.

/// One key that a file may have.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key as written.
    pub key: &'static str,
    /// What people type instead, in Vietnamese; a hint names the right key.
    pub names: &'static [&'static str],
    /// What its value must be.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// Whether a translation may have it.
    pub translatable: bool,
    /// Whether its value must never reach the output.
    pub private: bool,
    /// What outputs and checks look for, instead of names of kinds.
    pub role: Option<Role>,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Words on one line.
    Line,
    /// Words, perhaps on several lines.
    Text,
    /// A day.
    Date,
    /// `true` or `false`.
    Bool,
    /// A whole number from 0.
    Count,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A folder name.
    Slug,
    /// The name of a file in the entry's own folder, or a path to one.
    File,
    /// A telephone number.
    Phone,
    /// A language tag.
    Lang,
    /// An address outside.
    Url,
    /// Twelve hexadecimal digits.
    Digest,
    /// A list.
    List(&'static Shape),
    /// Named values that belong together.
    Group(&'static [Field]),
    /// Values under names of the editor's own.
    Map(&'static Shape),
    /// A text, or a map from languages to texts.
    ByLanguage,
}

/// What a field or a kind is for. Outputs and checks look for roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The telephone number of a registry record.
    Phone,
    /// The first day of an event.
    StartsAt,
    /// A recording.
    Audio,
    /// Says that the entry is about a person, real or invented.
    Person,
    /// An official text, which keeps old names and numbers as they stand.
    Document,
    /// The day by which it must be read again.
    ReviewBy,
}

/// An optional field of the original, shown to readers.
pub const fn field(key: &'static str, names: &'static [&'static str], shape: Shape) -> Field {
    Field { key, names, shape, required: false, translatable: false, private: false, role: None }
}

impl Field {
    /// The same, required.
    pub const fn required(self) -> Field {
        Field { required: true, ..self }
    }

    /// The same, allowed in translations.
    pub const fn translatable(self) -> Field {
        Field { translatable: true, ..self }
    }

    /// The same, kept from every output.
    pub const fn private(self) -> Field {
        Field { private: true, ..self }
    }

    /// The same, with a role.
    pub const fn role(self, role: Role) -> Field {
        Field { role: Some(role), ..self }
    }
}

impl Shape {
    /// The end of the message id that says what is expected.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Line => "line",
            Shape::Text => "text",
            Shape::Date => "date",
            Shape::Bool => "bool",
            Shape::Count => "count",
            Shape::OneOf(_) => "one-of",
            Shape::Slug => "slug",
            Shape::File => "file",
            Shape::Phone => "phone",
            Shape::Lang => "lang",
            Shape::Url => "url",
            Shape::Digest => "digest",
            Shape::List(_) => "list",
            Shape::Group(_) => "group",
            Shape::Map(_) => "map",
            Shape::ByLanguage => "by-language",
        }
    }
}
