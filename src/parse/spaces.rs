//! Links and pictures that Markdown does not take for such, because their address holds a space: `![ảnh](anh 1.jpg)`.
//! Files on an officer's computer have names like that, and her readers would see the brackets.

use crate::base::text::any_pair;
use crate::base::{Diagnostic, Place, Span};
use crate::model::Summary;

use super::origin::Origin;

/// Every `](` with a space in the brackets that became neither link nor picture.
pub(super) fn addresses(origin: &Origin<'_>, summary: &Summary) -> Vec<Diagnostic> {
    let taken: Vec<&Span> =
        summary.links.iter().map(|link| &link.span).chain(summary.media.iter().map(|media| &media.span)).collect();
    let text = origin.text.get(origin.body..).unwrap_or("");
    let mut found = Vec::new();
    let mut start = origin.body;
    let mut is_code = false;
    // Most bodies have no code, and most lines no link.
    let has_code = any_pair(text.as_bytes(), |one, other| (one == other) & ((one == b'`') | (one == b'~')));
    for line in text.split_inclusive('\n') {
        if has_code {
            let words = line.trim_start();
            is_code ^= words.starts_with("```") || words.starts_with("~~~");
        }
        let is_free = |at: usize| !taken.iter().any(|span| span.contains(&at));
        let line_or_none = if line.contains(']') { line } else { "" };
        for (at, address) in spaced(line_or_none).filter(|(at, _)| !is_code && is_free(start + at)) {
            let mended = line.trim_end().replace(&format!("]({address})"), &format!("](<{}>)", address.trim()));
            let span = start + at + "](".len()..start + at + "](".len() + address.len();
            let finding = Diagnostic::error("address-with-spaces", Place::at(origin.file, span));
            found.push(finding.arg("address", address.trim()).paste(mended));
        }
        start += line.len();
    }
    found
}

/// The addresses of a line that hold a space between words, and where their `](` stand.
fn spaced(line: &str) -> impl Iterator<Item = (usize, &str)> {
    // How far back quotes were counted, and whether code is open there: no byte of a long line is looked at for each link.
    let (mut counted, mut is_quoted) = (0, false);
    let mut close = 0;
    line.match_indices("](").filter_map(move |(at, mark)| {
        let start = at + mark.len();
        is_quoted ^= line.get(counted..at)?.matches('`').count() % 2 == 1;
        counted = at;
        if close < start {
            close = line.get(start..)?.find(')').map_or(line.len(), |end| start + end);
        }
        let address = line.get(start..close).filter(|_| close < line.len())?;
        // `<a b>` is how it is written rightly; a quotation mark begins the title of a sound link.
        let is_plain = || !is_quoted && !address.contains(['<', '"', '`', '\'']);
        (address.trim().contains(char::is_whitespace) && is_plain()).then_some((at, address))
    })
}

#[cfg(test)]
mod tests {
    use crate::base::text::{Cues, Customs};
    use crate::base::{Digest, SitePath};

    fn codes(body: &str) -> Vec<&'static str> {
        let text = format!("---\ntitle: x\n---\n{body}\n");
        let file = SitePath::new("content/vi.md").unwrap();
        let doc =
            crate::parse::document(&file, text.as_bytes(), Digest::of(b""), &Cues::default(), &Customs::VIETNAMESE);
        doc.diagnostics.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_space_in_an_address_is_told() {
        assert_eq!(codes("Xem ![hai người](anh 1.jpg) này."), ["address-with-spaces"]);
        assert_eq!(codes("[tờ rơi](to roi.pdf)"), ["address-with-spaces"]);
    }

    #[test]
    fn sound_links_and_code_are_left_alone() {
        for body in ["![x](<anh 1.jpg>)", "[a](b.pdf \"tờ rơi\")", "`[a](b c)`", "```\n[a](b c)\n```", "a[1] (b c)"]
        {
            assert_eq!(codes(body), Vec::<&str>::new(), "{body}");
        }
    }
}
