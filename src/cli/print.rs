//! Findings for people: what happened, the line with a caret, why it matters, what to paste (EXPERIENCE, section 5).

use std::collections::{BTreeMap, BTreeSet};

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::base::{Diagnostic, Severity};
use crate::model::Snapshot;

use crate::tell::{Text, Texts};
use crate::tell::{Told, Words, visible};

/// Warnings of one code that are shown whole; the others are counted (DESIGN, section 5).
const WARNINGS_A_CODE: usize = 3;

/// Characters of a line of prose. The narrowest usual window of Windows is wider, and the same report looks the same everywhere.
const WIDTH: usize = 100;

/// Marks what a reader looks for first; `anstream` takes it out where there is no terminal.
const STRONG: Style = Style::new().bold();

/// What the renderer gives to its own margin.
const ARROW: Style = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);

/// All findings, in their order: every error, some warnings of each code, then how many more there are.
pub fn report(diagnostics: &[Diagnostic], snapshot: &Snapshot, words: &Words) -> String {
    let mut texts = Texts::new(snapshot);
    let mut explained: BTreeSet<&str> = BTreeSet::new();
    let mut warnings: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = String::new();
    for diagnostic in diagnostics {
        if diagnostic.severity == Severity::Warning {
            let count = warnings.entry(diagnostic.code).or_default();
            *count += 1;
            if *count > WARNINGS_A_CODE {
                continue;
            }
        }
        out.push_str(&finding(diagnostic, texts.of(&diagnostic.place.path), words));
        if explained.insert(diagnostic.code) && words.part(diagnostic.code, "rule").is_some() {
            out.push_str(&words.say("cli-more", &[("code", &diagnostic.code)]));
            out.push('\n');
        }
        out.push('\n');
    }
    let hidden = warnings.iter().filter(|(_, count)| **count > WARNINGS_A_CODE);
    let rest: Vec<String> = hidden
        .map(|(code, count)| words.say("cli-rest", &[("code", code), ("count", &(count - WARNINGS_A_CODE))]))
        .collect();
    if !rest.is_empty() {
        out.push_str(&rest.join("\n"));
        out.push_str("\n\n");
    }
    out
}

fn finding(diagnostic: &Diagnostic, text: Option<&Text>, words: &Words) -> String {
    let told = words.tell(diagnostic.code, &diagnostic.args);
    let mut out = picture(diagnostic, &told, text, words);
    if let Some(why) = &told.why {
        out.push_str(&passage(&words.say("cli-why", &[]), why));
    }
    if let Some(paste) = &diagnostic.paste {
        out.push_str(&heading(&told.paste));
        out.push('\n');
        for line in paste.lines() {
            out.push_str(&format!(" {}\n", visible(line)));
        }
    } else if let Some(help) = &told.help {
        out.push_str(&passage(&words.say("cli-cure", &[]), help));
    }
    out
}

/// The title, the place, and the line with its caret.
fn picture(diagnostic: &Diagnostic, told: &Told, text: Option<&Text>, words: &Words) -> String {
    let (level, name) = match diagnostic.severity {
        Severity::Error => (Level::ERROR, "cli-error"),
        Severity::Warning => (Level::WARNING, "cli-warning"),
    };
    let title = level.with_name(words.say(name, &[])).primary_title(visible(&told.what)).id(diagnostic.code);
    let group = Group::with_title(title);
    let path = visible(&diagnostic.place.path);
    let (Some(span), Some(text)) = (&diagnostic.place.span, text) else {
        return format!("{}\n  {ARROW}-->{ARROW:#} {path}\n", render(group));
    };
    let position = text.position(span);
    let line = text.line(span);
    let caret = AnnotationKind::Primary.span(line.caret).label(told.label.as_deref());
    let drawn = render(group.element(Snippet::source(line.text).line_start(position.line).annotation(caret)));
    // A column of room for line numbers below ten, so that the pictures of one report stand in line.
    let gutter = position.line.to_string().len().max(2);
    let indent = if position.line < 10 { " " } else { "" };
    let mut lines = drawn.lines();
    let mut out = format!("{}\n", lines.next().unwrap_or(""));
    // Written here, since the renderer knows only the columns of the part of a long line that it was given.
    let (number, column) = (position.line, position.column);
    out.push_str(&format!("{:gutter$}{ARROW}-->{ARROW:#} {path}:{number}:{column}\n", ""));
    lines.for_each(|line| out.push_str(&format!("{indent}{}\n", line.trim_end())));
    out.push_str(&format!("{:gutter$} {ARROW}|{ARROW:#}\n", ""));
    out
}

