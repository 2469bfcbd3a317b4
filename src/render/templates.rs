//! The templates of a theme, compiled.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

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
    /// Buffers that pages were rendered into: a page is as long as it is only when it is done, and what a buffer grew beyond
    /// it would be a third of a large site.
    spare: Mutex<Vec<Vec<u8>>>,
}

/// A buffer that had to be larger is not kept.
const SPARE_BYTES: usize = 1 << 20;

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
        (Templates { tera, theme: Arc::clone(theme), spare: Mutex::default() }, diagnostics)
    }

    /// Whether there is a template of this name.
    pub fn has(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// Renders a template. One that grows without end is stopped.
    pub fn render(&self, name: &str, context: &Context) -> Result<Html, Box<Diagnostic>> {
        let spare = self.spare.lock().ok().and_then(|mut spare| spare.pop());
        let mut out = Capped { bytes: spare.unwrap_or_default(), full: false };
        let rendered = self.tera.render_to(name, context, &mut out);
        if out.full {
            let finding =
                Diagnostic::error("page-too-large", self.theme.place_of(name)).arg("limit", limits::OUTPUT_BYTES);
            return Err(Box::new(finding));
        }
        let html = match (rendered, std::str::from_utf8(&out.bytes)) {
            (Ok(()), Ok(markup)) => Ok(Html::from_writer(markup.to_owned())),
            (Err(error), _) => Err(Box::new(self.failed(name, &detail(&error)))),
            (Ok(()), Err(error)) => Err(Box::new(self.failed(name, &error.to_string()))),
        };
        out.bytes.clear();
        if let Ok(mut spare) = self.spare.lock()
            && out.bytes.capacity() <= SPARE_BYTES
        {
            spare.push(out.bytes);
        }
        html
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
