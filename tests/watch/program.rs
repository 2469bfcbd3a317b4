//! The binary: what it prints, how it is ended, and what it leaves alone.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::followed::DEADLINE;
use crate::ground::Site;

const FILE: &str = "content/bai/mot/vi.md";
const TEXT: &str = "---\ntitle: Một bài\n---\n\nMột lời.\n";
const BAD: &str = "---\ntitle: Một bài\n---\n\nGọi 0300 000 000.\n";

/// A program that runs, and its lines as they come. It ends with the test.
pub struct Watched {
    child: Child,
    lines: Receiver<(&'static str, String)>,
}

impl Watched {
    /// On any free port.
    pub fn start(site: &Site, more: &[&str]) -> Watched {
        Watched::on(site, "0", more)
    }

    pub fn on(site: &Site, port: &str, more: &[&str]) -> Watched {
        Watched::spawn(&mut site.command(&[&["watch", "--port", port], more].concat()))
    }

    /// With other programs than those of the machine.
    pub fn in_path(site: &Site, path: &str, more: &[&str]) -> Watched {
        Watched::spawn(site.command(&[&["watch", "--port", "0"], more].concat()).env("PATH", path))
    }

    fn spawn(command: &mut Command) -> Watched {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let to = sender.clone();
        thread::spawn(move || {
            BufReader::new(out).lines().map_while(Result::ok).all(|line| to.send(("out", line)).is_ok())
        });
        thread::spawn(move || {
            BufReader::new(err).lines().map_while(Result::ok).all(|line| sender.send(("err", line)).is_ok())
        });
        Watched { child, lines }
    }

    /// The next line that is so, and all that came before it.
    #[track_caller]
    pub fn until(&self, is_so: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
        let (end, mut all) = (Instant::now() + DEADLINE, Vec::new());
        while !all.last().is_some_and(|(_, line): &(&str, String)| is_so(line)) {
            match self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => all.push(line),
                Err(_) => panic!("nothing more came after {all:#?}"),
            }
        }
        all
    }

    /// The next line that is an object with this key.
    #[track_caller]
    pub fn object(&self, key: &str) -> Value {
        let start = format!("{{\"{key}\":");
        let (_, line) = self.until(|line| line.starts_with(&start)).pop().unwrap();
        serde_json::from_str::<Value>(&line).unwrap()[key].clone()
    }

    #[cfg(unix)]
    fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        assert!(kill.args(["-s", name, &self.child.id().to_string()]).status().unwrap().success());
    }

    /// How it ended, and how long that took.
    #[track_caller]
    fn end(&mut self) -> (Option<i32>, Duration) {
        let start = Instant::now();
        while start.elapsed() < DEADLINE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status.code(), start.elapsed());
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("it does not end");
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn programs_are_told_of_each_step() {
    let site = Site::with(&[(FILE, TEXT)]);
    let watched = Watched::start(&site, &["--format", "json"]);
    let step = watched.object("step");
    assert_eq!((step["number"].as_u64(), step["errors"].as_u64(), step["files"].as_u64()), (Some(1), Some(0), Some(0)));
    assert!(step["pages"].as_u64().unwrap() > 3 && step["ms"].is_u64(), "{step}");
    site.put(FILE, BAD);
    let lines = watched.until(|line| line.starts_with("{\"step\""));
    let codes: Vec<Value> = lines.iter().map(|(_, line)| serde_json::from_str::<Value>(line).unwrap()).collect();
    assert_eq!(codes[0]["code"], "unknown-phone");
    let step = &codes.last().unwrap()["step"];
    assert_eq!((step["number"].as_u64(), step["errors"].as_u64()), (Some(2), Some(1)));
    assert_eq!(step["changed"], serde_json::json!([FILE]));
    // What is known already is not told again.
    site.put(FILE, format!("{BAD}\nThêm một lời.\n"));
    let lines = watched.until(|line| line.starts_with("{\"step\""));
    assert_eq!(lines.len(), 1, "{lines:?}");
    site.put(FILE, TEXT.replace("Một lời.", "Lời khác."));
    let step = watched.object("step");
    assert_eq!((step["number"].as_u64(), step["errors"].as_u64()), (Some(4), Some(0)));
    assert!(step["touched"].as_u64().unwrap() >= 1);
    assert!(!site.has("public"));
}

