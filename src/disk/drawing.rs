//! Drawings of lines (SVG): read, and written anew with nothing but the lines. What could run, ask another server or hide
//! something is refused with its line; remarks, names and what drawing programs note for themselves are dropped.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::base::limits;
use crate::base::text::escape_into;
use crate::model::MediaFault;

/// What may stand in a drawing.
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "marker",
    "style",
    "switch",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComposite",
    "feFlood",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
    "feDropShadow",
];

/// What is dropped with all that is in it.
const DROPPED: &[&str] = &["title", "desc", "metadata"];

/// Whether a file is text with tags, and no picture of points.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.trim_ascii_start().starts_with(b"<")
}

/// The width, the height and the drawing written anew.
pub(super) fn clean(bytes: &[u8]) -> Result<(u32, u32, String), MediaFault> {
    if bytes.len() as u64 > limits::DRAWING_BYTES {
        return Err(MediaFault::of("huge"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| MediaFault::of("svg-broken"))?;
    let mut cleaner = Cleaner { text, out: String::new(), open: Vec::new(), dropped: 0, sides: None };
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let ahead = text.len() - text.trim_start_matches('\u{feff}').len();
    loop {
        let before = ahead + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|_| cleaner.fault("svg-broken", before))?;
        if matches!(event, Event::Eof) {
            break;
        }
        cleaner.take(&event, before)?;
    }
    let (width, height) = cleaner.sides.ok_or_else(|| cleaner.fault("svg-size", 0))?;
    if !cleaner.open.is_empty() {
        return Err(cleaner.fault("svg-broken", text.len()));
    }
    Ok((width, height, cleaner.out + "\n"))
}

struct Cleaner<'a> {
    text: &'a str,
    out: String,
    /// The names of the elements that are open.
    open: Vec<String>,
    /// How many open elements are being dropped.
    dropped: usize,
    sides: Option<(u32, u32)>,
}

