//! Fonts: which letters one has, and words turned into its glyphs.

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, Direction, Font, GlyphId, Language, ShapeOptions, ShaperFont, shape};

/// A font that was unpacked.
pub(super) struct Face {
    font: Font,
    em: f32,
}

/// A glyph where a run of words has it, in parts of an em.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its number in the font.
    pub glyph: u32,
    /// The byte of the run at which its letter begins.
    pub at: usize,
    /// How far the pen moves.
    pub advance: f32,
    /// Where it stands from the pen.
    pub x: f32,
    /// The same, upwards.
    pub y: f32,
}

impl Face {
    /// Unpacks a font; nothing if it is none.
    pub fn read(woff2: &[u8]) -> Option<Face> {
        let font = Font::new(wuff::decompress_woff2(woff2).ok()?, 0)?;
        let em = f32::from(font.units_per_em());
        (em > 0.0).then_some(Face { font, em })
    }

    /// Whether it has a letter.
    pub fn has(&self, c: char) -> bool {
        self.font.charmap().map_unicode(c).is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    /// How far its letters reach above and below the line, in parts of an em.
    pub fn reach(&self) -> (f32, f32) {
        let Some(line) = self.font.metrics().h_line() else { return (1.0, 0.3) };
        (line.ascender.to_f32() / self.em, -line.descender.to_f32() / self.em)
    }

    /// The same for one glyph: what stacks marks reaches further than the font says of all its letters.
    pub fn reach_of(&self, glyph: u32) -> (f32, f32) {
        let extents = self.font.outline_glyphs().get(GlyphId::new(glyph)).and_then(|outline| outline.extents().ok());
        extents.map_or((0.0, 0.0), |ink| (ink.y_bearing / self.em, (ink.height - ink.y_bearing) / self.em))
    }

    /// The glyphs of words of one direction, from left to right; nothing if one of them would be an empty box.
    pub fn shape(&self, words: &str, lang: &str, is_rtl: bool) -> Option<Vec<Placed>> {
        let mut buffer = Buffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.set_language(Language::new(lang));
        shape(&ShaperFont::new(&self.font), &mut buffer, ShapeOptions::new()).ok()?;
        let placed = buffer.glyph_infos().iter().zip(buffer.glyph_positions()).map(|(info, position)| {
            let part = |units: i32| units as f32 / self.em;
            let (x, y) = (part(position.x_offset), part(position.y_offset));
            let at = info.cluster as usize;
            (info.glyph_id != 0).then_some(Placed { glyph: info.glyph_id, at, advance: part(position.x_advance), x, y })
        });
        placed.collect()
    }

    /// Draws the outline of a glyph, in units of which [`Face::em`] make an em, upwards.
    pub fn outline(&self, glyph: u32, path: &mut dyn PathSink) {
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
            // What a broken outline drew before it broke is drawn: the words stand in the page, too.
            let _ = outline.draw(&DrawOptions::new(), DrawMemory::Scratch, path);
        }
    }

    /// The units of an em.
    pub fn em(&self) -> f32 {
        self.em
    }
}
