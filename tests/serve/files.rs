use std::fs;
use std::io::{Cursor, Read, Write};

use image::{DynamicImage, ImageFormat};

use crate::ground::{Ground, SOUND, ask, connect, get, parse};

const FILE: &str = "/am-thu.mp3";

#[test]
fn a_file_comes_from_disk_whole() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let answer = get(&server, FILE);
    assert_eq!((answer.status, answer.header("content-type")), (200, "audio/mpeg"));
    assert_eq!(answer.header("accept-ranges"), "bytes");
    assert_eq!(answer.header("content-length"), SOUND.len().to_string());
    assert!(answer.body == SOUND);
    assert_eq!(get(&server, "/mau-don.pdf").text(), "%PDF-1.4 mẫu đơn");
}

#[test]
fn a_part_of_a_file_is_that_part() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let end = SOUND.len();
    for (range, part) in [
        ("bytes=0-0", 0..1),
        ("bytes=100-70000", 100..70_001),
        ("bytes=299990-", 299_990..end),
        ("bytes=299990-999999999999", 299_990..end),
        ("bytes=-5", end - 5..end),
        ("bytes=-999999", 0..end),
        ("bytes=0-", 0..end),
    ] {
        let answer = ask(&server, "GET", FILE, &format!("Range: {range}\r\n"));
        assert_eq!(answer.status, 206, "{range}");
        assert_eq!(answer.header("content-range"), format!("bytes {}-{}/{end}", part.start, part.end - 1), "{range}");
        assert!(answer.body == SOUND[part], "{range}");
    }
    for range in ["bytes=300000-", "bytes=-0", "bytes=999999-9999999"] {
        let answer = ask(&server, "GET", FILE, &format!("Range: {range}\r\n"));
        assert_eq!((answer.status, answer.body.len()), (416, 0), "{range}");
        assert_eq!(answer.header("content-range"), format!("bytes */{end}"), "{range}");
    }
    for more in [
        "Range: bytes=0-1,5-6\r\n",
        "Range: bytes=9-3\r\n",
        "Range: chữ=0-1\r\n",
        "Range: bytes=0-1\r\nRange: bytes=5-6\r\n",
        "Range: bytes=0-1\r\nIf-Range: \"x\"\r\n",
    ] {
        let answer = ask(&server, "GET", FILE, more);
        assert_eq!((answer.status, answer.header("content-range")), (200, ""), "{more}");
        assert!(answer.body == SOUND, "{more}");
    }
    let head = ask(&server, "HEAD", FILE, "Range: bytes=0-0\r\n");
    assert_eq!((head.status, head.header("content-length")), (200, "300000"));
}

#[test]
fn a_part_of_a_file_in_memory_is_that_part_and_a_page_has_none() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let style = get(&server, "/assets/site.css").body;
    let answer = ask(&server, "GET", "/assets/site.css", "Range: bytes=10-19\r\n");
    assert_eq!((answer.status, &answer.body[..]), (206, &style[10..20]));
    let page = ask(&server, "GET", "/index.html", "Range: bytes=10-19\r\n");
    assert_eq!((page.status, page.header("accept-ranges")), (200, ""));
}

#[test]
fn a_file_that_was_changed_meanwhile_is_not_served_under_its_name() {
    let mut ground = Ground::new();
    let server = ground.serve();
    assert_eq!(get(&server, FILE).status, 200);
    let mut other = SOUND;
    other[200_000] ^= 1;
    ground.put("static/am-thu.mp3", other);
    let answer = get(&server, FILE);
    assert_eq!((answer.status, answer.header("retry-after")), (503, "1"));
    fs::remove_file(ground.site().join("static/am-thu.mp3")).unwrap();
    assert_eq!(get(&server, FILE).status, 503);
    ground.put("static/am-thu.mp3", SOUND);
    assert_eq!(get(&server, FILE).status, 200);
    ground.put("static/am-thu.mp3", other);
    server.show(ground.show());
    assert!(get(&server, FILE).body == other);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_not_followed() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let place = ground.site().join("static/am-thu.mp3");
    fs::remove_file(&place).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", &place).unwrap();
    assert_eq!(get(&server, FILE).status, 503);
    // Not even to the right bytes: what lies outside is not the site's.
    fs::remove_file(&place).unwrap();
    fs::write(ground.site().join("../copy.mp3"), SOUND).unwrap();
    std::os::unix::fs::symlink("../../copy.mp3", &place).unwrap();
    assert_eq!(get(&server, FILE).status, 503);
}

#[test]
fn a_file_that_is_changed_while_it_is_sent_is_broken_off() {
    let mut ground = Ground::new();
    // Longer than what the system takes from us before anybody reads.
    let long = SOUND.repeat(100);
    ground.put("static/am-thu.mp3", &long);
    let server = ground.serve();
    let mut stream = connect(&server);
    write!(stream, "GET {FILE} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", server.port()).unwrap();
    let mut said = vec![0; 1000];
    stream.read_exact(&mut said).unwrap();
    let other: Vec<u8> = long.iter().map(|byte| !byte).collect();
    ground.put("static/am-thu.mp3", other);
    let _ = stream.read_to_end(&mut said);
    let answer = parse(&said);
    assert_eq!(answer.status, 200);
    assert!(answer.body.len() < long.len(), "the whole length came");
    assert!(answer.body == long[..answer.body.len()], "bytes of the other file came");
}

#[test]
fn a_picture_is_served_as_it_will_be_published() {
    let mut ground = Ground::new();
    let mut picture = Vec::new();
    DynamicImage::new_rgb8(4, 2).write_to(&mut Cursor::new(&mut picture), ImageFormat::Png).unwrap();
    picture.splice(33..33, *b"\0\0\0\x0BtEXtComment\0abcXXXX");
    ground.put("content/bai/a/anh.png", &picture);
    ground.put("content/bai/a/vi.md", "---\ntitle: Bài một\nsummary: Tóm tắt.\n---\n![Một ảnh.](anh.png)\n");
    let server = ground.start();
    let show = ground.show();
    let path = show.step.draft.pages().files.keys().find(|path| path.extension() == "png").unwrap().clone();
    server.show(show);
    let path = format!("/{path}");
    let answer = get(&server, &path);
    assert_eq!((answer.status, answer.header("content-type")), (200, "image/png"), "{}", answer.text());
    assert!(answer.body.starts_with(b"\x89PNG") && !answer.text().contains("tEXt"));
    assert_eq!(get(&server, &path).body, answer.body, "from the cache");
    let part = ask(&server, "GET", &path, "Range: bytes=1-3\r\n");
    assert_eq!((part.status, &part.body[..]), (206, &b"PNG"[..]));
}
