//! What an address asks for. Only what can be a path of a site passes; it is decoded once and never touches a disk.

use crate::base::SitePath;

/// The folder of the tool's own pages. No folder of a site begins with a line (DESIGN, section 4).
const TOOL: &str = "/_loa/";

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A file of the site, or a folder without its slash.
    File(SitePath),
    /// A folder; none for the site itself.
    Folder(Option<SitePath>),
    /// What stands behind `/_loa/`.
    Tool(String),
}

/// Why an address asks for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No browser writes it.
    Malformed,
    /// No site has such a path.
    Nowhere,
}

/// Reads the path of a request.
pub(super) fn read(path: &str) -> Result<Address, Fault> {
    let text = decode(path).ok_or(Fault::Malformed)?;
    let is_odd = |part: &str| part == "." || part == "..";
    if text.contains(|c: char| c.is_control() || c == '\\') || text.split('/').any(is_odd) {
        return Err(Fault::Malformed);
    }
    // Somebody types it without the slash at its end.
    let tool = if text == TOOL.trim_end_matches('/') { Some("") } else { text.strip_prefix(TOOL) };
    if let Some(page) = tool {
        return Ok(Address::Tool(page.to_owned()));
    }
    let text = text.strip_prefix('/').ok_or(Fault::Malformed)?;
    let path = |text| SitePath::new(text).map_err(|_| Fault::Nowhere);
    match text.strip_suffix('/') {
        _ if text.is_empty() => Ok(Address::Folder(None)),
        Some(folder) => Ok(Address::Folder(Some(path(folder)?))),
        None => Ok(Address::File(path(text)?)),
    }
}

/// Takes `%` and two digits as a byte, once. A slash that is written so would be a border that nobody else sees.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => Some(digit(rest.next()?)? * 16 + digit(rest.next()?)?).filter(|byte| *byte != b'/')?,
            plain => plain,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// A path of the site as it stands in an address.
pub(super) fn write(path: &SitePath) -> String {
    let mut address = "/".to_owned();
    for byte in path.as_str().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(char::from(byte))
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    #[test]
    fn an_address_is_a_path_a_folder_or_the_tools_own() {
        assert_eq!(read("/"), Ok(Address::Folder(None)));
        assert_eq!(read("/vi"), Ok(Address::File(path("vi"))));
        assert_eq!(read("/vi/"), Ok(Address::Folder(Some(path("vi")))));
        assert_eq!(read("/vi/a/index.html"), Ok(Address::File(path("vi/a/index.html"))));
        assert_eq!(read("/_loa/"), Ok(Address::Tool(String::new())));
        assert_eq!(read("/_loa"), Ok(Address::Tool(String::new())));
        assert_eq!(read("/_loa/a/b"), Ok(Address::Tool("a/b".to_owned())));
        // Letters with their marks before or behind are one name.
        assert_eq!(read("/tr%E1%BA%BB.pdf"), Ok(Address::File(path("tr\u{1EBB}.pdf"))));
        assert_eq!(read("/tre%CC%89.pdf"), Ok(Address::File(path("tr\u{1EBB}.pdf"))));
        assert_eq!(write(&path("tr\u{1EBB} con.pdf")), "/tr%E1%BA%BB%20con.pdf");
    }

    #[test]
    fn nothing_leads_out() {
        for text in [
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/%2E%2e%2fetc/passwd",
            "/..%2fetc",
            "/..%5cetc",
            "/..\\etc",
            "/a/./b",
            "/a/../b",
            "/_loa/../x",
            "/_loa/%2e%2e/x",
            "/a%00b",
            "/a\u{7F}",
            "/a%0d%0ab",
            "/%",
            "/%4",
            "/%zz",
            "/a%2Fb",
            "/%c0%ae%c0%ae/",
            "/%ff",
            "*",
            "",
            "etc/passwd",
        ] {
            assert_eq!(read(text), Err(Fault::Malformed), "{text}");
        }
        for text in ["//", "//evil.example/", "/a//b", "/C:/x", "/con", "/a ", "/a./b", "/a%3Fb", "/%252e%252e/%3C"] {
            assert_eq!(read(text), Err(Fault::Nowhere), "{text}");
        }
    }
}
