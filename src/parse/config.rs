//! `loa.yml` to the settings of a site. Every key of the plan is known here; whatever is wrong is reported at its place.

use std::collections::BTreeMap;

use crate::base::text::{self, Cues, Customs};
use crate::base::{Date, Diagnostic, Lang, Place, SitePath, Span, Url, limits};
use crate::model::{Accepted, Budgets, Config, Fact, Facts, Located, ReviewRule};
use crate::schema::{self, Field, Shape, field};

/// The outputs that may be asked for (DESIGN section 4).
pub const OUTPUTS: &[&str] = &["pages", "search", "feeds", "sitemap", "cards", "fragments", "json_feed"];

const FIELDS: &[Field] = &[
    field("title", &["tiêu đề", "tên", "tên trang"], Shape::ByLanguage).required(),
    field("languages", &["ngôn ngữ", "các ngôn ngữ"], Shape::List(&Shape::Lang)),
    field("base_url", &["địa chỉ", "địa chỉ trang"], Shape::Url),
    field("theme", &["giao diện"], Shape::Slug),
    field("nav", &["trình đơn", "mục lục"], Shape::List(&Shape::Line)),
    field("per_page", &["số bài một trang"], Shape::Count),
    field("review", &["duyệt", "duyệt bài"], Shape::OneOf(&["required"])),
    field("leave_quickly_to", &["thoát nhanh đến"], Shape::Url),
    field("units", &["đơn vị"], Shape::Map(&Shape::ByLanguage)),
    field("topics", &["chủ đề"], Shape::Map(&Shape::ByLanguage)),
    field("outputs", &["đầu ra"], Shape::List(&Shape::OneOf(OUTPUTS))),
    field("budgets", &["giới hạn"], Shape::Group(BUDGETS)),
    field("i18n", &["dịch"], Shape::Group(I18N)),
    field("accepted", &["đã chấp nhận"], Shape::List(&Shape::Group(ACCEPTED))),
    field("report", &["báo cáo"], Shape::Map(&Shape::Line)),
];

/// In KiB as they go over the wire.
const BUDGETS: &[Field] = &[
    field("page", &["trang"], Shape::Count),
    field("page_with_picture", &["trang có ảnh"], Shape::Count),
    field("css", &["kiểu chữ"], Shape::Count),
    field("js", &["mã lệnh"], Shape::Count),
];

const I18N: &[Field] = &[field("stale_after_days", &["số ngày quá hạn"], Shape::Count)];

const ACCEPTED: &[Field] = &[
    field("code", &["mã"], Shape::Line).required(),
    field("place", &["chỗ", "tệp"], Shape::Line).required(),
    field("reason", &["lý do"], Shape::Line).required(),
    field("date", &["ngày"], Shape::Date).required(),
];

/// Entries on a list page where `per_page` is absent (DESIGN section 3).
const PER_PAGE: u32 = 20;

/// The most entries on a list page: beyond that a phone on a slow network waits for half a minute.
const MOST_PER_PAGE: u32 = 500;

/// Days after which an outdated translation gives way to the original (DESIGN section 3).
const STALE_AFTER_DAYS: u32 = 180;

/// Reads the settings. A site without `loa.yml`, or with a broken one, gets the defaults and a diagnostic.
pub fn config(bytes: Option<&[u8]>) -> (Config, Vec<Diagnostic>) {
    let file = &SitePath::settings();
    let Some(bytes) = bytes else {
        let finding = Diagnostic::error("no-config", Place::file(file));
        return (settings(file, &Facts::default(), &mut Vec::new()), vec![finding]);
    };
    let (source, refusal) = super::read(file, bytes);
    if let Some(refusal) = refusal {
        return (settings(file, &Facts::default(), &mut Vec::new()), vec![refusal]);
    }
    let (mapping, mut diagnostics) = schema::mapping(file, &source, 0..source.len());
    let facts = if mapping.entries.is_empty() && !diagnostics.is_empty() {
        // The text is no YAML: that is the one thing to mend first.
        Facts::default()
    } else {
        let (facts, found) = schema::read(FIELDS, &mapping, file);
        diagnostics.extend(found);
        facts
    };
    // Names and titles stand on pages. Which words announce a number is only known once the languages are.
    diagnostics.extend(text::hygiene(file, &source, &Customs::VIETNAMESE, &Cues::default()));
    let config = settings(file, &facts, &mut diagnostics);
    (config, diagnostics)
}

