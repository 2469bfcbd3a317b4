//! A picture of few colours: paths are filled with one of them, and the whole becomes a PNG with a palette.

use std::collections::BTreeMap;

use harfrust::font::glyph::outline::PathSink;
use zeno::{Command, Join, Mask, PathData, Point, Stroke};

use super::face::Face;
use super::line::Line;

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// A picture.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    /// Steps from one colour to another at an edge.
    steps: u32,
    pixels: Vec<Colour>,
}

/// Colours of a palette.
const PALETTE: usize = 256;

impl Canvas {
    /// A picture of one colour.
    pub fn new((width, height): (u32, u32), steps: u32, colour: Colour) -> Canvas {
        Canvas { width, height, steps, pixels: vec![colour; width as usize * height as usize] }
    }

    /// Fills a path, and what lies within half of `bold` pixels of it.
    pub fn fill<D: PathData + Copy>(&mut self, path: D, bold: f32, colour: Colour) {
        let mut cover = self.cover(path, None);
        if bold > 0.0 {
            let round = *Stroke::new(bold).join(Join::Round);
            cover.iter_mut().zip(self.cover(path, Some(round))).for_each(|(a, b)| *a = (*a).max(b));
        }
        self.blend(&cover, colour);
    }

    /// Draws the line of a path.
    pub fn stroke<D: PathData + Copy>(&mut self, path: D, width: f32, colour: Colour) {
        let round = *Stroke::new(width).cap(zeno::Cap::Round).join(Join::Round);
        let cover = self.cover(path, Some(round));
        self.blend(&cover, colour);
    }

    fn cover<D: PathData + Copy>(&self, path: D, stroke: Option<Stroke<'_>>) -> Vec<u8> {
        let mut mask = Mask::new(path);
        mask.size(self.width, self.height);
        if let Some(stroke) = stroke {
            mask.style(stroke);
        }
        mask.render().0
    }

    fn blend(&mut self, cover: &[u8], colour: Colour) {
        let steps = self.steps;
        for (pixel, cover) in self.pixels.iter_mut().zip(cover).filter(|(_, cover)| **cover > 0) {
            let part = (u32::from(*cover) * steps + 127) / 255;
            for (below, above) in pixel.iter_mut().zip(colour) {
                let mixed = u32::from(*below) * (steps - part) + u32::from(above) * part;
                *below = u8::try_from((mixed + steps / 2) / steps).unwrap_or(u8::MAX);
            }
        }
    }

    /// Draws lines of words, each from its `x` on the height of its `y`.
    pub fn words(&mut self, lines: &[(&Line, f32, f32)], size: f32, bold: f32, faces: &[Face], colour: Colour) {
        let mut path = Path::default();
        for (line, x, y) in lines {
            let mut pen = *x;
            for (face, placed) in &line.glyphs {
                if let Some(face) = faces.get(*face) {
                    // On whole pixels a letter looks the same wherever it stands, which makes a smaller file.
                    let (left, base) = ((pen + placed.x * size).round(), (y - placed.y * size).round());
                    path.at = (left, base, size / face.em());
                    face.outline(placed.glyph, &mut path);
                }
                pen += placed.advance * size;
            }
        }
        self.fill(path.commands.as_slice(), bold, colour);
    }

    /// The picture as PNG. Writing into memory cannot fail, so nothing would only mean that there is none.
    pub fn png(&self) -> Option<Vec<u8>> {
        let (palette, indices) = self.palette();
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&indices).ok()?;
        writer.finish().ok()?;
        Some(out)
    }

    /// The colours, and each pixel's place among them. Those that differ least are one where they are too many.
    fn palette(&self) -> (Vec<Colour>, Vec<u8>) {
        let mut coarse = 1_u8;
        loop {
            let rounded = |pixel: &Colour| if coarse == 1 { *pixel } else { pixel.map(|part| part / coarse * coarse) };
            let mut places: BTreeMap<Colour, u8> = self.pixels.iter().map(|pixel| (rounded(pixel), 0)).collect();
            if places.len() <= PALETTE || coarse >= 64 {
                places.values_mut().zip(0..=u8::MAX).for_each(|(place, n)| *place = n);
                let indices = self.pixels.iter().map(|pixel| places.get(&rounded(pixel)).copied().unwrap_or(0));
                let indices = indices.collect();
                return (places.into_keys().collect(), indices);
            }
            coarse *= 2;
        }
    }
}

/// Outlines of glyphs as one path; a font's units grow upwards.
#[derive(Default)]
struct Path {
    commands: Vec<Command>,
    at: (f32, f32, f32),
}

impl Path {
    fn point(&self, x: f32, y: f32) -> Point {
        let (left, base, scale) = self.at;
        Point::new(left + x * scale, base - y * scale)
    }
}

impl PathSink for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.commands.push(Command::MoveTo(self.point(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.commands.push(Command::LineTo(self.point(x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.commands.push(Command::QuadTo(self.point(cx, cy), self.point(x, y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second) = (self.point(cx0, cy0), self.point(cx1, cy1));
        self.commands.push(Command::CurveTo(first, second, self.point(x, y)));
    }

    fn close(&mut self) {
        self.commands.push(Command::Close);
    }
}
