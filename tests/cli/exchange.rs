//! `loa translate export` and `import`: out to a translator, and the whole way back to the page.

use std::fs;

use crate::ground::{Site, assert_same};
use crate::translated::{
    DECLARATION, WORK, WORK_FILE, WORK_HMN, declaration, exported, filled, filled_xliff, work, worked,
};

#[track_caller]
fn import(site: &Site, file: &str) -> crate::ground::Done {
    site.call(&["translate", "import", file])
}

/// The state of the invented entry in Hmong.
fn state(site: &Site) -> String {
    let done = site.call(&["translate", "status", WORK, "hmn-VN", "--format", "json"]).ends_with(0);
    done.objects()[0]["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_file_for_a_translator_says_all_that_must_be_known() {
    let site = work();
    let before = site.listing("content");
    let done = site.call(&["translate", "export", "content/bai/viec-nhe/", "Mông"]).ends_with(0);
    assert!(done.out.contains("13 đoạn") && done.out.contains("loa translate import"), "{}", done.out);
    let po = site.text("bai-viec-nhe.hmn-VN.po");
    for words in [
        "\"Language: hmn_VN\\n\"\n",
        "\"X-Loa-Entry: bai/viec-nhe\\n\"\n",
        "\n#. Tiêu đề mục, bậc 2.\n#: content/bai/viec-nhe/vi.md:7\nmsgctxt \"bai/viec-nhe#body.1\"\n\
         msgid \"Dấu hiệu thường gặp\"\nmsgstr \"\"\n",
        "\n#. Giữ nguyên: 30 · 7",
        "\n#. Giữ nguyên: <hotline:111>\n",
        "\n#. Giữ nguyên: ../nguoi-quen/\n",
        "\n#. Giữ nguyên: [^1] · `BAO TIN`\n",
        "msgid \"\"\n\"Hỏi lại cho rõ\\\\\\n\"\n\"trước khi đi.\"\n",
    ] {
        assert!(po.contains(words), "no {words:?} in:\n{po}");
    }
    site.call(&["translate", "export", WORK, "hmn-VN", "--xliff"]).ends_with(0);
    let xliff = site.text("bai-viec-nhe.hmn-VN.xlf");
    assert_eq!(crate::html::read(&xliff, true).faults, Vec::<String>::new());
    assert!(xliff.contains(" version=\"2.1\" srcLang=\"vi\" trgLang=\"hmn-VN\">"), "{xliff}");
    assert!(xliff.contains("<source>Gặp lời mời như thế, hãy gọi &lt;hotline:111&gt; để hỏi.</source>"), "{xliff}");
    site.call(&["translate", "export", ".", "km"]).ends_with(0);
    site.call(&["translate", "export", ".", "lo", "--out", "gui/di.po"]).ends_with(0);
    assert!(site.has("trang-chu.km.po") && site.has("gui/di.po"));
    assert_same(&before, &site.listing("content"));
    // Each keeps the original that the translator will work from.
    assert_eq!(site.listing(".loa/sources/bai/viec-nhe").len(), 1);
    let english = site.call(&["--ui-lang", "en", "translate", "export", WORK, "km"]).ends_with(0);
    assert!(english.out.contains("13"), "{}", english.out);
    assert!(site.text("bai-viec-nhe.km.po").contains("#. "));
}

#[test]
fn a_file_in_which_somebody_may_have_worked_is_never_written_over() {
    let site = work();
    let file = exported(&site, WORK, "hmn-VN", &[]);
    let first = site.text(&file);
    exported(&site, WORK, "hmn-VN", &[]);
    assert_eq!(site.text(&file), first, "the same bytes are no harm");
    site.put(&file, filled(&first));
    let before = site.listing("");
    let done = site.call(&["translate", "export", WORK, "hmn-VN"]).ends_with(2).says("--out");
    assert_eq!(done.out, "");
    fs::create_dir(site.path("thu-muc.po")).unwrap();
    site.call(&["translate", "export", WORK, "hmn-VN", "--out", "thu-muc.po"]).ends_with(2);
    fs::remove_dir(site.path("thu-muc.po")).unwrap();
    assert_same(&before, &site.listing(""));
}

#[test]
fn a_round_trip_changes_no_byte() {
    for (site, entry, langs) in
        [(declaration(), DECLARATION, &["km", "zh-Hant", "lo", "blt-Tavt"][..]), (worked(), WORK, &["hmn-VN"])]
    {
        for lang in langs {
            for more in [&[][..], &["--xliff"]] {
                let file = exported(&site, entry, lang, more);
                let first = site.text(&file);
                let before = site.listing("");
                let done = import(&site, &file).ends_with(0);
                assert!(done.out.contains("giữ nguyên"), "{}", done.out);
                assert_same(&before, &site.listing(""));
                fs::remove_file(site.path(&file)).unwrap();
                exported(&site, entry, lang, more);
                assert_eq!(site.text(&file), first, "{lang} {more:?}");
            }
        }
    }
}

#[test]
fn a_translated_file_waits_for_its_reader_and_is_then_published() {
    for more in [&[][..], &["--xliff"]] {
        let site = work();
        let file = exported(&site, WORK, "hmn-VN", more);
        let text = site.text(&file);
        site.put(&file, if more.is_empty() { filled(&text) } else { filled_xliff(&text) });
        let done = import(&site, &file).ends_with(0);
        assert!(done.out.contains("loa translate accept bai/viec-nhe hmn-VN"), "{}", done.out);
        assert_eq!(state(&site), "unreviewed");
        site.build(&[]).ends_with(0);
        let page = "public/hmn-vn/bai/viec-nhe/index.html";
        assert!(!site.text(page).contains("mk "), "nobody has read it");
        site.call(&["translate", "accept", WORK, "hmn-VN"]).ends_with(2).says("reviewed_by");
        site.edit(WORK_HMN, "status: review\n", "status: review\nreviewed_by: Bà Ví Dụ\n");
        site.call(&["translate", "accept", WORK, "hmn-VN"]).ends_with(0);
        assert_eq!(state(&site), "current");
        site.build(&[]).ends_with(0);
        let page = site.text(page);
        for words in [
            "<h1 lang=\"hmn-VN\" dir=\"ltr\">mk Việc nhẹ, lương cao</h1>",
            "mk Gặp lời mời như thế",
            "href=\"tel:111\"",
            "<code>BAO TIN</code>",
        ] {
            assert!(page.contains(words), "no {words:?} in:\n{page}");
        }
        // The way out and back of what is published changes nothing.
        fs::remove_file(site.path(&file)).unwrap();
        exported(&site, WORK, "hmn-VN", more);
        let before = site.listing("");
        import(&site, &file).ends_with(0);
        assert_same(&before, &site.listing(""));
    }
}

#[test]
fn what_has_not_changed_keeps_its_words() {
    let site = worked();
    site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    let file = exported(&site, WORK, "hmn-VN", &[]);
    let po = site.text(&file);
    let changed = "#, fuzzy\n#| msgid \"Họ dặn bạn giấu gia đình.\"\nmsgctxt \"bai/viec-nhe#body.4\"\n\
                   msgid \"Họ dặn bạn giấu cha mẹ.\"\nmsgstr \"mk Họ dặn bạn giấu gia đình.\"\n";
    assert!(po.contains(changed) && po.matches("fuzzy").count() == 1, "{po}");
    // Not finished, it must not take the place of the page that people read.
    let before = site.listing("");
    let done = import(&site, &file);
    assert!(done.status <= 1, "{}{}", done.out, done.err);
    assert_same(&before, &site.listing(""));
    let mended = po.replace("#, fuzzy\n", "").replace("#| msgid \"Họ dặn bạn giấu gia đình.\"\n", "");
    site.put(&file, mended.replace("mk Họ dặn bạn giấu gia đình", "mk Họ dặn bạn giấu cha mẹ"));
    let old = site.text(WORK_HMN);
    let done = import(&site, &file).ends_with(0);
    assert!(done.out.contains(".loa/undo/"), "where the old one lies:\n{}", done.out);
    assert_eq!(state(&site), "unreviewed", "words that nobody has read");
    assert!(site.listing(".loa/undo").values().any(|bytes| *bytes == old.as_bytes()));
}

#[test]
fn half_a_file_becomes_a_draft_and_never_replaces_a_page() {
    let site = work();
    let file = exported(&site, WORK, "hmn-VN", &[]);
    let empty = site.text(&file);
    let whole = filled(&empty);
    let half = whole.replace("msgstr \"mk Họ dặn bạn giấu gia đình.\"", "msgstr \"\"");
    site.put(&file, half.replace("#. Một chú thích.\n", "#. Một chú thích.\n#, fuzzy\n"));
    let done = import(&site, &file).ends_with(0);
    assert!(done.out.contains("2 đoạn"), "{}", done.out);
    let text = site.text(WORK_HMN);
    assert_eq!(state(&site), "draft");
    assert!(text.contains("\n- Họ dặn bạn giấu gia đình.\n") && text.contains("[^1]: Giữ lại"), "{text}");
    site.build(&[]).ends_with(0);
    // What was done is offered again, what was not is empty.
    fs::remove_file(site.path(&file)).unwrap();
    exported(&site, WORK, "hmn-VN", &[]);
    let again = site.text(&file);
    assert!(
        again.contains("msgstr \"mk Dấu hiệu thường gặp\"")
            && again.contains("msgid \"Họ dặn bạn giấu gia đình.\"\nmsgstr \"\"\n"),
        "{again}"
    );
    site.put(&file, filled(&again).replace("mk mk ", "mk "));
    import(&site, &file).ends_with(0);
    site.edit(WORK_HMN, "status: review\n", "status: review\nreviewed_by: Bà Ví Dụ\n");
    site.call(&["translate", "accept", WORK, "hmn-VN"]).ends_with(0);
    site.put(&file, &half);
    let before = site.listing("");
    import(&site, &file).ends_with(1).says("làm nốt");
    site.put(&file, &empty);
    import(&site, &file).ends_with(1).says("làm nốt");
    fs::remove_file(site.path(&file)).unwrap();
    let kept: std::collections::BTreeMap<_, _> = before.into_iter().filter(|(path, _)| *path != file).collect();
    assert_same(&kept, &site.listing(""));
}

#[test]
fn what_the_title_and_the_lead_leave_empty_is_inherited() {
    let site = work();
    let file = exported(&site, WORK, "hmn-VN", &[]);
    let text = filled(&site.text(&file)).replace("msgstr \"mk Kể cho cả nhà nghe.\"", "msgstr \"\"");
    site.put(&file, &text);
    import(&site, &file).ends_with(0);
    let text = site.text(WORK_HMN);
    assert!(text.contains("status: review") && !text.contains("action:"), "{text}");
}

#[test]
fn a_file_may_lie_anywhere_and_be_wrapped_by_its_tool() {
    let site = work();
    let file = exported(&site, WORK, "hmn-VN", &[]);
    let text = filled(&site.text(&file)).replace('\n', "\r\n");
    // Tools break long strings over lines, add heads of their own, and put old entries aside.
    let text = text.replace("\"Người lạ hứa trả lương 30", "\"\"\r\n\"Người lạ hứa trả \"\r\n\"lương 30");
    let text = format!("\u{FEFF}# Dịch: Bà Ví Dụ\r\n{text}\r\n#~ msgid \"cũ\"\r\n#~ msgstr \"mk\"\r\n");
    fs::write(site.top().join("tep dich.po"), text).unwrap();
    import(&site, "../tep dich.po").ends_with(0);
    assert_eq!(state(&site), "unreviewed");
}
