//! The address for a phone, to be read by its camera.

use crate::base::QrCode;

use super::Board;
use super::facts::Lan;
use super::markup::Markup;

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
            if let Some(code) = QrCode::of(address) {
                self.drawing(m, &code);
            }
            m.leaf("p", &[], &self.word("board-phone-how"));
            m.el("p", &[], |m| self.path(m, address));
            m.leaf("p", &[("class", "soft")], &self.word("board-phone-token"));
        });
        m.line();
    }

    /// Black on white whatever the colours of the page are: many phones do not read it the other way round.
    fn drawing(&self, m: &mut Markup, code: &QrCode) {
        let side = code.side.to_string();
        let view = format!("0 0 {side} {side}");
        let attributes: &[(&'static str, &str)] =
            &[("class", "qr"), ("viewBox", &view), ("role", "img"), ("aria-labelledby", "qr-t")];
        m.el("svg", attributes, |m| {
            m.leaf("title", &[("id", "qr-t")], &self.word("board-phone-code"));
            m.el("rect", &[("width", &side), ("height", &side), ("fill", "#fff")], |_| {});
            m.el("path", &[("stroke", "#000"), ("d", &code.path)], |_| {});
        });
    }
}
