//! Where a link leads, from what stands in its brackets. Nothing becomes a link that could run a program, that hides
//! where it goes, or that means something else than the editor sees.

use crate::base::text::{digit, is_invisible};
use crate::base::{Phone, Url, UrlFault};
use crate::model::{MediaKind, Target};

/// Ends of names that people type without a scheme, where no slash after them tells a host from a file.
const DOMAINS: &[&str] = &["vn", "com", "net", "org", "edu", "gov", "info", "int", "asia", "me", "io", "app", "ly"];

/// Schemes that dial, of which the number is looked at.
const DIALLING: &[&str] = &["tel", "sms"];

/// What an address is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// Where it leads.
    pub target: Target,
    /// Why it leads nowhere.
    pub fault: Option<Fault>,
    /// The number that it dials, as typed and as compared.
    pub dialled: Option<(String, Phone)>,
}

/// What is wrong with an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The code of the diagnostic.
    pub code: &'static str,
    /// The address mended, where that is plain.
    pub paste: Option<String>,
}

impl Fault {
    fn new(code: &'static str) -> Fault {
        Fault { code, paste: None }
    }

    fn mended(code: &'static str, paste: String) -> Fault {
        Fault { code, paste: Some(paste) }
    }
}

/// Reads the address of a link, from which the parser has taken references and backslashes.
pub(super) fn target(address: &str) -> Read {
    let read = |target: Target| Read { target, fault: None, dialled: None };
    let refuse = |fault: Fault| Read { target: Target::Refused(address.to_owned()), fault: Some(fault), dialled: None };
    let scheme = address.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    match scheme {
        Some((scheme, rest)) if scheme == "hotline" => return read(Target::Hotline(rest.trim().to_owned())),
        Some((scheme, rest)) if DIALLING.contains(&scheme.as_str()) => return dialling(address, &scheme, rest),
        _ => {}
    }
    if let Some(mended) = with_scheme(address) {
        return refuse(Fault::mended("link-without-scheme", mended));
    }
    match Url::new(address) {
        Ok(url) => read(Target::Outside(url)),
        Err(UrlFault::NoScheme) => relative(address).map_or_else(refuse, read),
        Err(UrlFault::Deceit) => refuse(deceit(address)),
        Err(UrlFault::Scheme | UrlFault::NoHost) => refuse(refused(address)),
    }
}

/// Reads the address of a picture, sound or film: a file of the site.
pub(super) fn file(address: &str) -> Result<(MediaKind, String), Fault> {
    if with_scheme(address).is_some() || !matches!(Url::new(address), Err(UrlFault::NoScheme)) {
        let is_windows = address.contains('\\') && !address.starts_with('\\');
        return Err(if is_windows { refused(address) } else { Fault::new("foreign-picture") });
    }
    let Target::Relative { path, .. } = relative(address)? else { return Err(Fault::new("foreign-picture")) };
    let name = path.rsplit('/').next().unwrap_or(&path);
    let extension = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    let kind = MediaKind::of_extension(&extension).ok_or(Fault::new("unknown-media"))?;
    Ok((kind, path))
}

/// An address that dials. Its digits become ASCII: a phone dials nothing else.
fn dialling(address: &str, scheme: &str, rest: &str) -> Read {
    let typed = decoded(rest).unwrap_or_else(|| rest.to_owned());
    let folded: String = typed.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let number = folded.split(['?', ';']).next().unwrap_or("").trim_start_matches('/').to_owned();
    let target = Url::new(&format!("{scheme}:{folded}"));
    match (Phone::parse(&number), target) {
        (Some(phone), Ok(url)) => Read { target: Target::Outside(url), fault: None, dialled: Some((number, phone)) },
        (Some(phone), Err(_)) => {
            let mended = format!("{scheme}:{}", number.replace(|c: char| c.is_whitespace() || is_invisible(c), ""));
            let fault = Fault::mended("deceitful-link", mended);
            Read { target: Target::Refused(address.to_owned()), fault: Some(fault), dialled: Some((number, phone)) }
        }
        (None, _) => {
            let fault = Some(Fault::new("refused-link"));
            Read { target: Target::Refused(address.to_owned()), fault, dialled: None }
        }
    }
}

