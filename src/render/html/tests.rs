//! The markup that the style sheet knows.

use super::*;
use crate::base::text::{Cues, Customs};
use crate::base::{Digest, Phone, SitePath};
use crate::model::{Direction, Doc, HotlineLink, Href, MediaShown, PhoneShown, Target};
use crate::parse::document;

fn lang(tag: &str) -> Lang {
    Lang::new(tag).unwrap()
}

fn said(text: &str, tag: &str) -> Said {
    Said { text: text.to_owned(), lang: lang(tag), direction: Direction::Ltr }
}

fn hotline(number: &str) -> HotlineLink {
    HotlineLink { number: number.to_owned(), dial: format!("tel:{number}") }
}

pub(super) fn parse(bytes: &[u8]) -> Doc {
    let file = SitePath::new("content/a/vi.md").unwrap();
    document(&file, bytes, Digest::of(bytes), &Cues::new(["gọi", "số"]), &Customs::VIETNAMESE)
}

/// Everything found: what a site would make of the page if it had all it refers to.
pub(super) fn resolved(doc: &Doc) -> Resolved {
    let href = |target: &Target| match target {
        Target::Hotline(name) => Href::Hotline(hotline(name)),
        Target::Relative { path, .. } if path.ends_with(".pdf") => {
            Href::Download { href: path.clone(), note: said("PDF, 120 KB", "vi") }
        }
        Target::Relative { path, anchor: Some(anchor) } => Href::Page(format!("{path}#{anchor}")),
        Target::Relative { path, anchor: None } => Href::Page(format!("{path}index.html")),
        Target::Outside(url) => Href::Outside(url.clone()),
        Target::Refused(_) => Href::Plain,
    };
    let shown = |file: &str| MediaShown {
        src: file.to_owned(),
        set: String::new(),
        dimensions: Some((640, 480)).filter(|_| !file.ends_with("mp3")),
        size: said("1,2 MB", "vi"),
        time: Some(said("2 phút", "vi")).filter(|_| file.ends_with("mp3")),
    };
    let old = Phone::parse("18001567").unwrap();
    let phones = doc.summary.phones.iter().map(|seen| {
        let link = if seen.phone == old {
            PhoneShown::Struck(Some(hotline("111")))
        } else {
            PhoneShown::Link(hotline(seen.phone.as_str()))
        };
        (seen.phone.clone(), link)
    });
    Resolved {
        links: doc.summary.links.iter().map(|seen| (seen.span.start, href(&seen.target))).collect(),
        media: doc.summary.media.iter().map(|seen| (seen.span.start, shown(&seen.file))).collect(),
        heading_ids: doc.summary.headings.iter().map(|heading| heading.id.clone()).collect(),
        phones: phones.collect(),
        ..Resolved::default()
    }
}

pub(super) fn written(doc: &Doc, resolved: &Resolved) -> String {
    let (vi, say) = (lang("vi"), |id: &str| said(id, if id == "callout-act" { "km" } else { "vi" }));
    body(&doc.blocks, resolved, &BodyWords { say: &say, lang: &vi, has_doors: true }).into_string()
}

/// The markup of a body, without its line ends.
fn html(markdown: &str) -> String {
    let doc = parse(format!("---\ntitle: A\n---\n{markdown}").as_bytes());
    written(&doc, &resolved(&doc)).replace('\n', "")
}

