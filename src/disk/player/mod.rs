//! Sound and film: whether they are what their names say, how long they last and how large they are seen. What an editor
//! types is not asked: the file knows.

mod mp3;
mod mp4;
mod ogg;
#[cfg(test)]
mod tests;
mod wav;
mod webm;

use std::io::{self, Read, Seek, SeekFrom};

use crate::model::{Content, MediaFault, MediaKind};

/// The endings that published sounds and films have.
pub(super) const ENDINGS: &[&str] = &["mp3", "ogg", "wav", "m4a", "mp4", "webm"];

/// What was found in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Measured {
    seconds: Option<u32>,
    width: u32,
    height: u32,
}

/// What a reader of one kind of file says: what it found, or what is wrong.
type Verdict = io::Result<Result<Measured, &'static str>>;

/// Looks into a file with the name of a sound or a film.
pub(super) fn measure(kind: MediaKind, file: &mut (impl Read + Seek)) -> io::Result<Content> {
    let mut tape = Tape::of(file)?;
    let front = tape.piece(0, 12)?;
    let is_sound = kind == MediaKind::Sound;
    let (ending, verdict) = match front.as_slice() {
        [] => ("", Err("empty")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E'] if is_sound => ("wav", wav::measure(&mut tape)?),
        [b'O', b'g', b'g', b'S', ..] if is_sound => ("ogg", ogg::measure(&mut tape)?),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => (if is_sound { "m4a" } else { "mp4" }, mp4::measure(&mut tape)?),
        [0x1a, 0x45, 0xdf, 0xa3, ..] if !is_sound => ("webm", webm::measure(&mut tape)?),
        _ if is_sound => ("mp3", mp3::measure(&mut tape)?),
        _ => ("", Err("other")),
    };
    Ok(match verdict {
        Ok(Measured { seconds, .. }) if is_sound => Content::Sound { ending, seconds },
        Ok(Measured { seconds, width, height }) => Content::Film { ending, seconds, width, height },
        Err(why) => Content::Unusable(MediaFault::of(why)),
    })
}

/// A file of which a piece here and there is read.
struct Tape<'a, R> {
    file: io::BufReader<&'a mut R>,
    at: u64,
    length: u64,
}

impl<'a, R: Read + Seek> Tape<'a, R> {
    fn of(file: &'a mut R) -> io::Result<Tape<'a, R>> {
        let length = file.seek(SeekFrom::End(0))?;
        file.rewind()?;
        Ok(Tape { file: io::BufReader::new(file), at: 0, length })
    }

    /// So many bytes from a place; fewer where the file ends.
    fn piece(&mut self, from: u64, count: u64) -> io::Result<Vec<u8>> {
        if from >= self.length {
            return Ok(Vec::new());
        }
        match i64::try_from(i128::from(from) - i128::from(self.at)) {
            // What is ahead has mostly been read with what was before it.
            Ok(way) => self.file.seek_relative(way)?,
            Err(_) => drop(self.file.seek(SeekFrom::Start(from))?),
        }
        let mut piece = Vec::new();
        let read = (&mut self.file).take(count).read_to_end(&mut piece)?;
        self.at = from + read as u64;
        Ok(piece)
    }

    /// A piece of a fixed length; nothing where the file ends before.
    fn whole<const N: usize>(&mut self, from: u64) -> io::Result<Option<[u8; N]>> {
        Ok(self.piece(from, N as u64)?.try_into().ok())
    }
}

/// Whole seconds, rounded up, of so many parts of which there are so many in a second.
fn seconds(parts: u64, a_second: u64) -> Option<u32> {
    if a_second == 0 || parts == 0 { None } else { u32::try_from(parts.div_ceil(a_second)).ok() }
}

/// A number of some bytes, the largest first.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
