//! How two versions of an original differ, unit by unit. Equal units are paired first, wherever they stand, as Heckel
//! does it (A technique for isolating differences between files, CACM 21, 1978): that takes time in the length of the
//! texts and nothing else, and what was moved is known as moved. Only what is left is compared by its words.

use std::collections::BTreeMap;

use super::skeleton::{Unit, UnitKind};
use super::words::Bag;

/// What became of a unit. Places count from 0 in the list of its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    Same {
        /// Where it stood.
        old: usize,
        /// Where it stands.
        new: usize,
    },
    /// It has other words.
    Edited {
        /// Where it stood.
        old: usize,
        /// Where it stands.
        new: usize,
    },
    /// It has the same words in another place.
    Moved {
        /// Where it stood.
        old: usize,
        /// Where it stands.
        new: usize,
    },
    /// It is new.
    Added {
        /// Where it stands.
        new: usize,
    },
    /// It is gone.
    Removed {
        /// Where it stood.
        old: usize,
    },
}

/// How like two units must be to count as one that was edited, in hundredths: half of its syllables are the same.
const ALIKE: usize = 40;

/// The same for units in different places: they are less likely to belong together.
const ALIKE_ELSEWHERE: usize = 70;

/// Units of the other version with which one is compared. Between two unchanged units stand a handful of others.
const CANDIDATES: usize = 24;

/// What became of every unit: in the order of the new version, and what is gone where it stood.
pub fn compare(old: &[Unit], new: &[Unit]) -> Vec<Change> {
    let mut pairs = Pairs { of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    by_key(old, new, &mut pairs);
    let (old_ids, new_ids) = ids(old, new);
    unique(&old_ids, &new_ids, &mut pairs);
    neighbours(&old_ids, &new_ids, &mut pairs);
    repeated(&old_ids, &new_ids, &mut pairs);
    let in_order = in_order(&pairs);
    alike(old, new, &in_order, &mut pairs);
    listed(old, new, &pairs, &in_order)
}

/// How many places a translator must look at: where one unit gave way to another, that is one place.
pub fn changed(changes: &[Change]) -> usize {
    let (mut count, mut added, mut removed): (usize, usize, usize) = (0, 0, 0);
    for change in changes {
        match change {
            Change::Added { .. } => added += 1,
            Change::Removed { .. } => removed += 1,
            Change::Same { .. } | Change::Edited { .. } | Change::Moved { .. } => {
                count += std::mem::take(&mut added).max(std::mem::take(&mut removed));
                count += usize::from(!matches!(change, Change::Same { .. }));
            }
        }
    }
    count + added.max(removed)
}

/// Which unit of one version is which of the other.
struct Pairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Pairs {
    fn of_old(&self, old: usize) -> Option<usize> {
        self.of_old.get(old).copied().flatten()
    }

    fn join(&mut self, old: usize, new: usize) {
        if let (Some(to), Some(from)) = (self.of_old.get_mut(old), self.of_new.get_mut(new)) {
            (*to, *from) = (Some(new), Some(old));
        }
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        matches!((self.of_old.get(old), self.of_new.get(new)), (Some(None), Some(None)))
    }
}

/// Whether a unit is known by its key alone: the title, but not the third paragraph.
fn is_named(unit: &Unit) -> bool {
    !unit.key.ends_with(|c: char| c.is_ascii_digit())
}

fn by_key(old: &[Unit], new: &[Unit], pairs: &mut Pairs) {
    let known: BTreeMap<&str, usize> =
        old.iter().enumerate().filter(|(_, unit)| is_named(unit)).map(|(n, unit)| (unit.key.as_str(), n)).collect();
    for (n, unit) in new.iter().enumerate().filter(|(_, unit)| is_named(unit)) {
        if let Some(old) = known.get(unit.key.as_str()) {
            pairs.join(*old, n);
        }
    }
}

/// A number for every unit, the same for equal ones; none for those that are known by their keys.
fn ids(old: &[Unit], new: &[Unit]) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let mut known: BTreeMap<(&str, UnitKind, String), usize> = BTreeMap::new();
    // A second blank between two words changes nothing that a reader or a translator sees.
    let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut id = |unit| {
        let Unit { key, kind, text, .. }: &Unit = unit;
        let list = key.rsplit_once('.').map_or("", |(list, _)| list);
        let next = known.len();
        (!is_named(unit)).then(|| *known.entry((list, *kind, words(text))).or_insert(next))
    };
    (old.iter().map(&mut id).collect(), new.iter().map(&mut id).collect())
}

