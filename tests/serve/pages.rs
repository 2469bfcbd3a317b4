use loa::base::SitePath;
use loa::model::Item;

use crate::ground::{Ground, ask, get, with_banners};

const SCRIPT: &str = "<script src=\"/_loa/xem.js\" defer></script>";

#[test]
fn a_page_is_the_one_of_the_tree_and_one_script() {
    let mut ground = Ground::new();
    let show = ground.show();
    let server = ground.start();
    let step = std::sync::Arc::clone(&show.step);
    server.show(show);
    let pages: Vec<&SitePath> = step.draft.pages().files.keys().filter(|path| path.extension() == "html").collect();
    assert!(pages.len() > 10, "{pages:?}");
    for path in pages {
        let Some(Item::Bytes(bytes)) = step.draft.item(path) else { panic!("{path}") };
        let answer = get(&server, &format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.text().replacen(SCRIPT, "", 1).as_bytes(), &bytes[..], "{path}");
        assert!(answer.text().contains(&format!("<head>{SCRIPT}")), "{path}");
        assert_eq!(answer.header("content-length"), answer.body.len().to_string());
    }
}

#[test]
fn everything_of_the_tree_is_served() {
    let mut ground = Ground::new();
    let show = ground.show();
    let server = ground.start();
    let step = std::sync::Arc::clone(&show.step);
    server.show(show);
    let late: Vec<&SitePath> = step.draft.rest().files.keys().collect();
    assert!(late.iter().any(|path| path.as_str() == "sitemap.xml"), "{late:?}");
    for path in step.draft.pages().files.keys().chain(late) {
        let answer = get(&server, &format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        let kind = answer.header("content-type");
        assert_ne!(kind, "application/octet-stream", "{path}");
        let is_text = ["html", "css", "js", "xml", "txt", "svg", "json"].contains(&path.extension().as_str());
        assert_eq!(kind.ends_with("; charset=utf-8"), is_text, "{path}: {kind}");
    }
}

#[test]
fn what_is_made_late_is_there_when_it_is_asked_for() {
    let mut ground = Ground::new();
    let server = ground.serve();
    assert_eq!(get(&server, "/vi/tim/khong-co.jpg").status, 404);
    for path in ["/vi/feed.xml", "/sitemap.xml", "/vi/tim/docs.js"] {
        assert_eq!(get(&server, path).status, 200, "{path}");
    }
    assert_eq!(get(&server, "/vi/tim/khong-co.js").status, 404);
}

#[test]
fn every_answer_says_what_it_is_and_what_may_run_in_it() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for path in
        ["/", "/vi", "/khong-co", "/vi/index.html", "/assets/site.css", "/mau-don.pdf", "/_loa/", "/%", "/_loa/xem.js"]
    {
        let answer = get(&server, path);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'self'"),
            ("cache-control", "no-store"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(!answer.header("content-type").is_empty(), "{path}");
        assert!(answer.headers.keys().all(|name| !name.starts_with("access-control")), "{path}");
    }
    assert_eq!(get(&server, "/").header("loa-step"), "1");
}

#[test]
fn a_folder_leads_to_its_page() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for (path, to) in [
        ("/vi", "/vi/index.html"),
        ("/vi/", "/vi/index.html"),
        ("/vi/bai/a", "/vi/bai/a/index.html"),
        ("/vi/?q=gọi", "/vi/index.html?q=gọi"),
        ("/v%69/", "/vi/index.html"),
    ] {
        let answer = get(&server, path);
        assert_eq!((answer.status, answer.header("location")), (302, to), "{path}");
    }
    assert_eq!(get(&server, "/").text(), get(&server, "/index.html").text());
    assert_eq!(get(&server, "/assets/").status, 404);
}

#[test]
fn what_is_not_there_is_answered_by_the_sites_own_page() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let own = get(&server, "/404.html").text();
    for path in ["/khong-co", "/vi/khong-co/index.html", "/khong-co.png", "/vi/khong-co/", "/con", "//", "/a//b"] {
        let answer = get(&server, path);
        assert_eq!((answer.status, answer.text()), (404, own.clone()), "{path}");
    }
    assert_eq!(get(&server, "/_loa/khong-co").status, 404);
}

