//! What goes to standard output and what to standard error, in which language, and what happens when nobody reads.

use crate::ground::{Site, done};

const BAD: &str = "---\ntitle: Một bài\n---\n\nGọi 0300 000 000.\n";

#[test]
fn a_check_answers_on_standard_output() {
    let check = Site::with(&[]).check(&[]).ends_with(0);
    assert!(check.err.is_empty() && check.out.starts_with("Không có lỗi, không có cảnh báo.\n"), "{check:?}");
    let check = Site::with(&[("content/bai/mot/vi.md", BAD)]).check(&[]).ends_with(1);
    assert!(check.err.is_empty() && check.out.starts_with("lỗi[unknown-phone]: "), "{check:?}");
}

#[test]
fn a_build_speaks_on_standard_error() {
    let site = Site::with(&[]);
    let build = site.build(&[]).ends_with(0).says("Đã dựng xong trang vào public\n");
    assert_eq!(build.out, "");
    site.put("content/bai/mot/vi.md", BAD);
    let build = site.build(&[]).ends_with(1).says("lỗi[unknown-phone]: ").says("Chưa ghi gì vào public");
    assert_eq!(build.out, "");
}

#[test]
fn what_is_said_to_programs_is_on_standard_output_alone() {
    let site = Site::with(&[("content/bai/mot/vi.md", BAD)]);
    for line in [
        &["check", "--format", "json"][..],
        &["build", "--format", "json"],
        &["build", "--keep-going", "--format", "json"],
    ] {
        let done = site.call(line).ends_with(1);
        assert_eq!((done.err.as_str(), done.findings().len()), ("", 1), "{line:?}");
    }
    let explain = site.call(&["explain", "unknown-phone", "--format=json"]).ends_with(0);
    assert_eq!((explain.err.as_str(), explain.objects().len()), ("", 1));
}

#[test]
fn faults_of_the_call_are_on_standard_error() {
    let site = Site::with(&[]);
    for line in [&["biuld"][..], &["build", "--out", "content"], &["explain", "xyzzy"], &["new", "xyzzy", "a"], &[]] {
        let done = site.call(line).ends_with(2);
        assert!(done.out.is_empty() && !done.err.is_empty(), "{line:?}: {done:?}");
    }
}

#[test]
fn no_colour_goes_into_a_pipe() {
    let site = Site::with(&[("content/bai/mot/vi.md", BAD)]);
    for line in [&["check"][..], &["build"], &["explain", "tab-in-front-matter"], &["--help"], &["biuld"]] {
        let done = done(site.command(line).env_remove("NO_COLOR").env("TERM", "xterm-256color"));
        assert!(!done.out.contains('\u{1B}') && !done.err.contains('\u{1B}'), "{line:?}: {done:?}");
    }
}

#[test]
fn the_words_are_vietnamese_unless_english_is_asked_for() {
    let site = Site::with(&[("content/bai/mot/vi.md", BAD)]);
    let told = |line: &[&str], variable: Option<&str>| {
        let mut command = site.command(line);
        command.env_remove("LOA_LANG").env("LANG", "en_US.UTF-8").env("LC_ALL", "en_US.UTF-8");
        variable.map(|tag| command.env("LOA_LANG", tag));
        done(&mut command).ends_with(1).out
    };
    for (line, variable) in [
        (&["check"][..], None),
        (&["check"], Some("")),
        (&["check"], Some("vi")),
        (&["check"], Some("fr")),
        (&["check", "--ui-lang", "vi"], Some("en")),
        (&["--ui-lang=vi", "check"], Some("en")),
    ] {
        let out = told(line, variable);
        assert!(out.starts_with("lỗi[unknown-phone]: ") && out.contains(" 1 lỗi, "), "{line:?} {variable:?}: {out}");
    }
    for (line, variable) in [
        (&["check"][..], Some("en")),
        (&["check"], Some("en_GB.UTF-8")),
        (&["check", "--ui-lang", "en"], None),
        (&["--ui-lang", "en", "check"], Some("vi")),
    ] {
        let out = told(line, variable);
        assert!(
            out.starts_with("error[unknown-phone]: ") && out.contains("errors: 1, "),
            "{line:?} {variable:?}: {out}"
        );
        let words = out.lines().filter(|line| !line.contains(" | ")).collect::<String>();
        assert!(words.is_ascii(), "a Vietnamese word is left: {words}");
    }
}

#[test]
fn programs_are_told_in_the_same_language_as_people() {
    let site = Site::with(&[("content/bai/mot/vi.md", BAD)]);
    let [vi, en] = ["vi", "en"].map(|tag| site.check(&["--format", "json", "--ui-lang", tag]).findings());
    for key in ["code", "severity", "path", "line", "column", "end_line", "end_column"] {
        assert_eq!(vi[0][key], en[0][key]);
    }
    assert!(vi[0]["message"] != en[0]["message"] && vi[0]["help"] != en[0]["help"], "{vi:?} {en:?}");
}

#[test]
fn slips_on_the_command_line_are_told_in_the_language_that_stands_on_it() {
    let site = Site::empty();
    site.call(&["biuld", "--ui-lang", "en"]).ends_with(2).says("error: ").says("\"build\"");
    site.call(&["biuld"]).ends_with(2).says("lỗi: ").says("\"build\"");
}

#[cfg(unix)]
mod closed {
    use std::io::{PipeWriter, pipe};
    use std::process::Command;

    use super::BAD;
    use crate::ground::Site;

    /// A pipe that nobody reads any more.
    fn unread() -> PipeWriter {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        writer
    }

    #[track_caller]
    fn ends_well(command: &mut Command) {
        let output = command.output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{command:?}");
    }

    #[test]
    fn a_closed_pipe_is_no_fault() {
        let site = Site::with(&[("content/bai/mot/vi.md", BAD)]);
        for line in [
            &["check"][..],
            &["check", "--format", "json"],
            &["build", "--format", "json"],
            &["explain", "unknown-phone"],
            &["--help"],
            &["--version"],
        ] {
            ends_well(site.command(line).stdout(unread()));
        }
    }

    #[test]
    fn a_build_that_nobody_listens_to_is_made_all_the_same() {
        let site = Site::with(&[]);
        ends_well(site.command(&["build"]).stderr(unread()));
        assert!(site.has("public/MANIFEST.sha256"));
        ends_well(site.command(&["build", "--out", "ra", "--format", "json"]).stdout(unread()));
        assert!(site.has("ra/MANIFEST.sha256"));
    }

    #[test]
    fn a_new_site_that_nobody_listens_to_is_made_whole() {
        let site = Site::empty();
        ends_well(site.command(&["new"]).stdout(unread()));
        site.check(&[]).ends_with(0);
    }
}
