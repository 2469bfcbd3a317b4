//! `loa translate start`: a translation to be written over the words of its original, held back until somebody has read it.

use std::fmt::Write;

use crate::site::translation_digest;

use super::super::arguments::Pair;
use super::super::new::{say, write};
use super::super::{Exit, Failure, Session};
use super::{Desk, keep_record, name};
use crate::model::Value;

/// Makes the file of a translation. Never writes over one that is there.
pub fn run(session: &mut Session<'_>, asked: &Pair) -> Exit {
    let desk = Desk::open(session, None)?;
    let (entry, language) = desk.pair(&asked.entry, &asked.lang)?;
    if let Some(text) = entry.texts.get(&language.tag) {
        let refused =
            Failure::usage("usage-has-translation", "lang", &language.tag).with("name", Some(language.called()));
        return Err(refused.with("entry", Some(name(entry))).with("path", Some(&text.summary.file)));
    }
    let Some(original) = entry.original_text() else { return Ok(1) };
    desk.sound(session, &[&original.summary.file])?;
    let (Some(skeleton), Some(digest)) = (desk.original(entry), translation_digest(entry)) else { return Ok(1) };
    let Some(folder) = original.summary.file.parent() else { return Ok(1) };
    keep_record(session, entry, &digest, &skeleton)?;
    let text = |value: &str| Value::Text(value.to_owned());
    let head = [("translated_from".to_owned(), text(&digest)), ("status".to_owned(), text("draft"))];
    let mut note = String::new();
    let args: [(&str, &dyn std::fmt::Display); 3] =
        [("name", &language.called()), ("entry", &name(entry)), ("lang", &language.tag)];
    for line in session.words.say("start-note", &args).lines() {
        // Writing to a `String` cannot fail.
        let _ = writeln!(note, "# {line}");
    }
    let file = skeleton.write(&head, &[]).replacen("---\n", &format!("---\n{note}"), 1);
    let path = format!("{folder}/{}.md", language.tag);
    write(session, &path, &file)?;
    say(session, "new-made", &[("path", &path)])?;
    say(session, "start-next", &[("entry", &name(entry)), ("lang", &language.tag)])?;
    Ok(0)
}
