//! `loa new language`: a folder for a language that a translator can be given, never written over one that is there.

use crate::ground::{Site, assert_same, codes};

#[test]
fn a_language_that_loa_knows_comes_with_its_record() {
    let site = Site::started();
    let new = site.call(&["new", "language", "tyz"]).ends_with(0);
    assert!(new.out.contains("i18n/tyz/language.yml") && new.out.contains("languages: [vi, tyz]"), "{}", new.out);
    assert!(site.text("i18n/tyz/language.yml").contains("autonym: \"Tày\""));
    let words = site.text("i18n/tyz/site.ftl");
    assert!(words.contains("\n# home = Trang chủ\n") && words.lines().all(|line| !line.starts_with("home")));
    // Not listed yet, so it changes nothing; listed, it says that its words are still to be written.
    site.check(&[]).ends_with(0);
    site.put("loa.yml", format!("{}\nlanguages: [vi, tyz]\n", site.text("loa.yml").replace("\nlanguages:", "\n# ")));
    let findings = site.findings();
    assert!(findings.iter().all(|finding| finding["severity"] == "warning"), "{findings:?}");
    assert!(codes(&findings).contains(&"strings-missing"), "{findings:?}");
    let again = site.text("i18n/tyz/site.ftl").replace("# home = Trang chủ", "home = Một");
    site.put("i18n/tyz/site.ftl", again);
    site.build(&[]).ends_with(0);
    assert!(site.text("public/tyz/index.html").contains(">Một</a>"));
}

#[test]
fn a_language_that_loa_does_not_know_gets_a_record_to_fill_in() {
    let site = Site::started();
    let new = site.call(&["new", "language", "lbt"]).ends_with(0);
    assert!(new.out.contains("language.yml"), "{}", new.out);
    let record = site.text("i18n/lbt/language.yml");
    for line in ["tag: lbt", "autonym: \"\"", "script: Latn", "direction: ltr", "chain: [vi]", "formats_as: vi"] {
        assert!(record.contains(&format!("\n{line}\n")), "{line}: {record}");
    }
    site.put("loa.yml", "title: Trang thử\nlanguages: [vi, lbt]\n");
    assert!(codes(&site.findings()).contains(&"wrong-type"), "what is left blank is told");
    site.edit("i18n/lbt/language.yml", "autonym: \"\"", "autonym: \"La Chí\"");
    site.edit("i18n/lbt/language.yml", "name: \"\"", "name: \"tiếng La Chí\"");
    site.check(&[]).ends_with(0);
    site.call(&["new", "language", "ug"]).ends_with(0);
    let record = site.text("i18n/ug/language.yml");
    assert!(record.contains("\nscript: Arab\ndirection: rtl\n") && record.contains("\nformats_as: ug\n"), "{record}");
    site.call(&["new", "language", "yue-Latn-x-sandiu"]).ends_with(0);
    assert!(site.text("i18n/yue-Latn-x-sandiu/language.yml").contains("\nscript: Latn\n"));
}

#[test]
fn nothing_is_written_over() {
    let site = Site::started();
    site.put("i18n/KM/language.yml", "tag: km\n");
    site.call(&["new", "language", "km"]).ends_with(0);
    assert_eq!(site.text("i18n/KM/language.yml"), "tag: km\n");
    assert!(site.has("i18n/KM/site.ftl") && !site.has("i18n/km/language.yml") || cfg!(windows));
    let before = site.listing("");
    site.call(&["new", "language", "km"]).ends_with(2);
    assert_same(&before, &site.listing(""));
}

#[test]
fn a_slip_is_answered_with_the_tag_that_was_meant() {
    let site = Site::started();
    let before = site.listing("");
    for (typed, meant) in [
        ("Tày", "tyz (tiếng Tày)"),
        ("vi_VN", "vi?"),
        ("cja", "cja-Arab, cja-Cham, cja-Latn"),
        ("hnj", "hmn-VN, hnj-Latn"),
        ("daz", "ium (tiếng Dao)"),
        ("mông", "hmn-VN (tiếng Mông)"),
    ] {
        site.call(&["new", "language", typed]).ends_with(2).says(meant);
        site.call(&["--ui-lang", "en", "new", "language", typed]).ends_with(2).says(meant);
    }
    site.call(&["new", "language"]).ends_with(2).says("loa new language tyz");
    assert_same(&before, &site.listing(""));
    Site::empty().call(&["new", "language", "tyz"]).ends_with(2).says("loa new");
}

#[test]
fn programs_are_told_the_files() {
    let site = Site::started();
    let new = site.call(&["new", "language", "rad", "--format", "json"]).ends_with(0);
    let created: Vec<String> =
        new.objects().iter().map(|object| object["created"].as_str().unwrap().to_owned()).collect();
    assert_eq!(created, ["i18n/rad/language.yml", "i18n/rad/site.ftl"]);
}
