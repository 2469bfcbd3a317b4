//! What each stage costs on text like that of a site, without a disk: `cargo bench`, or `cargo bench -- render` for those
//! with that word in their name. Whole commands beside those of others are weighed by `benches/compare.py`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod corpus;

use std::collections::BTreeSet;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use loa::base::text::{Cues, Customs, find_phones, hygiene, tokens};
use loa::base::{Digest, SitePath};
use loa::i18n::Words;
use loa::model::{Config, Language, Snapshot};
use loa::render::{Job, Templates, Workshop};
use loa::site::{self, Folder, Parsed, Site};
use loa::theme::Theme;
use loa::{Memo, build, output, parse};

fn main() {
    divan::main();
}

/// The article that stands for all others.
fn article() -> String {
    corpus::article(7, "vi", 50)
}

fn article_file() -> SitePath {
    SitePath::new("content/tin/bai-00007/vi.md").unwrap()
}

/// Stages that know one text.
mod text {
    use super::*;

    #[divan::bench]
    fn parse_an_article(bencher: Bencher<'_, '_>) {
        let (text, file, cues) = (article(), article_file(), Cues::default());
        let digest = Digest::of(text.as_bytes());
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| parse::document(&file, text.as_bytes(), digest, &cues, &Customs::VIETNAMESE));
    }

    #[divan::bench]
    fn body_of_an_article(bencher: Bencher<'_, '_>) {
        let (text, file, cues) = (article(), article_file(), Cues::default());
        bencher.counter(BytesCount::of_str(&text)).bench(|| parse::body(&file, text.as_bytes(), &cues));
    }

    #[divan::bench]
    fn search_tokens(bencher: Bencher<'_, '_>) {
        let text = article();
        bencher.counter(BytesCount::of_str(&text)).bench(|| {
            tokens(&text, |token| {
                divan::black_box(token);
            });
        });
    }

    #[divan::bench]
    fn phones(bencher: Bencher<'_, '_>) {
        let (text, cues) = (article(), Cues::default());
        bencher.counter(BytesCount::of_str(&text)).bench(|| find_phones(&text, &cues));
    }

    #[divan::bench]
    fn hygiene_of_a_text(bencher: Bencher<'_, '_>) {
        let (text, file, cues) = (article(), article_file(), Cues::default());
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| hygiene(&file, &text, &Customs::VIETNAMESE, &cues));
    }
}

/// A site up to its pages, with the parts that the stages after it take.
struct Ready {
    snapshot: Snapshot,
    config: Config,
    languages: Vec<Language>,
    cues: Cues,
    words: Arc<Words>,
    theme: Theme,
    folders: std::collections::BTreeMap<String, Folder>,
    parsed: std::collections::BTreeMap<SitePath, Parsed>,
}

impl Ready {
    fn of(articles: usize) -> Ready {
        let snapshot = corpus::snapshot(articles);
        let (config, _) = parse::config(snapshot.text(&SitePath::settings()));
        let (languages, _) = loa::i18n::languages(&snapshot, &config);
        let cues = Cues::default();
        let (words, _) = Words::load(&snapshot, &languages, &cues);
        let (theme, _) = Theme::load(&snapshot, &config);
        let (folders, _) = site::folders(&snapshot, &config);
        let files = folders.values().flat_map(|folder| folder.texts.values());
        let one = |file: &SitePath| {
            let bytes = snapshot.text(file)?;
            let doc = parse::document(file, bytes, Digest::of(bytes), &cues, &Customs::VIETNAMESE);
            Some((file.clone(), Parsed { front: doc.front, summary: doc.summary }))
        };
        let parsed = files.filter_map(one).collect();
        Ready { config, languages, cues, words: Arc::new(words), theme, folders, parsed, snapshot }
    }

