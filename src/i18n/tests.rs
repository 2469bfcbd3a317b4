//! What holds of every language that comes with the program, whatever its record says.

use std::sync::Arc;

use super::*;
use crate::base::text::Cues;
use crate::base::{Date, Lang};
use crate::model::{Direction, Language, Snapshot};

/// The tags of all records.
fn tags() -> Vec<Lang> {
    known().iter().map(|language| language.tag.clone()).collect()
}

/// The words of a site that has all languages, with one file of its own for each.
fn words(own: &str) -> (Words, Vec<Language>) {
    let tags = tags();
    let list: Vec<&str> = tags.iter().map(Lang::as_str).filter(|tag| *tag != "vi").collect();
    let settings = format!("title: x\nlanguages: [vi, {}]\n", list.join(", "));
    let files: Vec<(String, String)> =
        tags.iter().map(|tag| (format!("i18n/{tag}/site.ftl"), own.to_owned())).collect();
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let snapshot =
        Snapshot::of_texts(files.chain([("loa.yml", settings.as_bytes())]), Date::new(2026, 11, 22).unwrap());
    let (config, _) = crate::parse::config(Some(settings.as_bytes()));
    let (languages, found) = languages(&snapshot, &config);
    assert_eq!(found, [], "every record is sound");
    let (lexicon, _) = Lexicon::load(&snapshot, &languages, &Cues::default());
    (Words::of(Arc::new(lexicon)), languages)
}

#[test]
fn no_minority_language_takes_english_plurals() {
    let (words, _) = words("count = { $n ->\n    [one] ONE\n   *[other] OTHER\n}\n");
    for tag in tags() {
        for n in 0..=2 {
            let mut args = Args::new();
            args.set("n", n);
            let said = words.say(&tag, "count", Some(&args));
            let right = if tag.as_str() == "en" && n == 1 { "ONE" } else { "OTHER" };
            assert_eq!((said.text.as_str(), &said.lang), (right, &tag), "{n}");
        }
    }
}

#[test]
fn days_are_written_as_the_language_that_answers_writes_them() {
    let (words, _) = words("x = x\n");
    for tag in tags() {
        let mut args = Args::new();
        args.set("year", "2026");
        args.set("month", 2);
        args.set("day", 5);
        let said = words.say(&tag, "date-long", Some(&args));
        let right = match tag.as_str() {
            "en" => ("5 February 2026", "en"),
            "km" => ("ថ្ងៃទី 5 ខែ 2 ឆ្នាំ 2026", "km"),
            "zh-Hant" => ("2026年2月5日", "zh-Hant"),
            _ => ("ngày 05 tháng 02 năm 2026", "vi"),
        };
        assert_eq!((said.text.as_str(), said.lang.as_str()), right, "{tag}");
        let short = words.say(&tag, "date-short", Some(&args));
        assert!(short.text.chars().filter(char::is_ascii_digit).count() >= 6, "{tag}: {}", short.text);
    }
}

#[test]
fn numbers_are_grouped_as_the_language_writes_them() {
    let (words, _) = words("x = { NUM($n) }\ny = { NUM($n, mark: \",\") }\n");
    let mut args = Args::new();
    args.set("n", 1_234_567);
    for tag in tags() {
        assert_eq!(words.say(&tag, "x", Some(&args)).text, "1.234.567", "{tag}");
        assert_eq!(words.say(&tag, "y", Some(&args)).text, "1,234,567", "{tag}");
    }
}

#[test]
fn every_language_ends_in_vietnamese_and_says_which_way_it_runs() {
    let (words, languages) = words("x = x\n");
    for tag in tags().iter().filter(|tag| !matches!(tag.as_str(), "vi" | "en")) {
        let language = languages.iter().find(|language| language.tag == *tag).unwrap();
        assert_eq!(language.chain.last(), Some(&Lang::vietnamese()), "{tag}");
        let said = words.say(tag, "skip", None);
        assert!(said.lang == *tag || said.lang == Lang::vietnamese(), "{tag}: {said:?}");
        assert_eq!(words.direction(tag) == Direction::Rtl, tag.as_str().ends_with("-Arab"), "{tag}");
    }
}
