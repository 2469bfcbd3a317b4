//! What is read of a site, and as what.

use std::fs;

use loa::base::{Digest, limits};
use loa::disk::{Error, read};
use loa::model::{Options, Refusal, Refused, Snapshot, Source};

use crate::ground::{Ground, path, today};

fn kinds(snapshot: &Snapshot) -> Vec<String> {
    let word = |source: &Source| if matches!(source, Source::Text { .. }) { "text" } else { "media" };
    snapshot.files.iter().map(|(path, source)| format!("{} {path}", word(source))).collect()
}

#[test]
fn each_place_has_its_texts_and_nothing_else_is_read() {
    let ground = Ground::new();
    for name in [
        ".git/config",
        "README.md",
        "content/a/anh.jpg",
        "content/a/vi.MD",
        "content/a/vi.markdown",
        "content/a/vi.md",
        "content/a/vi.md.txt",
        "data/stigma.tsv",
        "goi/usb/index.html",
        "i18n/km/language.yml",
        "i18n/km/site.ftl",
        "public/index.html",
        "static/logo.svg",
        "static/tai-lieu.md",
        "themes/xa/README.txt",
        "themes/xa/assets/chu.woff2",
        "themes/xa/assets/dep.css",
        "themes/xa/assets/nen.png",
        "themes/xa/assets/tim.js",
        "themes/xa/assets/x.svg",
        "themes/xa/templates/a/page.html",
        "themes/xa/theme.yml",
    ] {
        ground.put(name, "x");
    }
    let snapshot = ground.read().snapshot;
    let expected = [
        "media content/a/anh.jpg",
        "text content/a/vi.MD",
        "media content/a/vi.markdown",
        "text content/a/vi.md",
        "media content/a/vi.md.txt",
        "text data/stigma.tsv",
        "text i18n/km/language.yml",
        "text i18n/km/site.ftl",
        "text loa.yml",
        "media static/logo.svg",
        "media static/tai-lieu.md",
        "media themes/xa/README.txt",
        "text themes/xa/assets/chu.woff2",
        "text themes/xa/assets/dep.css",
        "media themes/xa/assets/nen.png",
        "text themes/xa/assets/tim.js",
        "text themes/xa/assets/x.svg",
        "text themes/xa/templates/a/page.html",
        "text themes/xa/theme.yml",
    ];
    assert_eq!(kinds(&snapshot), expected);
    assert_eq!((snapshot.today, snapshot.refused), (today(), Vec::new()));
}

#[test]
fn bytes_digests_and_origins_are_those_of_the_disk() {
    let ground = Ground::new();
    // Longer than what is read at once.
    let mut long: Vec<u8> = (0..8_500_000_u32).map(|n| (n / 7) as u8).collect();
    ground.put("content/vi.md", "\u{feff}a\r\nb\0");
    ground.put("content/a.mp3", "sound");
    ground.put("content/vua.mp3", &long[..2_000_000]);
    ground.put("content/dai.mp4", &long);
    *long.last_mut().unwrap() ^= 1;
    ground.put("content/cuoi.mp4", &long);
    let reading = ground.read();
    let file = |name: &str| reading.snapshot.files[&path(name)].clone();
    assert_eq!(reading.snapshot.text(&path("content/vi.md")), Some("\u{feff}a\r\nb\0".as_bytes()));
    assert_eq!((file("content/a.mp3").digest(), file("content/a.mp3").size()), (Digest::of(b"sound"), 5));
    assert_eq!(file("content/dai.mp4").size(), 8_500_000);
    assert_eq!(reading.origins.0[&path("content/a.mp3")], ground.site().join("content").join("a.mp3"));
    assert_eq!(reading.origins.0.len(), reading.snapshot.files.len());
    assert_eq!(file("content/vua.mp3").digest(), Digest::of(&long[..2_000_000]), "as if it were held");
    // One byte at the end of a long file is another digest.
    assert_ne!(file("content/cuoi.mp4").digest(), file("content/dai.mp4").digest());
}

