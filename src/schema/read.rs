//! Reading a mapping against a table of fields. All faults are reported, each where it stands.

use std::collections::BTreeMap;

use crate::base::{Date, DateFault, Diagnostic, Lang, Phone, Place, SitePath, Span, Url, text};
use crate::model::{Fact, Facts, Located, Mapping, Node, Value};

use super::field::{Field, Shape};

/// Reads `mapping` against `fields`. What fits is in the facts; what does not is a diagnostic.
pub fn read(fields: &[Field], mapping: &Mapping, file: &SitePath) -> (Facts, Vec<Diagnostic>) {
    let mut reader = Reader { file, diagnostics: Vec::new() };
    let facts = reader.group(fields, mapping);
    (facts, reader.diagnostics)
}

struct Reader<'a> {
    file: &'a SitePath,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn place(&self, span: &Span) -> Place {
        Place::at(self.file, span.clone())
    }

    fn group(&mut self, fields: &[Field], mapping: &Mapping) -> Facts {
        let mut facts = BTreeMap::new();
        let mut seen: BTreeMap<&str, &Span> = BTreeMap::new();
        for (key, span, node) in &mapping.entries {
            if seen.insert(key, span).is_some() {
                self.diagnostics.push(Diagnostic::error("duplicate-key", self.place(span)).arg("key", key));
                continue;
            }
            let Some(field) = fields.iter().find(|field| field.key == key) else {
                self.unknown_key(fields, key, span);
                continue;
            };
            if node.value == Value::Null {
                // A key with nothing after it is how a template is left unfilled.
                if field.required {
                    self.diagnostics.push(Diagnostic::error("missing-value", self.place(span)).arg("key", key));
                }
                continue;
            }
            if let Some(fact) = self.value(field.key, field.shape, node) {
                facts.insert(field.key, Located { fact, span: node.span.clone() });
            }
        }
        for field in fields.iter().filter(|field| field.required && !seen.contains_key(field.key)) {
            let start = mapping.span.start;
            let finding = Diagnostic::error("missing-key", self.place(&(start..start))).arg("key", field.key);
            self.diagnostics.push(finding.paste(format!("{}: …", field.key)));
        }
        Facts(facts)
    }

    fn unknown_key(&mut self, fields: &[Field], key: &str, span: &Span) {
        let mut finding = Diagnostic::error("unknown-key", self.place(span)).arg("key", key);
        let by_name = fields.iter().find(|f| f.names.iter().any(|name| text::nearest(key, [*name]).is_some()));
        let right = text::nearest(key, fields.iter().map(|f| f.key)).or(by_name.map(|f| f.key));
        match right {
            Some(right) => finding = finding.arg("right", right),
            None => {
                let known: Vec<&str> = fields.iter().map(|f| f.key).collect();
                finding = finding.arg("known", known.join(", "));
            }
        }
        self.diagnostics.push(finding);
    }

    fn wrong(&mut self, key: &str, shape: Shape, node: &Node) -> Option<Fact> {
        let finding =
            Diagnostic::error("wrong-type", self.place(&node.span)).arg("key", key).arg("expected", shape.name());
        self.diagnostics.push(finding);
        None
    }

    fn value(&mut self, key: &str, shape: Shape, node: &Node) -> Option<Fact> {
        match (shape, &node.value) {
            (Shape::List(item), Value::List(nodes)) => {
                let items = nodes.iter().filter_map(|node| self.located(key, *item, node)).collect();
                Some(Fact::List(items))
            }
            // One item may stand without brackets.
            (Shape::List(item), Value::Text(_) | Value::Number(_)) => {
                Some(Fact::List(self.located(key, *item, node).into_iter().collect()))
            }
            (Shape::Group(fields), Value::Map(mapping)) => Some(Fact::Group(self.group(fields, mapping))),
            (Shape::Map(shape), Value::Map(mapping)) => Some(self.map(*shape, mapping)),
            (Shape::ByLanguage, Value::Map(mapping)) => Some(self.map(Shape::Line, mapping)),
            (Shape::Bool, Value::Bool(yes)) => Some(Fact::Bool(*yes)),
            (shape, value) => match value.as_text() {
                Some(text) => self.scalar(key, shape, text, node),
                None => self.wrong(key, shape, node),
            },
        }
    }

    fn located(&mut self, key: &str, shape: Shape, node: &Node) -> Option<Located> {
        self.value(key, shape, node).map(|fact| Located { fact, span: node.span.clone() })
    }

    fn map(&mut self, shape: Shape, mapping: &Mapping) -> Fact {
        let mut entries: Vec<(String, Span, Located)> = Vec::new();
        for (key, span, node) in &mapping.entries {
            if entries.iter().any(|(other, _, _)| other == key) {
                self.diagnostics.push(Diagnostic::error("duplicate-key", self.place(span)).arg("key", key));
            } else if let Some(located) = self.located(key, shape, node) {
                entries.push((key.clone(), span.clone(), located));
            }
        }
        Fact::Map(entries)
    }

    fn scalar(&mut self, key: &str, shape: Shape, written: &str, node: &Node) -> Option<Fact> {
        if let Some(c) = written.chars().find(|c| text::is_forbidden(*c)) {
            // Quotes and a backslash bring in what no keyboard types.
            let finding = Diagnostic::error("control-character", self.place(&node.span));
            self.diagnostics.push(finding.arg("code", format!("U+{:04X}", u32::from(c))));
            return None;
        }
        let fact = match shape {
            Shape::Line | Shape::ByLanguage => {
                let line = written.trim();
                (!line.is_empty() && !line.contains('\n')).then(|| Fact::Text(line.to_owned()))
            }
            Shape::Text => (!written.trim().is_empty()).then(|| Fact::Text(written.trim().to_owned())),
            Shape::Count => written.parse().ok().map(Fact::Count),
            Shape::Slug => text::slug(written).then(|| Fact::Text(written.to_owned())),
            Shape::File => crate::base::SitePath::new(written).ok().map(|_| Fact::Text(written.to_owned())),
            Shape::Phone => Phone::parse(written).map(|_| Fact::Text(written.to_owned())),
            Shape::Lang => Lang::new(written).ok().map(Fact::Lang),
            Shape::Url => Url::new(written).ok().map(Fact::Url),
            Shape::Digest => {
                let sound = written.len() == 12 && written.bytes().all(|b| b.is_ascii_hexdigit());
                if !sound {
                    let finding = Diagnostic::error("translated-from-unknown", self.place(&node.span));
                    self.diagnostics.push(finding.arg("value", written));
                    return None;
                }
                Some(Fact::Text(written.to_ascii_lowercase()))
            }
            Shape::Date => return self.date(key, written, node),
            Shape::OneOf(words) => return self.one_of(key, words, written, node),
            Shape::Bool | Shape::List(_) | Shape::Group(_) | Shape::Map(_) => None,
        };
        fact.or_else(|| self.wrong(key, shape, node))
    }

    fn date(&mut self, key: &str, written: &str, node: &Node) -> Option<Fact> {
        match Date::parse(written) {
            Ok(date) => Some(Fact::Date(date)),
            Err(fault) => {
                let code = if fault == DateFault::Form { "bad-date" } else { "no-such-day" };
                self.diagnostics
                    .push(Diagnostic::error(code, self.place(&node.span)).arg("key", key).arg("value", written));
                None
            }
        }
    }

    fn one_of(&mut self, key: &str, words: &[&'static str], written: &str, node: &Node) -> Option<Fact> {
        if words.contains(&written) {
            return Some(Fact::Text(written.to_owned()));
        }
        let mut finding = Diagnostic::error("bad-value", self.place(&node.span))
            .arg("key", key)
            .arg("value", written)
            .arg("allowed", words.join(", "));
        if let Some(right) = text::nearest(written, words.iter().copied()) {
            finding = finding.arg("right", right);
        }
        self.diagnostics.push(finding);
        None
    }
}
