//! Looks into pictures, sound and film once, and remembers what it saw as long as their bytes stay the same: in
//! `.loa/cache`, together with what is made of a picture, and in memory where nothing is to be written or nothing can be.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Seek;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::error::Error;
use super::hand::Hand;
use super::open::{self, Opened};
use super::{drawing, picture, player, stage};
use crate::base::{Digest, limits};
use crate::model::{Content, MediaFault, MediaKind, Picture, Recipe};

/// What stands for all that is made of pictures in the names of the cache. To be changed with whatever changes a byte of
/// it, and with whatever changes what is found in a file.
const VERSION: &[u8] = b"media 1";

/// Bytes of a remembered line: those of the longest.
const LINE_BYTES: u64 = 64;

/// The folder of the cache among the records.
const CACHE: &str = "cache";

/// What was seen of the pictures, sounds and films of a site.
#[derive(Debug)]
pub(super) struct Studio {
    site: PathBuf,
    /// Whether anything may be written into the cache.
    keeps: bool,
    seen: Mutex<BTreeMap<Digest, Content>>,
}

impl Studio {
    /// The studio of a site.
    pub fn new(site: &Path, keeps: bool) -> Studio {
        Studio { site: site.to_owned(), keeps, seen: Mutex::default() }
    }

    /// What a file is that has the name of a picture, a sound or a film. `digest` is that of its bytes.
    pub fn look(&self, kind: MediaKind, origin: &Path, file: &mut File, digest: Digest) -> Result<Content, Error> {
        let key = Digest::of_parts([VERSION, kind.name().as_bytes(), digest.as_bytes()]);
        if let Some(known) = self.lock().get(&key) {
            return Ok(*known);
        }
        let note = format!("{key}.media");
        let content = match self.noted(&note) {
            Some(content) => content,
            None => {
                let content = self.see(kind, origin, file, digest)?;
                self.keep(&note, print(content).as_bytes());
                content
            }
        };
        self.lock().insert(key, content);
        Ok(content)
    }

    fn see(&self, kind: MediaKind, origin: &Path, file: &mut File, digest: Digest) -> Result<Content, Error> {
        let failed = |source| Error::io("read", origin, source);
        file.rewind().map_err(failed)?;
        if kind != MediaKind::Picture {
            return player::measure(kind, file).map_err(failed);
        }
        let bytes = open::all(origin, file, limits::PICTURE_BYTES + 1)?;
        if bytes.len() as u64 > limits::PICTURE_BYTES {
            return Ok(Content::Unusable(MediaFault::of("huge")));
        }
        // While it was read somebody may have written to it: then it is read again, and this must not stand for it.
        let is_kept = self.keeps && Digest::of(&bytes) == digest;
        let (content, made) = develop(&bytes, is_kept);
        for (name, bytes) in made.iter().filter(|_| is_kept) {
            self.keep(&name_of(digest, name), bytes);
        }
        Ok(content)
    }

    fn noted(&self, name: &str) -> Option<Content> {
        let path = self.site.join(stage::RECORDS).join(CACHE).join(name);
        let Ok(Opened::File(mut file, _)) = open::open(&path) else { return None };
        read(std::str::from_utf8(&open::all(&path, &mut file, LINE_BYTES).ok()?).ok()?)
    }

