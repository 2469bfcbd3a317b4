//! `loa translate status`, `start`, `diff` and `accept`: which translation fits which original, and who says so.

use std::fs;

use crate::ground::{Site, TODAY, assert_same};
use crate::html;
use crate::translated::{DECLARATION, WORK, WORK_FILE, WORK_HMN, declaration, translate, work, worked};

const DECLARATION_FILE: &str = "content/van-ban/tuyen-ngon-nhan-quyen/vi.md";

/// The lines of the state of one entry.
#[track_caller]
fn rows(site: &Site, more: &[&str]) -> Vec<String> {
    let done = site.call(&[&["translate", "status", "--format", "json", "--today", TODAY], more].concat()).ends_with(0);
    done.out.lines().map(str::to_owned).collect()
}

/// The state of the declaration, which must be the same in its four languages.
#[track_caller]
fn declared(site: &Site) -> (String, u64) {
    let rows = rows(site, &[DECLARATION]);
    let row = |lang: &str, (state, changed): (&str, u64)| {
        format!("{{\"entry\":\"{DECLARATION}\",\"lang\":\"{lang}\",\"state\":\"{state}\",\"changed\":{changed}}}")
    };
    let first: serde_json::Value = serde_json::from_str(&rows[0]).unwrap();
    let (state, changed) = (first["state"].as_str().unwrap().to_owned(), first["changed"].as_u64().unwrap());
    let expected = ["km", "zh-Hant", "lo", "blt-Tavt"].map(|lang| row(lang, (&state, changed)));
    assert_eq!(rows, expected);
    (state, changed)
}

/// One section of the declaration, from its heading to the next.
fn section(text: &str, number: usize) -> &str {
    let start = text.find(&format!("## Điều {number}:\n")).unwrap();
    let end = text[start..].find(&format!("## Điều {}:\n", number + 1)).unwrap();
    &text[start..start + end]
}

#[test]
fn each_kind_of_edit_is_counted_in_paragraphs() {
    let site = declaration();
    let text = site.text(DECLARATION_FILE);
    assert_eq!(declared(&site), ("current".to_owned(), 0));
    let fourth = section(&text, 4).to_owned();
    let paragraph = fourth.split("\n\n").nth(1).unwrap().to_owned();
    let moved = text.replace(&fourth, "").replace("## Điều 20:\n", &format!("{fourth}## Điều 20:\n"));
    for (name, edited, changed) in [
        ("nothing", text.clone(), 0),
        ("a word", text.replacen("nhân phẩm", "phẩm giá", 1), 1),
        ("a paragraph", text.replace(&paragraph, "Không ai phải sống kiếp nô lệ hay tôi đòi."), 1),
        ("a moved section", moved, 2),
        ("an added paragraph", text.replace(&paragraph, &format!("{paragraph}\n\nCâu này mới thêm vào.")), 1),
        ("a removed paragraph", text.replace(&format!("{paragraph}\n\n"), ""), 1),
        ("a removed section", text.replace(&fourth, ""), 2),
        ("a key that is no word", text.replace("order: 3", "order: 4"), 0),
        ("line ends and blanks", text.replace('\n', " \r\n"), 0),
        ("the title", text.replace("title: \"Tuyên ngôn", "title: \"Bản tuyên ngôn"), 1),
    ] {
        assert!(changed == 0 || edited != text, "{name}: the edit found nothing");
        site.put(DECLARATION_FILE, edited);
        let state = if changed == 0 { "current" } else { "out-of-date" };
        assert_eq!(declared(&site), (state.to_owned(), changed), "{name}");
    }
}

#[test]
fn every_state_has_its_name() {
    let site = worked();
    let file = site.text(WORK_HMN);
    let state = |text: &str| {
        site.put(WORK_HMN, text);
        let row = rows(&site, &[WORK, "hmn-VN"]).remove(0);
        serde_json::from_str::<serde_json::Value>(&row).unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state(&file), "current");
    assert_eq!(state(&file.replace("status: approved", "status: draft")), "draft");
    assert_eq!(state(&file.replace("status: approved", "status: review")), "unreviewed", "it waits for its reader");
    assert_eq!(state(&file.replace("status: approved", "machine: true")), "unreviewed");
    assert_eq!(state(&file.replace("reviewed_by: Bà Ví Dụ\n", "")), "unreviewed");
    state(&file);
    site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    assert_eq!(state(&file), "out-of-date");
    site.edit(WORK_FILE, "action:", "updated: 2025-01-01\naction:");
    assert_eq!(state(&file), "out-of-date", "past its limit, the page is its fallback, the work is the same");
    fs::remove_file(site.path(WORK_HMN)).unwrap();
    let rows = rows(&site, &[WORK, "hmn-VN"]);
    assert_eq!(rows, [format!("{{\"entry\":\"{WORK}\",\"lang\":\"hmn-VN\",\"state\":\"missing\",\"changed\":null}}")]);
}

