//! Whatever anybody typed, what is written is sound: nothing of it becomes markup of its own.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::tests::{parse, resolved, written};
use crate::model::Resolved;
use crate::parse::source_text;

#[test]
fn nothing_typed_becomes_markup() {
    let attacks = [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>x</script>'>",
        "[a](javascript&colon;alert(1)) [a](&#106;avascript:x) [a](JaVaScRiPt:x) <javascript:x> [a](java\u{00AD}script:x)",
        "[a](data:text/html,<script>x</script>) ![a](data:text/html;base64,x) [a](vbscript:x) [a](file:///etc/passwd)",
        "[a][b]\n\n[b]: javascript:alert(1) \"x\"",
        "[a](//bad.example) [a](\\\\bad.example) [a](https://good.example@bad.example)",
        "![\" onerror=\"alert(1)](x.jpg) ![a](x.jpg \"\\\" onerror=\\\"alert(1)\") ![a](<\" onerror=\"x.jpg>)",
        "[a](<\" onclick=\"x> \"\\\"><script>\") [a](<'><script>x</script>>)",
        "# \"><script>alert(1)</script>\n\n## </h2><script>",
        "| <script> | \" onclick=\" |\n|---|---|\n| </td><script>x</script> | `</code><script>` |",
        "```\n</code></pre><script>x</script>\n```\n\n`</code><script>`",
        "```\"><script>\nx\n```",
        "a[^\"><script>]\n\n[^\"><script>]: </li></ol><script>",
        "> [!\"><script>]\n> a\n\n> [!note]\n> </section><script>",
        "<hotline:\"><script>> [a](<hotline:\" onclick=\"x>) [a](tel:\"onclick) <tel:\"><script>>",
        "<!-- --><script>x</script><!-- -->\n\n<!--><script>x</script>-->",
        "<a href=\"javascript:x\">x</a>\n\n<?php x ?>\n\n<![CDATA[<script>]]>\n\n<!DOCTYPE x>",
        "[a](../x/#\"><script>) [a](%22%3E%3Cscript%3E/) [a](..%5c..%5cx/) [a](%00/)",
        "&lt;script&gt;alert(1)&lt;/script&gt; \\<script> \u{2028}<script\u{2029}>",
    ];
    for attack in attacks {
        let doc = parse(format!("---\na: b\n---\n{attack}\n").as_bytes());
        let html = written(&doc, &resolved(&doc));
        check(&html).unwrap_or_else(|fault| panic!("{attack}\n{fault}\n{html}"));
        let unresolved = written(&doc, &Resolved::default());
        check(&unresolved).unwrap_or_else(|fault| panic!("{attack}\n{fault}\n{unresolved}"));
    }
}

/// Tags that are never closed.
const VOID: [&str; 3] = ["br", "hr", "img"];

/// Tags that may stand in a paragraph.
const PHRASING: [&str; 9] = ["a", "br", "code", "em", "img", "s", "small", "span", "strong"];

/// The attributes that the writer uses.
const ATTRIBUTES: [&str; 26] = [
    "alt",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "class",
    "controls",
    "decoding",
    "dir",
    "download",
    "height",
    "href",
    "id",
    "lang",
    "loading",
    "playsinline",
    "preload",
    "rel",
    "role",
    "scope",
    "sizes",
    "src",
    "srcset",
    "start",
    "tabindex",
    "translate",
    "width",
];