#[test]
fn hotlines_are_written_as_the_style_sheet_knows_them() {
    let link = r#"<a class="phone" href="tel:111" translate="no">111</a>"#;
    assert_eq!(html("Gọi <hotline:111>."), format!("<p>Gọi {link}.</p>"));
    assert_eq!(html("<hotline:111>"), format!("<p class=\"number\">{link}</p>"));
    assert_eq!(html("**gọi** 111"), format!("<p><strong>gọi</strong> {link}</p>"));
    assert_eq!(html("**<hotline:111>**"), format!("<p class=\"number\">{link}</p>"));
    assert_eq!(html("[Gọi ngay](hotline:111)"), r#"<p><a class="phone" href="tel:111">Gọi ngay</a></p>"#);
    assert_eq!(
        html("Số 1800 1567."),
        format!(r#"<p>Số <s translate="no">1800 1567</s> <small class="now">(now-number {link})</small>.</p>"#)
    );
    assert_eq!(html("[xem 0981848484](../x/)"), r#"<p><a href="../x/index.html">xem 0981848484</a></p>"#);
}

#[test]
fn callouts_are_sections_named_by_their_heading() {
    assert_eq!(
        html("> [!signs]\n> a\n\n## B\n\n> [!act]\n> c\n\n> [!signs]\n> d"),
        [
            r#"<section class="block signs"><h2 id="box-signs">"#,
            &icon("signs"),
            r#"callout-signs</h2><p>a</p></section>"#,
            r#"<h2 id="b">B</h2>"#,
            r#"<section class="block act"><h3 id="box-act">"#,
            &icon("act"),
            r#"<span lang="km" dir="ltr">callout-act</span></h3><p>c</p></section>"#,
            r#"<section class="block signs"><h3 id="box-signs-2">"#,
            &icon("signs"),
            r#"callout-signs</h3><p>d</p></section>"#,
        ]
        .concat()
    );
    assert!(html("## Box note\n\n> [!note]\n> a").contains(r#"<h3 id="box-note-2">"#));
}

fn icon(name: &str) -> String {
    format!("<svg width=\"24\" height=\"24\" aria-hidden=\"true\"><use href=\"#i-{name}\"></use></svg>")
}

#[test]
fn the_first_list_is_three_doors_where_the_page_has_doors() {
    let doc = parse("---\ntitle: A\n---\n> - x\n> - y\n> - z\n\n- a\n- b\n- c\n\n* d\n* e\n* f\n".as_bytes());
    let at = |doc: &Doc, has_doors: bool| {
        let (vi, say) = (lang("vi"), |id: &str| said(id, "vi"));
        let words = BodyWords { say: &say, lang: &vi, has_doors };
        body(&doc.blocks, &resolved(doc), &words).into_string().replace('\n', "")
    };
    let door = |name: &str, words: &str| format!("<li>{}<div>{words}</div></li>", icon(name));
    let doors = [door("self", "a"), door("near", "b"), door("work", "c")].concat();
    let home = at(&doc, true);
    assert!(home.contains(&format!("<ul class=\"doors\">{doors}</ul>")), "{home}");
    assert_eq!(home.matches("doors").count(), 1, "{home}");
    assert!(!at(&doc, false).contains("doors"));
    for other in ["- a\n- b\n", "- a\n- b\n- c\n- d\n", "- [ ] a\n- [ ] b\n- [ ] c\n", "1. a\n2. b\n3. c\n"] {
        let doc = parse(format!("---\ntitle: A\n---\n{other}").as_bytes());
        assert_eq!(at(&doc, true), at(&doc, false), "{other}");
    }
}

#[test]
fn headings_begin_below_the_title_of_the_page() {
    assert_eq!(
        html("# A\n## B\n### C\n###### D"),
        r#"<h2 id="a">A</h2><h2 id="b">B</h2><h3 id="c">C</h3><h4 id="d">D</h4>"#
    );
    let doc = parse(b"---\na: b\n---\n## A");
    assert_eq!(written(&doc, &Resolved::default()), "<h2>A</h2>\n", "an id that nobody gave is left out");
}

#[test]
fn tables_can_be_scrolled_and_are_named_by_the_heading_above() {
    let table = "| A |   |\n|---|---|\n| b | `c` |";
    let inner = r#"<table><thead><tr><th scope="col">A</th><td></td></tr></thead><tbody><tr><td>b</td><td><code>c</code></td></tr></tbody></table></div>"#;
    assert_eq!(html(table), format!(r#"<div class="scroll" role="group" tabindex="0" aria-label="A">{inner}"#));
    assert_eq!(
        html(&format!("## D\n\n{table}")),
        format!(r#"<h2 id="d">D</h2><div class="scroll" role="group" tabindex="0" aria-labelledby="d">{inner}"#)
    );
}

#[test]
fn who_speaks_is_told_apart_from_the_words() {
    assert_eq!(html("**Bố:** Gọi số nào?"), r#"<p class="line"><strong>Bố:</strong> Gọi số nào?</p>"#);
    for other in ["**Bố:**", "**Bố** nói: gọi ai?", "Xin **nhớ:** 3 điều"] {
        assert!(!html(other).contains("class"), "{other}");
    }
}

#[test]
fn lists_keep_their_numbers_and_ticks() {
    assert_eq!(
        html("3. a\n4. b\n\n- c\n  - d"),
        "<ol start=\"3\"><li>a</li><li>b</li></ol><ul><li>c<ul><li>d</li></ul></li></ul>"
    );
    assert_eq!(html("1. a\n\n   b"), "<ol><li><p>a</p><p>b</p></li></ol>");
    assert_eq!(
        html("- [x] a\n- [ ] b"),
        r#"<ul><li class="task done"><span class="pre">task-done</span> a</li><li class="task"><span class="pre">task-open</span> b</li></ul>"#
    );
}

#[test]
fn media_are_figures_and_left_out_when_missing() {
    let markdown =
        "![ảnh \"x\"](a.jpg)\n\n![nghe](b.mp3)\n\n![xem](c.mp4)\n\na ![ảnh](d.jpg)\n\n[![ảnh](a.jpg)](../x/)";
    let picture = |alt: &str, src: &str| {
        format!(r#"<img src="{src}" alt="{alt}" width="640" height="480" loading="lazy" decoding="async">"#)
    };
    assert_eq!(
        html(markdown),
        [
            format!("<figure>{}</figure>", picture("ảnh &quot;x&quot;", "a.jpg")),
            r#"<figure class="player"><audio controls preload="none" src="b.mp3" aria-label="nghe"></audio><figcaption>nghe <a class="download" href="b.mp3" download>download-file</a> <small>(MP3, 2 phút, 1,2 MB)</small></figcaption></figure>"#.to_owned(),
            r#"<figure class="player"><video controls playsinline preload="none" src="c.mp4" aria-label="xem" width="640" height="480"></video><figcaption>xem <a class="download" href="c.mp4" download>download-file</a> <small>(MP4, 1,2 MB)</small></figcaption></figure>"#.to_owned(),
            format!("<p>a {}</p>", picture("ảnh", "d.jpg")),
            format!(r#"<p><a href="../x/index.html">{}</a></p>"#, picture("ảnh", "a.jpg")),
        ]
        .concat()
    );
    let doc = parse(format!("---\na: b\n---\n{markdown}").as_bytes());
    assert_eq!(
        written(&doc, &Resolved::default()),
        "<p>ảnh &quot;x&quot;</p>\n<p>nghe</p>\n<p>xem</p>\n<p>a ảnh</p>\n<p>ảnh</p>\n"
    );
}

#[test]
fn links_say_what_they_are() {
    assert_eq!(
        html("[a](https://b.vn/?x=1&y=2)"),
        r#"<p><a rel="external noreferrer" href="https://b.vn/?x=1&amp;y=2">a</a></p>"#
    );
    assert_eq!(html("<a@b.vn>"), r#"<p><a href="mailto:a@b.vn">a@b.vn</a></p>"#);
    assert_eq!(
        html("[a *b*](../c.pdf)"),
        r#"<p><a class="download" href="../c.pdf">a <em>b</em></a> <small>(PDF, 120 KB)</small></p>"#
    );
    assert_eq!(html("[a](#muc)"), r##"<p><a href="#muc">a</a></p>"##);
    assert_eq!(html("[a](javascript:x) [b][c]"), "<p>a [b][c]</p>");
}

#[test]
fn footnotes_are_numbered_as_they_are_met() {
    assert_eq!(
        html("a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X[^z]\n\n[^z]: Z\n\n[^w]: W\n\n    V"),
        concat!(
            r##"<p>a<sup class="mark"><a id="fnref-1" href="#fn-1">1</a></sup> b<sup class="mark"><a id="fnref-2" href="#fn-2">2</a></sup> "##,
            r##"c<sup class="mark"><a id="fnref-1-2" href="#fn-1">1</a></sup></p>"##,
            r#"<section class="footnotes" aria-labelledby="footnotes"><h2 id="footnotes">footnotes</h2><ol><li id="fn-1">X"#,
            r##"<sup class="mark"><a id="fnref-3" href="#fn-3">3</a></sup></li><li id="fn-2">Y</li><li id="fn-3">Z</li>"##,
            r#"<li id="fn-4"><p>W</p><p>V</p></li></ol></section>"#,
        )
    );
}

#[test]
fn headings_in_footnotes_keep_their_own_ids() {
    let html = html("a[^1]\n\n[^1]: b\n\n    ## C\n\n## D");
    assert!(html.contains(r#"<h2 id="d">D</h2>"#) && html.contains(r#"<h2 id="c">C</h2>"#), "{html}");
}
