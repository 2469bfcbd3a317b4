//! Pictures that are drawn, not found: the card of a page that is shared. Pure: the same card gives the same bytes on any
//! machine, for no font, clock or mathematics of the system is asked.

mod canvas;
mod face;
mod fit;
mod line;

pub use line::is_unseen;

use canvas::{Canvas, Colour};
use face::Face;
use fit::{Fitted, fit, one_line};

use crate::base::{Lang, limits};
use crate::model::{Direction, Said, ShareCard};

/// Width and height of a card, as those who show it ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// To be changed with whatever changes the bytes of a card.
pub const VERSION: &[u8] = b"share card 1";

const HERO: Colour = [0x1b, 0x2d, 0x63];
const RING: Colour = [0x22, 0x38, 0x7a];
const RING_2: Colour = [0x29, 0x43, 0x8c];
const WHITE: Colour = [0xff, 0xff, 0xff];
const SOFT: Colour = [0xe3, 0xe9, 0xfb];
const OCHRE: Colour = [0xf0, 0xb8, 0x40];

/// What stands free at the sides.
const MARGIN: f32 = 72.0;
const WIDTH: f32 = 1200.0;
/// Where the band with the number begins.
const BAND: f32 = 452.0;
/// The words between the owner and the band.
const TITLE: (f32, f32) = (146.0, 426.0);

const TITLE_SIZES: &[f32] = &[88.0, 80.0, 72.0, 64.0, 58.0, 52.0, 47.0, 42.0, 38.0];
const OWNER_SIZES: &[f32] = &[34.0, 31.0, 28.0];
const NUMBER_SIZES: &[f32] = &[136.0, 120.0, 104.0, 90.0, 78.0, 66.0, 56.0, 48.0, 40.0];
const NOTE_SIZES: &[f32] = &[32.0, 29.0, 26.0];

/// Two lines of Vietnamese.
const NOTE_HEIGHT: f32 = 88.0;

/// Steps from one colour to another at an edge. More than the first are seen by nobody, fewer make a smaller file.
const STEPS: &[u32] = &[7, 4, 2];

/// A card as PNG.
pub fn share_card(card: &ShareCard) -> Vec<u8> {
    let faces: Vec<Face> = card.fonts.iter().filter_map(|font| Face::read(&font.bytes)).collect();
    let mut drawn = Vec::new();
    for steps in STEPS {
        drawn = with_steps(card, &faces, *steps).png().unwrap_or_default();
        if drawn.len() <= limits::SHARE_CARD_BYTES {
            break;
        }
    }
    drawn
}

fn with_steps(card: &ShareCard, faces: &[Face], steps: u32) -> Canvas {
    let mut canvas = Canvas::new(SIZE, steps, HERO);
    arches(&mut canvas);
    canvas.fill("M0 452H1200V630H0z", 0.0, OCHRE);
    owner(&mut canvas, card.owner.as_ref(), faces);
    if let Some(title) = &card.title {
        let (top, bottom) = TITLE;
        let fitted = fit(title, faces, WIDTH - 2.0 * MARGIN, bottom - top, TITLE_SIZES);
        fitted.iter().for_each(|fitted| block(&mut canvas, fitted, title, (top, bottom), faces));
    }
    if let Some((number, notes)) = &card.call {
        call(&mut canvas, number, notes, faces);
    }
    canvas
}

/// The arches of the gate, behind everything.
fn arches(canvas: &mut Canvas) {
    for (radius, colour) in [(520.0, RING), (500.0, HERO), (430.0, RING), (410.0, HERO), (340.0, RING), (190.0, RING_2)]
    {
        let (left, right) = (900.0 - radius, 900.0 + radius);
        let path = format!("M{left} {BAND}A{radius} {radius} 0 0 1 {right} {BAND}z");
        canvas.fill(path.as_str(), 0.0, colour);
    }
}

