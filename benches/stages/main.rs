//! What each stage costs on text like that of a site, without a disk: `cargo bench`, or `cargo bench -- render` for those
//! with that word in their name. Whole commands beside those of others are weighed by `benches/compare.py`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod corpus;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use loa::base::text::{Cues, Customs, find_phones, hygiene, tokens};
use loa::base::{Digest, SitePath};
use loa::{Live, Memo, build, draft, parse};

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
        let doc = parse::document(&file, text.as_bytes(), Digest::of(text.as_bytes()), &cues, &Customs::VIETNAMESE);
        bencher.counter(BytesCount::of_str(&text)).bench(|| parse::body(&doc.summary, text.as_bytes(), &cues));
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

/// What is made of the whole site after its pages, by its number of articles; each is there in four languages.
#[divan::bench(args = [50, 500], sample_count = 5, max_time = 4)]
fn search_feeds_and_sitemap(bencher: Bencher<'_, '_>, articles: usize) {
    let snapshot = corpus::snapshot(articles);
    let bencher = bencher.counter(ItemsCount::new(articles * corpus::LANGS.len()));
    bencher.with_inputs(|| draft(&snapshot, &mut Memo::default())).bench_refs(|draft| draft.rest().files.len());
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

    /// A step of the preview: nothing but a body, a title, or nothing at all is another.
    #[divan::bench(args = ["nothing", "body", "title"], sample_count = 10, max_time = 4)]
    fn step_after_an_edit_of(bencher: Bencher<'_, '_>, part: &str) {
        let mut snapshot = corpus::snapshot(ARTICLES);
        let mut live = Live::default();
        live.step(snapshot.clone());
        let mut edits = 0;
        bencher.bench_local(|| {
            if part != "nothing" {
                edits += 1;
                corpus::edit(&mut snapshot, part, edits);
            }
            live.step(snapshot.clone())
        });
    }
}
