//! A small reader of HTML and XML that believes nothing: what is not well formed is a fault, not a guess.

/// Elements that have no end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements that end a paragraph, so that one inside `<p>` stands somewhere else than it was written.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "dl",
    "table",
    "section",
    "article",
    "aside",
    "nav",
    "figure",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "header",
    "footer",
    "main",
    "form",
    "fieldset",
    "details",
];

/// An element as it was opened.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Its language: its own, or that of the nearest around it.
    pub lang: String,
}

/// A run of text.
#[derive(Debug)]
pub struct Text {
    pub words: String,
    /// The language of the nearest element that says one.
    pub lang: String,
    /// The element that it stands in.
    pub parent: String,
}

/// What a document holds.
#[derive(Debug, Default)]
pub struct Document {
    pub elements: Vec<Element>,
    pub texts: Vec<Text>,
    /// What stands in scripts: data blocks, for nothing else is allowed there.
    pub data: Vec<String>,
    pub faults: Vec<String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Document {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(|element| element.get("id"))
    }
}

/// Reads a document.
pub fn read(source: &str, is_xml: bool) -> Document {
    let mut reader = Reader { document: Document::default(), open: Vec::new(), is_xml };
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = reader.markup(&rest[at..]);
    }
    reader.text(rest);
    for (name, _) in std::mem::take(&mut reader.open) {
        reader.fault(format!("<{name}> is never closed"));
    }
    reader.document
}

struct Reader {
    document: Document,
    open: Vec<(String, String)>,
    is_xml: bool,
}

impl Reader {
    fn fault(&mut self, fault: String) {
        if self.document.faults.len() < 20 {
            self.document.faults.push(fault);
        }
    }

    fn text(&mut self, raw: &str) {
        if raw.trim().is_empty() {
            return;
        }
        let (parent, lang) = self.open.last().cloned().unwrap_or_default();
        if parent.is_empty() {
            self.fault(format!("`{}` stands outside everything", raw.trim()));
        }
        let words = self.decoded(raw);
        self.document.texts.push(Text { words, lang, parent });
    }

    /// The text with its references as characters.
    fn decoded(&mut self, raw: &str) -> String {
        let mut out = String::new();
        let mut rest = raw;
        while let Some((before, after)) = rest.split_once('&') {
            out.push_str(before);
            let Some((name, more)) = after.split_once(';').filter(|(name, _)| name.len() < 10) else {
                self.fault(format!("a bare & in `{}`", raw.trim()));
                out.push('&');
                rest = after;
                continue;
            };
            let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => n.parse().ok(),
            });
            match (name, number.and_then(char::from_u32)) {
                ("amp", _) => out.push('&'),
                ("lt", _) => out.push('<'),
                ("gt", _) => out.push('>'),
                ("quot", _) => out.push('"'),
                ("apos", _) if self.is_xml => out.push('\''),
                (_, Some(c)) => out.push(c),
                _ => self.fault(format!("no reference: &{name};")),
            }
            rest = more;
        }
        out + rest
    }

    /// Reads what begins with `<`; gives what follows it.
    fn markup<'a>(&mut self, rest: &'a str) -> &'a str {
        for (opening, closing) in [("<!--", "-->"), ("<?", "?>"), ("<!", ">")] {
            if let Some(inner) = rest.strip_prefix(opening) {
                return inner.split_once(closing).map_or("", |(_, after)| after);
            }
        }
        if let Some(closing) = rest.strip_prefix("</") {
            let (name, after) = closing.split_once('>').unwrap_or((closing, ""));
            self.close(name.trim());
            return after;
        }
        let rest = &rest[1..];
        let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(rest.len());
        let (name, mut rest) = rest.split_at(end);
        if name.is_empty() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.fault(format!("a bare < before `{}`", rest.chars().take(20).collect::<String>()));
            return rest;
        }
        let mut attributes: Vec<(String, String)> = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix("/>") {
                self.opened(name, attributes, true);
                return after;
            }
            if let Some(after) = rest.strip_prefix('>') {
                self.opened(name, attributes, false);
                return self.raw_text(name, after);
            }
            let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '=' || c == '/').unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            if key.is_empty() {
                self.fault(format!("<{name}> cannot be read at `{}`", after.chars().take(20).collect::<String>()));
                return after.split_once('>').map_or("", |(_, after)| after);
            }
            let (value, after) = match after.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
                Some((value, after)) => (self.decoded(value), after),
                None if after.starts_with('=') => {
                    self.fault(format!("the value of {key} in <{name}> stands without quotes"));
                    (String::new(), after[1..].trim_start_matches(|c: char| !c.is_whitespace() && c != '>'))
                }
                None => (String::new(), after),
            };
            if attributes.iter().any(|(other, _)| other == key) {
                self.fault(format!("<{name}> has {key} twice"));
            }
            attributes.push((key.to_owned(), value));
            rest = after;
        }
    }

    fn opened(&mut self, name: &str, attributes: Vec<(String, String)>, is_closed: bool) {
        let inside = |name: &str| self.open.iter().any(|(open, _)| open == name);
        if !self.is_xml && BLOCKS.contains(&name) && inside("p") {
            self.fault(format!("<{name}> within <p>"));
        }
        if name == "a" && self.open.iter().any(|(open, _)| open == "a") {
            self.fault("<a> within <a>".to_owned());
        }
        let key = if self.is_xml { "xml:lang" } else { "lang" };
        let own = attributes.iter().find(|(other, _)| other == key).map(|(_, value)| value.clone());
        let lang = own.or_else(|| self.open.last().map(|(_, lang)| lang.clone())).unwrap_or_default();
        self.document.elements.push(Element { name: name.to_owned(), attributes, lang: lang.clone() });
        let is_void = !self.is_xml && VOID.contains(&name);
        let is_drawing = self.is_xml || name == "svg" || self.open.iter().any(|(open, _)| open == "svg");
        if is_closed && !is_void && !is_drawing {
            self.fault(format!("<{name}/> does not close itself in HTML"));
        }
        if !is_void && !is_closed {
            self.open.push((name.to_owned(), lang));
        }
    }

    fn close(&mut self, name: &str) {
        match self.open.pop() {
            Some((open, _)) if open == name => {}
            Some((open, lang)) => {
                self.fault(format!("</{name}> closes <{open}>"));
                // Where one tag is missing, the rest may still be read.
                if self.open.iter().any(|(other, _)| other == name) {
                    while self.open.pop().is_some_and(|(other, _)| other != name) {}
                } else {
                    self.open.push((open, lang));
                }
            }
            None => self.fault(format!("</{name}> closes nothing")),
        }
    }

    /// Scripts and styles hold no markup.
    fn raw_text<'a>(&mut self, name: &str, after: &'a str) -> &'a str {
        if !matches!(name, "script" | "style") || self.is_xml {
            return after;
        }
        let closing = format!("</{name}");
        let at = after.find(&closing).unwrap_or(after.len());
        let (inner, rest) = after.split_at(at);
        self.document.data.extend(Some(inner.to_owned()).filter(|inner| !inner.is_empty()));
        rest
    }
}
