//! A preview from one saved file to the next.

use super::*;
use crate::base::Date;

/// A small site and its preview.
struct Desk {
    snapshot: Snapshot,
    live: Live,
}

impl Desk {
    fn of(files: &[(&str, &str)]) -> Desk {
        let texts = files.iter().map(|(path, text)| (*path, text.as_bytes()));
        let snapshot = Snapshot::of_texts(texts, Date::new(2026, 11, 22).unwrap());
        Desk { snapshot, live: Live::default() }
    }

    fn site() -> Desk {
        Desk::of(&[
            ("loa.yml", "title: Trang\n"),
            ("content/vi.md", "---\ntitle: Trang chủ\n---\n"),
            ("content/bai/vi.md", "---\ntitle: Bài\nentries: article\n---\n"),
            ("content/bai/a/vi.md", "---\ntitle: Một\n---\nCâu một.\n\nXem [bài](../b/).\n"),
            ("content/bai/b/vi.md", "---\ntitle: Hai\n---\nCâu hai.\n"),
        ])
    }

    fn save(&mut self, path: &str, text: &str) -> Arc<Step> {
        self.snapshot.files.insert(SitePath::new(path).unwrap(), Source::text(text.as_bytes()));
        self.step()
    }

    fn delete(&mut self, path: &str) -> Arc<Step> {
        self.snapshot.files.remove(&SitePath::new(path).unwrap());
        self.step()
    }

    fn step(&mut self) -> Arc<Step> {
        self.live.step(self.snapshot.clone())
    }
}

fn page(step: &Step, path: &str) -> String {
    match step.draft.pages().files.get(&SitePath::new(path).unwrap()) {
        Some(Item::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    }
}

fn codes(step: &Step) -> Vec<&'static str> {
    step.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.code).collect()
}

fn kept(step: &Step) -> Vec<&str> {
    step.broken.kept.iter().map(SitePath::as_str).collect()
}

const A: &str = "content/bai/a/vi.md";
const PAGE: &str = "vi/bai/a/index.html";

#[test]
fn a_broken_file_keeps_its_last_good_page_until_it_is_mended() {
    let mut desk = Desk::site();
    assert_eq!(codes(&desk.step()), Vec::<&str>::new());
    let broken = desk.save(A, "---\ntitle: Một\nlạ: x\n---\nCâu ba.\n");
    assert_eq!((codes(&broken), kept(&broken)), (vec!["unknown-key"], vec![A]));
    assert!(page(&broken, PAGE).contains("Câu một"));
    assert_eq!(broken.broken.pages.keys().map(SitePath::as_str).collect::<Vec<_>>(), [PAGE]);
    assert!(broken.broken.everywhere.is_empty() && broken.touched.is_empty());
    // Others go on meanwhile.
    let other = desk.save("content/bai/b/vi.md", "---\ntitle: Hai\n---\nCâu khác.\n");
    assert!(page(&other, "vi/bai/b/index.html").contains("Câu khác") && page(&other, PAGE).contains("Câu một"));
    assert_eq!((kept(&other), other.touched.len()), (vec![A], 1));
    let worse = desk.save(A, "---\ntitle: Một\nlạ: x\ncũng: y\n---\nCâu ba.\n");
    assert_eq!((codes(&worse).len(), kept(&worse)), (2, vec![A]));
    let mended = desk.save(A, "---\ntitle: Một\n---\nCâu ba.\n");
    assert_eq!((codes(&mended), kept(&mended)), (Vec::new(), Vec::new()));
    assert!(page(&mended, PAGE).contains("Câu ba"));
    assert_eq!(mended.number, 5);
}

#[test]
fn an_edit_that_is_taken_back_leaves_no_trace() {
    let mut desk = Desk::site();
    let first = desk.step();
    let good = String::from_utf8_lossy(desk.snapshot.text(&SitePath::new(A).unwrap()).unwrap()).into_owned();
    desk.save(A, "---\ntitle: [\n---\n");
    let undone = desk.save(A, &good);
    assert_eq!((codes(&undone), kept(&undone)), (Vec::new(), Vec::new()));
    assert_eq!(undone.draft.pages(), first.draft.pages());
    assert_eq!((undone.draft.work.rendered, undone.draft.work.parsed), (0, 0));
}

#[test]
fn a_file_that_begins_broken_has_no_page_to_keep() {
    let mut desk = Desk::site();
    desk.step();
    let broken = desk.save("content/bai/c/vi.md", "---\ntitle: Ba\nlạ: x\n---\nCâu ba.\n");
    assert_eq!((codes(&broken), kept(&broken)), (vec!["unknown-key"], Vec::new()));
    // It is shown as far as it can be.
    assert!(page(&broken, "vi/bai/c/index.html").contains("Câu ba"));
    let mut desk = Desk::site();
    let start = desk.save(A, "---\ntitle: Một\nlạ: x\n---\nCâu ba.\n");
    assert_eq!((codes(&start), kept(&start), start.seen.clone()), (vec!["unknown-key"], Vec::new(), None));
    assert!(page(&start, PAGE).contains("Câu ba"));
}

