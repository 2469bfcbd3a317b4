//! WebM: elements within elements, with numbers of changing length.

use std::io::{self, Read, Seek};

use super::{Measured, Tape, Verdict, number};

/// Elements that are looked at before the film itself begins.
const ELEMENTS: usize = 10_000;

const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_A966;
const TRACKS: u64 = 0x1654_AE6B;
const TRACK: u64 = 0xAE;
const VIDEO: u64 = 0xE0;
const CLUSTER: u64 = 0x1F43_B675;

pub(super) fn measure<R: Read + Seek>(tape: &mut Tape<'_, R>) -> Verdict {
    let (mut found, mut scale, mut lasting, mut has_tracks) = (Measured::default(), 1_000_000, None, false);
    let mut at = 0;
    for _ in 0..ELEMENTS {
        let Some((id, from, length)) = element(tape, at)? else { break };
        let end = length.and_then(|length| from.checked_add(length));
        match id {
            CLUSTER if has_tracks => {
                let parts = lasting.map(|parts: f64| parts * scale as f64 / 1e9).filter(|time| time.is_finite());
                found.seconds = parts.map(|time| time.ceil().clamp(0.0, f64::from(u32::MAX)) as u32);
                return Ok(Ok(found));
            }
            _ if end.is_some_and(|end| end > tape.length) => return Ok(Err("truncated")),
            SEGMENT | INFO | TRACKS | TRACK | VIDEO => {
                has_tracks |= id == TRACKS;
                at = from;
                continue;
            }
            0x2A_D7B1 => scale = number(&tape.piece(from, length.unwrap_or(0).min(8))?),
            0x4489 => lasting = float(&tape.piece(from, length.unwrap_or(0).min(8))?),
            0xB0 => found.width = number(&tape.piece(from, length.unwrap_or(0).min(4))?) as u32,
            0xBA => found.height = number(&tape.piece(from, length.unwrap_or(0).min(4))?) as u32,
            _ => {}
        }
        let Some(end) = end else { break };
        at = end;
    }
    Ok(Err("truncated"))
}

/// The element at a place: its name, where its content begins, and how long that is if it says so.
fn element<R: Read + Seek>(tape: &mut Tape<'_, R>, at: u64) -> io::Result<Option<(u64, u64, Option<u64>)>> {
    let head = tape.piece(at, 12)?;
    let Some(id_length) = head.first().map(|first| first.leading_zeros() as usize + 1).filter(|n| *n <= 4) else {
        return Ok(None);
    };
    let (Some(id), Some(first)) = (head.get(..id_length), head.get(id_length)) else { return Ok(None) };
    let count = first.leading_zeros() as usize + 1;
    let Some(bytes) = head.get(id_length..id_length + count).filter(|_| count <= 8) else { return Ok(None) };
    let bits = 7 * count as u32;
    let length = number(bytes) & ((1 << bits) - 1);
    // All ones: it lasts until another one begins.
    let length = Some(length).filter(|length| *length != (1 << bits) - 1);
    Ok(Some((number(id), at + (id_length + count) as u64, length)))
}

fn float(bytes: &[u8]) -> Option<f64> {
    match bytes.len() {
        4 => bytes.first_chunk().map(|bytes| f64::from(f32::from_be_bytes(*bytes))),
        _ => bytes.first_chunk().map(|bytes| f64::from_be_bytes(*bytes)),
    }
}
