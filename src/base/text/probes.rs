//! Reads the tables of `tests/data` for the unit tests of this room.

/// The first two cells of each row below the header; in the first, `\uXXXX` stands for that code point.
pub fn rows(table: &str) -> Vec<(String, &str)> {
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let pairs = rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some((decode(cells.next()?), cells.next()?))
    });
    pairs.collect()
}

/// A text with each `\uXXXX` as the character that it stands for.
pub fn decode(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_at_checked(4).unwrap_or((part, ""));
        let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        // A code that cannot be read shows up in the text, where the test then fails.
        out.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
        out.push_str(rest);
    }
    out
}
