"""The templates of Hugo and Zola for the site of corpus.py: what a plain theme has, and the same in both.

A page has a title, a description, its canonical address and other languages, a menu, a way to call, the table of its contents,
its topics and its neighbours; sections and topics have lists of twenty. The default theme of loa has all of that and more.
"""

HUGO = {
    "layouts/baseof.html": """<!DOCTYPE html>
<html lang="{{ site.Language.Lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="{{ "site.css" | relURL }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">{{ end }}
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"></head>
<body><a href="#m">{{ i18n "skip" }}</a>
<header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav><ul>{{ $here := . }}{{ range site.Menus.main }}<li><a href="{{ .URL }}"{{ if $here.HasMenuCurrent "main" . }} aria-current="true"{{ end }}>{{ .Name }}</a></li>{{ end }}</ul></nav>
<nav><ul>{{ range .AllTranslations }}<li><a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Label }}</a></li>{{ end }}</ul></nav>
<a href="tel:111">{{ i18n "call" }}</a></header>
<main id="m">{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
""",
    "layouts/_partials/card.html": """<li><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time> · {{ i18n "minutes" .ReadingTime }}</p><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p></li>
""",
    "layouts/_partials/pager.html": """{{ if gt .TotalPages 1 }}<nav>{{ with .Prev }}<a rel="prev" href="{{ .URL }}">‹</a>{{ end }} {{ .PageNumber }} / {{ .TotalPages }} {{ with .Next }}<a rel="next" href="{{ .URL }}">›</a>{{ end }}</nav>{{ end }}
""",
    "layouts/home.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ range site.Sections }}<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><ul>{{ range first 3 .RegularPages.ByDate.Reverse }}{{ partial "card.html" . }}{{ end }}</ul></section>{{ end }}{{ end }}
""",
    "layouts/section.html": """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ i18n "count" (len .RegularPages) }}</p>{{ $page := .Paginate .RegularPages.ByDate.Reverse }}<ul>{{ range $page.Pages }}{{ partial "card.html" . }}{{ end }}</ul>{{ partial "pager.html" $page }}{{ end }}
""",
    "layouts/term.html": """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ i18n "count" (len .Pages) }}</p>{{ $page := .Paginate .Pages }}<ul>{{ range $page.Pages }}{{ partial "card.html" . }}{{ end }}</ul>{{ partial "pager.html" $page }}{{ end }}
