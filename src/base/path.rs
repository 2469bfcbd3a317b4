//! Paths inside a site. A value of this type cannot leave the site, on any operating system.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::limits;

/// A relative path: UTF-8, NFC, parts joined by `/`, no part that escapes or that Windows refuses. Shared, since the paths
/// of a site stand in many maps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

/// Why a text is no [`SitePath`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// Nothing, or two slashes in a row, or a slash at either end.
    EmptyPart,
    /// `.` or `..`.
    DotPart,
    /// A control character, a backslash or one of `<>:"|?*`, which Windows refuses in names.
    BadCharacter,
    /// `CON`, `NUL`, `COM1` and the like, with any ending (Windows "Naming Files, Paths, and Namespaces").
    Reserved,
    /// A part that ends in a dot or a space, which Windows drops without a word.
    BadEnding,
    /// More than [`limits::PATH_BYTES`].
    TooLong,
}

impl SitePath {
    /// Reads a path written with `/`; the text is brought to NFC first.
    pub fn new(text: &str) -> Result<SitePath, PathFault> {
        let text: String = if text.is_ascii() { text.to_owned() } else { text.nfc().collect() };
        if text.len() > limits::PATH_BYTES {
            return Err(PathFault::TooLong);
        }
        text.split('/').try_for_each(check_part)?;
        Ok(SitePath(text.into()))
    }

    /// The file of the settings.
    pub fn settings() -> SitePath {
        SitePath("loa.yml".into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// This path with `more` below it; `more` may hold slashes.
    pub fn join(&self, more: &str) -> Result<SitePath, PathFault> {
        SitePath::new(&format!("{}/{more}", self.0))
    }

    /// The folder that holds this, if it is not at the top.
    pub fn parent(&self) -> Option<SitePath> {
        self.0.rsplit_once('/').map(|(parent, _)| SitePath(parent.into()))
    }

    /// The last part.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The last part without its ending.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The ending of the last part, in lower case, without its dot; empty if there is none.
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
    }

    /// What stands below `folder`, if this path lies there.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// The parts, from the top.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Names that IIS hides behind an error page (its default request filter).
const HIDDEN_BY_IIS: &[&str] = &[
    "bin",
    "app_code",
    "app_data",
    "app_browsers",
    "app_localresources",
    "app_globalresources",
    "app_webreferences",
    "web.config",
];

/// Whether a common server refuses to show a file or folder of this name.
pub fn is_hidden(part: &str) -> bool {
    HIDDEN_BY_IIS.contains(&part)
}

fn check_part(part: &str) -> Result<(), PathFault> {
    if part.is_empty() {
        return Err(PathFault::EmptyPart);
    }
    if part == "." || part == ".." {
        return Err(PathFault::DotPart);
    }
    if part.chars().any(|c| c.is_control() || r#"\<>:"|?*"#.contains(c)) {
        return Err(PathFault::BadCharacter);
    }
    if part.ends_with(['.', ' ']) {
        return Err(PathFault::BadEnding);
    }
    if is_reserved(part) {
        return Err(PathFault::Reserved);
    }
    Ok(())
}

/// Whether Windows keeps this name for a device, with whatever ending.
pub fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_ascii_lowercase();
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") {
        return true;
    }
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    // Windows reads the superscripts too: COM¹ is COM1.
    port.is_some_and(|n| matches!(n, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_the_site_is_no_path() {
        for text in [
            "", "/etc", "a//b", "a/", "../x", "a/../b", "./a", "a\\b", "c:/x", "a\0b", "a/con", "Nul.md", "lpt9", "x.",
            "x ",
        ] {
            assert!(SitePath::new(text).is_err(), "{text:?} was taken");
        }
    }

    #[test]
    fn names_are_brought_to_nfc() {
        let path = SitePath::new("content/tre\u{0309}/vi.md").unwrap();
        assert_eq!(path.as_str(), "content/trẻ/vi.md");
        assert_eq!((path.stem(), path.extension().as_str()), ("vi", "md"));
        assert_eq!(path.below("content"), Some("trẻ/vi.md"));
    }
}
