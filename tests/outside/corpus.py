#!/usr/bin/env python3
"""Writes one made-up site for loa or for Hugo, so that both do the same work.

  corpus.py OUT --for loa|hugo [--articles 250] [--langs vi,en,tyz,hmn-VN] [--words 600]

The same titles, texts, topics, dates and links in both dialects: N articles in L languages, four sections, lists of twenty,
topic pages, feeds, a sitemap and what a search needs. The languages of minorities get the Vietnamese words again: this weighs
builders and translates nothing. Every run writes the same bytes.
"""
import argparse
import datetime
import json
import pathlib
import random

# A sentence is one word of each column: 12 x 12 x 8 = 1,152 of them, so that no index and no cache sees only a handful.
WHO = {
    "vi": ["Một người quen trên mạng", "Bà con trong bản", "Cán bộ xã", "Cô giáo chủ nhiệm", "Người môi giới lạ mặt", "Chú xe ôm đầu chợ",
           "Chị bán hàng", "Nhóm bạn cùng lớp", "Trưởng thôn", "Bộ đội biên phòng", "Người vừa trở về", "Gia đình bên nội"],
    "en": ["Someone met online", "People of the village", "A commune officer", "The class teacher", "A broker nobody knows", "A driver at the market",
           "The woman at the stall", "A group of classmates", "The village head", "The border guard", "A person who came back", "The whole family"],
}
DOES = {
    "vi": ["hứa tìm việc nhẹ với tiền công rất cao", "hỏi kỹ địa chỉ và tên công ty", "ghi lại số điện thoại của người đi cùng", "giữ giấy tờ mà không nói lý do",
           "nhắc mọi người bình tĩnh và hỏi lại", "kể chuyện này trong buổi họp", "giúp em gọi điện về nhà", "giục đi ngay trong đêm",
           "khuyên chờ thêm một ngày rồi hãy quyết", "nghe mà không trách móc", "đưa ra một hợp đồng không có dấu", "chỉ đường đến nơi hỗ trợ"],
    "en": ["promises easy work for very high pay", "asks for the address and the name of the company", "writes down the number of the companion", "keeps the papers and gives no reason",
           "reminds everybody to stay calm and ask again", "tells this at the meeting", "helps to call home", "urges to leave this very night",
           "advises to wait a day and then decide", "listens and does not blame", "shows a contract without a stamp", "shows the way to the place of support"],
}
WHERE = {
    "vi": ["ở chợ phiên cuối tuần", "khi mùa vụ vừa xong", "tại nhà văn hóa thôn", "trước ngày đi làm xa", "qua tin nhắn lúc nửa đêm", "trên chuyến xe đêm",
           "bên cửa khẩu", "sau buổi học chiều"],
    "en": ["at the weekend market", "when the harvest is in", "in the house of the village", "before the long journey", "in a message at midnight", "on the night bus",
           "near the border gate", "after the last lesson"],
}
HEADINGS = {
    "vi": ["Dấu hiệu cần biết", "Vì sao dễ tin", "Việc nên làm ngay", "Nơi có thể hỏi", "Lời của người trong cuộc", "Khi đã trở về", "Cùng nhau giữ làng", "Điều pháp luật nói"],
    "en": ["Signs to know", "Why it is believed", "What to do now", "Where to ask", "In their own words", "After coming back", "Keeping the village", "What the law says"],
}
TOPICS = ["giấy tờ", "việc làm xa", "kết hôn", "học đường", "mạng xã hội", "vùng cao", "trở về", "cha mẹ", "đi lại", "hợp đồng", "pháp luật", "tâm lý"]
SECTIONS = [("tin", "Tin", "News"), ("chuyen", "Chuyện", "Stories"), ("cach-lam", "Cách làm", "How to"), ("noi-giup", "Nơi giúp", "Help")]
NAMES = {"vi": "Tiếng Việt", "en": "English", "tyz": "Tày", "hmn-VN": "Hmôngz"}
FIRST_DAY = datetime.date(2015, 1, 1)
ADDRESS = "https://phongchong.example/"


def quoted(text):
    """A text as YAML, TOML and JSON all read it."""
    return json.dumps(text, ensure_ascii=False)


def words_of(lang):
    return "en" if lang == "en" else "vi"


