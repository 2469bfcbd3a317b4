//! The words of the front matter: read from the YAML as it was typed, written as YAML that cannot be misread.

use crate::base::text::is_invisible;
use crate::model::{Mapping, Node, Value};
use crate::schema::{Field, Role, Shape};

use super::skeleton::{Unit, UnitKind};

/// The keys of translations that are no words (`kinds::common`).
const CREDITS: [&str; 4] = ["translated_from", "status", "reviewed_by", "machine"];

/// The words of a front matter, in the order of the fields.
pub(super) fn units(mapping: &Mapping, fields: &[Field]) -> Vec<Unit> {
    let mut units = Vec::new();
    for field in fields.iter().filter(|field| is_words(field)) {
        let Some(node) = mapping.get(field.key) else { continue };
        match (field.shape, &node.value) {
            (Shape::List(_), Value::List(items)) => {
                for (place, item) in items.iter().enumerate() {
                    units.extend(unit(format!("{}.{}", field.key, place + 1), item));
                }
            }
            (Shape::List(_), _) => units.extend(unit(format!("{}.1", field.key), node)),
            (Shape::Group(inner), Value::Map(mapping)) => {
                for inner in inner.iter().filter(|inner| is_text(inner.shape)) {
                    let node = mapping.get(inner.key);
                    units.extend(node.and_then(|node| unit(format!("{}.{}", field.key, inner.key), node)));
                }
            }
            _ => units.extend(unit(field.key.to_owned(), node)),
        }
    }
    units
}

/// Whether the values of a field are words that are translated. A recording is a translation's own, with its reader.
fn is_words(field: &Field) -> bool {
    let is_words = match field.shape {
        Shape::List(item) => is_text(*item),
        Shape::Group(inner) => inner.iter().any(|inner| is_text(inner.shape)),
        shape => is_text(shape),
    };
    is_words && field.translatable && field.role != Some(Role::Audio)
}

fn is_text(shape: Shape) -> bool {
    matches!(shape, Shape::Line | Shape::Text)
}

fn unit(key: String, node: &Node) -> Option<Unit> {
    let text = node.value.as_text()?.trim();
    let kind = match key.as_str() {
        "title" => UnitKind::Title,
        key if key.ends_with(".alt") => UnitKind::Alt,
        _ => UnitKind::Field,
    };
    (!text.is_empty()).then(|| Unit { key, kind, text: text.to_owned(), range: node.span.clone() })
}

/// The values of a front matter that a translation has for itself and that are no words.
pub(super) fn head(mapping: &Mapping, fields: &[Field]) -> Vec<(String, Value)> {
    let is_own = |key: &str| fields.iter().any(|field| field.key == key && field.translatable && !is_words(field));
    let own = mapping
        .entries
        .iter()
        .filter(|(key, _, node)| (CREDITS.contains(&key.as_str()) || is_own(key)) && node.value != Value::Null);
    own.map(|(key, _, node)| (key.clone(), node.value.clone())).collect()
}

/// The lines of a front matter.
pub(super) fn write<'a>(
    units: &'a [Unit],
    text_of: &impl Fn(usize) -> Option<&'a str>,
    head: &[(String, Value)],
) -> String {
    let mut out = String::new();
    let mut open = "";
    for (place, unit) in units.iter().enumerate().take_while(|(_, unit)| !unit.is_in_body()) {
        let text = text_of(place).unwrap_or(&unit.text);
        // Words of its own that a translation does not have are those of the original, in their own language.
        if text.is_empty() {
            continue;
        }
        match unit.key.split_once('.') {
            None => out.push_str(&format!("{}: {}\n", unit.key, quoted(text))),
            Some((group, name)) => {
                if group != open {
                    out.push_str(&format!("{group}:\n"));
                    open = group;
                }
                let is_item = name.bytes().all(|byte| byte.is_ascii_digit());
                let mark = if is_item { "-".to_owned() } else { format!("{name}:") };
                out.push_str(&format!("  {mark} {}\n", quoted(text)));
            }
        }
    }
    for (key, value) in head {
        out.push_str(&format!("{key}:"));
        put(value, 1, &mut out);
    }
    out
}