""",
    "layouts/taxonomy.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
""",
    "layouts/page.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time> · {{ i18n "minutes" .ReadingTime }}</p>
{{ .Content }}
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></article>
<aside>{{ .TableOfContents }}<p>{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p></aside>{{ end }}
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

# For Tera 1 (Zola to 0.22); `zola` below turns them into Tera 2.
ZOLA = {
    "templates/base.html": """<!DOCTYPE html>
<html lang="{{ lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ config.title }}{% endblock title %}</title>
<link rel="stylesheet" href="{{ get_url(path='site.css') }}"><link rel="alternate" type="application/atom+xml" href="{{ get_url(path='atom.xml', lang=lang) }}">
{% block head %}{% endblock head %}</head>
<body><a href="#m">{{ trans(key="skip", lang=lang) }}</a>
<header><a href="{{ get_url(path='@/_index' ~ config.extra.ending[lang] ~ '.md') }}">{{ config.title }}</a>
<nav><ul>{% for name in config.extra.sections %}{% set one = get_section(path=name ~ "/_index" ~ config.extra.ending[lang] ~ ".md", metadata_only=true) %}<li><a href="{{ one.permalink }}"{% if current_path is defined and current_path is starting_with(one.path) %} aria-current="true"{% endif %}>{{ one.title }}</a></li>{% endfor %}</ul></nav>
{% block others %}{% endblock others %}
<a href="tel:111">{{ trans(key="call", lang=lang) }}</a></header>
<main id="m">{% block content %}{% endblock content %}</main><footer>{{ config.title }}</footer></body></html>
""",
    "templates/partials/card.html": """<li><p><time datetime="{{ item.date }}">{{ item.date | date(format="%d/%m/%Y") }}</time> · {{ item.reading_time }} {{ trans(key="minutes", lang=lang) }}</p><h2><a href="{{ item.permalink }}">{{ item.title }}</a></h2><p>{{ item.description }}</p></li>
""",
    "templates/partials/others.html": """{% if item.translations %}<nav><ul>{% for one in item.translations %}<li><a lang="{{ one.lang }}" href="{{ one.permalink }}">{{ config.extra.names[one.lang] }}</a></li>{% endfor %}</ul></nav>{% endif %}
""",
    "templates/partials/pager.html": """{% if paginator.number_pagers > 1 %}<nav>{% if paginator.previous %}<a rel="prev" href="{{ paginator.previous }}">‹</a>{% endif %} {{ paginator.current_index }} / {{ paginator.number_pagers }} {% if paginator.next %}<a rel="next" href="{{ paginator.next }}">›</a>{% endif %}</nav>{% endif %}
""",
    "templates/index.html": """{% extends "base.html" %}
{% block others %}{% set item = section %}{% include "partials/others.html" %}{% endblock others %}
{% block content %}<h1>{{ section.title }}</h1>{{ section.content | safe }}
{% for name in config.extra.sections %}{% set one = get_section(path=name ~ "/_index" ~ config.extra.ending[lang] ~ ".md") %}<section><h2><a href="{{ one.permalink }}">{{ one.title }}</a></h2><ul>{% for item in one.pages | slice(end=3) %}{% include "partials/card.html" %}{% endfor %}</ul></section>{% endfor %}{% endblock content %}
""",
    "templates/section.html": """{% extends "base.html" %}
{% block title %}{{ section.title }} | {{ config.title }}{% endblock title %}
{% block others %}{% set item = section %}{% include "partials/others.html" %}{% endblock others %}
{% block content %}<h1>{{ section.title }}</h1><p>{{ paginator.total_pages }} {{ trans(key="count", lang=lang) }}</p><ul>{% for item in paginator.pages %}{% include "partials/card.html" %}{% endfor %}</ul>
{% include "partials/pager.html" %}{% endblock content %}
""",
    "templates/page.html": """{% extends "base.html" %}
{% block title %}{{ page.title }} | {{ config.title }}{% endblock title %}
{% block head %}<meta name="description" content="{{ page.description }}"><link rel="canonical" href="{{ page.permalink }}">
{% for one in page.translations %}<link rel="alternate" hreflang="{{ one.lang }}" href="{{ one.permalink }}">{% endfor %}
<meta property="og:title" content="{{ page.title }}"><meta property="og:url" content="{{ page.permalink }}">{% endblock head %}
{% block others %}{% set item = page %}{% include "partials/others.html" %}{% endblock others %}
{% block content %}<article><h1>{{ page.title }}</h1><p>{{ page.description }}</p><p><time datetime="{{ page.date }}">{{ page.date | date(format="%d/%m/%Y") }}</time> · {{ page.reading_time }} {{ trans(key="minutes", lang=lang) }}</p>
{{ page.content | safe }}
<ul>{% for topic in page.taxonomies.topics %}<li><a href="{{ get_taxonomy_url(kind='topics', name=topic, lang=lang) }}">{{ topic }}</a></li>{% endfor %}</ul></article>
<aside><ul>{% for one in page.toc %}<li><a href="{{ one.permalink }}">{{ one.title }}</a></li>{% endfor %}</ul><p>{% if page.higher %}<a rel="next" href="{{ page.higher.permalink }}">{{ page.higher.title }}</a>{% endif %} {% if page.lower %}<a rel="prev" href="{{ page.lower.permalink }}">{{ page.lower.title }}</a>{% endif %}</p></aside>{% endblock content %}
""",
    "templates/topics/list.html": """{% extends "base.html" %}
{% block content %}<h1>{{ trans(key="topics", lang=lang) }}</h1><ul>{% for term in terms %}<li><a href="{{ term.permalink }}">{{ term.name }}</a> {{ term.page_count }}</li>{% endfor %}</ul>{% endblock content %}
""",
    "templates/topics/single.html": """{% extends "base.html" %}
{% block title %}{{ term.name }} | {{ config.title }}{% endblock title %}
{% block content %}<h1>{{ term.name }}</h1><p>{{ term.page_count }} {{ trans(key="count", lang=lang) }}</p><ul>{% for item in paginator.pages %}{% include "partials/card.html" %}{% endfor %}</ul>
{% include "partials/pager.html" %}{% endblock content %}
""",
    "templates/404.html": """{% extends "base.html" %}{% block content %}<h1>404</h1>{% endblock content %}
""",
    "templates/shortcodes/hotline.html": '<a href="tel:{{ number }}">{{ number }}</a>',
}

# What Zola 0.23 writes in another way than 0.22.
TERA_2 = [
    ("get_url(path='@/_index' ~ config.extra.ending[lang] ~ '.md')", "get_url(path='@/_index.md', lang=lang)"),
    ('"/_index" ~ config.extra.ending[lang] ~ ".md"', '"/_index.md", lang=lang'),
    (" and current_path is starting_with(one.path)", ""),
    ("name=topic,", "term=topic,"),
    (" | slice(end=3)", "[:3]"),
]


def zola(tera):
    """The templates of Zola for Tera 1 or 2."""
    if tera == 1:
        return ZOLA
    layouts = dict(ZOLA)
    hotline = layouts.pop("templates/shortcodes/hotline.html").replace("{{ number }}", "{{number}}")
    for name in layouts:
        for before, after in TERA_2:
            layouts[name] = layouts[name].replace(before, after)
    layouts["templates/components.html"] = "{% component hotline(number: string) -%}" + hotline + "{%- endcomponent %}"
    return layouts
