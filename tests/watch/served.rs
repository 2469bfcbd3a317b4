//! The binary, asked over HTTP: after each edit, what it serves is what a clean build of the same folder writes.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;

use crate::ground::{Site, TODAY};
use crate::program::Watched;

const SCRIPT: &str = "<script src=\"/_loa/xem.js\" defer></script>";
const TEXT: &str = "---\ntitle: Một bài\ntopics: [mot]\n---\n\nMột lời có dấu.\n";

/// The port of an address like `http://127.0.0.1:4000/`.
fn port(address: &str) -> u16 {
    address.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap()
}

/// The status and the body of what lies at a path.
fn get(port: u16, path: &str) -> (u16, Vec<u8>) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let at = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(answer[..at].to_vec()).unwrap();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().unwrap())
    });
    let body = answer[at + 4..].to_vec();
    assert_eq!(length, Some(body.len()), "{path}: {head}");
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body)
}

/// A clean build, file by file, against what is served; nothing else is served either.
#[track_caller]
fn assert_served(site: &Site, port: u16, known: &mut BTreeSet<String>) {
    site.build(&["--drafts", "--out", "ra"]).ends_with(0);
    let built = site.listing("ra");
    for (path, bytes) in built.iter().filter(|(path, _)| !path.ends_with('/') && *path != "MANIFEST.sha256") {
        let (status, body) = get(port, path);
        let body = match path.ends_with(".html") {
            true => String::from_utf8(body).unwrap().replacen(SCRIPT, "", 1).into_bytes(),
            false => body,
        };
        assert!(status == 200 && body == *bytes, "{path}: {status}, and not the bytes of a build");
    }
    let gone = known.iter().filter(|path| !built.contains_key(*path));
    assert!(gone.clone().all(|path| get(port, path).0 == 404), "{:?}", gone.collect::<Vec<_>>());
    known.extend(built.into_keys().filter(|path| !path.ends_with('/')));
}

#[test]
fn what_is_served_is_a_clean_build() {
    let site = Site::with(&[("content/bai/mot/vi.md", TEXT)]);
    let watched = Watched::start(&site, &["--format", "json", "--today", TODAY]);
    let port = port(watched.object("address").as_str().unwrap());
    watched.object("step");
    let mut known = BTreeSet::new();
    assert_served(&site, port, &mut known);
    let edits: [(&str, Option<&str>); 10] = [
        ("content/bai/mot/vi.md", Some("---\ntitle: Tên khác\n---\n\nLời khác.\n")),
        ("content/bai/hai/vi.md", Some(TEXT)),
        ("content/bai/nhap/vi.md", Some("---\ntitle: Nháp\nstatus: draft\n---\n\nLời.\n")),
        ("content/bai/nhap", None),
        ("static/tep.txt", Some("một tệp")),
        ("loa.yml", Some("title: Trang khác\nlanguages: [vi, en]\nbase_url: https://vi-du.example/\n")),
        ("content/bai/hai/en.md", Some("---\ntitle: A text\n---\n\nSome words.\n")),
        ("themes/default/assets/them.css", Some("a { color: red }")),
        ("content/bai/mot", None),
        ("static/tep.txt", Some("tệp ấy, khác")),
    ];
    for (path, text) in edits {
        match text {
            Some(text) => site.put(path, text),
            None => std::fs::remove_dir_all(site.path(path)).unwrap(),
        }
        watched.object("step");
        assert_served(&site, port, &mut known);
    }
}

#[test]
fn a_port_that_is_taken_moves_up_by_one() {
    let site = Site::with(&[("content/bai/mot/vi.md", TEXT)]);
    let first = Watched::start(&site, &["--format", "json"]);
    let taken = port(first.object("address").as_str().unwrap());
    let second = Watched::on(&site, &taken.to_string(), &[]);
    let lines = second.until(|line| line.starts_with("Xem thử trang tại: "));
    let said = format!("Cổng {taken} đang có chương trình khác dùng");
    assert!(lines.iter().any(|(_, line)| line.starts_with(&said)), "{lines:?}");
    assert!(port(&lines.last().unwrap().1) > taken);
}

#[cfg(target_os = "linux")]
mod opens {
    use std::fs;
    use std::io::ErrorKind;
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    use super::*;

    /// A site, and a folder with a program that stands for the one that knows the browser.
    fn with_browser(script: &str) -> (Site, String) {
        let site = Site::with(&[("content/bai/mot/vi.md", TEXT)]);
        let folder = site.top().join("bin");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("xdg-open"), script).unwrap();
        fs::set_permissions(folder.join("xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
        // A process that another test starts just now may hold the script open for writing until it is another program.
        let is_busy = || {
            let tried = Command::new(folder.join("xdg-open")).arg("").status();
            tried.is_err_and(|error| error.kind() == ErrorKind::ExecutableFileBusy)
        };
        while is_busy() {}
        (site, folder.to_str().unwrap().to_owned())
    }

    #[test]
    fn the_browser_is_given_the_address() {
        let (site, folder) = with_browser("#!/bin/sh\necho \"$1\" > \"$0.said\"\nexit 3\n");
        let watched = Watched::in_path(&site, &folder, &["--open"]);
        let lines = watched.until(|line| line.starts_with("Xem thử trang tại: "));
        let address = lines.last().unwrap().1.rsplit(' ').next().unwrap().to_owned();
        // It ended badly, so the address is told once more; and by then it has written what it was given. Both are told on
        // streams of their own, and nobody knows which of them is read first.
        let is_told = |line: &str| line.starts_with("Không mở được trình duyệt.") && line.ends_with(&address);
        if !lines.iter().any(|(_, line)| is_told(line)) {
            watched.until(is_told);
        }
        assert_eq!(fs::read_to_string(site.top().join("bin/xdg-open.said")).unwrap().trim(), address);
    }

    #[test]
    fn without_a_browser_the_address_is_told() {
        let (site, _) = with_browser("");
        let watched = Watched::in_path(&site, "/nonexistent", &["--open"]);
        watched.until(|line| line.starts_with("Không mở được trình duyệt. Hãy tự mở địa chỉ: http://127.0.0.1:"));
        site.put("content/bai/mot/vi.md", TEXT.replace("lời", "câu"));
        watched.until(|line| line.starts_with("content/bai/mot/vi.md: "));
    }
}
