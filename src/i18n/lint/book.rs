//! The messages of a language, and what each of them mentions.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use crate::i18n::words;

/// All words of a language: the embedded ones with the site's own over them.
#[derive(Default)]
pub struct Book<'a> {
    /// The messages by their id.
    pub messages: BTreeMap<&'a str, Known<'a>>,
    /// The terms by their id, without the hyphen.
    pub terms: BTreeMap<&'a str, Known<'a>>,
    /// The messages that take words from a message.
    users: BTreeMap<&'a str, Vec<&'a str>>,
    /// The terms that something takes words from.
    used_terms: BTreeSet<&'a str>,
}

/// What is known of a message or term.
#[derive(Default)]
pub struct Known<'a> {
    /// Whether it has words, and not only attributes.
    pub has_value: bool,
    /// The names of its attributes.
    pub attributes: BTreeSet<&'a str>,
    /// The variables in it.
    pub variables: BTreeSet<&'a str>,
    /// The messages that it takes words from.
    pub messages: BTreeSet<&'a str>,
    /// The terms that it takes words from.
    pub terms: BTreeSet<&'a str>,
}

/// Something that a pattern mentions; every text in it is a piece of the file.
pub enum Mention<'a> {
    /// Words, or a literal in quotes.
    Words(&'a str),
    /// `$name`.
    Variable(&'a str),
    /// `NAME(…)`.
    Function(&'a str, CallArguments<&'a str>),
    /// `id` or `id.attribute`.
    Message(&'a str, Option<&'a str>),
    /// `-id` or `-id.attribute`.
    Term(&'a str, Option<&'a str>),
    /// The name of a variant.
    Variant(&'a str),
}

/// The messages and terms of a file, as far as they can be read.
pub fn entries(text: &str) -> Vec<Entry<&str>> {
    if words::too_deep(text).is_some() {
        return Vec::new();
    }
    match parser::parse_runtime(text) {
        Ok(resource) | Err((resource, _)) => resource.body,
    }
}

/// The words that a file says, as pieces of it.
pub fn pieces(text: &str) -> Vec<&str> {
    let entries = entries(text);
    let mentions = entries.iter().flat_map(patterns).flat_map(mentions);
    mentions
        .filter_map(|mention| match mention {
            Mention::Words(words) => Some(words),
            _ => None,
        })
        .collect()
}

impl<'a> Book<'a> {
    /// The words of these files, later ones over earlier ones.
    pub fn of(texts: &[&'a str]) -> Book<'a> {
        let mut book = Book::default();
        for entry in texts.iter().flat_map(|text| entries(text)) {
            let known = Known::of(&entry);
            match &entry {
                Entry::Message(message) => drop(book.messages.insert(message.id.name, known)),
                Entry::Term(term) => drop(book.terms.insert(term.id.name, known)),
                _ => {}
            }
        }
        for (id, known) in &book.messages {
            for used in &known.messages {
                book.users.entry(used).or_default().push(id);
            }
        }
        let all = book.messages.values().chain(book.terms.values());
        book.used_terms = all.flat_map(|known| known.terms.iter().copied()).collect();
        book
    }

    /// The variables of a message and of all that it takes words from.
    pub fn variables(&self, id: &str) -> BTreeSet<&'a str> {
        let mut variables = BTreeSet::new();
        let mut open = vec![id];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if let Some(known) = self.messages.get(id).filter(|_| seen.insert(id)) {
                variables.extend(&known.variables);
                open.extend(&known.messages);
            }
        }
        variables
    }

    /// The messages that take words from this one, one by way of another too, and itself.
    pub fn callers(&self, id: &'a str) -> BTreeSet<&'a str> {
        let mut callers = BTreeSet::from([id]);
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let users = self.users.get(id).map_or(&[][..], Vec::as_slice);
            open.extend(users.iter().filter(|user| callers.insert(user)));
        }
        callers
    }

    /// Whether anything takes words from this term.
    pub fn uses_term(&self, id: &str) -> bool {
        self.used_terms.contains(id)
    }
}

impl<'a> Known<'a> {
    fn of(entry: &Entry<&'a str>) -> Known<'a> {
        let mut known = Known::default();
        match entry {
            Entry::Message(message) => {
                known.has_value = message.value.is_some();
                known.attributes = message.attributes.iter().map(|attribute| attribute.id.name).collect();
            }
            Entry::Term(term) => {
                known.has_value = true;
                known.attributes = term.attributes.iter().map(|attribute| attribute.id.name).collect();
            }
            _ => {}
        }
        for mention in patterns(entry).flat_map(mentions) {
            match mention {
                Mention::Variable(name) => drop(known.variables.insert(name)),
                Mention::Message(id, _) => drop(known.messages.insert(id)),
                Mention::Term(id, _) => drop(known.terms.insert(id)),
                Mention::Words(_) | Mention::Function(..) | Mention::Variant(_) => {}
            }
        }
        known
    }
}

/// The value of an entry and those of its attributes.
pub fn patterns<'b, 'a>(entry: &'b Entry<&'a str>) -> impl Iterator<Item = &'b Pattern<&'a str>> {
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_ref(), message.attributes.as_slice()),
        Entry::Term(term) => (Some(&term.value), term.attributes.as_slice()),
        _ => (None, &[][..]),
    };
    value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value))
}

/// What a pattern mentions, in the order of the text.
pub fn mentions<'a>(pattern: &Pattern<&'a str>) -> Vec<Mention<'a>> {
    let mut found = Vec::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern<'a>(pattern: &Pattern<&'a str>, found: &mut Vec<Mention<'a>>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.push(Mention::Words(value)),
            PatternElement::Placeable { expression } => in_expression(expression, found),
        }
    }
}

fn in_expression<'a>(expression: &Expression<&'a str>, found: &mut Vec<Mention<'a>>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                if let VariantKey::Identifier { name } = &variant.key {
                    found.push(Mention::Variant(name));
                }
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline<'a>(inline: &InlineExpression<&'a str>, found: &mut Vec<Mention<'a>>) {
    match inline {
        InlineExpression::StringLiteral { value } => found.push(Mention::Words(value)),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => found.push(Mention::Variable(id.name)),
        InlineExpression::MessageReference { id, attribute } => {
            found.push(Mention::Message(id.name, attribute.as_ref().map(|attribute| attribute.name)));
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            found.push(Mention::Term(id.name, attribute.as_ref().map(|attribute| attribute.name)));
            arguments.iter().for_each(|arguments| in_arguments(arguments, found));
        }
        InlineExpression::FunctionReference { id, arguments } => {
            found.push(Mention::Function(id.name, arguments.clone()));
            in_arguments(arguments, found);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
    }
}

/// Values of named arguments are literals, such as the mark between thousands: nobody reads them as words.
fn in_arguments<'a>(arguments: &CallArguments<&'a str>, found: &mut Vec<Mention<'a>>) {
    arguments.positional.iter().for_each(|argument| in_inline(argument, found));
}
