//! Changing some keys of a front matter and nothing else: every other byte of an editor's file stays as it was typed.

use crate::base::text::MARK;

/// The file with these keys set, or gone where the value is none. Only keys whose value stands on their own line.
pub fn with(bytes: &[u8], keys: &[(&str, Option<&str>)]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes.strip_prefix(MARK).unwrap_or(bytes)).ok()?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let is_fence = |line: &String| line.trim_end() == "---";
    let open = lines.iter().position(is_fence)?;
    let mut close = open + 1 + lines.iter().skip(open + 1).position(is_fence)?;
    for (key, value) in keys {
        let is_key = |line: &String| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':'));
        let at = lines.iter().take(close).skip(open + 1).position(is_key).map(|at| open + 1 + at);
        match (at, value) {
            (Some(at), Some(value)) => lines[at] = format!("{key}: {value}{end}"),
            (Some(at), None) => {
                lines.remove(at);
                close -= 1;
            }
            (None, Some(value)) => {
                lines.insert(close, format!("{key}: {value}{end}"));
                close += 1;
            }
            (None, None) => {}
        }
    }
    let mark = if bytes.starts_with(MARK) { MARK } else { &[] };
    Some([mark, lines.concat().as_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, keys: &[(&str, Option<&str>)]) -> String {
        String::from_utf8(with(text.as_bytes(), keys).unwrap()).unwrap()
    }

    #[test]
    fn keys_are_set_in_their_place_or_at_the_end() {
        let text = "---\ntitle: A # x\nstatus:  draft\n---\nstatus: B\n";
        let keys = [("status", None), ("translated_from", Some("0a")), ("title", Some("\"B\""))];
        assert_eq!(set(text, &keys), "---\ntitle: \"B\"\ntranslated_from: 0a\n---\nstatus: B\n");
    }

    #[test]
    fn the_rest_of_the_file_stays_as_it_was_typed() {
        let text = "\u{FEFF}---\r\ntitle: A\r\nstatuses: x\r\n---\r\nTie\u{302}\u{301}ng\r\n";
        assert_eq!(
            set(text, &[("status", Some("review"))]),
            "\u{FEFF}---\r\ntitle: A\r\nstatuses: x\r\nstatus: review\r\n---\r\nTie\u{302}\u{301}ng\r\n"
        );
    }

    #[test]
    fn a_file_without_front_matter_is_left_alone() {
        assert_eq!(with(b"A\n---\nB", &[("a", None)]), None);
        assert_eq!(with(b"\xFF", &[]), None);
    }
}