fn settings(file: &SitePath, facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let mut languages: Vec<Lang> = Vec::new();
    let mut language_spans = Vec::new();
    for item in facts.list("languages") {
        match &item.fact {
            Fact::Lang(lang) if languages.contains(lang) => {
                let finding = Diagnostic::error("duplicate-key", Place::at(file, item.span.clone()));
                diagnostics.push(finding.arg("key", lang));
            }
            Fact::Lang(lang) => {
                languages.push(lang.clone());
                language_spans.push(item.span.clone());
            }
            _ => {}
        }
    }
    if languages.is_empty() {
        languages.push(Lang::vietnamese());
    }
    let i18n = facts.group("i18n");
    let per_page = facts.count("per_page").unwrap_or(PER_PAGE);
    if !(1..=MOST_PER_PAGE).contains(&per_page) {
        let finding = Diagnostic::error("bad-value", Place::at(file, facts.span("per_page").unwrap_or_default()));
        let finding = finding.arg("key", "per_page").arg("value", per_page);
        diagnostics.push(finding.arg("allowed", format!("1-{MOST_PER_PAGE}")));
    }
    Config {
        title: titles(file, facts.0.get("title"), diagnostics),
        language_spans,
        base_url: base_url(file, facts, diagnostics),
        theme_span: facts.span("theme"),
        texts: texts(facts),
        theme: facts.text("theme").unwrap_or("default").to_owned(),
        nav: facts.texts("nav").map(|(name, span)| (name.trim_matches('/').to_owned(), span)).collect(),
        per_page: per_page.clamp(1, MOST_PER_PAGE) as usize,
        review: if facts.has("review") { ReviewRule::Required } else { ReviewRule::AsMarked },
        leave_quickly_to: leave_quickly_to(file, facts, diagnostics),
        units: names(file, facts, "units", &languages, diagnostics),
        topics: names(file, facts, "topics", &languages, diagnostics),
        outputs: outputs(facts),
        output_spans: facts.texts("outputs").map(|(_, span)| span).collect(),
        budgets: budgets(file, facts, diagnostics),
        stale_after_days: i64::from(i18n.and_then(|group| group.count("stale_after_days")).unwrap_or(STALE_AFTER_DAYS)),
        accepted: facts.list("accepted").iter().filter_map(accepted).collect(),
        languages,
    }
}

