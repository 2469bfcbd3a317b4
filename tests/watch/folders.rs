//! Folders that come, go and move; the theme, the words, the settings and the day.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI8, Ordering};

use loa::base::Date;

use crate::followed::Followed;
use crate::ground::Site;

const TEXT: &str = "---\ntitle: Một bài\n---\n\nMột lời.\n";

#[test]
fn folders_in_folders_made_and_filled_at_once() {
    let mut followed = Followed::with(&[]);
    for n in 0..20 {
        followed.site.put(&format!("content/bai/a{n}/vi.md"), TEXT);
        followed.site.put(&format!("static/a/b/c/d/{n}/e/tep.txt"), "x");
    }
    followed.until("all", |followed| (0..20).all(|n| followed.shows(&format!("vi/bai/a{n}/index.html"))));
    followed.until_clean();
    // They are listened to from then on.
    followed.site.put("static/a/b/c/d/7/e/tep.txt", "y");
    followed.until_clean();
}

#[test]
fn a_folder_is_renamed_moved_and_deleted() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT), ("content/bai/mot/sau/ba.txt", "x")]);
    followed.rename("content/bai/mot", "content/bai/hai");
    followed.until("renamed", |now| now.shows("vi/bai/hai/index.html") && !now.shows("vi/bai/mot/index.html"));
    followed.until_clean();
    followed.site.put("content/bai/hai/vi.md", TEXT.replace("Một", "Hai"));
    followed.until_text("content/bai/hai/vi.md", &TEXT.replace("Một", "Hai"));
    let outside = followed.site.top().join("ngoai");
    fs::rename(followed.path("content/bai/hai"), &outside).unwrap();
    followed.until("moved out", |now| !now.shows("vi/bai/hai/index.html"));
    fs::rename(&outside, followed.path("content/bai/ba")).unwrap();
    followed.until("moved in", |now| now.shows("vi/bai/ba/index.html"));
    followed.site.put("content/bai/ba/vi.md", TEXT);
    followed.until_text("content/bai/ba/vi.md", TEXT);
    followed.remove("content/bai/ba");
    followed.until("deleted", |now| !now.shows("vi/bai/ba/index.html"));
    followed.until_clean();
}

#[test]
fn two_entries_change_places() {
    let other = TEXT.replace("Một", "Hai");
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT), ("content/bai/hai/vi.md", &other)]);
    followed.rename("content/bai/mot", "content/bai/tam");
    followed.rename("content/bai/hai", "content/bai/mot");
    followed.rename("content/bai/tam", "content/bai/hai");
    followed.until_text("content/bai/mot/vi.md", &other);
    followed.until_clean();
}

#[test]
fn a_theme_and_words_that_came_later() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT)]);
    let template = "{% extends \"entry.html\" %}{% block meta %}<p>dấu hiệu</p>{% endblock %}";
    followed.site.put("themes/default/templates/article.html", template);
    followed.until_text("themes/default/templates/article.html", template);
    followed.until_clean();
    followed.site.put("themes/default/templates/article.html", template.replace("dấu", "đấu"));
    followed.until_text("themes/default/templates/article.html", &template.replace("dấu", "đấu"));
    followed.remove("themes");
    followed.until_clean();
    followed.site.put("themes/default/assets/them.css", "a { color: red }");
    followed.until_clean();
    let words = include_str!("../../i18n/vi/site.ftl").to_owned() + "\nrieng = Lời riêng\n";
    followed.site.put("i18n/vi/site.ftl", &words);
    followed.until_text("i18n/vi/site.ftl", &words);
    followed.until_clean();
}

#[test]
fn settings_and_a_new_language() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT)]);
    assert!(!followed.shows("en/bai/mot/index.html"));
    followed.site.put("loa.yml", "title: Trang khác\nlanguages: [vi, en]\n");
    followed.until("language", |now| now.shows("en/bai/mot/index.html"));
    followed.site.put("content/bai/mot/en.md", TEXT.replace("Một bài", "A text"));
    followed.until_clean();
    // Settings that cannot be read leave the site up.
    followed.site.put("loa.yml", "title: [\n");
    followed.until("broken", |now| !now.now().diagnostics.is_empty());
    assert!(followed.shows("en/bai/mot/index.html"));
    followed.remove("loa.yml");
    followed.until_clean();
    followed.site.put("loa.yml", "title: Trang khác\n");
    followed.until("mended", |now| !now.shows("en/bai/mot/index.html"));
    followed.until_clean();
}

#[test]
fn records_of_translations_that_came_later() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT)]);
    followed.site.put(".loa/sources/bai/mot/en.md", TEXT);
    followed.until_text(".loa/sources/bai/mot/en.md", TEXT);
    followed.site.put(".loa/sources/bai/mot/en.md", "x");
    followed.until_text(".loa/sources/bai/mot/en.md", "x");
    followed.remove(".loa");
    followed.until_clean();
}

#[test]
fn a_site_that_goes_and_comes_back() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT)]);
    let (here, there) = (followed.path(""), followed.site.top().join("khac"));
    fs::rename(&here, &there).unwrap();
    followed.until("fault", |now| !now.faults.is_empty());
    assert!(followed.shows("vi/bai/mot/index.html"));
    fs::rename(&there, &here).unwrap();
    followed.until("back", |now| now.mended == 1);
    followed.site.put("content/bai/mot/vi.md", TEXT.replace("Một", "Hai"));
    followed.until_text("content/bai/mot/vi.md", &TEXT.replace("Một", "Hai"));
    followed.until_clean();
    assert_eq!(followed.faults.len(), 1, "{:?}", followed.faults);
}

#[test]
fn the_output_does_not_matter() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT)]);
    followed.site.build(&[]).ends_with(0);
    followed.stays();
    followed.remove("public");
    followed.stays();
    assert!(followed.shows("vi/bai/mot/index.html"));
}

#[test]
fn a_day_ends() {
    let day = Arc::new(AtomicI8::new(22));
    let asked = Arc::clone(&day);
    let today = move || Date::new(2026, 11, asked.load(Ordering::Relaxed)).unwrap();
    let mut followed = Followed::start_on(Site::with(&[]), true, today);
    day.store(23, Ordering::Relaxed);
    followed.until("tomorrow", |now| now.now().snapshot.today == Date::new(2026, 11, 23).unwrap());
    followed.rests();
    assert_eq!(followed.changes(), [Vec::<String>::new()]);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let mut followed = Followed::with(&[("content/bai/mot/vi.md", TEXT)]);
    let outside = followed.site.top().join("ngoai");
    fs::create_dir(&outside).unwrap();
    std::os::unix::fs::symlink(&outside, followed.path("static")).unwrap();
    std::os::unix::fs::symlink(&outside, followed.path("content/bai/mot/lien")).unwrap();
    followed.until("link", |now| now.now().snapshot.refused.len() == 2);
    let before = followed.steps.len();
    fs::write(outside.join("x.txt"), "x").unwrap();
    followed.rests();
    assert_eq!(followed.steps.len(), before);
}