#[test]
fn people_read_what_asks_for_work_first() {
    let site = declaration();
    site.edit(DECLARATION_FILE, "thừa nhận nhân phẩm vốn có", "thừa nhận phẩm giá vốn có");
    site.edit(DECLARATION_FILE, "## Điều 4:", "## Điều bốn:");
    let done = site.call(&["translate", "status", "--today", TODAY]).ends_with(0);
    let khmer = "tiếng Khmer (km): 0 trên 6 bài khớp với bản gốc (0 %):\n  \
                 van-ban/tuyen-ngon-nhan-quyen: bản gốc đã đổi, 2 đoạn khác bản gốc\n  chưa dịch 5 bài\n";
    assert!(
        done.out.contains(khmer) && !done.out.contains('\u{1b}') && done.err.is_empty(),
        "{}{}",
        done.out,
        done.err
    );
    assert!(!done.out.contains("bai"), "what is not translated is counted, not listed:\n{}", done.out);
    let limited = site.call(&["translate", "status", "km", "--today", TODAY]).ends_with(0);
    assert!(limited.out.contains("  bai: chưa dịch\n") && !limited.out.contains("Lào"), "{}", limited.out);
    let english =
        site.call(&["--ui-lang", "en", "translate", "status", DECLARATION, "lo", "--today", TODAY]).ends_with(0);
    assert!(english.out.contains("2 changed paragraphs") || english.out.contains("2 paragraphs"), "{}", english.out);
}

#[test]
fn a_site_in_one_language_has_nothing_to_translate() {
    let site = Site::with(&[]);
    let done = site.call(&["translate", "status"]).ends_with(0);
    assert_eq!(done.out, "Trang này không có bài nào cần dịch.\n");
    assert_eq!(rows(&site, &[]), Vec::<String>::new());
    site.call(&["translate", "status", "--require", "vi:100"]).ends_with(0);
}

#[test]
fn an_entry_that_is_not_published_is_not_counted() {
    let site = work();
    site.edit(WORK_FILE, "action:", "status: draft\naction:");
    assert_eq!(rows(&site, &[WORK]), Vec::<String>::new());
}

#[test]
fn a_table_is_written_for_a_spreadsheet() {
    let site = worked();
    site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    site.call(&["translate", "status", "--today", TODAY, "--out", "bang/x.csv"]).ends_with(3).says("bang");
    let done = site.call(&["translate", "status", "--today", TODAY, WORK, "--out", "x.CSV"]).ends_with(0);
    assert_eq!((done.out.as_str(), done.err.as_str()), ("Đã ghi bảng vào x.CSV.\n", ""));
    let expected = "entry,lang,state,changed\n\
                    bai/viec-nhe,km,missing,\nbai/viec-nhe,lo,missing,\nbai/viec-nhe,hmn-VN,out-of-date,1\n";
    assert_eq!(site.text("x.CSV"), expected);
}

#[test]
fn a_page_of_all_translations_is_well_formed_and_tells_its_languages() {
    let site = worked();
    site.put("content/bai/ngoac/vi.md", "---\ntitle: \"<b>In & đậm</b>\"\n---\n\nMột câu.\n");
    site.call(&["translate", "status", "--today", TODAY, "--out", "x.html"]).ends_with(0);
    let page = site.text("x.html");
    let document = html::read(&page, false);
    assert_eq!(document.faults, Vec::<String>::new());
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">\n"), "{page}");
    let title = document.texts.iter().find(|text| text.words == "<b>In & đậm</b>").unwrap();
    assert_eq!((title.lang.as_str(), title.parent.as_str()), ("vi", "span"));
    assert!(document.all("b").next().is_none());
    let heads = document.all("th").filter(|head| head.get("scope") == Some("col")).count();
    assert_eq!(heads, 4, "an entry and three languages");
    assert!(document.texts.iter().any(|text| text.parent == "td" && text.words == "khớp với bản gốc"));
    site.call(&["--ui-lang", "en", "translate", "status", "--today", TODAY, "--out", "x.html"]).ends_with(0);
    let english = html::read(&site.text("x.html"), false);
    assert!(
        english.faults.is_empty()
            && english.texts.iter().any(|text| text.words == "Việc nhẹ, lương cao" && text.lang == "vi")
    );
}

