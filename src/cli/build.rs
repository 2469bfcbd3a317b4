//! `loa build`: read, build, and only then write.

use crate::model::Options;

use super::arguments::Build;
use super::machine;
use super::survey::{Survey, output_of};
use super::{Exit, Format, Session};

/// Builds the site into its folder. With errors nothing is written, unless the rest was asked for.
pub fn run(session: &mut Session<'_>, asked: Build) -> Exit {
    let options =
        Options { drafts: asked.drafts, keep_going: asked.keep_going, release: false, base_url: asked.base_url };
    let survey = Survey::take(session, asked.today, options)?;
    let status = survey.exit();
    let out = output_of(session, asked.out);
    let shown = machine::shown(session.words, &out);
    // An empty tree is one that even `--keep-going` could not save: without settings there is no site.
    let is_written = status == 0 || (asked.keep_going && !survey.built.tree.files.is_empty());
    let mut report = survey.report(session);
    if !is_written {
        if session.format == Format::Human {
            report.push_str(&session.words.say("cli-nothing-changed", &[("out", &shown)]));
            report.push('\n');
        }
        report.push_str(&survey.last_line(session));
        session.tell(&report)?;
        return Ok(status);
    }
    // The findings first: if the disk refuses, they have been said all the same. That nobody reads them stops no build.
    let told = session.tell(&report);
    let written = crate::disk::commit(&survey.built.tree, &survey.reading.origins, &session.site, &out)?;
    let mut last = String::new();
    if session.format == Format::Human {
        for warning in &written.warnings {
            last.push_str(&machine::warning(session.words, warning));
        }
        let id = if status == 0 { "cli-built" } else { "cli-kept-going" };
        last.push_str(&session.words.say(id, &[("out", &shown)]));
        last.push('\n');
    }
    last.push_str(&survey.last_line(session));
    told.and_then(|()| session.tell(&last))?;
    Ok(status)
}
