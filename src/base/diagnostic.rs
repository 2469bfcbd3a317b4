//! What an editor can mend: a stable code, a place, typed arguments. The words come from `diagnostics.ftl`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::path::SitePath;

/// A range of bytes in a file.
pub type Span = Range<usize>;

/// Whether a finding stops the build. Errors sort first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published, but worth a look.
    Warning,
}

/// Where something is: a file, and the bytes in it when they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path as shown. Not a [`SitePath`], since a name that cannot be one must be reported too.
    pub path: Arc<str>,
    /// The bytes meant, within the file as it was read.
    pub span: Option<Span>,
}

impl Place {
    /// A place inside a file.
    pub fn at(path: &SitePath, span: Span) -> Place {
        Place { path: path.as_str().into(), span: Some(span) }
    }

    /// A whole file or folder.
    pub fn file(path: impl ToString) -> Place {
        Place { path: path.to_string().into(), span: None }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the build.
    pub severity: Severity,
    /// Its name, the same for ever; the message of that name has the words.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What its words refer to. Shared, as the path is: a site may have ten thousand findings that are told again at every
    /// step of a preview.
    pub args: Arc<BTreeMap<&'static str, String>>,
    /// Lines that could be pasted to mend it.
    pub paste: Option<String>,
}

impl Diagnostic {
    /// A finding that stops the build.
    pub fn error(code: &'static str, place: Place) -> Diagnostic {
        Diagnostic { severity: Severity::Error, code, place, args: Arc::default(), paste: None }
    }

    /// A finding that does not.
    pub fn warning(code: &'static str, place: Place) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, place) }
    }

    /// The same, with one argument more.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Diagnostic {
        Arc::make_mut(&mut self.args).insert(name, value.to_string());
        self
    }

    /// The same, with lines to paste.
    pub fn paste(mut self, lines: impl Into<String>) -> Diagnostic {
        self.paste = Some(lines.into());
        self
    }

    /// The order of a report: errors first, then by file and place.
    pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
        let start = |d: &Diagnostic| d.place.span.as_ref().map_or(0, |span| span.start);
        diagnostics.sort_by(|a, b| {
            (a.severity, &a.place.path, start(a), a.code, &a.args).cmp(&(
                b.severity,
                &b.place.path,
                start(b),
                b.code,
                &b.args,
            ))
        });
        diagnostics.dedup();
    }
}
