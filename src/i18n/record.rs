//! Language records: `i18n/<tag>/language.yml` read against its schema.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::base::{Diagnostic, Lang, Place, SitePath, Span, text};
use crate::model::{Config, Direction, Fact, Facts, Language, Mapping, Snapshot};
use crate::schema::{self, Field, Shape, field};

use super::{embedded, record_faults, tags};

const FIELDS: &[Field] = &[
    field("tag", &["mã"], Shape::Lang).required(),
    field("autonym", &["tên tự gọi"], Shape::Line).required(),
    field("name", &["tên", "tên tiếng Việt"], Shape::Line).required(),
    field("script", &["chữ viết", "chữ"], Shape::Line).required(),
    field("direction", &["hướng"], Shape::OneOf(&["ltr", "rtl"])),
    field("chain", &["thay bằng", "dự phòng"], Shape::List(&Shape::Lang)),
    field("formats_as", &["số và ngày như"], Shape::Lang).required(),
    field("collates_as", &["thứ tự như"], Shape::Lang).required(),
    field("font", &["phông", "phông chữ"], Shape::Slug),
    field("confused_with", &["hay lẫn với"], Shape::List(&Shape::Lang)),
    field("confirmed_by", &["người xác nhận"], Shape::Line),
    field("strings_reviewed_by", &["người đọc lại"], Shape::Line),
    field("phone_cues", &["từ trước số điện thoại"], Shape::List(&Shape::Line)),
];

/// The record of a language before it is judged.
pub(super) struct Record {
    /// What it says.
    pub language: Language,
    /// Its values with their places.
    pub facts: Facts,
    /// Its file.
    pub path: SitePath,
}

/// The records of a site's languages and of all that their chains name, the site's own languages first.
/// A language without a record is assumed to fall back to the source language, with a finding.
pub fn languages(snapshot: &Snapshot, config: &Config) -> (Vec<Language>, Vec<Diagnostic>) {
    let mut diagnostics = record_faults::folders(snapshot);
    let mut languages: Vec<Language> = Vec::new();
    let mut chains = BTreeMap::new();
    let source = config.languages.first().cloned().unwrap_or_else(Lang::vietnamese);
    let mut wanted = config.languages.clone();
    let mut next = 0;
    while let Some(tag) = wanted.get(next).cloned() {
        let span = config.language_spans.get(next).cloned();
        next += 1;
        let language = match record(snapshot, &tag, &mut diagnostics) {
            Some(record) => {
                let place = record.facts.span("chain").map(|span| Place::at(&record.path, span));
                let place = place.unwrap_or_else(|| Place::file(&record.path));
                chains.insert(tag, (record.language.chain.clone(), place));
                record.language
            }
            None => {
                let place = Place { path: SitePath::settings().as_str().into(), span };
                diagnostics.extend(record_faults::without_record(snapshot, &tag, place));
                assumed(tag, &source)
            }
        };
        for link in &language.chain {
            if !wanted.contains(link) {
                wanted.push(link.clone());
            }
        }
        languages.push(language);
    }
    diagnostics.extend(record_faults::circles(&chains));
    (languages, diagnostics)
}

/// The records that come with the program.
pub fn known() -> &'static [Language] {
    // Read once: a site with a thousand folders of no language asks a thousand times.
    static KNOWN: LazyLock<Vec<Language>> = LazyLock::new(|| {
        let read = |tag: &Lang| {
            let path = path_of(tag)?;
            Some(parsed(tag, path, &embedded::record_text(tag)?, &mut Vec::new())?.language)
        };
        embedded::tags().iter().filter_map(read).collect()
    });
    &KNOWN
}

/// The language of this name: its own or its Vietnamese one, with or without marks.
pub fn by_name(word: &str) -> Option<&'static Language> {
    let key = |name: &str| text::fold(name).replace([' ', '-', '_'], "");
    let word = key(word);
    let is_meant = |language: &Language| {
        let name = key(&language.name);
        [key(&language.autonym), name.trim_start_matches("tieng").to_owned(), name].contains(&word)
    };
    known().iter().find(|language| is_meant(language)).filter(|_| !word.is_empty())
}

/// What is assumed of a language of which nobody has told anything.
fn assumed(tag: Lang, source: &Lang) -> Language {
    let (script, direction) = (tags::script(&tag), tags::direction(&tag));
    let language = Language::unknown(tag, source);
    Language { script, direction: direction.unwrap_or(language.direction), ..language }
}

/// The file of a record that comes with the program.
fn path_of(tag: &Lang) -> Option<SitePath> {
    SitePath::new(&format!("i18n/{tag}/language.yml")).ok()
}

