//! Parsing all content files, in parallel. Only what other pages may know of a file is kept; its body is parsed
//! again when its page is made, which costs less than holding every body of a large site.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::text::{Cues, Customs};
use crate::base::{Diagnostic, Digest, Lang, SitePath};
use crate::model::{Block, Language, Snapshot, Summary};
use crate::parse;
use crate::site::{Folder, Frame, Gathered, Parsed};

use super::memo::{Memo, Work};

/// How the texts of each language are written, with the digest of that and of the words before telephone numbers.
struct Manners<'a> {
    languages: BTreeMap<&'a Lang, (Customs, Digest)>,
    other: (Customs, Digest),
}

impl<'a> Manners<'a> {
    fn of(languages: &'a [Language], cues: &Cues) -> Manners<'a> {
        let seeded = |customs: Customs| (customs, Digest::of(format!("{cues:?} {customs:?}").as_bytes()));
        let languages = languages.iter().map(|language| (&language.tag, seeded(language.customs()))).collect();
        Manners { languages, other: seeded(Customs::default()) }
    }
}

/// The texts of all folders without their bodies, in the order of the folders, and what is wrong with texts that make no
/// entry together.
pub fn all<'a>(
    frame: &Frame<'_>,
    folders: &'a BTreeMap<String, Folder>,
    memo: &Memo,
    work: &mut Work,
) -> (Vec<Gathered<'a>>, Vec<Diagnostic>) {
    let manners = Manners::of(frame.languages, frame.cues);
    let source = &frame.config.languages[0];
    let folders: Vec<(&String, &Folder)> = folders.iter().collect();
    let gathered: Vec<(Gathered<'a>, Option<Diagnostic>, usize)> = folders
        .par_iter()
        .map(|(folder, found)| {
            let mut reused = 0;
            let texts = found.texts.iter().filter_map(|(lang, path)| {
                let (parsed, is_reused) = one(lang, path, frame, &manners, memo)?;
                reused += usize::from(is_reused);
                Some((lang, parsed))
            });
            let texts = texts.collect();
            let (gathered, finding) = Gathered::of(folder, found, texts, source);
            (gathered, finding, reused)
        })
        .collect();
    let mut all = Vec::with_capacity(gathered.len());
    let mut diagnostics = Vec::new();
    for (gathered, finding, reused) in gathered {
        work.reused += reused;
        work.parsed += gathered.texts.len() - reused;
        diagnostics.extend(gathered.texts.values().flat_map(|parsed| parsed.diagnostics.iter().cloned()));
        diagnostics.extend(finding);
        all.push(gathered);
    }
    (all, diagnostics)
}

/// One text, and whether it was remembered.
fn one(
    lang: &Lang,
    path: &SitePath,
    frame: &Frame<'_>,
    manners: &Manners<'_>,
    memo: &Memo,
) -> Option<(Arc<Parsed>, bool)> {
    let (customs, seed) = manners.languages.get(lang).unwrap_or(&manners.other);
    let source = frame.snapshot.files.get(path)?;
    let bytes = source.bytes()?;
    // The digest of everything that the parser is given.
    let key = Digest::of_parts([path.as_str().as_bytes(), source.digest().as_bytes(), seed.as_bytes()]);
    let parse = || {
        let doc = parse::document(path, bytes, source.digest(), frame.cues, customs);
        let summary = Arc::new(doc.summary);
        Arc::new(Parsed { front: doc.front, summary, diagnostics: doc.diagnostics, digest: key })
    };
    Some(memo.parsed.ask(key, parse))
}

/// The body of one text.
pub fn blocks(snapshot: &Snapshot, summary: &Summary, cues: &Cues) -> Vec<Block> {
    snapshot.text(&summary.file).map_or_else(Vec::new, |bytes| parse::body(summary, bytes, cues))
}
