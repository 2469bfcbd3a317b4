//! Who may come in. Any page that is open in the same browser, and with `--lan` any device nearby, can send requests
//! here; what they may learn is decided by what browsers say of them and do not let a page change.

use std::net::IpAddr;

use hyper::header::{CONTENT_LENGTH, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN, TRANSFER_ENCODING};
use hyper::{Method, Uri};

/// What the guard knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Door<'a> {
    /// Our port.
    pub port: u16,
    /// The address of this machine by which the request came.
    pub reached: IpAddr,
    /// What a request has to know.
    pub token: Option<&'a str>,
}

/// Who came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guest {
    /// One who may see everything.
    Known,
    /// One who has shown the token in the address and is to get it as a cookie, so that no address holds it any longer.
    Invited,
}

/// Why somebody is sent away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// No browser asks like that.
    Malformed,
    /// The request is meant for another machine, or comes from a page of another site.
    Foreign,
    /// Neither GET nor HEAD.
    Method,
    /// Something was sent along.
    Body,
    /// The token is missing or wrong.
    Stranger,
}

impl Door<'_> {
    /// Decides about a request.
    pub fn judge(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<Guest, Refusal> {
        let host = single(headers, &HOST)?.ok_or(Refusal::Malformed)?;
        // An address that names a machine goes before the header (RFC 9112, section 3.2.2).
        let named = uri.authority().map(|authority| authority.as_str());
        if !self.is_ours(text(host)) || !named.is_none_or(|named| self.is_ours(named)) {
            return Err(Refusal::Foreign);
        }
        if !self.is_from_here(headers, method)? {
            return Err(Refusal::Foreign);
        }
        let has_length = headers.get_all(CONTENT_LENGTH).iter().any(|length| length != "0");
        match *method {
            _ if has_length || headers.contains_key(TRANSFER_ENCODING) => Err(Refusal::Body),
            Method::GET | Method::HEAD => self.recognise(uri, headers),
            _ => Err(Refusal::Method),
        }
    }

    /// The name of the cookie. Browsers do not keep the cookies of two ports apart.
    pub fn cookie(&self) -> String {
        format!("loa{}", self.port)
    }

    /// Whether a host is this machine by a name that no foreign name server can give out, with our port.
    fn is_ours(&self, host: &str) -> bool {
        let named = match host.strip_suffix(&format!(":{}", self.port)) {
            Some(named) => named,
            None if self.port == 80 => host,
            None => return false,
        };
        let is_reached = named.parse::<IpAddr>().is_ok_and(|ip| ip == self.reached);
        is_reached || named.eq_ignore_ascii_case("localhost") || matches!(named, "127.0.0.1" | "[::1]")
    }

    /// Whether no page of another site has a part in this. A link that somebody clicks in a chat is let through: it
    /// shows a page to the one who clicked and to nobody else.
    fn is_from_here(&self, headers: &HeaderMap, method: &Method) -> Result<bool, Refusal> {
        let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| self.is_ours(host));
        if !single(headers, &ORIGIN)?.is_none_or(|origin| is_own(text(origin))) {
            return Ok(false);
        }
        let fetch = |name: &'static str| Ok(single(headers, &HeaderName::from_static(name))?.map(text));
        let is_click = fetch("sec-fetch-mode")? == Some("navigate") && fetch("sec-fetch-dest")? == Some("document");
        // Pages of other ports of this machine are `same-site`, and as foreign as any.
        let is_near = fetch("sec-fetch-site")?.is_none_or(|site| matches!(site, "same-origin" | "none"));
        Ok(is_near || (is_click && *method == Method::GET))
    }

    fn recognise(&self, uri: &Uri, headers: &HeaderMap) -> Result<Guest, Refusal> {
        let Some(token) = self.token else { return Ok(Guest::Known) };
        if query(uri, "loa").is_some_and(|shown| is_same(shown, token)) {
            return Ok(Guest::Invited);
        }
        let name = self.cookie();
        let mut cookies = headers.get_all(COOKIE).iter().flat_map(|header| text(header).split(';'));
        let is_ours = |cookie: &str| {
            cookie.trim().split_once('=').is_some_and(|(named, value)| named == name && is_same(value, token))
        };
        if cookies.any(is_ours) { Ok(Guest::Known) } else { Err(Refusal::Stranger) }
    }
}

/// The value of a name in the query, as it stands there.
pub(super) fn query<'a>(uri: &'a Uri, name: &str) -> Option<&'a str> {
    uri.query()?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// Whether two words are the same, in a time that does not tell how much of them is.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// The value of a header that may stand there once.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a HeaderValue>, Refusal> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() { Err(Refusal::Malformed) } else { Ok(first) }
}

