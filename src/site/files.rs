//! The files beside an entry's texts: under which names they are published, and what is wrong with them.

use crate::base::{Diagnostic, Digest, Lang, Place, SitePath, Span, text};
use crate::i18n::{Args, Words};
use crate::model::{Content, Media, MediaFault, MediaKind, Recipe, Said};

use super::address;
use super::entry::{Entry, Text};

/// A file that some page needs, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileUse {
    /// Its path in the output.
    pub output: String,
    /// Its path in the snapshot.
    pub source: SitePath,
    /// The digest of its bytes.
    pub digest: Digest,
    /// What is made of it; nothing if it is published as it is.
    pub recipe: Option<Recipe>,
}

/// What can be said of a file in numbers.
#[derive(Clone, Copy, Debug)]
pub enum Measure {
    /// A length in bytes.
    Bytes(u64),
    /// A time in seconds.
    Seconds(u32),
}

/// A file of the site as the pages of a folder show it.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// All that is published of it: a picture in each of its widths, ascending; nothing of what cannot be used.
    pub files: Vec<FileUse>,
    /// Their widths and heights, where it is a picture.
    sides: Vec<(u32, u32)>,
}

/// Pixels of a picture's width that a browser without a choice gets.
const USUAL_WIDTH: u32 = 720;

impl Published {
    /// A file beside the texts of `folder`, for the pages of the edition `whose`.
    pub fn of(folder: &str, whose: &Lang, name: &str, source: &SitePath, media: &Media) -> Published {
        let slug = folder.rsplit('/').next().unwrap_or(folder);
        let file = |ending: Option<&str>, width, recipe| FileUse {
            output: address::page_folder(whose, folder) + &address::file_name(slug, name, ending, width, media.digest),
            source: source.clone(),
            digest: media.digest,
            recipe,
        };
        match media.content {
            Content::Picture(picture) => {
                let made = |width| file(Some(picture.ending), Some(width), Some(Recipe::Picture { width }));
                let widths = picture.widths();
                let sides = widths.iter().map(|width| (*width, picture.height_of(*width))).collect();
                Published { files: widths.into_iter().map(made).collect(), sides }
            }
            Content::Drawing { width, height } => {
                Published { files: vec![file(Some("svg"), None, Some(Recipe::Drawing))], sides: vec![(width, height)] }
            }
            Content::Sound { ending, .. } | Content::Film { ending, .. } => {
                Published { files: vec![file(Some(ending), None, None)], sides: Vec::new() }
            }
            Content::Plain => Published { files: vec![file(None, None, None)], sides: Vec::new() },
            Content::Unusable(_) => Published::default(),
        }
    }

    /// The file that a browser without a choice gets, and its width and height.
    pub fn usual(&self) -> Option<(&FileUse, Option<(u32, u32)>)> {
        let fits = self.sides.iter().take_while(|(width, _)| *width <= USUAL_WIDTH).count();
        let at = fits.max(1) - 1;
        self.files.get(at).map(|file| (file, self.sides.get(at).copied()))
    }

    /// The largest: what a link to the file leads to.
    pub fn largest(&self) -> Option<&FileUse> {
        self.files.last()
    }

    /// The widths that a browser may choose from, as `srcset` wants them; empty if there is but one.
    pub fn set(&self, page: &str) -> String {
        if self.files.len() < 2 {
            return String::new();
        }
        let one =
            |(file, (width, _)): (&FileUse, &(u32, u32))| format!("{} {width}w", address::relative(page, &file.output));
        self.files.iter().zip(&self.sides).map(one).collect::<Vec<_>>().join(", ")
    }
}

/// The file that a key of the front matter names (`image`, `audio`, `file`), as published beside the page of `whose`.
pub fn fact_file(entry: &Entry, whose: &Lang, name: &str) -> Option<(Published, Media)> {
    let (source, media) = entry.files.get(name)?;
    Some((Published::of(&entry.folder, whose, name, source, media), *media))
}

