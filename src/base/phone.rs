//! Telephone numbers in the form in which they are compared.

use std::fmt;

/// A number as national digits: `+84` and `0084` became `0`, everything but digits is gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people write it; `None` if no digits are in it or something else than a number.
    pub fn parse(text: &str) -> Option<Phone> {
        let cleaned: String = text.chars().filter_map(clean).collect();
        let (plus, rest) = match cleaned.trim().strip_prefix(['(']).unwrap_or(cleaned.trim()) {
            rest if rest.starts_with('+') => (true, rest.strip_prefix('+').unwrap_or(rest)),
            rest => (false, rest),
        };
        if rest.chars().any(|c| !c.is_ascii_digit() && !" .-()".contains(c)) {
            return None;
        }
        let digits: String = rest.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
        let national = match (plus, digits.strip_prefix("0084"), digits.strip_prefix("84")) {
            (true, _, Some(rest)) => format!("0{}", rest.trim_start_matches('0')),
            (true, _, None) => format!("00{digits}"),
            (false, Some(rest), _) => format!("0{}", rest.trim_start_matches('0')),
            (false, None, _) => digits,
        };
        (3..=15).contains(&national.len()).then_some(Phone(national))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A character as it counts in a number: any script's digit as ASCII, exotic spaces and dashes as plain ones, invisible ones gone.
fn clean(c: char) -> Option<char> {
    match c {
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => None,
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{FF0B}' => Some('+'),
        c => Some(super::text::digit(c).unwrap_or(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_number_are_one_value() {
        for text in ["+84 981 84 84 84", "(+84) 981 84 84 84", "0981.84.84.84", "0084 981 848484", "+84 (0)981 848 484"]
        {
            assert_eq!(Phone::parse(text).unwrap().as_str(), "0981848484", "{text}");
        }
        assert_eq!(Phone::parse("១១១").unwrap().as_str(), "111");
        assert_eq!(Phone::parse("1800\u{A0}1567").unwrap().as_str(), "18001567");
        assert_eq!(Phone::parse("(+84 4) 62 844 844").unwrap().as_str(), "0462844844");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "12", "gọi 111", "111;ext=5", "1111111111111111"] {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
    }
}
