//! Addresses that lead out of the site. Only schemes that cannot run a program are let in.

use std::fmt;

/// An absolute address with the scheme `http`, `https`, `mailto`, `tel` or `sms`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

/// Why a text is no [`Url`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlFault {
    /// No scheme at all: a relative link, or `www.…` typed without one.
    NoScheme,
    /// A scheme that is not on the list, or one that leads to another host without naming a scheme.
    Scheme,
    /// White space, a control character, or `user@` before the host, which hides where a link leads.
    Deceit,
    /// No host.
    NoHost,
}

const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

impl Url {
    /// Reads an address; the scheme is brought to lower case.
    pub fn new(text: &str) -> Result<Url, UrlFault> {
        if text.starts_with("//") || text.starts_with('\\') {
            return Err(UrlFault::Scheme);
        }
        let Some((scheme, rest)) = split_scheme(text) else { return Err(UrlFault::NoScheme) };
        if !SCHEMES.contains(&scheme.as_str()) {
            return Err(UrlFault::Scheme);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || is_invisible(c)) {
            return Err(UrlFault::Deceit);
        }
        if scheme.starts_with("http") {
            let rest = rest.strip_prefix("//").ok_or(UrlFault::NoHost)?;
            let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or("");
            if host.is_empty() || host.starts_with(':') {
                return Err(UrlFault::NoHost);
            }
            if host.contains('@') || host.contains('%') {
                return Err(UrlFault::Deceit);
            }
        } else if rest.is_empty() {
            return Err(UrlFault::NoHost);
        }
        Ok(Url(format!("{scheme}:{rest}")))
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host of a web address.
    pub fn host(&self) -> Option<&str> {
        let rest = self.0.strip_prefix("https://").or_else(|| self.0.strip_prefix("http://"))?;
        rest.split(['/', '?', '#', ':']).next()
    }

    /// What a telephone or message link dials.
    pub fn dialled(&self) -> Option<&str> {
        self.0.strip_prefix("tel:").or_else(|| self.0.strip_prefix("sms:"))
    }
}

impl fmt::Display for Url {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The scheme of an address in lower case and what follows its colon (RFC 3986, section 3.1).
pub fn split_scheme(text: &str) -> Option<(String, &str)> {
    // Browsers drop control characters and white space inside a scheme, so `java\tscript:` counts as one.
    let (head, rest) = text.split_once(':')?;
    let scheme: String = head.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let mut letters = scheme.chars();
    let starts_well = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
    (starts_well && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)))
        .then(|| (scheme.to_ascii_lowercase(), rest))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_that_run_programs_are_refused() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\tscript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "//host/x",
            "\\\\host",
        ] {
            assert_eq!(Url::new(text), Err(UrlFault::Scheme), "{text}");
        }
        assert_eq!(Url::new("https://congan.example@bad.example"), Err(UrlFault::Deceit));
        assert_eq!(Url::new("https://a b"), Err(UrlFault::Deceit));
        assert_eq!(Url::new("www.example.vn"), Err(UrlFault::NoScheme));
        assert_eq!(Url::new("https:///x"), Err(UrlFault::NoHost));
    }

    #[test]
    fn web_addresses_are_kept() {
        let url = Url::new("HTTPS://chinhphu.vn/a?b=1").unwrap();
        assert_eq!((url.as_str(), url.host()), ("https://chinhphu.vn/a?b=1", Some("chinhphu.vn")));
    }
}
