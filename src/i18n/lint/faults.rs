//! The rules that one message is judged by.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Entry, InlineExpression};

use crate::base::text::{LetterCount, Letters, nearest};
use crate::base::{Diagnostic, Lang, Place};
use crate::i18n::{functions, tags};
use crate::model::{Language, MessageCall};

use super::book::{Book, Known, Mention, mentions, patterns};
use super::{Judged, offset, span_of};

/// The names of CLDR for kinds of numbers; `other` is no such kind but all that is left.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// Letters of another script, names not counted, that make a message one of that script.
const FEW: u32 = 3;

/// What the messages of one language are judged by.
pub struct Judge<'a, 'b> {
    pub language: &'a Language,
    /// The words in Vietnamese that come with the program: what the program gives them is what they use.
    pub built_in: &'b Book<'a>,
    /// The words that these translate.
    pub original: &'b Book<'a>,
    /// All words of the language.
    pub book: &'b Book<'a>,
    pub calls: &'a [MessageCall],
}

impl<'a> Judge<'a, '_> {
    /// The faults of one message or term.
    pub fn entry(&self, judged: &Judged<'a>, entry: &Entry<&'a str>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let is_message = matches!(entry, Entry::Message(_));
        let given = self.given(judged.id).filter(|_| is_message);
        let mut letters = LetterCount::default();
        for mention in patterns(entry).flat_map(mentions) {
            match mention {
                Mention::Variable(name) => found.extend(variable(judged, name, given.as_ref())),
                Mention::Function(name, arguments) => found.extend(function(judged, name, &arguments)),
                Mention::Message(id, attribute) => {
                    found.extend(reference(judged, id, attribute, self.book.messages.get(id)));
                }
                Mention::Term(id, attribute) => {
                    // A term is asked for its attributes only by a choice.
                    found.extend(reference(judged, id, attribute, self.book.terms.get(id)));
                }
                Mention::Variant(name) => found.extend(self.plural(judged, name)),
                Mention::Words(words) => {
                    letters.add(words);
                    found.extend(self.characters(judged, words));
                }
            }
        }
        found.extend(self.script(judged, &letters.finish()));
        match (is_message, given) {
            (true, Some(_)) => found.extend(self.against_original(judged)),
            (true, None) => found.push(self.unknown(judged)),
            (false, _) if !self.book.uses_term(judged.id) => found.push(judged.warning("strings-unused", judged.id)),
            (false, _) => {}
        }
        found
    }

    /// The variables that a message is given: by the program, by templates, or by the messages that take words from it.
    /// Nothing at all if nobody asks for it.
    fn given(&self, id: &'a str) -> Option<BTreeSet<&'a str>> {
        let mut given = BTreeSet::new();
        let mut is_asked = false;
        for id in self.book.callers(id) {
            if self.built_in.messages.contains_key(id) || self.original.messages.contains_key(id) {
                is_asked = true;
                given.extend(self.built_in.variables(id));
            }
            for call in self.calls.iter().filter(|call| call.id.fits(id)) {
                is_asked = true;
                given.extend(call.variables.iter().map(String::as_str));
            }
        }
        // In its own language a message is asked for by those that use it, whether anybody asks for them or not.
        is_asked |= self.book.callers(id).len() > 1;
        is_asked.then_some(given)
    }

    /// A message that nobody asks for: in a translation the original was renamed, in the original it is only dead.
    fn unknown(&self, judged: &Judged<'_>) -> Diagnostic {
        let ids = self.original.messages.keys().copied();
        let code = if self.language.tag == Lang::vietnamese() { "strings-unused" } else { "strings-obsolete" };
        let finding = judged.warning(code, judged.id);
        match nearest(judged.id, ids) {
            Some(right) => finding.arg("right", right),
            None => finding,
        }
    }

    /// What the original has and this has not.
    fn against_original(&self, judged: &Judged<'_>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let Some((original, own)) = self.original.messages.get(judged.id).zip(self.book.messages.get(judged.id)) else {
            return found;
        };
        if original.has_value && !own.has_value {
            found.push(judged.error("strings-attribute", judged.id));
        }
        for name in original.attributes.difference(&own.attributes) {
            found.push(judged.error("strings-attribute", judged.id).arg("name", name));
        }
        let used = self.book.variables(judged.id);
        for name in self.original.variables(judged.id).difference(&used) {
            found.push(judged.warning("strings-dropped", judged.id).arg("name", name));
        }
        found
    }

    /// Words of which not one letter is of the language's script are still those of another language.
    fn script(&self, judged: &Judged<'_>, letters: &Letters) -> Option<Diagnostic> {
        let script = self.language.script.as_deref()?;
        let share = letters.share(script);
        let found = share.strongest.filter(|_| share.own == 0 && share.other >= FEW)?;
        let finding = judged.error("strings-wrong-script", judged.id).arg("lang", self.language.called());
        Some(finding.arg("script", script).arg("found", found))
    }

    /// A kind of numbers that the language does not have is never chosen; one of Vietnamese depends on the tables.
    fn plural(&self, judged: &Judged<'_>, name: &str) -> Option<Diagnostic> {
        let categories = tags::categories(&self.language.formats_as);
        if !CATEGORIES.contains(&name) || categories.contains(&name) {
            return None;
        }
        let finding = judged.error("strings-plural", name).arg("name", name);
        let known: Vec<String> =
            categories.iter().filter(|name| **name != "other").map(|name| format!("[{name}]")).collect();
        Some(if known.is_empty() { finding } else { finding.arg("known", known.join(", ")) })
    }

    /// Signs that must not stand in words: markup, which is shown as it is, and blanks at which no line breaks. What has
    /// no width at all is told of every text (`base::text::hygiene`).
    fn characters(&self, judged: &Judged<'_>, words: &str) -> Vec<Diagnostic> {
        let start = offset(judged.text, words);
        let place = |at: usize, c: char| match start {
            Some(start) => Place::at(judged.path, span_of(start + at, c)),
            None => judged.place(judged.id),
        };
        let found = words.char_indices().filter_map(|(at, c)| {
            let code = match c {
                '<' if !judged.id.ends_with("-html") => "strings-markup",
                '\u{A0}' => "strings-invisible",
                _ => return None,
            };
            let finding = Diagnostic::error(code, place(at, c)).arg("id", judged.id);
            Some(if code == "strings-invisible" {
                finding.arg("code", format!("U+{:04X}", u32::from(c)))
            } else {
                finding
            })
        });
        // One a message: a tag that ends has two.
        found.take(1).collect()
    }
}