#[test]
fn a_page_whose_link_leads_nowhere_any_more_is_told_of_where_the_link_stands() {
    let mut desk = Desk::site();
    desk.step();
    let gone = desk.delete("content/bai/b/vi.md");
    assert_eq!(codes(&gone), ["broken-link"]);
    assert_eq!(gone.broken.pages.keys().map(SitePath::as_str).collect::<Vec<_>>(), [PAGE]);
    assert!(page(&gone, "vi/bai/b/index.html").is_empty());
    // The file itself did not change: there is nothing else to show of it.
    assert!(kept(&gone).is_empty());
    assert!(gone.touched.iter().any(|path| path.as_str() == "vi/bai/b/index.html"));
    let back = desk.save("content/bai/b/vi.md", "---\ntitle: Hai\n---\nCâu hai.\n");
    assert!(codes(&back).is_empty());
}

#[test]
fn a_broken_theme_leaves_every_page_as_it_was() {
    let mut desk = Desk::site();
    let template = "themes/default/templates/article.html";
    desk.save(template, "{% extends \"entry.html\" %}{% block kind %}Loại{% endblock %}");
    for broken in [
        "{% extends \"entry.html\" %}{{",
        "{% extends \"entry.html\" %}{% block kind %}{{ entry.none.of }}{% endblock %}",
    ] {
        let step = desk.save(template, broken);
        assert!(!step.broken.everywhere.is_empty() && kept(&step) == [template], "{:?}", step.broken);
        assert!(page(&step, PAGE).contains("Loại"));
        // What is edited meanwhile is seen.
        let edited = desk.save(A, &format!("---\ntitle: Một\n---\nCâu {}.\n", broken.len()));
        assert!(page(&edited, PAGE).contains(&format!("Câu {}", broken.len())));
    }
    let mended = desk.save(template, "{% extends \"entry.html\" %}{% block kind %}Khác{% endblock %}");
    assert!(kept(&mended).is_empty() && page(&mended, PAGE).contains("Khác"));
    // One that was broken from the beginning makes no pages until it is mended.
    let mut desk = Desk::site();
    assert!(desk.save(template, "{{").draft.pages().files.is_empty());
    assert!(page(&desk.delete(template), PAGE).contains("Câu một"));
}

#[test]
fn broken_settings_leave_the_site_as_it_was() {
    let mut desk = Desk::site();
    desk.step();
    for broken in ["title: [\n", "title: Trang\nlạ: x\n", ""] {
        let step = desk.save("loa.yml", broken);
        assert!(!step.broken.everywhere.is_empty(), "{broken:?} {:?}", step.diagnostics);
        assert!(page(&step, PAGE).contains("Câu một") && page(&step, PAGE).contains("Trang"));
    }
    let gone = desk.delete("loa.yml");
    assert!(page(&gone, PAGE).contains("Câu một"));
    let mended = desk.save("loa.yml", "title: Tên mới\n");
    assert!(codes(&mended).is_empty() && page(&mended, PAGE).contains("Tên mới"));
}

#[test]
fn broken_words_are_kept_as_they_were() {
    let mut desk = Desk::site();
    desk.save("i18n/vi/site.ftl", "menu = Mục lục\n");
    let broken = desk.save("i18n/vi/site.ftl", "menu = { $none }\n");
    assert!(kept(&broken) == ["i18n/vi/site.ftl"] && !broken.broken.everywhere.is_empty());
    assert!(page(&broken, PAGE).contains("Mục lục"));
    assert!(codes(&desk.save("i18n/vi/site.ftl", "menu = Danh mục\n")).is_empty());
}

#[test]
fn the_first_line_that_changed_is_seen() {
    let mut desk = Desk::site();
    desk.step();
    let seen = |step: Arc<Step>| step.seen.clone().map(|seen| (seen.page.to_string(), seen.words));
    let at = |words: &str| Some((PAGE.to_owned(), words.to_owned()));
    assert_eq!(seen(desk.save(A, "---\ntitle: Một\n---\nCâu một.\n\nCâu mới.\n\nXem [bài](../b/).\n")), at("Câu mới."));
    assert_eq!(seen(desk.save(A, "---\ntitle: Một\n---\nCâu một.\n\nCâu mới.\n")), at("Câu mới."));
    assert_eq!(seen(desk.save(A, "---\ntitle: Khác\n---\nCâu một.\n\nCâu mới.\n")), at(""));
    assert_eq!(seen(desk.save("themes/default/assets/x.css", "a { top: 0 }")), None);
    assert_eq!(seen(desk.delete(A)), None);
}
