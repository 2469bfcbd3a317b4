//! stub
use super::bundle::Imported;
use crate::base::Diagnostic;
/// stub
pub fn from_xliff(_file: &str, _text: &str) -> Result<Imported, Vec<Diagnostic>> {
    Err(Vec::new())
}
