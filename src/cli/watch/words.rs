//! What is said of a site while it is followed: short lines for people, an object a line for programs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::base::{Diagnostic, Severity};
use crate::disk;
use crate::engine::Step;
use crate::watch::{Change, Why};

use super::super::arguments::Format;
use super::super::{Session, json, machine, print};
use super::preview::Addresses;

/// Names of changed files that are told to a program; of a whole folder that was exchanged, the number says enough.
const NAMES: usize = 100;

/// What was told last.
pub struct Telling {
    addresses: Addresses,
    before: Option<Arc<Step>>,
}

/// A step, for programs. The order of the keys is part of what is promised.
#[derive(Serialize)]
struct Told<'a> {
    number: u64,
    ms: u64,
    files: usize,
    changed: Vec<&'a str>,
    pages: usize,
    touched: usize,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct StepLine<'a> {
    step: Told<'a>,
}

#[derive(Serialize)]
struct AddressLine<'a> {
    address: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lan: Option<&'a str>,
}

#[derive(Serialize)]
struct PollLine<'a> {
    polls: &'a str,
}

impl Telling {
    /// Nothing was told yet of a preview at these addresses.
    pub fn new(addresses: Addresses) -> Telling {
        Telling { addresses, before: None }
    }

    /// Where the preview is on this machine.
    pub fn address(&self) -> &str {
        &self.addresses.here
    }

    /// That nothing can be shown yet.
    pub fn reading(&self, session: &mut Session<'_>) {
        if session.format == Format::Human {
            say(session, "cli-watch-reading");
        }
    }

    /// The site as it was found.
    pub fn first(&mut self, session: &mut Session<'_>, change: &Change) {
        let step = &change.step;
        let (errors, warnings) = (count(step, Severity::Error), count(step, Severity::Warning));
        self.tell_addresses(session);
        let mut text = findings(session, &step.diagnostics.iter().collect::<Vec<_>>(), step);
        match session.format {
            Format::Json => text.push_str(&line(change)),
            Format::Human => {
                let pages = step.draft.work.pages;
                let told = session.words.say(
                    "cli-watch-first",
                    &[("pages", &pages), ("errors", &errors), ("warnings", &warnings), ("ms", &ms(change))],
                );
                let end = session.words.say("cli-watch-end", &[]);
                text.push_str(&format!("{told}\n{end}\n"));
            }
        }
        self.before = Some(Arc::clone(step));
        tell(session, &text);
    }

    /// Where to look. It is what was asked for; all that follows is said meanwhile.
    fn tell_addresses(&self, session: &mut Session<'_>) {
        let Addresses { taken, port, here, lan } = &self.addresses;
        if session.format == Format::Json {
            let line = json::line(&AddressLine { address: here, lan: lan.as_deref() });
            return tell(session, &line);
        }
        let words = session.words;
        let taken = taken.map(|taken| words.say("cli-watch-taken", &[("taken", &taken), ("port", port)]));
        let here = words.say("cli-watch-address", &[("address", here)]);
        let lan = lan.as_ref().map(|lan| words.say("cli-watch-lan", &[("address", lan)]));
        let text: Vec<String> = taken.into_iter().chain([here]).chain(lan).collect();
        // A terminal that is gone ends no preview.
        let _ = session.answer(&text.join("\n"));
    }

    /// That no browser was found.
    pub fn not_opened(&self, session: &mut Session<'_>) {
        if session.format == Format::Human {
            let text = session.words.say("cli-watch-not-opened", &[("address", &self.addresses.here)]);
            tell(session, &text);
        }
    }

    /// What changed, and which findings are new.
    pub fn change(&mut self, session: &mut Session<'_>, change: &Change) {
        let step = &change.step;
        let before = self.before.replace(Arc::clone(step));
        let known = before.as_ref().map_or(&[][..], |before| &before.diagnostics);
        let mut text = findings(session, &fresh(known, &step.diagnostics), step);
        if session.format == Format::Json {
            return tell(session, &(text + &line(change)));
        }
        let (errors, files) = (count(step, Severity::Error), change.changed.len());
        let what = match files {
            0 => "day",
            1 => "file",
            _ => "files",
        };
        let file = change.changed.first().map_or("", String::as_str);
        text.push_str(&session.words.say(
            "cli-watch-step",
            &[
                ("what", &what),
                ("file", &file),
                ("more", &files.saturating_sub(1)),
                ("pages", &step.touched.len()),
                ("ms", &ms(change)),
            ],
        ));
        text.push('\n');
        let had_errors = known.iter().any(|finding| finding.severity == Severity::Error);
        if errors > 0 {
            text.push_str(&format!("{}\n", session.words.say("cli-watch-errors", &[("errors", &errors)])));
        } else if had_errors {
            text.push_str(&format!("{}\n", session.words.say("cli-watch-mended", &[])));
        }
        tell(session, &text);
    }

