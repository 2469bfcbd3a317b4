#!/usr/bin/env python3
"""What an officer pastes into a page of the portal: every fragment of a tree that knows its address.

  fragments.py TREE BASE_URL

Each says what the page beside it says: its title, its headings and the words of its text. Each holds only what survives pasting (no style, script, class,
id or frame), full addresses that lead to files of the tree, one heading of the first level, a language, and the way back. No
page with the button to leave quickly has one; every other page of an entry in its own language does.
"""
import html.parser
import pathlib
import sys
import time
import urllib.parse

SOUND = {
    "html", "head", "meta", "title", "link", "body", "main", "article", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li",
    "blockquote", "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "strong", "em", "s", "sup", "br", "hr", "time",
}
ATTRIBUTES = {"lang", "dir", "href", "src", "alt", "width", "height", "start", "scope", "datetime", "charset", "name", "content", "rel"}


class Page(html.parser.HTMLParser):
    """The tags, addresses and words of a page; of ours, those of the text alone."""

    def __init__(self, within=None):
        super().__init__()
        self.tags, self.attributes, self.ways, self.words, self.anchors = [], set(), [], [], set()
        self.canonical, self.robots, self.lang, self.article = None, "", "", None
        self.within, self.depth = within, 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        self.attributes |= set(given)
        if tag == "html":
            self.lang = given.get("lang")
        if tag == "article":
            self.article = given.get("lang")
        if "id" in given:
            self.anchors.add(given["id"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href")
        elif tag == "meta" and given.get("name") == "robots":
            self.robots = given.get("content")
        else:
            self.ways += [given[name] for name in ("href", "src") if name in given]
        if self.within and (self.depth or given.get("class") == self.within):
            self.depth += tag not in ("img", "br", "hr", "meta", "link", "input")

    def handle_endtag(self, tag):
        if self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if not self.within or self.depth:
            self.words += data.split()


class Proof:
    def __init__(self, tree, base):
        self.tree, self.base, self.faults, self.ways = tree, base, 0, 0
        self.read = {}

    def fault(self, where, words):
        self.faults += 1
        print(f"FAULT fragments.py: {where}: {words}")

    def page(self, name, within=None):
        if (name, within) not in self.read:
            page = self.read[name, within] = Page(within)
            page.feed((self.tree / name).read_text(encoding="utf-8"))
        return self.read[name, within]

    def judge(self, name):
        page = self.page(name)
        if odd := sorted((set(page.tags) - SOUND) | (page.attributes - ATTRIBUTES)):
            self.fault(name, f"does not survive pasting: {odd}")
        if page.tags.count("h1") != 1 or page.tags.count("article") != 1:
            self.fault(name, "not one <h1> and one <article>")
        beside = name.removesuffix("fragment.html") + "index.html"
        own = self.page(beside)
        if page.canonical != self.base + beside or page.robots != "noindex":
            self.fault(name, f"canonical is {page.canonical}, robots {page.robots}")
        if page.lang != own.lang or not page.article:
            self.fault(name, f"lang is {page.lang}, its page {own.lang}")
        if page.canonical not in page.ways:
            self.fault(name, "no way back")
        if not any(way.startswith("tel:") for way in page.ways):
            self.fault(name, "no number to call")
        for way in page.ways:
            self.follow(name, way)
        said = iter(page.words)
        lost = [word for word in self.page(beside, "text").words if not any(word == other for other in said)]
        if lost:
            self.fault(name, f"has not these words of its page, or not in this order: {' '.join(lost[:8])}")

    def follow(self, name, way):
        self.ways += 1
        if way.startswith(self.base):
            path, _, anchor = urllib.parse.unquote(way.removeprefix(self.base)).partition("#")
            if not (self.tree / path).is_file():
                self.fault(name, f"no such file: {way}")
            elif anchor and anchor not in self.page(path).anchors:
                self.fault(name, f"no such anchor: {way}")
        elif urllib.parse.urlsplit(way).scheme not in ("http", "https", "tel", "sms", "mailto"):
            self.fault(name, f"is no full address: {way}")

    def judge_absence(self, name):
        """A page of an entry without a fragment: one to leave quickly, one that stands for another, or a list."""
        text = (self.tree / name).read_text(encoding="utf-8")
        leaves = 'class="leave"' in text
        has = (self.tree / name.replace("index.html", "fragment.html")).exists()
        own = self.page(name).canonical == self.base + name
        if has and leaves:
            self.fault(name, "can be pasted without its way out")
        if not has and not leaves and own and '<article class="entry' in text and "cards" not in text and name.count("/") > 1:
            self.fault(name, "has no fragment")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    started = time.monotonic()
    proof = Proof(pathlib.Path(sys.argv[1]), sys.argv[2].rstrip("/") + "/")
    fragments = sorted(path.relative_to(proof.tree).as_posix() for path in proof.tree.rglob("fragment.html"))
    for name in fragments:
        proof.judge(name)
    for path in sorted(proof.tree.rglob("index.html")):
        proof.judge_absence(path.relative_to(proof.tree).as_posix())
    if not fragments:
        proof.fault(sys.argv[1], "no fragment: was the tree built with `outputs: [fragments]` and an address?")
    print(f"fragments.py: {len(fragments)} fragments, {proof.ways} addresses, {proof.faults} faults, {time.monotonic() - started:.0f} s")
    sys.exit(1 if proof.faults else 0)


main()
