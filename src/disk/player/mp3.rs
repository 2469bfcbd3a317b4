//! MP3: frames, each of which says how long it is. The first may say how many there are.

use std::io::{Read, Seek};

use super::{Measured, Tape, Verdict, number, seconds};

/// Bytes in which the first frame is looked for: what stands before it is padding.
const SEARCHED: u64 = 64 * 1024;

/// Thousands of bits in a second by the number in the header: version 1 and the others, layer III.
const RATES: [[u64; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/// A frame as its header tells it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Frame {
    length: u64,
    samples: u64,
    rate: u64,
    is_mono: bool,
}

pub(super) fn measure<R: Read + Seek>(tape: &mut Tape<'_, R>) -> Verdict {
    let start = after_tags(tape)?;
    if start >= tape.length {
        return Ok(Err(if start > tape.length { "truncated" } else { "other" }));
    }
    let Some((first, frame)) = first_frame(tape, start)? else { return Ok(Err("other")) };
    let found = |samples| Measured { seconds: seconds(samples, frame.rate), ..Measured::default() };
    if let Some((frames, bytes)) = told(tape, first, frame)? {
        // Tags may follow, so more is no fault.
        return Ok(if first + bytes > tape.length { Err("truncated") } else { Ok(found(frames * frame.samples)) });
    }
    let (mut at, mut samples) = (first, 0);
    while let Some(frame) = tape.whole::<4>(at)?.and_then(frame_of) {
        samples += frame.samples;
        at += frame.length;
    }
    Ok(Ok(found(samples)))
}

/// Where the sound begins: after tags, of which there may be several.
fn after_tags<R: Read + Seek>(tape: &mut Tape<'_, R>) -> std::io::Result<u64> {
    let mut at = 0;
    while let Some([b'I', b'D', b'3', _, _, _, size @ ..]) = tape.whole::<10>(at)? {
        at += 10 + size.iter().fold(0, |size, byte| size << 7 | u64::from(byte & 0x7f));
    }
    Ok(at)
}

/// The first frame that is followed by another of its kind, or by the end.
fn first_frame<R: Read + Seek>(tape: &mut Tape<'_, R>, start: u64) -> std::io::Result<Option<(u64, Frame)>> {
    let front = tape.piece(start, SEARCHED)?;
    for (place, head) in front.windows(4).enumerate() {
        let Some(frame) = head.first_chunk().and_then(|head| frame_of(*head)) else { continue };
        let at = start + place as u64;
        let mut next = at;
        let mut count = 0;
        while count < 4
            && let Some(other) = tape.whole::<4>(next)?.and_then(frame_of)
            && (other.rate, other.samples) == (frame.rate, frame.samples)
        {
            next += other.length;
            count += 1;
        }
        // Two bytes that look like a header come by chance once in some thousand, four in a row never.
        if count == 4 || (count > 1 && next == tape.length) {
            return Ok(Some((at, frame)));
        }
    }
    Ok(None)
}

/// Frames and bytes in all, as the first frame of a file with changing rates tells them.
fn told<R: Read + Seek>(tape: &mut Tape<'_, R>, at: u64, frame: Frame) -> std::io::Result<Option<(u64, u64)>> {
    let side = match (frame.samples, frame.is_mono) {
        (1152, false) => 32,
        (1152, true) | (_, false) => 17,
        (_, true) => 9,
    };
    if let Some([name @ .., a, b, c, d, e, f, g, h]) = tape.whole::<16>(at + 4 + side)?
        && (name.starts_with(b"Xing") || name.starts_with(b"Info"))
        && let [.., flags] = name
        && flags & 3 == 3
    {
        return Ok(Some((number(&[a, b, c, d]), number(&[e, f, g, h]))).filter(|(frames, _)| *frames > 0));
    }
    let vbri = tape.piece(at + 36, 18)?;
    let (bytes, frames) = (vbri.get(10..14), vbri.get(14..18));
    Ok(bytes.zip(frames).filter(|_| vbri.starts_with(b"VBRI")).map(|(bytes, frames)| (number(frames), number(bytes))))
}

fn frame_of([sync, kind, rates, mode]: [u8; 4]) -> Option<Frame> {
    let (version, layer) = (kind >> 3 & 3, kind >> 1 & 3);
    if sync != 0xff || kind < 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let is_first = version == 3;
    let bits = *RATES[usize::from(!is_first)].get(usize::from(rates >> 4)).filter(|bits| **bits > 0)?;
    let rate = *[44_100, 48_000, 32_000].get(usize::from(rates >> 2 & 3))?;
    let rate = match version {
        3 => rate,
        2 => rate / 2,
        _ => rate / 4,
    };
    let samples = if is_first { 1152 } else { 576 };
    let length = samples / 8 * bits * 1000 / rate + u64::from(rates >> 1 & 1);
    Some(Frame { length, samples, rate, is_mono: mode >> 6 == 3 })
}
