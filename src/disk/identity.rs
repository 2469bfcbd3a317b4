//! By what a file shows, without being read, that it is still the one that was read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Within this time of its last change a file may change again and show the same times: FAT counts in two seconds. So git
/// does not trust a file that is as young as its index either.
const RACY: Duration = Duration::from_secs(2);

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
    pub fn is_racy(&self, now: SystemTime) -> bool {
        let young = moment(now).saturating_sub(i128::try_from(RACY.as_nanos()).unwrap_or(i128::MAX));
        // Where nobody can set the time of the last change, it alone tells.
        if cfg!(unix) { self.touched >= young } else { self.modified.max(self.touched) >= young }
    }
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
        let now = UNIX_EPOCH + Duration::from_secs(1_000_000);
        let at = |time: SystemTime| Identity { size: 1, modified: moment(time), touched: moment(time), place: [0, 0] };
        assert!(at(now).is_racy(now));
        assert!(at(now - Duration::from_secs(2)).is_racy(now));
        assert!(!at(now - Duration::from_millis(2_001)).is_racy(now));
        assert!(at(now + Duration::from_secs(400_000_000)).is_racy(now));
        assert!(!at(UNIX_EPOCH - Duration::from_secs(9)).is_racy(now), "before 1970");
    }
}
