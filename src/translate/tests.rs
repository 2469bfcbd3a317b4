//! What comes of a file: units, the file put together again, what is carried over.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::base::text::{Cues, Customs};
use crate::base::{Digest, SitePath};
use crate::kinds;
use crate::model::Value;
use crate::schema::Field;

pub fn fields() -> Vec<Field> {
    kinds::named("script").unwrap().original_fields()
}

pub fn file() -> SitePath {
    SitePath::new("content/a/vi.md").unwrap()
}

/// A file with this body.
pub fn of(body: &str) -> Skeleton {
    skeleton(&file(), &format!("---\ntitle: A\n---\n{body}"), &fields())
}

/// The units of a body: what each is, and its words.
fn units(body: &str) -> Vec<(&'static str, String)> {
    of(body).units().iter().skip(1).map(|unit| (unit.kind.name(), unit.text.clone())).collect()
}

/// The blocks of a file without places.
fn blocks(text: &str) -> String {
    let doc = crate::parse::document(&file(), text.as_bytes(), Digest::of(b""), &Cues::default(), &Customs::default());
    // The digest knows words and structure, not places.
    format!("{}", doc.summary.body_digest)
}

/// The file with every unit written anew, as if its words had been others.
fn rewritten(skeleton: &Skeleton) -> String {
    let mut all = skeleton.clone();
    for edit in &mut all.edits {
        edit.has_comment = true;
    }
    all.write(&[], &[])
}

#[test]
fn a_body_is_cut_into_units() {
    let body = "Một câu\ndài.\n\n## Đầu *đề* ##\n\nSet\next\n===\n\n> [!signs] Ngay\n> đây\n> - một\n>   hai\n> - [x] ba\n>\n> Hết.\n\n\
                1. a\n\n   b\n2. c\n\n| A | B \\| C |\n|---|---|\n| `x` |  |\n\nx[^1]\n\n[^1]: chú\n    thích\n\n\
                ```sms\nGọi\n\n  111\n```\n\n![hai *người*](a.jpg)\n![nghe](b.mp3)\n\ndài\\\nhơn  \nnữa\n";
    assert_eq!(
        units(body),
        [
            ("paragraph", "Một câu dài."),
            ("heading", "Đầu *đề*"),
            ("heading", "Set ext"),
            ("quote", "Ngay đây"),
            ("list-item", "một hai"),
            ("list-item", "ba"),
            ("quote", "Hết."),
            ("list-item", "a"),
            ("list-item", "b"),
            ("list-item", "c"),
            ("cell", "A"),
            ("cell", "B \\| C"),
            ("cell", "`x`"),
            ("paragraph", "x[^1]"),
            ("footnote", "chú thích"),
            ("code", "Gọi\n\n  111"),
            ("alt", "hai *người*"),
            ("alt", "nghe"),
            ("paragraph", "dài\\\nhơn\\\nnữa"),
        ]
        .map(|(kind, text)| (kind, text.to_owned()))
    );
    let skeleton = of(body);
    assert_eq!(skeleton.write(&[], &[]), format!("---\ntitle: \"A\"\n---\n{body}"));
    assert_eq!(blocks(&rewritten(&skeleton)), blocks(&skeleton.text));
}

/// Lines of which documents are made at random.
const LINES: &[&str] = &[
    "một hai ba",
    "*bốn* năm",
    "**sáu\\** bảy",
    "漢字",
    "\\- tám",
    "[chín](../muoi/) <hotline:111>",
    "[mười]",
    "[mười][] và [m][mười]",
    "`mã",
    "hai` ~~ba~~",
    "## Đề mục",
    "# Đề # mục ##",
    "Đề",
    "===",
    "---",
    "- ý một",
    "  - ý hai",
    "    thêm",
    "1. bước",
    "   tiếp",
    "* [ ] việc",
    "> lời",
    "> [!signs] dấu",
    "> > sâu",
    ">",
    "> - trong khung",
    "> 1. một",
    ">    hai",
    "| a | b \\| c |",
    "|---|---|",
    "| `d` | <hotline:111> |",
    "[^1]: chú",
    "    thích",
    "xem[^1]",
    "```",
    "~~~ sms",
    "    mã thụt",
    "![ảnh *một*](a.jpg)",
    "![nghe](a.mp3) ![xem](b.mp4)",
    "![mười]",
    "dài\\",
    "dài  ",
    "<!-- riêng -->",
    "a <!-- riêng --> b",
    "<b>đậm</b>",
    "<div>",
    "[mười]: ../muoi/",
    "",
    "",
    "",
    "",
];

