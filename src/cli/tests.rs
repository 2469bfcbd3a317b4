use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use unicode_normalization::is_nfc;

use super::*;
use crate::base::Lang;

/// What a call did.
struct Done {
    status: u8,
    out: String,
    err: String,
}

/// Runs a command in a folder, as it would run on a terminal (with answers) or without one.
fn call(site: &Path, line: &[&str], answers: Option<&str>) -> Done {
    let words = Words::new(&Lang::vietnamese());
    let (mut out, mut err) = (anstream::StripStream::new(Vec::new()), anstream::StripStream::new(Vec::new()));
    let mut input = Cursor::new(answers.unwrap_or_default().as_bytes().to_vec());
    let is_attended = answers.is_some();
    let typed: Vec<OsString> = ["loa"].iter().chain(line).map(OsString::from).collect();
    let mut streams = Streams { out: &mut out, err: &mut err, input: &mut input, is_attended };
    let exit = arguments::read(&typed, &words).and_then(|arguments| {
        let streams =
            Streams { out: &mut *streams.out, err: &mut *streams.err, input: &mut *streams.input, is_attended };
        // 2026-11-22 in Vietnam, still the 21st in Greenwich.
        let epoch = Some("1795284000".to_owned());
        let format = arguments.format;
        let mut session = Session { words: &words, site: site.to_owned(), format, epoch, streams };
        command(&mut session, arguments.command)
    });
    let status = end(exit, &words, &mut streams);
    let text = |stream: anstream::StripStream<Vec<u8>>| String::from_utf8(stream.into_inner()).unwrap();
    Done { status, out: text(out), err: text(err) }
}

fn started() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let done = call(folder.path(), &["new"], None);
    assert_eq!(done.status, 0, "{}{}", done.out, done.err);
    folder
}

#[test]
fn a_new_site_builds_clean_at_once() {
    let folder = started();
    let check = call(folder.path(), &["check"], None);
    assert_eq!((check.status, check.err.as_str()), (0, ""), "{}", check.out);
    assert!(check.out.starts_with("Không có lỗi, không có cảnh báo.\n"), "{}", check.out);
    let build = call(folder.path(), &["build"], None);
    assert_eq!((build.status, build.out.as_str()), (0, ""), "{}", build.err);
    assert!(folder.path().join("public/vi/canh-bao/viec-nhe-luong-cao/index.html").exists());
    assert!(build.err.contains(" 0 lỗi, 0 cảnh báo, "), "{}", build.err);
}

#[test]
fn every_kind_begins_with_an_example_that_builds() {
    let folder = started();
    for kind in crate::kinds::ALL {
        let made = call(folder.path(), &["new", kind.name, &format!("muc-{}/bai-moi", kind.name)], None);
        assert_eq!(made.status, 0, "{}: {}", kind.name, made.err);
        let file = folder.path().join(format!("content/muc-{}/bai-moi/vi.md", kind.name));
        let text = fs::read_to_string(file).unwrap();
        assert!(text.contains("title: \"Bai moi\"") && text.contains("date: 2026-11-22"), "{text}");
        assert!(!text.contains(['{', '}']), "{text}");
    }
    let check = call(folder.path(), &["check", "--format", "json"], None);
    assert_eq!(check.status, 0, "{}", check.out);
    // A story needs somebody who approves it, a number somebody who checks it: these two begin as drafts.
    let warned: Vec<&str> = check.out.lines().filter(|line| line.contains("\"code\"")).collect();
    let is_draft = |kind: &str| warned.iter().any(|line| line.contains("\"left-out\"") && line.contains(kind));
    assert!(warned.len() == 2 && is_draft("muc-story") && is_draft("muc-hotline"), "{}", check.out);
}

#[test]
fn a_folder_that_holds_something_else_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bai.docx"), "x").unwrap();
    let done = call(folder.path(), &["new"], None);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("loa.yml"), "{}", done.err);
    assert_eq!(call(folder.path(), &["new"], Some("\n")).status, 2);
    assert_eq!(call(folder.path(), &["new"], Some("c\n")).status, 0);
    assert!(folder.path().join("content/vi.md").exists() && folder.path().join("bai.docx").exists());
}

