//! What the tool says. The words are messages of `diagnostics.ftl`; here they meet their arguments.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::base::{Date, Lang};
use crate::i18n::Diagnostics;

/// Characters of one argument that are shown. The longest list of known keys has some 300; a pasted page has more.
const SHOWN: usize = 400;

/// Arguments that tell more of what happened; they follow the reason.
const FACTS: [&str; 4] = ["since", "date", "guess", "row"];

/// Arguments that help to mend it; they follow the cure, in this order.
const HINTS: [&str; 16] = [
    "text",
    "lost",
    "added",
    "draft",
    "pair",
    "folder",
    "right",
    "known",
    "allowed",
    "languages",
    "other",
    "place",
    "pid",
    "detail",
    "line",
    "capitals",
];

/// The words of the tool in one language.
#[derive(Debug)]
pub struct Words {
    messages: Diagnostics,
    /// Days are written day first, as Vietnamese documents have them.
    writes_day_first: bool,
}

/// What is said of one finding.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub what: String,
    /// What stands at the caret.
    pub label: Option<String>,
    /// Why it matters.
    pub why: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// What stands before lines to paste.
    pub paste: String,
}

impl Words {
    /// The words in an interface language.
    pub fn new(ui: &Lang) -> Words {
        Words { messages: Diagnostics::new(ui), writes_day_first: *ui == Lang::vietnamese() }
    }

    /// The messages themselves, for what is written into a translator's file.
    pub fn messages(&self) -> &Diagnostics {
        &self.messages
    }

    /// The language of the words, as a page must say it.
    pub fn tag(&self) -> &'static str {
        if self.writes_day_first { "vi" } else { "en" }
    }

    /// A message; its id if nobody wrote it, so that a hole is seen and nothing stops.
    pub fn say(&self, id: &str, args: &[(&str, &dyn Display)]) -> String {
        let args = args.iter().map(|(name, value)| (*name, visible(&value.to_string()))).collect();
        self.messages.say(id, &args).unwrap_or_else(|| id.to_owned())
    }

    /// All that is said of a finding. A code without words is told by its name and arguments, so that nothing is lost.
    pub fn tell(&self, id: &str, args: &BTreeMap<&'static str, String>) -> Told {
        let args: BTreeMap<&str, String> = args.iter().map(|(name, value)| (*name, self.shown(name, value))).collect();
        let ask = |attribute: &str| self.messages.attribute(id, attribute, &args);
        // `.short` says it without the argument that is not always known.
        let what = self.messages.say(id, &args).or_else(|| ask("short")).unwrap_or_else(|| bare(id, &args));
        let follow = |sentence: Option<String>, names: &[&str]| {
            let more = names.iter().filter(|name| args.contains_key(*name)).filter_map(|name| ask(name));
            let all: Vec<String> = sentence.into_iter().chain(more).collect();
            (!all.is_empty()).then(|| all.join(" "))
        };
        Told {
            what,
            label: ask("label"),
            why: follow(ask("why"), &FACTS),
            help: follow(ask("help"), &HINTS),
            paste: ask("paste").unwrap_or_else(|| self.say("cli-paste", &[])),
        }
    }

    /// A day as readers of this language write it.
    pub fn day(&self, date: Date) -> String {
        if !self.writes_day_first {
            return date.to_string();
        }
        let (year, month, day) = date.parts();
        // Decree 30/2020: days below 10 and months below 3 have a zero before them.
        if month < 3 { format!("{day:02}/{month:02}/{year}") } else { format!("{day:02}/{month}/{year}") }
    }

    /// A count with its thousands set apart, as readers of this language write it.
    pub fn number(&self, number: impl TryInto<u64>) -> String {
        let digits = number.try_into().unwrap_or(u64::MAX).to_string();
        let mark = if self.writes_day_first { '.' } else { ',' };
        let mut out = String::new();
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }

    /// An attribute of a message that needs no arguments.
    pub fn part(&self, id: &str, attribute: &str) -> Option<String> {
        self.messages.attribute(id, attribute, &BTreeMap::new())
    }

    /// The codes of all findings: the messages that have a rule.
    pub fn codes(&self) -> Vec<String> {
        self.messages.ids().filter(|id| self.part(id, "rule").is_some()).map(str::to_owned).collect()
    }

    fn shown(&self, name: &str, value: &str) -> String {
        if self.writes_day_first
            && FACTS.contains(&name)
            && let Ok(date) = Date::parse(value)
        {
            return self.day(date);
        }
        visible(value)
    }
}

fn bare(id: &str, args: &BTreeMap<&str, String>) -> String {
    let args: Vec<String> = args.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    if args.is_empty() { id.to_owned() } else { format!("{id} ({})", args.join(", ")) }
}

/// A text as it may stand in a line on a terminal: no line ends, nothing that moves the cursor or turns the writing round.
pub fn visible(text: &str) -> String {
    let safe = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') => '\u{FFFD}',
        c => c,
    };
    let mut shown: String = text.chars().take(SHOWN).map(safe).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vietnamese() -> Words {
        Words::new(&Lang::vietnamese())
    }

    #[test]
    fn a_finding_is_told_with_the_arguments_that_it_has() {
        let words = vietnamese();
        let told =
            words.tell("unknown-key", &BTreeMap::from([("key", "tieu_de".to_owned()), ("right", "title".to_owned())]));
        assert!(told.what.contains("\"tieu_de\""), "{told:?}");
        assert!(told.help.as_ref().is_some_and(|help| help.contains("\"title\"")), "{told:?}");
        let told =
            words.tell("unknown-key", &BTreeMap::from([("key", "x".to_owned()), ("known", "title, date".to_owned())]));
        assert!(told.help.is_some_and(|help| help.ends_with("title, date.") && !help.contains("Có phải")));
    }

    #[test]
    fn a_day_is_written_day_first() {
        let args = BTreeMap::from([
            ("number", "1800 1567".to_owned()),
            ("right", "111".to_owned()),
            ("since", "2017-12-06".to_owned()),
        ]);
        assert!(vietnamese().tell("superseded-phone", &args).why.is_some_and(|why| why.contains("06/12/2017")));
        let english = Words::new(&Lang::new("en").unwrap());
        assert!(english.tell("superseded-phone", &args).why.is_some_and(|why| why.contains("2017-12-06")));
    }

    #[test]
    fn thousands_are_set_apart() {
        let words = vietnamese();
        assert_eq!([0_usize, 999, 1_000, 1_234_567].map(|n| words.number(n)), ["0", "999", "1.000", "1.234.567"]);
    }

    #[test]
    fn a_code_without_words_loses_nothing() {
        let told = vietnamese().tell("no-such-code", &BTreeMap::from([("file", "a.jpg".to_owned())]));
        assert_eq!((told.what.as_str(), told.help), ("no-such-code (file = a.jpg)", None));
    }

    #[test]
    fn an_argument_cannot_command_the_terminal() {
        assert_eq!(visible("a\n\u{1B}[2Jb\u{202E}c"), "a \u{FFFD}[2Jb\u{FFFD}c");
        assert_eq!(visible(&"ệ".repeat(SHOWN + 1)).chars().count(), SHOWN + 1);
    }

    #[test]
    fn every_code_can_be_explained() {
        let words = vietnamese();
        let codes = words.codes();
        assert!(!codes.is_empty());
        for code in codes {
            for part in ["rule", "why", "help", "bad", "good"] {
                assert!(words.part(&code, part).is_some(), "{code} has no .{part} that stands without arguments");
            }
        }
    }
}
