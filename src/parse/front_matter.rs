//! Where the front matter ends and the text begins. Done here and not by the Markdown parser, whose metadata blocks
//! lose their places and which takes a missing `---` for a line across.

use crate::base::{Diagnostic, Place, SitePath, Span, limits};

/// The two parts of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Front {
    /// Where the YAML stands, without its `---` lines.
    pub yaml: Span,
    /// The first byte of the text.
    pub body: usize,
    /// False if where the YAML ends had to be guessed, so that its own slips are not worth a word.
    pub is_sound: bool,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Divides a text that is not blank.
pub(super) fn split(file: &SitePath, text: &str) -> Front {
    let blank: usize = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let Some(opening) = line(text, blank).filter(|opening| is_fence(text, opening)) else {
        let finding =
            Diagnostic::error("no-front-matter", Place::at(file, 0..first_line(text))).paste(suggestion(text));
        return Front { yaml: 0..0, body: 0, is_sound: false, diagnostics: vec![finding] };
    };
    let mut front = divide(file, text, opening);
    if blank > 0 {
        // Only one thing is wrong with such a file, so the rest of it is read as usual.
        front.diagnostics.insert(0, Diagnostic::error("no-front-matter", Place::at(file, 0..blank)).paste("---"));
    }
    front
}

fn divide(file: &SitePath, text: &str, opening: Span) -> Front {
    let yaml = opening.end;
    let fence = Place::at(file, opening.start..opening.start + "---".len());
    let Some(closing) = lines(text, yaml).find(|line| is_fence(text, line)) else {
        let end = lines(text, yaml).find(|line| is_blank(text, line)).map_or(text.len(), |line| line.start);
        let last = text.get(yaml..end).unwrap_or("").lines().last().unwrap_or("");
        let finding = Diagnostic::error("unclosed-front-matter", fence).paste(format!("{last}\n---"));
        return Front { yaml: yaml..end, body: end, is_sound: false, diagnostics: vec![finding] };
    };
    if closing.start - yaml > limits::FRONT_MATTER_BYTES {
        let finding = Diagnostic::error("front-matter-too-long", fence).arg("limit", limits::FRONT_MATTER_BYTES);
        return Front { yaml: yaml..yaml, body: closing.end, is_sound: false, diagnostics: vec![finding] };
    }
    Front { yaml: yaml..closing.start, body: closing.end, is_sound: true, diagnostics: Vec::new() }
}

/// The lines from a byte on, each with its end.
fn lines(text: &str, from: usize) -> impl Iterator<Item = Span> {
    let mut at = from;
    std::iter::from_fn(move || {
        let found = line(text, at)?;
        at = found.end;
        Some(found)
    })
}

/// The line that begins at a byte, with its end; none at the end of the text.
fn line(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    Some(at..at + rest.find('\n').map_or(rest.len(), |end| end + 1))
}

fn is_fence(text: &str, line: &Span) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_end() == "---")
}

fn is_blank(text: &str, line: &Span) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim().is_empty())
}

fn first_line(text: &str) -> usize {
    text.lines().next().unwrap_or("").trim_end().len()
}

/// Front matter to paste: its title is the first heading, where there is one.
fn suggestion(text: &str) -> String {
    let heading = text.lines().find_map(|line| line.trim_start().strip_prefix('#'));
    let title = heading.map_or("…", |words| words.trim_matches(['#', ' ', '\t']));
    format!("---\ntitle: \"{}\"\n---", title.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<&str>, Option<&str>, Vec<&'static str>) {
        let front = split(&SitePath::new("content/vi.md").unwrap(), text);
        (text.get(front.yaml), text.get(front.body..), front.diagnostics.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn the_two_parts_are_told_apart() {
        assert_eq!(of("---\ntitle: A\n---\nB"), (Some("title: A\n"), Some("B"), vec![]));
        assert_eq!(of("--- \t\ntitle: A\n---  \n\n---\n"), (Some("title: A\n"), Some("\n---\n"), vec![]));
        assert_eq!(of("---\n---"), (Some(""), Some(""), vec![]));
        assert_eq!(
            of("---\na: |\n  x\n  --- y\n ---\n---\nB"),
            (Some("a: |\n  x\n  --- y\n ---\n"), Some("B"), vec![])
        );
    }

    #[test]
    fn a_file_without_front_matter_is_all_text() {
        assert_eq!(of("# A \"b\"\n\nB"), (Some(""), Some("# A \"b\"\n\nB"), vec!["no-front-matter"]));
        let front = split(&SitePath::new("content/vi.md").unwrap(), "Mở\n# A \"b\" #\n");
        let finding = front.diagnostics.first().unwrap();
        assert_eq!(
            (finding.place.span.clone(), finding.paste.as_deref()),
            (Some(0..4), Some("---\ntitle: \"A \\\"b\\\"\"\n---"))
        );
    }

    #[test]
    fn blank_lines_before_it_are_the_only_complaint() {
        assert_eq!(of("\n \n---\ntitle: A\n---\nB"), (Some("title: A\n"), Some("B"), vec!["no-front-matter"]));
    }

    #[test]
    fn without_a_closing_line_it_ends_at_the_first_blank_one() {
        assert_eq!(of("---\ntitle: A\n\nB"), (Some("title: A\n"), Some("\nB"), vec!["unclosed-front-matter"]));
        assert_eq!(of("---"), (Some(""), Some(""), vec!["unclosed-front-matter"]));
        let front = split(&SitePath::new("content/vi.md").unwrap(), "---\ntitle: A\n\nB");
        assert_eq!(front.diagnostics.first().unwrap().paste.as_deref(), Some("title: A\n---"));
    }

    #[test]
    fn what_is_too_long_is_not_read() {
        let text = format!("---\n{}---\nB", "a: b\n".repeat(limits::FRONT_MATTER_BYTES));
        assert_eq!(of(&text), (Some(""), Some("B"), vec!["front-matter-too-long"]));
    }
}
