//! The table of real and invented lines, and random ones there and back.

use proptest::prelude::*;

use super::super::legacy_lost::find_lost;
use super::super::legacy_tables::Table;
use super::super::legacy_tables::tests::encode;
use super::super::probes::decode;
use super::super::syllable::tests::syllables;
use super::*;

fn rows() -> Vec<(String, String, String)> {
    let table = include_str!("../../../../tests/data/legacy-encodings.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let fields: Vec<String> = line.split('\t').map(decode).collect();
        (fields[0].clone(), fields[1].clone(), fields[2].clone())
    });
    rows.collect()
}

#[test]
fn every_row_of_the_table_holds() {
    let rows = rows();
    assert_eq!(rows.len(), 66);
    for (kind, text, expected) in &rows {
        let runs = find_legacy(text, true);
        let encodings: Vec<Encoding> = runs.iter().map(|run| run.encoding).collect();
        let is_sure = !runs.is_empty() && runs.iter().all(|run| run.is_sure);
        let lost = find_lost(text, true).len();
        match (kind.as_str(), expected.as_str()) {
            ("mojibake", "-") => assert_eq!((runs.len(), lost), (0, 1), "{text}"),
            ("control", _) => assert_eq!((runs, lost), (Vec::new(), 0), "{text}"),
            (kind, _) => {
                let encoding = match kind {
                    "vni" => Encoding::Vni,
                    "mojibake" => Encoding::Utf8,
                    _ => Encoding::Tcvn3,
                };
                assert_eq!((encodings, is_sure, lost), (vec![encoding], kind != "question", 0), "{text}");
                assert_eq!(repair(text, &runs), *expected, "{text}");
            }
        }
    }
}

