//! Ogg with Vorbis or Opus: pages, of which the last says how many samples came before it.

use std::io::{Read, Seek};

use super::{Measured, Tape, Verdict, seconds};

pub(super) fn measure<R: Read + Seek>(tape: &mut Tape<'_, R>) -> Verdict {
    let (mut at, mut last, mut rate, mut skipped) = (0, 0, 0, 0);
    while at < tape.length {
        let Some(head) = tape.whole::<27>(at)? else { return Ok(Err("truncated")) };
        let ([b'O', b'g', b'g', b'S', _, _, position @ ..], [.., segments]) = (head, head) else {
            // What somebody put behind it, if it stands behind it.
            return Ok(if rate > 0 && last > 0 { found(last, skipped, rate) } else { Err("corrupt") });
        };
        let lengths = tape.piece(at + 27, u64::from(segments))?;
        let length: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        let body = at + 27 + u64::from(segments);
        if lengths.len() < usize::from(segments) || body + length > tape.length {
            return Ok(Err("truncated"));
        }
        if at == 0 {
            match tape.piece(body, 16)?.as_slice() {
                [1, b'v', b'o', b'r', b'b', b'i', b's', _, _, _, _, _, a, b, c, d] => {
                    rate = u64::from(u32::from_le_bytes([*a, *b, *c, *d]));
                }
                [b'O', b'p', b'u', b's', b'H', b'e', b'a', b'd', _, _, low, high, ..] => {
                    (rate, skipped) = (48_000, u64::from(u16::from_le_bytes([*low, *high])));
                }
                _ => return Ok(Err("other")),
            }
        }
        let position = position.first_chunk().map_or(u64::MAX, |bytes| u64::from_le_bytes(*bytes));
        // A page on which no sound ends has none.
        if position != u64::MAX {
            last = position;
        }
        at = body + length;
    }
    Ok(if rate == 0 { Err("corrupt") } else { found(last, skipped, rate) })
}

fn found(last: u64, skipped: u64, rate: u64) -> Result<Measured, &'static str> {
    match seconds(last.saturating_sub(skipped), rate) {
        None => Err("truncated"),
        seconds => Ok(Measured { seconds, ..Measured::default() }),
    }
}
