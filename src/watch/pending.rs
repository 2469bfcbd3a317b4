//! What was heard since the last look, and when it is time for the next: a pure count of events against the clock.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::disk::Places;

use super::sift::Heard;

/// 100 ms outlasts an editor that truncates, then writes, and a folder that is copied file by file, and still feels instant.
pub const SETTLE: Duration = Duration::from_millis(100);

/// While events go on and on, something is shown all the same, twice a second: half of what a person calls waiting.
pub const STARVE: Duration = Duration::from_millis(500);

/// More events than one save of any editor makes. After so many a pause is only the disk drawing breath, and looks
/// keep their distance.
const STORM: usize = 500;

/// Places that are remembered; of more it is cheaper to look at everything, and nothing grows with a storm.
const PLACES: usize = 500;

/// What was heard since the last look.
#[derive(Debug, Default)]
pub struct Pending {
    batch: Batch,
    events: usize,
    /// The first and the last event.
    span: Option<(Instant, Instant)>,
    /// When the last batch was taken, and whether it was a storm's.
    taken: Option<(Instant, bool)>,
}

/// What one look is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    places: BTreeSet<PathBuf>,
    is_everything: bool,
    /// Folders at the top of the site that must be listened to anew.
    pub tops: BTreeSet<&'static str>,
    /// Whether nothing is known of what else happened, and all folders must be listened to anew.
    pub is_lost: bool,
    /// Whether more may have happened than was told: a folder came or went, or there was a storm.
    pub has_echo: bool,
}

impl Pending {
    /// Takes note of an event.
    pub fn add(&mut self, heard: Heard, now: Instant) {
        if heard.places.is_empty() && !heard.is_lost {
            return;
        }
        self.events += 1;
        self.span = Some(self.span.map_or((now, now), |(first, _)| (first, now)));
        self.batch.tops.extend(heard.tops);
        self.batch.is_lost |= heard.is_lost;
        self.batch.has_echo |= heard.has_folder || self.events > STORM;
        self.batch.is_everything |= heard.is_lost || self.batch.places.len() + heard.places.len() > PLACES;
        if self.batch.is_everything {
            self.batch.places.clear();
        } else {
            self.batch.places.extend(heard.places);
        }
    }

    /// When it is time to look; never if nothing was heard.
    pub fn due(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        let due = (last + SETTLE).min(first + STARVE);
        let apart = self.taken.filter(|(_, was_storm)| *was_storm || self.events > STORM);
        Some(apart.map_or(due, |(taken, _)| due.max(taken + STARVE)))
    }

    /// Takes what was heard, which is what a look at this moment is about.
    pub fn take(&mut self, now: Instant) -> Batch {
        let batch = std::mem::take(&mut self.batch);
        *self = Pending { taken: Some((now, self.events > STORM)), ..Pending::default() };
        batch
    }
}

impl Batch {
    /// Widens it to the whole site.
    pub fn widen(&mut self) {
        self.is_everything = true;
        self.places.clear();
    }

    /// Where to look.
    pub fn places(&self) -> Places {
        if self.is_everything { Places::Everything } else { Places::These(self.places.clone()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Heard {
        Heard { places: vec![PathBuf::from(path)], ..Heard::default() }
    }

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn a_save_is_looked_at_when_it_is_over() {
        let (mut pending, start) = (Pending::default(), Instant::now());
        assert_eq!(pending.due(), None);
        for at_ms in [0, 40, 90] {
            pending.add(at("content/vi.md"), start + ms(at_ms));
        }
        assert_eq!(pending.due(), Some(start + ms(190)));
        let batch = pending.take(start + ms(190));
        assert_eq!(batch.places(), Places::These(BTreeSet::from([PathBuf::from("content/vi.md")])));
        assert_eq!((pending.due(), batch.has_echo), (None, false));
    }

    #[test]
    fn one_save_after_another_is_looked_at_at_once() {
        let (mut pending, start) = (Pending::default(), Instant::now());
        pending.take(start);
        pending.add(at("content/vi.md"), start + ms(1));
        assert_eq!(pending.due(), Some(start + ms(101)));
    }

    #[test]
    fn events_without_an_end_starve_nobody() {
        let (mut pending, start) = (Pending::default(), Instant::now());
        (0..100).for_each(|n| pending.add(at("content/vi.md"), start + ms(n * 50)));
        assert_eq!(pending.due(), Some(start + STARVE));
    }

    #[test]
    fn a_storm_is_looked_at_twice_a_second_and_holds_no_memory() {
        let (mut pending, start) = (Pending::default(), Instant::now());
        let (mut now, mut looks, mut sent) = (start, Vec::new(), 0);
        // 20,000 events in four seconds, with pauses that look like its end.
        while sent < 20_000 {
            if pending.due().is_some_and(|due| due <= now) {
                pending.take(now);
                looks.push(now);
            }
            if (now - start).as_millis() % 400 < 250 {
                (0..8).for_each(|n| pending.add(at(&format!("content/{sent}-{n}/vi.md")), now));
                sent += 8;
            }
            assert!(pending.batch.places.len() <= PLACES);
            now += ms(1);
        }
        assert!(looks.windows(2).all(|pair| pair[1] - pair[0] >= STARVE), "{looks:?}");
        assert!(pending.take(now).has_echo);
    }

    #[test]
    fn more_places_than_are_kept_are_everything() {
        let (mut pending, now) = (Pending::default(), Instant::now());
        (0..=PLACES).for_each(|n| pending.add(at(&n.to_string()), now));
        assert_eq!(pending.take(now).places(), Places::Everything);
        pending.add(Heard { is_lost: true, ..Heard::default() }, now);
        pending.add(at("content"), now);
        let batch = pending.take(now);
        assert_eq!((batch.places(), batch.is_lost), (Places::Everything, true));
    }

    #[test]
    fn nothing_makes_nothing_due() {
        let mut pending = Pending::default();
        pending.add(Heard::default(), Instant::now());
        assert_eq!(pending.due(), None);
    }
}
