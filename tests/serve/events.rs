use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use serde_json::Value;

use loa::serve::Server;

use crate::ground::{Ground, ask, connect, get, with_banners};

/// The address of the events, as the script asks for it.
fn address(server: &Server) -> String {
    let known: Value = serde_json::from_slice(&get(server, "/_loa/xem.json").body).unwrap();
    known["events"].as_str().unwrap().to_owned()
}

/// A tab that listens.
struct Tab(BufReader<TcpStream>);

impl Tab {
    fn open(server: &Server) -> Tab {
        let mut stream = connect(server);
        let address = address(server);
        write!(stream, "GET {address} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port()).unwrap();
        let mut tab = Tab(BufReader::new(stream));
        assert_eq!(tab.line(), "HTTP/1.1 200 OK");
        while !tab.line().is_empty() {}
        tab
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// The next event, and its data.
    fn next(&mut self) -> (String, Value) {
        let name = loop {
            if let Some(name) = self.line().strip_prefix("event: ") {
                break name.to_owned();
            }
        };
        let data = self.line();
        (name, serde_json::from_str(data.strip_prefix("data: ").unwrap()).unwrap())
    }
}

#[test]
fn a_tab_hears_what_is_shown_and_then_each_step() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let mut tab = Tab::open(&server);
    let (name, begin) = tab.next();
    assert_eq!((name.as_str(), &begin["step"]), ("begin", &1.into()));
    let timing = get(&server, "/vi/index.html").header("server-timing").to_owned();
    assert_eq!(timing, format!("loa;desc=\"{}\"", begin["now"].as_str().unwrap()));
    ground.put("content/bai/a/vi.md", "---\ntitle: Bài một\nsummary: Tóm tắt.\n---\nCâu đầu.\n\nCâu mới.\n");
    server.show(ground.show());
    let (name, step) = tab.next();
    assert_eq!((name.as_str(), &step["step"], &step["errors"]), ("step", &2.into(), &0.into()));
    assert_eq!((&step["page"], &step["words"]), (&"vi/bai/a/index.html".into(), &"Câu mới.".into()));
    assert_eq!(step["follow"], true);
    let touched = step["touched"].as_array().unwrap();
    assert!(touched.contains(&"vi/bai/a/index.html".into()) && !touched.contains(&"404.html".into()), "{step}");
    assert_eq!((&step["style"], &step["files"]), (&Value::Array(Vec::new()), &Value::Array(Vec::new())));
    // A tab that comes later hears of what is, not of what was.
    let mut later = Tab::open(&server);
    let (name, begin) = later.next();
    assert_eq!((name.as_str(), &begin["step"], &begin["now"]), ("begin", &2.into(), &step["now"]));
}

#[test]
fn styles_and_files_are_told_apart_from_pages() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let mut tab = Tab::open(&server);
    tab.next();
    ground.put("themes/default/assets/site.css", "body { color: red }");
    ground.put("static/mau-don.pdf", "khác");
    server.show(ground.show());
    let (_, step) = tab.next();
    assert_eq!(step["style"], serde_json::json!(["assets/site.css"]));
    assert_eq!(step["files"], serde_json::json!(["mau-don.pdf"]));
    assert_eq!(step["page"], Value::Null);
}

#[test]
fn a_banner_that_comes_or_goes_touches_its_page() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let mut tab = Tab::open(&server);
    tab.next();
    server.show(with_banners(ground.show(), None, &[("vi/bai/moi/index.html", "A")]));
    assert_eq!(tab.next().1["touched"], serde_json::json!(["vi/bai/moi/index.html"]));
    server.show(with_banners(ground.show(), None, &[("vi/bai/moi/index.html", "A")]));
    assert_eq!(tab.next().1["touched"], serde_json::json!([]));
    server.show(with_banners(ground.show(), Some("B"), &[]));
    assert_eq!(tab.next().1["touched"], "all");
}

#[test]
fn a_step_that_was_left_out_may_have_touched_anything() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let mut tab = Tab::open(&server);
    tab.next();
    ground.show();
    server.show(ground.show());
    assert_eq!(tab.next().1["touched"], "all");
}

#[test]
fn all_tabs_hear_all_steps_in_order() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let mut tabs: Vec<Tab> = (0..20).map(|_| Tab::open(&server)).collect();
    for _ in 0..10 {
        server.show(ground.show());
    }
    for tab in &mut tabs {
        let steps: Vec<u64> = (0..11).map(|_| tab.next().1["step"].as_u64().unwrap()).collect();
        assert!(steps.is_sorted() && steps.last() == Some(&11), "{steps:?}");
    }
}

#[test]
fn a_tab_that_reads_nothing_holds_nobody_up() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let asleep: Vec<Tab> = (0..5).map(|_| Tab::open(&server)).collect();
    let mut awake = Tab::open(&server);
    awake.next();
    for n in 0..30 {
        ground.put("content/bai/a/vi.md", format!("---\ntitle: Bài một\nsummary: Tóm tắt.\n---\nCâu {n}.\n"));
        server.show(ground.show());
        assert_eq!(awake.next().1["words"], format!("Câu {n}."));
    }
    assert_eq!(get(&server, "/vi/bai/a/index.html").status, 200);
    drop(asleep);
}

#[test]
fn the_stream_is_for_who_knows_its_address_and_comes_from_here() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let address = address(&server);
    for path in ["/_loa/su-kien", "/_loa/su-kien?khoa=", "/_loa/su-kien?khoa=0123456789abcdef0123456789abcdef"] {
        assert_eq!(get(&server, path).status, 403, "{path}");
    }
    for more in [
        "Origin: http://evil.example\r\n",
        "Origin: null\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
    ] {
        assert_eq!(ask(&server, "GET", &address, more).status, 403, "{more}");
        assert_eq!(ask(&server, "GET", "/_loa/xem.json", more).status, 403, "{more}");
    }
    assert!(
        !get(&server, "/_loa/xem.js").text().contains(address.split('=').nth(1).unwrap()),
        "a script can be run anywhere"
    );
    let head = ask(&server, "HEAD", &address, "");
    assert_eq!((head.status, head.header("content-type")), (200, "text/event-stream"));
    assert_ne!(address, self::address(&ground.serve()), "another run has another key");
}