/// A value after its key, with the line end.
fn put(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Null => out.push('\n'),
        Value::Bool(yes) => out.push_str(&format!(" {yes}\n")),
        Value::Number(number) => out.push_str(&format!(" {number}\n")),
        Value::Text(text) if is_plain(text) => out.push_str(&format!(" {text}\n")),
        Value::Text(text) => out.push_str(&format!(" {}\n", quoted(text))),
        Value::List(items) if items.is_empty() => out.push_str(" []\n"),
        Value::List(items) => {
            out.push('\n');
            for item in items {
                out.push_str(&format!("{indent}-"));
                put(&item.value, depth + 1, out);
            }
        }
        Value::Map(mapping) if mapping.entries.is_empty() => out.push_str(" {}\n"),
        Value::Map(mapping) => {
            out.push('\n');
            for (key, _, node) in &mapping.entries {
                out.push_str(&format!("{indent}{}:", if is_plain(key) { key.clone() } else { quoted(key) }));
                put(&node.value, depth + 1, out);
            }
        }
    }
}

/// Whether YAML reads a text as the same text without quotes: the words of the schema, digests with a letter.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 5] = ["true", "false", "null", "yes", "no"];
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'))
        && !WORDS.contains(&text)
        && !matches!(text, "on" | "off" | "y" | "n")
}

/// A text between double quotes: what cannot be seen or ends a line is written as its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Zero width joiners are letters' parts in Khmer and Indic scripts, and are read as they stand.
            '\u{200B}'..='\u{200D}' => out.push(c),
            c if c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::SitePath;
    use crate::schema;

    fn back(yaml: &str) -> Mapping {
        let (mapping, slips) = schema::mapping(&SitePath::settings(), yaml, 0..yaml.len());
        assert!(slips.is_empty(), "{yaml}: {slips:?}");
        mapping
    }

    fn value(value: &Value) -> Value {
        match value {
            Value::List(items) => {
                Value::List(items.iter().map(|item| Node { value: self::value(&item.value), span: 0..0 }).collect())
            }
            Value::Map(mapping) => Value::Map(Mapping {
                entries: mapping
                    .entries
                    .iter()
                    .map(|(key, _, node)| (key.clone(), 0..0, Node { value: self::value(&node.value), span: 0..0 }))
                    .collect(),
                span: 0..0,
                is_sound: true,
            }),
            value => value.clone(),
        }
    }

    #[test]
    fn values_of_any_shape_read_back() {
        let yaml = "audio: {file: km.mp3, narrator: 'Chị \"A\": b', minutes: 3}\nstatus: draft\nmachine: true\n\
                    languages_spoken: [vi, km, \"no\"]\ntranslated_from: \"123456789012\"\nx: []\ny: {}\n";
        let mapping = back(yaml);
        let head: Vec<(String, Value)> =
            mapping.entries.iter().map(|(key, _, node)| (key.clone(), value(&node.value))).collect();
        let again = back(&write(&[], &|_| None, &head));
        let found: Vec<(String, Value)> =
            again.entries.iter().map(|(key, _, node)| (key.clone(), value(&node.value))).collect();
        assert_eq!(found, head);
    }

    proptest! {
        #[test]
        fn any_words_read_back(text in "\\PC{0,20}|[\"'\\\\: #\n\t-]{0,12}|[\u{0}-\u{a0}\u{2028}\u{feff}\u{ad}]{0,8}") {
            // The reader of YAML takes no NUL, which no file has either.
            let text = text.replace('\0', "");
            let mapping = back(&format!("a: {}\n", quoted(&text)));
            prop_assert_eq!(mapping.get("a").and_then(|node| node.value.as_text()), Some(text.as_str()));
        }
    }
}
