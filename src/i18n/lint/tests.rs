//! Texts by hand and by chance: every finding has its place in the text, and no text stops the program.

use proptest::prelude::*;

use super::*;
use crate::base::Date;
use crate::model::CalledId;

fn found(files: &[(&str, &str)], calls: &[MessageCall]) -> Vec<(&'static str, String)> {
    let snapshot =
        Snapshot::of_texts(files.iter().map(|(name, text)| (*name, text.as_bytes())), Date::new(2026, 11, 22).unwrap());
    let tags = ["vi", "km", "en", "tyz"].map(|tag| Lang::new(tag).unwrap());
    let known = super::super::known();
    let languages: Vec<Language> =
        tags.iter().map(|tag| known.iter().find(|language| language.tag == *tag).unwrap().clone()).collect();
    // Places are those of the text as it is read, in NFC.
    let text = |path: &str| match files
        .iter()
        .find(|(name, _)| *name == path)
        .map(|(_, text)| text::decode(text.as_bytes()))
    {
        Some(text::Decoded::Text(text)) => text,
        _ => String::new(),
    };
    let shown = |finding: &Diagnostic| {
        let part = finding.place.span.clone().map(|span| text(&finding.place.path).get(span).unwrap().to_owned());
        (finding.code, part.unwrap_or_default())
    };
    let findings = lint(&snapshot, &languages, calls);
    findings.iter().filter(|finding| finding.code != "strings-missing").map(shown).collect()
}

fn in_vi(text: &str) -> Vec<(&'static str, String)> {
    found(&[("i18n/vi/site.ftl", text)], &[])
}

fn call(head: &str, tail: Option<&str>, variables: &[&str]) -> MessageCall {
    let id = CalledId { head: head.to_owned(), tail: tail.map(str::to_owned) };
    let variables = variables.iter().map(|name| (*name).to_owned()).collect();
    MessageCall { id, variables, place: Place::file("themes/x/templates/a.html") }
}

#[test]
fn the_words_that_come_with_the_program_are_clean() {
    for language in super::super::known() {
        let tag = language.tag.as_str();
        let Some(own) = embedded::text(tag, "site.ftl") else { continue };
        let path = format!("i18n/{tag}/site.ftl");
        assert_eq!(found(&[(&path, &own)], &[]), [], "{tag}");
    }
}

#[test]
fn a_finding_stands_where_its_word_does() {
    assert_eq!(in_vi("menu = $so { $so } { NUM($so) }"), vec![("strings-variable", "so".to_owned()); 2]);
    let nested =
        "menu = { NUM(1) ->\n    [0] a\n   *[other] { $x ->\n        [many] b\n       *[other] { BẠN } c\n    }\n}";
    assert_eq!(in_vi(nested), [], "what is no Fluent is told when the words are loaded");
    let nested = nested.replace("{ BẠN }", "{ BAN() } < \u{A0}");
    let places: Vec<String> = in_vi(&nested).into_iter().map(|(_, part)| part).collect();
    assert_eq!(places, ["x", "many", "BAN", "<"]);
}

#[test]
fn what_a_caller_gives_is_given_to_what_it_uses() {
    let words = "own = { shared }\nshared = { $x } { $y }\nopen-a-b = { $z }";
    let calls = [call("own", None, &["x"]), call("open-", Some("-b"), &["z"])];
    assert_eq!(found(&[("i18n/vi/site.ftl", words)], &calls), [("strings-variable", "y".to_owned())]);
}

#[test]
fn a_term_is_given_its_variables_where_it_is_used() {
    assert_eq!(in_vi("-ten = { $dang ->\n    [dai] Loa\n   *[other] L\n}\nmenu = { -ten(dang: \"dai\") }"), []);
}

#[test]
fn a_translation_is_judged_against_the_words_of_the_site() {
    let files = [("i18n/vi/site.ftl", "menu = { $n }"), ("i18n/tyz/site.ftl", "menu = Một { $n }\nspeed = Hai")];
    let calls = [call("menu", None, &["n"])];
    assert_eq!(found(&files, &calls), [("strings-obsolete", "speed".to_owned())]);
}

#[test]
fn a_deep_text_is_left_to_the_reader_of_words() {
    assert_eq!(in_vi(&format!("menu = {}", "{".repeat(100_000))), []);
    assert_eq!(in_vi(&format!("menu = {}", "{ A(".repeat(100_000))), []);
    assert_eq!(words::too_deep(&"a = {\n".repeat(1_000)), None, "each line begins anew");
}

proptest! {
    #[test]
    fn any_text_is_judged(
        own in "(menu|a|-t|page-number|\n|    |=| |\\{|\\}|\\$n|\\$|NUM\\(|\\)|\\[one\\]|\\*\\[other\\]|->|\"|<|#|ệ|\u{301}|\r|\\.x){0,40}",
        other in ".{0,30}",
    ) {
        found(&[("i18n/vi/site.ftl", &own), ("i18n/km/site.ftl", &other)], &[]);
        found(&[("i18n/tyz/site.ftl", &own)], &[]);
    }
}
