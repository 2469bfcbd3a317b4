//! What does not go out with the next publish, and what somebody has to look at by a day.

use crate::base::Date;
use crate::site::{Entry, LeftOut, Site, Standing as Hotline};

use super::Board;
use super::frame::{ROOT, paged, slice};
use super::markup::Markup;
use super::standing::left_out;

/// Days ahead that are shown: two months are time enough to find a reviewer.
const AHEAD: i64 = 60;

/// Days after which a number must have been checked again (GUARDRAILS section 1, check 7).
const CHECKED_WITHIN: i64 = 365;

/// Rows of each list on the board itself.
const FIRST: usize = 10;

/// Something that is due.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Due<'a> {
    /// The last day; none for a number that nobody ever checked.
    pub day: Option<Date>,
    /// The end of the id of the message that says what is to be done.
    pub what: &'static str,
    /// The folder of the entry.
    pub folder: &'a str,
}

/// What is past its day or will be soon, the oldest first.
pub(super) fn due(site: &Site) -> Vec<Due<'_>> {
    let mut due = Vec::new();
    for entry in site.entries.values() {
        // What is gone from the site has nothing more to be looked at; what waits for somebody has.
        if matches!(left_out(site, entry), Some(LeftOut::Superseded)) {
            continue;
        }
        let facts = entry.facts();
        let until = facts.group("consent").and_then(|consent| consent.date("until"));
        let days = [("review", facts.date("review_by")), ("expires", facts.date("expires_on")), ("consent", until)];
        for (what, day) in days.into_iter().filter(|(_, day)| day.is_some_and(|day| is_near(site, day))) {
            due.push(Due { day, what, folder: &entry.folder });
        }
    }
    for hotline in site.hotlines.all().iter().filter(|hotline| !matches!(hotline.standing, Hotline::Superseded(_))) {
        let day = hotline.verified_on.and_then(|day| later(day, CHECKED_WITHIN));
        if day.is_none_or(|day| is_near(site, day)) {
            due.push(Due { day, what: "check", folder: &hotline.folder });
        }
    }
    due.sort_by_key(|due| (due.day, due.folder, due.what));
    due
}

fn is_near(site: &Site, day: Date) -> bool {
    site.today.days_until(day) <= AHEAD
}

fn later(day: Date, days: i64) -> Option<Date> {
    Date::from_unix_days(Date::new(1970, 1, 1)?.days_until(day) + days)
}

/// The entries that will not be published, each with the reason. What was replaced is not waiting for anything.
pub(super) fn held(site: &Site) -> Vec<(&Entry, LeftOut)> {
    let entries = site.entries.values().filter_map(|entry| Some((entry, left_out(site, entry)?)));
    entries.filter(|(_, why)| *why != LeftOut::Superseded).collect()
}

impl Board {
    /// The first of both lists.
    pub(super) fn waiting(&self, m: &mut Markup, site: &Site) {
        m.el("section", &[("id", "cho"), ("aria-labelledby", "cho-t")], |m| {
            m.leaf("h2", &[("id", "cho-t")], &self.word("board-waiting"));
            let (held, due) = (held(site), due(site));
            m.leaf("h3", &[], &self.word("board-due"));
            self.due_list(m, site, due.get(..FIRST).unwrap_or(&due));
            self.rest(m, "den-han", due.len());
            m.leaf("h3", &[], &self.word("board-held"));
            self.held_list(m, site, held.get(..FIRST).unwrap_or(&held));
            self.rest(m, "cho", held.len());
        });
        m.line();
    }

    fn rest(&self, m: &mut Markup, page: &str, count: usize) {
        if count > FIRST {
            m.el("p", &[], |m| m.link(&format!("{ROOT}{page}"), &self.count("board-all", count)));
        }
    }

    /// All that is due.
    pub(super) fn due_page(&self, path: &str) -> Option<String> {
        let site = self.site()?;
        let (_, number) = paged(path)?;
        let all = due(site);
        let (shown, count) = slice(&all, number)?;
        let title = self.word("board-due");
        Some(self.frame(&title, &[self.home()], |m| {
            m.leaf("h1", &[], &title);
            self.due_list(m, site, shown);
            self.pager(m, &format!("{ROOT}den-han"), number, count);
        }))
    }

    /// All that is held back.
    pub(super) fn held_page(&self, path: &str) -> Option<String> {
        let site = self.site()?;
        let (_, number) = paged(path)?;
        let all = held(site);
        let (shown, count) = slice(&all, number)?;
        let title = self.word("board-held");
        Some(self.frame(&title, &[self.home()], |m| {
            m.leaf("h1", &[], &title);
            self.held_list(m, site, shown);
            self.pager(m, &format!("{ROOT}cho"), number, count);
        }))
    }

    fn due_list(&self, m: &mut Markup, site: &Site, due: &[Due<'_>]) {
        if due.is_empty() {
            m.leaf("p", &[], &self.word("board-nothing-due"));
            return;
        }
        m.el("ul", &[("class", "rows")], |m| {
            for due in due {
                let Some(entry) = site.entries.get(due.folder) else { continue };
                let is_past = due.day.is_none_or(|day| day < site.today);
                m.el("li", &[], |m| {
                    let (class, id) =
                        if is_past { ("mark error", "board-past") } else { ("mark warning", "board-soon") };
                    m.leaf("b", &[("class", class)], &self.word(id));
                    m.text(" ");
                    let what = self.word(&format!("board-due-{}", due.what));
                    match due.day {
                        Some(day) => {
                            m.text(&self.say("board-due-on", &[("what", &what), ("day", &self.words.day(day))]))
                        }
                        None => m.text(&self.word("board-never-checked")),
                    }
                    m.text(" ");
                    self.linked(m, site, entry);
                });
            }
        });
    }

    fn held_list(&self, m: &mut Markup, site: &Site, held: &[(&Entry, LeftOut)]) {
        if held.is_empty() {
            m.leaf("p", &[], &self.word("board-nothing-held"));
            return;
        }
        m.el("ul", &[("class", "rows")], |m| {
            for (entry, why) in held {
                m.el("li", &[], |m| {
                    m.leaf("b", &[("class", "mark")], &self.reason(*why));
                    m.text(" ");
                    self.linked(m, site, entry);
                });
            }
        });
    }

    /// Why an entry is held back, with its day.
    pub(super) fn reason(&self, why: LeftOut) -> String {
        let (id, day) = match why {
            LeftOut::Draft => ("board-held-draft", None),
            LeftOut::Review => ("board-held-review", None),
            LeftOut::PublishOn(day) => ("board-held-publish-on", Some(day)),
            LeftOut::Expired(day) => ("board-held-expired", Some(day)),
            LeftOut::ConsentExpired(day) => ("board-held-consent", Some(day)),
            LeftOut::NotApproved => ("board-held-not-approved", None),
            LeftOut::Superseded => ("board-held-superseded", None),
            LeftOut::WithSection => ("board-held-section", None),
            LeftOut::Broken => ("board-held-broken", None),
        };
        match day {
            Some(day) => self.say(id, &[("day", &self.words.day(day))]),
            None => self.word(id),
        }
    }

    /// An entry with a link to its page, if it has one.
    fn linked(&self, m: &mut Markup, site: &Site, entry: &Entry) {
        match self.page_of(entry, &entry.original) {
            Some(href) => {
                m.el("a", &[("href", &href)], |m| m.said("span", "title", &site.title(entry, &entry.original)));
            }
            None => m.said("span", "title", &site.title(entry, &entry.original)),
        }
        m.text(" ");
        self.path(m, &entry.file());
    }
}
