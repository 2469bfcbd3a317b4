//! Language tags. Our own type, because the usual crates refuse private-use tags such as `yue-Latn-x-sandiu`.

use std::fmt;

use serde::Serialize;

/// A well-formed BCP 47 tag in its canonical case: `zh-Hant`, `hmn-VN`, `yue-Latn-x-sandiu`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Lang(String);

/// The text is not shaped like a BCP 47 tag (RFC 5646, section 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LangFault;

impl Lang {
    /// Reads a tag in any case.
    pub fn new(text: &str) -> Result<Lang, LangFault> {
        let parts: Vec<&str> = text.split('-').collect();
        let sound = |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        if !parts.iter().all(sound) || text.len() > 35 {
            return Err(LangFault);
        }
        let mut rest = parts.as_slice();
        if !rest[0].eq_ignore_ascii_case("x") {
            rest = language_part(rest)?;
        }
        extensions(rest)?;
        Ok(Lang(canonical_case(&parts)))
    }

    /// The language that is meant where a site names none: the tool's own.
    pub fn vietnamese() -> Lang {
        Lang("vi".to_owned())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of its folder in the output: lower case, since some hosts know no case.
    pub fn folder(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The language alone: `zh` of `zh-Hant`; nothing of a tag for private use, such as `x-loa`.
    pub fn language(&self) -> Option<&str> {
        self.0.split('-').next().filter(|part| part.len() > 1)
    }

    /// The script that the tag states: `Hant` of `zh-Hant`.
    pub fn script(&self) -> Option<&str> {
        self.stated().find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()))
    }

    /// The region that the tag states: `VN` of `hmn-VN`.
    pub fn region(&self) -> Option<&str> {
        let is_region = |part: &&str| match part.len() {
            2 => part.bytes().all(|b| b.is_ascii_alphabetic()),
            3 => part.bytes().all(|b| b.is_ascii_digit()),
            _ => false,
        };
        self.stated().find(is_region)
    }

    /// The tag of the same language, in its region, with this script.
    pub fn in_script(&self, script: &str) -> Option<Lang> {
        let region = self.region().map_or_else(String::new, |region| format!("-{region}"));
        Lang::new(&format!("{}-{script}{region}", self.language()?)).ok()
    }

    /// The parts after the language, up to the first extension or the part for private use.
    fn stated(&self) -> impl Iterator<Item = &str> {
        self.0.split('-').skip(1).take_while(|part| part.len() > 1).filter(|_| self.language().is_some())
    }

    /// Whether search engines may be told of it: private-use tags mean nothing outside.
    pub fn is_public(&self) -> bool {
        !self.0.starts_with("x-") && !self.0.contains("-x-")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Language, extended language, script, region and variants; gives what is left.
fn language_part<'a, 'b>(parts: &'a [&'b str]) -> Result<&'a [&'b str], LangFault> {
    let alphabetic = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
    let mut rest = parts;
    let mut take = |fits: &dyn Fn(&str) -> bool| match rest.split_first() {
        Some((first, tail)) if fits(first) => {
            rest = tail;
            true
        }
        _ => false,
    };
    if !take(&|part| (2..=8).contains(&part.len()) && alphabetic(part)) {
        return Err(LangFault);
    }
    take(&|part| part.len() == 3 && alphabetic(part));
    take(&|part| part.len() == 4 && alphabetic(part));
    take(&|part| {
        (part.len() == 2 && alphabetic(part)) || (part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()))
    });
    while take(&|part| part.len() >= 5 || (part.len() == 4 && part.as_bytes()[0].is_ascii_digit())) {}
    Ok(rest)
}

/// Extensions and the private-use part: a single letter, then at least one longer part each.
fn extensions(mut parts: &[&str]) -> Result<(), LangFault> {
    while let Some((singleton, rest)) = parts.split_first() {
        if singleton.len() != 1 || rest.is_empty() {
            return Err(LangFault);
        }
        if singleton.eq_ignore_ascii_case("x") {
            return Ok(());
        }
        let length = rest.iter().take_while(|part| part.len() > 1).count();
        if length == 0 {
            return Err(LangFault);
        }
        parts = &rest[length..];
    }
    Ok(())
}

/// RFC 5646, section 2.1.1: scripts in title case, regions in capitals, all else small, nothing changed after a singleton.
fn canonical_case(parts: &[&str]) -> String {
    let mut after_singleton = false;
    let mut cased = Vec::new();
    for (n, part) in parts.iter().enumerate() {
        let lower = part.to_ascii_lowercase();
        let is_alphabetic = part.bytes().all(|b| b.is_ascii_alphabetic());
        cased.push(match part.len() {
            4 if n > 0 && !after_singleton && is_alphabetic => {
                let (first, rest) = lower.split_at(1);
                first.to_ascii_uppercase() + rest
            }
            2 if n > 0 && !after_singleton && is_alphabetic => lower.to_ascii_uppercase(),
            _ => lower,
        });
        after_singleton |= part.len() == 1;
    }
    cased.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_brought_to_their_usual_case() {
        for (text, tag) in [
            ("VI", "vi"),
            ("zh-hant", "zh-Hant"),
            ("HMN-vn", "hmn-VN"),
            ("yue-latn-X-SANDIU", "yue-Latn-x-sandiu"),
            ("blt-tavt", "blt-Tavt"),
            ("x-loa", "x-loa"),
            ("de-1996", "de-1996"),
            ("vi-u-co-trad", "vi-u-co-trad"),
        ] {
            assert_eq!(Lang::new(text).unwrap().as_str(), tag);
        }
    }

    #[test]
    fn a_tag_tells_its_parts() {
        for (tag, language, script, region) in [
            ("zh-Hant", Some("zh"), Some("Hant"), None),
            ("hmn-VN", Some("hmn"), None, Some("VN")),
            ("yue-Latn-x-sandiu", Some("yue"), Some("Latn"), None),
            ("sr-Latn-070", Some("sr"), Some("Latn"), Some("070")),
            ("de-1996", Some("de"), None, None),
            ("vi-u-co-trad", Some("vi"), None, None),
            ("x-loa-Latn", None, None, None),
        ] {
            let lang = Lang::new(tag).unwrap();
            assert_eq!((lang.language(), lang.script(), lang.region()), (language, script, region), "{tag}");
        }
        for (tag, right) in [("mww", Some("mww-Latn")), ("cja-Arab", Some("cja-Latn")), ("hmn-VN", Some("hmn-Latn-VN"))]
        {
            assert_eq!(Lang::new(tag).unwrap().in_script("Latn").as_ref().map(Lang::as_str), right, "{tag}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for text in [
            "",
            "v",
            "vi_VN",
            "tiếng-việt",
            "vi--vn",
            "vi-",
            "x",
            "vi-x",
            "vi-u",
            "abcdefghi",
            "vi (1)",
            "vi-LAPTOP-7-x",
        ] {
            assert!(Lang::new(text).is_err(), "{text:?} was taken");
        }
    }
}
