//! `loa explain`: one code in a page's length.

use serde::Serialize;

use crate::base::text;

use super::print::{heading, passage};
use super::{Exit, Failure, Format, Session, json};

#[derive(Serialize)]
struct Page<'a> {
    code: &'a str,
    rule: String,
    why: String,
    help: String,
    bad: String,
    good: String,
}

/// Says what a code looks for, why, and what is wrong and right.
pub fn run(session: &mut Session<'_>, code: &str) -> Exit {
    // People copy the brackets along.
    let code = code.trim().trim_matches(['[', ']']);
    let words = session.words;
    let Some(rule) = words.part(code, "rule") else {
        let codes = words.codes();
        let right = text::nearest(code, codes.iter().map(String::as_str));
        return Err(Failure::usage("usage-unknown-code", "word", code).with("right", right));
    };
    let part = |name: &str| words.part(code, name).unwrap_or_default();
    let page = Page { code, rule, why: part("why"), help: part("help"), bad: part("bad"), good: part("good") };
    let text = match session.format {
        Format::Json => json::line(&page),
        Format::Human => human(session, &page),
    };
    session.answer(&text)?;
    Ok(0)
}

fn human(session: &Session<'_>, page: &Page<'_>) -> String {
    let say = |id: &str| session.words.say(id, &[]);
    let case = |id: &str, case: &str| {
        let lines: String = case.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect();
        format!("\n{}\n{lines}", heading(&say(id)))
    };
    [
        format!("{}\n\n", page.code),
        passage(&say("cli-rule"), &page.rule),
        passage(&say("cli-why"), &page.why),
        passage(&say("cli-cure"), &page.help),
        case("cli-bad", &page.bad),
        case("cli-good", &page.good),
    ]
    .concat()
}
