//! What a template must not do, whoever wrote it: let an editor's words become markup.

use crate::base::{Diagnostic, Place, SitePath};

/// The faults of a template: the filter `safe`, and values in attributes without quotes.
pub fn faults(path: &SitePath, template: &str) -> Vec<Diagnostic> {
    let mut html = Html::default();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = template.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(comment) = rest.strip_prefix("{#") {
            at += 2 + comment.find("#}").map_or(comment.len(), |end| end + 2);
        } else if rest.starts_with("{{") || rest.starts_with("{%") {
            if rest.starts_with("{{") && html.is_unquoted_value() {
                found.push(Diagnostic::error("theme-unquoted", Place::at(path, at..at + 2)));
            }
            let tag = Tag::read(rest);
            for (start, length) in tag.safe {
                found.push(Diagnostic::error("theme-unsafe", Place::at(path, at + start..at + start + length)));
            }
            at += tag.length;
            html.last = 'x';
        } else {
            let Some(c) = rest.chars().next() else { break };
            html.step(c);
            at += c.len_utf8();
        }
    }
    found
}

/// Where in an HTML document the text between template tags has come to.
#[derive(Default)]
struct Html {
    in_tag: bool,
    quote: Option<char>,
    last: char,
}

impl Html {
    fn step(&mut self, c: char) {
        match (self.in_tag, self.quote) {
            (true, Some(quote)) if c == quote => self.quote = None,
            (true, Some(_)) => {}
            (true, None) if c == '"' || c == '\'' => self.quote = Some(c),
            (true, None) if c == '>' => self.in_tag = false,
            (false, _) if self.last == '<' && (c.is_ascii_alphabetic() || c == '/') => self.in_tag = true,
            _ => {}
        }
        self.last = c;
    }

    /// Whether a value put here would be an attribute's without quotes: then a blank in it begins another attribute.
    fn is_unquoted_value(&self) -> bool {
        self.in_tag && self.quote.is_none() && self.last == '='
    }
}

/// One `{{ … }}` or `{% … %}`.
struct Tag {
    /// Its length in bytes.
    length: usize,
    /// Where it names the filter `safe`, and how long that word is.
    safe: Vec<(usize, usize)>,
}

impl Tag {
    fn read(text: &str) -> Tag {
        let end = if text.starts_with("{{") { "}}" } else { "%}" };
        let mut safe = Vec::new();
        let mut quote = None;
        let mut word = String::new();
        // The word before the one that is read, or the sign between them.
        let mut before = String::new();
        for (at, c) in text.char_indices().skip(2) {
            let is_word = c.is_alphanumeric() || c == '_';
            if quote.is_none() && is_word {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                if word == "safe" && matches!(before.as_str(), "|" | "filter") {
                    safe.push((at - word.len(), word.len()));
                }
                before = std::mem::take(&mut word);
            }
            match quote {
                Some(open) if c == open => quote = None,
                Some(_) => {}
                None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
                None if text.get(at..).is_some_and(|rest| rest.starts_with(end)) => {
                    return Tag { length: at + end.len(), safe };
                }
                None => {}
            }
            if !c.is_whitespace() {
                before = c.to_string();
            }
        }
        Tag { length: text.len(), safe }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(template: &str) -> Vec<&'static str> {
        let path = SitePath::new("themes/x/templates/page.html").unwrap();
        faults(&path, template).iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn safe_is_found_in_whatever_dress() {
        for template in [
            "{{ a | safe }}",
            "{{a|safe}}",
            "{{ a\n|\n safe() }}",
            "{% set x = [\"}}\", a | safe] %}",
            "{% filter safe %}",
            "{{- '%}' | safe -}}",
        ] {
            assert_eq!(codes(template), ["theme-unsafe"], "{template}");
        }
    }

    #[test]
    fn words_that_are_no_filter_are_left_alone() {
        for template in
            ["{{ safe }}", "{{ a.safe }}", "{{ \"| safe\" }}", "{# {{ a | safe }} #}", "| safe", "{{ a | safer }}"]
        {
            assert_eq!(codes(template), Vec::<&str>::new(), "{template}");
        }
    }

    #[test]
    fn a_value_needs_quotes_around_it() {
        assert_eq!(codes("<p title={{ a }}>"), ["theme-unquoted"]);
        for template in
            ["<p title=\"{{ a }}\">", "<a href=\"x?q={{ a }}\">", "<p>1={{ a }}</p>", "<p{{ a }}>", "a <b> = {{ c }}"]
        {
            assert_eq!(codes(template), Vec::<&str>::new(), "{template}");
        }
    }
}
