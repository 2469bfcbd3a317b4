use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use loa::model::Item;

use crate::ground::{Ground, get, parse, raw};

/// Each step has its own word on every page, so an answer of two steps would show.
#[test]
fn an_answer_is_of_one_step_whatever_happens_meanwhile() {
    let mut ground = Ground::new();
    let mut shows = Vec::new();
    let mut wanted: BTreeMap<u64, BTreeMap<&str, Vec<u8>>> = BTreeMap::new();
    let paths = ["index.html", "vi/index.html", "vi/bai/index.html", "vi/bai/a/index.html", "km/bai/a/index.html"];
    for n in 0..20 {
        ground.put(
            "content/bai/a/vi.md",
            format!("---\ntitle: Bài {n}\nsummary: Lần {n}.\n---\n{}\n", format!("Câu {n}. ").repeat(500)),
        );
        let show = ground.show();
        let bytes = |path: &str| match &show.step.draft.pages().files[&loa::base::SitePath::new(path).unwrap()] {
            Item::Bytes(bytes) => bytes.to_vec(),
            other => panic!("{other:?}"),
        };
        wanted.insert(show.step.number, paths.map(|path| (path, bytes(path))).into());
        shows.push(show);
    }
    let server = Arc::new(ground.start());
    let is_over = Arc::new(AtomicBool::new(false));
    let mut shows = shows.into_iter();
    server.show(shows.next().unwrap());
    let readers: Vec<_> = (0..4)
        .map(|_| {
            let (server, is_over) = (Arc::clone(&server), Arc::clone(&is_over));
            thread::spawn(move || {
                let mut seen = Vec::new();
                while !is_over.load(Ordering::Relaxed) || seen.len() < paths.len() {
                    for path in paths {
                        let answer = get(&server, &format!("/{path}"));
                        assert_eq!(answer.status, 200, "{path}");
                        seen.push((
                            answer.step(),
                            path,
                            answer.text().replacen("<script src=\"/_loa/xem.js\" defer></script>", "", 1),
                        ));
                    }
                }
                seen
            })
        })
        .collect();
    for show in shows {
        server.show(show);
        // One answer between two steps, so that the readers meet them.
        get(&server, "/vi/bai/a/index.html");
    }
    is_over.store(true, Ordering::Relaxed);
    for reader in readers {
        let seen = reader.join().unwrap();
        assert!(seen.is_sorted_by_key(|(step, _, _)| *step), "a step came back");
        for (step, path, page) in seen {
            assert!(page.as_bytes() == wanted[&step][path], "{path} of step {step} is not that of its step");
        }
    }
}

#[test]
fn many_requests_in_one_connection_are_answered_in_their_order() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let one =
        |path: &str, more: &str| format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n{more}\r\n", server.port());
    let mut all: String = (0..50).map(|n| one(if n % 2 == 0 { "/robots.txt" } else { "/khong-co.txt" }, "")).collect();
    all.push_str(&one("/mau-don.pdf", "Connection: close\r\n"));
    let said = raw(&server, all.as_bytes());
    let text = String::from_utf8_lossy(&said);
    let statuses: Vec<&str> = text.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
    assert_eq!(statuses.len(), 51);
    assert!(statuses.chunks(2).take(25).all(|two| two == ["200", "404"]) && statuses[50] == "200", "{statuses:?}");
    let last = text.rfind("HTTP/1.1 ").unwrap();
    assert_eq!(parse(text[last..].as_bytes()).text(), "%PDF-1.4 mẫu đơn");
}