/// Reads markup as strictly as it is written: known attributes, quotes round all values, balanced tags, ids once.
fn check(html: &str) -> Result<(), String> {
    let (mut open, mut ids, mut named): (Vec<&str>, BTreeSet<&str>, Vec<&str>) =
        (Vec::new(), BTreeSet::new(), Vec::new());
    let mut parts = html.split('<');
    if parts.next().is_some_and(|text| text.contains(['>', '"', '\''])) {
        return Err("a bare sign before the first tag".to_owned());
    }
    for part in parts {
        let (tag, text) = part.split_once('>').ok_or("a tag without an end")?;
        if text.contains(['>', '"', '\'']) {
            return Err(format!("a bare sign in {text}"));
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if name == "script" || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(format!("<{name}>"));
        }
        for (key, value) in pairs(attributes)? {
            match key {
                "id" if !ids.insert(value) => return Err(format!("two ids {value}")),
                "aria-labelledby" => named.push(value),
                "href" | "src" if !is_safe(value) => return Err(format!("an address {value}")),
                _ if !ATTRIBUTES.contains(&key) => return Err(format!("an attribute {key}")),
                _ => {}
            }
        }
        if open.last() == Some(&"p") && !PHRASING.contains(&name) && name != "sup" || name == "a" && open.contains(&"a")
        {
            return Err(format!("<{name}> in {open:?}"));
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    let nameless = named.iter().find(|id| !ids.contains(**id));
    nameless.map_or(Ok(()), |id| Err(format!("no id {id}")))?;
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

/// The attributes of a tag; an attribute without a value has an empty one.
fn pairs(attributes: &str) -> Result<Vec<(&str, &str)>, String> {
    let (mut found, mut rest) = (Vec::new(), attributes.trim_start());
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        if let Some(value) = after.strip_prefix("=\"") {
            let (value, after) = value.split_once('"').ok_or("a value without an end")?;
            found.push((key, value));
            rest = after.trim_start();
        } else if after.starts_with('=') {
            return Err(format!("no quotes round the value of {key}"));
        } else {
            found.push((key, ""));
            rest = after.trim_start();
        }
    }
    Ok(found)
}

fn is_safe(address: &str) -> bool {
    let plain: String = address
        .replace("&amp;", "&")
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    !["javascript:", "data:", "vbscript:", "file:", "//", "\\"].iter().any(|bad| plain.starts_with(bad))
}

/// Pieces of Markdown that mean something beside each other.
const PIECES: &[&str] = &[
    "a",
    "đ ",
    "漢",
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    "\t",
    "    ",
    "> ",
    ">",
    "- ",
    "1. ",
    "# ",
    "### ",
    "===\n",
    "---\n",
    "```\n",
    "`",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    ">",
    "</b>",
    "<b c=\"",
    "<!--",
    "-->",
    "<script>",
    "<![CDATA[",
    "&amp;",
    "&colon;",
    "&#0;",
    "javascript:x",
    "//h.vn",
    "https://a.vn/x",
    "www.a.vn",
    "tel:111",
    "<hotline:111>",
    "[!signs]",
    "[!x]",
    "|",
    "|a|b|\n|-|-|\n",
    "[ ] ",
    "[x] ",
    "[^1]",
    "[^1]: ",
    "[a]: x\n",
    "gọi 111 ",
    "0981 848 484",
    "1800 1567",
    "một tám không không ",
    "x.mp3",
    "![a](x.mp3)",
    "![b](x.jpg)",
    "\"",
    "'",
    "\\",
    "\u{200B}",
    "\u{202E}",
    "\r\n",
    "\u{301}",
    "title: A\n",
    "%20",
    "#x",
    "&",
];

fn markdown() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let doc = parse(bytes);
    let text = source_text(bytes);
    for finding in &doc.diagnostics {
        let span = finding.place.span.clone();
        prop_assert!(span.clone().is_none_or(|span| text.get(span).is_some()), "{} at {span:?}", finding.code);
    }
    for seen in &doc.summary.phones {
        prop_assert!(text.get(seen.span.clone()).is_some_and(|words| !words.is_empty()), "{seen:?}");
    }
    let spans = doc.summary.links.iter().map(|seen| &seen.span).chain(doc.summary.media.iter().map(|seen| &seen.span));
    let starts: Vec<usize> = spans.clone().map(|span| span.start).collect();
    prop_assert!(spans.clone().all(|span| text.get(span.clone()).is_some_and(|words| !words.is_empty())));
    prop_assert_eq!(starts.iter().collect::<BTreeSet<_>>().len(), starts.len(), "two links or files at one place");
    let resolved = resolved(&doc);
    for resolved in [&resolved, &Resolved::default()] {
        let html = written(&doc, resolved);
        prop_assert_eq!(check(&html), Ok(()), "{}", html);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markdown_is_written_soundly(body in markdown(), front in prop::bool::ANY) {
        holds(format!("{}{body}", if front { "---\ntitle: A\n---\n" } else { "" }).as_bytes())?;
    }

    #[test]
    fn any_bytes_are_written_soundly(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        holds(&bytes)?;
    }

    #[test]
    fn any_text_is_written_soundly(text in "\\PC{0,80}") {
        holds(text.as_bytes())?;
    }
}