class Loa:
    """One folder a story, one file a language; what translations share stands in the original."""

    def __init__(self, langs):
        self.langs = langs

    def place(self, section, slug, lang):
        return f"content/{section}/{slug}/{lang}.md"

    def link(self, text, section, slug):
        return f"[{text}](../../{section}/{slug}/)"

    hotline = "<hotline:111>"

    def head(self, title, summary, date, topics, lang):
        own = f"date: {date}\naction: Lưu số 111 vào máy\ntopics: [{', '.join(map(quoted, topics))}]\n"
        return f"---\ntitle: {quoted(title)}\nsummary: {quoted(summary)}\n{own if lang == self.langs[0] else 'reviewed_by: Người đọc lại' + chr(10)}---\n"

    def frame(self):
        yield "loa.yml", f"title: Phòng, chống mua bán người\nbase_url: {ADDRESS}\nlanguages: [{', '.join(self.langs)}]\n"
        for lang in self.langs:
            first = lang == self.langs[0]
            yield f"content/{lang}.md", f"---\ntitle: {'Home' if lang == 'en' else 'Trang chủ'}\n---\n" + ("Xin chào.\n" if first else "")
            for slug, vi, en in SECTIONS:
                yield f"content/{slug}/{lang}.md", f"---\ntitle: {en if lang == 'en' else vi}\n{'entries: article' + chr(10) if first else ''}---\n"
        yield "content/duong-day-nong/vi.md", "---\ntitle: Đường dây nóng\nentries: hotline\n---\n"
        yield "content/duong-day-nong/111/vi.md", (
            '---\ntitle: Tổng đài 111\nsummary: Gọi miễn phí.\nnumber: "111"\ndial: "111"\nhours: 24/7\nfee: free\nabroad: false\n'
            'verified_on: 2026-11-21\nverified_by: corpus\nsources: ["Nghị định 162/2025/NĐ-CP"]\n---\nTổng đài quốc gia.\n')


class Hugo:
    """One folder a language; the templates below do what the default theme of loa does, and no more."""

    def __init__(self, langs):
        self.langs = langs

    def place(self, section, slug, lang):
        return f"content/{lang}/{section}/{slug}.md"

    def link(self, text, section, slug):
        return f"[{text}](/{section}/{slug}.md)"

    hotline = "{{< hotline 111 >}}"

    def head(self, title, summary, date, topics, lang):
        return f"---\ntitle: {quoted(title)}\ndescription: {quoted(summary)}\ndate: {date}\ntopics: [{', '.join(map(quoted, topics))}]\n---\n"

    def frame(self):
        config = (f'baseURL = "{ADDRESS}"\ntitle = "Phòng, chống mua bán người"\ndefaultContentLanguage = "{self.langs[0]}"\n'
                  'defaultContentLanguageInSubdir = true\nenableRobotsTXT = true\n[pagination]\npagerSize = 20\n[taxonomies]\ntopic = "topics"\n'
                  '[services.rss]\nlimit = 20\n[outputs]\nhome = ["html", "rss", "index"]\nsection = ["html", "rss"]\nterm = ["html"]\ntaxonomy = ["html"]\n'
                  '[outputFormats.index]\nmediaType = "application/json"\nbaseName = "search"\nisPlainText = true\nnotAlternative = true\n')
        for weight, lang in enumerate(self.langs, 1):
            config += f'[languages.{lang}]\nlabel = "{NAMES.get(lang, lang)}"\nweight = {weight}\ncontentDir = "content/{lang}"\n'
            for place, (slug, vi, en) in enumerate(SECTIONS, 1):
                config += f'[[languages.{lang}.menus.main]]\nname = "{en if lang == "en" else vi}"\npageRef = "/{slug}"\nweight = {place}\n'
            yield f"content/{lang}/_index.md", f"---\ntitle: {'Home' if lang == 'en' else 'Trang chủ'}\n---\nXin chào.\n"
            for slug, vi, en in SECTIONS:
                yield f"content/{lang}/{slug}/_index.md", f"---\ntitle: {en if lang == 'en' else vi}\n---\n"
            yield f"i18n/{lang}.toml", 'skip = "Chuyển đến nội dung"\nmore = "Đọc tiếp"\ncall = "Gọi 111"\nout = "Thoát nhanh"\n'
        yield "hugo.toml", config
        yield "static/site.css", "body{max-width:40rem;margin:auto;font:1.2rem/1.65 sans-serif}\n" * 80
        yield from HUGO_LAYOUTS.items()


