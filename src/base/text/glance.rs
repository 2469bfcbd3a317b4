//! Quick looks at the bytes of a text, which say that a slow search would find nothing in it. Most texts hold none of the
//! slips that are looked for, so these looks are all that most searches cost.
//!
//! A look may say yes too often, never no. Bytes are those of UTF-8: what is told of the first two or three bytes of a
//! character is told of the character.

/// Bytes that are looked at before a hit counts. Within them nothing depends on what was found, so that the compiler takes
/// many places at a time.
const STRIDE: usize = 256;

/// Whether any byte fits.
pub(super) fn any_byte(bytes: &[u8], fits: impl Fn(u8) -> bool) -> bool {
    bytes.chunks(STRIDE).any(|bytes| bytes.iter().fold(false, |seen, byte| seen | fits(*byte)))
}

/// Whether any two neighbouring bytes fit. What is asked must be answered without a branch (`&` and not `&&`) to be quick.
pub fn any_pair(bytes: &[u8], fits: impl Fn(u8, u8) -> bool) -> bool {
    let seconds = bytes.get(1..).unwrap_or_default();
    bytes.chunks(STRIDE).zip(seconds.chunks(STRIDE)).any(|(firsts, seconds)| {
        firsts.iter().zip(seconds).fold(false, |seen, (first, second)| seen | fits(*first, *second))
    })
}

/// Whether any three neighbouring bytes fit.
pub(super) fn any_three(bytes: &[u8], fits: impl Fn(u8, u8, u8) -> bool) -> bool {
    let (seconds, thirds) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let strides = bytes.chunks(STRIDE).zip(seconds.chunks(STRIDE)).zip(thirds.chunks(STRIDE));
    strides.into_iter().any(|((firsts, seconds), thirds)| {
        let threes = firsts.iter().zip(seconds).zip(thirds);
        threes.fold(false, |seen, ((first, second), third)| seen | fits(*first, *second, *third))
    })
}

/// Whether a byte lies between two others. Written with one comparison, which the compiler can do for many bytes at once.
pub(super) const fn within(byte: u8, first: u8, last: u8) -> bool {
    byte.wrapping_sub(first) <= last - first
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every character.
    pub fn characters() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    proptest! {
        #[test]
        fn no_place_is_passed_over(bytes in prop::collection::vec(0u8..6, 0..700), a in 0u8..6, b in 0u8..6, c in 0u8..6) {
            prop_assert_eq!(any_byte(&bytes, |x| x == a), bytes.contains(&a));
            prop_assert_eq!(any_pair(&bytes, |x, y| (x == a) & (y == b)), bytes.windows(2).any(|pair| pair == [a, b]));
            let of_three = |x, y, z| (x == a) & (y == b) & (z == c);
            prop_assert_eq!(any_three(&bytes, of_three), bytes.windows(3).any(|three| three == [a, b, c]));
        }

        #[test]
        fn rare_bytes_are_seen_wherever_they_stand(length in 3usize..1_200, at in 0usize..1_200) {
            let mut bytes = vec![0; length];
            let at = at % length;
            bytes[at] = 1;
            prop_assert!(any_byte(&bytes, |x| x == 1));
            prop_assert_eq!(any_pair(&bytes, |x, _| x == 1), at + 1 < length);
            prop_assert_eq!(any_pair(&bytes, |_, x| x == 1), at > 0);
            prop_assert_eq!(any_three(&bytes, |x, _, _| x == 1), at + 2 < length);
            prop_assert_eq!(any_three(&bytes, |_, _, x| x == 1), at > 1);
        }
    }

    #[test]
    fn a_byte_lies_between_its_ends() {
        for byte in 0..=u8::MAX {
            assert_eq!(within(byte, 0x8B, 0x8F), (0x8B..=0x8F).contains(&byte));
        }
    }
}