impl Cleaner<'_> {
    fn fault(&self, why: &'static str, at: usize) -> MediaFault {
        // An element may begin lines before what is wrong with it ends: told is where it begins.
        let rest = self.text.get(at..).unwrap_or("");
        let start = at + (rest.len() - rest.trim_start().len());
        let lines = self.text.as_bytes().iter().take(start).filter(|byte| **byte == b'\n').count();
        MediaFault { why, line: u32::try_from(lines + 1).ok() }
    }

    fn take(&mut self, event: &Event<'_>, at: usize) -> Result<(), MediaFault> {
        match event {
            Event::Start(start) => self.start(start, at, false),
            Event::Empty(start) => self.start(start, at, true),
            Event::End(_) if self.dropped > 0 => {
                self.dropped -= 1;
                Ok(())
            }
            Event::End(_) => {
                // The reader has seen to it that the names are the same.
                let name = self.open.pop().ok_or_else(|| self.fault("svg-broken", at))?;
                self.out.push_str(&format!("</{name}>"));
                Ok(())
            }
            Event::Text(words) => self.words(words, at),
            Event::CData(words) => self.words(words, at),
            Event::GeneralRef(name) => {
                let sign = reference(name).ok_or_else(|| self.fault("svg-entity", at))?;
                self.words(sign.encode_utf8(&mut [0; 4]), at)
            }
            // The name of the standard is harmless; what stands in brackets behind it is a list of entities.
            Event::DocType(kind) if kind.contains('[') => Err(self.fault("svg-entity", at)),
            Event::PI(note) if note.starts_with("xml-stylesheet") => Err(self.fault("svg-outside", at)),
            Event::DocType(_) | Event::PI(_) | Event::Comment(_) | Event::Decl(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, at: usize, is_empty: bool) -> Result<(), MediaFault> {
        if self.open.len() + self.dropped > limits::NESTING {
            return Err(self.fault("svg-broken", at));
        }
        let name = start.name().into_inner();
        let name = name.strip_prefix("svg:").unwrap_or(name).to_owned();
        // Other programs' notes stand under a prefix of their own.
        if self.dropped > 0 || DROPPED.contains(&name.as_str()) || name.contains(':') {
            self.dropped += usize::from(!is_empty);
            return Ok(());
        }
        if !ELEMENTS.contains(&name.as_str()) {
            let why = match name.as_str() {
                "script" | "handler" | "listener" => "svg-script",
                "foreignObject" => "svg-foreign",
                "animate" | "animateMotion" | "animateTransform" | "animateColor" | "set" => "animated",
                "image" | "a" | "iframe" | "feImage" | "video" | "audio" | "link" | "font-face" => "svg-outside",
                _ => "svg-foreign",
            };
            return Err(self.fault(why, at));
        }
        if self.open.is_empty() && (name != "svg" || self.sides.is_some()) {
            return Err(self.fault("svg-broken", at));
        }
        let attributes = self.attributes(start, at)?;
        self.out.push_str(&format!("<{name}"));
        if self.open.is_empty() {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
            let (width, height) = sides(&attributes).ok_or_else(|| self.fault("svg-size", at))?;
            self.sides = Some((width, height));
            self.out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        let is_top = self.open.is_empty();
        for (key, value) in attributes.iter().filter(|(key, _)| !is_top || !matches!(key.as_str(), "width" | "height"))
        {
            self.out.push_str(&format!(" {key}=\""));
            escape_into(value, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str(if is_empty { "/>" } else { ">" });
        if !is_empty {
            self.open.push(name);
        }
        Ok(())
    }

    fn attributes(&self, start: &BytesStart<'_>, at: usize) -> Result<Vec<(String, String)>, MediaFault> {
        let mut kept = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| self.fault("svg-broken", at))?;
            let key = attribute.key.into_inner();
            let value = resolved(&attribute.value).ok_or_else(|| self.fault("svg-entity", at))?;
            if key.to_ascii_lowercase().starts_with("on") {
                return Err(self.fault("svg-script", at));
            }
            let is_link = key == "href" || key == "xlink:href";
            // Names under a prefix are notes of drawing programs: the file's name, the path that it lay in.
            if !is_link && (key.contains(':') || key == "xmlns" || key.starts_with("data-")) {
                continue;
            }
            if is_outside(&value) || (is_link && !value.trim_start().starts_with('#')) {
                return Err(self.fault("svg-outside", at));
            }
            let has_plain = || start.attributes().flatten().any(|other| other.key.into_inner() == "href");
            match key {
                "xlink:href" if has_plain() => {}
                "xlink:href" => kept.push(("href".to_owned(), value.into_owned())),
                _ => kept.push((key.to_owned(), value.into_owned())),
            }
        }
        Ok(kept)
    }

    fn words(&mut self, words: &str, at: usize) -> Result<(), MediaFault> {
        if self.dropped > 0 || self.open.is_empty() {
            return Ok(());
        }
        if self.open.last().is_some_and(|name| name == "style") && (words.contains('@') || is_outside(words)) {
            return Err(self.fault("svg-style", at));
        }
        let is_shown = |name: &String| matches!(name.as_str(), "text" | "tspan" | "textPath" | "style");
        if self.open.iter().any(is_shown) {
            escape_into(words, &mut self.out);
        }
        Ok(())
    }
}

/// Whether a value makes a browser ask for another file, or run something. A backslash may spell either.
fn is_outside(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    let mut urls = plain.split("url(").skip(1);
    let is_own = |rest: &str| rest.trim_start_matches(['"', '\'']).starts_with('#');
    plain.contains('\\')
        || plain.contains("javascript:")
        || plain.contains("data:")
        || plain.contains("@import")
        || plain.contains("image-set(")
        || plain.contains("expression(")
        || urls.any(|rest| !is_own(rest))
}

/// A value with its signs read; nothing if one is an entity of the file's own.
fn resolved(raw: &str) -> Option<Cow<'_, str>> {
    if !raw.contains('&') {
        return Some(Cow::Borrowed(raw));
    }
    let mut parts = raw.split('&');
    let mut value = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';')?;
        value.push(reference(name)?);
        value.push_str(rest);
    }
    Some(Cow::Owned(value))
}

/// The sign that a reference stands for: one of the five that XML knows, or a number.
fn reference(name: &str) -> Option<char> {
    let of_number = |digits: &str, base| char::from_u32(u32::from_str_radix(digits, base).ok()?);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match name.strip_prefix('#')? {
            digits if digits.starts_with(['x', 'X']) => of_number(digits.trim_start_matches(['x', 'X']), 16),
            digits => of_number(digits, 10),
        },
    }
}