#[test]
fn what_editors_leave_behind_is_passed_over() {
    let ground = Ground::new();
    let names = [
        ".#vi.md",
        ".DS_Store",
        ".git/config",
        ".vi.md.swp",
        ".~lock.vi.md#",
        "#vi.md#",
        "~$vi.docx",
        "vi.md~",
        "vi.md.bak",
        "vi.md.BCK",
        "vi.md.tmp",
        "vi.swp",
        "vi.swx",
        "Thumbs.db",
        "desktop.ini",
        "a/4913",
        "a/5036",
        ".vi.md.swo",
        ".goutputstream-4ZX1",
        ".vi.md.kate-swp",
        "~WRL0003.tmp",
        "~wrd0001.TMP",
        "vi.md___jb_tmp___",
        "phim.mp4.crdownload",
        "phim.mp4.part",
        "phim.mp4.partial",
        "ehthumbs.db",
        ".dropbox.attr",
        ".~vi.md",
        "Icon\r",
    ];
    names.iter().for_each(|name| ground.put(&format!("content/{name}"), "x"));
    // A folder of that name is an entry like any other.
    ground.put("content/4913/vi.md", "x");
    // Names that only look like one.
    let own = ["5000", "a#", "apart.md", "ba.swp.md", "swp", "thumbs.db.md"];
    own.iter().for_each(|name| ground.put(&format!("content/x/{name}"), "x"));
    let snapshot = ground.read().snapshot;
    let expected = [
        "text content/4913/vi.md",
        "media content/x/5000",
        "media content/x/a#",
        "text content/x/apart.md",
        "text content/x/ba.swp.md",
        "media content/x/swp",
        "text content/x/thumbs.db.md",
        "text loa.yml",
    ];
    assert_eq!(kinds(&snapshot), expected);
    assert_eq!(snapshot.refused, []);
}

#[test]
fn a_text_of_more_than_the_limit_is_refused_unread() {
    let ground = Ground::new();
    ground.put("content/vua.md", vec![b'a'; usize::try_from(limits::TEXT_FILE_BYTES).unwrap()]);
    for (name, size) in [("content/dai.md", limits::TEXT_FILE_BYTES + 1), ("i18n/vi/site.ftl", 5_000_000_000)] {
        ground.put(name, "");
        fs::File::options().write(true).open(ground.site().join(name)).unwrap().set_len(size).unwrap();
    }
    let snapshot = ground.read().snapshot;
    assert!(snapshot.files.contains_key(&path("content/vua.md")));
    let large = |path: &str, size| Refused { path: path.to_owned(), why: Refusal::TooLarge(size) };
    assert_eq!(snapshot.refused, [large("content/dai.md", 8_388_609), large("i18n/vi/site.ftl", 5_000_000_000)]);
}

#[test]
fn folders_deeper_than_the_limit_are_refused() {
    let ground = Ground::new();
    let deep = |folders: usize| format!("content/{}vi.md", "x/".repeat(folders - 1));
    ground.put(&deep(limits::FOLDER_DEPTH), "taken");
    ground.put(&deep(limits::FOLDER_DEPTH + 3), "not taken");
    let snapshot = ground.read().snapshot;
    assert_eq!(snapshot.files.len(), 2);
    let refused = format!("content/{}", ["x"; limits::FOLDER_DEPTH].join("/"));
    assert_eq!(snapshot.refused, [Refused { path: refused, why: Refusal::TooDeep }]);
}

#[test]
fn a_site_without_some_folders_is_read_and_a_folder_without_a_site_is_not() {
    let ground = Ground::new();
    assert_eq!(kinds(&ground.read().snapshot), ["text loa.yml"]);
    fs::remove_file(ground.site().join("loa.yml")).unwrap();
    assert!(ground.read().snapshot.files.is_empty(), "a check says what is missing");
    for folder in [ground.top().to_owned(), ground.top().join("khong-co")] {
        let refused = read(&folder, today(), Options::default()).unwrap_err();
        assert!(matches!(&refused, Error::NoSite { path } if *path == folder), "{refused}");
        assert_eq!(refused.exit_code(), 2);
    }
}

#[test]
fn a_folder_where_the_configuration_should_be_is_refused() {
    let ground = Ground::new();
    fs::remove_file(ground.site().join("loa.yml")).unwrap();
    fs::create_dir(ground.site().join("loa.yml")).unwrap();
    let refused = ground.read().snapshot.refused;
    assert_eq!(refused, [Refused { path: "loa.yml".to_owned(), why: Refusal::NotAFile }]);
}

#[test]
fn the_number_of_threads_and_the_order_of_making_do_not_matter() {
    let names: Vec<String> =
        (0..120).map(|n| format!("content/{}/{n}.{}", n % 7, if n % 3 == 0 { "md" } else { "mp3" })).collect();
    let read_with = |threads: usize, names: &[String]| {
        let ground = Ground::new();
        names.iter().for_each(|name| ground.put(name, name));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let snapshot = pool.install(|| ground.read()).snapshot;
        format!("{:?}", (snapshot.files, snapshot.refused))
    };
    let backwards: Vec<String> = names.iter().rev().cloned().collect();
    let one = read_with(1, &names);
    assert_eq!(one, read_with(8, &names));
    assert_eq!(one, read_with(2, &backwards));
}