/// The places of every number.
fn places(ids: &[Option<usize>]) -> BTreeMap<usize, Vec<usize>> {
    let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, id) in ids.iter().enumerate() {
        if let Some(id) = id {
            places.entry(*id).or_default().push(place);
        }
    }
    places
}

fn unique(old: &[Option<usize>], new: &[Option<usize>], pairs: &mut Pairs) {
    let new = places(new);
    for (id, places) in places(old) {
        if let ([old], Some([new])) = (places.as_slice(), new.get(&id).map(Vec::as_slice)) {
            pairs.join(*old, *new);
        }
    }
}

/// What stands beside a pair and is equal is a pair too: so repeated words follow those around them.
fn neighbours(old: &[Option<usize>], new: &[Option<usize>], pairs: &mut Pairs) {
    let is_equal = |o: usize, n: usize| matches!((old.get(o), new.get(n)), (Some(Some(a)), Some(Some(b))) if a == b);
    for o in 0..old.len() {
        if let Some(n) = pairs.of_old(o)
            && is_equal(o + 1, n + 1)
            && pairs.is_free(o + 1, n + 1)
        {
            pairs.join(o + 1, n + 1);
        }
    }
    for o in (1..old.len()).rev() {
        if let Some(n) = pairs.of_old(o).filter(|n| *n > 0)
            && is_equal(o - 1, n - 1)
            && pairs.is_free(o - 1, n - 1)
        {
            pairs.join(o - 1, n - 1);
        }
    }
}

fn repeated(old: &[Option<usize>], new: &[Option<usize>], pairs: &mut Pairs) {
    let new = places(new);
    for (id, olds) in places(old) {
        let free_old: Vec<usize> = olds.into_iter().filter(|o| pairs.of_old(*o).is_none()).collect();
        let news = new.get(&id).map_or(&[][..], Vec::as_slice);
        let free_new: Vec<usize> =
            news.iter().copied().filter(|n| pairs.of_new.get(*n).is_some_and(Option::is_none)).collect();
        for (o, n) in free_old.into_iter().zip(free_new) {
            pairs.join(o, n);
        }
    }
}

/// The old places of the longest run of pairs that stand in the same order in both versions; the other pairs moved.
fn in_order(pairs: &Pairs) -> Vec<bool> {
    // Longest increasing subsequence: for every length the pair with the smallest new place that ends such a run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.of_old.len()];
    for (old, new) in pairs.of_old.iter().enumerate() {
        let Some(new) = new else { continue };
        let length = ends.partition_point(|end| pairs.of_old(*end).is_some_and(|other| other < *new));
        let last = length.checked_sub(1).and_then(|length| ends.get(length)).copied();
        if let Some(slot) = before.get_mut(old) {
            *slot = last;
        }
        match ends.get_mut(length) {
            Some(end) => *end = old,
            None => ends.push(old),
        }
    }
    let mut found = vec![false; pairs.of_old.len()];
    let mut at = ends.last().copied();
    while let Some(old) = at {
        if let Some(slot) = found.get_mut(old) {
            *slot = true;
        }
        at = before.get(old).copied().flatten();
    }
    found
}

