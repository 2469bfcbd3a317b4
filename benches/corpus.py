#!/usr/bin/env python3
"""Writes one made-up site for loa, Hugo or Zola, so that all of them do the same work.

  corpus.py OUT --for loa|hugo|zola [--articles 250] [--langs vi,en,tyz,hmn-VN] [--words 600] [--tera 1|2]

The same titles, texts, topics, dates and links in every dialect: N articles in L languages, four sections, lists of twenty,
topic pages, feeds, a sitemap and what a search needs. The languages of minorities get the Vietnamese words again: this weighs
builders and translates nothing. Every run writes the same bytes. `--tera 2` is for Zola 0.23 and later.
"""
import argparse
import datetime
import json
import pathlib
import random

import layouts

# A sentence is one word of each column: 12 x 12 x 8 = 1,152 of them, so that no index and no cache sees only a handful.
WORDS = json.loads((pathlib.Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
TOPICS = WORDS["topics"]
SECTIONS = [("tin", "Tin", "News"), ("chuyen", "Chuyện", "Stories"), ("cach-lam", "Cách làm", "How to"), ("noi-giup", "Nơi giúp", "Help")]
NAMES = {"vi": "Tiếng Việt", "en": "English", "tyz": "Tày", "hmn-VN": "Hmôngz"}
LANGS = ["vi", "en", "tyz", "hmn-VN"]
FIRST_DAY = datetime.date(2015, 1, 1)
ADDRESS = "https://phongchong.example/"
TITLE = "Phòng, chống mua bán người"


def quoted(text):
    """A text as YAML, TOML and JSON all read it."""
    return json.dumps(text, ensure_ascii=False)


def words_of(lang):
    return WORDS["en" if lang == "en" else "vi"]


def home_of(lang):
    return "Home" if lang == "en" else "Trang chủ"


class Loa:
    """One folder a story, one file a language; what translations share stands in the original."""

    name = "loa"
    hotline = "<hotline:111>"

    def __init__(self, langs):
        self.langs = langs

    def place(self, section, slug, lang):
        return f"content/{section}/{slug}/{lang}.md"

    def link(self, text, section, slug, lang):
        return f"[{text}](../../{section}/{slug}/)"

    def head(self, title, summary, date, topics, lang):
        own = f"date: {date}\naction: Lưu số 111 vào máy\ntopics: [{', '.join(map(quoted, topics))}]\n"
        return f"---\ntitle: {quoted(title)}\nsummary: {quoted(summary)}\n{own if lang == self.langs[0] else 'reviewed_by: Người đọc lại' + chr(10)}---\n"

    def frame(self):
        yield "loa.yml", f"title: {TITLE}\nbase_url: {ADDRESS}\nlanguages: [{', '.join(self.langs)}]\n"
        for lang in self.langs:
            first = lang == self.langs[0]
            yield f"content/{lang}.md", f"---\ntitle: {home_of(lang)}\n---\n" + ("Xin chào.\n" if first else "")
            for slug, vi, en in SECTIONS:
                yield f"content/{slug}/{lang}.md", f"---\ntitle: {en if lang == 'en' else vi}\n{'entries: article' + chr(10) if first else ''}---\n"
        yield "content/duong-day-nong/vi.md", "---\ntitle: Đường dây nóng\nentries: hotline\n---\n"
        yield "content/duong-day-nong/111/vi.md", (
            '---\ntitle: Tổng đài 111\nsummary: Gọi miễn phí.\nnumber: "111"\ndial: "111"\nhours: 24/7\nfee: free\nabroad: false\n'
            'verified_on: 2026-11-21\nverified_by: corpus\nsources: ["Nghị định 162/2025/NĐ-CP"]\n---\nTổng đài quốc gia.\n')


class Hugo:
    """One folder a language."""

    name = "hugo"
    hotline = "{{< hotline 111 >}}"

    def __init__(self, langs):
        self.langs = langs

    def place(self, section, slug, lang):
        return f"content/{lang}/{section}/{slug}.md"

    def link(self, text, section, slug, lang):
        return f"[{text}](/{section}/{slug}.md)"

    def head(self, title, summary, date, topics, lang):
        return f"---\ntitle: {quoted(title)}\ndescription: {quoted(summary)}\ndate: {date}\ntopics: [{', '.join(map(quoted, topics))}]\n---\n"

    def frame(self):
        config = (f'baseURL = "{ADDRESS}"\ntitle = "{TITLE}"\ndefaultContentLanguage = "{self.langs[0]}"\n'
                  'defaultContentLanguageInSubdir = true\nenableRobotsTXT = true\n[pagination]\npagerSize = 20\n[taxonomies]\ntopic = "topics"\n'
                  '[services.rss]\nlimit = 20\n[outputs]\nhome = ["html", "rss", "index"]\nsection = ["html", "rss"]\nterm = ["html"]\ntaxonomy = ["html"]\n'
                  '[outputFormats.index]\nmediaType = "application/json"\nbaseName = "search"\nisPlainText = true\nnotAlternative = true\n')
        for weight, lang in enumerate(self.langs, 1):
            config += f'[languages.{lang}]\nlabel = "{NAMES.get(lang, lang)}"\nweight = {weight}\ncontentDir = "content/{lang}"\n'
            for place, (slug, vi, en) in enumerate(SECTIONS, 1):
                config += f'[[languages.{lang}.menus.main]]\nname = "{en if lang == "en" else vi}"\npageRef = "/{slug}"\nweight = {place}\n'
            yield f"content/{lang}/_index.md", f"---\ntitle: {home_of(lang)}\n---\nXin chào.\n"
            for slug, vi, en in SECTIONS:
                yield f"content/{lang}/{slug}/_index.md", f"---\ntitle: {en if lang == 'en' else vi}\n---\n"
            yield f"i18n/{lang}.toml", ('skip = "Chuyển đến nội dung"\ncall = "Gọi 111"\n[count]\nother = "{{ .Count }} bài"\n'
                                        '[minutes]\nother = "{{ .Count }} phút đọc"\n')
        yield "hugo.toml", config
        yield "static/site.css", STYLE
        yield from layouts.HUGO.items()


class Zola:
    """One folder for all languages, which stand in the names of the files; the first language has no ending."""

    name = "zola"

    def __init__(self, langs, tera=1):
        self.langs, self.tera = langs, tera
        self.hotline = '{{ hotline(number="111") }}' if tera == 1 else '{{ <hotline number="111" /> }}'

    def ending(self, lang):
        return "" if lang == self.langs[0] else "." + lang

    def place(self, section, slug, lang):
        return f"content/{section}/{slug}{self.ending(lang)}.md"

    def link(self, text, section, slug, lang):
        return f"[{text}](@/{section}/{slug}{self.ending(lang)}.md)"

    def head(self, title, summary, date, topics, lang):
        return f"---\ntitle: {quoted(title)}\ndescription: {quoted(summary)}\ndate: {date}\ntaxonomies:\n  topics: [{', '.join(map(quoted, topics))}]\n---\n"

    def frame(self):
        # What each language says again: Zola inherits nothing of it.
        own = ('generate_feeds = true\nfeed_filenames = ["atom.xml"]\nbuild_search_index = true\ntaxonomies = [{name = "topics", paginate_by = 20}]\n')
        words = ('skip = "Chuyển đến nội dung"\ncall = "Gọi 111"\ncount = "bài"\nminutes = "phút đọc"\ntopics = "Chủ đề"\n')
        search = 'index_format = "fuse_json"\ninclude_content = true\n'
        config = (f'base_url = "{ADDRESS.rstrip("/")}"\ntitle = "{TITLE}"\ndefault_language = "{self.langs[0]}"\ncompile_sass = false\n'
                  f"feed_limit = 20\n{own}[search]\n{search}[translations]\n{words}")
        for lang in self.langs[1:]:
            config += f'[languages.{lang}]\ntitle = "{TITLE}"\n{own}[languages.{lang}.search]\n{search}[languages.{lang}.translations]\n{words}'
        config += f"[extra]\nsections = [{', '.join(quoted(slug) for slug, _, _ in SECTIONS)}]\n"
        config += "[extra.ending]\n" + "".join(f"{lang} = {quoted(self.ending(lang))}\n" for lang in self.langs)
        config += "[extra.names]\n" + "".join(f"{lang} = {quoted(NAMES.get(lang, lang))}\n" for lang in self.langs)
        yield "config.toml", config
        for lang in self.langs:
            yield f"content/_index{self.ending(lang)}.md", f'+++\ntitle = "{home_of(lang)}"\n+++\nXin chào.\n'
            for slug, vi, en in SECTIONS:
                title = en if lang == "en" else vi
                yield f"content/{slug}/_index{self.ending(lang)}.md", f'+++\ntitle = "{title}"\nsort_by = "date"\npaginate_by = 20\n+++\n'
        yield "static/site.css", STYLE
        yield from layouts.zola(self.tera).items()


STYLE = "body{max-width:40rem;margin:auto;font:1.2rem/1.65 sans-serif}\n" * 80


def sentence(dice, lang):
    own = words_of(lang)
    return f"{dice.choice(own['who'])} {dice.choice(own['does'])} {dice.choice(own['where'])}."


def body(dice, lang, words, dialect, articles):
    """About so many words: paragraphs, headings, lists, callouts, a table, links, a hotline."""

    def paragraph(sentences):
        return " ".join(sentence(dice, lang) for _ in range(sentences))

    parts = [paragraph(3)]
    headings = words_of(lang)["headings"]
    headings = dice.sample(headings, len(headings))
    # A part with its list, callout or table has about so many words; all translations have the same number of headings.
    for number in range(max(1, words // 115)):
        again = number // len(headings)
        parts.append(f"## {headings[number % len(headings)]}{f' {again + 1}' if again else ''}")
        inside = paragraph(3).split(" ")
        other = dice.randrange(articles)
        inside[2] = f"**{inside[2]}**"
        inside[7] = dialect.link(inside[7], section_of(other), slug_of(other), lang)
        parts.append(" ".join(inside))
        if number % 3 == 0:
            parts.append("\n".join(f"- {paragraph(1)}" for _ in range(4)))
        elif number % 3 == 1:
            parts.append(f"> [!note]\n> {paragraph(1)}")
            parts.append("\n".join(f"{place}. {paragraph(1)}" for place in (1, 2, 3)))
        else:
            parts.append("| Nơi | Giờ |\n|---|---|\n| Công an xã | cả ngày |\n| Trạm y tế | cả ngày |\n| Hội Phụ nữ | 8–17h |")
            parts.append(f"{dialect.hotline}, [Cổng thông tin Chính phủ](https://chinhphu.vn/)")
    return "\n\n".join(parts) + "\n"


def section_of(number):
    return SECTIONS[number % len(SECTIONS)][0]


def slug_of(number):
    return f"bai-{number:05d}"


def article(number, lang, words, dialect, articles):
    """The text of one article in one language."""
    topics = random.Random(f"topics {number}").sample(TOPICS, 3)
    date = (FIRST_DAY + datetime.timedelta(days=number % 4000)).isoformat()
    dice = random.Random(f"{number} {lang}")
    own = words_of(lang)
    title = f"{dice.choice(own['headings'])}, {'part' if lang == 'en' else 'phần'} {number}"
    summary = f"{dice.choice(own['who'])} {dice.choice(own['does'])}."
    return dialect.head(title, summary, date, topics, lang) + body(dice, lang, words, dialect, articles)


def write(out, dialect, articles, words=600):
    """Writes the whole site; gives the bytes of its articles."""

    def put(name, text):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return len(text.encode())

    for name, text in dialect.frame():
        put(name, text)
    size = 0
    for number in range(articles):
        for lang in dialect.langs:
            size += put(dialect.place(section_of(number), slug_of(number), lang), article(number, lang, words, dialect, articles))
    return size


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--for", dest="dialect", choices=["loa", "hugo", "zola"], required=True)
    arguments.add_argument("--articles", type=int, default=250)
    arguments.add_argument("--langs", default=",".join(LANGS))
    arguments.add_argument("--words", type=int, default=600)
    arguments.add_argument("--tera", type=int, choices=[1, 2], default=1)
    given = arguments.parse_args()
    langs = given.langs.split(",")
    dialect = {"loa": Loa, "hugo": Hugo, "zola": lambda langs: Zola(langs, given.tera)}[given.dialect](langs)
    size = write(given.out, dialect, given.articles, given.words)
    print(json.dumps({"articles": given.articles, "languages": len(langs), "texts": given.articles * len(langs), "bytes": size}))


if __name__ == "__main__":
    main()