fn document() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(select(LINES), 0..14).prop_map(|lines| lines.join("\n"));
    // A comment inside raw HTML leaves blanks, which nobody sees and the digest knows.
    lines.prop_filter("a comment in raw HTML", |text| {
        !(text.contains("<!--") && (text.contains("<div>") || text.contains("<b>")))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_put_together_again_is_the_same_text(body in document()) {
        let skeleton = of(&body);
        let written = skeleton.write(&[], &[]);
        prop_assert_eq!(blocks(&written), blocks(&skeleton.text), "{}", written);
        let own: Vec<Option<String>> = skeleton.units().iter().map(|unit| Some(unit.text.clone())).collect();
        prop_assert_eq!(skeleton.write(&[], &own), written, "its own words change nothing");
    }

    #[test]
    fn a_unit_written_anew_is_the_same_text(body in document()) {
        let skeleton = of(&body);
        let written = rewritten(&skeleton);
        prop_assert_eq!(blocks(&written), blocks(&skeleton.text), "{}", written);
    }

    #[test]
    fn a_record_has_the_units_of_the_original(body in document()) {
        let skeleton = of(&body);
        let record = record(&skeleton);
        let again = read_record(&file(), &record, &fields());
        let texts = |skeleton: &Skeleton| skeleton.units().iter().map(|unit| (unit.kind, unit.text.clone())).collect::<Vec<_>>();
        prop_assert_eq!(texts(&again), texts(&skeleton));
        prop_assert_eq!(super::record(&again), record);
    }
}

#[test]
fn nobody_reads_comments_outside() {
    let body = "<!-- tên thật -->\n\nA <!-- tên thật --> b\nc\n\n- x\n<!-- tên\nthật -->\n- y\n";
    let skeleton = of(body);
    assert_eq!(units(body)[0], ("paragraph", "A  b c".to_owned()));
    for text in [record(&skeleton), skeleton.write(&[], &[None, Some("Z".to_owned())])] {
        assert!(!text.contains("thật"), "{text}");
    }
}

#[test]
fn words_of_the_front_matter_are_units() {
    let text = "---\ntitle: 'Kịch: \"A\"'\nimage: {file: a.jpg, alt: Hai người}\naudio: {file: vi.mp3, narrator: X}\nroles: [Mẹ, Con]\n\
                summary: |\n  một\n  hai\nconsent: {record: 12/KÍN, scope: s, until: 2027-01-01}\nminutes: 3\nreviewed_by: Y\n---\nB\n";
    let skeleton = skeleton(&file(), text, &fields());
    let keys: Vec<(&str, &str)> = skeleton.units().iter().map(|unit| (unit.key.as_str(), unit.text.as_str())).collect();
    let front = [
        ("title", "Kịch: \"A\""),
        ("summary", "một\nhai"),
        ("image.alt", "Hai người"),
        ("roles.1", "Mẹ"),
        ("roles.2", "Con"),
    ];
    assert_eq!(keys, [&front[..], &[("body.1", "B")]].concat());
    assert_eq!(
        record(&skeleton),
        "---\ntitle: \"Kịch: \\\"A\\\"\"\nsummary: \"một\\nhai\"\nimage:\n  alt: \"Hai người\"\nroles:\n  - \"Mẹ\"\n  - \"Con\"\n---\nB\n"
    );
    let head: Vec<&str> = skeleton.head().iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(head, ["audio", "reviewed_by"]);
    let own = [("status".to_owned(), Value::Text("draft".to_owned())), ("machine".to_owned(), Value::Bool(true))];
    let written = skeleton.write(&own, &[Some("Z".to_owned())]);
    assert!(written.starts_with("---\ntitle: \"Z\"\n") && written.contains("---\nB\n"), "{written}");
    assert!(written.contains("status: draft\nmachine: true\n---\n") && !written.contains("KÍN"), "{written}");
}

/// The changes from one body to another, each as a sign and the new place or the old one.
fn changes(old: &str, new: &str) -> (String, usize) {
    let changes = compare(of(old).units(), of(new).units());
    let signs = changes.iter().map(|change| match change {
        Change::Same { .. } => "=".to_owned(),
        Change::Edited { old, new } => format!("~{old}{new}"),
        Change::Moved { old, new } => format!("m{old}{new}"),
        Change::Added { new } => format!("+{new}"),
        Change::Removed { old } => format!("-{old}"),
    });
    (signs.collect(), changed(&changes))
}

#[test]
fn changes_are_counted_by_paragraphs() {
    let a =
        "## Đầu\n\nMột câu dài về việc làm.\n\n- x\n- y\n\n## Hai\n\nCâu của phần hai.\n\n## Ba\n\nCâu của phần ba.\n";
    assert_eq!(changes(a, a), ("=".repeat(9), 0));
    assert_eq!(changes(a, &a.replace("dài", "ngắn")), ("==~22======".to_owned(), 1));
    assert_eq!(
        changes(a, &a.replace("Một câu dài về việc làm.", "Chuyện khác hẳn đi.")),
        ("==+2-2======".to_owned(), 1)
    );
    assert_eq!(changes(a, &a.replace("- x\n", "")), ("===-3=====".to_owned(), 1));
    assert_eq!(changes(a, &a.replace("- x\n", "- x\n- z\n")), ("====+4=====".to_owned(), 1));
    let moved = a.replace("## Ba\n\nCâu của phần ba.\n", "");
    let moved = format!("## Ba\n\nCâu của phần ba.\n\n{moved}");
    assert_eq!(changes(a, &moved), ("=m71m82======".to_owned(), 2));
    assert_eq!(changes("a\n\na\n\na\n", "a\n\na\n"), ("===-3".to_owned(), 1));
}

#[test]
fn time_grows_with_the_length_and_nothing_else() {
    const SIZE: usize = 1 << 16;
    let texts = [
        "![a](b.jpg)".repeat(SIZE / 11),
        format!("{}\n{}\n", "|a".repeat(SIZE / 4), "|-".repeat(SIZE / 4)),
        "a\n\n".repeat(SIZE / 3),
        "- a\n".repeat(SIZE / 4),
        (0..SIZE / 12).map(|n| format!("a{n} b\n\n")).collect(),
        "a\\\n".repeat(SIZE / 3),
        "`\n".repeat(SIZE / 2),
        "> ".repeat(SIZE / 2),
        "[a]\n".repeat(SIZE / 4) + "\n\n[a]: b\n",
        (0..SIZE / 16).map(|n| format!("x[^{n}]\n\n[^{n}]: y\n\n")).collect(),
    ];
    for text in texts {
        let start = std::time::Instant::now();
        let (old, new) = (of(&text), of(&text.replace('a', "c").replace('b', "a")));
        let changes = compare(old.units(), new.units());
        let proposals = carry(&new, Some(&old), Some(&old));
        let last = old.units().last().map_or(0, |unit| old.line(unit));
        assert!(changes.len() >= proposals.len() && old.write(&[], &[]).len() > last);
        let shown: String = text.chars().take(20).collect();
        assert!(start.elapsed() < std::time::Duration::from_secs(6), "{:?} for {shown}", start.elapsed());
    }
}

/// What is carried from a translation to a new original: the words, and what they are worth.
fn carried(new: &str, old: Option<&str>, translation: &str) -> Vec<(Option<String>, &'static str)> {
    let (new, old, translation) = (of(new), old.map(of), of(translation));
    let proposals = carry(&new, old.as_ref(), Some(&translation));
    let standing = |proposal: &Proposal| match &proposal.standing {
        Standing::Fresh => "fresh",
        Standing::Fuzzy { previous: Some(_) } => "fuzzy",
        Standing::Fuzzy { previous: None } => "unsure",
        Standing::Missing => "missing",
    };
    proposals.iter().skip(1).map(|proposal| (proposal.text.clone(), standing(proposal))).collect()
}

#[test]
fn a_translation_is_carried_over() {
    let (old, own) = ("## A một\n\nHai ba bốn.\n\n- năm\n- sáu\n", "## x\n\ny\n\n- z\n- u\n");
    let all = |standing| ["x", "y", "z", "u"].map(|text| (Some(text.to_owned()), standing)).to_vec();
    assert_eq!(carried(old, Some(old), own), all("fresh"));
    assert_eq!(carried(old, None, own), all("unsure"));
    let mut edited = all("fresh");
    edited[1].1 = "fuzzy";
    edited.insert(3, (None, "missing"));
    assert_eq!(carried("## A một\n\nHai ba năm.\n\n- năm\n- mới\n- sáu\n", Some(old), own), edited);
    // Another paragraph in the translation: nothing of that section is sure, what cannot be told apart is missing.
    let other = "## x\n\ny\n\nthêm\n\n- z\n- u\n";
    let found = carried(old, Some(old), other);
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(found, [(text("x"), "fuzzy"), (None, "missing"), (text("z"), "fuzzy"), (text("u"), "fuzzy")]);
    assert_eq!(carried(old, Some(old), "y\n"), vec![(None, "missing"); 4]);
    assert_eq!(carried(old, Some(old), old), vec![(None, "missing"); 4], "words of the original translate nothing");
}

#[test]
fn words_are_compared_one_by_one() {
    use Piece::{New, Old, Same};
    assert_eq!(
        words("Gọi 111, ngày hay đêm.", "Gọi 112, ngày và đêm."),
        [Same("Gọi "), Old("111"), New("112"), Same(", ngày "), Old("hay"), New("và"), Same(" đêm.")]
    );
    assert_eq!(words("", "a"), [New("a")]);
    assert_eq!(words("a", "a"), [Same("a")]);
    // A letter with its marks is one piece in scripts without spaces.
    assert_eq!(words("ខ្ញុំ", "ខ្ញា"), [Same("ខ្"), Old("ញុំ"), New("ញា")]);
    let (old, new) = ("a b ".repeat(10_000), "c d ".repeat(10_000));
    assert_eq!(words(&old, &new), [Old(old.as_str()), New(new.as_str())]);
}

proptest! {
    #[test]
    fn the_pieces_are_both_texts(old in "[ab ,ខ្ញុំ]{0,30}", new in "[ab ,ខ្ញុំ]{0,30}") {
        let (mut left, mut right) = (String::new(), String::new());
        for piece in words(&old, &new) {
            match piece {
                Piece::Same(text) => { left.push_str(text); right.push_str(text); }
                Piece::Old(text) => left.push_str(text),
                Piece::New(text) => right.push_str(text),
            }
        }
        prop_assert_eq!((left, right), (old, new));
    }

    #[test]
    fn every_unit_has_one_change(old in document(), new in document()) {
        let (old, new) = (of(&old), of(&new));
        let (mut olds, mut news) = (Vec::new(), Vec::new());
        for change in compare(old.units(), new.units()) {
            match change {
                Change::Same { old, new } | Change::Edited { old, new } | Change::Moved { old, new } => { olds.push(old); news.push(new); }
                Change::Added { new } => news.push(new),
                Change::Removed { old } => olds.push(old),
            }
        }
        prop_assert!(news.is_sorted());
        olds.sort_unstable();
        prop_assert_eq!(olds, (0..old.units().len()).collect::<Vec<_>>());
        prop_assert_eq!(news, (0..new.units().len()).collect::<Vec<_>>());
    }
}
