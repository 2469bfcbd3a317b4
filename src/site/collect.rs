//! The content folder as entries: which files are texts, in which language, and what lies beside them.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Lang, Place, SitePath, is_hidden, text};
use crate::model::{Config, Content, Media, Snapshot, Source};

/// A folder with texts.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its texts by language.
    pub texts: BTreeMap<Lang, SitePath>,
    /// What lies beside them, by its path within the folder.
    pub files: BTreeMap<String, (SitePath, Media)>,
}

/// Names that addresses of the site itself need (DESIGN section 3).
const RESERVED: &[&str] = &["chu-de", "a-z", "tim", "lich", "assets"];

/// The folders of `content/` that hold texts, by their path below it.
pub fn folders(snapshot: &Snapshot, config: &Config) -> (BTreeMap<String, Folder>, Vec<Diagnostic>) {
    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    let mut beside = Vec::new();
    for (rest, path, source) in snapshot.below("content") {
        let (folder, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        if path.extension() != "md" {
            diagnostics.extend(hidden_ending(path, name));
            beside.push((rest, path, media(source)));
            continue;
        }
        match language_of(path, folder, snapshot, config) {
            Ok(lang) => {
                let texts = &mut folders.entry(folder.to_owned()).or_default().texts;
                if let Some(other) = texts.get(&lang) {
                    let finding = Diagnostic::error("two-files-one-language", Place::file(path)).arg("other", other);
                    diagnostics.push(finding);
                } else {
                    texts.insert(lang, path.clone());
                }
            }
            Err(finding) => diagnostics.push(*finding),
        }
    }
    for (rest, path, media) in beside {
        let holder = holder(rest, |folder| folders.contains_key(folder));
        if let Some(folder) = folders.get_mut(holder) {
            let name = rest.strip_prefix(holder).unwrap_or(rest).trim_start_matches('/');
            folder.files.insert(name.to_owned(), (path.clone(), media));
        }
    }
    for (folder, found) in &folders {
        let place = found.texts.values().next().map_or_else(String::new, ToString::to_string);
        diagnostics.extend(folder.split('/').filter(|part| !part.is_empty()).filter_map(|part| bad_name(part, &place)));
    }
    (folders, diagnostics)
}

/// The nearest folder above a file that holds texts.
fn holder(path: &str, has_texts: impl Fn(&str) -> bool) -> &str {
    let mut folder = path;
    while let Some((above, _)) = folder.rsplit_once('/') {
        folder = above;
        if has_texts(folder) {
            return folder;
        }
    }
    ""
}

/// What is known of a file that pages offer; a text among them is a download like any other.
pub fn media(source: &Source) -> Media {
    match source {
        Source::Media(media) => *media,
        Source::Text { digest, .. } => Media { digest: *digest, size: source.size(), content: Content::Plain },
    }
}

/// The language that a file's name says.
fn language_of(path: &SitePath, folder: &str, snapshot: &Snapshot, config: &Config) -> Result<Lang, Box<Diagnostic>> {
    let stem = path.stem();
    let tag = Lang::new(stem);
    if let Ok(lang) = &tag
        && config.languages.contains(lang)
    {
        return Ok(lang.clone());
    }
    // `vi (1).md`, `vi - Copy.md` and `vi-LAPTOP-7.md` are what cloud folders make of two versions.
    let original = config.languages.iter().find(|lang| {
        let rest = stem.get(lang.as_str().len()..).filter(|_| stem.starts_with(lang.as_str()));
        rest.is_some_and(|rest| rest.starts_with([' ', '(', '-', '_']))
    });
    let prefix = if folder.is_empty() { "content".to_owned() } else { format!("content/{folder}") };
    if let Some(original) = original
        && let Ok(other) = SitePath::new(&format!("{prefix}/{original}.md"))
        && snapshot.files.contains_key(&other)
    {
        let finding = Diagnostic::error("cloud-copy", Place::file(path)).arg("name", path.file_name());
        return Err(Box::new(finding.arg("original", other)));
    }
    let listed: Vec<&str> = config.languages.iter().map(Lang::as_str).collect();
    let finding = match tag {
        Ok(lang) if stem.len() <= 3 || stem.contains('-') => Diagnostic::error("unlisted-language", Place::file(path))
            .arg("tag", lang)
            .arg("languages", listed.join(", ")),
        _ => Diagnostic::error("bad-file-name", Place::file(path))
            .arg("name", path.file_name())
            .arg("languages", listed.join(", ")),
    };
    Err(Box::new(finding))
}

/// A text whose real ending Windows hides: `vi.md.txt`.
fn hidden_ending(path: &SitePath, name: &str) -> Option<Diagnostic> {
    let lower = name.to_lowercase();
    let (stem, _) = lower.split_once(".md.").or_else(|| lower.split_once(".markdown"))?;
    let finding = Diagnostic::error("hidden-ending", Place::file(path)).arg("name", name);
    Some(finding.arg("right", format!("{stem}.md")))
}

/// Whether a folder cannot have this name: addresses of the site itself need it, or some server hides it.
pub fn is_reserved(part: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    part.strip_prefix("trang-").is_some_and(is_number) || RESERVED.contains(&part) || is_hidden(part)
}

/// What is wrong with a part of a folder's path, which is also a part of its address.
fn bad_name(part: &str, place: &str) -> Option<Diagnostic> {
    if is_reserved(part) {
        return Some(Diagnostic::error("reserved-folder", Place::file(place)).arg("name", part));
    }
    if text::slug(part) {
        return None;
    }
    let finding = Diagnostic::error("bad-folder-name", Place::file(place)).arg("name", part);
    Some(match text::suggest_slug(part) {
        Ok(right) if right != part => finding.arg("right", right),
        _ => finding,
    })
}