HUGO_LAYOUTS = {
    "layouts/baseof.html": """<!DOCTYPE html>
<html lang="{{ site.Language.Lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="{{ "site.css" | relURL }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"></head>
<body><a href="#m">{{ i18n "skip" }}</a>
<header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav><ul>{{ $here := . }}{{ range site.Menus.main }}<li><a href="{{ .URL }}"{{ if $here.HasMenuCurrent "main" . }} aria-current="true"{{ end }}>{{ .Name }}</a></li>{{ end }}</ul></nav>
<nav><ul>{{ range .AllTranslations }}<li><a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Label }}</a></li>{{ end }}</ul></nav>
<a href="tel:111">{{ i18n "call" }}</a> <a href="/lich/">{{ i18n "out" }}</a></header>
<main id="m">{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
""",
    "layouts/_partials/card.html": """<li><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time></p><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p></li>
""",
    "layouts/_partials/pager.html": """{{ if gt .TotalPages 1 }}<nav>{{ with .Prev }}<a rel="prev" href="{{ .URL }}">‹</a>{{ end }} {{ .PageNumber }} / {{ .TotalPages }} {{ with .Next }}<a rel="next" href="{{ .URL }}">›</a>{{ end }}</nav>{{ end }}
""",
    "layouts/home.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ range site.Sections }}<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><ul>{{ range first 3 .RegularPages.ByDate.Reverse }}{{ partial "card.html" . }}{{ end }}</ul></section>{{ end }}{{ end }}
""",
    "layouts/section.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $page := .Paginate .RegularPages.ByDate.Reverse }}<ul>{{ range $page.Pages }}{{ partial "card.html" . }}{{ end }}</ul>{{ partial "pager.html" $page }}{{ end }}
""",
    "layouts/term.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $page := .Paginate .Pages }}<ul>{{ range $page.Pages }}{{ partial "card.html" . }}{{ end }}</ul>{{ partial "pager.html" $page }}{{ end }}
""",
    "layouts/taxonomy.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
""",
    "layouts/page.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time></p>
{{ .Content }}
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></article><aside>{{ .TableOfContents }}</aside>{{ end }}
""",
    "layouts/_markup/render-link.html": """{{- with site.GetPage .Destination -}}<a href="{{ .RelPermalink }}">{{ $.Text }}</a>{{- else -}}<a href="{{ .Destination | safeURL }}">{{ .Text }}</a>{{- end -}}
""",
    "layouts/_markup/render-blockquote.html": """{{ if eq .Type "alert" }}<section class="{{ .AlertType }}"><h2>{{ .AlertType }}</h2>{{ .Text }}</section>{{ else }}<blockquote>{{ .Text }}</blockquote>{{ end }}
""",
    "layouts/_shortcodes/hotline.html": '<a href="tel:{{ .Get 0 }}">{{ .Get 0 }}</a>\n',
    "layouts/home.index.json": """[{{ range $number, $page := site.RegularPages }}{{ if $number }},{{ end }}{"u":{{ .RelPermalink | jsonify }},"t":{{ .Title | jsonify }},"d":{{ .Description | jsonify }},"c":{{ .Plain | truncate 1200 | jsonify }}}
{{ end }}]
""",
}


def body(dice, lang, words, dialect, articles):
    """About so many words: paragraphs, headings, lists, callouts, a table, links, a hotline."""
    own = words_of(lang)

    def paragraph(sentences):
        return " ".join(f"{dice.choice(WHO[own])} {dice.choice(DOES[own])} {dice.choice(WHERE[own])}." for _ in range(sentences))

    parts = [paragraph(3)]
    headings = dice.sample(HEADINGS[own], len(HEADINGS[own]))
    # A part with its list, callout or table has about so many words; all translations have the same number of headings.
    for number in range(max(1, words // 115)):
        again = number // len(headings)
        parts.append(f"## {headings[number % len(headings)]}{f' {again + 1}' if again else ''}")
        inside = paragraph(3).split(" ")
        other = dice.randrange(articles)
        inside[2] = f"**{inside[2]}**"
        inside[7] = dialect.link(inside[7], SECTIONS[other % len(SECTIONS)][0], f"bai-{other:05d}")
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


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--for", dest="dialect", choices=["loa", "hugo"], required=True)
    arguments.add_argument("--articles", type=int, default=250)
    arguments.add_argument("--langs", default="vi,en,tyz,hmn-VN")
    arguments.add_argument("--words", type=int, default=600)
    given = arguments.parse_args()
    langs = given.langs.split(",")
    dialect = {"loa": Loa, "hugo": Hugo}[given.dialect](langs)

    def write(name, text):
        path = given.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return len(text.encode())

    for name, text in dialect.frame():
        write(name, text)
    size = 0
    for number in range(given.articles):
        section = SECTIONS[number % len(SECTIONS)][0]
        topics = random.Random(f"topics {number}").sample(TOPICS, 3)
        date = (FIRST_DAY + datetime.timedelta(days=number % 4000)).isoformat()
        for lang in langs:
            dice = random.Random(f"{number} {lang}")
            own = words_of(lang)
            title = f"{dice.choice(HEADINGS[own])}, {'part' if own == 'en' else 'phần'} {number}"
            summary = f"{dice.choice(WHO[own])} {dice.choice(DOES[own])}."
            text = dialect.head(title, summary, date, topics, lang) + body(dice, lang, given.words, dialect, given.articles)
            size += write(dialect.place(section, f"bai-{number:05d}", lang), text)
    print(json.dumps({"articles": given.articles, "languages": len(langs), "texts": given.articles * len(langs), "bytes": size}))


main()
