//! What holds of every site: an edited site is a site built anew, and what comes out keeps the contract.
//!
//! `LOA_CASES=500` draws more sites, `LOA_SEED=7` draws others, `LOA_STEPS=10000` goes through more edits; without them
//! every run is the same.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use loa::base::{Severity, SitePath, Url};
use loa::model::{Item, Options, Snapshot, Source, Tree};
use loa::{Built, Draft, Live, Memo, build, draft};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use support::index::indexes;
use support::output::{Documents, documents, faults};
use support::sites::{self, Choices, Files, LANGUAGES, PARTS, SECRET};
use support::{editions, edits};

/// Draws cases and checks a law; a failing case is shrunk and shown.
fn law<T: std::fmt::Debug>(
    cases: u32,
    drawn: impl Strategy<Value = T>,
    holds: impl Fn(T) -> Result<(), TestCaseError>,
) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u32>().ok());
    let cases = number("LOA_CASES").unwrap_or(cases);
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&number("LOA_SEED").unwrap_or(0).to_le_bytes());
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 300, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    if let Err(fault) = runner.run(&drawn, holds) {
        panic!("{fault}");
    }
}

fn draws() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..500)
}

fn errors(built: &Built) -> Vec<String> {
    let errors = built.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{} {} {:?}", finding.place.path, finding.code, finding.args)).collect()
}

fn shown(files: &Files) -> String {
    // The words of the random sites are the same for all.
    let is_long = |source: &Source| matches!(source, Source::Text { bytes, .. } if bytes.len() > 1_000);
    let texts = files.iter().filter(|(path, source)| !path.ends_with("language.yml") && !is_long(source));
    texts.map(|(path, source)| format!("-- {path} --\n{}", text(source))).collect()
}

fn text(source: &Source) -> String {
    match source {
        Source::Text { bytes, .. } => String::from_utf8_lossy(bytes).into_owned(),
        Source::Media(media) => format!("{media:?}\n"),
    }
}

#[test]
fn every_output_keeps_the_contract() {
    law(24, draws(), |bytes| {
        let files = sites::site(&mut Choices(&bytes));
        let snapshot = sites::snapshot(&files);
        let built = build(&snapshot, &mut Memo::default());
        prop_assert!(errors(&built).is_empty(), "{}\n{}", errors(&built).join("\n"), shown(&files));
        let base = has_base(&snapshot);
        let documents = documents(&built.tree);
        let mut found = faults(&documents, base.as_deref());
        found.extend(languages(&documents));
        found.extend(base.map(|base| editions::faults(&documents, &base)).unwrap_or_default());
        found.extend(secrets(&built));
        found.extend(searched(&built.tree));
        prop_assert!(found.is_empty(), "{}\n{}", found.join("\n"), shown(&files));
        Ok(())
    });
}

/// The address that the settings name; an edit may have cut it short.
fn has_base(snapshot: &Snapshot) -> Option<String> {
    let settings = String::from_utf8_lossy(snapshot.text(&SitePath::settings()).unwrap_or_default()).into_owned();
    let value = settings.lines().find_map(|line| line.strip_prefix("base_url:"))?.trim().to_owned();
    Some(format!("{}/", value.trim_end_matches('/')))
}

/// Text of which the nearest `lang` is not the language that it is in, and text that nobody gave a language.
fn languages(documents: &Documents<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, page) in documents.pages.iter().chain(&documents.feeds) {
        for text in &page.texts {
            found.extend(wrong(&text.words, &text.lang).map(|fault| format!("{path}: <{}> {fault}", text.parent)));
            let is_word = text.words.chars().filter(|c| c.is_alphabetic()).count() > 1;
            if PARTS.contains(&text.words.trim()) && text.lang == "vi" {
                continue;
            }
            if is_word && !text.words.contains("mk") && !path.ends_with(".xml") {
                found.push(format!("{path}: `{}` is in no language file", text.words.trim()));
            }
        }
        for element in &page.elements {
            for key in ["alt", "title", "aria-label", "content", "placeholder"] {
                let words = element.get(key).filter(|_| element.get("property").is_none());
                found.extend(
                    words.and_then(|words| wrong(words, &element.lang)).map(|fault| format!("{path}: {key} {fault}")),
                );
            }
        }
    }
    found
}

