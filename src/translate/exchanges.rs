//! What goes out to translators and what comes back: whole, damaged, changed.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::tests::{fields, file, of};
use super::*;
use crate::base::text::Cues;
use crate::base::{Date, Diagnostic, Lang};
use crate::i18n::Diagnostics;

const BODY: &str = "Gọi <hotline:111> ngày 30/7, xem [bài này](../bai/).\n\n> [!call]\n> - Nhắn `CUU` tới **ai đó** {ten}[^1].\n> - Dòng một\\\n>   dòng hai\n\n\
                    ## Hỏi ai\n\n| A | B |\n|---|---|\n| 20 người | x |\n\n![Hai người](a.jpg)\n\n```\nTôi cần giúp\n  ngay\n```\n\n[^1]: Chú thích.\n";

fn words() -> Diagnostics {
    Diagnostics::new(&Lang::vietnamese())
}

fn cues() -> Cues {
    Cues::new(["gọi", "số"])
}

fn bundle(original: Skeleton, proposals: Vec<Proposal>) -> Bundle {
    Bundle {
        entry: "canh-bao/a".to_owned(),
        lang: Lang::new("hmn-VN").unwrap(),
        source_lang: Lang::vietnamese(),
        digest: "0a1b2c3d4e5f".to_owned(),
        site: "Trang \"A\"\\".to_owned(),
        updated: Date::new(2026, 11, 21),
        original,
        proposals,
    }
}

/// A bundle in which every unit has its own words for a translation.
fn full(body: &str) -> Bundle {
    let original = of(body);
    let same = |unit: &Unit| Proposal { text: Some(unit.text.clone()), standing: Standing::Fresh };
    let proposals = original.units().iter().map(same).collect();
    bundle(original, proposals)
}

fn back(text: &str) -> Imported {
    read("a.po", text.as_bytes()).unwrap_or_else(|faults| panic!("{text}\n{faults:?}"))
}

/// The codes of some findings, each with what it names.
fn codes(findings: &[Diagnostic]) -> Vec<String> {
    let detail = |finding: &Diagnostic| {
        let name = ["reason", "lost", "added", "phone"].into_iter().find(|name| finding.args.contains_key(name));
        name.map_or(String::new(), |name| format!(" {}", finding.args[name]))
    };
    findings
        .iter()
        .map(|finding| format!("{}{}", finding.code.trim_start_matches("exchange-"), detail(finding)))
        .collect()
}

/// What is said of a file in which a text of a translation gave way to another.
fn fault(from: &str, to: &str) -> String {
    let bundle = full(BODY);
    let mut is_done = false;
    let po = to_po(&bundle, &words());
    let changed = |entry: &str| match entry.rsplit_once("msgstr ") {
        Some((head, tail)) if !is_done && tail.contains(from) => {
            is_done = true;
            format!("{head}msgstr {}", tail.replacen(from, to, 1))
        }
        _ => entry.to_owned(),
    };
    let po: String = po.split_inclusive("\n\n").map(changed).collect();
    assert!(is_done, "{from} is nowhere in {po}");
    let found = match read("a.po", po.as_bytes()) {
        Ok(imported) => check(&imported, &bundle, &cues()),
        Err(found) => found,
    };
    codes(&found).join("; ")
}

#[test]
fn a_sound_translation_is_taken() {
    let bundle = full(BODY);
    for text in [to_po(&bundle, &words()), to_xliff(&bundle, &words())] {
        let imported = back(&text);
        assert_eq!(check(&imported, &bundle, &cues()), []);
        assert_eq!(
            (imported.entry.as_str(), imported.lang.as_str(), imported.unfinished()),
            ("canh-bao/a", "hmn-VN", 0)
        );
        assert_eq!(
            imported.texts(&bundle.original),
            bundle.proposals.iter().map(|one| one.text.clone()).collect::<Vec<_>>()
        );
    }
    assert_eq!(fault("30/7, xem [bài này](../bai/)", "[xem](../bai/) ៣០-៧"), "");
    assert_eq!(fault("**ai đó**", "ai"), "");
    assert_eq!(fault("Hai người", "Tie\u{302}\u{301}ng"), "");
}

