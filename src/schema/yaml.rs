//! YAML text to located values. The only user of the YAML crate, so that leaving it is a change of one file.

use std::fmt;

use serde::de::{self, Deserialize, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Budget, DuplicateKeyPolicy, Options, Spanned};

use crate::base::{Diagnostic, Place, SitePath, Span, limits};
use crate::model::{Mapping, Node, Value};

use super::slips;

/// Reads the YAML in `source[range]`; places are those of the whole file.
/// A text that is no mapping, or no YAML, gives what could be read (nothing) and a diagnostic.
pub fn mapping(file: &SitePath, source: &str, range: Span) -> (Mapping, Vec<Diagnostic>) {
    let empty = Mapping { entries: Vec::new(), span: range.clone(), is_sound: false };
    let Some(text) = source.get(range.clone()) else { return (empty, Vec::new()) };
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return (Mapping { is_sound: true, ..empty }, Vec::new());
    }
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(text, options()) {
        Ok(Spanned { value: Raw::Map(entries), .. }) => {
            let entries = entries.into_iter().map(|(key, value)| entry(key, value, text, range.start)).collect();
            (Mapping { entries, span: range, is_sound: true }, Vec::new())
        }
        Ok(_) => (empty, slips::explain(file, source, range.clone(), range.start)),
        Err(error) => (empty, vec_of_error(file, source, range, &error)),
    }
}

fn options() -> Options {
    let mut budget = Budget::default();
    budget.max_nodes = limits::YAML_NODES;
    budget.max_events = limits::YAML_NODES * 4;
    budget.max_depth = limits::YAML_DEPTH;
    budget.flow_nesting_limit = limits::YAML_DEPTH;
    // Front matter has no use for aliases, and they are what YAML bombs are made of.
    budget.max_aliases = 0;
    budget.max_documents = 1;
    budget.max_merge_keys = 0;
    let mut options = Options::default();
    options.budget = Some(budget);
    // Doubled keys are reported with both places, by `read`.
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.strict_booleans = true;
    options.leading_zero_numbers_as_strings = true;
    options.underscored_numbers_as_strings = true;
    options.with_snippet = false;
    options
}

fn vec_of_error(file: &SitePath, source: &str, range: Span, error: &serde_saphyr::Error) -> Vec<Diagnostic> {
    let inner = error.without_snippet();
    let text = source.get(range.clone()).unwrap_or("");
    let at = range.start + inner.location().map_or(0, |place| byte_of(text, place.line(), place.column()));
    let found = slips::explain(file, source, range, at);
    // A sign that somebody forgot to quote looks like an alias, which is over the budget too.
    let is_slip = found.iter().any(|finding| finding.code != "yaml-syntax");
    if matches!(inner, serde_saphyr::Error::Budget { .. }) && !is_slip {
        return vec![Diagnostic::error("yaml-too-large", Place::at(file, at..at)).arg("limit", limits::YAML_NODES)];
    }
    found
}

/// The byte of a line and column, both from 1; errors of the crate tell no bytes, and columns in characters.
fn byte_of(text: &str, line: u64, column: u64) -> usize {
    let lines = text.split_inclusive('\n').take(usize::try_from(line.saturating_sub(1)).unwrap_or(0));
    let start: usize = lines.map(str::len).sum();
    let rest = text.get(start..).unwrap_or("").lines().next().unwrap_or("");
    let before = rest.chars().take(usize::try_from(column.saturating_sub(1)).unwrap_or(0));
    start + before.map(char::len_utf8).sum::<usize>()
}

/// A value as the YAML crate gives it.
enum Raw {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

fn entry(key: Spanned<Raw>, value: Spanned<Raw>, text: &str, offset: usize) -> (String, Span, Node) {
    let key = node(key, text, offset);
    let name = match &key.value {
        Value::Text(name) | Value::Number(name) => name.clone(),
        Value::Bool(yes) => yes.to_string(),
        Value::Null | Value::List(_) | Value::Map(_) => String::new(),
    };
    let mut value = node(value, text, offset);
    if value.value == Value::Null {
        // An empty value has no characters of its own: point at its key.
        value.span = key.span.clone();
    }
    (name, key.span, value)
}

fn node(raw: Spanned<Raw>, text: &str, offset: usize) -> Node {
    let span = raw.referenced.span();
    let start = span.byte_offset().map_or(0, |n| n as usize).min(text.len());
    let end = (start + span.byte_len().map_or(0, |n| n as usize)).min(text.len());
    let written = text.get(start..end).unwrap_or("").trim_end();
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Bool(yes) => Value::Bool(yes),
        Raw::Number => Value::Number(written.to_owned()),
        Raw::Text(text) => Value::Text(text),
        Raw::List(items) => Value::List(items.into_iter().map(|item| node(item, text, offset)).collect()),
        Raw::Map(entries) => Value::Map(Mapping {
            entries: entries.into_iter().map(|(key, value)| entry(key, value, text, offset)).collect(),
            span: offset + start..offset + end,
            is_sound: true,
        }),
    };
    Node { value, span: offset + start..offset + start + written.len() }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(yes))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}