fn wrong(words: &str, lang: &str) -> Option<String> {
    let marks = words.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let mark = word.trim_end_matches(|c: char| c.is_ascii_digit());
        LANGUAGES.iter().find(|(_, known)| *known == mark).map(|(tag, _)| *tag)
    });
    let other: BTreeSet<&str> = marks.filter(|tag| *tag != lang).collect();
    (!other.is_empty()).then(|| format!("`{}` is {other:?} and said to be {lang}", words.trim()))
}

fn secrets(built: &Built) -> Vec<String> {
    let holds = |item: &Item| matches!(item, Item::Bytes(bytes) if bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes()));
    let files = built.tree.files.iter().filter(|(path, item)| path.as_str().contains(SECRET) || holds(item));
    files.map(|(path, _)| format!("{path}: holds what must not be published")).collect()
}

/// What is wrong with the indexes: words that must not be published, words and titles in another language than they say,
/// pages that are not there in some language.
fn searched(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for index in indexes(tree) {
        let at = &index.folder;
        let tag = LANGUAGES.iter().find(|(tag, _)| tag.to_lowercase() == *at).map_or(at.as_str(), |(tag, _)| *tag);
        found.extend(
            index.words.iter().filter(|word| word.contains(SECRET)).map(|word| format!("{at}: indexes {word}")),
        );
        found.extend(index.words.iter().filter_map(|word| wrong(word, tag)).map(|fault| format!("{at}: {fault}")));
        for document in &index.documents {
            let title_tag = document.get(3).map_or(tag, String::as_str);
            found.extend(wrong(&document[1], title_tag).map(|fault| format!("{at}: title {fault}")));
            found.extend(wrong(&document[2], tag).map(|fault| format!("{at}: snippet {fault}")));
            let page = [at.as_str(), &document[0], "index.html"].join("/").replace("//", "/");
            if SitePath::new(&page).is_ok_and(|page| !tree.files.contains_key(&page)) {
                found.push(format!("{at}: {page} is not there"));
            }
        }
        if index.files > 32 || index.documents.is_empty() {
            found.push(format!("{at}: {} files for {} pages", index.files, index.documents.len()));
        }
    }
    found
}

#[test]
fn neither_the_order_of_files_nor_the_number_of_threads_matters() {
    law(4, draws(), |bytes| {
        let files = sites::site(&mut Choices(&bytes));
        let snapshot = sites::snapshot(&files);
        let built = build(&snapshot, &mut Memo::default());
        let mut other = Snapshot::of_texts([], snapshot.today);
        for (path, source) in snapshot.files.iter().rev() {
            other.files.insert(path.clone(), source.clone());
        }
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let again = alone.install(|| build(&other, &mut Memo::default()));
        prop_assert!(built.tree == again.tree && built.diagnostics == again.diagnostics, "{}", shown(&files));
        Ok(())
    });
}

/// Edits of one script.
const SCRIPT: u32 = 25;

/// Scripts of so many steps in all; `LOA_STEPS=10000 cargo test --release --test laws edited` takes more of them.
fn edit_scripts(steps: u32) -> (u32, impl Strategy<Value = (Vec<u8>, Vec<u8>)>) {
    let steps = std::env::var("LOA_STEPS").ok().and_then(|text| text.parse().ok()).unwrap_or(steps);
    // Of the bytes that may be drawn one half are, on the whole.
    (steps.div_ceil(SCRIPT / 2), (draws(), prop::collection::vec(any::<u8>(), 0..SCRIPT as usize * 5)))
}