#[test]
fn an_entry_is_never_written_over() {
    let folder = started();
    let done = call(folder.path(), &["new", "alert", "canh-bao/viec-nhe-luong-cao"], None);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("đã có sẵn"), "{}", done.err);
}

#[test]
fn a_path_is_taken_as_people_write_it() {
    let folder = started();
    for (typed, place) in [
        ("content/canh-bao/mot", "content/canh-bao/mot/vi.md"),
        ("canh-bao\\hai", "content/canh-bao/hai/vi.md"),
        ("./canh-bao/ba/", "content/canh-bao/ba/vi.md"),
        ("content\\canh-bao\\bon\\vi.md", "content/canh-bao/bon/vi.md"),
    ] {
        let done = call(folder.path(), &["new", "cảnh báo", typed], None);
        assert_eq!((done.status, folder.path().join(place).exists()), (0, true), "{typed}: {}", done.err);
        assert!(done.out.contains(place), "{}", done.out);
    }
    let done = call(folder.path(), &["new", "alert", "canh-bao/Cảnh báo mới"], None);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("canh-bao/canh-bao-moi"), "{}", done.err);
    let done = call(folder.path(), &["new", "alert", "canh-bao/Cảnh báo \"mới\""], Some("\n"));
    assert_eq!(done.status, 0, "{}", done.err);
    let text = fs::read_to_string(folder.path().join("content/canh-bao/canh-bao-moi/vi.md")).unwrap();
    assert!(text.contains("title: \"Cảnh báo \\\"mới\\\"\"\n"), "{text}");
    for bad in ["..", "canh-bao/../x", "canh-bao/ខ្មែរ", "", "/", "con", "canh-bao/trang-2", "lich/x"] {
        let done = call(folder.path(), &["new", "alert", bad], None);
        assert_eq!(done.status, 2, "{bad}: {}", done.err);
    }
    let done = call(folder.path(), &["new", "article", "canh-bao/mot/trong"], None);
    assert!(done.status == 2 && done.err.contains("content/canh-bao/mot"), "{}", done.err);
}

#[test]
fn another_kind_than_the_section_s_is_written_down() {
    let folder = started();
    let done = call(folder.path(), &["new", "article", "canh-bao/bai"], None);
    assert!(done.status == 0 && done.out.contains("kind: article"), "{}", done.out);
    let text = fs::read_to_string(folder.path().join("content/canh-bao/bai/vi.md")).unwrap();
    assert!(text.contains("title: \"Bai\"\nkind: article\n"), "{text}");
    assert_eq!(
        call(folder.path(), &["new", "article", "gioi-thieu"], None).status,
        0,
        "an entry may stand at the root"
    );
    assert_eq!(call(folder.path(), &["check"], None).status, 0);
}

#[test]
fn what_is_missing_is_asked() {
    let folder = started();
    let done = call(folder.path(), &["new"], Some("9 9\n2\nMời gọi đi làm xa\n\n"));
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.err.contains("canh-bao/moi-goi-di-lam-xa"), "{}", done.err);
    let text = fs::read_to_string(folder.path().join("content/canh-bao/moi-goi-di-lam-xa/vi.md")).unwrap();
    assert!(text.contains("title: \"Mời gọi đi làm xa\"\n") && text.contains("review_by: 2027-05-21\n"), "{text}");
    assert_eq!(call(folder.path(), &["new"], None).status, 2);
    assert_eq!(call(folder.path(), &["new", "alert"], Some("")).status, 2, "nobody answers any more");
    let done = call(folder.path(), &["new", "alrt", "a/b"], None);
    assert!(done.status == 2 && done.err.contains("\"alert\""), "{}", done.err);
}

