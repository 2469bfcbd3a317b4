//! Language records: `i18n/<tag>/language.yml` read against its schema.

use crate::base::{Diagnostic, Lang, Place, SitePath, Span, text};
use crate::model::{Config, Direction, Fact, Facts, Language, Mapping, Snapshot};
use crate::schema::{self, Field, Shape, field};

use super::embedded;

const FIELDS: &[Field] = &[
    field("tag", &["mã"], Shape::Lang).required(),
    field("autonym", &["tên tự gọi"], Shape::Line).required(),
    field("name", &["tên", "tên tiếng Việt"], Shape::Line).required(),
    field("script", &["chữ viết", "chữ"], Shape::Line).required(),
    field("direction", &["hướng"], Shape::OneOf(&["ltr", "rtl"])),
    field("chain", &["thay bằng", "dự phòng"], Shape::List(&Shape::Lang)),
    field("formats_as", &["số và ngày như"], Shape::Lang).required(),
    field("collates_as", &["thứ tự như"], Shape::Lang).required(),
    field("confirmed_by", &["người xác nhận"], Shape::Line),
    field("strings_reviewed_by", &["người đọc lại"], Shape::Line),
    field("phone_cues", &["từ trước số điện thoại"], Shape::List(&Shape::Line)),
];

/// The records of a site's languages and of all that their chains name, the site's own languages first.
/// A language without a record is assumed to fall back to the source language, with a warning.
pub fn languages(snapshot: &Snapshot, config: &Config) -> (Vec<Language>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut languages: Vec<Language> = Vec::new();
    let source = config.languages.first();
    let mut wanted = config.languages.clone();
    let mut next = 0;
    while let Some(tag) = wanted.get(next).cloned() {
        next += 1;
        let language = match record(snapshot, &tag, &mut diagnostics) {
            Some(language) => language,
            None => {
                let place = Place { path: "loa.yml".to_owned(), span: config.languages_span.clone() };
                diagnostics.push(Diagnostic::warning("unknown-language-record", place).arg("tag", &tag));
                Language::unknown(tag, source.unwrap_or(&Lang::vietnamese()))
            }
        };
        for link in &language.chain {
            if !wanted.contains(link) {
                wanted.push(link.clone());
            }
        }
        languages.push(language);
    }
    (languages, diagnostics)
}

/// The record of one language: the site's own, or the embedded one.
fn record(snapshot: &Snapshot, tag: &Lang, diagnostics: &mut Vec<Diagnostic>) -> Option<Language> {
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
        None => {
            (SitePath::new(&format!("i18n/{tag}/language.yml")).ok()?, embedded::text(tag.as_str(), "language.yml")?)
        }
    };
    let (mapping, mut found) = schema::mapping(&path, &source, 0..source.len());
    let (facts, more) = schema::read(FIELDS, &mapping, &path);
    found.extend(more);
    let language = language(tag, &facts, &mapping, &path, &mut found);
    diagnostics.append(&mut found);
    language
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
    let line = |key: &str| facts.text(key).map(str::to_owned);
    if lang("tag").is_some_and(|stated| stated != *tag) {
        let span: Span = facts.span("tag").unwrap_or_else(|| mapping.span.clone());
        found.push(Diagnostic::error("bad-language-record", Place::at(path, span)));
    }
    Some(Language {
        tag: tag.clone(),
        autonym: line("autonym")?,
        name: line("name").unwrap_or_default(),
        script: line("script").unwrap_or_else(|| "Latn".to_owned()),
        direction: if facts.text("direction") == Some("rtl") { Direction::Rtl } else { Direction::Ltr },
        chain: facts.list("chain").iter().filter_map(|item| as_lang(&item.fact)).filter(|link| link != tag).collect(),
        formats_as: lang("formats_as").map_or_else(|| "vi".to_owned(), |lang| lang.to_string()),
        collates_as: lang("collates_as").map_or_else(|| "vi".to_owned(), |lang| lang.to_string()),
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