#[test]
fn what_readers_rely_on_must_survive() {
    assert_eq!(fault("<hotline:111>", "<hotline:112>"), "lost-hotline <hotline:111>");
    assert_eq!(fault("<hotline:111>", "111"), "lost-hotline <hotline:111>");
    assert_eq!(fault("Dòng một", "Dòng <hotline:111>"), "lost-hotline <hotline:111>");
    assert_eq!(fault("(../bai/)", "(../khac/)"), "lost-link ../bai/");
    assert_eq!(fault("Dòng một", "Dòng [a](https://bad.example/)"), "lost-link https://bad.example/");
    assert_eq!(fault("30/7", "30/8"), "changed-number 7");
    assert_eq!(fault("20 người", "người"), "changed-number 20");
    assert_eq!(fault("ngay\"", "ngay 5\""), "changed-number 5");
    assert_eq!(fault("`CUU`", "`CỨU`"), "lost-placeholder `CUU`");
    assert_eq!(fault("{ten}", "{tên}"), "lost-placeholder {ten}");
    assert_eq!(fault("[^1]", "[^2]"), "lost-placeholder [^1]");
    assert_eq!(fault("Chú thích.", "Gọi số 0981 848 484."), "typed-phone 0981 848 484");
    assert_eq!(fault("Chú thích.", "Chú <b>thích</b>."), "raw-html");
}

#[test]
fn a_unit_stays_the_kind_of_block_that_it_is() {
    assert_eq!(fault("Gọi <hotline:111>", "- Gọi <hotline:111>"), "broken-markdown");
    assert_eq!(fault("Gọi <hotline:111>", "# Gọi <hotline:111>"), "broken-markdown");
    assert_eq!(fault("Gọi <hotline:111>", "Gọi\\n\\n<hotline:111>"), "broken-markdown");
    assert_eq!(fault("Chú thích.", "1. Chú"), "broken-markdown");
    assert_eq!(fault("Dòng một", "dòng"), "");
    assert_eq!(fault("Chú thích.", "a\\\\\\nb"), "broken-markdown");
    assert_eq!(fault("Hỏi ai", "- Hỏi"), "");
    assert_eq!(fault("Hai người", "Hai](b.jpg) x ![người"), "broken-markdown");
    assert_eq!(fault("20 người", "20 | người"), "");
    assert_eq!(fault("Tôi cần giúp", "```\\nTôi"), "");
    assert_eq!(fault("Chú thích.", "[!signs]"), "broken-markdown");
}

#[test]
fn what_belongs_to_something_else_is_refused() {
    let bundle = full(BODY);
    let po = to_po(&bundle, &words());
    let said = |text: &str| match read("a.po", text.as_bytes()) {
        Ok(imported) => check(&imported, &bundle, &cues()).iter().map(|finding| finding.code).collect::<Vec<_>>(),
        Err(found) => found.iter().map(|finding| finding.code).collect(),
    };
    assert_eq!(said(&po.replace("canh-bao/a", "canh-bao/b")), ["exchange-other-entry"]);
    assert_eq!(said(&po.replacen("canh-bao/a#body.2", "canh-bao/b#body.2", 1)), ["exchange-other-entry"]);
    assert_eq!(said(&po.replace("hmn-VN", "km")), ["exchange-other-language"]);
    assert_eq!(said(&po.replace("0a1b2c3d4e5f", "1a1b2c3d4e5f")), ["exchange-old-source"]);
    assert_eq!(said(&po.replace("#body.2\"", "#body.99\"")), ["exchange-missing-unit", "exchange-unknown-unit"]);
    assert_eq!(said(&po.replacen("msgid \"Hỏi ai\"", "msgid \"Hỏi\"", 1)), ["exchange-changed-source"]);
    let (head, tail) = po.split_once("#. Tiêu đề mục").unwrap();
    let cut = tail.split_once("\n\n").unwrap().1;
    assert_eq!(said(&format!("{head}{cut}")), ["exchange-missing-unit"]);
    let xliff = to_xliff(&bundle, &words());
    let (head, tail) = xliff.split_once("  <unit id=\"body.2\"").unwrap();
    assert_eq!(said(&format!("{head}{}", tail.split_once("</unit>").unwrap().1)), ["exchange-missing-unit"]);
}

#[test]
fn unfinished_units_are_counted_and_not_taken() {
    let mut bundle = full(BODY);
    bundle.proposals[1] = Proposal { text: None, standing: Standing::Missing };
    bundle.proposals[2] = Proposal {
        text: Some("1. cũ <b>".to_owned()),
        standing: Standing::Fuzzy { previous: Some("lời\ncũ".to_owned()) },
    };
    for text in [to_po(&bundle, &words()), to_xliff(&bundle, &words())] {
        let imported = back(&text);
        assert_eq!(check(&imported, &bundle, &cues()), []);
        assert_eq!(imported.unfinished(), 2);
        assert_eq!(imported.texts(&bundle.original)[..3], [Some("A".to_owned()), None, None]);
    }
}

