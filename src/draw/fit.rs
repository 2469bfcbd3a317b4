//! Words set into a box: as large as they fit, in lines of about one width, and cut with an ellipsis where even the
//! smallest letters are too many.

use std::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_segmentation::UnicodeSegmentation;

use super::face::Face;
use super::line::{Line, line};
use crate::model::Said;

/// Lines of one size.
#[derive(Debug)]
pub(super) struct Fitted {
    /// Pixels of an em.
    pub size: f32,
    /// The lines.
    pub lines: Vec<Line>,
    /// Pixels from one line to the next.
    pub step: f32,
    /// Pixels from the top of a line to what its letters stand on.
    pub above: f32,
}

/// Letters that are looked at: no card holds more.
const MOST_LETTERS: usize = 1000;

/// Sets words into a box in the first of some sizes, the largest first, at which they fit; nothing if a letter is in none
/// of the fonts.
pub(super) fn fit(words: &Said, faces: &[Face], width: f32, height: f32, sizes: &[f32]) -> Option<Fitted> {
    let text: String = words.text.graphemes(true).take(MOST_LETTERS).collect();
    let words = Said { text, ..words.clone() };
    let measured = Measured::of(&words, faces)?;
    let fits = |size: f32| {
        let step = size * (measured.reach.0 + measured.reach.1);
        let most = ((height / step) as usize).max(1);
        (most, measured.wrap(width / size))
    };
    for size in sizes {
        let (most, lines) = fits(*size);
        // A word in two is the last resort: smaller letters are tried before.
        if lines.len() <= most && measured.widest_word() <= width / size {
            let lines = measured.balanced(width / size, lines);
            return Some(measured.fitted(*size, measured.set(lines, faces)?));
        }
    }
    let size = *sizes.last()?;
    let (most, mut lines) = fits(size);
    let is_cut = lines.len() > most;
    lines.truncate(most);
    let mut set = measured.set(lines.clone(), faces)?;
    if let (true, Some(last)) = (is_cut, lines.last()) {
        set.pop();
        set.push(measured.cut(last.clone(), width / size, faces)?);
    }
    Some(measured.fitted(size, set))
}

/// Words on one line, as long as they have room, in the first of some sizes at which they do.
pub(super) fn one_line(words: &Said, faces: &[Face], width: f32, sizes: &[f32]) -> Option<Fitted> {
    fit(words, faces, width, 0.0, sizes)
}

/// Words whose letters were measured.
struct Measured<'a> {
    words: &'a Said,
    /// The end and width of each letter, in parts of an em.
    letters: Vec<(usize, f32)>,
    /// Where a line may end.
    breaks: Vec<usize>,
    reach: (f32, f32),
}

impl<'a> Measured<'a> {
    fn of(words: &'a Said, faces: &[Face]) -> Option<Measured<'a>> {
        let text = words.text.as_str();
        let Line { glyphs, reach } = line(words, faces)?;
        let mut at: Vec<(usize, f32)> = glyphs.iter().map(|(_, placed)| (placed.at, placed.advance)).collect();
        at.sort_by_key(|(at, _)| *at);
        let mut at = at.into_iter().peekable();
        let letters = text.grapheme_indices(true).map(|(start, letter)| {
            let end = start + letter.len();
            let mut width = 0.0;
            while let Some((_, advance)) = at.next_if(|(at, _)| *at < end) {
                width += advance;
            }
            (end, width)
        });
        let letters: Vec<(usize, f32)> = letters.collect();
        let segmenter = LineSegmenter::new_lstm(LineBreakOptions::default());
        // The model of Khmer may cut between a letter and its mark.
        let ends = |at: &usize| letters.binary_search_by_key(at, |(end, _)| *end).is_ok();
        let breaks = segmenter.segment_str(text).filter(ends).collect();
        Some(Measured { words, letters, breaks, reach })
    }

    fn fitted(&self, size: f32, lines: Vec<Line>) -> Fitted {
        let (above, below) = self.reach;
        Fitted { size, lines, step: size * (above + below), above: size * above }
    }

    fn width(&self, range: &Range<usize>) -> f32 {
        let text = self.words.text.get(range.clone()).unwrap_or_default();
        let end = range.start + text.trim_end().len();
        let inside = self.letters.iter().filter(|(at, _)| *at > range.start && *at <= end);
        inside.map(|(_, width)| width).sum()
    }

    fn pieces(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.breaks.iter().copied());
        starts.zip(self.breaks.iter().copied()).map(|(start, end)| start..end)
    }

    fn widest_word(&self) -> f32 {
        self.pieces().map(|piece| self.width(&piece)).fold(0.0, f32::max)
    }

    /// Lines of at most this width; a word that is wider is cut between letters.
    fn wrap(&self, width: f32) -> Vec<Range<usize>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut open = 0..0;
        for piece in self.pieces() {
            if self.width(&(open.start..piece.end)) <= width {
                open.end = piece.end;
                continue;
            }
            if !open.is_empty() {
                lines.push(std::mem::replace(&mut open, piece.start..piece.start));
            }
            let letters = self.letters.iter().map(|(end, _)| *end).filter(|end| piece.contains(&(end - 1)));
            for end in letters {
                if self.width(&(open.start..end)) > width && !open.is_empty() {
                    let start = open.end;
                    lines.push(std::mem::replace(&mut open, start..start));
                }
                open.end = end;
            }
        }
        if !open.is_empty() {
            lines.push(open);
        }
        lines
    }

    /// The same number of lines, of about one width.
    fn balanced(&self, width: f32, lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let (mut low, mut high) = (self.widest_word(), width);
        let mut best = lines;
        for _ in 0..8 {
            let middle = (low + high) / 2.0;
            let tried = self.wrap(middle);
            if tried.len() <= best.len() {
                (best, high) = (tried, middle);
            } else {
                low = middle;
            }
        }
        best
    }

    fn set(&self, lines: Vec<Range<usize>>, faces: &[Face]) -> Option<Vec<Line>> {
        lines.into_iter().map(|range| self.said(range, "", faces)).collect()
    }

    fn said(&self, range: Range<usize>, tail: &str, faces: &[Face]) -> Option<Line> {
        let text = self.words.text.get(range)?.trim();
        line(&Said { text: format!("{text}{tail}"), ..self.words.clone() }, faces)
    }

    /// A line that ends with an ellipsis, where a word ends if one does.
    fn cut(&self, range: Range<usize>, width: f32, faces: &[Face]) -> Option<Line> {
        let ends = |ends: Vec<usize>| ends.into_iter().rev().filter(|end| *end > range.start && *end <= range.end);
        let letters = self.letters.iter().map(|(end, _)| *end).collect();
        let fits = |end: usize| {
            let line = self.said(range.start..end, "…", faces).or_else(|| self.said(range.start..end, "", faces))?;
            (line.width() <= width).then_some(line)
        };
        ends(self.breaks.clone()).find_map(fits).or_else(|| ends(letters).find_map(fits))
    }
}
