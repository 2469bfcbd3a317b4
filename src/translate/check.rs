//! stub
use super::bundle::{Bundle, Imported};
use crate::base::Diagnostic;
use crate::base::text::Cues;
/// stub
pub fn check(_imported: &Imported, _now: &Bundle, _cues: &Cues) -> Vec<Diagnostic> {
    Vec::new()
}
