//! Escaping for HTML text and for attributes in double quotes: one function for both, so that nobody picks the wrong
//! one.

/// The text with `& < > " '` as character references.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

/// Appends the escaped text to `out`.
pub fn escape_into(text: &str, out: &mut String) {
    let mut rest = text;
    // The five characters are ASCII, so each place found is a border between characters and the text can be cut there.
    while let Some((plain, reference, more)) = next_special(rest) {
        out.push_str(plain);
        out.push_str(reference);
        rest = more;
    }
    out.push_str(rest);
}

/// The text up to the first special character, the reference for it, and what follows.
fn next_special(text: &str) -> Option<(&str, &'static str, &str)> {
    let at = text.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\''))?;
    let (plain, rest) = text.split_at_checked(at)?;
    let mut chars = rest.chars();
    let reference = match chars.next()? {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        // Not `&apos;`, which HTML 4 readers and some mail programs do not know.
        _ => "&#39;",
    };
    Some((plain, reference, chars.as_str()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_five_characters_are_escaped() {
        assert_eq!(escape(r#"<a href="x" title='y'>&amp;"#), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
        assert_eq!(escape("Đường dây nóng: 111 — ទូរស័ព្ទ"), "Đường dây nóng: 111 — ទូរស័ព្ទ");
        assert_eq!(escape("<é>"), "&lt;é&gt;");
        assert_eq!(escape(""), "");
    }

    #[test]
    fn appending_keeps_what_was_there() {
        let mut out = String::from("a<");
        escape_into("b<", &mut out);
        assert_eq!(out, "a<b&lt;");
    }

    proptest! {
        #[test]
        fn escaped_text_reads_back(text in "[&<>\"'a-cđ ;#]{0,30}") {
            let escaped = escape(&text);
            let back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            prop_assert_eq!(back.replace("&amp;", "&"), text);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
        }
    }
}
