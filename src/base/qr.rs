//! A text as a code that the cameras of phones read.

use std::fmt::Write;

use fast_qr::QRBuilder;

/// White around the code, in its own units; without it cameras do not see where it ends (ISO/IEC 18004, section 6.3.8).
const QUIET: usize = 4;

/// A code as lines to be drawn one unit thick, black on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Its width and height, with the white around it.
    pub side: usize,
    /// Its black bars, as the path of an SVG.
    pub path: String,
}

impl QrCode {
    /// The code of a text; none if it is too long for one.
    pub fn of(text: &str) -> Option<QrCode> {
        let code = QRBuilder::new(text).build().ok()?;
        let mut path = String::new();
        for y in 0..code.size {
            let row: Vec<bool> = code[y].iter().map(|module| module.value()).collect();
            let (mut x, mut pen) = (0, None);
            for bar in row.chunk_by(|a, b| a == b) {
                if bar.first() == Some(&true) {
                    // Writing to a `String` cannot fail. From bar to bar it is shorter to say how far.
                    let _ = match pen {
                        None => write!(path, "M{} {}.5h{}", x + QUIET, y + QUIET, bar.len()),
                        Some(pen) => write!(path, "m{} 0h{}", x - pen, bar.len()),
                    };
                    pen = Some(x + bar.len());
                }
                x += bar.len();
            }
        }
        Some(QrCode { side: code.size + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::QrCode;

    /// Draws the path and compares it with what the encoder made.
    #[test]
    fn the_path_draws_every_module() {
        let text = "https://vi-du.example/a/b/vi/canh-bao/viec-nhe-luong-cao/index.html";
        let (Some(made), Ok(wanted)) = (QrCode::of(text), fast_qr::QRBuilder::new(text).build()) else {
            panic!("no code");
        };
        let mut drawn = vec![vec![false; made.side]; made.side];
        let (mut x, mut y) = (0usize, 0usize);
        for step in made.path.replace('M', "|M").replace('m', "|m").split('|').skip(1) {
            let (to, bar) = step.split_once('h').expect("a bar");
            let (a, b) = to.get(1..).and_then(|to| to.split_once(' ')).expect("two numbers");
            if to.starts_with('M') {
                x = a.parse().expect("x");
                y = b.trim_end_matches(".5").parse().expect("y");
            } else {
                x += a.parse::<usize>().expect("a gap");
            }
            let length: usize = bar.parse().expect("a length");
            drawn[y][x..x + length].fill(true);
            x += length;
        }
        for row in 0..wanted.size {
            for column in 0..wanted.size {
                assert_eq!(drawn[row + 4][column + 4], wanted[row][column].value(), "{row} {column}");
            }
        }
        assert_eq!(drawn.iter().take(4).flatten().filter(|black| **black).count(), 0);
    }

    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert_eq!(QrCode::of(&"x".repeat(5000)), None);
    }
}