#[test]
fn people_are_told_in_short_lines() {
    let site = Site::with(&[(FILE, TEXT)]);
    let watched = Watched::start(&site, &[]);
    watched.until(|line| line.contains(" trang, 0 lỗi, "));
    watched.until(|line| line.contains("nhấn Ctrl-C"));
    site.put(FILE, BAD);
    let lines = watched.until(|line| line.starts_with("Còn 1 lỗi."));
    assert!(lines.iter().any(|(_, line)| line.starts_with("lỗi[unknown-phone]: ")), "{lines:?}");
    assert!(lines.iter().any(|(_, line)| line.contains("--> content/bai/mot/vi.md:5:5")), "{lines:?}");
    assert!(lines.iter().any(|(_, line)| line.starts_with("content/bai/mot/vi.md: ")), "{lines:?}");
    site.put(FILE, TEXT);
    watched.until(|line| line == "Đã hết lỗi.");
}

#[test]
fn polling_is_told_once() {
    let site = Site::with(&[(FILE, TEXT)]);
    let watched = Watched::start(&site, &["--poll", "--format", "json"]);
    assert_eq!(watched.object("polls"), "asked");
    site.put(FILE, BAD);
    let lines = watched.until(|line| line.starts_with("{\"step\":{\"number\":2"));
    assert!(!lines.iter().any(|(_, line)| line.contains("polls")), "{lines:?}");
}

#[test]
fn a_folder_that_is_no_site_is_refused() {
    let site = Site::empty();
    site.call(&["watch", "--port", "0"]).ends_with(2).says("không thấy trang nào ở");
    assert!(!site.has(".loa"));
    site.call(&["watch", "--port", "cổng"]).ends_with(2).says("\"cổng\" không phải số cổng");
}

#[test]
fn a_build_beside_it_is_not_disturbed() {
    let site = Site::with(&[(FILE, TEXT)]);
    let watched = Watched::start(&site, &["--format", "json"]);
    watched.object("step");
    site.build(&[]).ends_with(0);
    site.put(FILE, BAD);
    assert_eq!(watched.object("step")["number"], 2);
}

#[cfg(unix)]
mod ends {
    use super::*;

    /// The contract says 300 ms; a machine that builds and tests meanwhile is given more.
    const SOON: Duration = Duration::from_secs(1);

    #[test]
    fn it_ends_when_it_is_asked_to() {
        for name in ["INT", "TERM", "HUP"] {
            let site = Site::with(&[(FILE, TEXT)]);
            let mut watched = Watched::start(&site, &["--format", "json"]);
            watched.object("step");
            let before = site.listing("");
            watched.signal(name);
            let (status, took) = watched.end();
            assert!(status == Some(0) && took < SOON, "{name}: {status:?} after {took:?}");
            crate::ground::assert_same(&before, &site.listing(""));
        }
    }

    #[test]
    fn a_terminal_that_nobody_reads_holds_nothing_up() {
        // More findings than a pipe takes.
        let site = Site::with(&[(FILE, &BAD.replace("Gọi 0300 000 000.", &"Gọi 0300 000 000.\n\n".repeat(1_000)))]);
        let mut command = site.command(&["watch", "--port", "0", "--format", "json"]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (_, lines) = channel();
        let mut watched = Watched { child, lines };
        let mut first = [0];
        let out = watched.child.stdout.as_mut().unwrap();
        std::io::Read::read_exact(out, &mut first).unwrap();
        watched.signal("INT");
        let (status, took) = watched.end();
        assert!(status == Some(0) && took < SOON, "{status:?} after {took:?}");
    }

    #[test]
    fn a_closed_pipe_ends_nothing() {
        let site = Site::with(&[(FILE, TEXT)]);
        let mut watched = Watched::start(&site, &["--format", "json"]);
        watched.object("step");
        // The thread that reads goes when nobody wants its lines, and the pipe with it.
        let (_, none) = channel();
        drop(std::mem::replace(&mut watched.lines, none));
        for n in 0..3 {
            site.put(FILE, format!("{TEXT}\nLời {n}.\n"));
            thread::sleep(Duration::from_millis(250));
            assert!(watched.child.try_wait().unwrap().is_none(), "it has ended");
        }
        watched.signal("TERM");
        assert_eq!(watched.end().0, Some(0));
    }
}