fn variable(judged: &Judged<'_>, name: &str, given: Option<&BTreeSet<&str>>) -> Option<Diagnostic> {
    let given = given.filter(|given| !given.contains(name))?;
    let finding = judged.error("strings-variable", name).arg("name", name);
    let known: Vec<String> = given.iter().map(|name| format!("${name}")).collect();
    Some(match (nearest(name, given.iter().copied()), known.is_empty()) {
        (Some(right), _) => finding.arg("right", right),
        (None, false) => finding.arg("known", known.join(", ")),
        (None, true) => finding,
    })
}

/// A function must be one of ours, with one value and no argument that it does not know.
fn function(judged: &Judged<'_>, name: &str, arguments: &CallArguments<&str>) -> Option<Diagnostic> {
    let finding = judged.error("strings-function", name).arg("name", name);
    let Some(function) = functions::ALL.iter().find(|function| function.name == name) else {
        let known: Vec<&str> = functions::ALL.iter().map(|function| function.name).collect();
        return Some(finding.arg("known", known.join(", ")));
    };
    let fits = |value: &InlineExpression<&str>| match value {
        InlineExpression::NumberLiteral { .. } => function.wants_number,
        _ => !function.wants_number,
    };
    let wrong = arguments.named.iter().find(|given| given.name.name != function.named || !fits(&given.value));
    let right = || format!("{}($n, {})", function.name, function.example);
    match wrong {
        Some(wrong) => Some(judged.error("strings-function", wrong.name.name).arg("name", name).arg("right", right())),
        None if arguments.positional.len() != 1 => Some(finding.arg("right", right())),
        None => None,
    }
}

fn reference(judged: &Judged<'_>, id: &str, attribute: Option<&str>, known: Option<&Known<'_>>) -> Option<Diagnostic> {
    let (part, shown) = match (known, attribute) {
        (None, _) => (id, id.to_owned()),
        (Some(known), Some(name)) if !known.attributes.contains(name) => (name, format!("{id}.{name}")),
        (Some(known), None) if !known.has_value => (id, id.to_owned()),
        _ => return None,
    };
    Some(judged.error("strings-reference", part).arg("name", shown))
}