#[test]
fn an_edited_site_is_a_site_built_anew() {
    let (cases, edits_drawn) = edit_scripts(200);
    law(cases, edits_drawn, |(bytes, edits)| {
        let mut files = sites::site(&mut Choices(&bytes));
        let mut choices = Choices(&edits);
        let mut memo = Memo::keeping();
        let mut today = sites::today();
        let mut told = Vec::new();
        for step in 0..SCRIPT {
            let mut snapshot = sites::snapshot(&files);
            snapshot.today = today;
            snapshot.options.keep_going = choices.one_in(2);
            snapshot.options.drafts = choices.one_in(8);
            let (warm, cold) = (draft(&snapshot, &mut memo), draft(&snapshot, &mut Memo::default()));
            // A site with errors is not published, and its pages are shown all the same.
            let (pages, same) = (warm.pages(), cold.pages());
            prop_assert!(pages == same, "{}\n{told:?}\n{}", differing(pages, same), shown(&files));
            let (warm, cold) = (warm.finish(), cold.finish());
            prop_assert!(warm.diagnostics == cold.diagnostics, "{told:?}\n{}", shown(&files));
            prop_assert!(warm.tree == cold.tree, "{}\n{told:?}\n{}", differing(&warm.tree, &cold.tree), shown(&files));
            // An edit may break a page, and the rest is published all the same: the contract holds of that, too. What a
            // theme or words of the site's own do is their own affair.
            if step < 4 && !told.iter().any(|edit: &String| edit.starts_with("card") || edit.starts_with("record")) {
                let found = faults(&documents(&warm.tree), has_base(&snapshot).as_deref());
                prop_assert!(found.is_empty(), "{}\n{told:?}\n{}", found.join("\n"), shown(&files));
            }
            if choices.0.is_empty() && step > 3 {
                break;
            }
            told.push(edits::edit(&mut files, &mut choices, &mut today));
        }
        Ok(())
    });
}

/// The paths at which two trees differ.
fn differing(one: &Tree, other: &Tree) -> String {
    let paths: BTreeSet<&SitePath> = one.files.keys().chain(other.files.keys()).collect();
    let paths = paths.into_iter().filter(|path| one.files.get(*path) != other.files.get(*path));
    paths.map(|path| format!("{path} ")).collect()
}

/// The files of a site that have errors.
fn faulty(snapshot: &Snapshot, draft: &Draft) -> BTreeSet<SitePath> {
    let errors = draft.diagnostics().into_iter().filter(|finding| finding.severity == Severity::Error);
    let paths = errors.filter_map(|finding| SitePath::new(&finding.place.path).ok());
    paths.filter(|path| snapshot.files.contains_key(path)).collect()
}

#[test]
fn an_edited_preview_is_the_site_with_its_last_good_files() {
    let (cases, edits_drawn) = edit_scripts(75);
    law(cases, edits_drawn, |(bytes, edits)| {
        let mut files = sites::site(&mut Choices(&bytes));
        let mut choices = Choices(&edits);
        let mut live = Live::default();
        let mut good: BTreeMap<SitePath, Source> = BTreeMap::new();
        let mut before: Option<Draft> = None;
        let mut today = sites::today();
        let mut told = Vec::new();
        for step in 0..SCRIPT {
            let mut snapshot = sites::snapshot(&files);
            snapshot.today = today;
            let shown_now = live.step(snapshot.clone());
            let cold = draft(&snapshot, &mut Memo::default());
            prop_assert!(shown_now.diagnostics == cold.diagnostics(), "{told:?}\n{}", shown(&files));
            // A file is shown as it was when it was last there and good.
            let faulty = faulty(&snapshot, &cold);
            good.retain(|path, _| snapshot.files.contains_key(path));
            let sound = snapshot.files.iter().filter(|(path, _)| !faulty.contains(*path));
            good.extend(sound.map(|(path, source)| (path.clone(), source.clone())));
            let mut mended = snapshot.clone();
            mended.files.extend(good.iter().map(|(path, source)| (path.clone(), source.clone())));
            let cold = draft(&mended, &mut Memo::default());
            // Without pages, those from before stay.
            let cold = if cold.pages().files.is_empty() { before.take().unwrap_or(cold) } else { cold };
            let (warm, same) = (&shown_now.draft, (cold.pages(), cold.rest()));
            prop_assert!(
                (warm.pages(), warm.rest()) == same,
                "{}\n{told:?}\n{}",
                differing(warm.pages(), same.0),
                shown(&files)
            );
            before = Some(cold);
            if choices.0.is_empty() && step > 3 {
                break;
            }
            told.push(edits::edit(&mut files, &mut choices, &mut today));
        }
        Ok(())
    });
}

