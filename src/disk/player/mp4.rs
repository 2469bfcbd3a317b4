//! MP4 and M4A: boxes within boxes.

use std::io::{self, Read, Seek};

use super::{Measured, Tape, Verdict, number, seconds};

/// Boxes that are looked at: a film has some dozen on the way to what is asked.
const BOXES: usize = 10_000;

/// A box: its name and where its content lies.
struct Part {
    name: [u8; 4],
    from: u64,
    to: u64,
}

pub(super) fn measure<R: Read + Seek>(tape: &mut Tape<'_, R>) -> Verdict {
    let (mut found, mut has_head, mut has_sound) = (Measured::default(), false, false);
    let mut open = vec![(0, tape.length)];
    for _ in 0..BOXES {
        let Some((at, end)) = open.pop() else { break };
        let Some(part) = part(tape, at, end)? else { continue };
        if part.to > tape.length {
            return Ok(Err("truncated"));
        }
        open.push((part.to, end));
        match &part.name {
            b"moov" | b"trak" => {
                has_head = true;
                open.push((part.from, part.to));
            }
            b"mdat" | b"moof" => has_sound = true,
            b"mvhd" => found.seconds = lasting(&tape.piece(part.from, 32)?),
            b"tkhd" => {
                let (width, height) = sides(&tape.piece(part.from, 96)?).unwrap_or_default();
                if (found.width, found.height) == (0, 0) {
                    (found.width, found.height) = (width, height);
                }
            }
            _ => {}
        }
    }
    // A recording that was broken off has its sound and no head to find anything by.
    Ok(if has_head && has_sound { Ok(found) } else { Err("truncated") })
}

/// The box at a place; none at the end, and none where no box can be.
fn part<R: Read + Seek>(tape: &mut Tape<'_, R>, at: u64, end: u64) -> io::Result<Option<Part>> {
    if at + 8 > end {
        return Ok(None);
    }
    let Some([a, b, c, d, name @ ..]) = tape.whole::<8>(at)? else { return Ok(None) };
    let (head, length) = match number(&[a, b, c, d]) {
        0 => (8, end - at),
        1 => (16, tape.whole::<8>(at + 8)?.map_or(0, u64::from_be_bytes)),
        length => (8, length),
    };
    let to = at.checked_add(length).filter(|_| length >= head);
    Ok(to.map(|to| Part { name, from: at + head, to }))
}

/// The seconds that the head of a film tells.
fn lasting(head: &[u8]) -> Option<u32> {
    let (a_second, parts) = match head.first()? {
        0 => (head.get(12..16)?, head.get(16..20)?),
        _ => (head.get(20..24)?, head.get(24..32)?),
    };
    let is_unknown = parts.iter().all(|byte| *byte == 0xff);
    if is_unknown { None } else { seconds(number(parts), number(a_second)) }
}

/// Width and height as a track is shown: a telephone held upright writes a picture that lies on its side.
fn sides(track: &[u8]) -> Option<(u32, u32)> {
    let start = if *track.first()? == 0 { 40 } else { 52 };
    let whole = |at: usize| track.get(at..at + 2).map(|bytes| number(bytes) as u32);
    let (across, width, height) = (number(track.get(start..start + 4)?), whole(start + 36)?, whole(start + 40)?);
    Some(if across == 0 { (height, width) } else { (width, height) })
}