    fn site(&self) -> Site {
        let (config, languages, cues) = (self.config.clone(), self.languages.clone(), self.cues.clone());
        let none = BTreeSet::new();
        site::index(&self.snapshot, config, languages, cues, self.folders.clone(), &self.parsed, &none).0
    }
}

/// Stages that know the whole site, by its number of articles; each is there in four languages.
mod site_of {
    use super::*;

    #[divan::bench(args = [50, 500])]
    fn index(bencher: Bencher<'_, '_>, articles: usize) {
        let ready = Ready::of(articles);
        bencher.counter(ItemsCount::new(articles * corpus::LANGS.len())).bench(|| ready.site());
    }

    #[divan::bench(args = [50, 500])]
    fn search(bencher: Bencher<'_, '_>, articles: usize) {
        let ready = Ready::of(articles);
        let site = ready.site();
        let (templates, _) = Templates::new(&ready.theme, &ready.words);
        let bodies = |file: &SitePath| {
            ready.snapshot.text(file).map_or_else(Vec::new, |bytes| parse::body(file, bytes, &ready.cues))
        };
        let workshop = Workshop::new(&site, &ready.words, &templates, &bodies);
        let indexed: Vec<_> = output::jobs(&site).0.iter().filter_map(|job| workshop.make(job).indexed).collect();
        let search = output::OUTPUTS.iter().find(|output| output.name == Some("search")).unwrap();
        bencher.counter(ItemsCount::new(indexed.len())).bench(|| (search.make)(&site, &ready.theme, &indexed));
    }
}

/// One page of a site of fifty articles.
#[divan::bench(args = ["entry", "section", "a-z"])]
fn render(bencher: Bencher<'_, '_>, page: &str) {
    let ready = Ready::of(50);
    let site = ready.site();
    let (templates, _) = Templates::new(&ready.theme, &ready.words);
    let bodies = |file: &SitePath| {
        ready.snapshot.text(file).map_or_else(Vec::new, |bytes| parse::body(file, bytes, &ready.cues))
    };
    let workshop = Workshop::new(&site, &ready.words, &templates, &bodies);
    let lang = site.source().clone();
    let job = match page {
        "entry" => Job::Entry("tin/bai-00008".to_owned(), lang),
        "section" => Job::Section("tin".to_owned(), lang, 1),
        _ => Job::Letters(lang),
    };
    assert!(workshop.make(&job).page.is_some(), "no {page} was made");
    bencher.bench(|| workshop.make(&job));
}

/// `build` as commands call it.
mod whole_build {
    use super::*;

    const ARTICLES: usize = 250;

    #[divan::bench(args = [50, 500], sample_count = 5, max_time = 4)]
    fn cold(bencher: Bencher<'_, '_>, articles: usize) {
        let snapshot = corpus::snapshot(articles);
        assert!(!build(&snapshot, &mut Memo::default()).tree.files.is_empty(), "the corpus does not build");
        let bencher = bencher.counter(ItemsCount::new(articles * corpus::LANGS.len()));
        bencher.bench(|| build(&snapshot, &mut Memo::default()));
    }

    #[divan::bench(sample_count = 10, max_time = 4)]
    fn warm_and_nothing_changed(bencher: Bencher<'_, '_>) {
        let snapshot = corpus::snapshot(ARTICLES);
        let mut memo = Memo::keeping();
        build(&snapshot, &mut memo);
        bencher.bench_local(|| build(&snapshot, &mut memo));
    }

    #[divan::bench(args = ["body", "title"], sample_count = 10, max_time = 4)]
    fn warm_after_an_edit_of(bencher: Bencher<'_, '_>, part: &str) {
        let mut snapshot = corpus::snapshot(ARTICLES);
        let mut memo = Memo::keeping();
        build(&snapshot, &mut memo);
        let mut edits = 0;
        bencher.bench_local(|| {
            edits += 1;
            corpus::edit(&mut snapshot, part, edits);
            build(&snapshot, &mut memo)
        });
    }
}
