//! What scenarios expect, compared with what was built.

use loa::Built;
use loa::base::{Diagnostic, Severity, SitePath};
use loa::model::{Item, Said, ShareCard, Snapshot};

use crate::scenario::Section;

/// Compares a section with what was built, and writes into it what would be right.
pub fn check(expected: &str, section: &mut Section, snapshot: &Snapshot, built: &Built) -> Result<(), String> {
    let file = |path: &str| SitePath::new(path).ok().and_then(|path| built.tree.files.get(&path)).map(shown);
    let found = || {
        built.diagnostics.iter().map(|finding| line_of(finding, snapshot, section.body.contains(" paste=\""))).collect()
    };
    let missing = || {
        format!(
            "    no such file; there are: {}",
            built.tree.files.keys().map(|p| p.as_str()).collect::<Vec<_>>().join(" ")
        )
    };
    let (what, detail) = expected.split_once(": ").unwrap_or((expected, ""));
    match (what, detail) {
        ("diagnostics", kind) => {
            let found: Vec<String> = found();
            let mut left = found.clone();
            let mut unmet: Vec<String> =
                section.body.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
            unmet.retain(|line| match left.iter().position(|found| fits(line, found).is_ok()) {
                Some(at) => {
                    left.remove(at);
                    false
                }
                None => true,
            });
            if unmet.is_empty() && (kind == "includes" || left.is_empty()) {
                return Ok(());
            }
            if kind != "includes" {
                section.head =
                    if found.is_empty() { "expect diagnostics: none" } else { "expect diagnostics" }.to_owned();
                section.body = found.iter().map(|line| format!("{line}\n")).collect();
            }
            let list = |title: &str, lines: &[String]| {
                let title = if lines.is_empty() { String::new() } else { format!("    {title}:\n") };
                lines.iter().fold(title, |list, line| format!("{list}      {line}\n"))
            };
            let unexpected = if kind == "includes" { String::new() } else { list("found and not expected", &left) };
            Err(list("expected and not found", &unmet) + &unexpected)
        }
        ("public", "nothing") if built.tree.files.is_empty() => Ok(()),
        ("public", "nothing") => Err(format!("    {} files were built", built.tree.files.len())),
        ("absent", path) => match file(path.trim_start_matches("public/")) {
            None => Ok(()),
            Some(_) => Err("    it is there".to_owned()),
        },
        ("nowhere", text) => {
            let holds = |(path, item): &(&SitePath, &Item)| {
                path.as_str().contains(text) || matches!(item, Item::Bytes(_)) && shown(item).contains(text)
            };
            let places: Vec<&str> = built.tree.files.iter().filter(holds).map(|(path, _)| path.as_str()).collect();
            if places.is_empty() { Ok(()) } else { Err(format!("    it stands in {}", places.join(" "))) }
        }
        ("lacking", path) => {
            let text = file(path.trim_start_matches("public/")).ok_or_else(missing)?;
            let present: Vec<&str> =
                section.body.lines().filter(|line| !line.is_empty() && text.contains(line)).collect();
            if present.is_empty() { Ok(()) } else { Err(format!("    it has: {}\n{text}", present.join(" | "))) }
        }
        ("work", wanted) => {
            let work = &built.work;
            let done = [
                ("parsed", work.parsed),
                ("reused", work.reused),
                ("rendered", work.rendered),
                ("cards", work.cards),
                ("pages", work.pages),
            ];
            let right = wanted.split(", ").map(|field| {
                let name = field.split(' ').next().unwrap_or(field);
                done.iter()
                    .find(|(known, _)| *known == name)
                    .map_or(format!("{name} ?"), |(name, count)| format!("{name} {count}"))
            });
            let right = right.collect::<Vec<_>>().join(", ");
            section.head = format!("expect work: {right}");
            let why: String = work.why.iter().map(|(path, why)| format!("{path}: {why}\n")).collect();
            if !section.body.trim().is_empty() && section.body.trim() != why.trim() {
                section.body = why.clone();
                return Err(format!("    it was: {right}\n{why}"));
            }
            if right == wanted { Ok(()) } else { Err(format!("    it was: {right}")) }
        }
        (path, _) if path.starts_with("public/") => {
            let text = file(path.trim_start_matches("public/")).ok_or_else(missing)?;
            let pattern = section.body.trim_end().replace("...\n...", "...");
            let Err(part) = fits(&pattern, text.trim_end()) else { return Ok(()) };
            section.body = text.clone() + "\n";
            let main = text
                .split_once("<main")
                .and_then(|(_, rest)| rest.split_once("</main>"))
                .map_or(text.as_str(), |(main, _)| main);
            Err(format!("    it has no `{part}`, or not at this place; it is:\n{main}"))
        }
        _ => Err("    no such expectation".to_owned()),
    }
}

fn shown(item: &Item) -> String {
    match item {
        Item::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Item::Copy { source, .. } => format!("copy of {source}"),
        Item::Derived { source, recipe, .. } => format!("{recipe:?} of {source}"),
        Item::Drawn(card) => drawn(card),
    }
}

/// A card as scenarios write it: its words, each with its language.
fn drawn(card: &ShareCard) -> String {
    let said = |said: &Said| format!("{} ({})", said.text, said.lang);
    let line = |name: &str, words: Option<String>| words.map(|words| format!("{name}: {words}\n")).unwrap_or_default();
    let notes = card.call.iter().flat_map(|(_, notes)| notes).map(|note| line("note", Some(said(note))));
    line("title", card.title.as_ref().map(said))
        + &line("owner", card.owner.as_ref().map(said))
        + &line("call", card.call.as_ref().map(|(number, _)| number.clone()))
        + &notes.collect::<String>()
        + &line("fonts", Some(card.fonts.len().to_string()))
}

/// A finding as scenarios write it.
pub fn line_of(finding: &Diagnostic, snapshot: &Snapshot, with_paste: bool) -> String {
    let path = &finding.place.path;
    let source = SitePath::new(path).ok().and_then(|path| snapshot.text(&path).map(loa::parse::source_text));
    let mut line = match (&finding.place.span, source.as_deref().map(|text| |at: usize| text.get(..at))) {
        (None, _) => path.to_string(),
        (Some(span), Some(before)) => match before(span.start) {
            Some(before) => {
                let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
                format!("{path}:{}:{column}", before.matches('\n').count() + 1)
            }
            None => format!("{path}:inside a letter at {}", span.start),
        },
        (Some(span), None) => format!("{path}:byte {}", span.start),
    };
    line += if finding.severity == Severity::Error { " error " } else { " warning " };
    line += finding.code;
    let paste = finding.paste.iter().filter(|_| with_paste).map(|paste| ("paste", paste));
    for (name, value) in finding.args.iter().map(|(name, value)| (*name, value)).chain(paste) {
        line += &format!(" {name}=\"{}\"", value.replace('\n', "\\n").replace('"', "\\\""));
    }
    line
}

/// Whether a text is what a pattern says, in which `...` stands for any run of text; if not, the part that is missing.
fn fits<'a>(pattern: &'a str, text: &str) -> Result<(), &'a str> {
    let parts: Vec<&str> = pattern.split("...").collect();
    let Some((first, rest)) = parts.split_first() else { return Ok(()) };
    let text = text.strip_prefix(first).ok_or(*first)?;
    let Some((last, middle)) = rest.split_last() else { return if text.is_empty() { Ok(()) } else { Err("its end") } };
    let text = text.strip_suffix(last).ok_or(*last)?;
    let found = middle.iter().try_fold(text, |text, part| text.split_once(part).map(|(_, rest)| rest).ok_or(*part));
    found.map(|_| ())
}
