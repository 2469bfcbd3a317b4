//! `loa fix` in the binary: an answer needs somebody who gives it.

use crate::ground::{Site, assert_same, codes};

const FILE: &str = "content/bai/a/vi.md";
const OLD: &str = "---\ntitle: Một bài\n---\n\nTheo Nghị định, ®èi t\u{AD}îng ®\u{AD}îc hç trî.\n";
const NEW: &str = "---\ntitle: Một bài\n---\n\nTheo Nghị định, đối tượng được hỗ trợ.\n";

#[test]
fn without_anybody_to_ask_nothing_is_rewritten() {
    let site = Site::with(&[(FILE, OLD)]);
    let check = site.check(&["--format", "json"]).ends_with(1);
    assert_eq!(codes(&check.findings()), ["legacy-encoding"]);
    let before = site.listing("");
    let fix = site.call(&["fix", "bai/a", "--encoding"]).ends_with(2).says("không có ai trả lời");
    assert!(fix.out.contains("đối tượng được hỗ trợ"), "{}", fix.out);
    site.call(&["fix", "bai/a"]).ends_with(2).says("--encoding");
    site.call(&["fix", "bai/khong-co", "--encoding"]).ends_with(2).says("bai/khong-co");
    assert_same(&before, &site.listing(""));
}

/// A terminal for the binary, with what is typed there; `script` of util-linux makes one.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_a_yes_rewrites_and_the_check_is_clean() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    if Command::new("script").arg("--version").output().is_err() {
        return;
    }
    let site = Site::with(&[(FILE, OLD)]);
    let place = site.path("");
    let line = format!("'{}' --site '{}' fix bai/a --encoding", env!("CARGO_BIN_EXE_loa"), place.display());
    let mut terminal = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    terminal.stdin.take().unwrap().write_all("c\n".as_bytes()).unwrap();
    let done = terminal.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}");
    assert_eq!(site.text(FILE), NEW, "{said}");
    assert_eq!(site.text(".loa/undo/content/bai/a/vi.1.md"), OLD);
    let check = site.check(&["--format", "json"]).ends_with(0);
    assert_eq!(codes(&check.findings()), Vec::<&str>::new());
}