/// The record of one language: the site's own, or the embedded one.
fn record(snapshot: &Snapshot, tag: &Lang, diagnostics: &mut Vec<Diagnostic>) -> Option<Record> {
    let own = snapshot.below("i18n").find(|(rest, _, _)| {
        rest.split_once('/')
            .is_some_and(|(folder, name)| name == "language.yml" && folder.eq_ignore_ascii_case(tag.as_str()))
    });
    let own = own.and_then(|(_, path, _)| Some((path.clone(), snapshot.text(path)?)));
    let (path, source) = match own {
        Some((path, bytes)) => match text::decode(bytes) {
            text::Decoded::Text(source) => (path, source),
            undecoded => {
                diagnostics.extend(undecoded.refusal(&path, bytes));
                return None;
            }
        },
        None => (path_of(tag)?, embedded::record_text(tag)?),
    };
    parsed(tag, path, &source, diagnostics)
}

fn parsed(tag: &Lang, path: SitePath, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Record> {
    let (mapping, found) = schema::mapping(&path, source, 0..source.len());
    diagnostics.extend(found);
    let (facts, found) = schema::read(FIELDS, &mapping, &path);
    diagnostics.extend(found);
    let language = language(tag, &facts, &mapping, &path, diagnostics)?;
    let mut record = Record { language, facts, path };
    diagnostics.extend(record_faults::of(&mut record));
    Some(record)
}

fn language(
    tag: &Lang,
    facts: &Facts,
    mapping: &Mapping,
    path: &SitePath,
    found: &mut Vec<Diagnostic>,
) -> Option<Language> {
    let lang = |key: &str| match facts.get(key) {
        Some(Fact::Lang(lang)) => Some(lang.clone()),
        _ => None,
    };
    let langs = |key: &str| -> Vec<Lang> { facts.list(key).iter().filter_map(|item| as_lang(&item.fact)).collect() };
    let line = |key: &str| facts.text(key).map(str::to_owned);
    if lang("tag").is_some_and(|stated| stated != *tag) {
        let span: Span = facts.span("tag").unwrap_or_else(|| mapping.span.clone());
        found.push(Diagnostic::error("bad-language-record", Place::at(path, span)));
    }
    let font = facts.text("font").and_then(|font| Some((font.to_owned(), Place::at(path, facts.span("font")?))));
    let direction = match facts.text("direction") {
        Some("rtl") => Direction::Rtl,
        Some(_) => Direction::Ltr,
        None => tags::direction(tag).unwrap_or(Direction::Ltr),
    };
    Some(Language {
        tag: tag.clone(),
        autonym: line("autonym")?,
        name: line("name").unwrap_or_default(),
        script: line("script").or_else(|| tags::script(tag)),
        direction,
        // The usual way to say it is "itself, then Vietnamese".
        chain: langs("chain").into_iter().filter(|link| link != tag).collect(),
        formats_as: lang("formats_as").map_or_else(|| "vi".to_owned(), |lang| lang.to_string()),
        collates_as: lang("collates_as").map_or_else(|| "vi".to_owned(), |lang| lang.to_string()),
        font,
        confused_with: langs("confused_with"),
        confirmed_by: line("confirmed_by"),
        strings_reviewed_by: line("strings_reviewed_by"),
        phone_cues: facts.texts("phone_cues").map(|(word, _)| word.to_owned()).collect(),
    })
}

fn as_lang(fact: &Fact) -> Option<Lang> {
    match fact {
        Fact::Lang(lang) => Some(lang.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_records_that_come_with_the_program_are_sound() {
        for tag in embedded::tags() {
            let mut found = Vec::new();
            let record = parsed(&tag, path_of(&tag).unwrap(), &embedded::record_text(&tag).unwrap(), &mut found);
            assert_eq!(found, Vec::new(), "{tag}");
            assert_eq!(record.unwrap().language.tag, tag);
        }
        assert!(known().len() >= 20);
    }

    #[test]
    fn a_language_is_found_by_its_name() {
        for (word, tag) in [("Tày", "tyz"), ("tay", "tyz"), ("tiếng Ê Đê", "rad"), ("Êđê", "rad"), ("ភាសាខ្មែរ", "km")]
        {
            assert_eq!(by_name(word).unwrap().tag.as_str(), tag, "{word}");
        }
        assert!(by_name("").is_none() && by_name("tyz").is_none() && by_name("tiếng").is_none());
    }

    #[test]
    fn no_record_leaves_its_direction_to_chance() {
        for language in known() {
            let stated = embedded::record_text(&language.tag).unwrap().contains("\ndirection: ");
            assert!(stated, "{}", language.tag);
        }
    }

    #[test]
    fn nothing_counts_or_sorts_as_in_english_but_english() {
        for language in known().iter().filter(|language| language.tag.as_str() != "en") {
            let (formats, collates) = (language.formats_as.as_str(), language.collates_as.as_str());
            assert!(tags::categories(formats) == ["other"] && collates != "en", "{}", language.tag);
        }
    }
}
