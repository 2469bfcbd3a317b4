//! Pictures made smaller. Each new point is the mean of the area that it covers, of light and not of numbers: the mean of
//! the numbers would darken a sunlit hedge. In whole numbers, so that every machine comes to the same bytes; light is taken
//! for the square of the number, which is as near as the eye asks for.

use super::Canvas;

/// The picture with this width and height, neither of them larger than its own.
pub(super) fn shrink(canvas: &Canvas, width: u32, height: u32) -> Canvas {
    let bytes = match canvas.channels {
        1 => reduce::<1>(canvas, width as usize, height as usize),
        3 => reduce::<3>(canvas, width as usize, height as usize),
        _ => reduce::<4>(canvas, width as usize, height as usize),
    };
    Canvas { width, height, channels: canvas.channels, bytes }
}

fn reduce<const C: usize>(canvas: &Canvas, width: usize, height: usize) -> Vec<u8> {
    let (from_width, from_height) = (canvas.width as usize, canvas.height as usize);
    let mut out = Vec::with_capacity(width * height * C);
    let mut row = vec![[0_u64; C]; width];
    let mut sums = vec![[0_u64; C]; width];
    // A row counts as many units of height as the new picture has rows, a new row as many as the old one has: both end
    // together.
    let (mut filled, mut at) = (0, 0);
    for line in canvas.bytes.chunks_exact(from_width * C) {
        narrow(line, &mut row);
        let mut left = height;
        while left > 0 {
            let part = left.min(from_height - filled);
            for (sum, value) in sums.iter_mut().zip(&row) {
                sum.iter_mut().zip(value).for_each(|(sum, value)| *sum += value * part as u64);
            }
            (left, filled) = (left - part, filled + part);
            if filled == from_height {
                let area = (from_width * from_height) as u64;
                sums.iter_mut().for_each(|sum| out.extend(point(std::mem::replace(sum, [0; C]), area)));
                (filled, at) = (0, at + 1);
            }
        }
    }
    debug_assert_eq!(at, height);
    out
}

/// Adds up the light of a row for each point of a narrower one.
fn narrow<const C: usize>(line: &[u8], row: &mut [[u64; C]]) {
    let (from, to) = (line.len() / C, row.len());
    let mut points = line.as_chunks::<C>().0.iter();
    let (mut light, mut left) = ([0; C], 0);
    for sum in row {
        *sum = [0; C];
        let mut wanted = from;
        while wanted > 0 {
            if left == 0 {
                let Some(next) = points.next() else { break };
                (light, left) = (light_of(next), to);
            }
            let part = left.min(wanted);
            sum.iter_mut().zip(&light).for_each(|(sum, light)| *sum += light * part as u64);
            (left, wanted) = (left - part, wanted - part);
        }
    }
}

/// The light of a point; one that is seen through counts as much less.
fn light_of<const C: usize>(point: &[u8; C]) -> [u64; C] {
    let mut light = point.map(|value| u64::from(value) * u64::from(value));
    if let ([colors @ .., solid], [.., value], 4) = (&mut light[..], &point[..], C) {
        *solid = u64::from(*value);
        colors.iter_mut().for_each(|color| *color *= u64::from(*value));
    }
    light
}

/// The point whose light is the mean of an area.
fn point<const C: usize>(mut sum: [u64; C], area: u64) -> [u8; C] {
    let number = |light: u64| {
        let root = light.isqrt();
        // The nearer of two neighbours.
        u8::try_from(root + u64::from(light - root * root > root)).unwrap_or(u8::MAX)
    };
    let mut whole = area;
    let mut last = None;
    if let ([.., solid], 4) = (&mut sum[..], C) {
        last = u8::try_from((*solid + area / 2) / area).ok();
        whole = (*solid).max(1);
    }
    let mut point = sum.map(|light| number(light / whole));
    if let ([.., solid], Some(last)) = (&mut point[..], last) {
        *solid = last;
    }
    point
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(channels: usize, (width, height): (u32, u32), bytes: &[u8], to: (u32, u32)) -> Vec<u8> {
        shrink(&Canvas { width, height, channels, bytes: bytes.to_vec() }, to.0, to.1).bytes
    }

    #[test]
    fn a_point_has_the_light_of_its_area() {
        // Half of the light of white is 180, not 128.
        assert_eq!(small(1, (2, 2), &[255, 0, 0, 255], (1, 1)), [180]);
        assert_eq!(small(3, (3, 1), &[9, 8, 7, 9, 8, 7, 9, 8, 7], (2, 1)), [9, 8, 7, 9, 8, 7]);
        // The second of three points counts for both halves.
        assert_eq!(small(1, (3, 1), &[100, 100, 200], (2, 1)), [100, 173]);
        assert_eq!(small(1, (1, 3), &[100, 100, 200], (1, 2)), [100, 173]);
        let picture: Vec<u8> = (0..60).collect();
        assert_eq!(small(3, (5, 4), &picture, (5, 4)), picture);
    }

    #[test]
    fn what_cannot_be_seen_gives_no_colour() {
        let bytes = [200, 10, 10, 255, 0, 255, 0, 0];
        assert_eq!(small(4, (2, 1), &bytes, (1, 1)), [200, 10, 10, 128]);
        assert_eq!(small(4, (2, 1), &[1, 2, 3, 0, 4, 5, 6, 0], (1, 1)), [0, 0, 0, 0]);
    }

    #[test]
    fn the_largest_picture_fits_into_the_numbers() {
        let side = u64::from(crate::base::limits::PICTURE_SIDE);
        assert!(side.checked_mul(side).and_then(|area| area.checked_mul(255 * 255 * 255)).is_some());
    }
}