    /// What the machine refused.
    pub fn fault(&self, session: &mut Session<'_>, error: &disk::Error) {
        let text = format!("{}{}", machine::fault(session.words, error), session.words.say("cli-watch-waits", &[]));
        // Whoever does not read it may still look at the preview.
        let _ = super::super::write(session.streams.err, &text);
    }

    /// That the machine refuses no longer.
    pub fn readable(&self, session: &mut Session<'_>) {
        if session.format == Format::Human {
            say(session, "cli-watch-readable");
        }
    }

    /// Why changes are looked for.
    pub fn polls(&self, session: &mut Session<'_>, why: &Why) {
        let (name, detail) = match why {
            Why::Asked => ("asked", ""),
            Why::RanOut => ("ran-out", ""),
            Why::Share(kind) => ("share", kind.as_str()),
            Why::Silent => ("silent", ""),
            Why::Failed(reason) => ("failed", reason.as_str()),
        };
        let text = match session.format {
            Format::Json => json::line(&PollLine { polls: name }),
            Format::Human => session.words.say("cli-watch-polls", &[("why", &name), ("detail", &detail)]),
        };
        tell(session, &text);
    }
}

/// Says it where it is said. A terminal that is gone, or a pipe that nobody reads, ends no preview.
fn tell(session: &mut Session<'_>, text: &str) {
    let _ = session.tell(text);
}

fn say(session: &mut Session<'_>, id: &str) {
    let text = session.words.say(id, &[]);
    tell(session, &text);
}

/// Milliseconds that a step took.
pub fn ms(change: &Change) -> u64 {
    u64::try_from(change.took.as_millis()).unwrap_or(u64::MAX)
}

fn count(step: &Step, severity: Severity) -> usize {
    step.diagnostics.iter().filter(|finding| finding.severity == severity).count()
}

fn line(change: &Change) -> String {
    let step = &change.step;
    json::line(&StepLine {
        step: Told {
            number: step.number,
            ms: ms(change),
            files: change.changed.len(),
            changed: change.changed.iter().take(NAMES).map(String::as_str).collect(),
            pages: step.draft.work.pages,
            touched: step.touched.len(),
            errors: count(step, Severity::Error),
            warnings: count(step, Severity::Warning),
        },
    })
}

fn findings(session: &Session<'_>, found: &[&Diagnostic], step: &Step) -> String {
    let found: Vec<Diagnostic> = found.iter().map(|finding| (*finding).clone()).collect();
    match session.format {
        Format::Human => print::report(&found, &step.snapshot, session.words),
        Format::Json => json::report(&found, &step.snapshot, session.words),
    }
}

/// The findings that are not known yet, wherever in its file each stands now.
fn fresh<'a>(known: &[Diagnostic], now: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
    let name = |finding: &Diagnostic| (finding.code, finding.place.path.clone(), finding.args.clone());
    let mut left: BTreeMap<_, usize> = BTreeMap::new();
    known.iter().for_each(|finding| *left.entry(name(finding)).or_default() += 1);
    let mut is_new = |finding: &&Diagnostic| match left.get_mut(&name(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    now.iter().filter(|finding| is_new(finding)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Place, SitePath};

    #[test]
    fn a_finding_that_moved_is_not_told_again() {
        let at = |start: usize, number: &str| {
            let place = Place::at(&SitePath::new("content/vi.md").unwrap(), start..start + 3);
            Diagnostic::error("unknown-phone", place).arg("number", number)
        };
        let known = [at(0, "a"), at(9, "b")];
        let now = [at(4, "a"), at(20, "a"), at(30, "b"), at(40, "c")];
        let told: Vec<usize> = fresh(&known, &now).iter().map(|f| f.place.span.as_ref().unwrap().start).collect();
        assert_eq!(told, [20, 40]);
        assert!(fresh(&now, &known).is_empty());
    }
}