#[test]
fn a_damaged_file_is_refused_whole() {
    let bundle = full(BODY);
    let (po, xliff) = (to_po(&bundle, &words()), to_xliff(&bundle, &words()));
    for text in [&po, &xliff] {
        // Cut anywhere, it is either damaged or lacks a unit.
        for at in (0..text.trim_end().len()).filter(|at| text.is_char_boundary(*at)) {
            let head = text.get(..at).unwrap();
            let found = match read("a.po", head.as_bytes()) {
                Ok(imported) => check(&imported, &bundle, &cues()),
                Err(found) => found,
            };
            assert!(!found.is_empty(), "cut at {at}: {head}");
        }
    }
    let reason = |bytes: &[u8]| match read("a.po", bytes) {
        Ok(_) => "taken".to_owned(),
        Err(found) => found[0].args.get("reason").cloned().unwrap_or_else(|| found[0].code.to_owned()),
    };
    let with = |from: &str, to: &str| reason(xliff.replacen(from, to, 1).as_bytes());
    assert_eq!(reason(b""), "foreign");
    assert_eq!(reason(b"\xFF\xFEa\0"), "not-utf-8");
    assert_eq!(reason(b"PK\x03\x04"), "binary");
    assert_eq!(reason(&vec![b'a'; 9 << 20]), "too-large");
    assert_eq!(reason(format!("{po}\n{}", po.split_once("\n\n").unwrap().1).as_bytes()), "doubled");
    assert_eq!(reason(po.replace("msgstr \"A\"", "msgstr[0] \"A\"").as_bytes()), "plural");
    assert_eq!(reason(po.replace("msgstr \"A\"", "msgstr \"A").as_bytes()), "unclosed");
    assert_eq!(reason(po.replace("msgstr \"A\"", "msgstr \"A\\q\"").as_bytes()), "escape");
    assert_eq!(reason(po.replace("X-Loa-Entry", "X-Entry").as_bytes()), "foreign");
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><xliff";
    assert_eq!(with("<xliff", bomb), "doctype");
    assert_eq!(with("<source>A", "<source>&b;"), "entity");
    assert_eq!(with("<source>A", "<source>&#1;"), "control-character");
    assert_eq!(with("<source>A", "<source><ph id=\"1\"/>"), "inline");
    assert_eq!(with("version=\"2.1\"", "version=\"1.2\""), "version");
    assert_eq!(with("<source>A", &format!("<source>{}", "<mrk>".repeat(100_000))), "too-deep");
    assert_eq!(with("</file>", "</file><file></file>"), "several-files");
    assert_eq!(with("id=\"body.2\"", "id=\"body.1\""), "doubled");
    assert_eq!(with("</source>", "</target>"), "xml");
    assert_eq!(reason(b"<html></html>"), "not-xliff");
}

#[test]
fn what_tools_do_to_a_file_is_taken() {
    let bundle = full(BODY);
    let po = to_po(&bundle, &words());
    // Wrapped lines, entries put aside, comments, Windows line ends, another order of header lines.
    let wrapped =
        po.replace("msgid \"Hỏi ai\"", "msgid \"\"\n\"Hỏi \"\n\"ai\"").replace("#, fuzzy", "#, fuzzy, no-wrap");
    let wrapped = format!("# Người dịch\n{}\n#~ msgid \"x\"\n#~ msgstr \"y\"\n", wrapped.replace('\n', "\r\n"));
    assert_eq!(check(&back(&format!("\u{FEFF}{wrapped}")), &bundle, &cues()), []);
    let xliff = to_xliff(&bundle, &words());
    let marked = xliff
        .replacen("<target>A</target>", "<target><mrk id=\"m1\" type=\"term\">A</mrk></target>", 1)
        .replacen(
            "<segment",
            "<mtc:matches xmlns:mtc=\"x\"><mtc:match><source>x</source></mtc:match></mtc:matches><segment",
            1,
        )
        .replacen("state=\"translated\"", "state=\"final\" id=\"s1\"", 1);
    assert_eq!(check(&back(&marked), &bundle, &cues()), []);
}

#[test]
fn nothing_that_comes_back_takes_long() {
    const SIZE: usize = 2 << 20;
    let head = to_po(&full("a"), &words());
    let xliff = to_xliff(&full("a"), &words());
    let (before, after) = xliff.split_once("<source>").unwrap();
    let texts = [
        "\"".repeat(SIZE),
        "\\".repeat(SIZE),
        "msgid \"a\"\n".repeat(SIZE / 10),
        format!("{head}\nmsgid \"\"\n{}", "\"a\"\n".repeat(SIZE / 4)),
        (0..SIZE / 40).map(|n| format!("msgctxt \"{n}\"\nmsgid \"a\"\nmsgstr \"b\"\n\n")).collect::<String>(),
        format!("{head}\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"{}\"\n", "[^".repeat(SIZE / 2)),
        "<a>".repeat(SIZE / 3),
        format!("<xliff {}>", (0..SIZE / 12).map(|n| format!("a{n}=\"\" ")).collect::<String>()),
        format!("{before}<source>{}{after}", "&amp;".repeat(SIZE / 5)),
        format!("{before}<source>{}{after}", "<mrk></mrk>".repeat(SIZE / 11)),
    ];
    for text in texts {
        let start = Instant::now();
        drop(read("a.po", text.as_bytes()));
        assert!(start.elapsed() < Duration::from_secs(5), "{:?} for {:?}", start.elapsed(), text.get(..40));
    }
}