/// The base address with a slash at its end; a query or an anchor in it cannot be built upon.
fn base_url(file: &SitePath, facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Option<Url> {
    let Some(Fact::Url(url)) = facts.get("base_url") else { return None };
    let mended = base_of(url);
    if mended.is_none() {
        let span = facts.span("base_url").unwrap_or_default();
        diagnostics.push(Diagnostic::error("base-url-form", Place::at(file, span)));
    }
    mended
}

/// A public page to leave for: no number to dial, no letter to write.
fn leave_quickly_to(file: &SitePath, facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Option<Url> {
    let Some(Fact::Url(url)) = facts.get("leave_quickly_to") else { return None };
    if url.host().is_none() {
        let place = Place::at(file, facts.span("leave_quickly_to").unwrap_or_default());
        let finding = Diagnostic::error("bad-value", place).arg("key", "leave_quickly_to").arg("value", url);
        diagnostics.push(finding.arg("allowed", "https://, http://"));
        return None;
    }
    Some(url.clone())
}

/// A web address as a base: with a slash at its end, without query and anchor; `None` for others.
pub fn base_of(url: &Url) -> Option<Url> {
    url.host()?;
    if url.as_str().contains(['?', '#']) {
        return None;
    }
    let text = url.as_str().trim_end_matches('/');
    Url::new(&format!("{text}/")).ok()
}

fn titles(
    file: &SitePath,
    title: Option<&Located>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<Option<Lang>, String> {
    match title.map(|located| &located.fact) {
        Some(Fact::Text(text)) => BTreeMap::from([(None, text.clone())]),
        Some(Fact::Map(entries)) => {
            by_language(file, entries, diagnostics).into_iter().map(|(lang, text)| (Some(lang), text)).collect()
        }
        _ => BTreeMap::new(),
    }
}

fn by_language(
    file: &SitePath,
    entries: &[(String, Span, Located)],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<Lang, String> {
    let mut names = BTreeMap::new();
    for (tag, span, located) in entries {
        match (Lang::new(tag), located.fact.as_text()) {
            (Ok(lang), Some(text)) => {
                names.insert(lang, text.to_owned());
            }
            _ => {
                let finding = Diagnostic::error("wrong-type", Place::at(file, span.clone()));
                diagnostics.push(finding.arg("key", tag).arg("expected", Shape::Lang.name()));
            }
        }
    }
    names
}

/// Keys with their names; a name that is one text is in the source language.
fn names(
    file: &SitePath,
    facts: &Facts,
    key: &str,
    languages: &[Lang],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, BTreeMap<Lang, String>> {
    let Some(Fact::Map(entries)) = facts.get(key) else { return BTreeMap::new() };
    let mut names = BTreeMap::new();
    for (name, span, located) in entries {
        if !text::slug(name) {
            let finding = Diagnostic::error("wrong-type", Place::at(file, span.clone()));
            diagnostics.push(finding.arg("key", name).arg("expected", Shape::Slug.name()));
            continue;
        }
        let by_lang = match (&located.fact, languages.first()) {
            (Fact::Map(entries), _) => by_language(file, entries, diagnostics),
            (Fact::Text(text), Some(source)) => BTreeMap::from([(source.clone(), text.clone())]),
            _ => BTreeMap::new(),
        };
        names.insert(name.clone(), by_lang);
    }
    names
}

/// Titles and names with their places.
fn texts(facts: &Facts) -> Vec<(String, Span)> {
    let mut texts = Vec::new();
    for key in ["title", "units", "topics"] {
        if let Some(located) = facts.0.get(key) {
            texts_in(located, &mut texts);
        }
    }
    texts
}

fn texts_in(located: &Located, texts: &mut Vec<(String, Span)>) {
    match &located.fact {
        Fact::Text(text) => texts.push((text.clone(), located.span.clone())),
        Fact::Map(entries) => entries.iter().for_each(|(_, _, inner)| texts_in(inner, texts)),
        _ => {}
    }
}

fn outputs(facts: &Facts) -> Vec<String> {
    if !facts.has("outputs") {
        return ["pages", "search", "feeds", "sitemap"].map(str::to_owned).to_vec();
    }
    facts.texts("outputs").map(|(name, _)| name.to_owned()).collect()
}

/// What pages may weigh: the site may ask for less than the design, not for more.
fn budgets(file: &SitePath, facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Budgets {
    let group = facts.group("budgets");
    let mut budget = |key: &'static str, most: usize| {
        let Some(asked) = group.and_then(|group| group.count(key)) else { return most };
        let asked = (asked as usize).saturating_mul(1024);
        if (1..=most).contains(&asked) {
            return asked;
        }
        let span = group.and_then(|group| group.span(key)).unwrap_or_default();
        let finding = Diagnostic::error("bad-value", Place::at(file, span)).arg("key", key);
        diagnostics.push(finding.arg("value", asked / 1024).arg("allowed", format!("1-{}", most / 1024)));
        most
    };
    Budgets {
        page: budget("page", limits::PAGE),
        page_with_picture: budget("page_with_picture", limits::PAGE_WITH_PICTURE),
        css: budget("css", limits::CSS),
        js: budget("js", limits::JS),
    }
}

fn accepted(item: &Located) -> Option<Accepted> {
    let Fact::Group(facts) = &item.fact else { return None };
    let date: Date = facts.date("date")?;
    let text = |key: &str| facts.text(key).map(str::to_owned);
    Some(Accepted { code: text("code")?, place: text("place")?, reason: text("reason")?, date })
}