#[test]
fn whatever_lies_there_is_reported_and_not_the_end() {
    law(60, draws(), |bytes| {
        let files = edits::rubbish(&mut Choices(&bytes));
        let mut snapshot = sites::snapshot(&files);
        snapshot.options.keep_going = bytes.len() % 2 == 1;
        let mut memo = Memo::keeping();
        let built = build(&snapshot, &mut memo);
        let again = build(&snapshot, &mut memo);
        prop_assert!(built.tree == again.tree && built.diagnostics == again.diagnostics, "{}", shown(&files));
        for finding in &built.diagnostics {
            let path = SitePath::new(&finding.place.path).ok();
            let source = path.and_then(|path| snapshot.text(&path).map(loa::parse::source_text));
            if let (Some(span), Some(source)) = (finding.place.span.clone(), source) {
                prop_assert!(
                    source.get(span.clone()).is_some(),
                    "{} {span:?} is no place of {}\n{}",
                    finding.code,
                    finding.place.path,
                    shown(&files)
                );
            }
        }
        // A template of the site's own may be any page it likes.
        if !files.contains_key("themes/default/templates/page.html") {
            let found = faults(&documents(&built.tree), has_base(&snapshot).as_deref());
            prop_assert!(found.is_empty(), "{}\n{}", found.join("\n"), shown(&files));
        }
        Ok(())
    });
}

#[test]
fn this_repository_keeps_the_contract() {
    let options = Options { base_url: Some(Url::new("https://vi-du.example/x/").unwrap()), ..Options::default() };
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshot = loa::disk::read(site, sites::today(), options).unwrap().snapshot;
    let built = build(&snapshot, &mut Memo::default());
    assert!(errors(&built).is_empty(), "{}", errors(&built).join("\n"));
    let documents = documents(&built.tree);
    let mut found = faults(&documents, Some("https://vi-du.example/x/"));
    found.extend(scripts(&documents));
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// Text in a script that the language it is said to be in does not use.
fn scripts(documents: &Documents<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, page) in &documents.pages {
        for text in &page.texts {
            let script = text.words.chars().find_map(|c| match c {
                '\u{1780}'..='\u{17FF}' => Some("km"),
                '\u{0E80}'..='\u{0EFF}' => Some("lo"),
                '\u{AA80}'..='\u{AADF}' => Some("blt-Tavt"),
                '\u{4E00}'..='\u{9FFF}' => Some("zh-Hant"),
                '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'ơ' | 'ư' => Some("Latn"),
                _ => None,
            });
            let is_latin = !matches!(text.lang.as_str(), "km" | "lo" | "blt-Tavt" | "zh-Hant");
            if script.is_some_and(|script| if script == "Latn" { !is_latin } else { script != text.lang }) {
                found.push(format!("{path}: `{}` is said to be {}", text.words.trim(), text.lang));
            }
        }
    }
    found
}

