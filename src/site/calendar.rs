//! An event as a file that phones and computers put into their calendars (RFC 5545). It lies beside the page of the event
//! and says what that says; nobody is invited and nothing is sent.

use crate::base::{Date, Lang};
use crate::model::Spoken;
use crate::schema::Role;

use super::Site;
use super::address;
use super::entry::Entry;
use super::share::leaves_quickly;

/// The name of the file, beside the page.
pub const FILE: &str = "lich.ics";

/// Octets of a line, its end not counted (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The event of an entry, in the words of an edition. What somebody may want to leave quickly is put into no calendar, where
/// others would find it.
pub fn calendar(site: &Site, entry: &Entry, lang: &Lang) -> Option<String> {
    if !entry.kind.has(Role::StartsAt) || entry.entries.is_some() || leaves_quickly(site, entry) {
        return None;
    }
    let facts = entry.facts();
    let start = facts.date("starts_on")?;
    let last = facts.date("ends_on").unwrap_or(start).max(start);
    let written = facts.date("updated").or(facts.date("date")).unwrap_or(start);
    let summary = entry.fact(lang, "summary").and_then(|(located, whose)| Some((located.fact.as_text()?, whose)));
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//loa//loa//VI");
    file.line("BEGIN:VEVENT");
    file.line(&format!("UID:{}", escape(&name(site, entry))));
    file.line(&format!("DTSTAMP:{}T000000Z", digits(written)));
    file.line(&format!("DTSTART;VALUE=DATE:{}", digits(start)));
    // The end is the first day that does not belong to it.
    file.line(&format!("DTEND;VALUE=DATE:{}", digits(last.next()?)));
    if facts.is_true("yearly") {
        file.line(&yearly(start));
    }
    file.words("SUMMARY", site.title_of(entry, lang));
    if let Some((text, whose)) = summary {
        file.words("DESCRIPTION", site.spoken(text, whose));
    }
    if let Some(base) = &site.config.base_url {
        let owner = if entry.is_own(lang) { lang } else { &entry.original };
        file.line(&format!("URL:{base}{}", address::page(owner, &entry.folder)));
    }
    // A day to know of keeps nobody from work.
    file.line("TRANSP:TRANSPARENT");
    file.line("END:VEVENT");
    file.line("END:VCALENDAR");
    Some(file.0)
}

/// The name by which a calendar knows the event again, whatever the language that it was taken in.
fn name(site: &Site, entry: &Entry) -> String {
    match site.config.base_url.as_ref().and_then(|base| base.host()) {
        Some(host) => format!("{}@{host}", entry.folder),
        None => entry.folder.clone(),
    }
}

/// Each year; 29 February is the last day of the month in years that have none, as on the page.
fn yearly(start: Date) -> String {
    let (_, month, day) = start.parts();
    let leap = if (month, day) == (2, 29) { ";BYMONTH=2;BYMONTHDAY=-1" } else { "" };
    format!("RRULE:FREQ=YEARLY{leap}")
}

fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Text as a value (RFC 5545, section 3.3.11).
fn escape(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// The lines of a file, each ended and folded as the format wants it.
#[derive(Default)]
struct File(String);

impl File {
    /// Words with their language.
    fn words(&mut self, property: &str, said: Spoken<'_>) {
        self.line(&format!("{property};LANGUAGE={}:{}", said.lang, escape(said.text)));
    }

    /// A line; what is too long goes on after a space. No letter is cut.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader of the format makes of a file: folded lines are one.
    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(text in "\\PC{0,300}") {
            let mut file = File::default();
            file.line(&text);
            prop_assert!(file.0.ends_with("\r\n"));
            prop_assert!(file.0.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert_eq!(unfolded(&file.0), format!("{text}\r\n"));
        }

        #[test]
        fn a_value_is_read_back(text in "[a-zấ;,\\\\\n ]{0,60}") {
            let mut read = String::new();
            let value = escape(&text);
            let mut signs = value.chars();
            while let Some(c) = signs.next() {
                match c {
                    '\\' => read.extend(signs.next().map(|next| if next == 'n' { '\n' } else { next })),
                    ';' | ',' | '\n' => prop_assert!(false, "{value}"),
                    c => read.push(c),
                }
            }
            prop_assert_eq!(read, text);
        }
    }
}
