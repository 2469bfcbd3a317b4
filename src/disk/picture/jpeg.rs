//! JPEG, read strictly: a decoder that forgives shows grey where a download broke off, and nobody is told.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, RgbImage};
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{Canvas, fault, gate, room};
use crate::base::limits;
use crate::model::MediaFault;

/// Decodes a JPEG and turns it upright.
pub(super) fn decode(bytes: &[u8]) -> Result<(Canvas, gate::Pass), MediaFault> {
    if !is_whole(bytes) {
        return Err(MediaFault::of("truncated"));
    }
    let broken = || MediaFault::of("corrupt");
    let mut head = JpegDecoder::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let orientation = head.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) = head.dimensions();
    drop(head);

    let side = limits::PICTURE_SIDE as usize;
    let options = DecoderOptions::default().set_strict_mode(true).set_max_width(side).set_max_height(side);
    let pass = room((width, height), u64::from(width) * u64::from(height) * 3)?;
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| broken())?;
    let colors = match decoder.input_colorspace() {
        // Nobody but a printing house knows how these inks look on a screen.
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => return Err(MediaFault::of("cmyk")),
        Some(ColorSpace::Luma) => ColorSpace::Luma,
        _ => ColorSpace::RGB,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(colors));
    let pixels = decoder.decode().map_err(|_| broken())?;
    let picture: Option<DynamicImage> = match colors {
        ColorSpace::Luma => GrayImage::from_raw(width, height, pixels).map(Into::into),
        _ => RgbImage::from_raw(width, height, pixels).map(Into::into),
    };
    Ok((Canvas::of(picture.ok_or_else(broken)?, orientation), pass))
}

/// Whether the mark of its end stands where the last of its parts does. The small picture within has one too, so the parts
/// are gone through; what a telephone puts behind the picture does not count.
fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // Between parts there may be any number of these.
        let Some(mark) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte != 0xff)) else {
            return false;
        };
        let (is_mark, name) = (mark > 0, bytes.get(at + mark).copied().unwrap_or(0));
        at += mark + 1;
        match name {
            _ if !is_mark => {} // The points of the picture, or what a decoder passes over.
            0xd9 => return true,
            0 | 0x01 | 0xd0..=0xd8 => {}
            _ => {
                let Some([high, low]) = bytes.get(at..at + 2) else { return false };
                at += usize::from(u16::from_be_bytes([*high, *low])).max(2);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_that_of_the_picture_and_not_of_the_small_one_within() {
        let whole = b"\xff\xd8\xff\xe1\x00\x06\xff\xd8\xff\xd9\xff\xda\x00\x02ab\xff\x00c\xff\xd0d\xff\xff\xd9 behind";
        assert!(is_whole(whole));
        let end = whole.len() - b" behind".len();
        (0..end).for_each(|cut| assert!(!is_whole(&whole[..cut]), "{cut}"));
        (end..whole.len()).for_each(|cut| assert!(is_whole(&whole[..cut]), "{cut}"));
    }
}