/// Pairs what is left by its words: first between the same two unchanged units, then anywhere.
fn alike(old: &[Unit], new: &[Unit], in_order: &[bool], pairs: &mut Pairs) {
    let gaps = |is_border: &dyn Fn(usize) -> bool, count: usize| -> Vec<usize> {
        let mut gap = 0;
        let step = |place| {
            gap += usize::from(is_border(place));
            gap
        };
        (0..count).map(step).collect()
    };
    let is_border_old = |place: usize| in_order.get(place).copied().unwrap_or(false);
    let is_border_new = |place: usize| pairs.of_new.get(place).copied().flatten().is_some_and(&is_border_old);
    let (gap_old, gap_new) = (gaps(&is_border_old, old.len()), gaps(&is_border_new, new.len()));
    for is_near in [true, false] {
        let limit = if is_near { ALIKE } else { ALIKE_ELSEWHERE };
        let free_old: Vec<usize> = (0..old.len()).filter(|o| pairs.of_old(*o).is_none()).collect();
        let free_new: Vec<usize> =
            (0..new.len()).filter(|n| pairs.of_new.get(*n).is_some_and(Option::is_none)).collect();
        let bags: Vec<Option<Bag>> = free_old.iter().map(|o| old.get(*o).map(|unit| Bag::of(&unit.text))).collect();
        let gap_of = |gaps: &[usize], place: usize| gaps.get(place).copied().unwrap_or(0);
        let mut first = 0;
        for n in free_new {
            let Some(unit) = new.get(n) else { continue };
            let gap = gap_of(&gap_new, n);
            while is_near && free_old.get(first).is_some_and(|o| gap_of(&gap_old, *o) < gap) {
                first += 1;
            }
            let bag = Bag::of(&unit.text);
            let candidates = free_old.iter().zip(&bags).skip(first).take(CANDIDATES);
            let candidates = candidates.take_while(|(o, _)| !is_near || gap_of(&gap_old, **o) == gap);
            let mut best: Option<(usize, usize)> = None;
            for (o, other) in candidates {
                let (Some(other), Some(before)) = (other, old.get(*o)) else { continue };
                if pairs.of_old(*o).is_some() || !may_be_one(before, unit) {
                    continue;
                }
                let likeness = bag.likeness(other, limit);
                if likeness >= limit && best.is_none_or(|(most, _)| likeness > most) {
                    best = Some((likeness, *o));
                }
            }
            if let Some((_, o)) = best {
                pairs.join(o, n);
            }
        }
    }
}

/// Whether two units could be one that was edited: both a cell, or both of the same list of the front matter.
fn may_be_one(old: &Unit, new: &Unit) -> bool {
    let list = |unit: &Unit| unit.key.rfind('.').unwrap_or(0);
    let is_heading = |unit: &Unit| matches!(unit.kind, UnitKind::Heading(_));
    let is_kind = old.kind == new.kind || (is_heading(old) && is_heading(new));
    is_kind && old.key.get(..list(old)) == new.key.get(..list(new))
}

fn listed(old: &[Unit], new: &[Unit], pairs: &Pairs, in_order: &[bool]) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut gone = (0..old.len()).peekable();
    for (n, unit) in new.iter().enumerate() {
        let Some(o) = pairs.of_new.get(n).copied().flatten() else {
            changes.push(Change::Added { new: n });
            continue;
        };
        let is_same = old.get(o).is_some_and(|before| before.text == unit.text && before.kind == unit.kind);
        // What is gone is told before the unit that it stood before.
        let keeps_place = in_order.get(o).copied().unwrap_or(false);
        while keeps_place && let Some(before) = gone.next_if(|before| *before <= o) {
            changes.extend(pairs.of_old(before).is_none().then_some(Change::Removed { old: before }));
        }
        changes.push(match (is_same, keeps_place) {
            (true, true) => Change::Same { old: o, new: n },
            (true, false) => Change::Moved { old: o, new: n },
            (false, _) => Change::Edited { old: o, new: n },
        });
    }
    changes.extend(gone.filter(|o| pairs.of_old(*o).is_none()).map(|old| Change::Removed { old }));
    changes
}
