//! A site on disk, its preview, and a client that says exactly what it is told to.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use loa::base::{Date, Lang, SitePath};
use loa::board::{Banners, Board, Facts, banners};
use loa::disk;
use loa::model::Options;
use loa::serve::{Asked, Server, Show};
use loa::tell::Words;
use loa::{Live, Step};
use tempfile::TempDir;

/// Longer than any answer takes on a machine that does other work, short enough for a test that hangs.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A site that is being written.
pub struct Ground {
    folder: TempDir,
    pub live: Live,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

pub static SOUND: [u8; 300_000] = {
    let mut bytes = [0; 300_000];
    let mut at = 0;
    while at < bytes.len() {
        bytes[at] = (at / 7 % 251) as u8;
        at += 1;
    }
    bytes
};

/// What lies beside the site and must never be seen.
pub const SECRET: &str = "mat-khau-cua-co-quan";

impl Ground {
    /// A small site with all that a preview has to serve, and a secret beside it.
    pub fn new() -> Ground {
        let ground = Ground { folder: tempfile::tempdir().unwrap(), live: Live::default() };
        fs::create_dir_all(ground.site()).unwrap();
        fs::write(ground.folder.path().join("secret.txt"), SECRET).unwrap();
        ground.put("secret.txt", SECRET);
        ground.put(".loa/sources/secret.txt", SECRET);
        ground.put("loa.yml", "title: Trang thử\nlanguages: [vi, km]\nbase_url: https://phongchong.example/\n");
        ground.put("content/vi.md", "---\ntitle: Trang đầu\n---\nLời chào.\n");
        ground.put("content/bai/vi.md", "---\ntitle: Bài viết\nentries: article\n---\n");
        ground.put("content/bai/a/vi.md", "---\ntitle: Bài một\nsummary: Tóm tắt.\n---\nCâu đầu.\n\nCâu hai.\n");
        ground.put("static/am-thu.mp3", SOUND);
        ground.put("static/mau-don.pdf", "%PDF-1.4 mẫu đơn");
        ground
    }

    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.site().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The next step, from the files as they are.
    pub fn show(&mut self) -> Show {
        let reading = disk::read(&self.site(), Date::parse("2026-11-22").unwrap(), Options::default()).unwrap();
        let step = self.live.step(reading.snapshot);
        show(step, reading.origins)
    }

    pub fn asked(&self) -> Asked {
        Asked { port: 0, lan: false, follow: true, token: None, site: self.site() }
    }

    /// A preview that shows nothing yet.
    pub fn start(&self) -> Server {
        Server::start(self.asked(), &words()).unwrap()
    }

    /// A preview of the site as it is.
    pub fn serve(&mut self) -> Server {
        let server = self.start();
        server.show(self.show());
        server
    }
}

pub fn words() -> Words {
    Words::new(&Lang::vietnamese())
}

pub fn show(step: Arc<Step>, origins: disk::Origins) -> Show {
    let told = banners(&step, &words());
    let board = Board::new(Arc::clone(&step), Facts::default(), Arc::new(words()));
    Show { step, origins: Arc::new(origins), board, banners: told }
}

/// The same with other banners.
pub fn with_banners(show: Show, everywhere: Option<&'static str>, pages: &[(&str, &'static str)]) -> Show {
    let own = pages.iter().map(|(path, text)| (SitePath::new(path).unwrap(), text.as_bytes().into()));
    Show {
        banners: Banners { everywhere: everywhere.map(|text| text.as_bytes().into()), pages: own.collect() },
        ..show
    }
}

pub fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Sends these bytes and gives all that comes until the other end closes.
pub fn raw(server: &Server, bytes: &[u8]) -> Vec<u8> {
    let mut stream = connect(server);
    // Who is refused in the middle of his words may be closed out before the last of them.
    let _ = stream.write_all(bytes);
    let mut said = Vec::new();
    let _ = stream.read_to_end(&mut said);
    said
}

/// The status of the answer to these bytes; 0 if the connection was closed without a word.
pub fn status(server: &Server, bytes: &str) -> u16 {
    status_of(&raw(server, bytes.as_bytes()))
}

pub fn status_of(said: &[u8]) -> u16 {
    let said = String::from_utf8_lossy(said);
    said.split(' ').nth(1).map_or(0, |status| status.parse().unwrap())
}

/// Asks for a path as a browser would, with more lines of header.
pub fn ask(server: &Server, method: &str, path: &str, more: &str) -> Answer {
    let host = format!("localhost:{}", server.port());
    let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n");
    parse(&raw(server, request.as_bytes()))
}

pub fn get(server: &Server, path: &str) -> Answer {
    ask(server, "GET", path, "")
}

/// Takes an answer apart. Its body is what was said to be its length, and nothing follows.
pub fn parse(said: &[u8]) -> Answer {
    let end = said.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("{said:?}"));
    let head = String::from_utf8(said[..end].to_vec()).unwrap();
    let headers = head.lines().skip(1).map(|line| line.split_once(": ").unwrap());
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
    Answer { status: status_of(said), headers, body: said[end + 4..].to_vec() }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn step(&self) -> u64 {
        self.header("loa-step").parse().unwrap()
    }
}
