//! Parsing all content files, in parallel. Only what other pages may know of a file is kept; its body is parsed
//! again when its page is made, which costs less than holding every body of a large site.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::text::{Cues, Customs};
use crate::base::{Diagnostic, Digest, Lang, SitePath};
use crate::model::{Block, Language, Snapshot, Summary};
use crate::parse;
use crate::site::{Folder, Parsed};

use super::memo::{Memo, Work};

/// What parsing one file gave.
struct Answer<'a> {
    path: &'a SitePath,
    is_reused: bool,
    given: Arc<(Parsed, Vec<Diagnostic>)>,
}

/// The texts of all folders without their bodies.
pub fn all(
    snapshot: &Snapshot,
    folders: &BTreeMap<String, Folder>,
    languages: &[Language],
    cues: &Cues,
    memo: &Memo,
    work: &mut Work,
) -> (BTreeMap<SitePath, Parsed>, Vec<Diagnostic>) {
    let seeded = |customs: Customs| (customs, Digest::of(format!("{cues:?} {customs:?}").as_bytes()));
    let customs: BTreeMap<&Lang, (Customs, Digest)> =
        languages.iter().map(|language| (&language.tag, seeded(language.customs()))).collect();
    let other = seeded(Customs::default());
    let texts: Vec<(&Lang, &SitePath)> = folders.values().flat_map(|folder| folder.texts.iter()).collect();
    let answers: Vec<Answer<'_>> = texts
        .par_iter()
        .filter_map(|(lang, path)| {
            let (customs, seed) = customs.get(lang).unwrap_or(&other);
            let bytes = snapshot.text(path)?;
            let digest = snapshot.files.get(*path)?.digest();
            // The digest of everything that the parser is given.
            let key = Digest::of_parts([path.as_str().as_bytes(), digest.as_bytes(), seed.as_bytes()]);
            let (given, is_reused) = memo.parsed.ask(key, || {
                let doc = parse::document(path, bytes, digest, cues, customs);
                Arc::new((Parsed { front: doc.front, summary: doc.summary }, doc.diagnostics))
            });
            Some(Answer { path, is_reused, given })
        })
        .collect();
    work.reused = answers.iter().filter(|answer| answer.is_reused).count();
    work.parsed = answers.len() - work.reused;
    let mut parsed = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for Answer { path, given, .. } in answers {
        // A memo that keeps nothing leaves the only copy here.
        let (one, found) = Arc::unwrap_or_clone(given);
        parsed.insert(path.clone(), one);
        diagnostics.extend(found);
    }
    (parsed, diagnostics)
}

/// The body of one text.
pub fn blocks(snapshot: &Snapshot, summary: &Summary, cues: &Cues) -> Vec<Block> {
    snapshot.text(&summary.file).map_or_else(Vec::new, |bytes| parse::body(summary, bytes, cues))
}
