//! What machines may read of a page, as a data block of JSON-LD (schema.org). It says nothing that the page does not show,
//! and nothing at all of pages about a person or to be left quickly. Addresses are relative like every link: they count
//! from the page that they stand in.

use serde_json::{Value, json};

use crate::base::Lang;
use crate::model::Html;
use crate::site::view::{EntryView, HotlineView, PageView, Shown};

use super::frame::Frame;
use super::layout::Layout;
use super::page::Workshop;

impl Workshop<'_> {
    /// The data block of a page; nothing where there is nothing to say.
    pub(super) fn data(&self, layout: &Layout<'_>) -> Option<Html> {
        // A page that may be shared is published, public and about nobody. Of those that one may want to leave quickly only the
        // home page and that of a number say something: whom to call.
        let is_told = |page: &&PageView<'_>| {
            let calls = matches!(page.template, "home.html" | "hotline.html") && page.canonical.is_some();
            page.share.is_some() || (calls && !page.noindex)
        };
        let page = layout.page.as_ref().filter(is_told)?;
        let root = "../".repeat(layout.path.matches('/').count());
        let mut found = Vec::new();
        if let Some((entry, _)) = layout.entry.as_ref().filter(|(entry, _)| entry.fallback.is_none()) {
            found.extend(things(layout.frame, page, entry));
        }
        found.extend(self.way(layout.frame, page, &root));
        (!found.is_empty()).then(|| block(&json!({ "@context": "https://schema.org", "@graph": found })))
    }

    /// The way to the page, as it stands above its words.
    fn way(&self, frame: &Frame<'_>, page: &PageView<'_>, root: &str) -> Option<Value> {
        if page.crumbs.is_empty() || page.template == "root.html" {
            return None;
        }
        let home = self.words.say(frame.lang(), "home", None).text;
        let first = (home.as_str(), Some(frame.view.value.site.home.as_str()));
        let crumbs = page.crumbs.iter().map(|crumb| (crumb.title.text, crumb.path.as_deref()));
        let items = std::iter::once(first).chain(crumbs).zip(1..).map(|((name, path), position)| {
            let mut item = json!({ "@type": "ListItem", "position": position, "name": name });
            put(&mut item, "item", path.map(|path| json!(format!("{root}{path}"))));
            item
        });
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<Value>>() }))
    }
}

/// What the page of an entry is about.
fn things(frame: &Frame<'_>, page: &PageView<'_>, entry: &EntryView<'_>) -> Vec<Value> {
    let site = &frame.view.value.site;
    match page.template {
        "home.html" => {
            let mut name = json!({ "@type": "WebSite", "name": site.title.text, "inLanguage": entry.lang });
            put(&mut name, "publisher", site.units.first().map(|unit| organization(unit.text)));
            let line = site.hotline.as_ref().map(|line| service(line, None, &[]));
            std::iter::once(name).chain(line).collect()
        }
        "article.html" => entry.date.map(|day| article(entry, &day.to_string())).into_iter().collect(),
        "alert.html" => entry.date.map(|day| announcement(entry, &day.to_string())).into_iter().collect(),
        "hotline.html" if entry.replaced_by.is_none() => {
            let line = entry.hotline.as_ref();
            let spoken = |line: &HotlineView<'_>| -> Vec<Lang> {
                let shown = page.languages.iter().filter(|edition| line.languages_spoken.contains(&edition.tag));
                shown.map(|edition| edition.tag.clone()).collect()
            };
            line.map(|line| service(line, line.answers_by.map(|by| by.text), &spoken(line))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn article(entry: &EntryView<'_>, day: &str) -> Value {
    let kind = match entry.facts.get("form") {
        Some(Shown::Plain("news")) => "NewsArticle",
        _ => "Article",
    };
    let title = entry.title.text;
    let mut article = json!({ "@type": kind, "headline": title, "datePublished": day, "inLanguage": entry.lang });
    put(&mut article, "dateModified", entry.updated.map(|day| json!(day.to_string())));
    put(&mut article, "publisher", entry.units.first().map(|unit| organization(unit.text)));
    article
}

/// When it ends nobody knows: the day by which somebody reads it again is another thing.
fn announcement(entry: &EntryView<'_>, day: &str) -> Value {
    let title = entry.title.text;
    let mut said =
        json!({ "@type": "SpecialAnnouncement", "name": title, "datePosted": day, "inLanguage": entry.lang });
    put(&mut said, "text", entry.summary.map(|summary| json!(summary.text)));
    put(&mut said, "publisher", entry.units.first().map(|unit| organization(unit.text)));
    said
}

/// A number that can be called. Hours that nobody has checked for long are not promised.
fn service(line: &HotlineView<'_>, answers_by: Option<&str>, spoken: &[Lang]) -> Value {
    let mut phone = json!({ "@type": "ContactPoint", "telephone": line.number });
    let hours = line.hours.filter(|_| !line.unverified);
    let hours = hours.map(|hours| json!({ "@type": "OpeningHoursSpecification", "description": hours.text }));
    put(&mut phone, "hoursAvailable", hours);
    let tags: Vec<&str> = spoken.iter().map(Lang::as_str).collect();
    put(&mut phone, "availableLanguage", (!tags.is_empty()).then(|| json!(tags)));
    let channel = json!({ "@type": "ServiceChannel", "servicePhone": phone });
    let mut service = json!({ "@type": "GovernmentService", "name": line.title.text, "availableChannel": channel });
    put(&mut service, "provider", answers_by.map(organization));
    service
}

fn organization(name: &str) -> Value {
    json!({ "@type": "GovernmentOrganization", "name": name })
}

fn put(thing: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(thing), Some(value)) = (thing.as_object_mut(), value) {
        thing.insert(key.to_owned(), value);
    }
}

/// A data block is not run, and ends at the first `</script`: no word of it may hold one.
fn block(data: &Value) -> Html {
    let json = data.to_string().replace('<', "\\u003c");
    Html::from_writer(format!("<script type=\"application/ld+json\">{json}</script>"))
}
