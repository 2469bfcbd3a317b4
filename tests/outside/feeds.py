#!/usr/bin/env python3
"""What machines read of a tree that knows its address: feeds, sitemap, canonical addresses and other languages.

  feeds.py TREE BASE_URL

Every feed parses as feed readers parse it and has what Atom or JSON Feed requires; every address in feeds, sitemap and the heads of pages
is a file of the tree; the languages of a page name each other back; nothing that is only a fallback is announced.
"""
import html.parser
import json
import pathlib
import re
import sys
import time
import urllib.parse
import xml.etree.ElementTree as xml

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DAY_AND_HOUR = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")
# The limits of the sitemap protocol.
SITEMAP_URLS, SITEMAP_BYTES = 50_000, 50 * 1024 * 1024


class Head(html.parser.HTMLParser):
    """The addresses and the language that a page gives in its head."""

    def __init__(self):
        super().__init__()
        self.lang, self.canonical, self.others, self.feeds, self.robots = "", None, {}, [], ""

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        rel = (given.get("rel") or "").split()
        if tag == "html":
            self.lang = given.get("lang") or ""
        elif tag == "meta" and given.get("name") == "robots":
            self.robots = given.get("content") or ""
        elif tag == "link" and "canonical" in rel:
            self.canonical = given.get("href")
        elif tag == "link" and "alternate" in rel and "hreflang" in given:
            self.others[given["hreflang"]] = given.get("href")
        elif tag == "link" and "alternate" in rel and given.get("type") in ("application/atom+xml", "application/feed+json"):
            self.feeds.append(given.get("href"))