/// The address with the scheme that its writer left out.
pub(super) fn with_scheme(address: &str) -> Option<String> {
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or("");
    if !address.contains('/')
        && let Some((name, domain)) = address.split_once('@')
        && !name.is_empty()
        && is_host(domain)
    {
        return (!name.contains(':')).then(|| format!("mailto:{address}"));
    }
    let (_, last) = host.rsplit_once('.')?;
    let rest = address.strip_prefix(host).unwrap_or("");
    let is_known = DOMAINS.iter().any(|domain| domain.eq_ignore_ascii_case(last));
    // Folders of a site have no dots, so a name with dots before a slash is a host; before a colon it has a port.
    let is_meant =
        host.to_ascii_lowercase().starts_with("www.") || is_known || (rest.starts_with('/') && is_host(host));
    (is_meant && is_host(host)).then(|| format!("https://{address}"))
}

/// Whether a text is shaped like the name of a host: labels joined by dots, the last of letters alone.
fn is_host(text: &str) -> bool {
    let sound = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let Some((_, last)) = text.rsplit_once('.') else { return false };
    text.split('.').all(sound) && last.len() >= 2 && last.chars().all(char::is_alphabetic)
}

fn refused(address: &str) -> Fault {
    let mended = match address.strip_prefix("//") {
        Some(rest) if is_host(rest.split('/').next().unwrap_or("")) => Some(format!("https:{address}")),
        _ if address.contains('\\') && !address.starts_with('\\') && !address.contains(':') => {
            Some(address.replace('\\', "/"))
        }
        _ => None,
    };
    Fault { code: "refused-link", paste: mended }
}

fn deceit(address: &str) -> Fault {
    let cleaned = address.replace(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c), "");
    let mended = Some(cleaned).filter(|cleaned| cleaned != address && Url::new(cleaned).is_ok());
    Fault { code: "deceitful-link", paste: mended }
}

/// An address inside the site: `path?query#anchor`, percent-encoded or not. The query is for nobody: pages are files.
fn relative(address: &str) -> Result<Target, Fault> {
    if address.contains('\\') {
        return Err(refused(address));
    }
    let (path, anchor) = address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let readable = |part: &str| decoded(part).unwrap_or_else(|| part.to_owned());
    let (path, anchor) = (readable(path), anchor.map(readable).filter(|anchor| !anchor.is_empty()));
    if path.is_empty() && anchor.is_none() {
        return Err(Fault::new("link-without-address"));
    }
    let is_hidden = |c: char| c.is_control() || is_invisible(c);
    if path.contains(is_hidden) || anchor.as_ref().is_some_and(|anchor| anchor.contains(is_hidden)) {
        return Err(deceit(address));
    }
    if path.contains('\\') {
        return Err(refused(&path));
    }
    Ok(Target::Relative { path, anchor })
}