#[test]
fn a_site_without_the_number_gets_it_with_the_first_example() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("loa.yml"), "title: A\nlanguages: [vi]\n").unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/vi.md"), "---\ntitle: A\n---\n").unwrap();
    let done = call(folder.path(), &["new", "alert", "canh-bao/a"], None);
    assert!(done.status == 0 && folder.path().join("content/duong-day-nong/111/vi.md").exists(), "{}", done.out);
    let check = call(folder.path(), &["check"], None);
    assert_eq!(check.status, 0, "{}", check.out);
}

#[test]
fn errors_leave_the_site_as_it_was() {
    let folder = started();
    assert_eq!(call(folder.path(), &["build"], None).status, 0);
    let page = folder.path().join("public/vi/index.html");
    let before = fs::read(&page).unwrap();
    let home = folder.path().join("content/vi.md");
    let text = fs::read_to_string(&home).unwrap();
    fs::write(&home, text.replace("<hotline:111>", "0300 000 000")).unwrap();
    let build = call(folder.path(), &["build"], None);
    assert_eq!((build.status, build.out.as_str()), (1, ""));
    assert!(build.err.contains("lỗi[unknown-phone]: ") && build.err.contains("Chưa ghi gì vào"), "{}", build.err);
    assert_eq!(fs::read(&page).unwrap(), before);
    let check = call(folder.path(), &["check"], None);
    assert_eq!((check.status, check.err.as_str()), (1, ""));
    fs::write(folder.path().join("loa.yml"), "tilte: x\n").unwrap();
    assert_eq!(call(folder.path(), &["check"], None).status, 2, "the settings have errors");
}

#[test]
fn json_goes_to_standard_output_whatever_the_command() {
    let folder = started();
    for line in [["check", "--format", "json"], ["build", "--format", "json"]] {
        let done = call(folder.path(), &line, None);
        let last: serde_json::Value = serde_json::from_str(done.out.lines().last().unwrap()).unwrap();
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        assert!(last["summary"]["pages"].as_u64().is_some_and(|pages| pages > 5), "{last}");
    }
}

#[test]
fn a_code_is_explained_or_the_nearest_named() {
    let here = Path::new(".");
    let done = call(here, &["explain", "[unknown-phone]"], None);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    for part in [
        "unknown-phone\n",
        "quy tắc: ",
        "vì sao: ",
        "cách sửa: ",
        "chưa đúng:\n  Liên hệ",
        "đúng:\n  Gọi <hotline:111>\n",
    ] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    let done = call(here, &["explain", "unknown-phon"], None);
    assert!(done.status == 2 && done.err.contains("\"unknown-phone\""), "{}", done.err);
    let done = call(here, &["explain", "unknown-key", "--format", "json"], None);
    let page: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert!(["code", "rule", "why", "help", "bad", "good"].iter().all(|key| page[key].is_string()), "{page}");
    assert_eq!(call(here, &["explain", "cli-summary"], None).status, 2, "a message that is no code");
}

#[test]
fn the_day_is_that_of_vietnam() {
    let words = Words::new(&Lang::vietnamese());
    let (mut out, mut err, mut input) = (Vec::new(), Vec::new(), Cursor::new(Vec::new()));
    let mut day = |epoch: Option<&str>| {
        let streams = Streams { out: &mut out, err: &mut err, input: &mut input, is_attended: false };
        let epoch = epoch.map(str::to_owned);
        let session = Session { words: &words, site: PathBuf::new(), format: Format::Human, epoch, streams };
        session.today(None).ok().map(|date| date.to_string())
    };
    assert_eq!(day(Some("0")).as_deref(), Some("1970-01-01"));
    assert_eq!(day(Some("61199")).as_deref(), Some("1970-01-01"), "16:59:59 in Greenwich");
    assert_eq!(day(Some("61200")).as_deref(), Some("1970-01-02"), "midnight in Hanoi");
    assert_eq!(day(Some("-30000")).as_deref(), Some("1969-12-31"));
    assert_eq!((day(Some("x")), day(Some("99999999999999999"))), (None, None));
    assert!(day(None).is_some());
}

