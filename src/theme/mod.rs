//! The theme: the site's own files over those of its theme over the embedded default, file by file.

mod calls;
mod fonts;
mod lint;

use std::collections::{BTreeMap, BTreeSet};

use rust_embed::RustEmbed;

use crate::base::{Diagnostic, Digest, Place, SitePath, Span, text};
use crate::model::{MessageCall, Snapshot, Source};
use crate::schema::{self, Field, Shape, field};

pub use fonts::Font;

#[derive(RustEmbed)]
#[folder = "themes/default/"]
struct Default;

/// The version of what templates see. A theme made for another one is refused.
const API: u32 = 1;

const FIELDS: &[Field] =
    &[field("name", &["tên"], Shape::Line).required(), field("api", &["phiên bản"], Shape::Count).required()];

/// The files of a theme.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Template texts by their path under `templates/`.
    pub templates: BTreeMap<String, String>,
    /// Assets by their path under `assets/`.
    pub assets: BTreeMap<String, Asset>,
    /// The fonts that languages may name.
    pub fonts: BTreeMap<String, Font>,
    /// The digest of all templates.
    pub digest: Digest,
    /// Where each template that is not embedded lies.
    places: BTreeMap<String, SitePath>,
}

/// A file that pages load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// These bytes, and their file if they are not embedded.
    Bytes(Vec<u8>, Option<SitePath>),
    /// A file of the site that is not held.
    File(SitePath, Digest),
}

impl Theme {
    /// Gathers the files of a theme. `files` holds those of its folder; `span` is where `loa.yml` names it.
    pub fn load(files: &Snapshot, name: &str, span: Option<Span>) -> (Theme, Vec<Diagnostic>) {
        let mut theme = Theme::embedded();
        let mut diagnostics = Vec::new();
        let folder = format!("themes/{name}");
        let mut seen = false;
        for (rest, path, source) in files.below(&folder) {
            seen = true;
            theme.take(rest, path, source, &mut diagnostics);
        }
        if !seen && name != "default" {
            let place = Place { path: "loa.yml".into(), span };
            let finding = Diagnostic::error("theme-missing", place);
            diagnostics.push(finding.arg("name", name));
        }
        let cycles = theme.cycles();
        // A circle of templates cannot be compiled: the embedded ones stand in, so that the rest is looked at too.
        if !cycles.is_empty() {
            theme.templates = Theme::embedded().templates;
        }
        diagnostics.extend(cycles);
        let (assets, fonts) = (&theme.assets, &mut theme.fonts);
        fonts.retain(|name, _| assets.contains_key(&format!("fonts/{name}.woff2")));
        let parts = theme.templates.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
        theme.digest = Digest::of_parts(parts);
        (theme, diagnostics)
    }

    /// Where a template lies: a file of the site, or its name in the embedded theme.
    pub fn place_of(&self, template: &str) -> Place {
        match self.places.get(template) {
            Some(path) => Place::file(path),
            None => Place::file(format!("themes/default/templates/{template}")),
        }
    }

    /// What words the templates ask for.
    pub fn calls(&self) -> Vec<MessageCall> {
        let of = |(name, text): (&String, &String)| {
            let place = |span| match self.places.get(name) {
                Some(path) => Place::at(path, span),
                None => self.place_of(name),
            };
            calls::calls(text, place)
        };
        self.templates.iter().flat_map(of).collect()
    }

    fn embedded() -> Theme {
        let mut theme = Theme {
            templates: BTreeMap::new(),
            assets: BTreeMap::new(),
            fonts: BTreeMap::new(),
            digest: Digest::of(&[]),
            places: BTreeMap::new(),
        };
        for path in Default::iter() {
            let Some(file) = Default::get(&path) else { continue };
            if let Some(name) = path.strip_prefix("assets/") {
                theme.assets.insert(name.to_owned(), Asset::Bytes(file.data.into_owned(), None));
            } else if let Some(name) = path.strip_prefix("templates/") {
                theme.templates.insert(name.to_owned(), String::from_utf8_lossy(&file.data).into_owned());
            } else if let Some(name) = path.strip_prefix("fonts/").and_then(fonts::name_of) {
                // The lists of our own theme are read in a test.
                let (font, _) = Font::read(&SitePath::settings(), &String::from_utf8_lossy(&file.data));
                theme.fonts.insert(name.to_owned(), font);
            }
        }
        theme
    }

    fn take(&mut self, rest: &str, path: &SitePath, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(name) = rest.strip_prefix("assets/") {
            let asset = match source {
                Source::Text { bytes, .. } => Asset::Bytes(bytes.to_vec(), Some(path.clone())),
                Source::Media(media) => Asset::File(path.clone(), media.digest),
            };
            self.assets.insert(name.to_owned(), asset);
        } else if let (Some(name), Source::Text { bytes, .. }) = (rest.strip_prefix("templates/"), source) {
            // Tera escapes what ends in `.html` and nothing else that we have.
            if !name.ends_with(".html") {
                return;
            }
            match text::decode(bytes) {
                text::Decoded::Text(text) => {
                    diagnostics.extend(lint::faults(path, &text));
                    self.templates.insert(name.to_owned(), text);
                    self.places.insert(name.to_owned(), path.clone());
                }
                undecoded => diagnostics.extend(undecoded.refusal(path, bytes)),
            }
        } else if let (Some(name), Source::Text { bytes, .. }) =
            (rest.strip_prefix("fonts/").and_then(fonts::name_of), source)
        {
            match text::decode(bytes) {
                text::Decoded::Text(text) => {
                    let (font, found) = Font::read(path, &text);
                    diagnostics.extend(found);
                    self.fonts.insert(name.to_owned(), font);
                }
                undecoded => diagnostics.extend(undecoded.refusal(path, bytes)),
            }
        } else if let ("theme.yml", Source::Text { bytes, .. }) = (rest, source)
            && let text::Decoded::Text(text) = text::decode(bytes)
        {
            let (mapping, found) = schema::mapping(path, &text, 0..text.len());
            diagnostics.extend(found);
            let (facts, found) = schema::read(FIELDS, &mapping, path);
            diagnostics.extend(found);
            if let Some(version) = facts.count("api").filter(|version| *version != API) {
                let place = Place::at(path, facts.span("api").unwrap_or_default());
                diagnostics.push(Diagnostic::error("theme-api", place).arg("version", version));
            }
        }
    }

    /// Templates that include or extend themselves, on whatever way round.
    fn cycles(&self) -> Vec<Diagnostic> {
        let uses: BTreeMap<&str, BTreeSet<&str>> =
            self.templates.iter().map(|(name, text)| (name.as_str(), used_by(text))).collect();
        let mut found = Vec::new();
        for name in uses.keys() {
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            let mut open: Vec<&str> = uses.get(name).into_iter().flatten().copied().collect();
            while let Some(next) = open.pop() {
                if reached.insert(next) {
                    open.extend(uses.get(next).into_iter().flatten());
                }
            }
            if reached.contains(name) {
                found.push(Diagnostic::error("theme-cycle", self.place_of(name)).arg("detail", name));
            }
        }
        found
    }
}

/// The templates that a template names in `include` and `extends`.
fn used_by(template: &str) -> BTreeSet<&str> {
    let tags = template.split("{%").skip(1).filter_map(|rest| rest.split("%}").next());
    tags.filter_map(|tag| {
        let tag = tag.trim_start_matches('-').trim_start();
        let rest = tag.strip_prefix("include").or_else(|| tag.strip_prefix("extends"))?;
        let quote = rest.trim_start().chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest.split(quote).nth(1)
    })
    .collect()
}