#[test]
fn a_share_that_is_asked_for_is_a_gate() {
    let site = worked();
    // Of 6 entries none, one, two are translated into Hmong.
    let ask = |gate: &str| site.call(&["translate", "status", "--require", gate, "--format", "json"]);
    let all = rows(&site, &["hmn-VN"]).len() as u64;
    assert_eq!(all, 7);
    ask("hmn-VN:14").ends_with(0);
    let below = ask("hmn-VN:15").ends_with(1).says("tiếng Mông chưa đạt 15 %: mới có 1 trên 7 bài");
    assert_eq!(below.objects().len(), 21, "the answer is given all the same");
    ask("hmn:14").ends_with(0);
    ask("HMN:15").ends_with(1);
    ask("km:0").ends_with(0);
    ask("km:1").ends_with(1);
    site.call(&["translate", "status", WORK, "--require", "hmn:15"]).ends_with(1);
    site.call(&["translate", "status", "--require", "hmn:14", "--require", "lo:1"]).ends_with(1).says("tiếng Lào");
    for (wrong, word) in [
        ("km", "km:80"),
        ("km:", "km:80"),
        (":80", "km:80"),
        ("km:x", "km:80"),
        ("km:101", "km:80"),
        ("km:-1", "km:80"),
        ("km:300", "km:80"),
        ("fr:80", "\"fr\""),
        ("k:80", "\"k\""),
    ] {
        let done = site.call(&["translate", "status", "--require", wrong]).ends_with(2).says(word);
        assert_eq!(done.out, "", "{wrong}");
    }
    site.call(&["translate", "status", "--out", "x.txt"]).ends_with(2).says(".csv");
    site.call(&["translate", "status", "--out", "x"]).ends_with(2).says(".html");
    // Exactly at the border.
    for entry in [".", "bai", "bai/nguoi-quen", "so", "so/111", "so/112"] {
        translate(&site, entry, "hmn-VN");
    }
    ask("hmn:100").ends_with(0);
}

#[test]
fn entries_and_languages_are_named_as_people_type_them() {
    let site = worked();
    let one = rows(&site, &[WORK, "hmn-VN"]);
    assert_eq!(one.len(), 1);
    for entry in [
        "content/bai/viec-nhe",
        "content/bai/viec-nhe/",
        "content\\bai\\viec-nhe\\vi.md",
        "./bai/viec-nhe/",
        "bai/viec-nhe/hmn-vn.md",
        "bai\\viec-nhe",
        " bai/viec-nhe ",
    ] {
        assert_eq!(rows(&site, &[entry, "HMN-vn"]), one, "{entry}");
    }
    for lang in ["hmn-VN", "HMN-VN", "tiếng Mông", "Mông", "mông", "tieng mong", "Hmôngz"] {
        assert_eq!(rows(&site, &[WORK, lang]), one, "{lang}");
    }
    assert_eq!(rows(&site, &["Mông"]), rows(&site, &["hmn-VN"]));
    let home = rows(&site, &[".", "km"]);
    for entry in ["content/vi.md", "content", "content/", "./"] {
        assert_eq!(rows(&site, &[entry, "km"]), home, "{entry}");
    }
    for (line, word) in [
        (&["status", "bai/viec-nh"][..], "\"bai/viec-nhe\""),
        (&["status", "viec-nhe"], "\"bai/viec-nhe\""),
        (&["status", WORK, "kn"], "\"km\""),
        (&["status", WORK, "xx-Latn"], "vi, km, lo, hmn-VN"),
        (&["diff", WORK, "vi"], "bản gốc"),
        (&["start", WORK, ""], "vi, km, lo, hmn-VN"),
        (&["diff", "../x", "km"], "\"../x\""),
        (&["diff", WORK], "loa translate diff"),
        (&["export", WORK, "km", "--xlif"], "--xliff"),
        (&["statu"], "\"status\""),
        (&["xyzzy"], "export, import"),
        (&["import"], "loa translate import"),
        (&[], "loa translate status"),
    ] {
        let done = site.call(&[&["translate"], line].concat()).ends_with(2).says(word);
        assert_eq!(done.out, "", "{line:?}");
    }
}