/// A header as text; what is no ASCII is no name, and is compared with none.
fn text(value: &HeaderValue) -> &str {
    value.to_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0123456789abcdef";

    fn judge(token: Option<&str>, method: &str, uri: &str, headers: &[(&str, &str)]) -> Result<Guest, Refusal> {
        let door = Door { port: 8080, reached: IpAddr::from([192, 168, 1, 7]), token };
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
        }
        door.judge(&method.parse().unwrap(), &uri.parse().unwrap(), &map)
    }

    fn of(headers: &[(&str, &str)]) -> Result<Guest, Refusal> {
        let all: Vec<(&str, &str)> = [("host", "localhost:8080")].iter().chain(headers).copied().collect();
        judge(None, "GET", "/vi/", &all)
    }

    #[test]
    fn a_host_is_this_machine_with_our_port() {
        for host in ["localhost:8080", "LocalHost:8080", "127.0.0.1:8080", "[::1]:8080", "192.168.1.7:8080"] {
            assert_eq!(judge(None, "GET", "/", &[("host", host)]), Ok(Guest::Known), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8080",
            "localhost",
            "localhost:80",
            "localhost:80800",
            "localhost.evil.example:8080",
            "localhost.:8080",
            "a@localhost:8080",
            "127.0.0.1:8080:8080",
            "192.168.1.8:8080",
            "0.0.0.0:8080",
            "127.1:8080",
            "",
        ] {
            assert_eq!(judge(None, "GET", "/", &[("host", host)]), Err(Refusal::Foreign), "{host}");
        }
        assert_eq!(judge(None, "GET", "/", &[]), Err(Refusal::Malformed));
        assert_eq!(of(&[("host", "evil.example")]), Err(Refusal::Malformed));
        let absolute = |uri| judge(None, "GET", uri, &[("host", "localhost:8080")]);
        assert_eq!(absolute("http://localhost:8080/"), Ok(Guest::Known));
        assert_eq!(absolute("http://evil.example/"), Err(Refusal::Foreign));
        assert_eq!(absolute("http://a:b@localhost:8080/"), Err(Refusal::Foreign));
    }

    #[test]
    fn a_page_of_another_site_learns_nothing() {
        assert_eq!(of(&[("origin", "http://localhost:8080")]), Ok(Guest::Known));
        for origin in ["http://evil.example", "https://localhost:8080", "http://localhost:3000", "null", ""] {
            assert_eq!(of(&[("origin", origin)]), Err(Refusal::Foreign), "{origin}");
        }
        let fetch =
            |site, mode, dest| of(&[("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", dest)]);
        assert_eq!(fetch("same-origin", "no-cors", "script"), Ok(Guest::Known));
        assert_eq!(fetch("none", "navigate", "document"), Ok(Guest::Known));
        assert_eq!(fetch("cross-site", "navigate", "document"), Ok(Guest::Known));
        assert_eq!(fetch("cross-site", "navigate", "iframe"), Err(Refusal::Foreign));
        assert_eq!(fetch("cross-site", "no-cors", "script"), Err(Refusal::Foreign));
        assert_eq!(fetch("same-site", "no-cors", "image"), Err(Refusal::Foreign));
    }

    #[test]
    fn nothing_is_taken() {
        let host = ("host", "localhost:8080");
        assert_eq!(judge(None, "HEAD", "/", &[host]), Ok(Guest::Known));
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"] {
            assert_eq!(judge(None, method, "/", &[host]), Err(Refusal::Method), "{method}");
        }
        assert_eq!(of(&[("content-length", "0")]), Ok(Guest::Known));
        assert_eq!(of(&[("content-length", "5")]), Err(Refusal::Body));
        assert_eq!(of(&[("transfer-encoding", "chunked")]), Err(Refusal::Body));
        assert_eq!(of(&[("transfer-encoding", "chunked"), ("content-length", "0")]), Err(Refusal::Body));
    }

    #[test]
    fn a_token_is_asked_of_everybody() {
        let ask = |uri, cookie| judge(Some(TOKEN), "GET", uri, &[("host", "192.168.1.7:8080"), ("cookie", cookie)]);
        assert_eq!(ask("/?loa=0123456789abcdef", ""), Ok(Guest::Invited));
        assert_eq!(ask("/vi/", "a=b; loa8080=0123456789abcdef"), Ok(Guest::Known));
        for (uri, cookie) in [
            ("/", ""),
            ("/?loa=", ""),
            ("/?loa=0123456789abcdeF", ""),
            ("/?xloa=0123456789abcdef", ""),
            ("/", "loa8081=0123456789abcdef"),
            ("/", "loa8080=0123456789abcde"),
            ("/", "loa8080"),
        ] {
            assert_eq!(ask(uri, cookie), Err(Refusal::Stranger), "{uri} {cookie}");
        }
        assert_eq!(
            judge(Some(TOKEN), "GET", "/", &[("host", "localhost:8080")]),
            Err(Refusal::Stranger),
            "this machine too"
        );
    }
}
