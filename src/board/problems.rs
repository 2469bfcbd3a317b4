//! What is wrong, by file: the words, the line with its place marked, why it matters and how to mend it. A report of ten
//! thousand warnings is as short as one of ten: what is not told here is told on the page of its code.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Diagnostic, Digest, Lang, Severity};
use crate::tell::{Texts, Words, visible};

use super::Board;
use super::frame::{ROOT, ROWS, paged, slice};
use super::markup::{Markup, address};

/// Findings of one code that are told on the board.
const A_CODE: usize = 3;

/// Findings that are told on the board; each takes a third of a small screen.
const IN_ALL: usize = 40;

/// Which level the heading of a finding has.
#[derive(Clone, Copy)]
pub(super) struct Level(pub &'static str);

impl Board {
    /// All findings that the board has room for, by file, and how many others there are.
    pub(super) fn problems(&self, m: &mut Markup) {
        m.el("section", &[("id", "van-de"), ("aria-labelledby", "van-de-t")], |m| {
            m.leaf("h2", &[("id", "van-de-t")], &self.word("board-problems"));
            if self.step.diagnostics.is_empty() {
                m.leaf("p", &[], &self.word("board-no-problem"));
                return;
            }
            let (told, more) = chosen(&self.step.diagnostics);
            let mut files: Vec<(&str, Vec<&Diagnostic>)> = Vec::new();
            for finding in told {
                match files.iter_mut().find(|(path, _)| *path == &*finding.place.path) {
                    Some((_, of_file)) => of_file.push(finding),
                    None => files.push((&finding.place.path, vec![finding])),
                }
            }
            let mut texts = Texts::new(&self.step.snapshot);
            for (path, findings) in files {
                m.el("section", &[("class", "file"), ("id", &file_id(path))], |m| {
                    m.el("h3", &[], |m| self.path(m, path));
                    findings.iter().for_each(|finding| self.finding(m, finding, &mut texts, Level("h4")));
                });
                m.line();
            }
            self.more(m, &more);
        });
        m.line();
    }

    /// The codes of which not everything is told here.
    fn more(&self, m: &mut Markup, more: &BTreeMap<(Severity, &str), usize>) {
        if more.is_empty() {
            return;
        }
        m.el("section", &[("class", "more"), ("aria-labelledby", "con-nua")], |m| {
            m.leaf("h3", &[("id", "con-nua")], &self.word("board-more"));
            m.el("ul", &[], |m| {
                for ((severity, code), count) in more {
                    m.el("li", &[], |m| {
                        self.severity(m, *severity);
                        m.text(" ");
                        m.link(&format!("{ROOT}loi/{code}"), code);
                        m.text(&format!(": {}", self.count("board-more-count", *count)));
                    });
                }
            });
        });
    }

    /// All findings of one code, with its rule; `path` is what follows `loi/`.
    pub(super) fn code_page(&self, path: &str) -> Option<String> {
        let (code, number) = paged(path)?;
        let findings: Vec<&Diagnostic> = self.step.diagnostics.iter().filter(|finding| finding.code == code).collect();
        let rule = self.words.part(code, "rule");
        if findings.is_empty() && rule.is_none() {
            return None;
        }
        let (shown, count) = slice(&findings, number)?;
        Some(self.frame(code, &[self.home()], |m| {
            m.leaf("h1", &[], &self.say("board-code", &[("code", &code)]));
            self.rule(m, code, rule.as_deref());
            m.leaf("p", &[("role", "status")], &self.count("board-places", findings.len()));
            let mut texts = Texts::new(&self.step.snapshot);
            for finding in shown {
                m.el("section", &[("class", "file")], |m| {
                    m.el("h2", &[], |m| self.path(m, &finding.place.path));
                    self.finding(m, finding, &mut texts, Level("h3"));
                });
                m.line();
            }
            self.pager(m, &format!("{ROOT}loi/{code}"), number, count);
        }))
    }

    /// What `loa explain` says.
    fn rule(&self, m: &mut Markup, code: &str, rule: Option<&str>) {
        let Some(rule) = rule else { return };
        m.el("dl", &[("class", "rule")], |m| {
            m.leaf("dt", &[], &self.word("cli-rule"));
            m.leaf("dd", &[], rule);
            for (part, id) in [("bad", "cli-bad"), ("good", "cli-good")] {
                if let Some(example) = self.words.part(code, part) {
                    m.leaf("dt", &[], &self.word(id));
                    m.el("dd", &[], |m| m.leaf("pre", &[], &example));
                }
            }
        });
    }

    /// All findings of one file; `path` is what follows `tep/`.
    pub(super) fn file_page(&self, path: &str) -> Option<String> {
        let (file, number) = paged(path)?;
        let of_file = |finding: &&Diagnostic| visible(&finding.place.path) == file || *finding.place.path == *file;
        let findings: Vec<&Diagnostic> = self.step.diagnostics.iter().filter(of_file).collect();
        let is_known = self.step.snapshot.files.keys().any(|known| known.as_str() == file);
        if findings.is_empty() && !is_known {
            return None;
        }
        let (shown, count) = slice(&findings, number)?;
        Some(self.frame(file, &[self.home()], |m| {
            m.el("h1", &[], |m| self.path(m, file));
            let told = if findings.is_empty() {
                self.word("board-file-good")
            } else {
                self.count("board-places", findings.len())
            };
            m.leaf("p", &[("role", "status")], &told);
            let mut texts = Texts::new(&self.step.snapshot);
            shown.iter().for_each(|finding| self.finding(m, finding, &mut texts, Level("h2")));
            self.pager(m, &file_address(file), number, count);
        }))
    }

    /// One finding.
    fn finding(&self, m: &mut Markup, finding: &Diagnostic, texts: &mut Texts<'_>, Level(heading): Level) {
        let class = if finding.severity == Severity::Error { "finding error" } else { "finding warning" };
        m.el("article", &[("class", class)], |m| {
            let told = self.words.tell(finding.code, &finding.args);
            m.el(heading, &[], |m| {
                self.severity(m, finding.severity);
                m.text(&format!(" {}", told.what));
            });
            if finding.place.span.is_some() {
                place(m, finding, texts, &self.words);
            }
            cure(m, finding, &self.words);
            m.el("p", &[("class", "soft")], |m| {
                m.link(&format!("{ROOT}loi/{}", address(finding.code)), finding.code);
            });
        });
    }

    fn severity(&self, m: &mut Markup, severity: Severity) {
        let (class, id) = match severity {
            Severity::Error => ("mark error", "cli-error"),
            Severity::Warning => ("mark warning", "cli-warning"),
        };
        m.leaf("b", &[("class", class)], &self.word(id));
    }

    /// A path, to be selected whole with one click.
    pub(super) fn path(&self, m: &mut Markup, path: &str) {
        m.leaf("code", &[("class", "take"), ("translate", "no")], path);
    }
}

/// Where it is: the line with its place marked, its number, what stands there.
pub(super) fn place(m: &mut Markup, finding: &Diagnostic, texts: &mut Texts<'_>, words: &Words) {
    let path = visible(&finding.place.path);
    let found = finding.place.span.as_ref().and_then(|span| {
        let text = texts.of(&finding.place.path)?;
        Some((text.position(span), text.line(span)))
    });
    let Some((position, line)) = found else {
        m.el("p", &[("class", "place")], |m| m.leaf("code", &[("class", "take"), ("translate", "no")], &path));
        return;
    };
    m.el("p", &[("class", "place")], |m| {
        let place = format!("{path}:{}:{}", position.line, position.column);
        m.leaf("code", &[("class", "take"), ("translate", "no")], &place);
    });
    let lang = language_of(&finding.place.path);
    let mut attributes = vec![("class", "line"), ("dir", "auto"), ("translate", "no")];
    attributes.extend(lang.as_ref().map(|lang| ("lang", lang.as_str())));
    m.el("pre", &attributes, |m| {
        m.leaf("span", &[("class", "number")], &format!("{} ", position.line));
        m.el("code", &[], |m| {
            m.text(line.text.get(..line.caret.start).unwrap_or(""));
            m.leaf("mark", &[], line.text.get(line.caret.clone()).unwrap_or(""));
            m.text(line.text.get(line.caret.end..).unwrap_or(""));
        });
    });
    if let Some(label) = words.tell(finding.code, &finding.args).label {
        m.leaf("p", &[("class", "label")], &label);
    }
}

/// Why it matters and how to mend it.
pub(super) fn cure(m: &mut Markup, finding: &Diagnostic, words: &Words) {
    let told = words.tell(finding.code, &finding.args);
    let said = |m: &mut Markup, id: &str, text: &str| {
        m.el("p", &[], |m| {
            m.leaf("b", &[], &format!("{}: ", words.say(id, &[])));
            m.text(text);
        });
    };
    if let Some(why) = &told.why {
        said(m, "cli-why", why);
    }
    if let Some(paste) = &finding.paste {
        m.el("p", &[], |m| m.leaf("b", &[], &format!("{}:", told.paste)));
        m.leaf("pre", &[("class", "take paste"), ("dir", "auto"), ("translate", "no")], paste);
    } else if let Some(help) = &told.help {
        said(m, "cli-cure", help);
    }
}

/// The language of a content file, by its name.
fn language_of(path: &str) -> Option<Lang> {
    let name = path.strip_prefix("content/")?.rsplit('/').next()?;
    Lang::new(name.strip_suffix(".md")?).ok()
}

/// The address of the page about a file.
pub(super) fn file_address(path: &str) -> String {
    format!("{ROOT}tep/{}", address(&visible(path)))
}

/// The same id for the same file at every step, so that the page in the browser can be changed in place.
fn file_id(path: &str) -> String {
    format!("tep-{}", Digest::of(path.as_bytes()).short(12))
}

/// The findings that are told on the board, files with errors first, and how many are not, by code.
fn chosen(all: &[Diagnostic]) -> (Vec<&Diagnostic>, BTreeMap<(Severity, &str), usize>) {
    let mut of_code: BTreeMap<&str, usize> = BTreeMap::new();
    let mut more: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let mut told: Vec<&Diagnostic> = Vec::new();
    for finding in all {
        let count = of_code.entry(finding.code).or_default();
        *count += 1;
        // A single error in each of ten files is ten things to mend; the same warning ten times is one habit.
        let most = if finding.severity == Severity::Error { ROWS } else { A_CODE };
        if *count <= most && told.len() < IN_ALL {
            told.push(finding);
        } else {
            *more.entry((finding.severity, finding.code)).or_default() += 1;
        }
    }
    let faulty: BTreeSet<&str> =
        told.iter().filter(|f| f.severity == Severity::Error).map(|f| &*f.place.path).collect();
    let start = |finding: &Diagnostic| finding.place.span.as_ref().map_or(0, |span| span.start);
    told.sort_by_key(|f| (!faulty.contains(&*f.place.path), &*f.place.path, f.severity, start(f)));
    (told, more)
}
