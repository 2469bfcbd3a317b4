//! What is known of a file that is not held: pictures, sound, film, downloads.

use crate::base::{Digest, limits};

use super::block::MediaKind;

/// What is known of a file that is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Media {
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
    /// What its bytes are, whatever its name says.
    pub content: Content,
}

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// What is passed on as it is: a download, or a file that pages do not show.
    Plain,
    /// A picture of points that can be decoded whole.
    Picture(Picture),
    /// A drawing of lines with nothing in it but lines.
    Drawing {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// Sound that a player understands.
    Sound {
        /// The ending of its published file.
        ending: &'static str,
        /// How long it lasts, if it says so.
        seconds: Option<u32>,
    },
    /// A film that a player understands.
    Film {
        /// The ending of its published file.
        ending: &'static str,
        /// How long it lasts, if it says so.
        seconds: Option<u32>,
        /// Its width in pixels, 0 if it does not say.
        width: u32,
        /// Its height in pixels, 0 if it does not say.
        height: u32,
    },
    /// What has the name of a picture, a sound or a film and cannot be published.
    Unusable(MediaFault),
}

/// A picture of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its width in pixels once it is upright.
    pub width: u32,
    /// Its height in pixels once it is upright.
    pub height: u32,
    /// The ending of what is made of it: `jpg`, or `png` where that would smear it or lose what one sees through.
    pub ending: &'static str,
}

/// Why a file cannot be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaFault {
    /// A word for the messages, one of [`MediaFault::WHY`].
    pub why: &'static str,
    /// The line that it stands in, in a drawing.
    pub line: Option<u32>,
}

impl MediaFault {
    /// All reasons: the file is empty, ends too early, is damaged, too large, moves, is meant for a printing press, is of
    /// another kind; a drawing is not well formed, has no size, or holds what is not lines.
    pub const WHY: [&'static str; 19] = [
        "empty",
        "truncated",
        "corrupt",
        "huge",
        "animated",
        "cmyk",
        "heic",
        "avif",
        "gif",
        "tiff",
        "bmp",
        "other",
        "svg-broken",
        "svg-size",
        "svg-script",
        "svg-foreign",
        "svg-outside",
        "svg-style",
        "svg-entity",
    ];

    /// A fault of the whole file.
    pub fn of(why: &'static str) -> MediaFault {
        MediaFault { why, line: None }
    }
}

impl Media {
    /// Width and height in pixels of what is seen.
    pub fn dimensions(&self) -> Option<(u32, u32)> {
        match self.content {
            Content::Picture(Picture { width, height, .. }) | Content::Drawing { width, height } => {
                Some((width, height))
            }
            Content::Film { width, height, .. } => Some((width, height)).filter(|sides| *sides != (0, 0)),
            Content::Plain | Content::Sound { .. } | Content::Unusable(_) => None,
        }
    }

    /// Seconds that it lasts.
    pub fn seconds(&self) -> Option<u32> {
        match self.content {
            Content::Sound { seconds, .. } | Content::Film { seconds, .. } => seconds,
            Content::Plain | Content::Picture(_) | Content::Drawing { .. } | Content::Unusable(_) => None,
        }
    }

    /// What a page can show it as.
    pub fn kind(&self) -> Option<MediaKind> {
        match self.content {
            Content::Picture(_) | Content::Drawing { .. } => Some(MediaKind::Picture),
            Content::Sound { .. } => Some(MediaKind::Sound),
            Content::Film { .. } => Some(MediaKind::Film),
            Content::Plain | Content::Unusable(_) => None,
        }
    }
}

impl Picture {
    /// The widths that are made of it, ascending: those of [`limits::PICTURE_WIDTHS`] that it has, and its own if it is
    /// smaller than the last. A step that is nearly as wide as the next is left out.
    pub fn widths(&self) -> Vec<u32> {
        let last = limits::PICTURE_WIDTHS.into_iter().max().unwrap_or(self.width).min(self.width);
        let steps = limits::PICTURE_WIDTHS.into_iter().filter(|step| u64::from(*step) * 5 <= u64::from(last) * 4);
        steps.chain([last]).collect()
    }

    /// The height of what is made of it in a width.
    pub fn height_of(&self, width: u32) -> u32 {
        let rounded =
            (u64::from(self.height) * u64::from(width) + u64::from(self.width) / 2) / u64::from(self.width.max(1));
        u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_never_made_larger_and_no_two_widths_are_nearly_the_same() {
        let widths = |width| Picture { width, height: 10, ending: "jpg" }.widths();
        assert_eq!(widths(1), [1]);
        assert_eq!(widths(360), [360]);
        assert_eq!(widths(400), [400]);
        assert_eq!(widths(640), [360, 640]);
        assert_eq!(widths(800), [360, 800]);
        assert_eq!(widths(1000), [360, 720, 1000]);
        assert_eq!(widths(1280), [360, 720, 1280]);
        assert_eq!(widths(16_000), [360, 720, 1280]);
        assert_eq!(Picture { width: 4000, height: 3000, ending: "jpg" }.height_of(720), 540);
        assert_eq!(Picture { width: 4000, height: 1, ending: "jpg" }.height_of(360), 1);
    }
}
