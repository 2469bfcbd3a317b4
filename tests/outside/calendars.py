#!/usr/bin/env python3
"""The events of a tree as programs for calendars read them.

  calendars.py TREE [BASE_URL]

Every file that a page offers parses with a reader of RFC 5545, is written as that asks (lines of at most 75 octets, CRLF), holds one
event of whole days that says its language, invites nobody, and has the same name in all languages and no other event's.
"""
import datetime
import html.parser
import pathlib
import sys
import time

import icalendar


class Page(html.parser.HTMLParser):
    """The language of a page, its headings and the calendars that it offers."""

    def __init__(self):
        super().__init__()
        self.lang, self.offered, self.headings, self.within = "", [], [], 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("html", "body"):
            self.lang = given.get("lang") or self.lang
        elif tag == "a" and (given.get("href") or "").endswith(".ics"):
            self.offered.append(given["href"])
        elif tag == "h1":
            self.within = True
            self.headings.append([given.get("lang") or self.lang, ""])

    def handle_endtag(self, tag):
        self.within = self.within and tag != "h1"

    def handle_data(self, words):
        if self.within:
            self.headings[-1][1] += words


class Proof:
    def __init__(self, tree, base):
        self.tree, self.base = tree, base
        self.faults, self.names = 0, {}

    def fault(self, where, words):
        self.faults += 1
        print(f"FAULT calendars.py: {where}: {words}")

    def judge(self, path, page):
        name = path.relative_to(self.tree).as_posix()
        source = path.read_bytes()
        lines = source.split(b"\r\n")
        if lines[-1] or b"\n" in b"".join(lines) or any(len(line) > 75 for line in lines):
            self.fault(name, "a line is too long, or ends otherwise than with CRLF")
        for line in lines:
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                self.fault(name, f"a letter is cut: {line}")
        try:
            calendar = icalendar.Calendar.from_ical(source)
        except ValueError as error:
            return self.fault(name, f"does not parse: {error}")
        events = calendar.walk("VEVENT")
        if calendar.get("version") != "2.0" or not calendar.get("prodid") or "method" in calendar or len(events) != 1:
            return self.fault(name, "no VERSION or PRODID, a METHOD, or not one event")
        event = events[0]
        if calendar.errors or event.errors:
            self.fault(name, f"{calendar.errors + event.errors}")
        for what in ("attendee", "organizer"):
            if what in event:
                self.fault(name, f"has {what}")
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        if type(start) is not datetime.date or type(end) is not datetime.date or end <= start:
            self.fault(name, f"is not of whole days: {start} to {end}")
        if event.decoded("dtstamp").tzinfo is None:
            self.fault(name, "DTSTAMP is not in UTC")
        rule = event.get("rrule")
        if rule is not None and rule.get("freq") != ["YEARLY"]:
            self.fault(name, f"comes back by {rule}")
        title = event.get("summary")
        if [title.params.get("language"), str(title)] not in page.headings:
            self.fault(name, f"is called {title} ({title.params.get('language')}), its page {page.headings}")
        if "description" in event and not event.get("description").params.get("language"):
            self.fault(name, "the description says no language")
        self.judge_address(name, event)
        entry = name.split("/", 1)[1].rsplit("/", 1)[0]
        if self.names.setdefault(str(event.get("uid")), entry) != entry:
            self.fault(name, f"has the name of {self.names[str(event.get('uid'))]}")
        return None

    def judge_address(self, name, event):
        url = str(event.get("url") or "")
        if not self.base:
            if url:
                self.fault(name, "has an address, and the tree has none")
        elif not url.startswith(self.base) or not (self.tree / url[len(self.base):]).is_file():
            self.fault(name, f"its address is no file of the tree: {url}")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    started = time.monotonic()
    tree = pathlib.Path(sys.argv[1])
    proof = Proof(tree, sys.argv[2].rstrip("/") + "/" if len(sys.argv) == 3 else None)
    offered = 0
    for path in sorted(tree.rglob("index.html")):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        for href in page.offered:
            offered += 1
            proof.judge(path.parent / href, page)
    files = sum(1 for _ in tree.rglob("*.ics"))
    if not offered or offered != files:
        proof.fault(str(tree), f"{files} files, pages offer {offered}")
    print(f"calendars.py: {offered} calendars, {len(proof.names)} events, {proof.faults} faults, {time.monotonic() - started:.0f} s")
    sys.exit(1 if proof.faults else 0)


main()