#[test]
fn capitals_that_may_be_lost_are_told() {
    let may_be = |text: &str| find_legacy(text, true).first().unwrap().may_be_capitals;
    assert!(may_be("céng hßa x· héi chñ nghÜa viÖt nam"));
    assert!(!may_be("Céng hßa x· héi chñ nghÜa ViÖt Nam"));
    assert!(!may_be("coäng hoøa xaõ hoäi chuû nghóa"));
    let runs = find_legacy("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", true);
    assert_eq!(runs.first().unwrap().repaired, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT");
    let runs = find_legacy("§éC LËP - Tù DO - H¹NH PHóC", true);
    assert_eq!(runs.first().unwrap().repaired, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC");
    assert!(runs.first().unwrap().may_be_capitals);
}

#[test]
fn a_run_is_told_line_by_line() {
    let text = "title: céng hßa x· héi\nsummary: chñ nghÜa viÖt nam\n\nLà câu thường ở đây.";
    let runs = find_legacy(text, false);
    let told: Vec<&str> = runs.iter().map(|run| text.get(run.range.clone()).unwrap()).collect();
    assert_eq!(told, ["céng hßa x· héi", "chñ nghÜa viÖt"]);
    assert_eq!(repair(text, &runs), "title: cộng hòa xã hội\nsummary: chủ nghĩa việt nam\n\nLà câu thường ở đây.");
}

#[test]
fn doubtful_words_belong_to_a_run_up_to_the_end_of_its_line() {
    let mended = |text: &str| repair(text, &find_legacy(text, true));
    assert_eq!(mended("cã ®\u{AD}êng d©y miÔn phÝ nãng"), "có đường dây miễn phí nóng");
    assert_eq!(
        mended("Là ®\u{AD}êng d©y miÔn phÝ nhân dân"),
        "Là đường dây miễn phí nhừn dừn".replace("nhừn dừn", "nhõn dõn")
    );
    assert_eq!(mended("®\u{AD}êng d©y miÔn phÝ nhân dân cả nước"), "đường dây miễn phí nhân dân cả nước");
    assert_eq!(mended("®\u{AD}êng d©y miÔn phÝ là dân"), "đường dây miễn phí là dân");
    assert_eq!(mended("© 2026 ®\u{AD}êng d©y miÔn phÝ ©"), "© 2026 đường dây miễn phí ©");
}

#[test]
fn each_line_is_read_in_its_own_encoding() {
    let (tcvn3, vni) = (
        ("§èi t\u{AD}îng ®\u{AD}îc hç trî", "Đối tượng được hỗ trợ"),
        ("ñöôøng daây noùng phoøng, choáng mua baùn ngöôøi", "đường dây nóng phòng, chống mua bán người"),
    );
    for (one, other) in [(tcvn3, vni), (vni, tcvn3)] {
        let text = format!("## {}\n\n{}\n", one.0, other.0);
        let runs = find_legacy(&text, true);
        assert_eq!(repair(&text, &runs), format!("## {}\n\n{}\n", one.1, other.1));
    }
}

#[test]
fn utf8_that_was_read_wrongly_comes_back_across_spaces_that_do_not_break() {
    let mended = |text: &str| repair(text, &find_legacy(text, true));
    assert_eq!(mended("LÃ\u{A0} ngÆ°á»\u{9D}i â€œÄ‘áº¹pâ€\u{9D}"), "Là người “đẹp”");
    for text in ["«Â»", "“Ã”", "Ê”", "KỲ “Ô”", "quá»", "Ã", "Â°", "10\u{A0}°C"] {
        assert_eq!(find_legacy(text, true), [], "{text}");
    }
}

#[test]
fn a_line_of_a_megabyte_is_one_run() {
    let old = "cã ®\u{AD}êng d©y nãng phßng, chèng mua b¸n ng\u{AD}êi ".repeat(22_000);
    let runs = find_legacy(&old, false);
    let new = "có đường dây nóng phòng, chống mua bán người ".repeat(22_000);
    assert!(old.len() > 1_000_000 && runs.len() == 1 && repair(&old, &runs) == new);
    assert_eq!((find_legacy(&new, true), find_lost(&new, true)), (Vec::new(), Vec::new()));
}

/// A text as Windows-1252 reads its UTF-8.
fn misread(text: &str) -> String {
    text.bytes().map(legacy_utf8::tests::character).collect()
}

fn lines() -> impl Strategy<Value = String> {
    let syllables = syllables();
    prop::collection::vec((0..syllables.len(), prop::bool::ANY), 16..40).prop_map(move |words| {
        let word = |(n, is_capital): &(usize, bool)| {
            let word = &syllables[*n];
            let mut letters = word.chars();
            let first = letters.next().unwrap();
            // The old fonts have no capitals with tones.
            if *is_capital && (first.is_ascii() || first == 'đ') {
                first.to_uppercase().chain(letters).collect()
            } else {
                word.clone()
            }
        };
        words.iter().map(word).collect::<Vec<String>>().join(" ")
    })
}

proptest! {
    #[test]
    fn lines_in_tcvn3_and_vni_come_back_exactly(line in lines()) {
        for (table, encoding) in [(Table::Tcvn3, Encoding::Tcvn3), (Table::Vni, Encoding::Vni)] {
            let old = encode(table, &line).unwrap();
            let runs = find_legacy(&old, false);
            prop_assert!(runs.iter().all(|run| run.encoding == encoding), "{old}");
            prop_assert_eq!(repair(&old, &runs), line.clone(), "{}", old);
            // Found again in what was mended? Then nobody would ever be done.
            prop_assert_eq!(find_legacy(&line, false), []);
        }
    }

    #[test]
    fn lines_that_were_read_wrongly_come_back_exactly(line in lines()) {
        let clear = line.split(' ').filter(|word| word.contains(|c: char| c.is_ascii()) && !word.is_ascii());
        prop_assume!(clear.count() >= SURE);
        for old in [misread(&line), misread(&misread(&line))] {
            let runs = find_legacy(&old, false);
            prop_assert_eq!(repair(&old, &runs), line.clone(), "{}", old);
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in "[a-zÀ-ÿ¡-¾®\u{AD}−ạ-ỹ “”?\u{FFFD}\n]{0,120}") {
        let runs = find_legacy(&text, true);
        let _ = find_lost(&text, true);
        let mended = repair(&text, &runs);
        prop_assert!(runs.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        prop_assert!(runs.iter().all(|run| text.get(run.range.clone()).is_some_and(|old| !old.contains('\n'))));
        prop_assert_eq!(mended.lines().count(), text.lines().count());
    }
}
