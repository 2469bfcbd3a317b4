//! The templates of a theme, compiled.

use std::io::{self, Write};
use std::sync::Arc;

use tera::{Context, Tera};

use crate::base::{Diagnostic, limits};
use crate::i18n::Words;
use crate::model::Html;
use crate::theme::Theme;

use super::functions;

/// Compiled templates.
pub struct Templates {
    tera: Tera,
    theme: Arc<Theme>,
}

impl Templates {
    /// Compiles the templates of a theme; faults are told with the template's own line.
    pub fn new(theme: &Arc<Theme>, words: &Arc<Words>) -> (Templates, Vec<Diagnostic>) {
        let mut tera = Tera::new();
        functions::register(&mut tera, words);
        let mut diagnostics = Vec::new();
        if let Err(error) =
            tera.add_raw_templates(theme.templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))
        {
            let detail = detail(&error);
            let template =
                theme.templates.keys().filter(|name| detail.contains(name.as_str())).max_by_key(|name| name.len());
            let place = theme.place_of(template.map_or("", String::as_str));
            diagnostics.push(Diagnostic::error("theme-syntax", place).arg("detail", detail));
        }
        (Templates { tera, theme: Arc::clone(theme) }, diagnostics)
    }

    /// Whether there is a template of this name.
    pub fn has(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// Renders a template. One that grows without end is stopped.
    pub fn render(&self, name: &str, context: &Context) -> Result<Html, Box<Diagnostic>> {
        let mut out = Capped { bytes: Vec::new(), full: false };
        let rendered = self.tera.render_to(name, context, &mut out);
        if out.full {
            let finding =
                Diagnostic::error("page-too-large", self.theme.place_of(name)).arg("limit", limits::OUTPUT_BYTES);
            return Err(Box::new(finding));
        }
        // Every page is held until the last one is made, and what a buffer grew beyond its page is a third of it.
        out.bytes.shrink_to_fit();
        match (rendered, String::from_utf8(out.bytes)) {
            (Ok(()), Ok(markup)) => Ok(Html::from_writer(markup)),
            (Err(error), _) => Err(Box::new(self.failed(name, &detail(&error)))),
            (Ok(()), Err(error)) => Err(Box::new(self.failed(name, &error.to_string()))),
        }
    }

    fn failed(&self, name: &str, detail: &str) -> Diagnostic {
        Diagnostic::error("theme-render", self.theme.place_of(name)).arg("template", name).arg("detail", detail)
    }
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Templates").finish_non_exhaustive()
    }
}

/// An error of the template engine with all that led to it.
fn detail(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push('\n');
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

/// A buffer that refuses more than a page may hold.
struct Capped {
    bytes: Vec<u8>,
    full: bool,
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > limits::OUTPUT_BYTES {
            self.full = true;
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
