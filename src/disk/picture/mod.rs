//! Pictures: decoded whole once, within limits and upright, and made anew without what they tell about their owner.

mod gate;
mod jpeg;
mod make;
mod scale;

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, Limits};

use crate::base::limits;
use crate::model::{MediaFault, Picture};

/// What is made of a picture: each width and its file.
pub(super) type Made = Vec<(u32, Vec<u8>)>;

/// A picture that was decoded: 1, 3 or 4 bytes a pixel (grey, colours, colours and how much one sees through).
struct Canvas {
    width: u32,
    height: u32,
    channels: usize,
    bytes: Vec<u8>,
}

/// Decodes a picture. What is made of it is given too if that is wanted, or had to be made to know what it will be.
pub(super) fn develop(bytes: &[u8], is_wanted: bool) -> Result<(Picture, Option<Made>), MediaFault> {
    let format = format_of(bytes)?;
    let (canvas, _pass) = decode(bytes, format)?;
    let (width, height) = (canvas.width, canvas.height);
    let picture = |ending| Picture { width, height, ending };
    let broken = || MediaFault::of("corrupt");
    if canvas.channels < 4 && format == ImageFormat::Jpeg {
        let made = is_wanted.then(|| make::jpegs(&canvas, &picture("jpg")).ok_or_else(broken)).transpose()?;
        return Ok((picture("jpg"), made));
    }
    if canvas.channels == 4 || make::is_flat(&canvas) {
        let made = make::pngs(&canvas, &picture("png")).ok_or_else(broken)?;
        // A photograph that somebody saved as PNG is ten times the size of a JPEG of it.
        if canvas.channels == 4 || made.iter().all(|(width, file)| file.len() <= make::weight(*width)) {
            return Ok((picture("png"), Some(made)));
        }
    }
    let made = is_wanted.then(|| make::jpegs(&canvas, &picture("jpg")).ok_or_else(broken)).transpose()?;
    Ok((picture("jpg"), made))
}

/// What a picture is, by its first bytes: names lie.
fn format_of(bytes: &[u8]) -> Result<ImageFormat, MediaFault> {
    let brand = bytes.get(4..12).filter(|brand| brand.starts_with(b"ftyp")).and_then(|brand| brand.get(4..));
    let why = match bytes {
        [] => "empty",
        [0xff, 0xd8, ..] => return Ok(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', ..] => return Ok(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => return Ok(ImageFormat::WebP),
        [b'G', b'I', b'F', b'8', ..] => "gif",
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => "tiff",
        [b'B', b'M', ..] => "bmp",
        _ => match brand {
            Some(b"avif" | b"avis") => "avif",
            Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1") => "heic",
            _ => "other",
        },
    };
    Err(MediaFault::of(why))
}

/// The picture upright, and the room that it was given in the memory.
fn decode(bytes: &[u8], format: ImageFormat) -> Result<(Canvas, gate::Pass), MediaFault> {
    let told = |error| fault(&error);
    match format {
        ImageFormat::Jpeg => jpeg::decode(bytes),
        ImageFormat::Png | ImageFormat::WebP if !ends_in_place(bytes, format) => Err(MediaFault::of("truncated")),
        ImageFormat::Png => {
            let decoder = PngDecoder::with_limits(Cursor::new(bytes), bounds()).map_err(told)?;
            if decoder.is_apng().map_err(told)? {
                return Err(MediaFault::of("animated"));
            }
            upright(decoder)
        }
        _ => {
            let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(told)?;
            if decoder.has_animation() {
                return Err(MediaFault::of("animated"));
            }
            upright(decoder)
        }
    }
}

/// Whether nothing is missing at the end, going by the lengths that the file tells of itself.
fn ends_in_place(bytes: &[u8], format: ImageFormat) -> bool {
    let length = |at: usize| bytes.get(at..)?.first_chunk::<4>().copied();
    if format == ImageFormat::WebP {
        return length(4).is_some_and(|length| u64::from(u32::from_le_bytes(length)) + 8 <= bytes.len() as u64);
    }
    let mut at = 8;
    while let Some(part) = length(at) {
        let name = bytes.get(at + 4..at + 8);
        // Length, name and sum stand around what a part holds.
        at = at.saturating_add(u32::from_be_bytes(part) as usize).saturating_add(12);
        if name == Some(b"IEND") {
            return at <= bytes.len();
        }
    }
    false
}

fn upright(mut decoder: impl ImageDecoder) -> Result<(Canvas, gate::Pass), MediaFault> {
    let pass = room(decoder.dimensions(), decoder.total_bytes())?;
    decoder.set_limits(bounds()).map_err(|error| fault(&error))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error))?;
    Ok((Canvas::of(picture, orientation), pass))
}

/// Waits for room in the memory; what is too large for all of it gets none.
fn room((width, height): (u32, u32), bytes: u64) -> Result<gate::Pass, MediaFault> {
    let is_huge = width > limits::PICTURE_SIDE || height > limits::PICTURE_SIDE || bytes > limits::PICTURE_BYTES;
    if is_huge { Err(MediaFault::of("huge")) } else { Ok(gate::enter(bytes)) }
}

fn bounds() -> Limits {
    let mut bounds = Limits::default();
    bounds.max_image_width = Some(limits::PICTURE_SIDE);
    bounds.max_image_height = Some(limits::PICTURE_SIDE);
    bounds.max_alloc = Some(limits::PICTURE_BYTES);
    bounds
}

fn fault(error: &ImageError) -> MediaFault {
    let is_end = |error: &std::io::Error| error.kind() == std::io::ErrorKind::UnexpectedEof;
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = source {
        if error.downcast_ref::<std::io::Error>().is_some_and(is_end) {
            return MediaFault::of("truncated");
        }
        source = error.source();
    }
    MediaFault::of(if matches!(error, ImageError::Limits(_)) { "huge" } else { "corrupt" })
}

impl Canvas {
    /// A picture with as few channels as show it whole.
    fn of(mut picture: DynamicImage, orientation: Orientation) -> Canvas {
        picture.apply_orientation(orientation);
        let (width, height, color) = (picture.width(), picture.height(), picture.color());
        if color.has_alpha() {
            let seen = picture.into_rgba8();
            if seen.pixels().any(|pixel| pixel[3] < u8::MAX) {
                return Canvas { width, height, channels: 4, bytes: seen.into_raw() };
            }
            picture = seen.into();
        }
        let (channels, bytes) = match color.has_color() {
            true => (3, picture.into_rgb8().into_raw()),
            false => (1, picture.into_luma8().into_raw()),
        };
        Canvas { width, height, channels, bytes }
    }
}
