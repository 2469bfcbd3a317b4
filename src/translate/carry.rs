//! What a translation already says, carried over to the original of today.

use std::collections::BTreeMap;

use crate::model::Value;

use super::change::{Change, compare};
use super::skeleton::{Skeleton, Unit, UnitKind};

/// What a translation offers for one unit of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its words, if it has any.
    pub text: Option<String>,
    /// What they are worth.
    pub standing: Standing,
}

/// What carried words are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They translate the words of today.
    Fresh,
    /// They translate other words, or it is not sure which.
    Fuzzy {
        /// The words of the original that they translate, where those are known.
        previous: Option<String>,
    },
    /// There are none.
    Missing,
}

impl Proposal {
    const MISSING: Proposal = Proposal { text: None, standing: Standing::Missing };
}

/// One proposal for each unit of the new original. `old` is the original that the translation was made from: the new
/// one itself if nothing changed since, none if no record of it was kept.
pub fn carry(new: &Skeleton, old: Option<&Skeleton>, translation: Option<&Skeleton>) -> Vec<Proposal> {
    let Some(translation) = translation else { return vec![Proposal::MISSING; new.units.len()] };
    let base = old.unwrap_or(new);
    let said = said(base, translation);
    let mut proposals = vec![Proposal::MISSING; new.units.len()];
    for change in compare(&base.units, &new.units) {
        let (before, place, is_edited) = match change {
            Change::Same { old, new } | Change::Moved { old, new } => (old, new, false),
            Change::Edited { old, new } => (old, new, true),
            Change::Added { .. } | Change::Removed { .. } => continue,
        };
        let (Some(unit), Some(said)) = (base.units.get(before), said.get(before)) else { continue };
        let Some(Said { text, is_sure }) = said else { continue };
        let previous = old.is_some().then(|| unit.text.clone());
        let is_fresh = *is_sure && !is_edited && old.is_some();
        let standing = if is_fresh { Standing::Fresh } else { Standing::Fuzzy { previous } };
        if let Some(proposal) = proposals.get_mut(place) {
            *proposal = Proposal { text: Some(text.clone()), standing };
        }
    }
    proposals
}

/// What a translation says for a unit, and whether it surely belongs there.
#[derive(Clone)]
struct Said {
    text: String,
    is_sure: bool,
}

/// What a translation says for each unit of the original that it was made from.
fn said(original: &Skeleton, translation: &Skeleton) -> Vec<Option<Said>> {
    let mut said: Vec<Option<Said>> = vec![None; original.units.len()];
    let mut put = |place: usize, unit: &Unit, is_sure: bool| {
        let is_word = |unit: &Unit| unit.text.chars().any(char::is_alphabetic);
        let is_copy = original.units.get(place).is_some_and(|before| before.text == unit.text && is_word(before));
        // A reader who knows the language let the words stand; before that, they are those that nobody has translated.
        if is_copy && !is_reviewed(translation) {
            return;
        }
        if let Some(slot) = said.get_mut(place) {
            *slot = Some(Said { text: unit.text.clone(), is_sure });
        }
    };
    let by_key: BTreeMap<&str, usize> =
        original.units.iter().enumerate().map(|(place, unit)| (unit.key.as_str(), place)).collect();
    for unit in translation.units.iter().filter(|unit| !unit.is_in_body()) {
        if let Some(place) = by_key.get(unit.key.as_str()) {
            put(*place, unit, true);
        }
    }
    let body = |skeleton: &Skeleton| skeleton.units.iter().filter(|unit| !unit.is_in_body()).count();
    let (from, to) = (body(original), body(translation));
    let (of_original, of_translation) =
        (original.units.get(from..).unwrap_or(&[]), translation.units.get(to..).unwrap_or(&[]));
    for (place, other, is_sure) in aligned(of_original, of_translation) {
        if let Some(unit) = of_translation.get(other) {
            put(from + place, unit, is_sure);
        }
    }
    said
}

fn is_reviewed(translation: &Skeleton) -> bool {
    let value = |name: &str| translation.head.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let is_open = matches!(value("status").and_then(Value::as_text), Some("draft" | "review"));
    value("reviewed_by").is_some() && !is_open
}

/// Pairs of places of two bodies, and whether each is sure: the same kinds in the same order belong together one by one.
fn aligned(original: &[Unit], translation: &[Unit]) -> Vec<(usize, usize, bool)> {
    if is_alike(original, translation) {
        return (0..original.len()).map(|place| (place, place, true)).collect();
    }
    let (sections, others) = (sections(original), sections(translation));
    let levels = |body: &[Unit]| body.iter().map(|unit| unit.kind).filter(is_heading).collect::<Vec<_>>();
    if levels(original) != levels(translation) {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    for (section, other) in sections.into_iter().zip(others) {
        let (first, second) = (section.clone(), other.clone());
        let (units, with) = (original.get(section).unwrap_or(&[]), translation.get(other).unwrap_or(&[]));
        if is_alike(units, with) {
            pairs.extend((0..units.len()).map(|place| (first.start + place, second.start + place, true)));
        } else {
            pairs.extend(by_kind(units, with).map(|(one, two)| (first.start + one, second.start + two, false)));
        }
    }
    pairs
}

fn is_heading(kind: &UnitKind) -> bool {
    matches!(kind, UnitKind::Heading(_))
}

fn is_alike(one: &[Unit], two: &[Unit]) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.kind == two.kind)
}

/// The parts of a body, each from its heading on.
fn sections(body: &[Unit]) -> Vec<std::ops::Range<usize>> {
    let mut starts = vec![0];
    starts.extend(body.iter().enumerate().filter(|(_, unit)| is_heading(&unit.kind)).map(|(place, _)| place));
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(body.len()));
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// In a section that has other units, those of the kinds of which both have as many.
fn by_kind<'a>(one: &'a [Unit], two: &'a [Unit]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let places = |units: &[Unit]| {
        let mut places: BTreeMap<UnitKind, Vec<usize>> = BTreeMap::new();
        for (place, unit) in units.iter().enumerate() {
            places.entry(unit.kind).or_default().push(place);
        }
        places
    };
    let mut others = places(two);
    places(one).into_iter().flat_map(move |(kind, places)| {
        let others = others.remove(&kind).filter(|others| others.len() == places.len()).unwrap_or_default();
        places.into_iter().zip(others).collect::<Vec<_>>()
    })
}