#[test]
fn a_translation_begins_with_the_words_of_its_original() {
    let site = work();
    let before = site.listing("content");
    let done = site.call(&["translate", "start", WORK, "tiếng Mông"]).ends_with(0);
    assert!(
        done.out.contains(WORK_HMN) && done.out.contains("loa translate accept bai/viec-nhe hmn-VN"),
        "{}",
        done.out
    );
    let text = site.text(WORK_HMN);
    assert!(text.contains("\nstatus: draft\n") && text.contains("translated_from: "), "{text}");
    assert!(text.contains("loa translate accept bai/viec-nhe hmn-VN"), "the whole command stands in the file:\n{text}");
    let body = |text: &str| text.split("\n---\n").nth(1).unwrap().to_owned();
    assert_eq!(body(&text), body(&site.text(WORK_FILE)));
    let records = site.listing(".loa/sources/bai/viec-nhe");
    assert_eq!(records.len(), 1, "{records:?}");
    let findings = site.findings();
    assert!(findings.iter().all(|finding| finding["severity"] == "warning"), "{findings:?}");
    site.build(&[]).ends_with(0);
    let after = site.listing("content");
    assert_eq!(after.len(), before.len() + 1);
    // A second time it is somebody's work.
    site.put(WORK_HMN, text.replace("Dấu hiệu thường gặp", "mk dấu hiệu"));
    let kept = site.listing("");
    site.call(&["translate", "start", WORK, "hmn-VN"]).ends_with(2).says("hmn-VN.md");
    assert_same(&kept, &site.listing(""));
}

#[test]
fn a_translation_is_not_begun_from_a_broken_original() {
    let site = work();
    site.edit(WORK_FILE, "summary:", "sumary:");
    let before = site.listing("");
    for line in [["start", WORK, "km"], ["export", WORK, "km"]] {
        site.call(&[&["translate"], &line[..]].concat()).ends_with(1).says("[unknown-key]");
    }
    assert_same(&before, &site.listing(""));
    // Errors elsewhere are somebody else's.
    let site = work();
    site.put("content/bai/hong/vi.md", "---\ntitel: x\n---\n");
    site.call(&["translate", "start", WORK, "km"]).ends_with(0);
}

#[test]
fn untouched_paragraphs_are_no_translation() {
    let site = work();
    site.call(&["translate", "start", WORK, "hmn-VN"]).ends_with(0);
    site.edit(WORK_HMN, "status: draft", "status: draft\nreviewed_by: Bà Ví Dụ");
    site.edit(WORK_HMN, "Người lạ", "mk người lạ");
    let before = site.listing("");
    let done = site.call(&["translate", "accept", WORK, "hmn-VN"]).ends_with(1);
    assert!(done.err.contains(". Hãy dịch nốt") && done.err.contains("  Gặp lời mời như thế"), "{}", done.err);
    assert!(!done.err.contains("người lạ hứa"), "{}", done.err);
    assert_same(&before, &site.listing(""));
}

