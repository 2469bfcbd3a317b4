//! Rust source without its comments and texts, line by line, with what belongs to tests marked.

/// A file.
pub struct Source {
    lines: Vec<Line>,
    texts: Vec<Text>,
}

/// A line of code.
pub struct Line {
    /// Its code: comments are gone, texts are empty quotes.
    pub code: String,
    /// Whether it belongs to tests.
    pub is_test: bool,
}

/// A text between quotes.
pub struct Text {
    pub line: usize,
    pub value: String,
    /// The code of its line before it.
    pub before: String,
    pub is_test: bool,
}

impl Line {
    /// Whether a word or sign stands here, not as a part of a longer name.
    pub fn has_word(&self, word: &str) -> bool {
        let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
        self.code.match_indices(word).any(|(at, _)| {
            let before =
                self.code[..at].chars().next_back().is_some_and(part_of_name) && word.starts_with(part_of_name);
            let after =
                self.code[at + word.len()..].chars().next().is_some_and(part_of_name) && word.ends_with(part_of_name);
            !before && !after
        })
    }
}

impl Source {
    /// The lines with their numbers from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.lines.iter().enumerate().map(|(n, line)| (n + 1, line))
    }

    /// The modules that only tests have, with their lines.
    pub fn test_modules(&self) -> Vec<(usize, String)> {
        let tests = self.lines().filter(|(_, line)| line.is_test);
        let named = tests
            .filter_map(|(n, line)| Some((n, line.code.trim().strip_prefix("mod ")?.strip_suffix(';')?.to_owned())));
        named.collect()
    }

    /// Marks all of it as belonging to tests.
    pub fn all_tests(&mut self) {
        self.lines.iter_mut().for_each(|line| line.is_test = true);
        self.texts.iter_mut().for_each(|text| text.is_test = true);
    }

    /// The texts.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter()
    }

    /// The rooms that the program names by `crate::` or by its own name, with their lines.
    pub fn paths(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (n, line) in self.lines().filter(|(_, line)| !line.is_test) {
            for door in ["crate::", "loa::"] {
                for (at, _) in line.code.match_indices(door) {
                    let is_word = !line.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
                    let rest = &line.code[at + door.len()..];
                    let names = rest.strip_prefix('{').map_or(rest, |inner| inner.split('}').next().unwrap_or(inner));
                    let many = rest.starts_with('{');
                    for name in names.split(',').take(if many { usize::MAX } else { 1 }) {
                        let room: String =
                            name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                        if is_word && !room.is_empty() && !room.starts_with(char::is_uppercase) && room != "self" {
                            found.push((n, room));
                        }
                    }
                }
            }
        }
        found
    }

    /// The functions outside tests: line, name and length in lines.
    pub fn functions(&self) -> Vec<(usize, String, usize)> {
        let mut found: Vec<(usize, String, usize)> = Vec::new();
        // Name, line and depth of those that are open; a depth of none until the body begins.
        let mut open: Vec<(String, usize, Option<usize>)> = Vec::new();
        let mut depth = 0;
        for (n, line) in self.lines() {
            let mut word = String::new();
            let mut last = String::new();
            for c in line.code.chars().chain(Some(' ')) {
                if c.is_alphanumeric() || c == '_' {
                    word.push(c);
                    continue;
                }
                if last == "fn" && !word.is_empty() && !line.is_test {
                    open.push((word.clone(), n, None));
                }
                if !word.is_empty() || !c.is_whitespace() {
                    last = std::mem::take(&mut word);
                }
                match c {
                    '{' => {
                        if let Some((_, _, body @ None)) = open.last_mut() {
                            *body = Some(depth);
                        }
                        depth += 1;
                    }
                    '}' => {
                        depth -= 1;
                        if let Some((name, from, _)) = open.pop_if(|(_, _, body)| *body == Some(depth)) {
                            found.push((from, name, n + 1 - from));
                        }
                    }
                    // A function of a trait, or a type: no body.
                    ';' => drop(open.pop_if(|(_, _, body)| body.is_none())),
                    _ => {}
                }
            }
        }
        found
    }
}

/// Reads a file.
pub fn read(source: &str) -> Source {
    let mut reader = Reader { lines: Vec::new(), texts: Vec::new(), code: String::new() };
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        rest = reader.step(c, rest);
    }
    reader.end_of_line();
    let mut source = Source { lines: reader.lines, texts: reader.texts };
    mark_tests(&mut source);
    source
}

struct Reader {
    lines: Vec<Line>,
    texts: Vec<Text>,
    code: String,
}

impl Reader {
    fn end_of_line(&mut self) {
        let code = std::mem::take(&mut self.code);
        self.lines.push(Line { code, is_test: false });
    }

    fn step<'a>(&mut self, c: char, rest: &'a str) -> &'a str {
        if rest.starts_with("//") {
            return &rest[rest.find('\n').unwrap_or(rest.len())..];
        }
        if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            (0..rest[..end].matches('\n').count()).for_each(|_| self.end_of_line());
            return &rest[end..];
        }
        let is_name = self.code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let raw = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r').filter(|_| !is_name);
        let marks = raw.map_or(0, |raw| raw.len() - raw.trim_start_matches('#').len());
        if let Some(inner) = raw.and_then(|raw| raw[marks..].strip_prefix('"')) {
            let closing = format!("\"{}", "#".repeat(marks));
            let end = inner.find(&closing).unwrap_or(inner.len());
            self.text(&inner[..end]);
            return inner.get(end + closing.len()..).unwrap_or("");
        }
        if c == '"' {
            let inner = &rest[1..];
            let mut escaped = false;
            let end = inner.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let end = end.unwrap_or(inner.len());
            self.text(&inner[..end]);
            return inner.get(end + 1..).unwrap_or("");
        }
        if c == '\'' {
            // A letter between quotes; anything else is a lifetime.
            let inner = &rest[1..];
            let length = if let Some(more) = inner.strip_prefix('\\') {
                more.char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
            } else {
                inner.chars().next().map(char::len_utf8).filter(|length| inner[*length..].starts_with('\''))
            };
            if let Some(length) = length {
                self.code.push_str("''");
                return &inner[length + 1..];
            }
        }
        if c == '\n' {
            self.end_of_line()
        } else {
            self.code.push(c)
        }
        &rest[c.len_utf8()..]
    }

    fn text(&mut self, value: &str) {
        let line = self.lines.len() + 1;
        self.texts.push(Text { line, value: value.to_owned(), before: self.code.clone(), is_test: false });
        self.code.push_str("\"\"");
        (0..value.matches('\n').count()).for_each(|_| self.end_of_line());
    }
}

/// Marks the items behind `#[cfg(test)]`.
fn mark_tests(source: &mut Source) {
    let mut depth = 0_usize;
    let mut from: Option<Option<usize>> = None;
    for line in &mut source.lines {
        if line.code.contains("#[cfg(test)]") && from.is_none() {
            from = Some(None);
        }
        line.is_test = from.is_some();
        for c in line.code.chars() {
            match c {
                '{' => {
                    if from == Some(None) {
                        from = Some(Some(depth));
                    }
                    depth += 1;
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    if from == Some(Some(depth)) {
                        from = None;
                    }
                }
                ';' if from == Some(None) => from = None,
                _ => {}
            }
        }
    }
    for text in &mut source.texts {
        text.is_test = source.lines.get(text.line - 1).is_some_and(|line| line.is_test);
    }
}
