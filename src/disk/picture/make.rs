//! What is published of a picture: each of its widths, within the weight that a page has for it.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::scale::shrink;
use super::{Canvas, Made};
use crate::base::limits;
use crate::model::Picture;

/// Of 100, from the best. Above 80 files grow and nobody sees why; below 44 faces and letters fall into squares, and a
/// picture that is still too heavy is one of leaves or sand and stays so.
const QUALITIES: [u8; 7] = [80, 74, 68, 62, 56, 50, 44];

/// Bytes that a published picture of this width should have at most.
pub(super) fn weight(width: u32) -> usize {
    let steps = limits::PICTURE_WIDTHS.into_iter().zip(limits::PICTURE_WEIGHTS);
    steps.filter(|(step, _)| *step >= width).map(|(_, weight)| weight).min().unwrap_or(usize::MAX)
}

/// Whether a picture is drawn rather than taken: in a photograph hardly any point has the colour of its neighbour.
pub(super) fn is_flat(canvas: &Canvas) -> bool {
    let row = canvas.width as usize * canvas.channels;
    let (mut same, mut all) = (0_u64, 0_u64);
    for line in canvas.bytes.chunks_exact(row) {
        let points = line.chunks_exact(canvas.channels);
        same += points.clone().zip(points.skip(1)).filter(|(point, next)| point == next).count() as u64;
        all += u64::from(canvas.width) - 1;
    }
    same * 2 >= all
}

/// The widths of a picture as JPEG.
pub(super) fn jpegs(canvas: &Canvas, picture: &Picture) -> Option<Made> {
    widths(canvas, picture, |small| {
        let mut best = None;
        for quality in QUALITIES {
            let file = jpeg(small, quality)?;
            let is_light = file.len() <= weight(small.width);
            best = Some(file);
            if is_light {
                break;
            }
        }
        best
    })
}

/// The widths of a picture as PNG.
pub(super) fn pngs(canvas: &Canvas, picture: &Picture) -> Option<Made> {
    widths(canvas, picture, |small| {
        let mut file = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
        let color = match small.channels {
            1 => ExtendedColorType::L8,
            3 => ExtendedColorType::Rgb8,
            _ => ExtendedColorType::Rgba8,
        };
        encoder.write_image(&small.bytes, small.width, small.height, color).ok()?;
        Some(file)
    })
}

fn widths(canvas: &Canvas, picture: &Picture, encode: impl Fn(&Canvas) -> Option<Vec<u8>>) -> Option<Made> {
    let one = |width| {
        let file = match width == canvas.width {
            true => encode(canvas),
            false => encode(&shrink(canvas, width, picture.height_of(width))),
        };
        Some((width, file?))
    };
    picture.widths().into_iter().map(one).collect()
}

fn jpeg(canvas: &Canvas, quality: u8) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    // Seen whole and blurred after the first tenth of it has come.
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let color = if canvas.channels == 1 { ColorType::Luma } else { ColorType::Rgb };
    let (width, height) = (u16::try_from(canvas.width).ok()?, u16::try_from(canvas.height).ok()?);
    encoder.encode(&canvas.bytes, width, height, color).ok()?;
    Some(file)
}