#[test]
fn a_change_is_shown_word_by_word() {
    let site = worked();
    let old = site.text(WORK_FILE);
    let line = ["translate", "diff", WORK, "hmn-VN"];
    assert_eq!(site.call(&line).ends_with(0).out, "Bản gốc của bai/viec-nhe không đổi từ lúc dịch sang tiếng Mông.\n");
    site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    let done = site.call(&line).ends_with(0);
    for words in [
        "bai/viec-nhe: 1 đoạn đã đổi từ lúc dịch sang tiếng Mông",
        "  cũ: Họ dặn bạn giấu [-gia đình-].\n",
        "  mới: Họ dặn bạn giấu {+cha mẹ+}.\n",
        "  bản dịch: mk Họ dặn bạn giấu gia đình.\n",
    ] {
        assert!(done.out.contains(words), "no {words:?} in:\n{}", done.out);
    }
    assert!(!done.out.contains('\u{1b}') && done.err.is_empty(), "{}{}", done.out, done.err);
    let json = site.call(&[&line[..], &["--format", "json"]].concat()).ends_with(0);
    assert_eq!(
        json.out,
        "{\"key\":\"body.4\",\"change\":\"edited\",\"old\":\"Họ dặn bạn giấu gia đình.\",\"new\":\"Họ dặn bạn giấu cha mẹ.\",\
         \"translation\":\"mk Họ dặn bạn giấu gia đình.\"}\n"
    );
    // Moved, added, removed.
    let part = "## Nhắn cho người nhà\n\nSoạn `BAO TIN` rồi gửi cho người nhà.[^1]\n\n";
    let moved = old.replace(part, "").replace("## Dấu hiệu thường gặp", &format!("{part}## Dấu hiệu thường gặp"));
    site.put(WORK_FILE, moved);
    let done = site.call(&line).ends_with(0);
    assert!(
        done.out.contains("đã chuyển chỗ, đoạn 4 trên") && done.out.contains("  lời: Nhắn cho người nhà\n"),
        "{}",
        done.out
    );
    site.put(
        WORK_FILE,
        old.replace("Gặp lời mời", "Một câu mới.\n\nGặp lời mời").replace("> Đừng trả lời họ ngay hôm nay.", "> ."),
    );
    let json = site.call(&[&line[..], &["--format", "json"]].concat()).ends_with(0);
    let changes: Vec<String> = json.objects().iter().map(|line| line["change"].as_str().unwrap().to_owned()).collect();
    assert_eq!(changes, ["added", "added", "removed"], "{}", json.out);
}

#[test]
fn a_difference_that_nobody_can_know_is_said_to_be_unknown() {
    let site = worked();
    fs::remove_dir_all(site.path(".loa/sources")).unwrap();
    site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    site.call(&["translate", "diff", WORK, "hmn-VN"]).ends_with(1).says("không còn giữ bản gốc");
    let rows = rows(&site, &[WORK, "hmn-VN"]);
    assert!(rows[0].ends_with("\"state\":\"out-of-date\",\"changed\":null}"), "{rows:?}");
    let status = site.call(&["translate", "status", WORK, "hmn-VN"]).ends_with(0);
    assert!(status.out.contains("không rõ mấy đoạn"), "{}", status.out);
    let text: String =
        site.text(WORK_HMN).lines().filter(|l| !l.starts_with("translated_from")).map(|l| format!("{l}\n")).collect();
    site.put(WORK_HMN, text);
    site.call(&["translate", "diff", WORK, "hmn-VN"]).ends_with(1).says("chưa ghi là dịch từ bản gốc nào");
    site.call(&["translate", "accept", "--minor", WORK]).ends_with(1).says("không biết nó dịch từ bản gốc nào");
    site.call(&["translate", "diff", WORK, "km"]).ends_with(2).says("loa translate start bai/viec-nhe km");
}

#[test]
fn a_translation_is_accepted_by_name() {
    let site = worked();
    let text = site.text(WORK_HMN);
    let line = ["translate", "accept", WORK, "hmn-VN"];
    site.put(WORK_HMN, text.replace("reviewed_by: Bà Ví Dụ\n", ""));
    let before = site.listing("");
    site.call(&line).ends_with(2).says("reviewed_by");
    assert_same(&before, &site.listing(""));
    site.call(&["translate", "accept", WORK, "km"]).ends_with(2).says("loa translate start");
    site.call(&["translate", "accept", WORK]).ends_with(2).says("tiếng nào");
    site.call(&["translate", "accept", "--minor", WORK, "hmn-VN"]).ends_with(2).says("--minor");
    // Of a file as it comes from Notepad, every byte stays but those of the keys.
    let typed = text.replace("status: approved\n", "status: review\nmachine: true\n").replace('\n', "\r\n");
    let typed = format!("\u{FEFF}{}  \r\n", typed.replace("mk Hỏi", "mk Ho\u{309}i"));
    site.put(WORK_HMN, &typed);
    site.call(&line).ends_with(0);
    let expected = typed.replace("status: review\r\nmachine: true\r\n", "status: approved\r\n");
    assert_eq!(site.text(WORK_HMN), expected);
    let undo = site.listing(".loa/undo/content/bai/viec-nhe");
    let old = undo.values().filter(|bytes| **bytes == typed.as_bytes()).count();
    assert_eq!(old, 1, "{:?}", undo.keys());
    site.build(&[]).ends_with(0);
    assert!(rows(&site, &[WORK, "hmn-VN"])[0].contains("\"current\""));
    // Once more changes nothing.
    let before = site.listing("");
    site.call(&line).ends_with(0);
    assert_same(&before, &site.listing(""));
}