#[test]
fn a_broken_pipe_is_no_fault() {
    struct Gone(io::ErrorKind);
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let words = Words::new(&Lang::vietnamese());
    for (kind, status) in [(io::ErrorKind::BrokenPipe, 0), (io::ErrorKind::StorageFull, 3)] {
        let (mut out, mut err, mut input) = (Gone(kind), Vec::new(), Cursor::new(Vec::new()));
        let mut streams = Streams { out: &mut out, err: &mut err, input: &mut input, is_attended: false };
        assert_eq!(end(Err(Failure::Answer("x".to_owned())), &words, &mut streams), status);
    }
}

/// A started site in a second language, with a translation that was begun, and whose words are no longer the original's.
fn translated() -> (tempfile::TempDir, PathBuf) {
    let folder = started();
    let settings = folder.path().join("loa.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("languages: [vi]", "languages: [vi, hmn-VN]")).unwrap();
    let done = call(folder.path(), &["translate", "start", "canh-bao/viec-nhe-luong-cao", "hmn-VN"], None);
    assert_eq!(done.status, 0, "{}", done.err);
    let file = folder.path().join("content/canh-bao/viec-nhe-luong-cao/hmn-VN.md");
    let text = fs::read_to_string(&file).unwrap();
    let said = |line: &str| match line.split_once(": \"") {
        Some((key, words)) if key != "translated_from" => format!("{key}: \"mk {words}\n"),
        _ if line.starts_with(|c: char| c.is_alphabetic())
            && !line.starts_with("status")
            && !line.contains("_from") =>
        {
            format!("mk {line}\n")
        }
        _ => format!("{}\n", line.replacen("- ", "- mk ", 1).replacen("> ", "> mk ", 1).replacen("> mk -", "> -", 1)),
    };
    fs::write(&file, text.lines().map(said).collect::<String>().replace("> mk [!", "> [!")).unwrap();
    (folder, file)
}

const ACCEPT: [&str; 4] = ["translate", "accept", "canh-bao/viec-nhe-luong-cao", "hmn-VN"];

#[test]
fn who_has_read_a_translation_is_asked() {
    let (folder, file) = translated();
    let before = fs::read_to_string(&file).unwrap();
    for answer in ["", "\n", "  \n"] {
        let done = call(folder.path(), &ACCEPT, Some(answer));
        assert_eq!(done.status, 2, "{answer:?}: {}{}", done.out, done.err);
        assert!(done.err.contains("Ai đã đọc lại") && done.err.contains("reviewed_by"), "{}", done.err);
        assert_eq!(fs::read_to_string(&file).unwrap(), before);
    }
    let done = call(folder.path(), &ACCEPT, Some("Bà \"Ví\" Dụ: A\n"));
    assert_eq!(done.status, 0, "{}", done.err);
    let after = before.replace("status: draft\n", "status: approved\nreviewed_by: \"Bà \\\"Ví\\\" Dụ: A\"\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), after);
    let status = call(folder.path(), &["translate", "status", ACCEPT[2], "--format", "json"], None);
    assert!(status.out.contains("\"current\""), "{}", status.out);
    // Once it is known, nobody is asked again.
    let done = call(folder.path(), &ACCEPT, Some(""));
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{}", done.out);
}

#[test]
fn a_slip_of_the_pen_is_one_if_somebody_says_so() {
    let (folder, file) = translated();
    assert_eq!(call(folder.path(), &ACCEPT, Some("Bà Ví Dụ\n")).status, 0);
    let before = fs::read_to_string(&file).unwrap();
    let original = folder.path().join("content/canh-bao/viec-nhe-luong-cao/vi.md");
    let text = fs::read_to_string(&original).unwrap();
    let slip = text.replacen("giấy tờ", "giấy từ", 1);
    assert_ne!(slip, text);
    fs::write(&original, slip).unwrap();
    let minor = ["translate", "accept", "--minor", ACCEPT[2]];
    for answer in ["", "\n", "k\n", "không\n"] {
        let done = call(folder.path(), &minor, Some(answer));
        assert_eq!(done.status, 1, "{answer:?}: {}{}", done.out, done.err);
        assert!(done.out.contains("[-") && done.err.contains("tiếng Mông"), "{}{}", done.out, done.err);
        assert_eq!(fs::read_to_string(&file).unwrap(), before, "{answer:?}");
    }
    let done = call(folder.path(), &minor, Some("c\n"));
    assert_eq!(done.status, 0, "{}", done.err);
    assert_ne!(fs::read_to_string(&file).unwrap(), before);
    let done = call(folder.path(), &minor, Some(""));
    assert_eq!(done.status, 0, "nothing is left to be asked: {}{}", done.out, done.err);
}

/// What a message needs: its value and each attribute with the variables in it.
type Shape = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

fn shape(text: &str) -> Shape {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut shape = Shape::new();
    for entry in &resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(_) | Entry::Junk { .. } => panic!("neither terms nor junk: {entry:?}"),
            _ => continue,
        };
        let mut parts = BTreeMap::new();
        let value = message.value.iter().map(|pattern| (String::new(), pattern));
        for (name, pattern) in value.chain(message.attributes.iter().map(|a| (a.id.name.to_owned(), &a.value))) {
            let mut found = BTreeSet::new();
            variables(pattern, &mut found);
            assert!(parts.insert(name, found).is_none(), "{} has an attribute twice", message.id.name);
        }
        assert!(shape.insert(message.id.name.to_owned(), parts).is_none(), "{} stands twice", message.id.name);
    }
    shape
}

