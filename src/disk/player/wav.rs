//! WAV: chunks with their lengths.

use std::io::{Read, Seek};

use super::{Measured, Tape, Verdict, seconds};

pub(super) fn measure<R: Read + Seek>(tape: &mut Tape<'_, R>) -> Verdict {
    let (mut at, mut a_second) = (12, 0);
    while let Some(head) = tape.whole::<8>(at)? {
        let [a, b, c, d, length @ ..] = head;
        let length = u64::from(u32::from_le_bytes(length));
        at += 8;
        match &[a, b, c, d] {
            b"fmt " => {
                let Some(rate) = tape.whole::<4>(at + 8)? else { return Ok(Err("truncated")) };
                a_second = u64::from(u32::from_le_bytes(rate));
            }
            b"data" if a_second == 0 => return Ok(Err("corrupt")),
            // A recorder that was switched off leaves a length of nothing, or of all that can be.
            b"data" if length == 0 || length >= u64::from(u32::MAX) - 64 => {
                return Ok(Ok(Measured { seconds: seconds(tape.length - at, a_second), ..Measured::default() }));
            }
            b"data" if at + length > tape.length => return Ok(Err("truncated")),
            b"data" => return Ok(Ok(Measured { seconds: seconds(length, a_second), ..Measured::default() })),
            _ => {}
        }
        // Chunks begin at even places.
        at += length + length % 2;
    }
    Ok(Err("truncated"))
}
