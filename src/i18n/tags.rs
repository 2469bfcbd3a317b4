//! What the tables of Unicode know of a tag: the script and direction that it implies, and whether somebody has written
//! down how its language counts.

use icu_locale::{Direction as Way, LanguageIdentifier, LocaleDirectionality, LocaleExpander};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use crate::base::Lang;
use crate::model::Direction;

/// The script that a tag states or implies; `None` for what the tables do not know, such as most private tags.
pub fn script(tag: &Lang) -> Option<String> {
    let mut identifier = identifier(tag)?;
    LocaleExpander::new_extended().maximize(&mut identifier);
    identifier.script.map(|script| script.to_string())
}

/// A language and the country where most speak it, as those write it who show shared links: `km_KH`. A tag that names its
/// script says by that that it is no country's own.
pub fn locale(tag: &Lang) -> Option<String> {
    let mut identifier = identifier(tag)?;
    if tag.region().is_none() && tag.script().is_none() {
        LocaleExpander::new_extended().maximize(&mut identifier);
    }
    Some(format!("{}_{}", identifier.language, identifier.region?))
}

/// The direction of the script that a tag states or implies.
pub fn direction(tag: &Lang) -> Option<Direction> {
    match LocaleDirectionality::new_extended().get(&identifier(tag)?)? {
        Way::RightToLeft => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    }
}

/// Language, script and region: the tables know no more, and their reader refuses tags for private use.
fn identifier(tag: &Lang) -> Option<LanguageIdentifier> {
    let parts = [tag.language(), tag.script(), tag.region()];
    parts.into_iter().flatten().collect::<Vec<&str>>().join("-").parse().ok().filter(|_| tag.language().is_some())
}

/// Whether there are rules of numbers for a language. For one without, Fluent takes the English ones and says nothing.
pub fn counts(tag: &Lang) -> bool {
    let known = PluralRules::get_locales(PluralRuleType::CARDINAL);
    known.iter().any(|locale| Some(locale.language.as_str()) == tag.language())
}

/// The categories of numbers that a language has, by what its rules say of some hundred numbers: the rules are a
/// function and tell no list.
pub fn categories(tag: &str) -> Vec<&'static str> {
    let rules = tag.split('-').next().and_then(|language| language.parse::<unic_langid::LanguageIdentifier>().ok());
    let Some(rules) = rules.and_then(|locale| PluralRules::create(locale, PluralRuleType::CARDINAL).ok()) else {
        return vec!["other"];
    };
    // Whole numbers up to 200 show every rule of a remainder, a million those of French and Spanish.
    let whole = (0..=200).chain([1_000, 1_000_000]).filter_map(|n: u32| rules.select(n).ok());
    let broken = ["0.0", "0.1", "1.0", "1.5", "2.5"].into_iter().filter_map(|n| rules.select(n).ok());
    let found: Vec<PluralCategory> = whole.chain(broken).collect();
    let all = [
        (PluralCategory::ZERO, "zero"),
        (PluralCategory::ONE, "one"),
        (PluralCategory::TWO, "two"),
        (PluralCategory::FEW, "few"),
        (PluralCategory::MANY, "many"),
        (PluralCategory::OTHER, "other"),
    ];
    all.into_iter().filter(|(category, _)| found.contains(category)).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Lang {
        Lang::new(text).unwrap()
    }

    #[test]
    fn a_tag_implies_a_script() {
        for (text, code) in [
            ("vi", Some("Latn")),
            ("hmn-VN", Some("Latn")),
            ("hnj", Some("Hmnp")),
            ("mww", Some("Hmnp")),
            ("cja", Some("Arab")),
            ("cjm", Some("Cham")),
            ("blt", Some("Tavt")),
            ("cja-Latn", Some("Latn")),
            ("zh", Some("Hans")),
            ("yue-Latn-x-sandiu", Some("Latn")),
            ("pha", None),
            ("x-loa", None),
        ] {
            assert_eq!(script(&tag(text)).as_deref(), code, "{text}");
        }
        assert_eq!(direction(&tag("cja")), Some(Direction::Rtl));
        assert_eq!(direction(&tag("km")), Some(Direction::Ltr));
        assert_eq!(direction(&tag("pha")), None);
    }

    #[test]
    fn only_some_languages_have_rules_of_numbers() {
        assert!(["vi", "km", "zh-Hant", "lo", "en"].iter().all(|text| counts(&tag(text))));
        assert!(["tyz", "nut", "ium", "hmn-VN", "blt-Tavt", "rad", "x-loa"].iter().all(|text| !counts(&tag(text))));
        assert_eq!(categories("vi"), ["other"]);
        assert_eq!(categories("en"), ["one", "other"]);
        assert_eq!(categories("ar"), ["zero", "one", "two", "few", "many", "other"]);
        assert_eq!(categories("ru"), ["one", "few", "many", "other"]);
    }
}
