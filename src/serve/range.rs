//! Which part of a file was asked for (RFC 9110, section 14): players of sound and film ask for parts.

use std::ops::Range;

/// What to send of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: nothing else was asked for, or nothing that can be understood.
    Whole,
    /// These bytes.
    Some(Range<u64>),
    /// Nothing: what was asked for lies behind the end.
    Beyond,
}

/// Reads the header `Range` for a file of this length. Several ranges are answered by the whole file, as the standard
/// allows: a hundred small ones would be a cheap way to keep the server busy.
pub(super) fn read(header: &str, length: u64) -> Part {
    let Some((unit, set)) = header.split_once('=') else { return Part::Whole };
    let Some((first, last)) = set.trim().split_once('-') else { return Part::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Part::Whole;
    }
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => part(first, last.saturating_add(1).min(length), length),
        (Some(first), None) if last.is_empty() => part(first, length, length),
        (None, Some(0)) if first.is_empty() => Part::Beyond,
        (None, Some(count)) if first.is_empty() => part(length.saturating_sub(count), length, length),
        _ => Part::Whole,
    }
}

fn part(first: u64, end: u64, length: u64) -> Part {
    if first < length { Part::Some(first..end) } else { Part::Beyond }
}

/// Digits and nothing else; a number that is too great for any file is as good as the greatest.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_the_standard_says() {
        for (header, part) in [
            ("bytes=0-0", Part::Some(0..1)),
            ("bytes=0-499", Part::Some(0..10)),
            ("bytes=2-4", Part::Some(2..5)),
            ("bytes=9-", Part::Some(9..10)),
            ("bytes=-3", Part::Some(7..10)),
            ("bytes=-99", Part::Some(0..10)),
            ("Bytes = 2-4", Part::Some(2..5)),
            ("bytes=0-99999999999999999999999", Part::Some(0..10)),
            ("bytes=10-", Part::Beyond),
            ("bytes=10-12", Part::Beyond),
            ("bytes=99999999999999999999999-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=4-2", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("bytes=1 - 2", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(read(header, 10), part, "{header}");
        }
        assert_eq!(read("bytes=0-", 0), Part::Beyond);
        assert_eq!(read("bytes=-1", 0), Part::Beyond);
    }
}
