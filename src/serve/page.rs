//! What a page gets on its way to the browser: the script that keeps it current, and a banner where there is something
//! to say. The tree is never touched, and the bytes of the page are not copied.

use std::collections::VecDeque;

use bytes::Bytes;

/// The one element that is added to every page. It stands first, so that it sees the page before any other script does.
const SCRIPT: &[u8] = b"<script src=\"/_loa/xem.js\" defer></script>";

/// A page with the script at the beginning of its head and the banners at the beginning of its body.
pub(super) fn dress<'a>(page: &Bytes, banners: impl IntoIterator<Item = &'a Bytes>) -> VecDeque<Bytes> {
    // A theme of somebody else may leave these out, as HTML allows: a script may then stand before everything but the
    // doctype, and a banner after everything.
    let head = behind(page, b"head").or_else(|| behind(page, b"html")).or_else(|| behind(page, b"!doctype"));
    let head = head.unwrap_or(0);
    let body = behind(page, b"body").filter(|at| *at >= head).unwrap_or(page.len());
    let mut pieces = VecDeque::from([page.slice(..head), Bytes::from_static(SCRIPT), page.slice(head..body)]);
    pieces.extend(banners.into_iter().cloned());
    pieces.push_back(page.slice(body..));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The place behind the first opening tag of this name.
fn behind(page: &[u8], name: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = page.get(at..)?;
        at += rest.iter().position(|byte| *byte == b'<')? + 1;
        let rest = page.get(at..)?;
        if rest.starts_with(b"!--") {
            at += rest.windows(3).position(|three| three == b"-->")?;
            continue;
        }
        let is_named = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        if is_named && rest.get(name.len()).is_some_and(|next| next.is_ascii_whitespace() || *next == b'>') {
            return Some(at + end(rest)?);
        }
    }
}

/// The place behind the end of a tag; a value in quotes may hold its sign.
fn end(tag: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT_TEXT: &str = "<script src=\"/_loa/xem.js\" defer></script>";

    fn whole(pieces: VecDeque<Bytes>) -> String {
        pieces.iter().map(|piece| std::str::from_utf8(piece).unwrap()).collect()
    }

    fn check(page: &str, banners: &[&str], wanted: &str) {
        let banners: Vec<Bytes> = banners.iter().map(|text| text.as_bytes().to_vec().into()).collect();
        let dressed = whole(dress(&page.as_bytes().to_vec().into(), &banners));
        assert_eq!(dressed.replace(SCRIPT_TEXT, "[s]"), wanted);
    }

    #[test]
    fn a_page_keeps_every_byte_and_gets_two_things() {
        check(
            "<!doctype html><head><title>a</title></head><body>b",
            &[],
            "<!doctype html><head>[s]<title>a</title></head><body>b",
        );
        check(
            "<HTML><HEAD\n a='>'><!-- <body> --><header></header><body class=\">\" lang=vi>b</body>",
            &["B", "C"],
            "<HTML><HEAD\n a='>'>[s]<!-- <body> --><header></header><body class=\">\" lang=vi>BCb</body>",
        );
    }

    #[test]
    fn a_page_without_head_or_body_is_served_too() {
        check("<!DOCTYPE html><p>a", &["B"], "<!DOCTYPE html>[s]<p>aB");
        check("<html lang=\"vi\"><body>a", &["B"], "<html lang=\"vi\">[s]<body>Ba");
        check("", &["B"], "[s]B");
        for page in ["<", "<head", "<head a=\">", "<!--", "<!-- <head>", "a", "<body>", "<body><head>"] {
            let dressed = whole(dress(&page.as_bytes().to_vec().into(), []));
            assert_eq!(dressed.replace(SCRIPT_TEXT, ""), page);
        }
    }
}
