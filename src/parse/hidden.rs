//! Characters without room that nobody typed: a reference (`&#8238;`) or a backslash (`"\u202E"`) brings them in.

use crate::base::text::{is_forbidden, unseen};
use crate::base::{Diagnostic, Span};
use crate::model::{Mapping, Node, Value};

use super::origin::Origin;

/// What a reference brings into the words of a body.
pub(super) fn by_reference(origin: &Origin<'_>, shown: &str, span: &Span) -> Option<Diagnostic> {
    if !origin.slice(span).starts_with('&') {
        return None;
    }
    of(origin, shown, span)
}

/// What backslashes bring into the front matter.
pub(super) fn by_backslash(origin: &Origin<'_>, front: &Mapping) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !origin.slice(&(0..origin.body)).contains('\\') {
        return found;
    }
    let mut open: Vec<&Node> = front.entries.iter().map(|(_, _, node)| node).collect();
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Text(text) if origin.slice(&node.span).contains('\\') => {
                let written = origin.slice(&node.span);
                let brought: String = text.chars().filter(|c| !written.contains(*c)).collect();
                // Control characters are told where the keys are read.
                found.extend(of(origin, &brought, &node.span).filter(|finding| finding.code != "control-character"));
            }
            Value::List(nodes) => open.extend(nodes),
            Value::Map(mapping) => open.extend(mapping.entries.iter().map(|(_, _, node)| node)),
            Value::Text(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    found
}

fn of(origin: &Origin<'_>, text: &str, span: &Span) -> Option<Diagnostic> {
    let code = |c: char| if is_forbidden(c) { Some("control-character") } else { unseen(c, origin.customs) };
    let (code, c) = text.chars().find_map(|c| Some((code(c)?, c)))?;
    Some(Diagnostic::error(code, origin.place(span)).arg("code", format!("U+{:04X}", u32::from(c))))
}