/// The originals of the shipped site.
fn shipped() -> Vec<Skeleton> {
    let mut open = vec![std::path::PathBuf::from("content")];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.ends_with("vi.md") {
                let name = path.to_string_lossy().replace('\\', "/");
                let text = crate::parse::source_text(&std::fs::read(&path).unwrap());
                found.push(skeleton(&crate::base::SitePath::new(&name).unwrap(), &text, &fields()));
            }
        }
    }
    found
}

#[test]
fn words_go_out_come_back_and_stand_in_the_file() {
    // Letters of another alphabet, so that no word is one of the original; signs and numbers stay.
    let said = |text: &str| text.replace('n', "ŋ").replace("hotliŋe", "hotline");
    let originals = [of(BODY)].into_iter().chain(shipped());
    for original in originals {
        let links = |text: &str| !text.contains("](") && !text.contains('`');
        let texts: Vec<Option<String>> = original
            .units()
            .iter()
            .map(|unit| Some(if links(&unit.text) { said(&unit.text) } else { format!("ŋ {}", unit.text) }))
            .collect();
        let own = [("reviewed_by".to_owned(), crate::model::Value::Text("X".to_owned()))];
        let written = skeleton(&original.file, &original.write(&own, &texts), &fields());
        let proposals = carry(&original, Some(&original), Some(&written));
        let carried: Vec<Option<String>> = proposals.iter().map(|proposal| proposal.text.clone()).collect();
        assert_eq!(carried, texts, "{}", original.file);
        assert!(proposals.iter().all(|proposal| proposal.standing == Standing::Fresh));
        let bundle = bundle(original, proposals);
        for write in [to_po, to_xliff] {
            let imported = back(&write(&bundle, &words()));
            assert_eq!(check(&imported, &bundle, &cues()), [], "{}", bundle.original.file);
            let again = bundle.original.write(&own, &imported.texts(&bundle.original));
            let again = carry(
                &bundle.original,
                Some(&bundle.original),
                Some(&skeleton(&bundle.original.file, &again, &fields())),
            );
            assert_eq!(again, bundle.proposals);
        }
    }
}

/// Words of all sorts, in which nothing may be lost on the way.
fn text() -> impl Strategy<Value = String> {
    "[a-zđ \"\\\\\n\t<&>%{}#|'ភ]{0,20}".prop_map(|text| text.trim().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_round_trip_changes_no_byte(texts in prop::collection::vec((text(), 0..3), 20), title in text()) {
        let original = skeleton(&file(), &format!("---\ntitle: A\n---\n{BODY}"), &fields());
        let proposals = original.units().iter().zip(texts.iter().cycle()).map(|(_, (text, standing))| {
            let standing = match standing {
                0 => Standing::Fresh,
                _ => Standing::Fuzzy { previous: Some(format!("cũ {text}")) },
            };
            if text.is_empty() { Proposal { text: None, standing: Standing::Missing } } else { Proposal { text: Some(text.clone()), standing } }
        });
        let mut bundle = bundle(original.clone(), proposals.collect());
        bundle.site = title;
        for write in [to_po, to_xliff] {
            let out = write(&bundle, &words());
            let imported = back(&out);
            prop_assert_eq!(&imported.digest, &bundle.digest);
            let mut again = bundle.clone();
            for (proposal, unit) in again.proposals.iter_mut().zip(&imported.units) {
                prop_assert_eq!(unit.is_fuzzy, matches!(proposal.standing, Standing::Fuzzy { .. }));
                proposal.text = (!unit.target.is_empty()).then(|| unit.target.clone());
            }
            for (unit, returned) in original.units().iter().zip(&imported.units) {
                prop_assert_eq!((&unit.key, &unit.text), (&returned.key, &returned.source));
            }
            prop_assert_eq!(write(&again, &words()), out);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0..4000usize) {
        drop(read("a", &bytes));
        for text in [to_po(&full(BODY), &words()), to_xliff(&full(BODY), &words())] {
            let mut text = text.into_bytes();
            let end = (at + bytes.len().min(6)).min(text.len());
            text.splice(at.min(end)..end, bytes.iter().take(6).copied());
            if let Ok(imported) = read("a", &text) {
                drop(check(&imported, &full(BODY), &cues()));
            }
        }
    }
}
