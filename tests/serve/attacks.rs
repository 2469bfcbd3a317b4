use std::io::{Read, Write};
use std::time::{Duration, Instant};

use loa::serve::Server;

use crate::ground::{Ground, SECRET, ask, connect, get, raw, status, status_of};

/// A request with these lines and nothing else.
fn lines(server: &Server, lines: &[&str]) -> u16 {
    let port = server.port().to_string();
    status(server, &format!("{}\r\n\r\n", lines.join("\r\n").replace("PORT", &port)))
}

#[test]
fn who_means_another_machine_is_refused() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for host in [
        "evil",
        "evil.example",
        "localhost",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:PORT",
        "[::2]:PORT",
        "x@localhost:PORT",
    ] {
        assert_eq!(lines(&server, &["GET / HTTP/1.1", &format!("Host: {host}"), "Connection: close"]), 403, "{host}");
    }
    for host in ["localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT"] {
        assert_eq!(lines(&server, &["GET / HTTP/1.1", &format!("Host: {host}"), "Connection: close"]), 200, "{host}");
    }
    assert_eq!(lines(&server, &["GET / HTTP/1.1", "Connection: close"]), 400);
    assert_eq!(lines(&server, &["GET / HTTP/1.1", "Host: localhost:PORT", "Host: evil", "Connection: close"]), 400);
    assert_eq!(lines(&server, &["GET http://evil/ HTTP/1.1", "Host: localhost:PORT", "Connection: close"]), 403);
    assert_eq!(
        lines(&server, &["GET http://localhost:PORT/ HTTP/1.1", "Host: localhost:PORT", "Connection: close"]),
        200
    );
    assert_eq!(lines(&server, &["GET http://localhost:PORT/ HTTP/1.1", "Host: evil", "Connection: close"]), 403);
    assert_eq!(lines(&server, &["GET / HTTP/1.0"]), 400);
}

#[test]
fn a_page_of_another_site_gets_nothing() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for origin in ["http://evil", "https://localhost:PORT", "http://localhost:1", "null", "http://localhost:PORT.evil"]
    {
        let origin = origin.replace("PORT", &server.port().to_string());
        assert_eq!(ask(&server, "GET", "/", &format!("Origin: {origin}\r\n")).status, 403, "{origin}");
    }
    assert_eq!(ask(&server, "GET", "/", &format!("Origin: http://localhost:{}\r\n", server.port())).status, 200);
    let click = "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(ask(&server, "GET", "/", &format!("Sec-Fetch-Site: cross-site\r\n{click}")).status, 200);
    assert_eq!(
        ask(
            &server,
            "GET",
            "/",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"
        )
        .status,
        403
    );
    assert_eq!(
        ask(
            &server,
            "GET",
            "/assets/site.js",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n"
        )
        .status,
        403
    );
}

#[test]
fn no_path_leads_out_of_the_tree() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for path in [
        "/../../etc/passwd",
        "/../secret.txt",
        "/..",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%2e%2e%2fsecret.txt",
        "/%2E%2E/secret.txt",
        "/..%2f..%2fetc%2fpasswd",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/vi/../../secret.txt",
        "/vi/%2e%2e/%2e%2e/secret.txt",
        "/_loa/../secret.txt",
        "/_loa/%2e%2e/secret.txt",
        "/_loa/..%2fsecret.txt",
        "/secret.txt",
        "/loa.yml",
        "/content/vi.md",
        "/.loa/sources/secret.txt",
        "/.loa/cache/",
        "//etc/passwd",
        "/etc/passwd",
        "/%00",
        "/index.html%00.txt",
        "/index.html%0d%0aSet-Cookie:%20a=b",
        "/%c0%ae%c0%ae/secret.txt",
        "/%e2%80%ae",
        "/C:/Windows/win.ini",
        "/con",
        "/index.html::$DATA",
        "/vi/index.html/",
        "/vi/index.html/..",
        "/?/../../etc/passwd",
        "/%",
        "/%g0",
        "/a;b",
    ] {
        let answer = get(&server, path);
        let may = if path.starts_with("/?") { vec![200] } else { vec![400, 404] };
        assert!(may.contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains(SECRET) && !answer.text().contains("root:"), "{path}");
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
    }
}

