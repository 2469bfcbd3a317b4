//! What a file becomes, told by small files.

use super::*;
use crate::base::{Phone, Severity, Span};
use crate::model::{Block, Callout, Inline, MediaKind, Summary, Target};

pub fn cues() -> Cues {
    Cues::new(["gọi", "số", "tổng đài", "hotline", "điện thoại", "máy"])
}

/// A file with this body.
pub fn parse(body: &str) -> (Doc, String) {
    let text = format!("---\ntitle: A\n---\n{body}");
    let file = SitePath::new("content/a/vi.md").unwrap();
    (document(&file, text.as_bytes(), Digest::of(text.as_bytes()), &cues(), &Customs::VIETNAMESE), text)
}

fn summary(body: &str) -> Summary {
    parse(body).0.summary
}

fn codes(doc: &Doc) -> Vec<&'static str> {
    doc.diagnostics.iter().map(|finding| finding.code).collect()
}

/// The codes of a body, each with the text it points at.
fn findings(body: &str) -> Vec<(&'static str, String)> {
    let (doc, text) = parse(body);
    let at = |finding: &Diagnostic| finding.place.span.clone().and_then(|span| text.get(span)).unwrap().to_owned();
    doc.diagnostics.iter().map(|finding| (finding.code, at(finding))).collect()
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn phone(shown: &str) -> Inline {
    Inline::Phone { shown: shown.to_owned(), phone: Phone::parse(shown).unwrap() }
}

fn paragraph(body: &str) -> Vec<Inline> {
    match parse(body).0.blocks.into_iter().next() {
        Some(Block::Paragraph(inlines)) => inlines,
        other => panic!("{other:?}"),
    }
}

/// The numbers of a body: as typed, whether they are sure, and what stands at their place.
fn numbers(body: &str) -> Vec<(String, bool, String)> {
    let (doc, text) = parse(body);
    let at = |span: &Span| text.get(span.clone()).unwrap().to_owned();
    doc.summary.phones.iter().map(|seen| (seen.shown.clone(), seen.sure, at(&seen.span))).collect()
}

fn bytes(bytes: &[u8]) -> Doc {
    document(&SitePath::new("content/a/vi.md").unwrap(), bytes, Digest::of(bytes), &cues(), &Customs::VIETNAMESE)
}

#[test]
fn files_that_are_no_text_have_one_diagnostic() {
    assert_eq!(codes(&bytes(b"")), ["empty-file"]);
    assert_eq!(codes(&bytes(b"\xEF\xBB\xBF \r\n")), ["empty-file"]);
    assert_eq!(codes(&bytes(b"\xFF\xFEa\0")), ["utf-16-file"]);
    assert_eq!(codes(&bytes(b"PK\x03\x04")), ["binary-file"]);
    let broken = b"\xEF\xBB\xBF---\ntitle: Ti\xEA\xECng\n---\n<b>";
    let doc = bytes(broken);
    assert_eq!(codes(&doc), ["not-utf-8"]);
    let finding = doc.diagnostics.first().unwrap();
    assert_eq!(finding.args.get("guess").map(String::as_str), Some("title: Tiếng"));
    assert_eq!(finding.place.span, Some(13..13));
    assert!(doc.front.get("title").is_some() && !doc.front.is_sound, "no key of it is reported as missing");
    assert!(source_text(broken).get(..13).is_some_and(|head| head.ends_with("Ti")));
}

#[test]
fn windows_line_ends_and_marks_change_nothing() {
    let unix = "---\ntitle: A\n---\n> [!act]\n> 1. Gọi 111\n>\n> - x\n\n\tcode\n";
    let windows = format!("\u{FEFF}{}", unix.replace('\n', "\r\n"));
    let (unix, windows) = (bytes(unix.as_bytes()), bytes(windows.as_bytes()));
    assert_eq!((unix.blocks, unix.diagnostics), (windows.blocks, windows.diagnostics));
    assert_eq!(unix.summary.body_digest, windows.summary.body_digest);
}

#[test]
fn a_callout_is_a_quotation_with_a_mark() {
    let (doc, source) = parse("> [!Signs] Ngay đây\n> - một\n\n> [!CALL]\\\n> hai\n");
    let [Block::Callout { kind: Callout::Signs, body, span }, Block::Callout { kind: Callout::Call, body: call, .. }] =
        doc.blocks.as_slice()
    else {
        panic!("{:?}", doc.blocks)
    };
    assert!(matches!(body.as_slice(), [Block::Paragraph(first), Block::List { .. }] if *first == [text("Ngay đây")]));
    assert_eq!(call.as_slice(), [Block::Paragraph(vec![text("hai")])]);
    assert_eq!(source.get(span.clone()), Some("> [!Signs] Ngay đây\n> - một"));
    assert_eq!(doc.summary.callouts, [Callout::Signs, Callout::Call]);
    assert_eq!(codes(&doc), Vec::<&str>::new());
}

#[test]
fn an_unknown_callout_stays_a_quotation() {
    assert_eq!(findings("> [!waring]\n> x"), [("unknown-callout", "[!waring]".to_owned())]);
    for body in ["> \\[!note] x", "> [!note](../x/)", "> a [!note]", "> x\n>\n> [!note]", "> `[!note]`", "[!note]"] {
        let (doc, _) = parse(body);
        assert!(doc.summary.callouts.is_empty() && doc.diagnostics.is_empty(), "{body}: {:?}", doc.diagnostics);
    }
}

#[test]
fn raw_html_is_text_with_one_warning_a_run() {
    assert_eq!(findings("a <b>c</b> d <i>e</i>"), [("raw-html", "<b>c</b> d <i>e</i>".to_owned())]);
    assert_eq!(paragraph("a <b>c</b>"), [text("a <b>c</b>")]);
    assert_eq!(findings("> <div>\n> x\n> </div>"), [("raw-html", "<div>\n> x\n> </div>".to_owned())]);
    assert_eq!(paragraph("<div>\n**x**\n</div>"), [text("<div> **x** </div>")]);
    let (doc, _) = parse("<font color=red size=7 face=Arial>chữ đỏ</font>");
    assert_eq!(doc.diagnostics.first().unwrap().args.get("html").unwrap(), "<font color=red size=7 face=Arial>chữ đỏ");
}

#[test]
fn comments_are_dropped_in_silence() {
    for body in ["<!-- gọi 111 -->", "<!-- a\n\nb -->\n", "<!--> ", "> <!-- a\n> b -->"] {
        let (doc, _) = parse(body);
        assert!(
            doc.blocks.is_empty() && doc.diagnostics.is_empty() && doc.summary.phones.is_empty(),
            "{body}: {doc:?}"
        );
    }
    assert_eq!(paragraph("a<!-- x -->b"), [text("ab")]);
    // Otherwise a slip would swallow the rest of the page.
    assert_eq!(findings("<!-- a\n\nb"), [("raw-html", "<!-- a\n\nb".to_owned())]);
    assert_eq!(paragraph("<!-- gọi 111 --> **b**"), [text("**b**")]);
}

#[test]
fn a_typed_number_becomes_one_that_can_be_called() {
    assert_eq!(paragraph("Gọi 111 nhé."), [text("Gọi "), phone("111"), text(" nhé.")]);
    assert_eq!(paragraph("**1800&nbsp;1567**"), [Inline::Strong(vec![phone("1800\u{A0}1567")])]);
    assert_eq!(paragraph("a 1800\n1567"), [text("a "), phone("1800 1567")]);
    assert_eq!(numbers("> số 1800\n> 1567"), [("1800 1567".to_owned(), true, "1800\n> 1567".to_owned())]);
    assert_eq!(numbers("số 1800&#46;1567"), [("1800.1567".to_owned(), true, "1800&#46;1567".to_owned())]);
    assert_eq!(numbers("từ 1800-1900"), [("1800-1900".to_owned(), false, "1800-1900".to_owned())]);
    assert!(paragraph("từ 1800-1900").contains(&phone("1800-1900")));
}

#[test]
fn a_number_that_cannot_be_cut_out_is_recorded_only() {
    for body in [
        "1800 **1567**",
        "[số 0981 848 484](../x/)",
        "`0981 848 484`",
        "gọi **18**001567",
        "    0981 848 484",
        "gọi một một một",
    ] {
        let (doc, _) = parse(body);
        assert_eq!(doc.summary.phones.len(), 1, "{body}");
        assert!(!format!("{:?}", doc.blocks).contains("Phone {"), "{body}: {:?}", doc.blocks);
    }
    assert_eq!(numbers("![số 0981 848 484](a.jpg)"), [("0981 848 484".to_owned(), true, "0981 848 484".to_owned())]);
    assert_eq!(numbers("`số 0981848484`"), [("0981848484".to_owned(), true, "0981848484".to_owned())]);
    // A hotline between two groups of digits keeps them apart.
    assert_eq!(numbers("1800<hotline:111>1567").len(), 0);
}

#[test]
fn hotlines_and_numbers_to_dial_are_links() {
    let link = |target: Target, body: Vec<Inline>, span: Span| Inline::Link { target, body, span };
    let hotline = || Target::Hotline("111".to_owned());
    assert_eq!(paragraph("<hotline:111>"), [link(hotline(), vec![], 17..30)]);
    assert_eq!(paragraph("[gọi](hotline:111)"), [link(hotline(), vec![text("gọi")], 17..37)]);
    assert_eq!(
        numbers("[Bấm](tel:+84981848484)"),
        [("+84981848484".to_owned(), true, "[Bấm](tel:+84981848484)".to_owned())]
    );
    let outside = |body: &str| match paragraph(body).as_slice() {
        [Inline::Link { target: Target::Outside(url), body, .. }] => (url.to_string(), body.clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(outside("<tel:١١١>"), ("tel:111".to_owned(), vec![text("111")]));
    assert_eq!(outside("<a@b.vn>"), ("mailto:a@b.vn".to_owned(), vec![text("a@b.vn")]));
}

#[test]
fn links_that_lead_nowhere_are_reported() {
    assert_eq!(findings("x [a](www.a.vn)"), [("link-without-scheme", "[a](www.a.vn)".to_owned())]);
    assert_eq!(findings("[a](javascript&colon;x)"), [("refused-link", "[a](javascript&colon;x)".to_owned())]);
    assert_eq!(findings("[a][b]\n\n[b]: //bad.example"), [("refused-link", "[a][b]".to_owned())]);
    assert_eq!(findings("[](../x/) []() [*\u{20}*](../x/)").len(), 4 - 1);
    assert_eq!(summary("[a](javascript:x)").links.first().unwrap().target, Target::Refused("javascript:x".to_owned()));
}

#[test]
fn media_are_players_or_pictures() {
    let (doc, _) = parse("![nghe](a.mp3)\n![xem](b.MP4)\n\n![ảnh](c.jpg)\n\nNghe ![nghe](a.mp3) đi\n");
    let kinds: Vec<_> = doc.summary.media.iter().map(|seen| (seen.kind, seen.file.as_str())).collect();
    assert_eq!(kinds, [(MediaKind::Sound, "a.mp3"), (MediaKind::Film, "b.MP4"), (MediaKind::Picture, "c.jpg")]);
    let [Block::Player { .. }, Block::Player { .. }, Block::Paragraph(_), Block::Paragraph(words)] =
        doc.blocks.as_slice()
    else {
        panic!("{:?}", doc.blocks)
    };
    let [_, Inline::Link { target: Target::Relative { path, .. }, .. }, _] = words.as_slice() else {
        panic!("{words:?}")
    };
    assert_eq!(path, "a.mp3");
    assert_eq!(findings("![](a.jpg)"), [("missing-alt", "![](a.jpg)".to_owned())]);
    assert_eq!(findings("![a](https://b.vn/c.jpg)"), [("foreign-picture", "![a](https://b.vn/c.jpg)".to_owned())]);
    assert_eq!(paragraph("![a *b* `c`](d.gif) e"), [text("a b c e")]);
    assert_eq!(findings("![a](d.gif)"), [("unknown-media", "![a](d.gif)".to_owned())]);
    assert_eq!(summary("![a <!-- b --> 111](d.jpg)").media.first().unwrap().alt, "a  111");
    // The words of a picture that cannot be shown stay, and the number in them is one number.
    assert_eq!(summary("![gọi 111](d.gif)").phones.len(), 1);
}

#[test]
fn headings_have_ids_of_their_own() {
    let body = "# Mở đầu\n## Mở đầu\n## 2024\n## ភាសាខ្មែរ\nMở đầu 2\n===\n### Gọi <hotline:111> *ngay*\n";
    let (doc, _) = parse(body);
    let ids: Vec<_> = doc.summary.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["mo-dau", "mo-dau-2", "muc-3", "muc-4", "mo-dau-2-2", "goi-111-ngay"]);
    assert_eq!(codes(&doc), ["heading-one", "heading-one"]);
    let long = summary(&format!("## {}", "Phòng, chống mua bán người ".repeat(9)));
    assert_eq!(long.headings.first().unwrap().id, "phong-chong-mua-ban-nguoi-phong-chong-mua-ban-nguoi-phong");
}

#[test]
fn a_change_of_words_or_structure_changes_the_digest() {
    let bodies = [
        "Gọi 111 a",
        "Gọi 112 a",
        "Gọi 111  \na",
        "**Gọi** 111 a",
        "# Gọi 111 a",
        "- Gọi 111 a",
        "> Gọi 111 a",
        "Gọi 111\n\na",
        "`Gọi 111 a`",
        "",
    ];
    let digests: std::collections::BTreeSet<_> = bodies.iter().map(|body| summary(body).body_digest).collect();
    assert_eq!(digests.len(), bodies.len());
    let file = SitePath::new("content/a/vi.md").unwrap();
    let text = "---\ntitle: B\n---\n\nGọi\n111 a <!-- x -->\n";
    let other = document(&file, text.as_bytes(), Digest::of(b""), &Cues::default(), &Customs::VIETNAMESE);
    assert_eq!(
        other.summary.body_digest,
        summary("Gọi 111 a").body_digest,
        "line ends, comments and cues do not count"
    );
}

#[test]
fn soft_line_ends_are_spaces_but_not_in_chinese() {
    assert_eq!(paragraph("một\nhai"), [text("một hai")]);
    assert_eq!(paragraph("漢\n字\nabc"), [text("漢字 abc")]);
    assert_eq!(
        paragraph("一\n**二**\n*c*"),
        [text("一"), Inline::Strong(vec![text("二")]), text(" "), Inline::Emphasis(vec![text("c")])]
    );
}

#[test]
fn what_is_nested_too_deeply_is_dissolved() {
    let cases =
        [">".repeat(100_000), "> ".repeat(100_000), "- ".repeat(100_000), "1. ".repeat(100_000), "*a ".repeat(100_000)];
    for marks in cases {
        let (doc, _) = parse(&format!("{marks}chữ"));
        assert!(format!("{:?}", doc.blocks).contains("chữ"));
        assert!(
            doc.diagnostics.len() <= 1 && codes(&doc).iter().all(|code| *code == "nested-too-deeply"),
            "{:?}",
            codes(&doc)
        );
    }
    for (open, close) in [("[", "]"), ("![", "](a.jpg)"), ("*_", "_*"), ("**a ", " b**"), ("[", "](b)")] {
        let (doc, _) = parse(&format!("{}chữ{}", open.repeat(100_000), close.repeat(100_000)));
        assert!(format!("{:?}", doc.blocks).contains("chữ"), "{open}");
    }
}

#[test]
fn a_page_has_not_more_links_than_the_limit() {
    let (doc, _) = parse(&"[a](b) ".repeat(crate::base::limits::LINKS_A_PAGE + 5));
    assert_eq!(doc.summary.links.len(), crate::base::limits::LINKS_A_PAGE);
    assert_eq!(codes(&doc), ["too-many-links"]);
}

#[test]
fn tables_tasks_and_footnotes_are_read() {
    let (doc, _) = parse("| A | B |\n|---|:-:|\n| c |\n\n- [x] d\n- [ ] e\n\nf[^1] g[^2]\n\n[^1]: h\n");
    let [Block::Table { rows }, Block::List { items, .. }, Block::Paragraph(words), Block::Footnote { label, .. }] =
        doc.blocks.as_slice()
    else {
        panic!("{:?}", doc.blocks)
    };
    assert_eq!(*rows, [vec![vec![text("A")], vec![text("B")]], vec![vec![text("c")], vec![]]]);
    assert_eq!(items.iter().map(|item| item.ticked).collect::<Vec<_>>(), [Some(true), Some(false)]);
    assert_eq!(*words, [text("f"), Inline::FootnoteMark("1".to_owned()), text(" g[^2]")]);
    assert_eq!(label, "1");
}

#[test]
fn nothing_that_an_editor_mends_is_said_of_a_sound_file() {
    let body = "Mua bán người bắt đầu bằng lời hứa.\n\n> [!call]\n> Gọi <hotline:111>.\n\nĐọc [bài](../x/).\n";
    let (doc, _) = parse(body);
    assert_eq!(doc.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count(), 0);
    assert_eq!(doc.summary.opening, "Mua bán người bắt đầu bằng lời hứa. Đọc bài.");
    assert_eq!(doc.summary.words, 12);
}

#[test]
fn a_body_read_again_is_the_one_that_was_read() {
    let bodies = [
        "một",
        "Gọi 111.\n\n- `1800 1567`",
        "![gọi 111](a.jpg)",
        "a *b*\n\n> [!act]\n> c[^1]\n\n[^1]: 111",
        "| 111 |\n|-|",
    ];
    for body in bodies {
        let (doc, text) = parse(body);
        assert_eq!(super::body(&doc.summary, text.as_bytes(), &cues()), doc.blocks, "{body}");
    }
}