class Proof:
    def __init__(self, tree, base):
        self.tree, self.base = tree, base
        self.files = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
        self.host = urllib.parse.urlsplit(base).hostname
        self.faults, self.checked, self.heads = 0, 0, {}

    def fault(self, where, words):
        self.faults += 1
        print(f"FAULT feeds.py: {where}: {words}")

    def name_of(self, where, what, address):
        """The file that an absolute address of this site stands for."""
        self.checked += 1
        if not address or not address.startswith(self.base):
            return self.fault(where, f"{what} is {address}, not below {self.base}")
        name = urllib.parse.unquote(address[len(self.base):])
        if name not in self.files:
            return self.fault(where, f"{what} is not in the tree: {name}")
        return name

    def read_pages(self):
        for name in sorted(self.files):
            if name.endswith(".html"):
                head = self.heads[name] = Head()
                head.feed((self.tree / name).read_text(encoding="utf-8"))

    def judge_pages(self):
        for name, head in self.heads.items():
            if head.canonical is None and "noindex" not in head.robots:
                self.fault(name, "no canonical address")
            target = self.name_of(name, "canonical", head.canonical) if head.canonical else None
            if target and target != name and self.heads[target].canonical != head.canonical:
                self.fault(name, f"canonical {target} does not take itself for canonical")
            if head.others and target != name:
                self.fault(name, "a page that stands for another one names languages")
            self.judge_languages(name, head.others)
            for feed in head.feeds:
                if self.resolve(pathlib.PurePosixPath(name).parent / feed) not in self.files:
                    self.fault(name, f"feed is not in the tree: {feed}")

    @staticmethod
    def resolve(path):
        parts = []
        for part in path.parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        return "/".join(parts)

    def judge_languages(self, name, others):
        """Each language names a page that is written in it, that names all the same ones, this page among them."""
        if not others:
            return
        pages = {lang: self.name_of(name, f"hreflang {lang}", address) for lang, address in others.items()}
        if name not in [page for lang, page in pages.items() if lang != "x-default"]:
            self.fault(name, "is not among its own languages")
        if "x-default" not in pages:
            self.fault(name, "no x-default")
        for lang, page in pages.items():
            if not page:
                continue
            if lang != "x-default" and self.heads[page].lang != lang:
                self.fault(name, f"hreflang {lang} leads to {page}, which is in {self.heads[page].lang}")
            if self.heads[page].others != others:
                self.fault(name, f"{page} does not name the same languages back")

    def judge_sitemap(self):
        names = set()
        for address in self.sitemap_urls("sitemap.xml"):
            name = self.name_of("sitemap.xml", "loc", address.findtext(f"{SITEMAP}loc"))
            if not name:
                continue
            if name in names:
                self.fault("sitemap.xml", f"twice: {name}")
            names.add(name)
            others = {link.get("hreflang"): link.get("href") for link in address.findall(f"{XHTML}link")}
            # A page in one language has nothing to say of others: its own name and x-default may be left out.
            alone = len(self.heads[name].others) <= 2 and not others
            if name.endswith(".html") and others != self.heads[name].others and not alone:
                self.fault("sitemap.xml", f"{name}: other languages than in its head: {sorted(others)}")
        wanted = {name for name, head in self.heads.items() if head.canonical == self.base + name and "noindex" not in head.robots}
        # Lists by topic and letter hold nothing of their own and may be left out; what is written for readers may not.
        for name in sorted(name for name in wanted - names if self.heads[name].others):
            self.fault("sitemap.xml", f"lacks {name}")
        for name in sorted(names - wanted):
            self.fault("sitemap.xml", f"announces {name}, which is no page of its own")
        robots = (self.tree / "robots.txt").read_text(encoding="utf-8")
        if f"Sitemap: {self.base}sitemap.xml" not in robots.splitlines():
            self.fault("robots.txt", "does not name the sitemap")

    def sitemap_urls(self, name):
        if name not in self.files:
            self.fault(name, "is not there")
            return
        path = self.tree / name
        root = xml.parse(path).getroot()
        if path.stat().st_size > SITEMAP_BYTES:
            self.fault(name, "more than 50 MiB")
        if root.tag == f"{SITEMAP}sitemapindex":
            for part in root.iter(f"{SITEMAP}loc"):
                if inner := self.name_of(name, "part", part.text):
                    yield from self.sitemap_urls(inner)
            return
        if root.tag != f"{SITEMAP}urlset":
            self.fault(name, f"root is {root.tag}")
        urls = root.findall(f"{SITEMAP}url")
        if not 0 < len(urls) <= SITEMAP_URLS:
            self.fault(name, f"{len(urls)} addresses")
        yield from urls

    def judge_feed(self, name):
        self.checked += 1
        edition = name.split("/")[0]
        source = (self.tree / name).read_bytes()
        try:
            root = xml.fromstring(source)
        except xml.ParseError as error:
            return self.fault(name, f"not well-formed: {error}")
        read = feedparser.parse(source)
        if read.bozo or read.version != "atom10":
            self.fault(name, f"a feed reader stumbles: {read.version} {read.get('bozo_exception', '')}")
        if (root.get(LANG) or "").lower() != edition:
            self.fault(name, f"xml:lang is {root.get(LANG)}")
        for what in ("id", "title", "updated", "author"):
            if not read.feed.get(what):
                self.fault(name, f"no {what}")
        links = {link.get("rel", "alternate"): link.get("href") for link in root.findall(f"{ATOM}link")}
        if self.name_of(name, "self", links.get("self")) != name:
            self.fault(name, "self is another file")
        self.name_of(name, "alternate", links.get("alternate"))
        ids = [element.text for element in root.iter(f"{ATOM}id")]
        for each in ids:
            if not re.match(rf"^tag:{re.escape(self.host)},\d{{4}}:[a-z0-9-]+/", each or ""):
                self.fault(name, f"id {each}")
        if len(ids) != len(set(ids)):
            self.fault(name, "an id stands twice")
        for moment in [*root.iter(f"{ATOM}updated"), *root.iter(f"{ATOM}published")]:
            if not DAY_AND_HOUR.match(moment.text or ""):
                self.fault(name, f"date {moment.text}")
        entries = root.findall(f"{ATOM}entry")
        if len(entries) != len(read.entries):
            self.fault(name, f"{len(entries)} entries, a reader sees {len(read.entries)}")
        for entry, seen in zip(entries, read.entries):
            where = f"{name} {seen.get('id')}"
            for what in ("id", "title", "updated", "link"):
                if not seen.get(what):
                    self.fault(where, f"no {what}")
            page = self.name_of(where, "link", seen.get("link"))
            lang = (entry.get(LANG) or root.get(LANG) or "")
            if page and self.heads[page].canonical != self.base + page:
                self.fault(where, "announces a page that only stands for another one")
            if page and self.heads[page].lang != lang:
                self.fault(where, f"is in {self.heads[page].lang}, the feed says {lang}")
        return None

    def judge_json(self, name):
        """A feed as https://jsonfeed.org/version/1.1 wants it, with the same entries as the one in Atom beside it."""
        self.checked += 1
        try:
            feed = json.loads((self.tree / name).read_text(encoding="utf-8"))
        except ValueError as error:
            return self.fault(name, f"no JSON: {error}")
        if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title") or not isinstance(feed.get("items"), list):
            return self.fault(name, "no version, title or items")
        if feed.get("language", "").lower() != name.split("/")[0]:
            self.fault(name, f"language is {feed.get('language')}")
        if self.name_of(name, "feed_url", feed.get("feed_url")) != name:
            self.fault(name, "feed_url is another file")
        self.name_of(name, "home_page_url", feed.get("home_page_url"))
        self.name_of(name, "icon", feed.get("icon"))
        if not all(author.get("name") for author in feed.get("authors", [])):
            self.fault(name, "an author without a name")
        for item in feed["items"]:
            where = f"{name} {item.get('id')}"
            if not isinstance(item.get("id"), str) or not (item.get("content_text") or item.get("content_html")):
                self.fault(where, "no id or no content")
            for what in ("date_published", "date_modified"):
                if not DAY_AND_HOUR.match(item.get(what, "")):
                    self.fault(where, f"{what} is {item.get(what)}")
            page = self.name_of(where, "url", item.get("url"))
            if page and self.heads[page].canonical != self.base + page:
                self.fault(where, "announces a page that only stands for another one")
            if not item.get("language"):
                self.fault(where, "says no language")
        beside = name.removesuffix(".json") + ".xml"
        ids = [entry.findtext(f"{ATOM}id") for entry in xml.parse(self.tree / beside).getroot().findall(f"{ATOM}entry")]
        if ids != [item.get("id") for item in feed["items"]]:
            self.fault(name, f"has other entries than {beside}")
        return None


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    started = time.monotonic()
    proof = Proof(pathlib.Path(sys.argv[1]), sys.argv[2].rstrip("/") + "/")
    feeds = sorted(name for name in proof.files if name.endswith("/feed.xml"))
    proof.read_pages()
    proof.judge_pages()
    proof.judge_sitemap()
    for name in feeds:
        proof.judge_feed(name)
    also = sorted(name for name in proof.files if name.endswith("/feed.json"))
    for name in also:
        proof.judge_json(name)
    if also and len(also) != len(feeds):
        proof.fault(sys.argv[1], f"{len(also)} feeds in JSON, {len(feeds)} in Atom")
    if not feeds or not proof.heads:
        proof.fault(sys.argv[1], "no feed or no page: was the tree built with --base-url?")
    print(f"feeds.py: {len(feeds)} feeds, {len(also)} in JSON, {len(proof.heads)} pages, {proof.checked} addresses, {proof.faults} faults, {time.monotonic() - started:.0f} s")
    sys.exit(1 if proof.faults else 0)


main()