/// The sign of the site and whose page it is.
fn owner(canvas: &mut Canvas, owner: Option<&Said>, faces: &[Face]) {
    canvas.fill("M72 120V84a27 27 0 0 1 54 0V120z", 0.0, WHITE);
    canvas.fill("M81 88h5c6 0 11-3.5 14-9.500v27c-3-6-8-9.500-14-9.500h-5z", 0.0, HERO);
    canvas.stroke("M106 86a8.500 8.500 0 0 1 0 12M111.500 80.500a16 16 0 0 1 0 23", 3.6, HERO);
    let Some(words) = owner else { return };
    if let Some(fitted) = one_line(words, faces, WIDTH - 2.0 * MARGIN - 78.0, OWNER_SIZES) {
        let lines: Vec<_> = fitted.lines.iter().take(1).map(|line| (line, MARGIN + 78.0, 101.0)).collect();
        canvas.words(&lines, fitted.size, 0.0, faces, SOFT);
    }
}

/// Lines of a title, upright in the middle of their room.
fn block(canvas: &mut Canvas, fitted: &Fitted, words: &Said, (top, bottom): (f32, f32), faces: &[Face]) {
    let height = fitted.step * fitted.lines.len() as f32;
    let first = top + ((bottom - top - height) / 2.0).max(0.0);
    let lines = fitted.lines.iter().enumerate().map(|(n, line)| {
        let base = first + fitted.step * n as f32 + fitted.above;
        (line, start(words, line.width() * fitted.size, MARGIN, WIDTH - MARGIN), base)
    });
    let lines: Vec<_> = lines.collect();
    canvas.words(&lines, fitted.size, fitted.size * 0.028, faces, WHITE);
}

/// Where a line begins: at the side from which it is read.
fn start(words: &Said, width: f32, left: f32, right: f32) -> f32 {
    if words.direction == Direction::Rtl { right - width } else { left }
}

/// The number as large as it can be, and beside it what to know before calling.
fn call(canvas: &mut Canvas, number: &str, notes: &[Said], faces: &[Face]) {
    let plain = |text: &str| Said { text: text.to_owned(), lang: Lang::vietnamese(), direction: Direction::Ltr };
    canvas.fill(HANDSET, 0.0, HERO);
    let left = MARGIN + 108.0;
    let Some(number) = one_line(&plain(number), faces, 560.0, NUMBER_SIZES) else { return };
    let Some(line) = number.lines.first() else { return };
    let middle = (BAND + 630.0) / 2.0;
    // Digits are about 0.714 of an em high.
    canvas.words(&[(line, left, middle + number.size * 0.357)], number.size, number.size * 0.04, faces, HERO);
    let left = left + line.width() * number.size + 44.0;
    let room = WIDTH - MARGIN - left;
    let set = |note: &Said, sizes: &[f32]| fit(note, faces, room, NOTE_HEIGHT, sizes);
    // All in the letters that the longest needs.
    let sizes = notes.iter().filter_map(|note| Some(set(note, NOTE_SIZES)?.size));
    let size = sizes.fold(NOTE_SIZES.first().copied().unwrap_or_default(), f32::min);
    let notes: Vec<Fitted> = notes.iter().filter_map(|note| set(note, &[size])).collect();
    let height: f32 = notes.iter().map(|note| note.step * note.lines.len() as f32).sum();
    let mut top = middle - height / 2.0;
    for note in &notes {
        for line in &note.lines {
            canvas.words(&[(line, left, top + note.above)], note.size, 0.0, faces, HERO);
            top += note.step;
        }
    }
}

/// A telephone's handset.
const HANDSET: &str = "M92 497h14.500l9.200 22-10 8.300a52 52 0 0 0 24 24l8.300-10 22 9.200v15.400c0 5.700-4.800 10-10.500 10A72.500 72.500 0 0 1 81 507.500C81 501.800 86.300 497 92 497z";

#[cfg(test)]
mod tests;
