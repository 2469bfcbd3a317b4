//! The two encodings of Vietnamese from before Unicode that still stand in old documents, as they look when their bytes
//! are taken for Windows-1252.

/// The letters of TCVN3 (TCVN 5712:1993, the encoding of the `.Vn` fonts) from U+00A1 to U+00FE; a full stop where
/// these fonts have none. The same as `TCVN` of glibc, without the capitals with tones, which the fonts lack.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";

/// Letters that VNI writes as one character.
const VNI_ALONE: [(char, char); 9] =
    [('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// Letters that VNI writes as a letter and a mark, by the letter: pairs of mark and meaning.
const VNI_PAIRS: [(char, &str); 7] = [
    ('a', "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ"),
    ('e', "ùéøèûẻõẽïẹâêáếàềåểãễäệ"),
    ('o', "ùóøòûỏõõïọâôáốàồåổãỗäộ"),
    ('u', "ùúøùûủõũïụ"),
    ('y', "ùýøỳûỷõỹ"),
    ('ô', "ùớøờûởõỡïợ"),
    ('ö', "ùứøừûửõữïự"),
];

/// Bytes of a word that are read. The longest syllable has some 15, and what is glued together some more.
const WORD: usize = 64;

/// One of the two encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Tcvn3,
    Vni,
}

impl Table {
    /// A word in Unicode, if every letter of it has a meaning in this encoding.
    pub fn decode(self, word: &str) -> Option<String> {
        if word.len() > WORD {
            return None;
        }
        match self {
            Table::Tcvn3 => tcvn3(word),
            Table::Vni => vni(word),
        }
    }
}

fn tcvn3(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    let (mut capitals, mut has_small) = (0, false);
    for c in word.chars() {
        let letter = if c.is_ascii() { c } else { tcvn3_letter(c)? };
        capitals += usize::from(letter.is_uppercase());
        has_small |= letter.is_ascii_lowercase();
        out.push(letter);
    }
    // The small letters with marks are all that these fonts have, so "CéNG" was meant as "CỘNG".
    Some(if capitals > 1 && !has_small { out.to_uppercase() } else { out })
}

fn tcvn3_letter(c: char) -> Option<char> {
    // Real pages have the minus sign where the soft hyphen, ư, was.
    let code = if c == '\u{2212}' { 0xAD } else { u32::from(c) };
    let place = usize::try_from(code.checked_sub(0xA1)?).ok()?;
    TCVN3.chars().nth(place).filter(|letter| *letter != '.')
}

fn vni(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let small = lower(c);
        // The longest match first: ôù is ớ, and ô alone is ơ.
        let pair = rest.peek().and_then(|mark| vni_pair(small, lower(*mark)));
        let letter = match pair {
            Some(letter) => {
                rest.next();
                letter
            }
            None if c.is_ascii() => c,
            None => VNI_ALONE.iter().find(|(seen, _)| *seen == small)?.1,
        };
        out.push(if c == small { letter } else { letter.to_uppercase().next().unwrap_or(letter) });
    }
    Some(out)
}

fn vni_pair(letter: char, mark: char) -> Option<char> {
    if mark.is_ascii() {
        return None;
    }
    let (_, pairs) = VNI_PAIRS.iter().find(|(base, _)| *base == letter)?;
    let mut chars = pairs.chars();
    while let (Some(seen), Some(meant)) = (chars.next(), chars.next()) {
        if seen == mark {
            return Some(meant);
        }
    }
    None
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A text as it was written with this encoding; none if it has no such letter.
    pub fn encode(table: Table, text: &str) -> Option<String> {
        let mut out = String::new();
        for c in text.chars() {
            if c.is_ascii() {
                out.push(c);
                continue;
            }
            match table {
                Table::Tcvn3 => {
                    let place = TCVN3.chars().position(|letter| letter == c)?;
                    out.push(char::from_u32(0xA1 + u32::try_from(place).unwrap()).unwrap());
                }
                Table::Vni => out.push_str(&vni_of(c)?),
            }
        }
        Some(out)
    }

    fn vni_of(c: char) -> Option<String> {
        let small = lower(c);
        let alone = VNI_ALONE.iter().find(|(_, meant)| *meant == small).map(|(seen, _)| seen.to_string());
        let pair = || {
            VNI_PAIRS.iter().find_map(|(base, pairs)| {
                let pairs: Vec<char> = pairs.chars().collect();
                let [mark, _] = *pairs.chunks(2).find(|pair| pair[1] == small)? else { return None };
                Some(format!("{base}{mark}"))
            })
        };
        alone.or_else(pair).map(|seen| if c == small { seen } else { seen.to_uppercase() })
    }

    #[test]
    fn every_letter_of_vietnamese_comes_back() {
        let letters: String = TCVN3.chars().filter(|c| *c != '.').collect();
        assert_eq!(letters.chars().filter(|c| c.is_lowercase()).count(), 67);
        assert_eq!(letters.chars().count(), 74);
        for c in letters.chars() {
            let text = c.to_string();
            assert_eq!(tcvn3(&encode(Table::Tcvn3, &text).unwrap()).as_deref(), Some(&*text));
            let upper = text.to_uppercase();
            for text in [text, upper] {
                assert_eq!(vni(&encode(Table::Vni, &text).unwrap()).as_deref(), Some(&*text));
            }
        }
        assert_eq!(tcvn3("CéNG").as_deref(), Some("CỘNG"));
        assert_eq!((tcvn3("Hµ").as_deref(), tcvn3("§ång").as_deref()), (Some("Hà"), Some("Đồng")));
        assert_eq!((vni("UÛy").as_deref(), vni("HOAØ").as_deref(), vni("là")), (Some("Ủy"), Some("HOÀ"), None));
    }
}
