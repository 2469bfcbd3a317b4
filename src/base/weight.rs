//! What bytes weigh on their way to a reader: servers send texts packed. To pack ten thousand pages takes longer than to
//! make them, so a page is packed only when it may be too heavy.

use std::sync::OnceLock;

/// How hard servers pack (DESIGN section 4, point 6).
const LEVEL: u8 = 6;

/// The least work that still packs.
const HASTE: u8 = 1;

/// What gzip puts before and after what it packed.
const FRAME: usize = 18;

/// The weight of one text, found as far as somebody asks for it.
#[derive(Debug, Default)]
pub struct Weight {
    at_most: OnceLock<usize>,
    in_haste: OnceLock<usize>,
    packed: OnceLock<usize>,
}

impl Weight {
    /// The weight of these bytes, which must be the same at every call, if it is more than `room`.
    pub fn over(&self, bytes: &[u8], room: usize) -> Option<usize> {
        // What is no longer than that needs no look at all.
        // Packing in haste takes a third of the time of packing well, and gives no less.
        let is_light = bytes.len() + FRAME <= room
            || *self.at_most.get_or_init(|| at_most(bytes)) <= room
            || *self.in_haste.get_or_init(|| packed_by(bytes, HASTE)) <= room;
        if is_light { None } else { Some(self.of(bytes)).filter(|weight| *weight > room) }
    }

    /// The weight of these bytes.
    pub fn of(&self, bytes: &[u8]) -> usize {
        *self.packed.get_or_init(|| packed(bytes))
    }
}

/// Bytes of a text as `gzip -6` packs it.
pub fn packed(bytes: &[u8]) -> usize {
    packed_by(bytes, LEVEL)
}

fn packed_by(bytes: &[u8], level: u8) -> usize {
    miniz_oxide::deflate::compress_to_vec(bytes, level).len() + FRAME
}

/// What a text weighs at most: what it would if each byte were packed alone, by how often it occurs. Repetitions make it
/// lighter. A code has whole bits and a table, and what looks like a repetition may be a bad bargain: for that a fifth and
/// half a KiB are added, which holds for all that has as many different letters as a page.
pub fn at_most(bytes: &[u8]) -> usize {
    // Four counts, so that one byte need not wait for the one before.
    let mut counts = [[0_u32; 256]; 4];
    let [first, second, third, fourth] = &mut counts;
    let mut chunks = bytes.chunks_exact(4);
    let count = |counts: &mut [u32; 256], byte: u8| counts[usize::from(byte)] += 1;
    for chunk in &mut chunks {
        if let [a, b, c, d] = chunk {
            count(first, *a);
            count(second, *b);
            count(third, *c);
            count(fourth, *d);
        }
    }
    chunks.remainder().iter().for_each(|byte| count(first, *byte));
    let all = bytes.len() as f64;
    let sums = (0..256).map(|byte| counts.iter().filter_map(|counts| counts.get(byte)).sum::<u32>());
    let bits: f64 = sums.filter(|sum| *sum > 0).map(|sum| f64::from(sum) * (all / f64::from(sum)).log2()).sum();
    (bits / 8.0 * 1.2) as usize + 512
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_weighs_what_it_does() {
        let text = "Gọi 111, miễn phí. ".repeat(2_000);
        let weight = Weight::default();
        assert!(text.len() > 40_000 && packed(text.as_bytes()) < 400, "{}", packed(text.as_bytes()));
        assert_eq!(weight.over(text.as_bytes(), 50_000), None);
        assert!(weight.packed.get().is_none() && weight.at_most.get().is_none(), "nobody had to look");
        assert_eq!(weight.over(text.as_bytes(), 30_000), None);
        assert!(weight.packed.get().is_none(), "it was counted and not packed");
        assert_eq!(weight.over(text.as_bytes(), 1_000), None);
        assert_eq!(weight.over(text.as_bytes(), 100), Some(packed(text.as_bytes())));
    }

    proptest! {
        #[test]
        fn nothing_weighs_more_than_it_may(bytes in proptest::collection::vec(any::<u8>(), 0..20_000), letters in 48_u8..=255) {
            let few: Vec<u8> = bytes.iter().map(|byte| byte % letters).collect();
            for bytes in [bytes, few] {
                prop_assert!(packed(&bytes) <= at_most(&bytes), "{} {}", packed(&bytes), at_most(&bytes));
            }
        }
    }
}
