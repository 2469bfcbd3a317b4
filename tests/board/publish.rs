//! What a publish would change.

use std::collections::BTreeMap;

use loa::base::{Digest, SitePath};
use loa::board::{Board, Comparison, Facts, Publish, publish};
use loa::model::Item;
use loa::{Built, Memo, build};

use crate::site::{edited, files, page, snapshot, step, text, words};

fn built(drafts: bool, files: &[crate::site::File]) -> Built {
    let mut snapshot = snapshot(files);
    snapshot.options.drafts = drafts;
    build(&snapshot, &mut Memo::default())
}

/// What the last publish of this build left behind.
fn manifest(built: &Built) -> BTreeMap<SitePath, String> {
    let sum = |item: &Item| match item {
        Item::Bytes(bytes) => sha256(bytes),
        _ => "0".repeat(64),
    };
    built.tree.files.iter().map(|(path, item)| (path.clone(), sum(item))).collect()
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn paths(paths: &[SitePath]) -> Vec<&str> {
    paths.iter().map(SitePath::as_str).collect()
}

#[test]
fn the_same_site_changes_nothing() {
    let built = built(false, &files());
    assert_eq!(publish(&built, Some(&manifest(&built))), Publish::default());
}

#[test]
fn pages_that_came_went_and_changed_are_told_apart() {
    let before = built(false, &files());
    let now = edited(&files(), "content/bai/khop/vi.md", "Một câu đủ dài", "Hai câu đủ dài");
    let mut now: Vec<_> = now.into_iter().filter(|(path, _)| !path.starts_with("content/bai/lau/")).collect();
    now.push(("content/bai/moi/vi.md", "---\ntitle: Bài mới\n---\nMột câu.\n".to_owned()));
    let publish = publish(&built(false, &now), Some(&manifest(&before)));
    assert!(paths(&publish.added).contains(&"vi/bai/moi/index.html"), "{publish:?}");
    assert!(paths(&publish.changed).contains(&"vi/bai/khop/index.html"), "{publish:?}");
    assert!(!paths(&publish.changed).contains(&"vi/bai/cu/index.html"), "{publish:?}");
    assert!(paths(&publish.gone).contains(&"vi/bai/lau/index.html"), "{publish:?}");
    let facts = Facts { publish: Some(Comparison::new(move || publish.clone())), ..Facts::default() };
    let page = page(&Board::new(step(&[now]), facts, words("vi")), "xuat-ban");
    assert!(
        page.contains("<a href=\"/vi/bai/moi/index.html\">") && page.contains("<code>vi/bai/lau/index.html</code>"),
        "{page}"
    );
    assert!(text(&page).contains("loa build"), "{page}");
}

#[test]
fn a_first_publish_and_one_with_errors_are_said_as_they_are() {
    let said = |publish| {
        let facts = Facts { publish, ..Facts::default() };
        text(&page(&Board::new(step(&[files()]), facts, words("vi")), "xuat-ban"))
    };
    let first = publish(&built(false, &files()), None);
    assert!(first.never_built && first.changed.is_empty() && !first.added.is_empty());
    assert!(said(Some(Comparison::new(move || first.clone()))).contains("Lần xuất bản đầu sẽ ghi"));
    let broken = built(false, &edited(&files(), "content/bai/khop/vi.md", "title:", "tieu_de:"));
    let stopped = publish(&broken, Some(&manifest(&built(false, &files()))));
    assert!(stopped.errors > 0 && stopped.gone.is_empty(), "nothing is written, so nothing goes: {stopped:?}");
    assert!(said(Some(Comparison::new(move || stopped.clone()))).contains("phải sửa thì mới xuất bản được"));
    assert!(said(None).contains("Chưa so được."));
}

#[test]
fn files_whose_bytes_are_not_held_are_counted() {
    let mut now = built(false, &files());
    let before = manifest(&now);
    let (source, digest) = (SitePath::new("content/bai/khop/mau.pdf").unwrap(), Digest::of(b"x"));
    let copy = Item::Copy { source, digest };
    *now.tree.files.get_mut(&SitePath::new("vi/bai/khop/index.html").unwrap()).unwrap() = copy;
    let publish = publish(&now, Some(&before));
    assert_eq!((publish.unknown, publish.changed.len()), (1, 0));
}
