//! Pictures: how large they are once upright, and the same picture without what it tells about its owner.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Seek};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};

use crate::base::limits;

/// Of 100. Below 80 red tones smear, above 85 files grow and nobody sees why.
const JPEG_QUALITY: u8 = 82;

/// Width and height of a picture once it is upright; `head` is the front of its file.
pub(super) fn dimensions(head: &[u8], file: &mut File, size: u64) -> Option<(u32, u32)> {
    // The decoder reads a JPEG whole, and a camera's is several megabytes. Its header stands in front, with all that
    // is asked.
    let is_whole = size <= head.len() as u64;
    let is_jpeg = head.starts_with(&[0xff, 0xd8]);
    let from_head = if is_whole || is_jpeg { measure(Cursor::new(head)) } else { None };
    if from_head.is_some() || is_whole || size > limits::PICTURE_BYTES {
        return from_head;
    }
    file.rewind().ok()?;
    measure(BufReader::new(file))
}

fn measure(reader: impl BufRead + Seek) -> Option<(u32, u32)> {
    let mut decoder = decoder(reader).ok()?;
    let (width, height) = decoder.dimensions();
    let turned = match decoder.orientation().unwrap_or(Orientation::NoTransforms) {
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH => {
            (height, width)
        }
        _ => (width, height),
    };
    Some(turned)
}

/// The picture upright and encoded anew for a file with this ending. Colour profiles go too: anything may stand in one.
pub(super) fn clean(bytes: &[u8], extension: &str) -> Result<Vec<u8>, ImageError> {
    let mut decoder = decoder(Cursor::new(bytes))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let mut out = Vec::new();
    match extension {
        "jpg" | "jpeg" => opaque(&picture).write_with_encoder(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY))?,
        "png" => {
            let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
            picture.write_with_encoder(encoder)?;
        }
        "webp" => eight_bits(picture).write_with_encoder(WebPEncoder::new_lossless(&mut out))?,
        _ => return Err(ImageError::Unsupported(image::error::ImageFormatHint::Name(extension.to_owned()).into())),
    }
    Ok(out)
}

fn decoder<'a>(reader: impl BufRead + Seek + 'a) -> Result<impl ImageDecoder + 'a, ImageError> {
    let mut bounds = Limits::default();
    bounds.max_image_width = Some(limits::PICTURE_SIDE);
    bounds.max_image_height = Some(limits::PICTURE_SIDE);
    bounds.max_alloc = Some(limits::PICTURE_BYTES);
    let mut reader = ImageReader::new(reader);
    reader.limits(bounds);
    let decoder = reader.with_guessed_format()?.into_decoder()?;
    if decoder.total_bytes() > limits::PICTURE_BYTES {
        return Err(ImageError::Limits(image::error::LimitError::from_kind(
            image::error::LimitErrorKind::InsufficientMemory,
        )));
    }
    Ok(decoder)
}

// JPEG knows neither transparency nor sixteen bits.
fn opaque(picture: &DynamicImage) -> DynamicImage {
    if picture.color().has_color() { picture.to_rgb8().into() } else { picture.to_luma8().into() }
}

// WebP knows no sixteen bits.
fn eight_bits(picture: DynamicImage) -> DynamicImage {
    let color = picture.color();
    match (color.has_color(), color.has_alpha()) {
        (true, true) => picture.to_rgba8().into(),
        (true, false) => picture.to_rgb8().into(),
        (false, true) => picture.to_luma_alpha8().into(),
        (false, false) => picture.to_luma8().into(),
    }
}