/// The files that the front matter of a text names, and what is wrong with them.
pub fn files_of_facts(entry: &Entry, text: &Text, whose: &Lang) -> (Vec<FileUse>, Vec<Diagnostic>) {
    let facts = &text.facts;
    let (image, audio) = (facts.group("image"), facts.group("audio"));
    let named = [(Some(facts), None), (image, Some(MediaKind::Picture)), (audio, Some(MediaKind::Sound))];
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    for (group, wanted) in named {
        let Some(group) = group else { continue };
        let Some((name, span)) = group.text("file").and_then(|name| Some((name, group.span("file")?))) else {
            continue;
        };
        let place = Place::at(&text.summary.file, span.clone());
        match fact_file(entry, whose, name) {
            Some((published, media)) => match unusable(name, &media, wanted, &text.summary.file, &span) {
                Some(finding) => diagnostics.push(finding),
                None => files.extend(published.files),
            },
            None => diagnostics.push(missing_file(entry, name, place)),
        }
    }
    files.sort();
    files.dedup();
    (files, diagnostics)
}

/// What is wrong with a file that a text shows or offers. `wanted` is what it is shown as.
pub(super) fn unusable(
    name: &str,
    media: &Media,
    wanted: Option<MediaKind>,
    text: &SitePath,
    span: &Span,
) -> Option<Diagnostic> {
    let name = name.rsplit('/').next().unwrap_or(name);
    let finding = |code| Diagnostic::error(code, Place::at(text, span.clone())).arg("file", name);
    if let Content::Unusable(MediaFault { why, line }) = media.content {
        let is_picture = name_kind(name) == Some(MediaKind::Picture);
        let code = match why {
            _ if why.starts_with("svg-") || line.is_some() => "drawing-refused",
            _ if is_picture => "picture-unreadable",
            _ => "sound-unreadable",
        };
        let finding = finding(code).arg("why", why);
        return Some(match line {
            Some(line) => finding.arg("row", line),
            None => finding,
        });
    }
    let is_raw = media.content == Content::Plain && RAW_PICTURES.contains(&ending(name).as_str());
    let is_other = wanted.is_some_and(|wanted| media.kind() != Some(wanted));
    (is_raw || is_other).then(|| finding("unknown-media"))
}

/// Pictures that nothing is made of: offered as they are, they would tell where they were taken.
const RAW_PICTURES: &[&str] =
    &["heic", "heif", "avif", "tif", "tiff", "bmp", "gif", "jfif", "jpe", "jxl", "dng", "cr2", "nef", "arw"];

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
}

fn name_kind(name: &str) -> Option<MediaKind> {
    MediaKind::of_extension(&ending(name))
}

pub(super) fn missing_file(entry: &Entry, name: &str, place: Place) -> Diagnostic {
    let finding = Diagnostic::error("missing-file", place).arg("file", name);
    match text::nearest(name, entry.files.keys().map(String::as_str)) {
        Some(right) => finding.arg("right", right),
        None => finding,
    }
}

/// A measure as people say it.
pub fn said(words: &Words, lang: &Lang, measure: Measure) -> Said {
    match measure {
        Measure::Bytes(bytes) => size(words, lang, bytes),
        Measure::Seconds(seconds) => {
            let mut args = Args::new();
            let is_short = seconds < 60;
            args.set("n", u64::from(if is_short { seconds } else { minutes(seconds) }));
            words.say(lang, if is_short { "seconds" } else { "minutes" }, Some(&args))
        }
    }
}

/// A time in minutes: the nearest.
pub fn minutes(seconds: u32) -> u32 {
    seconds.saturating_add(30) / 60
}

/// A length in bytes as people say it: whole kilobytes, or megabytes with one decimal (1,000 and 1,000,000 bytes, SI).
pub fn size(words: &Words, lang: &Lang, bytes: u64) -> Said {
    let mut args = Args::new();
    if bytes < 1_000_000 {
        args.set("n", bytes.div_ceil(1_000).max(1));
        return words.say(lang, "file-size-kb", Some(&args));
    }
    let tenths = bytes.div_ceil(100_000);
    args.set("whole", tenths / 10);
    args.set("tenth", tenths % 10);
    words.say(lang, "file-size-mb", Some(&args))
}
