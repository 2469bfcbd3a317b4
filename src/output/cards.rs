//! The pictures that stand for pages where their links are shared: one a language, and where `outputs` asks for it one an
//! entry. Here is decided what is drawn; drawing is slow and left to whoever needs the bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Digest, Lang};
use crate::draw;
use crate::model::{CardFont, Indexed, Item, Said, ShareCard, Spoken};
use crate::site::{Entry, Hotline, Site, Standing, language_card, own_card, view};
use crate::theme::{Asset, Font, Theme};

use super::{File, Files, Output};

/// The output.
pub const OUTPUT: Output = Output { name: None, make };

fn make(site: &Site, theme: &Theme, _: &[Arc<Indexed>]) -> Files {
    if site.config.base_url.is_none() {
        return (Vec::new(), Vec::new());
    }
    let fonts = Fonts::of(theme);
    let mut files = Vec::new();
    for lang in &site.config.languages {
        let main = site.hotlines.main().and_then(|main| calls(site, main, lang));
        let mut put = |path: String, title: InLanguage<'_>, owner: InLanguage<'_>, calls: &Option<Call>| {
            let card = fonts.card(site, lang, (title, owner), calls);
            files.push(File::made(path, Item::Drawn(Arc::new(card))));
        };
        let name = |lang: &Lang| Some(site.name(lang));
        let unit = |lang: &Lang| {
            let (key, names) = site.config.units.iter().next()?;
            Some(site.named(names, lang, key).held())
        };
        if let Some(path) = language_card(site, lang) {
            put(path, &name, &unit, &main);
        }
        let own = |entry: &'_ Entry| own_card(site, entry, lang);
        for (entry, path) in site.entries.values().filter_map(|entry| Some((entry, own(entry)?))) {
            // Another number under the name of this one would be dialled.
            let own = own_number(site, entry).and_then(|own| calls(site, own, lang));
            put(path, &|lang| Some(site.title(entry, lang)), &name, own.as_ref().map_or(&main, |_| &own));
        }
    }
    (files, Vec::new())
}

/// A number, and what to know of it in two languages.
type Call = (String, Vec<[Said; 2]>);

/// The number that an entry is about, if it can be called.
fn own_number<'a>(site: &'a Site, entry: &Entry) -> Option<&'a Hotline> {
    site.hotlines.all().iter().find(|line| line.folder == entry.folder && line.standing == Standing::Current)
}

/// A number, and what to know of it, as a language says it and as the source language does. What nobody has checked for
/// long is not promised.
fn calls(site: &Site, line: &Hotline, lang: &Lang) -> Option<Call> {
    let (own, first) = (view::hotline(site, line, lang)?, view::hotline(site, line, site.source())?);
    let promised = |line: &view::HotlineView<'_>| {
        let (fee, hours) = (line.fee.filter(|_| !line.unverified), line.hours.filter(|_| !line.unverified));
        match (fee, hours) {
            (Some(fee), Some(hours)) if fee.lang == hours.lang => {
                vec![Said { text: format!("{}, {}", fee.text, hours.text), ..fee.held() }]
            }
            _ => fee.into_iter().chain(hours).map(Spoken::held).collect(),
        }
    };
    let said = |line: &view::HotlineView<'_>| [vec![line.title.held()], promised(line)].concat();
    Some((own.number.to_owned(), said(&own).into_iter().zip(said(&first)).map(|(own, first)| [own, first]).collect()))
}

/// Words as a language has them.
type InLanguage<'a> = &'a dyn Fn(&Lang) -> Option<Said>;

/// The fonts of a theme, and what each draws.
struct Fonts<'a>(BTreeMap<&'a str, (&'a Font, CardFont)>);

impl<'a> Fonts<'a> {
    fn of(theme: &'a Theme) -> Fonts<'a> {
        let fonts = theme.fonts.iter().filter_map(|(name, font)| {
            let Asset::Bytes(bytes, _) = theme.assets.get(&format!("fonts/{name}.woff2"))? else { return None };
            let font_file = CardFont { digest: Digest::of(bytes), bytes: bytes.clone().into() };
            Some((name.as_str(), (font, font_file)))
        });
        Fonts(fonts.collect())
    }

    fn card(
        &self,
        site: &Site,
        lang: &Lang,
        (title, owner): (InLanguage<'_>, InLanguage<'_>),
        calls: &Option<Call>,
    ) -> ShareCard {
        let in_two = |said: InLanguage<'_>| said(lang).zip(said(site.source()));
        let pick = |pair: Option<(Said, Said)>| pair.and_then(|(own, first)| self.drawn([own, first]));
        let title = pick(in_two(title));
        let owner = pick(in_two(owner));
        let call = calls.as_ref().map(|(number, notes)| {
            (number.clone(), notes.iter().filter_map(|pair| self.drawn(pair.clone())).collect::<Vec<Said>>())
        });
        let texts = title.iter().chain(&owner).map(|said| said.text.as_str());
        let called = call.iter().flat_map(|(number, notes)| {
            std::iter::once(number.as_str()).chain(notes.iter().map(|note| note.text.as_str()))
        });
        let letters: BTreeSet<char> = texts.chain(called).flat_map(str::chars).chain(['…']).collect();
        let own = site.language(lang).and_then(|language| language.font.as_ref()).map(|(name, _)| name.as_str());
        ShareCard { title, owner, call, fonts: self.needed(own, letters) }
    }

    /// The first of some words whose letters some font has.
    fn drawn(&self, candidates: [Said; 2]) -> Option<Said> {
        let has = |c: char| c.is_whitespace() || draw::is_unseen(c) || self.0.values().any(|(font, _)| font.draws(c));
        candidates.into_iter().find(|said| !said.text.is_empty() && said.text.chars().all(has))
    }

    /// The font of a language, then whichever draws most of what is left.
    fn needed(&self, own: Option<&str>, mut letters: BTreeSet<char>) -> Vec<CardFont> {
        let mut needed = Vec::new();
        let count = |font: &Font, letters: &BTreeSet<char>| letters.iter().filter(|c| font.draws(**c)).count();
        let mut next = own.and_then(|name| self.0.get(name));
        // At two that draw as many the first by name.
        let most = |letters: &BTreeSet<char>| self.0.values().rev().max_by_key(|(font, _)| count(font, letters));
        while let Some((font, file)) =
            next.take().or_else(|| most(&letters)).filter(|(font, _)| count(font, &letters) > 0)
        {
            needed.push(file.clone());
            letters.retain(|c| !font.draws(*c));
        }
        needed
    }
}
