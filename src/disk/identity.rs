//! By what a file shows, without being read, that it is still the one that was read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Nanoseconds within which a file may change again and show the same times: a system counts in ticks of its clock, of
/// which the longest last 10 ms. So git does not trust a file that is as young as its index either.
const RACY: i128 = 100_000_000;

/// The same for a time of whole seconds, for then the disk may know no parts of one: FAT counts in two seconds.
const RACY_WHOLE: i128 = 2_000_000_000;

const SECOND: i128 = 1_000_000_000;

/// What a system tells of a file. As long as it stays the same, the bytes do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// Its length in bytes.
    pub size: u64,
    /// When its bytes last changed, as far as its owner says; nanoseconds since 1970.
    pub modified: i128,
    /// When anything about it last changed, which nobody can set, or where no system says so, when it was made.
    pub touched: i128,
    /// Its place on the disk; 0 where the system does not tell.
    pub place: [u64; 2],
}

impl Identity {
    /// The identity of what was looked at. None if the system knows no times.
    pub fn of(found: &Metadata) -> Option<Identity> {
        let modified = moment(found.modified().ok()?);
        let (touched, place) = beyond(found, modified);
        Some(Identity { size: found.len(), modified, touched, place })
    }

    /// Whether it may change after this moment and still look the same.
    pub fn is_racy(&self, now: i128) -> bool {
        // Where nobody can set the time of the last change, it alone tells.
        let last = if cfg!(unix) { self.touched } else { self.modified.max(self.touched) };
        let racy = if last.rem_euclid(SECOND) == 0 { RACY_WHOLE } else { RACY };
        last >= now.saturating_sub(racy)
    }

    /// All of it as bytes.
    pub fn to_bytes(self) -> [u8; 56] {
        let mut bytes = [0; 56];
        let [device, number] = self.place;
        let numbers = [self.size, device, number].into_iter().flat_map(u64::to_le_bytes);
        let times = [self.modified, self.touched].into_iter().flat_map(i128::to_le_bytes);
        bytes.iter_mut().zip(numbers.chain(times)).for_each(|(place, byte)| *place = byte);
        bytes
    }
}

/// This moment, in nanoseconds since 1970.
pub(super) fn now() -> i128 {
    moment(SystemTime::now())
}

fn moment(time: SystemTime) -> i128 {
    let signed = |gap: Duration| i128::try_from(gap.as_nanos()).unwrap_or(i128::MAX);
    time.duration_since(UNIX_EPOCH).map_or_else(|before| -signed(before.duration()), signed)
}

#[cfg(unix)]
fn beyond(found: &Metadata, _modified: i128) -> (i128, [u64; 2]) {
    use std::os::unix::fs::MetadataExt;
    let touched = i128::from(found.ctime()) * 1_000_000_000 + i128::from(found.ctime_nsec());
    (touched, [found.dev(), found.ino()])
}

#[cfg(not(unix))]
fn beyond(found: &Metadata, modified: i128) -> (i128, [u64; 2]) {
    // Some disks do not know when a file was made.
    (found.created().map_or(modified, moment), [0, 0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_a_moment_ago_or_will_have_is_racy() {
        let now = 1_000_000 * SECOND;
        let at = |time: i128| Identity { size: 1, modified: time, touched: time, place: [0, 0] };
        assert!(at(now).is_racy(now) && at(now - 2 * SECOND).is_racy(now));
        assert!(!at(now - 3 * SECOND).is_racy(now));
        // A disk that knows parts of a second.
        assert!(at(now - 99_999_999).is_racy(now));
        assert!(!at(now - 100_000_001).is_racy(now));
        assert!(at(now + 400_000_000 * SECOND).is_racy(now), "from the future");
        assert!(!at(-9 * SECOND).is_racy(now), "before 1970");
        assert_eq!(moment(UNIX_EPOCH - Duration::from_secs(9)), -9 * SECOND);
    }
}