fn render(group: Group<'_>) -> String {
    Renderer::styled().term_width(WIDTH).render(&[group])
}

/// A heading and its text, broken into lines that stand under one another.
pub fn passage(name: &str, text: &str) -> String {
    let indent = name.chars().count() + 2;
    let lines: Vec<String> = text.lines().flat_map(|line| broken(line, WIDTH.saturating_sub(indent))).collect();
    let first = lines.first().map_or("", String::as_str);
    let mut out = format!("{} {first}\n", heading(name));
    lines.iter().skip(1).for_each(|line| out.push_str(&format!("{:indent$}{line}\n", "")));
    out
}

/// What stands before a text.
pub fn heading(name: &str) -> String {
    format!("{STRONG}{name}:{STRONG:#}")
}

/// A line of prose in lines of at most `width` characters, broken at spaces.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Date, Lang, Place, SitePath};

    const FILE: &str = "content/canh-bao/viec-nhe-luong-cao/vi.md";

    fn told(diagnostics: &[Diagnostic], source: &str) -> String {
        let today = Date::new(2026, 11, 22).unwrap();
        let snapshot = Snapshot::of_texts([(FILE, source.as_bytes())], today);
        let report = report(diagnostics, &snapshot, &Words::new(&Lang::vietnamese()));
        anstream::adapter::strip_str(&report).to_string()
    }

    fn at(source: &str, words: &str) -> Place {
        let start = source.find(words).unwrap();
        Place::at(&SitePath::new(FILE).unwrap(), start..start + words.len())
    }

    #[test]
    fn a_finding_reads_as_the_plan_shows_it() {
        let source = "---\ntitle: \"Việc nhẹ\"\nsummary： Lời mời đi làm xa với mức lương cao bất thường\n---\n";
        let finding = Diagnostic::error("full-width-colon", at(source, "：")).arg("key", "summary");
        let paste = "summary: Lời mời đi làm xa với mức lương cao bất thường";
        assert_eq!(
            told(&[finding.paste(paste)], source),
            "\
lỗi[full-width-colon]: sau \"summary\" là dấu hai chấm khổ rộng (：), loa không đọc được
  --> content/canh-bao/viec-nhe-luong-cao/vi.md:3:8
   |
 3 | summary： Lời mời đi làm xa với mức lương cao bất thường
   |        ^^ ký tự U+FF1A
   |
vì sao: sau tên mục phải là dấu hai chấm thường và một dấu cách.
        Dấu khổ rộng hay lẫn vào khi chép từ tin nhắn hoặc khi bàn phím đang gõ kiểu khác.
sửa thành:
 summary: Lời mời đi làm xa với mức lương cao bất thường
xem thêm: loa explain full-width-colon

"
        );
    }

    #[test]
    fn the_caret_stands_under_its_letters() {
        let source = format!("{}Hãy gọi 1800 1567 nếu bạn nghi có người đang bị lừa.\n", "\n".repeat(11));
        let finding = Diagnostic::error("superseded-phone", at(&source, "1800 1567"));
        let told = told(&[finding.arg("number", "1800 1567").arg("right", "111")], &source);
        let expected = "
  --> content/canh-bao/viec-nhe-luong-cao/vi.md:12:9
   |
12 | Hãy gọi 1800 1567 nếu bạn nghi có người đang bị lừa.
   |         ^^^^^^^^^
   |
";
        assert!(told.contains(expected), "{told}");
    }

    /// The line and the line of the caret below it.
    fn drawn(source: &str, span: std::ops::Range<usize>) -> (String, String) {
        let place = Place { path: FILE.into(), span: Some(span) };
        let told = told(&[Diagnostic::error("no-such-code", place)], source);
        let lines: Vec<&str> = told.lines().skip(3).take(2).collect();
        let [line, caret] = lines.as_slice() else { panic!("{told}") };
        let part = |line: &str| line.split_once("| ").map(|(_, part)| part.trim_end().to_owned()).unwrap_or_default();
        (part(line), part(caret))
    }

    #[test]
    fn marks_over_letters_take_no_room() {
        let source = "Tiê\u{301}ng: e\u{301}\u{302} x\n";
        let start = source.find('x').unwrap();
        // The text is brought to NFC before it is shown; a mark that NFC cannot place stays and has no width.
        let normal = "Tiếng: é\u{302} x";
        let place = normal.find('x').unwrap();
        assert!(start > place);
        assert_eq!(drawn(source, place..place + 1), (normal.to_owned(), "         ^".to_owned()));
        let khmer = "ជំនួយ 111";
        let at = khmer.find("111").unwrap();
        let (line, caret) = drawn(khmer, at..at + 3);
        assert_eq!(line, khmer);
        // ជ, ន, យ and the spacing vowels have a cell; ំ and ួ hang on theirs.
        assert_eq!(caret, "    ^^^");
    }

    #[test]
    fn any_range_can_be_drawn() {
        assert_eq!(drawn("a: b\n\tc: d", 5..6), ("→c: d".to_owned(), "^".to_owned()));
        assert_eq!(drawn("một\nhai", 9..9), ("hai".to_owned(), "   ^".to_owned()), "at the end of the file");
        assert_eq!(drawn("một hai", 0..0), ("một hai".to_owned(), "^".to_owned()), "nothing at all");
        assert_eq!(drawn("một\nhai\nba", 0..12), ("một".to_owned(), "^^^".to_owned()), "several lines");
        assert_eq!(drawn("một", 50..60), ("một".to_owned(), "   ^".to_owned()), "past the end");
        assert_eq!(drawn("một\n", 6..6), (String::new(), "^".to_owned()), "after the last line end");
        assert_eq!(drawn("một", 2..3).1, " ^", "inside a letter");
    }

    #[test]
    fn a_place_without_a_line_is_named() {
        let told = told(&[Diagnostic::error("no-config", Place::file("loa.yml"))], "");
        assert!(told.starts_with("lỗi[no-config]: ở đây chưa có tệp loa.yml\n  --> loa.yml\nvì sao: "), "{told}");
    }

    #[test]
    fn warnings_of_a_code_are_counted_after_the_third() {
        let source = "<b>\n".repeat(6);
        let mut all: Vec<Diagnostic> = (0..6)
            .map(|n| {
                Diagnostic::warning("raw-html", Place::at(&SitePath::new(FILE).unwrap(), n * 4..n * 4 + 3))
                    .arg("html", "<b>")
            })
            .collect();
        let told_warnings = told(&all, &source);
        assert_eq!(told_warnings.matches("cảnh báo[raw-html]: ").count(), 3);
        assert_eq!(told_warnings.matches("xem thêm").count(), 1);
        assert!(told_warnings.contains("… và 3 chỗ nữa: cảnh báo[raw-html]"), "{told_warnings}");
        all.iter_mut().for_each(|finding| finding.severity = Severity::Error);
        assert_eq!(told(&all, &source).matches("lỗi[raw-html]: ").count(), 6);
    }

    #[test]
    fn prose_is_broken_at_spaces() {
        let told = passage("vì sao", &"tiếng ".repeat(40));
        let told = anstream::adapter::strip_str(&told).to_string();
        assert!(told.lines().all(|line| line.chars().count() <= WIDTH), "{told}");
        assert!(told.lines().skip(1).all(|line| line.starts_with("        tiếng")), "{told}");
    }
}