#[test]
fn accepting_a_stale_translation_makes_it_current() {
    let site = worked();
    site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    site.build(&[]).ends_with(0);
    assert!(site.findings().iter().any(|finding| finding["code"] == "translation-outdated"));
    site.call(&["translate", "accept", WORK, "hmn-VN"]).ends_with(0);
    assert!(rows(&site, &[WORK, "hmn-VN"])[0].contains("\"current\""));
    assert!(!site.findings().iter().any(|finding| finding["code"] == "translation-outdated"));
    // A mark typed by hand is what accepting mends.
    let text = site.text(WORK_HMN);
    let from = text.lines().find(|line| line.starts_with("translated_from")).unwrap().to_owned();
    site.edit(WORK_HMN, &from, "translated_from: 123456789abc");
    site.build(&[]).ends_with(1).says("translated-from-unknown");
    site.call(&["translate", "accept", WORK, "hmn-VN"]).ends_with(0);
    assert_eq!(site.text(WORK_HMN), text);
}

#[test]
fn a_slip_of_the_pen_renews_all_translations() {
    let site = declaration();
    site.edit(DECLARATION_FILE, "Cần phải khuyến khích việc", "Cần phải khuyến khich việc");
    let before = site.listing("content");
    let done = site.call(&["translate", "accept", "--minor", DECLARATION]).ends_with(0);
    assert!(done.out.contains("{+khich+}"), "the change is shown:\n{}", done.out);
    assert!(done.out.contains("4 bản dịch") || done.err.contains("4 bản dịch"), "{}{}", done.out, done.err);
    assert_eq!(declared(&site), ("current".to_owned(), 0));
    let after = site.listing("content");
    for (path, bytes) in &after {
        let old = &before[path];
        let lines =
            |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().lines().map(str::to_owned).collect::<Vec<_>>();
        let is_mark = |line: &&String| line.starts_with("translated_from:");
        let (old, new) = (lines(old), lines(bytes));
        assert!(old.iter().filter(|l| !is_mark(l)).eq(new.iter().filter(|l| !is_mark(l))), "{path}");
    }
    assert_eq!(site.listing(".loa/undo/content/van-ban/tuyen-ngon-nhan-quyen").len(), 4);
}

#[test]
fn more_than_a_slip_of_the_pen_renews_nothing() {
    let site = worked();
    let text = site.text(WORK_FILE);
    let minor = ["translate", "accept", "--minor", WORK];
    site.call(&minor).ends_with(0);
    for (name, from, to) in [
        ("a number", "30/7", "30/8"),
        ("a number in words", "một tháng", "hai tháng"),
        ("a number by its marks", "đi làm xa", "sáu đi làm xa"),
        ("a no", "Đừng trả lời", "Trả lời"),
        ("a link", "../nguoi-quen/", "../../so/111/"),
        ("a hotline", "<hotline:111>", "<hotline:112>"),
        ("a paragraph more", "Gặp lời mời", "Một câu mới.\n\nGặp lời mời"),
        ("a paragraph less", "> Đừng trả lời họ ngay hôm nay.\n\n", ""),
        ("a heading more", "Soạn `BAO", "## Thêm một mục\n\nSoạn `BAO"),
    ] {
        assert!(text.contains(from), "{name}");
        site.put(WORK_FILE, text.replace(from, to));
        let before = site.listing("");
        let done = site.call(&minor).ends_with(1).says("loa translate diff bai/viec-nhe hmn-VN");
        assert!(!done.err.contains("[error") && rows(&site, &[WORK, "hmn-VN"])[0].contains("out-of-date"), "{name}");
        assert_same(&before, &site.listing(""));
    }
}
