use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::time::{Duration, Instant};

use loa::serve::{Asked, Error, Server, token};

use crate::ground::{Ground, ask, connect, get, raw, words};

#[test]
fn it_listens_on_this_machine_alone() {
    let mut ground = Ground::new();
    let server = ground.serve();
    // All addresses of 127/8 are this machine, and only one of them was asked for.
    let other = std::net::TcpStream::connect((Ipv4Addr::new(127, 0, 0, 2), server.port()));
    assert!(other.is_err() || !cfg!(target_os = "linux"));
}

#[test]
fn a_port_that_is_taken_moves_up() {
    let ground = Ground::new();
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = Server::start(Asked { port, ..ground.asked() }, &words()).unwrap();
    assert!(server.port() > port && server.port() < port + 20, "{} after {port}", server.port());
}

#[test]
fn it_ends_at_once_whatever_is_open() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let port = server.port();
    let mut idle: Vec<_> = (0..10).map(|_| connect(&server)).collect();
    write!(idle[0], "GET / HTTP/1.1\r\nHost: localho").unwrap();
    write!(idle[1], "GET /vi/index.html HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").unwrap();
    idle[1].read_exact(&mut [0; 100]).unwrap();
    let begun = Instant::now();
    server.stop();
    assert!(begun.elapsed() < Duration::from_millis(300), "{:?}", begun.elapsed());
    for mut stream in idle {
        // Closed or reset, as the system likes.
        let _ = stream.read_to_end(&mut Vec::new());
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
}

#[test]
fn a_request_before_the_first_step_waits_for_it() {
    let mut ground = Ground::new();
    let server = ground.start();
    let mut stream = connect(&server);
    write!(stream, "GET / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", server.port()).unwrap();
    server.show(ground.show());
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    assert!(said.starts_with(b"HTTP/1.1 200"));
}

#[test]
fn the_network_needs_a_token_and_a_token_is_new_each_time() {
    let ground = Ground::new();
    for token in [None, Some("ngắn"), Some("0123456789abcdef;x"), Some("")] {
        let asked = Asked { lan: true, token: token.map(str::to_owned), ..ground.asked() };
        assert!(matches!(Server::start(asked, &words()), Err(Error::Unguarded)), "{token:?}");
    }
    let tokens: std::collections::BTreeSet<String> = (0..1000).map(|_| token()).collect();
    assert_eq!(tokens.len(), 1000);
    assert!(tokens.iter().all(|token| token.len() == 32));
}

#[test]
fn a_phone_shows_its_token_once_and_is_known() {
    let mut ground = Ground::new();
    let token = token();
    let asked = Asked { lan: true, token: Some(token.clone()), ..ground.asked() };
    let server = Server::start(asked, &words()).unwrap();
    server.show(ground.show());
    for path in [
        "/",
        "/vi/index.html",
        "/assets/site.css",
        "/mau-don.pdf",
        "/_loa/",
        "/_loa/xem.js",
        "/khong-co",
        "/?loa=",
        "/?loa=x",
    ] {
        let answer = get(&server, path);
        assert_eq!(answer.status, 403, "{path}");
        assert!(answer.text().contains("mã QR") && answer.header("loa-step").is_empty(), "{path}");
        assert!(!answer.text().contains("<script"), "{path}");
    }
    let answer = get(&server, &format!("/vi/?loa={token}"));
    assert_eq!((answer.status, answer.header("location")), (302, "/vi"), "a folder leads on to its page");
    let cookie = answer.header("set-cookie").to_owned();
    assert_eq!(cookie, format!("loa{}={token}; Path=/; HttpOnly; SameSite=Strict", server.port()));
    assert_eq!(get(&server, &format!("//evil.example/?loa={token}")).header("location"), "/");
    let cookie = format!("Cookie: {}\r\n", cookie.split(';').next().unwrap());
    for path in ["/", "/vi/index.html", "/mau-don.pdf", "/_loa/"] {
        assert_eq!(ask(&server, "GET", path, &cookie).status, 200, "{path}");
    }
    // By the address of this machine in its network, and by no other name.
    let by = |host: &str| {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\n{cookie}Connection: close\r\n\r\n");
        crate::ground::status_of(&raw(&server, request.as_bytes()))
    };
    assert_eq!(by(&format!("127.0.0.1:{}", server.port())), 200);
    assert_eq!(by(&format!("192.0.2.1:{}", server.port())), 403);
    assert_eq!(by("evil.example"), 403);
}
