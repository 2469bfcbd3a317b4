//! What `build` and `check` do alike: read the site, build it in memory, count and tell what was noticed.

use std::path::PathBuf;
use std::time::Instant;

use serde::Serialize;

use crate::base::{Date, Diagnostic, Severity};
use crate::disk::{self, Last, Reading};
use crate::engine::{self, Built, Memo, Work};
use crate::model::{Options, Tree, Weighed, Weights};
use crate::output;

use super::{Failure, Format, Session, json, print};

/// A site that was built in memory, and nothing written yet.
pub struct Survey {
    /// What was read.
    pub reading: Reading,
    /// What became of it. Without a tree and a site if it was all said before.
    pub built: Built,
    /// What the site weighs.
    pub weights: Weights,
    /// Files of the site, the manifest included.
    files: usize,
    started: Instant,
}

/// What a run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Pages of the site.
    pub pages: usize,
    /// Files of the site, the manifest included.
    pub files: usize,
    /// Findings that stop a build.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
    /// How long it took.
    pub ms: u64,
}

/// A site that was read, and nothing made of it yet.
pub struct Look {
    /// What was read.
    pub reading: Reading,
    started: Instant,
}

impl Look {
    /// Reads the site.
    pub fn take(session: &Session<'_>, today: Option<Date>, options: Options) -> Result<Look, Failure> {
        let started = Instant::now();
        let today = session.today(today)?;
        let reading = disk::read(&session.site, today, options)?;
        Ok(Look { reading, started })
    }

    /// Reads the site to publish it: what is made of its pictures on the way is kept.
    pub fn take_to_publish(session: &Session<'_>, today: Option<Date>, options: Options) -> Result<Look, Failure> {
        let started = Instant::now();
        let today = session.today(today)?;
        let reading = disk::read_to_publish(&session.site, today, options)?;
        Ok(Look { reading, started })
    }

    /// Builds the site.
    pub fn build(self) -> Survey {
        let Look { reading, started } = self;
        // One build and no second: nothing is worth remembering.
        let mut built = engine::build(&reading.snapshot, &mut Memo::default());
        Diagnostic::sort(&mut built.diagnostics);
        let files = match built.tree.files.len() {
            0 => 0,
            files => files + 1,
        };
        let weights = built.site.as_ref().map_or_else(Weights::default, |site| output::weights(&built.tree, site));
        Survey { reading, built, weights, files, started }
    }

    /// Takes the word of the last build.
    pub fn believe(self, last: Last) -> Survey {
        let Look { reading, started } = self;
        let work = Work { pages: last.pages, ..Work::default() };
        let built = Built { tree: Tree::default(), site: None, diagnostics: last.diagnostics, work };
        Survey { reading, built, weights: last.weights, files: last.files, started }
    }
}

impl Survey {
    /// Reads and builds the site.
    pub fn take(session: &Session<'_>, today: Option<Date>, options: Options) -> Result<Survey, Failure> {
        Look::take(session, today, options).map(Look::build)
    }

    /// The counts up to now.
    pub fn tally(&self) -> Tally {
        let count = |severity| self.built.diagnostics.iter().filter(|finding| finding.severity == severity).count();
        Tally {
            pages: self.built.work.pages,
            files: self.files,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            ms: u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX),
        }
    }

    /// The findings in the form that was asked for.
    pub fn report(&self, session: &Session<'_>) -> String {
        let (findings, snapshot) = (&self.built.diagnostics, &self.reading.snapshot);
        match session.format {
            Format::Human => print::report(findings, snapshot, session.words),
            Format::Json => json::report(findings, snapshot, session.words),
        }
    }

    /// The line that ends the report.
    pub fn last_line(&self, session: &Session<'_>) -> String {
        let tally = self.tally();
        match session.format {
            Format::Json => json::summary(&tally),
            Format::Human => {
                let Tally { pages, files, errors, warnings, ms } = tally;
                let line = session.words.say(
                    "cli-summary",
                    &[("pages", &pages), ("files", &files), ("errors", &errors), ("warnings", &warnings), ("ms", &ms)],
                );
                format!("{}{line}\n", self.scales(session))
            }
        }
    }

    /// What the heaviest page weighs, and what it loads, each with its limit.
    fn scales(&self, session: &Session<'_>) -> String {
        let say = |id: &str, path: &str, weighed: Weighed| {
            let Weighed { bytes, limit } = weighed;
            session.words.say(id, &[("path", &path), ("bytes", &bytes), ("limit", &limit)])
        };
        let Weights { page, css, js, search } = &self.weights;
        let page = page.iter().map(|(path, weighed)| say("cli-weight-page", path, *weighed));
        let rest = [("cli-weight-css", css), ("cli-weight-js", js), ("cli-weight-search", search)];
        let rest = rest.into_iter().filter_map(|(id, weighed)| Some(say(id, "", (*weighed)?)));
        let parts: Vec<String> = page.chain(rest).collect();
        if parts.is_empty() { String::new() } else { format!("{}.\n", parts.join("; ")) }
    }

    /// The exit status: 2 for the settings, 1 for the content, 0 if nothing stops a build.
    pub fn exit(&self) -> u8 {
        let errors = || self.built.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        if errors().any(is_of_settings) { 2 } else { u8::from(errors().next().is_some()) }
    }
}

fn is_of_settings(finding: &Diagnostic) -> bool {
    *finding.place.path == *"loa.yml" || matches!(finding.code, "no-config" | "no-content")
}

/// Where a site is written unless somebody says otherwise.
pub fn output_of(session: &Session<'_>, out: Option<PathBuf>) -> PathBuf {
    out.unwrap_or_else(|| session.site.join("public"))
}
