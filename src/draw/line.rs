//! A line of words: each part in the font that has its letters, in the order in which it is seen.

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::face::{Face, Placed};
use crate::model::{Direction, Said};

/// Words in the glyphs of several fonts.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The glyphs from left to right, each with its font.
    pub glyphs: Vec<(usize, Placed)>,
    /// How far they reach above and below the line, in parts of an em.
    pub reach: (f32, f32),
}

impl Line {
    /// How wide it is, in parts of an em.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|(_, placed)| placed.advance).sum()
    }
}

/// The glyphs of words; nothing if a letter is in none of the fonts.
pub(super) fn line(words: &Said, faces: &[Face]) -> Option<Line> {
    let text = words.text.as_str();
    if text.is_empty() {
        return Some(Line::default());
    }
    let level = if words.direction == Direction::Rtl { Level::rtl() } else { Level::ltr() };
    let seen = ParagraphBidiInfo::new(text, Some(level));
    let (levels, runs) = seen.visual_runs(0..text.len());
    let mut line = Line::default();
    for run in runs {
        let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
        let mut parts = parts(text.get(run.clone())?, faces)?;
        if is_rtl {
            parts.reverse();
        }
        for (face, part) in parts {
            let start = run.start + part.start;
            let font = faces.get(face)?;
            let glyphs = font.shape(text.get(start..run.start + part.end)?, words.lang.as_str(), is_rtl)?;
            for placed in &glyphs {
                let (above, below) = font.reach_of(placed.glyph);
                line.reach = (line.reach.0.max(above + placed.y), line.reach.1.max(below - placed.y));
            }
            line.glyphs.extend(glyphs.into_iter().map(|placed| (face, Placed { at: start + placed.at, ..placed })));
            let (above, below) = font.reach();
            line.reach = (line.reach.0.max(above), line.reach.1.max(below));
        }
    }
    Some(line)
}

/// Words cut where the font changes. A letter and its marks are in one: another font would set the marks beside it.
fn parts(words: &str, faces: &[Face]) -> Option<Vec<(usize, Range<usize>)>> {
    let mut parts: Vec<(usize, Range<usize>)> = Vec::new();
    for (start, letter) in words.grapheme_indices(true) {
        let end = start + letter.len();
        let has_all = |face: &Face| letter.chars().all(|c| is_unseen(c) || face.has(c));
        let face = faces.iter().position(has_all)?;
        match parts.last_mut() {
            Some((last, part)) if *last == face => part.end = end,
            _ => parts.push((face, start..end)),
        }
    }
    Some(parts)
}

/// What no font need have: it says where a line may break or how letters join.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
}
