//! Finds in the templates of a theme what words they ask for, so that a message can be judged by what its callers give.

use crate::base::{Place, Span};
use crate::model::{CalledId, MessageCall};

/// The functions that answer with a message (`render/functions.rs`).
const FUNCTIONS: [&str; 2] = ["t", "text"];

/// The calls of one template; `place` makes the place of a range of its bytes.
pub fn calls(template: &str, place: impl Fn(Span) -> Place) -> Vec<MessageCall> {
    let mut found = Vec::new();
    for (start, end) in tags(template) {
        let Some(code) = template.get(start..end) else { continue };
        let tokens = tokens(code);
        for (n, token) in tokens.iter().enumerate() {
            let is_called = tokens.get(n + 1).is_some_and(|next| next.text == "(");
            // `a.t(…)` and `a | t(…)` would be something else.
            let is_own =
                n.checked_sub(1).and_then(|n| tokens.get(n)).is_none_or(|last| last.text != "." && last.text != "|");
            if FUNCTIONS.contains(&token.text) && is_called && is_own {
                let arguments = tokens.get(n + 2..).unwrap_or_default();
                found.extend(call(arguments, |at: Span| place(start + at.start..start + at.end)));
            }
        }
    }
    found
}

/// Where the tags of a template stand, comments left out.
fn tags(template: &str) -> Vec<(usize, usize)> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = template.get(at..).and_then(|rest| rest.find('{')).map(|start| at + start) {
        let rest = template.get(start..).unwrap_or_default();
        let closing = [("{#", "#}"), ("{{", "}}"), ("{%", "%}")].into_iter().find(|(open, _)| rest.starts_with(open));
        let Some((open, close)) = closing else {
            at = start + 1;
            continue;
        };
        let end = closed(rest, close, open == "{#").map_or(template.len(), |end| start + end);
        if open != "{#" {
            tags.push((start + open.len(), end));
        }
        at = end.max(start + open.len());
    }
    tags
}

/// Where a tag ends; what stands in quotes ends none.
fn closed(tag: &str, close: &str, is_comment: bool) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices().skip(2) {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if !is_comment && matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if tag.get(at..).is_some_and(|rest| rest.starts_with(close)) => return Some(at),
            None => {}
        }
    }
    None
}

/// A word, a text in quotes or a sign.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    /// Whether it stands in quotes; these do not belong to the text.
    is_quoted: bool,
    at: usize,
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut letters = code.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let mut end = at + c.len_utf8();
        if c.is_whitespace() {
            continue;
        }
        let is_quoted = matches!(c, '"' | '\'' | '`');
        let start = if is_quoted { end } else { at };
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        while let Some((next, letter)) = letters.peek().copied() {
            if (is_quoted && letter == c) || !(is_quoted || (is_word(c) && is_word(letter))) {
                break;
            }
            end = next + letter.len_utf8();
            letters.next();
        }
        if is_quoted {
            // The closing quote.
            letters.next();
        }
        tokens.push(Token { text: code.get(start..end).unwrap_or_default(), is_quoted, at: start });
    }
    tokens
}

/// A call, read from the token after its bracket; none if its id is not even partly known.
fn call(tokens: &[Token<'_>], place: impl Fn(Span) -> Place) -> Option<MessageCall> {
    let mut depth = 0;
    let mut variables = Vec::new();
    let mut id: Vec<Token<'_>> = Vec::new();
    let mut is_id = false;
    for (n, token) in tokens.iter().enumerate() {
        let sign = if token.is_quoted { "" } else { token.text };
        match sign {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" if depth == 0 => break,
            ")" | "]" | "}" => depth -= 1,
            "," if depth == 0 => is_id = false,
            name if depth == 0 && !name.is_empty() && is_argument(tokens, n) => {
                is_id = name == "id";
                if !is_id {
                    variables.push(name.to_owned());
                }
                continue;
            }
            _ => {}
        }
        if is_id && sign != "=" {
            id.push(*token);
        }
    }
    let head = id.first().filter(|token| token.is_quoted)?;
    let is_whole = id.len() == 1;
    let tail = id.last().filter(|token| token.is_quoted && !is_whole).map_or("", |token| token.text);
    let id = CalledId { head: head.text.to_owned(), tail: (!is_whole).then(|| tail.to_owned()) };
    Some(MessageCall { id, variables, place: place(head.at..head.at + head.text.len()) })
}

/// Whether a word is the name of an argument: `n=…`, but not `a == b`.
fn is_argument(tokens: &[Token<'_>], n: usize) -> bool {
    let sign = |n: usize| tokens.get(n).filter(|token| !token.is_quoted).map(|token| token.text);
    let before = n.checked_sub(1).and_then(sign);
    sign(n + 1) == Some("=")
        && sign(n + 2) != Some("=")
        && matches!(before, None | Some(","))
        && (n == 0 || before.is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::SitePath;

    fn found(template: &str) -> Vec<(String, Vec<String>, String)> {
        let path = SitePath::new("themes/x/templates/page.html").unwrap();
        let calls = calls(template, |span| Place::at(&path, span));
        let at = |call: &MessageCall| template.get(call.place.span.clone().unwrap()).unwrap().to_owned();
        calls.iter().map(|call| (call.id.shown(), call.variables.clone(), at(call))).collect()
    }

    fn one(id: &str, variables: &[&str], at: &str) -> Vec<(String, Vec<String>, String)> {
        vec![(id.to_owned(), variables.iter().map(|name| (*name).to_owned()).collect(), at.to_owned())]
    }

    #[test]
    fn calls_are_found_with_what_they_give() {
        assert_eq!(found("<p>{{ t(id=\"home\") }}</p>"), one("home", &[], "home"));
        assert_eq!(found("{{ text(id='year', year=x.y[0]) }}"), one("year", &["year"], "year"));
        assert_eq!(found("{% set a = t(n=f(id=2, m=3), id=\"a-b\") -%}"), one("a-b", &["n"], "a-b"));
        assert_eq!(found("{{ t(id=\"kind-\" ~ entry.kind) }}"), one("kind-…", &[], "kind-"));
        assert_eq!(found("{{ t(id=\"label-\" ~ x ~ \"-note\", a=b == c) }}"), one("label-…-note", &["a"], "label-"));
        assert_eq!(found("{{ t(id=\"a\") }}{{ \"}}\" }}{{ t( id = \"b\" ) }}").len(), 2);
    }

    #[test]
    fn what_is_no_call_is_left_alone() {
        for template in [
            "{# {{ t(id=\"a\") }} #}",
            "t(id=\"a\")",
            "{{ at(id=\"a\") }}",
            "{{ x.t(id=\"a\") }}",
            "{{ t(id=name) }}",
            "{{ \"t(id='a')\" }}",
            "{{ t }}",
            "{{ t(",
            "{{ t(id=",
            "{",
            "{{",
        ] {
            assert_eq!(found(template), Vec::new(), "{template}");
        }
    }

    proptest! {
        #[test]
        fn any_template_is_read(template in "[{}%#tid=()\"'~, .a]{0,60}") {
            found(&template);
        }
    }
}
