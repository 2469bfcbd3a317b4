//! Where links lead. Everything is decided from summaries: a page's body is not needed to know whether its links hold.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Lang, Place, Span, text};
use crate::model::{Href, LinkSeen, MediaKind, MediaSeen, MediaShown, PhoneShown, Quoted, Resolved, Said, Target};
use crate::schema::Role;

use super::address;
use super::entry::{Entry, LeftOut, Text};
use super::files::{FileUse, Measure, Published, missing_file, unusable};
use super::hotlines::Standing;
use super::sight::{Destination, Sight};
use super::surface::Neighbour;

/// What was found of the links, files and numbers of one text.
#[derive(Debug, Default)]
struct Found {
    resolved: Resolved,
    files: Vec<FileUse>,
    diagnostics: Vec<Diagnostic>,
}

/// Resolves everything in `text`, which stands in `lang`, for its page in the edition `edition`; `said` says a
/// measure of a file in a language. The sight is all that is seen of other entries: what was found holds as long as that, the entry
/// and the words do.
pub fn resolve(
    sight: &Sight<'_>,
    entry: &Entry,
    (text, lang): (&Text, &Lang),
    edition: &Lang,
    said: &dyn Fn(&Lang, Measure) -> Said,
) -> (Resolved, Vec<FileUse>, Vec<Diagnostic>) {
    let mut found = Found::default();
    let page = address::page(edition, &entry.folder);
    let resolver = Resolver { sight, entry, text, lang, edition, page, said };
    found.resolved.heading_ids = heading_ids(entry, text);
    found.resolved.quoted = Quoted {
        passages: entry.quoted(text, lang),
        language: Some((entry.original.clone(), sight.direction(&entry.original))),
    };
    for link in &text.summary.links {
        let href = resolver.href(link, &mut found);
        found.resolved.links.insert(link.span.start, href);
    }
    for media in &text.summary.media {
        if let Some(shown) = resolver.media(media, &mut found) {
            found.resolved.media.insert(media.span.start, shown);
        }
    }
    for seen in &text.summary.phones {
        if let Some(shown) = resolver.phone(&seen.phone) {
            found.resolved.phones.insert(seen.phone.clone(), shown);
        }
    }
    (found.resolved, found.files, found.diagnostics)
}

/// The n-th heading of a translation takes the anchor of the original's n-th, so that deep links live in all languages.
pub(super) fn heading_ids(entry: &Entry, text: &Text) -> Vec<String> {
    let own = &text.summary.headings;
    let original = entry.original_text().map_or(own, |original| &original.summary.headings);
    let headings = if original.len() == own.len() { original } else { own };
    headings.iter().map(|heading| heading.id.clone()).collect()
}

struct Resolver<'a> {
    sight: &'a Sight<'a>,
    entry: &'a Entry,
    text: &'a Text,
    lang: &'a Lang,
    edition: &'a Lang,
    /// The page that is made.
    page: String,
    said: &'a dyn Fn(&Lang, Measure) -> Said,
}