/// The text with its `%41` as characters; `None` if that gives no UTF-8.
fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.split_at_checked(2).and_then(|(hex, more)| Some((hex_byte(hex)?, more))) {
            Some((byte, more)) => {
                bytes.push(byte);
                rest = more;
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

fn hex_byte(digits: &str) -> Option<u8> {
    // `from_str_radix` alone would take a sign for a digit.
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(address: &str) -> (&'static str, Option<String>) {
        let read = target(address);
        assert_eq!(read.target, Target::Refused(address.to_owned()), "{address}");
        let fault = read.fault.unwrap();
        (fault.code, fault.paste)
    }

    fn path(address: &str) -> (String, Option<String>) {
        match target(address) {
            Read { target: Target::Relative { path, anchor }, fault: None, dialled: None } => (path, anchor),
            other => panic!("{address}: {other:?}"),
        }
    }

    #[test]
    fn schemes_that_are_not_let_in_are_refused() {
        for address in [
            "javascript:x",
            "JaVa\tScript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///c:/x",
            "\\\\host\\x",
            "ftp://a.vn",
            "https:///x",
        ] {
            assert_eq!(code(address), ("refused-link", None), "{address}");
        }
        assert_eq!(code("//bad.example/x"), ("refused-link", Some("https://bad.example/x".to_owned())));
        assert_eq!(code("..\\x\\"), ("refused-link", Some("../x/".to_owned())));
        assert_eq!(code("%5c%5chost").0, "refused-link");
        assert_eq!(code("c:\\x").0, "refused-link");
    }

    #[test]
    fn hosts_without_a_scheme_are_told_from_files() {
        for address in [
            "www.example.vn",
            "facebook.com/x",
            "zalo.me/g/x?a=1",
            "bocongan.gov.vn",
            "facebook.com:443/x",
            "chinhphu.vn#x",
        ] {
            assert_eq!(code(address), ("link-without-scheme", Some(format!("https://{address}"))));
        }
        assert_eq!(code("a.b@c.gov.vn"), ("link-without-scheme", Some("mailto:a.b@c.gov.vn".to_owned())));
        for address in ["mau-don.pdf", "../x/", "vi.md", "./vi.md", "a/b.c/d", "x", "bài.docx", ".../x"] {
            assert_eq!(path(address), (address.to_owned(), None));
        }
    }

    #[test]
    fn what_hides_where_it_leads_is_deceit() {
        assert_eq!(code("https://congan.example@bad.example"), ("deceitful-link", None));
        assert_eq!(code("https://a.vn/x y"), ("deceitful-link", Some("https://a.vn/xy".to_owned())));
        assert_eq!(code("../a\u{202E}b/").0, "deceitful-link");
        assert_eq!(code("../a%00b/").0, "deceitful-link");
        assert_eq!(code("tel:1800 1567"), ("deceitful-link", Some("tel:18001567".to_owned())));
    }

    #[test]
    fn relative_addresses_are_taken_apart() {
        assert_eq!(path("../a%20b/?x=1#m%E1%BB%A5c"), ("../a b/".to_owned(), Some("mục".to_owned())));
        assert_eq!(path("#muc-1"), (String::new(), Some("muc-1".to_owned())));
        assert_eq!(path("100%"), ("100%".to_owned(), None));
        assert_eq!(path("%+1%ff"), ("%+1%ff".to_owned(), None));
        assert_eq!(code("").0, "link-without-address");
        assert_eq!(code("#").0, "link-without-address");
    }

    #[test]
    fn what_is_dialled_is_read() {
        let read = target("TEL:+84-981-84%2084.84");
        assert_eq!(
            read.dialled,
            None.or(Phone::parse("0981848484").map(|phone| ("+84-981-84 84.84".to_owned(), phone)))
        );
        let read = target("tel:١١١");
        assert_eq!(read.target, Target::Outside(Url::new("tel:111").unwrap()));
        let read = target("sms:111?body=SOS");
        assert_eq!(read.dialled.unwrap().0, "111");
        assert_eq!(code("tel:abc").0, "refused-link");
        assert_eq!(code("tel:").0, "refused-link");
    }

    #[test]
    fn hotlines_are_named_by_folder() {
        assert_eq!(target("Hotline:111").target, Target::Hotline("111".to_owned()));
        assert_eq!(target("hotline: bao-ho ").target, Target::Hotline("bao-ho".to_owned()));
    }

    #[test]
    fn media_are_files_of_the_site() {
        assert_eq!(file("anh%201.JPG?x").unwrap(), (MediaKind::Picture, "anh 1.JPG".to_owned()));
        assert_eq!(file("../a/b.mp3").unwrap(), (MediaKind::Sound, "../a/b.mp3".to_owned()));
        let code = |address: &str| file(address).unwrap_err().code;
        for address in [
            "https://a.vn/x.jpg",
            "//a.vn/x.jpg",
            "data:image/png;base64,x",
            "www.a.vn/x.png",
            "tel:111",
            "hotline:111",
        ] {
            assert_eq!(code(address), "foreign-picture", "{address}");
        }
        assert_eq!((code("x.gif"), code("x.heic"), code("x")), ("unknown-media", "unknown-media", "unknown-media"));
        assert_eq!(code("anh\\1.jpg"), "refused-link");
        assert_eq!(code("c:\\anh\\1.jpg"), "refused-link");
    }
}