/// Width and height in pixels: as they are given, or as the frame of the drawing has them.
fn sides(attributes: &[(String, String)]) -> Option<(u32, u32)> {
    let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let whole = |number: f64| (number.is_finite() && number >= 1.0).then(|| number.ceil() as u32);
    let length = |name| whole(value(name)?.trim_end_matches("px").trim().parse().ok()?);
    let frame = || {
        let numbers: Vec<f64> =
            value("viewBox")?.split([' ', ',', '\n', '\t']).filter_map(|number| number.parse().ok()).collect();
        let [_, _, width, height] = numbers.as_slice() else { return None };
        Some((whole(*width)?, whole(*height)?))
    };
    let (width, height) = length("width").zip(length("height")).or_else(frame)?;
    let side = limits::PICTURE_SIDE;
    (width <= side && height <= side).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(body: &str) -> (&'static str, Option<u32>) {
        let fault = clean(format!("<svg viewBox='0 0 9 9'>\n{body}\n</svg>").as_bytes()).unwrap_err();
        (fault.why, fault.line)
    }

    #[test]
    fn lines_stay_and_all_else_goes() {
        let drawing = "\u{feff}<?xml version='1.0'?>\n<!DOCTYPE svg>\n<!-- by Lan -->\n<svg xmlns='http://www.w3.org/2000/svg' \
             xmlns:xlink='x' xmlns:ink='y' ink:file='C:\\Lan.svg' width='20px' height='10'><title>Lan</title>\
             <metadata><rdf:RDF>Lan</rdf:RDF></metadata><ink:view a='b'/><defs><path id='p' d='M0 0'/></defs>\
             <use xlink:href='#p' fill='url(#g)'/><text x='1'>A &amp; B</text></svg>";
        let expected = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><defs><path id=\"p\" \
             d=\"M0 0\"/></defs><use href=\"#p\" fill=\"url(#g)\"/><text x=\"1\">A &amp; B</text></svg>\n";
        assert_eq!(clean(drawing.as_bytes()).unwrap(), (20, 10, expected.to_owned()));
        assert_eq!(clean(expected.as_bytes()).unwrap().2, expected);
    }

    #[test]
    fn what_could_run_or_ask_another_server_is_refused_with_its_line() {
        let cases = [
            ("<g/>\n<script>x</script>", "svg-script", 3),
            ("<path onload='x()'/>", "svg-script", 2),
            ("<g ONCLICK=''/>", "svg-script", 2),
            ("<foreignObject/>", "svg-foreign", 2),
            ("<image href='https://noi-khac.example/a.png'/>", "svg-outside", 2),
            ("<use href='b.svg#x'/>", "svg-outside", 2),
            ("<use xlink:href='data:image/svg+xml,x'/>", "svg-outside", 2),
            ("<path fill='url(https://noi-khac.example/x)'/>", "svg-outside", 2),
            ("<path style='fill: u\\72l(//x)'/>", "svg-outside", 2),
            ("<a href='#x'/>", "svg-outside", 2),
            ("<style>@import 'x'</style>", "svg-style", 2),
            ("<style><![CDATA[ a{fill:url(//x)} ]]></style>", "svg-style", 2),
            ("<set attributeName='href'/>", "animated", 2),
            ("<text>&lan;</text>", "svg-entity", 2),
            ("<g id='&lan;'/>", "svg-entity", 2),
            ("<g", "svg-broken", 2),
            ("<g></path>", "svg-broken", 2),
        ];
        for (body, expected, line) in cases {
            assert_eq!(why(body), (expected, Some(line)), "{body}");
        }
        let of = |text: &str| clean(text.as_bytes()).unwrap_err().why;
        assert_eq!(of("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'/>"), "svg-entity");
        assert_eq!(of("<?xml-stylesheet href='x'?><svg viewBox='0 0 1 1'/>"), "svg-outside");
        assert_eq!(of("<svg/>"), "svg-size");
        assert_eq!(of("<svg width='100%' height='5'/>"), "svg-size");
        assert_eq!(of("<html/>"), "svg-foreign");
        assert_eq!(of("<svg viewBox='0 0 1 1'><g>"), "svg-broken");
        assert_eq!(of(&format!("<svg viewBox='0 0 1 1'>{}", "<g>".repeat(1000))), "svg-broken");
    }

    #[test]
    fn a_piece_of_a_drawing_never_panics() {
        let drawing = "<svg viewBox='0 0 9 9'><g a='b'>&amp;<style>x{}</style><!-- c --></g></svg>";
        (0..drawing.len()).for_each(|end| assert!(clean(&drawing.as_bytes()[..end]).is_err(), "{end}"));
    }
}