#[test]
fn a_head_is_the_answer_without_its_bytes() {
    let mut ground = Ground::new();
    let server = ground.serve();
    for path in ["/", "/vi", "/khong-co", "/assets/site.css", "/mau-don.pdf", "/am-thu.mp3", "/_loa/", "/_loa/xem.js"] {
        let (head, whole) = (ask(&server, "HEAD", path, ""), get(&server, path));
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(head.status, whole.status, "{path}");
        let without_date = |answer: &crate::ground::Answer| {
            answer
                .headers
                .iter()
                .filter(|(name, _)| *name != "date")
                .map(|(a, b)| (a.clone(), b.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(without_date(&head), without_date(&whole), "{path}");
        assert_eq!(head.header("content-length"), whole.body.len().to_string(), "{path}");
    }
}

#[test]
fn a_banner_stands_on_its_page_and_goes_again() {
    let mut ground = Ground::new();
    let server = ground.start();
    server.show(with_banners(ground.show(), None, &[("vi/bai/a/index.html", "<p>RIÊNG</p>")]));
    let page = get(&server, "/vi/bai/a/index.html").text();
    let (_, body) = page.split_once("<body").unwrap();
    assert!(body.split_once('>').unwrap().1.starts_with("<p>RIÊNG</p>"), "{body}");
    assert!(!get(&server, "/vi/bai/index.html").text().contains("RIÊNG"));
    server.show(with_banners(ground.show(), Some("<p>CHUNG</p>"), &[("vi/bai/a/index.html", "<p>RIÊNG</p>")]));
    assert!(get(&server, "/vi/bai/a/index.html").text().contains("><p>CHUNG</p><p>RIÊNG</p>"));
    assert!(get(&server, "/vi/bai/index.html").text().contains("><p>CHUNG</p>"));
    assert!(get(&server, "/khong-co").text().contains("><p>CHUNG</p>"));
    assert!(!get(&server, "/_loa/").text().contains("CHUNG"), "the board tells it in its own way");
    server.show(ground.show());
    assert_eq!(get(&server, "/vi/bai/a/index.html").text().matches("<p>RIÊNG").count(), 0);
}

#[test]
fn a_new_page_that_is_broken_says_so_at_its_own_address() {
    let mut ground = Ground::new();
    let server = ground.start();
    server.show(with_banners(ground.show(), None, &[("vi/bai/moi/index.html", "<p>RIÊNG</p>")]));
    let answer = get(&server, "/vi/bai/moi/index.html");
    assert_eq!(answer.status, 200);
    assert!(
        answer.text().contains("<body><p>RIÊNG</p>") && answer.text().contains("href=\"/_loa/\""),
        "{}",
        answer.text()
    );
    assert!(answer.text().contains(SCRIPT));
    assert_eq!(get(&server, "/vi/bai/moi/").header("location"), "/vi/bai/moi/index.html");
    assert_eq!(get(&server, "/vi/bai/moi/khac.html").status, 404);
}

#[test]
fn a_site_whose_settings_are_broken_from_the_start_has_a_page_that_says_so() {
    let mut ground = Ground::new();
    ground.put("loa.yml", "title: [\n");
    let server = ground.start();
    let show = ground.show();
    assert!(show.banners.everywhere.is_some());
    server.show(with_banners(show, Some("<p>CHUNG</p>"), &[]));
    for path in ["/", "/vi/bai/a/index.html"] {
        let answer = get(&server, path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text().contains("<body><p>CHUNG</p>") && answer.text().contains("href=\"/_loa/\""), "{path}");
    }
    assert_eq!(get(&server, "/vi/").status, 302);
    assert_eq!(get(&server, "/assets/site.css").status, 404);
    assert_eq!(get(&server, "/_loa/").status, 200);
    ground.put("loa.yml", "title: Trang\n");
    server.show(ground.show());
    assert!(get(&server, "/vi/bai/a/index.html").text().contains("Câu đầu."));
}

#[test]
fn the_board_has_the_script_and_no_banner() {
    let mut ground = Ground::new();
    let server = ground.serve();
    let answer = get(&server, "/_loa/");
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(answer.text().matches(SCRIPT).count(), 1);
    assert_eq!(get(&server, "/_loa/?x=1").status, 200);
    for script in ["/_loa/xem.js", "/_loa/nghe.js"] {
        let answer = get(&server, script);
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/javascript; charset=utf-8"));
    }
}
