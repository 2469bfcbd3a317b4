//! `loa build`: read, build, and only then write.

use std::path::Path;

use crate::disk::{self, Manner, Said, Written};
use crate::model::Options;

use super::arguments::Build;
use super::machine;
use super::survey::{Look, Survey, output_of};
use super::{Exit, Failure, Format, Session};

/// Builds the site into its folder. With errors nothing is written, unless the rest was asked for.
pub fn run(session: &mut Session<'_>, asked: Build) -> Exit {
    let options =
        Options { drafts: asked.drafts, keep_going: asked.keep_going, release: false, base_url: asked.base_url };
    let look = Look::take_to_publish(session, asked.today, options)?;
    let out = output_of(session, asked.out);
    let shown = machine::shown(session.words, &out);
    let last = disk::recall(&session.site, &look.reading.snapshot);
    if let Some(last) = last.filter(|last| last.stands(&session.site, &out)) {
        let survey = look.believe(last);
        let mut report = survey.report(session);
        if session.format == Format::Human {
            report.push_str(&done(session, "cli-built", &shown));
        }
        report.push_str(&survey.last_line(session));
        session.tell(&report)?;
        return Ok(0);
    }
    let survey = look.build();
    let status = survey.exit();
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
    let written = write(session, &survey, &out, status == 0)?;
    let mut last = String::new();
    if session.format == Format::Human {
        for warning in &written.warnings {
            last.push_str(&machine::warning(session.words, warning));
        }
        let id = if status == 0 { "cli-built" } else { "cli-kept-going" };
        last.push_str(&done(session, id, &shown));
    }
    last.push_str(&survey.last_line(session));
    told.and_then(|()| session.tell(&last))?;
    // The program ends here. To give back some hundred MiB in small pieces would only take time.
    std::mem::forget(survey);
    Ok(status)
}

/// Writes the site; one without errors is recorded, so that the next build may find that nothing has changed.
fn write(session: &Session<'_>, survey: &Survey, out: &Path, is_good: bool) -> Result<Written, Failure> {
    let (tree, origins, manner) = (&survey.built.tree, &survey.reading.origins, Manner::default());
    let snapshot = &survey.reading.snapshot;
    let (pages, diagnostics) = (survey.built.work.pages, &survey.built.diagnostics);
    let said = Said { snapshot, pages, weights: &survey.weights, diagnostics };
    let written = match is_good {
        true => disk::commit_and_remember(tree, origins, &session.site, out, &manner, &said),
        false => disk::commit_in(tree, origins, &session.site, out, &manner),
    };
    Ok(written?)
}

fn done(session: &Session<'_>, id: &str, out: &str) -> String {
    let mut line = session.words.say(id, &[("out", &out)]);
    line.push('\n');
    line
}