/// Variables as `$name`, other messages by their name.
fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    // Plural categories differ between versions of their tables (LANGUAGES section 2).
                    let key = format!("{:?}", variant.key);
                    assert!(
                        !["\"zero\"", "\"one\"", "\"two\"", "\"few\"", "\"many\""]
                            .iter()
                            .any(|name| key.contains(name)),
                        "{key}"
                    );
                    variables(&variant.value, found);
                }
                selector
            }
        };
        match inline {
            InlineExpression::VariableReference { id } => drop(found.insert(format!("${}", id.name))),
            InlineExpression::MessageReference { id, .. } => drop(found.insert(id.name.to_owned())),
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn both_languages_say_the_same_messages() {
    let (vi, en) = (include_str!("../../i18n/vi/diagnostics.ftl"), include_str!("../../i18n/en/diagnostics.ftl"));
    let (vietnamese, english) = (shape(vi), shape(en));
    let ids = |shape: &Shape| shape.keys().cloned().collect::<Vec<String>>();
    assert_eq!(ids(&vietnamese), ids(&english));
    for (id, parts) in &vietnamese {
        assert_eq!(Some(parts), english.get(id), "{id}");
    }
    assert!(is_nfc(vi) && is_nfc(en));
    // What may be absent stands in an attribute of its own name, and what `explain` says needs nothing.
    for (id, parts) in vietnamese.iter().filter(|(_, parts)| parts.contains_key("rule")) {
        for name in ["rule", "why", "help", "bad", "good"] {
            assert_eq!(parts.get(name), Some(&BTreeSet::new()), "{id}.{name}");
        }
        let plain = ["", "short", "label", "rule", "why", "help", "paste", "bad", "good"];
        for (name, found) in parts.iter().filter(|(name, _)| !plain.contains(&name.as_str())) {
            assert_eq!(found, &BTreeSet::from([format!("${name}")]), "{id}.{name}");
        }
    }
}

#[test]
fn every_code_in_the_program_has_its_words() {
    // The codes stand in the source as `Diagnostic::error("…"`: what a check may report is never without words.
    let words = Words::new(&Lang::vietnamese());
    let mut open = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut seen = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        // Tests may make codes up.
        let source = fs::read_to_string(&path).unwrap_or_default();
        let source = source.split("#[cfg(test)]").next().unwrap_or("");
        if path.file_name().is_some_and(|name| name == "tests.rs") {
            continue;
        }
        for call in ["Diagnostic::error(", "Diagnostic::warning("] {
            for rest in source.split(call).skip(1) {
                let Some(code) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                    continue;
                };
                assert!(words.part(code, "rule").is_some(), "{code} of {} has no words", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "{seen}");
}

#[cfg(test)]
mod fix;
