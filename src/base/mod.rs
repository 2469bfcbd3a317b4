//! Value types that cannot hold a wrong value, and pure functions on text. Knows nothing of a site.

mod date;
mod diagnostic;
mod digest;
mod lang;
pub mod limits;
mod path;
mod phone;
mod qr;
pub mod text;
mod url;
pub mod weight;

pub use date::{Date, DateFault};
pub use diagnostic::{Diagnostic, Place, Severity, Span};
pub use digest::{Digest, Digesting};
pub use lang::{Lang, LangFault};
pub use path::{PathFault, SitePath, is_hidden};
pub use phone::Phone;
pub use qr::QrCode;
pub use url::{Url, UrlFault};