#[test]
fn what_is_no_request_gets_no_page() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let host = format!("Host: localhost:{}", server.port());
    for (words, may) in [
        ("GET /\r\n\r\n".to_owned(), vec![400]),
        ("GET / HTTP/0.9\r\n\r\n".to_owned(), vec![400]),
        ("GET / HTTP/2.0\r\n\r\n".to_owned(), vec![400, 505]),
        (format!("GET / HTTP/1.1 x\r\n{host}\r\n\r\n"), vec![400]),
        (format!("GET  / HTTP/1.1\r\n{host}\r\n\r\n"), vec![400]),
        (format!("GET / HTTP/1.1\r\n {host}\r\n\r\n"), vec![400]),
        (format!("GET / HTTP/1.1\r\nHost : x\r\n{host}\r\n\r\n"), vec![400]),
        (format!("GET /\0 HTTP/1.1\r\n{host}\r\n\r\n"), vec![400]),
        (format!("GET / HTTP/1.1\r\n{host}\r\na: \0\r\n\r\n"), vec![400]),
        (format!("GET / HTTP/1.1\r\n{host}\r\na: b\rc\r\n\r\n"), vec![400]),
        (format!("\0\0\0\0 / HTTP/1.1\r\n{host}\r\n\r\n"), vec![400]),
        (format!("GET / HTTP/1.1\r\n{host}\r\n{}\r\n\r\n", "a: b\r\n".repeat(200)), vec![400, 431]),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), vec![0, 400, 505]),
        ("\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}".to_owned(), vec![400]),
        (format!("CONNECT evil:443 HTTP/1.1\r\n{host}\r\n\r\n"), vec![403, 405]),
        (format!("OPTIONS * HTTP/1.1\r\n{host}\r\n\r\n"), vec![405]),
        (format!("GET * HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n"), vec![400]),
    ] {
        let said = raw(&server, words.as_bytes());
        assert!(may.contains(&status_of(&said)), "{words:?}: {}", String::from_utf8_lossy(&said));
    }
    // A line end without its first half is one, as the standard allows: the same request, and no second one.
    let said = raw(&server, format!("GET /robots.txt HTTP/1.1\n{host}\nConnection: close\n\n").as_bytes());
    assert_eq!(String::from_utf8_lossy(&said).matches("HTTP/1.1 ").count(), 1);
}

#[test]
fn other_methods_are_told_which_there_are() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        let answer = ask(&server, method, "/", "");
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn nothing_is_smuggled_behind_a_request() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let port = server.port();
    let hidden = format!("GET /mau-don.pdf HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    for (head, wanted) in [
        (format!("Content-Length: {}\r\n", hidden.len()), 413),
        ("Transfer-Encoding: chunked\r\n".to_owned(), 413),
        ("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n".to_owned(), 413),
        ("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n".to_owned(), 413),
        ("Content-Length: 0\r\nContent-Length: 5\r\n".to_owned(), 400),
        ("Transfer-Encoding: xchunked\r\n".to_owned(), 400),
        ("Transfer-Encoding: chunked, identity\r\n".to_owned(), 400),
        ("Content-Length: +5\r\n".to_owned(), 400),
        ("Content-Length: -1\r\n".to_owned(), 400),
    ] {
        let words = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n{head}\r\n{hidden}");
        let said = String::from_utf8_lossy(&raw(&server, words.as_bytes())).into_owned();
        assert_eq!(said.matches("HTTP/1.1 ").count(), 1, "{head}: {said}");
        let is_told = said.starts_with(&format!("HTTP/1.1 {wanted}")) || said.starts_with("HTTP/1.1 400");
        assert!(is_told && !said.contains("%PDF"), "{head}: {said}");
    }
    // With no length there is no body, and what follows is the next request.
    let words = format!(
        "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\nGET / HTTP/1.1\r\nHost: evil\r\n\r\n"
    );
    let said = String::from_utf8_lossy(&raw(&server, words.as_bytes())).into_owned();
    assert_eq!(said.matches("HTTP/1.1 ").count(), 2);
    assert!(said.contains("HTTP/1.1 403"));
}

#[test]
fn a_header_is_short() {
    let mut ground = Ground::new();
    let server = ground.serve();
    assert_eq!(ask(&server, "GET", "/", &format!("Cookie: {}\r\n", "a".repeat(6000))).status, 200);
    for size in [9_000, 1024 * 1024] {
        let begun = Instant::now();
        let said = raw(
            &server,
            format!("GET / HTTP/1.1\r\nHost: localhost:{}\r\nCookie: {}\r\n\r\n", server.port(), "a".repeat(size))
                .as_bytes(),
        );
        // Who goes on talking may hear nothing before the line is cut.
        assert!([431, 0].contains(&status_of(&said)), "{size}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{size}");
        let said = raw(&server, format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(size)).as_bytes());
        assert!([431, 414, 0].contains(&status_of(&said)), "{size}");
    }
    assert_eq!(get(&server, "/").status, 200);
}

#[test]
fn a_thousand_who_say_nothing_are_not_noticed() {
    let mut ground = Ground::new();
    let server = ground.serve();
    // The editor's browser keeps its connection.
    let mut browser = connect(&server);
    let mut ask = |path: &str| {
        write!(browser, "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port()).unwrap();
        let mut said = [0; 12];
        browser.read_exact(&mut said).unwrap();
        status_of(&said)
    };
    assert_eq!(ask("/_loa/su-kien?khoa=x"), 403);
    let mut silent = Vec::new();
    for n in 0..1000 {
        let mut stream = connect(&server);
        match n % 3 {
            0 => {}
            1 => stream.write_all(b"G").unwrap(),
            _ => stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nA: ").unwrap(),
        }
        silent.push(stream);
        if n % 100 == 99 {
            let begun = Instant::now();
            assert_eq!(get(&server, "/vi/bai/a/index.html").status, 200);
            assert!(begun.elapsed() < Duration::from_secs(1), "after {n}: {:?}", begun.elapsed());
        }
    }
    drop(silent);
    assert_eq!(get(&server, "/").status, 200);
}
