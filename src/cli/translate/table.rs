//! The state of translations for people, for a spreadsheet, and as a page to be opened by double click.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::base::Lang;
use crate::base::text::escape;
use crate::site::Site;

use super::super::print::heading;
use super::status::{Row, Share, shares};
use crate::tell::Words;

/// States in the order of the work that they ask for.
const STATES: [&str; 5] = ["out-of-date", "unreviewed", "draft", "missing", "current"];

/// The style of the page. Colour is never alone: each state has its words.
const STYLE: &str = "body{font:1rem/1.6 system-ui,sans-serif;margin:1.5rem;color:#1b1b1b;background:#fff}\
table{border-collapse:collapse}caption{text-align:start;font-weight:700;padding-block:.5rem}\
th,td{border:1px solid #767676;padding:.35rem .6rem;text-align:start;vertical-align:top}\
thead th{position:sticky;top:0;background:#fff}\
.current{background:#e3f3e6}.out-of-date{background:#fdeccf}.unreviewed,.draft{background:#e6eefb}.missing{color:#4a4a4a}\
@media print{body{margin:0}thead th{position:static}}";

/// Each language with its share, then what asks for work. What is not translated at all is only counted, unless the
/// answer was limited to one entry or language.
pub fn human(words: &Words, site: &Site, rows: &[Row], is_limited: bool) -> String {
    let mut out = String::new();
    for (lang, share) in shares(rows) {
        out.push_str(&format!("{}\n", heading(&share_line(words, site, &lang, &share))));
        for state in STATES {
            let of_state: Vec<&Row> = rows.iter().filter(|row| row.lang == lang && row.state == state).collect();
            if state == "missing" && !is_limited {
                if !of_state.is_empty() {
                    // Writing to a `String` cannot fail.
                    let _ = writeln!(out, "  {}", words.say("status-missing-count", &[("count", &of_state.len())]));
                }
            } else if state != "current" || is_limited {
                for row in of_state {
                    let _ = writeln!(out, "  {}: {}", row.entry, state_words(words, row));
                }
            }
        }
        out.push('\n');
    }
    if out.is_empty() { format!("{}\n", words.say("status-nothing", &[])) } else { out }
}

/// A line a row; folders, tags and states need no quotes.
pub fn csv(_: &Words, _: &Site, rows: &[Row]) -> String {
    let mut out = "entry,lang,state,changed\n".to_owned();
    for row in rows {
        let changed = row.changed.map_or(String::new(), |changed| changed.to_string());
        let _ = writeln!(out, "{},{},{},{changed}", row.entry, row.lang, row.state);
    }
    out
}

/// A page of its own: a row an entry, a column a language.
pub fn html(words: &Words, site: &Site, rows: &[Row]) -> String {
    let say = |id: &str| escape(&words.say(id, &[]));
    let shares = shares(rows);
    let mut cells: BTreeMap<&str, BTreeMap<&Lang, &Row>> = BTreeMap::new();
    for row in rows {
        cells.entry(&row.entry).or_default().insert(&row.lang, row);
    }
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<ul>\n",
        words.tag(),
        title = say("status-title"),
    );
    for (lang, share) in &shares {
        let _ = writeln!(out, "<li>{}</li>", escape(&share_line(words, site, lang, share)));
    }
    let _ = write!(out, "</ul>\n<table>\n<caption>{}</caption>\n<thead><tr>", say("status-caption"));
    let _ = write!(out, "<th scope=\"col\">{}</th>", say("status-entry"));
    for lang in shares.keys() {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(&language_name(site, lang)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (entry, by_lang) in &cells {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", title(site, entry));
        for lang in shares.keys() {
            match by_lang.get(lang) {
                Some(row) => {
                    let _ = write!(out, "<td class=\"{}\">{}</td>", row.state, escape(&state_words(words, row)));
                }
                None => out.push_str("<td></td>"),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</body>\n</html>\n");
    out
}

/// The title of an entry with its language, and its folder.
fn title(site: &Site, name: &str) -> String {
    let entry = site.entries.get(if name == "." { "" } else { name });
    let title = entry.map(|entry| site.title(entry, &entry.original));
    let title =
        title.map_or(String::new(), |said| format!("<span lang=\"{}\">{}</span><br>", said.lang, escape(&said.text)));
    format!("{title}<small>{}</small>", escape(name))
}

fn share_line(words: &Words, site: &Site, lang: &Lang, share: &Share) -> String {
    let name = language_name(site, lang);
    let Share { current, all } = share;
    words.say("status-share", &[("lang", &name), ("current", current), ("all", all), ("percent", &share.percent())])
}

/// The name of a language in Vietnamese, in which records are written, and its tag.
fn language_name(site: &Site, lang: &Lang) -> String {
    let name = site.language(lang).map_or("", |language| &language.name);
    if name.is_empty() { lang.to_string() } else { format!("{name} ({lang})") }
}

fn state_words(words: &Words, row: &Row) -> String {
    let said = words.say(&format!("status-{}", row.state), &[]);
    match row.changed {
        Some(changed) if changed > 0 => format!("{said}, {}", words.say("status-changed", &[("count", &changed)])),
        None if row.state == "out-of-date" => format!("{said}, {}", words.say("status-changed-unknown", &[])),
        _ => said,
    }
}
