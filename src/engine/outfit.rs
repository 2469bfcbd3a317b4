//! The words and the theme of a site, which few edits change: what is made of them is remembered by the files of their own
//! folders.

use std::sync::Arc;

use crate::base::{Diagnostic, Digest};
use crate::i18n::{self, Lexicon, Words};
use crate::output::Load;
use crate::render::{Origin, Templates};
use crate::site::Frame;
use crate::theme::Theme;

use super::entries::Findings;
use super::memo::Memo;

/// The theme, and what was found in it.
pub type Dressed = (Arc<Theme>, Findings);

/// The words, and what was found in them.
pub type Worded = (Arc<Lexicon>, Findings);

/// The templates with the words that they ask for, and what was found in them.
pub type Sewn = (Arc<Words>, Arc<Templates>, Findings);

/// What pages are made with.
#[derive(Debug)]
pub struct Outfit {
    /// The words of the interface.
    pub words: Arc<Words>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Its templates, compiled.
    pub templates: Arc<Templates>,
    /// What pages load of it.
    pub load: Arc<Load>,
    /// What words and templates were read from.
    pub origin: Origin,
}

/// The words and the theme of a site, with what is wrong with them.
pub fn outfit(frame: &Frame<'_>, memo: &Memo) -> (Outfit, Vec<Diagnostic>) {
    let Frame { snapshot, config, languages, cues } = frame;
    let strings = snapshot.part("i18n");
    let key = keyed(strings.key(), &format!("{languages:?}{cues:?}"));
    let load = || {
        let (lexicon, found) = Lexicon::load(&strings, languages, cues);
        (Arc::new(lexicon), Findings::from(found))
    };
    let ((lexicon, in_words), _) = memo.words.ask(key, load);

    let files = snapshot.part(&format!("themes/{}", config.theme));
    let dress = keyed(files.key(), &format!("{:?}{:?}", config.theme, config.theme_span));
    let load = || {
        let (theme, found) = Theme::load(&files, &config.theme, config.theme_span.clone());
        (Arc::new(theme), Findings::from(found))
    };
    let ((theme, in_theme), _) = memo.themes.ask(dress, load);
    let (weighed, _) = memo.loads.ask(dress, || Arc::new(Load::of(&theme)));

    // A style sheet or a picture of the theme changes no template.
    let texts = snapshot.part(&format!("themes/{}/templates", config.theme));
    let origin = Origin { theme: keyed(texts.key(), &config.theme), words: key };
    let both = Digest::of_value(&origin);
    // Words are judged by what the templates give them.
    let lint = || Findings::from(i18n::lint(&strings, languages, &theme.calls()));
    let (in_both, _) = memo.lints.ask(both, lint);
    let sew = || {
        let words = Arc::new(Words::of(lexicon));
        let (templates, found) = Templates::new(&theme, &words);
        (words, Arc::new(templates), Findings::from(found))
    };
    let ((words, templates, in_templates), _) = memo.templates.ask(both, sew);
    // Nothing that a build before could not say is a fault of this one.
    words.failures();
    let found = [in_words, in_theme, in_both, in_templates];
    let found = found.iter().flat_map(|found| found.iter().cloned()).collect();
    (Outfit { words, theme, templates, load: weighed, origin }, found)
}

fn keyed(files: Digest, more: &str) -> Digest {
    Digest::of_parts([files.as_bytes().as_slice(), more.as_bytes()])
}