#[test]
fn the_laws_see_what_breaks_them() {
    let page = |head: &str, body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"vi\" dir=\"ltr\"><head><title>mkvi</title>{head}</head><body><a class=\"skip\" \
             href=\"#m\">mkvi</a><header></header><main id=\"m\"><h1>mkvi</h1>{body}</main><footer></footer></body></html>"
        )
    };
    let found = |path: &str, html: String| {
        let mut tree = Tree::default();
        tree.files.insert(SitePath::new(path).unwrap(), Item::text(html));
        tree.files.insert(SitePath::new("vi/b/index.html").unwrap(), Item::text(page("", "")));
        let documents = documents(&tree);
        let mut found = faults(&documents, Some("https://vi-du.example/x/"));
        found.extend(languages(&documents));
        found.join("\n")
    };
    assert_eq!(
        found(
            "vi/a/index.html",
            page(
                "<link rel=\"canonical\" href=\"https://vi-du.example/x/vi/b/index.html\">",
                "<p><a href=\"../b/index.html#m\">mkvi</a>"
            )
        ),
        "vi/a/index.html: </main> closes <p>"
    );
    for (body, fault) in [
        ("<h1>mkvi</h1>", "2 <h1>"),
        ("<p><ul></ul></p>", "<ul> within <p>"),
        ("<a href=\"#m\"><a href=\"#m\">mkvi</a></a>", "<a> within <a>"),
        ("<b>mkvi</i></b>", "</i> closes <b>"),
        ("<p id=\"m\"></p>", "the id m is there twice"),
        ("<p aria-labelledby=\"x\"></p>", "names #x"),
        ("<p title=mkvi></p>", "without quotes"),
        ("mkvi & mkvi", "a bare &"),
        ("<script>x</script>", "a script in the page"),
        ("<script type=\"application/ld+json\">x</script>", "its data are no JSON"),
        ("<script type=\"application/ld+json\">{\"name\":\"mkvi x\"}</script>", "its data say name `mkvi x`"),
        ("<style>x</style>", "<style>"),
        ("<form></form>", "<form>"),
        ("<p style=\"x\"></p>", "<p style>"),
        ("<p onclick=\"x\"></p>", "<p onclick>"),
        ("<a href=\"javascript:x\">mkvi</a>", "javascript:x"),
        ("<img src=\"https://a.example/x.jpg\" alt=\"\">", "asks another host"),
        ("<link rel=\"stylesheet\" href=\"//a.example/x.css\">", "asks another host"),
        ("<a href=\"../b/\">mkvi</a>", "../b/ leads to no file"),
        ("<a href=\"../b/index.html#x\">mkvi</a>", "leads to no place"),
        ("<a href=\"../../../x.html\">mkvi</a>", "leads to no file"),
        ("<a href=\"/vi/b/index.html\">mkvi</a>", "leads to no file"),
        ("<a href=\"https://vi-du.example/x/vi/b/index.html\">mkvi</a>", "is not relative"),
        ("<p>mkjra</p>", "`mkjra` is {\"jra\"} and said to be vi"),
        ("<p lang=\"jra\">mkvi</p>", "`mkvi` is {\"vi\"} and said to be jra"),
        ("<img alt=\"mklbt\">", "alt `mklbt`"),
        ("<p>Trang</p>", "is in no language file"),
        ("<p>{&quot;text&quot;: 1}</p>", "printed as it is"),
    ] {
        let found = found("vi/a/index.html", page("", body));
        assert!(found.contains(fault), "{body} gave {found:?} and not {fault}");
    }
    let base = "https://vi-du.example/x/";
    for (head, fault) in [
        (format!("<link rel=\"canonical\" href=\"{base}jra/s/a/index.html\">"), "is its own canonical page"),
        (format!("<link rel=\"alternate\" hreflang=\"jra\" href=\"{base}jra/s/a/index.html\">"), "in another language"),
        (format!("<link rel=\"alternate\" hreflang=\"vi\" href=\"{base}vi/b/index.html\">"), "does not name it back"),
        (format!("<link rel=\"alternate\" hreflang=\"vi\" href=\"{base}vi/x.html\">"), "leads to no page"),
    ] {
        let mut tree = Tree::default();
        let fallback = page(&head, "").replace("<html lang=\"vi\"", "<html lang=\"jra\"");
        tree.files.insert(SitePath::new("jra/s/a/index.html").unwrap(), Item::text(fallback));
        tree.files.insert(SitePath::new("vi/b/index.html").unwrap(), Item::text(page("", "")));
        let found = editions::faults(&documents(&tree), base).join("\n");
        assert!(found.contains(fault), "{head} gave {found:?} and not {fault}");
    }
    let mut tree = Tree::default();
    let script =
        "loaS(\"docs\",{\"d\":\"bai/a\\tmkvi\\tmkjra\",\"w\":\"Akhong!Flo!s\",\"g\":\"\",\"m\":1,\"p\":\"##\"})\n";
    tree.files.insert(SitePath::new("vi/tim/docs.js").unwrap(), Item::text(script));
    let found_in_index = searched(&tree).join("\n");
    for fault in ["indexes khonglo", "snippet `mkjra`", "vi/bai/a/index.html is not there"] {
        assert!(found_in_index.contains(fault), "{found_in_index}");
    }
    for path in ["vi/A.html", "vi/a_b.html", "vi/.x.html", "vi/ă.html"] {
        assert!(found(path, page("", "")).contains("no name for every disk"), "{path}");
    }
}
