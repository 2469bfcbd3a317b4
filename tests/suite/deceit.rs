//! Every row of the table of deceits, through a whole build.

use loa::base::Date;
use loa::model::Snapshot;
use loa::{Memo, build};

/// A row with its `\uXXXX` as characters.
fn plain(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_at(4);
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out
}

/// The body that shows a row, and the code that it must bring about; none if it is right.
fn case(class: &str, text: &str) -> (String, Option<&'static str>) {
    match class {
        "bidi-override" | "isolate" => (text.to_owned(), Some("bidi-character")),
        "invisible" => (format!("Xem {text}."), Some("invisible-character")),
        "homoglyph-digit" => (format!("Gọi {text}."), Some("look-alike-digit")),
        "digit-script" => (format!("Gọi {text}."), Some("foreign-digits")),
        "look-alike-d" => (text.to_owned(), Some("look-alike-letter")),
        "mixed-script" => (text.to_owned(), Some("mixed-script-word")),
        "mixed-script-host" => (format!("<{text}>"), Some("deceitful-host")),
        "punycode-host" => (format!("[xem]({text})"), Some("punycode-host")),
        "userinfo" => (format!("[xem]({text})"), Some("deceitful-link")),
        "link-text-host" => (text.to_owned(), Some("link-text-host")),
        "mark-order" => (text.to_owned(), Some("mark-order")),
        "decomposed" | "allowed-cluster" => (text.to_owned(), None),
        "mark-pile" => (text.to_owned(), Some("mark-pile")),
        "scheme" => (format!("[xem]({text})"), Some("refused-link")),
        "control" => (format!("Xem {text}."), Some("control-character")),
        other => panic!("a new class: {other}"),
    }
}

/// The codes of the findings in a text of this language.
fn codes(lang: &str, body: &str) -> Vec<&'static str> {
    let entry = format!("---\ntitle: Một bài\n---\n{body}\n");
    let vietnamese = "---\ntitle: Một bài\n---\nMột câu.\n";
    let path = format!("content/a/{lang}.md");
    let settings =
        format!("title: Thử\nlanguages: [vi{}]\n", if lang == "vi" { String::new() } else { format!(", {lang}") });
    let number = "---\ntitle: Tổng đài 111\nkind: hotline\nnumber: \"111\"\ndial: \"111\"\n---\n";
    let old = "---\ntitle: Số cũ\nkind: hotline\nnumber: \"1800 1567\"\ndial: \"18001567\"\n---\n";
    let files = [
        ("loa.yml", settings.as_str()),
        ("content/vi.md", vietnamese),
        ("content/111/vi.md", number),
        ("content/1800-1567/vi.md", old),
        ("content/a/vi.md", vietnamese),
        (path.as_str(), entry.as_str()),
    ];
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    let snapshot = Snapshot::of_texts(files, Date::parse("2026-11-22").unwrap());
    let built = build(&snapshot, &mut Memo::default());
    built.diagnostics.iter().filter(|finding| *finding.place.path == *path).map(|finding| finding.code).collect()
}

#[test]
fn every_row_of_the_table_is_told_and_nothing_else() {
    let table = include_str!("../data/unicode-deceit.tsv");
    let mut count = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (body, code) = case(fields[1], &plain(fields[0]));
        let mut told = codes("vi", &body);
        // A direction is set at one place and taken back at another.
        told.dedup();
        assert_eq!(told, code.into_iter().collect::<Vec<_>>(), "{line}");
        count += 1;
    }
    assert_eq!(count, 30);
}

#[test]
fn what_a_script_needs_is_right_in_its_language() {
    for lang in ["km", "lo", "blt-Tavt"] {
        let told = |body: &str| codes(lang, body).contains(&"invisible-character");
        assert!(!told("ជំនួយ\u{200B}ជំនួយ, \u{200B}"), "{lang}");
        assert!(told("Lừa\u{200B}đảo") && told("1\u{200B}11") && told("\u{2060}"), "{lang}");
        assert_eq!(told("\u{200D} \u{200C}"), lang != "km", "{lang}");
    }
    assert_eq!(codes("vi", "ភាសា\u{200B}ខ្មែរ"), Vec::<&str>::new(), "a word of Khmer on a Vietnamese page");
}
