//! The address for a phone, to be read by its camera.

use std::fmt::Write;

use fast_qr::QRBuilder;

use super::Board;
use super::facts::Lan;
use super::markup::Markup;

/// White around the code, in its own units; without it cameras do not see where it ends (ISO/IEC 18004, section 6.3.8).
const QUIET: usize = 4;

impl Board {
    /// The address as a picture and as text, and who may use it.
    pub(super) fn phone(&self, m: &mut Markup) {
        m.el("section", &[("id", "dien-thoai"), ("aria-labelledby", "dien-thoai-t")], |m| {
            m.leaf("h2", &[("id", "dien-thoai-t")], &self.word("board-phone"));
            let Some(Lan { address }) = &self.facts.lan else {
                m.leaf("p", &[], &self.word("board-phone-closed"));
                self.commands(m, &[(self.word("board-do-lan"), "loa watch --lan".to_owned())]);
                return;
            };
            if let Some(code) = code(address) {
                self.drawing(m, &code);
            }
            m.leaf("p", &[], &self.word("board-phone-how"));
            m.el("p", &[], |m| self.path(m, address));
            m.leaf("p", &[("class", "soft")], &self.word("board-phone-token"));
        });
        m.line();
    }

    /// Black on white whatever the colours of the page are: many phones do not read it the other way round.
    fn drawing(&self, m: &mut Markup, code: &Code) {
        let side = (code.size + 2 * QUIET).to_string();
        let view = format!("0 0 {side} {side}");
        let attributes: &[(&'static str, &str)] =
            &[("class", "qr"), ("viewBox", &view), ("role", "img"), ("aria-labelledby", "qr-t")];
        m.el("svg", attributes, |m| {
            m.leaf("title", &[("id", "qr-t")], &self.word("board-phone-code"));
            m.el("rect", &[("width", &side), ("height", &side), ("fill", "#fff")], |_| {});
            m.el("path", &[("fill", "#000"), ("d", &code.path)], |_| {});
        });
    }
}

/// A code as one path of its black bars.
struct Code {
    size: usize,
    path: String,
}

/// The code of a text; none if it is too long for one.
fn code(text: &str) -> Option<Code> {
    let code = QRBuilder::new(text).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let row: Vec<bool> = code[y].iter().map(|module| module.value()).collect();
        let mut x = 0;
        for bar in row.chunk_by(|a, b| a == b) {
            if bar.first() == Some(&true) {
                // Writing to a `String` cannot fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, bar.len(), bar.len());
            }
            x += bar.len();
        }
    }
    Some(Code { size: code.size, path })
}