impl Resolver<'_> {
    fn place(&self, span: &Span) -> Place {
        Place::at(&self.text.summary.file, span.clone())
    }

    fn href(&self, link: &LinkSeen, found: &mut Found) -> Href {
        match &link.target {
            Target::Outside(url) => Href::Outside(url.clone()),
            // The parser has said why.
            Target::Refused(_) => Href::Plain,
            Target::Hotline(name) => self.hotline(name, &link.span, found),
            Target::Relative { path, anchor } => {
                let folder = path.trim_end_matches('/');
                match self.sight.destination(self.entry, path) {
                    Some(Destination::Entry(entry)) => self.to_entry(entry, anchor.as_deref(), link, found),
                    Some(Destination::File(holder, ..)) if !self.is_there(holder) => {
                        found.diagnostics.push(self.to_left_out(holder, &link.span));
                        Href::Plain
                    }
                    Some(Destination::File(holder, name, source, media)) => {
                        if let Some(finding) = unusable(name, media, None, &self.text.summary.file, &link.span) {
                            found.diagnostics.push(finding);
                            return Href::Plain;
                        }
                        let published = Published::of(&holder.outside.folder, self.lang, name, source, media);
                        let Some(file) = published.largest() else { return Href::Plain };
                        let href = address::relative(&self.page, &file.output);
                        // What is made of a picture has another length.
                        let bytes = file.recipe.is_none().then_some(media.size);
                        let note = self.note(&file.output, bytes);
                        found.files.push(file.clone());
                        Href::Download { href, note }
                    }
                    Some(Destination::Static(name, media)) => Href::Download {
                        href: address::relative(&self.page, name),
                        note: self.note(name, Some(media.size)),
                    },
                    None => {
                        found.diagnostics.push(self.broken(path, folder, &link.span));
                        Href::Plain
                    }
                }
            }
        }
    }

    /// A link to what is left out becomes plain words: the page, and every file beside it, is as if it were not there.
    fn to_left_out(&self, to: &Neighbour, span: &Span) -> Diagnostic {
        let reason = to.left_out.map_or("not-published", LeftOut::word);
        let finding = Diagnostic::warning("link-to-left-out", self.place(span)).arg("address", &to.outside.folder);
        finding.arg("reason", reason)
    }

    /// Whether the files beside an entry are there. An entry's own texts are checked on days when it is left out, too: its
    /// own files are there then.
    fn is_there(&self, holder: &Neighbour) -> bool {
        holder.is_published() || holder.outside.folder == self.entry.folder
    }

    fn to_entry(&self, to: &Neighbour, anchor: Option<&str>, link: &LinkSeen, found: &mut Found) -> Href {
        if !to.is_published() {
            found.diagnostics.push(self.to_left_out(to, &link.span));
            return Href::Plain;
        }
        let page = address::page(self.edition, &to.outside.folder);
        let same = to.outside.folder == self.entry.folder;
        let Some(anchor) = anchor else { return Href::Page(address::relative(&self.page, &page)) };
        let own = if same { heading_ids(self.entry, self.text) } else { Vec::new() };
        let ids = if same { &own } else { to.outside.anchors(self.edition) };
        if !ids.iter().any(|id| id == anchor) {
            let finding = Diagnostic::error("broken-anchor", self.place(&link.span)).arg("anchor", anchor);
            found.diagnostics.push(match text::nearest(anchor, ids.iter().map(String::as_str)) {
                Some(right) => finding.arg("right", right),
                None => finding,
            });
            // The page of another edition may have other headings: a link to its top is better than a dead one.
            return Href::Page(address::relative(&self.page, &page));
        }
        if same {
            Href::Page(format!("#{anchor}"))
        } else {
            Href::Page(format!("{}#{anchor}", address::relative(&self.page, &page)))
        }
    }

    fn broken(&self, path: &str, folder: &str, span: &Span) -> Diagnostic {
        let last = folder.rsplit('/').next().unwrap_or(folder);
        if MediaKind::of_extension(&last.rsplit('.').next().unwrap_or("").to_lowercase()).is_some() {
            return missing_file(self.entry, path, self.place(span));
        }
        let finding = Diagnostic::error("broken-link", self.place(span)).arg("address", path);
        if let Some(right) = text::nearest(path, self.entry.files.keys().map(String::as_str)) {
            return finding.arg("right", right);
        }
        let others = self.sight.all().iter().map(|other| &other.outside).filter(|other| !other.folder.is_empty());
        let slugs: BTreeMap<&str, &str> = others.map(|other| (other.slug(), other.folder.as_str())).collect();
        match text::nearest(last, slugs.keys().copied()).and_then(|slug| slugs.get(slug)) {
            Some(right) => {
                let from = format!("{}/x", self.entry.folder.as_str());
                let way = address::relative(from.trim_start_matches('/'), &format!("{right}/x"));
                finding.arg("right", way.trim_end_matches('x'))
            }
            None => finding,
        }
    }

    fn hotline(&self, name: &str, span: &Span, found: &mut Found) -> Href {
        let Some(hotline) = self.sight.hotlines().named(name) else {
            let known: Vec<&str> = self.sight.hotlines().all().iter().map(|hotline| hotline.name.as_str()).collect();
            let finding = Diagnostic::error("unknown-hotline", self.place(span)).arg("name", name);
            found.diagnostics.push(finding.arg("known", known.join(", ")));
            return Href::Plain;
        };
        match &hotline.standing {
            Standing::Current => Href::Hotline(hotline.link.clone()),
            Standing::Waiting => {
                let finding = Diagnostic::error("draft-hotline", self.place(span));
                found.diagnostics.push(finding.arg("number", &hotline.link.number).arg("folder", &hotline.folder));
                Href::Plain
            }
            Standing::Superseded(right) => {
                let finding = Diagnostic::error("superseded-phone", self.place(span));
                let right = self.sight.hotlines().successor(hotline).map_or(right.as_str(), |now| now.name.as_str());
                found.diagnostics.push(finding.arg("number", &hotline.link.number).arg("right", right));
                Href::Plain
            }
        }
    }

    fn phone(&self, phone: &crate::base::Phone) -> Option<PhoneShown> {
        let hotline = self.sight.hotlines().find(phone)?;
        match hotline.standing {
            Standing::Current => Some(PhoneShown::Link(hotline.link.clone())),
            Standing::Superseded(_) if self.entry.kind.has(Role::Document) => {
                Some(PhoneShown::Struck(self.sight.hotlines().successor(hotline).map(|now| now.link.clone())))
            }
            Standing::Superseded(_) | Standing::Waiting => None,
        }
    }

    fn media(&self, media: &MediaSeen, found: &mut Found) -> Option<MediaShown> {
        let Some(Destination::File(holder, name, source, known)) = self.sight.destination(self.entry, &media.file)
        else {
            found.diagnostics.push(missing_file(self.entry, &media.file, self.place(&media.span)));
            return None;
        };
        if !self.is_there(holder) {
            found.diagnostics.push(self.to_left_out(holder, &media.span));
            return None;
        }
        if let Some(finding) = unusable(name, known, Some(media.kind), &self.text.summary.file, &media.span) {
            found.diagnostics.push(finding);
            return None;
        }
        let published = Published::of(&holder.outside.folder, self.lang, name, source, known);
        let (usual, sides) = published.usual()?;
        let shown = MediaShown {
            src: address::relative(&self.page, &usual.output),
            set: published.set(&self.page),
            dimensions: sides.or(known.dimensions()),
            size: (self.said)(self.lang, Measure::Bytes(known.size)),
            time: known.seconds().map(|seconds| (self.said)(self.lang, Measure::Seconds(seconds))),
        };
        found.files.extend(published.files);
        Some(shown)
    }

    /// What stands in brackets after a download: kind, and size where that is known.
    fn note(&self, name: &str, bytes: Option<u64>) -> Said {
        let ending = name.rsplit('.').next().unwrap_or("").to_uppercase();
        match bytes.map(|bytes| (self.said)(self.lang, Measure::Bytes(bytes))) {
            Some(size) => Said { text: format!("{ending}, {}", size.text), ..size },
            None => Said { text: ending, lang: self.lang.clone(), direction: self.sight.direction(self.lang) },
        }
    }
}
