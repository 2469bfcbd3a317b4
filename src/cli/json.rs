//! Findings for programs: one object a line, the summary last (DESIGN, section 5).

use serde::Serialize;

use crate::base::{Diagnostic, Severity};
use crate::model::Snapshot;

use super::survey::Tally;
use crate::tell::Texts;
use crate::tell::Words;

/// A finding. The order of the keys is part of what is promised.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: String,
    help: Option<String>,
}

#[derive(Serialize)]
struct Last<'a> {
    summary: &'a Tally,
}

/// All findings, a line each, none left out.
pub fn report(diagnostics: &[Diagnostic], snapshot: &Snapshot, words: &Words) -> String {
    let mut texts = Texts::new(snapshot);
    diagnostics.iter().map(|diagnostic| line(&finding(diagnostic, &mut texts, words))).collect()
}

/// The line that ends a report.
pub fn summary(tally: &Tally) -> String {
    line(&Last { summary: tally })
}

/// An object as a line of its own.
pub fn line(object: &impl Serialize) -> String {
    // Only maps whose keys are no text, or a writer that fails, could be refused; neither occurs here.
    let mut line = serde_json::to_string(object).unwrap_or_default();
    line.push('\n');
    line
}

fn finding<'a>(diagnostic: &'a Diagnostic, texts: &mut Texts<'_>, words: &Words) -> Finding<'a> {
    let told = words.tell(diagnostic.code, &diagnostic.args);
    let text = texts.of(&diagnostic.place.path);
    let position = diagnostic.place.span.as_ref().zip(text).map(|(span, text)| text.position(span));
    let help = match (&diagnostic.paste, told.help) {
        (Some(paste), _) => Some(format!("{}:\n{paste}", told.paste)),
        (None, help) => help,
    };
    Finding {
        code: diagnostic.code,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        path: &diagnostic.place.path,
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
        end_line: position.map(|position| position.end_line),
        end_column: position.map(|position| position.end_column),
        message: told.what,
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Date, Lang, Place, SitePath};

    fn reported(diagnostics: &[Diagnostic], source: &str) -> String {
        let snapshot = Snapshot::of_texts([("content/vi.md", source.as_bytes())], Date::new(2026, 11, 22).unwrap());
        report(diagnostics, &snapshot, &Words::new(&Lang::vietnamese()))
    }

    fn at(span: std::ops::Range<usize>) -> Place {
        Place::at(&SitePath::new("content/vi.md").unwrap(), span)
    }

    #[test]
    fn a_finding_is_one_line_with_the_promised_keys() {
        let source = "---\ntitle: ệ\nsố: \"\n---\n";
        let start = source.find('"').unwrap();
        let finding =
            Diagnostic::error("unclosed-quote", at(start..start + 1)).arg("key", "a\"b\n\\\u{1B}").paste("số: \"\"");
        assert_eq!(
            reported(&[finding], source),
            concat!(
                r#"{"code":"unclosed-quote","severity":"error","path":"content/vi.md","line":3,"column":5,"#,
                r#""end_line":3,"end_column":6,"message":"lời của \"a\"b \\�\" mở dấu nháy mà chưa đóng","#,
                r#""help":"sửa thành:\nsố: \"\""}"#,
                "\n"
            )
        );
    }

    #[test]
    fn a_place_without_lines_has_none() {
        let line = reported(&[Diagnostic::warning("no-such-code", Place::file("a\"b"))], "");
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["path"], "a\"b");
        assert!(["line", "column", "end_line", "end_column", "help"].iter().all(|key| value[key].is_null()), "{value}");
        assert_eq!((value["severity"].as_str(), value["message"].as_str()), (Some("warning"), Some("no-such-code")));
    }

    #[test]
    fn the_last_line_is_the_summary() {
        let tally = Tally { pages: 2, files: 5, errors: 1, warnings: 0, ms: 3 };
        assert_eq!(summary(&tally), "{\"summary\":{\"pages\":2,\"files\":5,\"errors\":1,\"warnings\":0,\"ms\":3}}\n");
    }
}
