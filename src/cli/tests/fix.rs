//! `loa fix`, with somebody who answers and without.

use super::*;

const FILE: &str = "content/canh-bao/viec-nhe-luong-cao/vi.md";
const ENTRY: [&str; 3] = ["fix", "canh-bao/viec-nhe-luong-cao", "--encoding"];
const OLD: &str = "cã ®\u{AD}êng d©y nãng phßng, chèng mua b¸n ng\u{AD}êi";
const NEW: &str = "có đường dây nóng phòng, chống mua bán người";

/// A started site whose entry has this body after its front matter, in these line ends, with a mark at its head.
fn site(body: &str) -> (tempfile::TempDir, String) {
    let folder = started();
    let text = format!("\u{FEFF}---\ntitle: \"Việc nhẹ\"\nreview_by: 2027-05-21\n---\n{body}\n").replace('\n', "\r\n");
    fs::write(folder.path().join(FILE), &text).unwrap();
    (folder, text)
}

fn read(folder: &tempfile::TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

fn codes(folder: &tempfile::TempDir) -> Vec<String> {
    let check = call(folder.path(), &["check", "--format", "json"], None);
    let code = |line: &str| line.strip_prefix("{\"code\":\"")?.split('"').next().map(str::to_owned);
    check.out.lines().filter_map(code).collect()
}

#[test]
fn runs_are_rewritten_after_a_yes_and_nothing_else_is() {
    // "Đôi" with its mark apart stays as it was typed, since no run stands in its line.
    let (folder, text) = site(&format!("Theo Nghị định.\n{OLD}\n\nĐo\u{302}i lời.\n\nỞ viÖt nam."));
    assert_eq!(codes(&folder), ["legacy-encoding", "legacy-encoding-question"]);
    let done = call(folder.path(), &ENTRY, Some("c\nc\n"));
    assert_eq!(done.status, 0, "{}{}", done.out, done.err);
    assert!(
        done.out.contains(&format!("trước: {OLD}\n")) && done.out.contains(&format!("sau:   {NEW}\n")),
        "{}",
        done.out
    );
    assert!(done.out.contains(".loa/undo/content/canh-bao"), "{}", done.out);
    assert_eq!(read(&folder, FILE), text.replace(OLD, NEW).replace("viÖt", "việt"));
    assert_eq!(read(&folder, ".loa/undo/content/canh-bao/viec-nhe-luong-cao/vi.1.md"), text);
    assert_eq!(codes(&folder), Vec::<String>::new());
    let again = call(folder.path(), &ENTRY, Some(""));
    assert_eq!((again.status, again.err.as_str()), (0, ""));
    assert!(again.out.contains("không có đoạn nào"), "{}", again.out);
}

#[test]
fn without_a_yes_nothing_changes() {
    let (folder, text) = site(&format!("{OLD}\n\nỞ viÖt nam."));
    for answers in ["k\nk\n", "\n\n", "", "gì cơ\n"] {
        let done = call(folder.path(), &ENTRY, Some(answers));
        assert_eq!(done.status, 0, "{answers:?}: {}", done.err);
        assert_eq!(read(&folder, FILE), text, "{answers:?}");
    }
    let alone = call(folder.path(), &ENTRY, None);
    assert_eq!(alone.status, 2);
    assert!(alone.out.contains(NEW) && alone.err.contains("không có ai trả lời"), "{}{}", alone.out, alone.err);
    assert_eq!(read(&folder, FILE), text);
    assert!(!folder.path().join(".loa").exists());
    let done = call(folder.path(), &ENTRY, Some("k\nc\n"));
    assert_eq!((done.status, read(&folder, FILE)), (0, text.replace("viÖt", "việt")), "only what was agreed to");
}

#[test]
fn a_file_of_windows_1258_is_converted_whole() {
    let folder = started();
    let old = b"---\r\ntitle: \"Vi\xEA\xF2c nhe\xF2\"\r\nreview_by: 2027-05-21\r\n---\r\nTi\xEA\xECng n\xF3i.\r\n";
    fs::write(folder.path().join(FILE), old).unwrap();
    assert!(codes(&folder).contains(&"not-utf-8".to_owned()));
    let done = call(folder.path(), &ENTRY, Some("có\n"));
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.out.contains("sau:   title: \"Việc nhẹ\"\n"), "{}", done.out);
    assert_eq!(read(&folder, FILE), "---\r\ntitle: \"Việc nhẹ\"\r\nreview_by: 2027-05-21\r\n---\r\nTiếng nói.\r\n");
    assert_eq!(codes(&folder), Vec::<String>::new());
}

#[test]
fn entries_are_named_as_people_write_them() {
    let (folder, _) = site(OLD);
    for typed in
        ["content/canh-bao/viec-nhe-luong-cao/vi.md", "canh-bao\\viec-nhe-luong-cao", "./canh-bao/viec-nhe-luong-cao/"]
    {
        let done = call(folder.path(), &["fix", typed, "--encoding"], Some("k\n"));
        assert_eq!(done.status, 0, "{typed}: {}", done.err);
        assert!(done.out.contains(NEW), "{typed}: {}", done.out);
    }
    let home = call(folder.path(), &["fix", ".", "--encoding"], None);
    assert_eq!((home.status, home.err.as_str()), (0, ""));
    let near = call(folder.path(), &["fix", "canh-bao/viec-nhe-luong-ca", "--encoding"], None);
    assert_eq!(near.status, 2);
    assert!(near.err.contains("\"canh-bao/viec-nhe-luong-cao\""), "{}", near.err);
    for typed in ["", "..", "../x", "khong-co"] {
        assert_eq!(call(folder.path(), &["fix", typed, "--encoding"], None).status, 2, "{typed:?}");
    }
}

#[test]
fn programs_read_each_place_in_a_line() {
    let (folder, _) = site(OLD);
    let done = call(folder.path(), &[&ENTRY[..], &["--format", "json"]].concat(), Some("c\n"));
    let lines: Vec<serde_json::Value> = done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{}", done.out);
    assert_eq!(
        (&lines[0]["line"], &lines[0]["encoding"], &lines[0]["after"]),
        (&5.into(), &"TCVN3".into(), &NEW.into())
    );
    assert_eq!((&lines[1]["rewritten"], lines[1]["kept"].is_string()), (&FILE.into(), true));
}