    // What cannot be kept is looked at again.
    fn keep(&self, name: &str, bytes: &[u8]) {
        let hand = Hand(&|_| Ok(()));
        if self.keeps
            && let Ok(folder) = folder(&self.site, hand)
        {
            let _ = keep(hand, &folder.join(name), bytes);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Digest, Content>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file of the cache that holds what a recipe makes of a picture, made now if it is not there.
pub(super) fn made(
    hand: Hand<'_>,
    site: &Path,
    (origin, digest): (&Path, Digest),
    recipe: Recipe,
    ending: &str,
) -> Result<PathBuf, Error> {
    let folder = folder(site, hand)?;
    let file = |name: &str| folder.join(name_of(digest, name));
    let wanted = recipe.file(ending);
    if open::look(&file(&wanted))?.is_none_or(|kind| !kind.is_file()) {
        let unusable = |reason: String| Error::Picture { path: origin.to_owned(), reason };
        let (content, made) = develop(&source(origin, digest)?, true);
        if let Content::Unusable(fault) = content {
            return Err(unusable(fault.why.to_owned()));
        }
        if made.iter().all(|(name, _)| *name != wanted) {
            return Err(unusable(format!("there is no {wanted} of it")));
        }
        // One of them is wanted now, the others soon.
        made.iter().try_for_each(|(name, bytes)| keep(hand, &file(name), bytes))?;
    }
    Ok(file(&wanted))
}

/// A file of the cache that holds what is drawn, drawn now if it is not there.
pub(super) fn drawn(
    hand: Hand<'_>,
    site: &Path,
    key: Digest,
    draw: impl FnOnce() -> Vec<u8>,
) -> Result<PathBuf, Error> {
    let file = folder(site, hand)?.join(format!("{key}.png"));
    if open::look(&file)?.is_none_or(|kind| !kind.is_file()) {
        keep(hand, &file, &draw())?;
    }
    Ok(file)
}

/// What a picture or a drawing is, and the files that are made of it.
fn develop(bytes: &[u8], is_wanted: bool) -> (Content, Vec<(String, Vec<u8>)>) {
    if drawing::is_one(bytes) {
        return match drawing::clean(bytes) {
            Ok((width, height, made)) => {
                (Content::Drawing { width, height }, vec![(Recipe::Drawing.file("svg"), made.into_bytes())])
            }
            Err(fault) => (Content::Unusable(fault), Vec::new()),
        };
    }
    match picture::develop(bytes, is_wanted) {
        Ok((picture, made)) => {
            let named = |(width, bytes)| (Recipe::Picture { width }.file(picture.ending), bytes);
            (Content::Picture(picture), made.unwrap_or_default().into_iter().map(named).collect())
        }
        Err(fault) => (Content::Unusable(fault), Vec::new()),
    }
}

fn name_of(digest: Digest, name: &str) -> String {
    format!("{}-{name}", Digest::of_parts([VERSION, digest.as_bytes()]))
}

fn folder(site: &Path, hand: Hand<'_>) -> Result<PathBuf, Error> {
    let folder = stage::records(site, hand)?.join(CACHE);
    hand.make_folder(&folder)?;
    Ok(folder)
}

/// Writes a file of the cache. Another thread, or `watch`, may be making the same file: each writes under a name of its
/// own, and the bytes are the same.
fn keep(hand: Hand<'_>, file: &Path, bytes: &[u8]) -> Result<(), Error> {
    static COUNTER: AtomicUsize = AtomicUsize::new(0);
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let unfinished = file.with_added_extension(format!("{}-{number}.tmp", std::process::id()));
    let written = hand
        .write(&unfinished, bytes)
        .and_then(|()| hand.sync_file(&unfinished))
        .and_then(|()| hand.rename(&unfinished, file));
    if written.is_err() {
        // The first error is the one to tell; what is left is small and lies in the cache, which may be deleted at
        // will.
        let _ = hand.delete_file(&unfinished);
    }
    written.map_err(|error| error.or_full(bytes.len() as u64))
}

/// A source file's bytes, if they are still those that were read.
fn source(origin: &Path, expected: Digest) -> Result<Vec<u8>, Error> {
    let changed = || Error::Changed { path: origin.to_owned() };
    let Opened::File(mut file, found) = open::open(origin)? else { return Err(changed()) };
    let size = found.len();
    if size > limits::PICTURE_BYTES {
        return Err(Error::Picture { path: origin.to_owned(), reason: format!("{size} bytes are too many") });
    }
    let bytes = open::all(origin, &mut file, limits::PICTURE_BYTES + 1)?;
    if Digest::of(&bytes) == expected { Ok(bytes) } else { Err(changed()) }
}

/// What was seen as a line.
fn print(content: Content) -> String {
    let time = |seconds: Option<u32>| seconds.map_or_else(|| "-".to_owned(), |seconds| seconds.to_string());
    let line = match content {
        Content::Plain => "plain".to_owned(),
        Content::Picture(Picture { width, height, ending }) => format!("picture {width} {height} {ending}"),
        Content::Drawing { width, height } => format!("drawing {width} {height}"),
        Content::Sound { ending, seconds } => format!("sound {ending} {}", time(seconds)),
        Content::Film { ending, seconds, width, height } => format!("film {ending} {} {width} {height}", time(seconds)),
        Content::Unusable(MediaFault { why, line }) => format!("unusable {why} {}", time(line)),
    };
    line + "\n"
}

/// Such a line read again; nothing if it is another version's, or torn.
fn read(line: &str) -> Option<Content> {
    let time = |word: &str| if word == "-" { Some(None) } else { word.parse().ok().map(Some) };
    let one_of = |words: &[&'static str], word: &str| words.iter().copied().find(|known| *known == word);
    let words: Vec<&str> = line.strip_suffix('\n')?.split(' ').collect();
    let (content, rest) = match words.as_slice() {
        ["plain", rest @ ..] => (Content::Plain, rest),
        ["picture", width, height, ending, rest @ ..] => {
            let (width, height) = (width.parse().ok()?, height.parse().ok()?);
            (Content::Picture(Picture { width, height, ending: one_of(&["jpg", "png"], ending)? }), rest)
        }
        ["drawing", width, height, rest @ ..] => {
            (Content::Drawing { width: width.parse().ok()?, height: height.parse().ok()? }, rest)
        }
        ["sound", ending, seconds, rest @ ..] => {
            (Content::Sound { ending: one_of(player::ENDINGS, ending)?, seconds: time(seconds)? }, rest)
        }
        ["film", ending, seconds, width, height, rest @ ..] => {
            let (width, height) = (width.parse().ok()?, height.parse().ok()?);
            let (ending, seconds) = (one_of(player::ENDINGS, ending)?, time(seconds)?);
            (Content::Film { ending, seconds, width, height }, rest)
        }
        ["unusable", why, at, rest @ ..] => {
            (Content::Unusable(MediaFault { why: one_of(&MediaFault::WHY, why)?, line: time(at)? }), rest)
        }
        _ => return None,
    };
    rest.is_empty().then_some(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_read_as_it_was_written() {
        let fault = |why| Content::Unusable(MediaFault { why, line: Some(12) });
        let seen = [
            Content::Plain,
            Content::Picture(Picture { width: 16_000, height: 1, ending: "png" }),
            Content::Drawing { width: 24, height: 48 },
            Content::Sound { ending: "mp3", seconds: None },
            Content::Film { ending: "webm", seconds: Some(u32::MAX), width: 4096, height: 2160 },
        ];
        for content in seen.into_iter().chain(MediaFault::WHY.map(fault)) {
            let line = print(content);
            assert!(line.len() as u64 <= LINE_BYTES, "{line}");
            assert_eq!(read(&line), Some(content), "{line}");
            (0..line.len()).for_each(|end| assert_eq!(line.get(..end).and_then(read), None, "{line} {end}"));
            assert_eq!(read(&format!("{line}x")), None, "{line}");
        }
    }
}
