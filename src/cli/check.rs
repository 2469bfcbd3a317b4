//! `loa check`: as `build`, writing nothing. Its report is what was asked for, so it goes to standard output.

use crate::disk;
use crate::model::Options;

use super::arguments::Check;
use super::survey::Look;
use super::{Exit, Format, Session};

/// Reports on the site.
pub fn run(session: &mut Session<'_>, asked: Check) -> Exit {
    let options = Options { release: asked.release, ..Options::default() };
    let look = Look::take(session, asked.today, options)?;
    // What the last build found is what this one would find, whatever became of the output since.
    let survey = match disk::recall(&session.site, &look.reading.snapshot) {
        Some(last) => look.believe(last),
        None => look.build(),
    };
    let mut report = survey.report(session);
    if session.format == Format::Human && survey.built.diagnostics.is_empty() {
        report.push_str(&session.words.say("cli-all-good", &[]));
        report.push('\n');
    }
    report.push_str(&survey.last_line(session));
    session.answer(&report)?;
    Ok(survey.exit())
}
