#!/usr/bin/env bash
# Content that wants to run: a site of hostile words in every place that takes words is built as far as it goes, and Chromium
# looks at each page. No script runs, no window opens, nothing is asked of others, every link stays in the tree.
#
#   tests/outside/attacks.sh
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need_loa
need node
small_site "$work/site" 1
cd "$work/site"
mkdir -p i18n/vi content/duong-day-nong/111 content/canh-bao static

# Each of these runs, in some browser, where it is printed without care.
ATTACKS=(
  '<script>alert(1)</script>'
  '"><script>alert(1)</script>'
  "'><img src=x onerror=alert(1)>"
  '<img src=x onerror="alert(1)">'
  '<svg onload=alert(1)>'
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>'
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>'
  '<a href="javascript:alert(1)">x</a>'
  '<style>@import "http://127.0.0.9/x.css"</style>'
  '<link rel=stylesheet href=http://127.0.0.9/x.css>'
  '<meta http-equiv=refresh content="0;url=http://127.0.0.9/">'
  '<base href="http://127.0.0.9/">'
  '<form action=http://127.0.0.9/><input name=q></form>'
  '</title><script>alert(1)</script>'
  '</textarea></style></script><script>alert(1)</script>'
  ']]><script>alert(1)</script><![CDATA['
  '--><script>alert(1)</script><!--'
  '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="'
  "' style='background:url(http://127.0.0.9/x.png)' x='"
  '<details open ontoggle=alert(1)>'
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">'
)
LINKS=(
  'javascript:alert(1)' 'javascript&colon;alert(1)' '&#106;avascript:alert(1)' 'JaVaScRiPt:alert(1)' 'java&#10;script:alert(1)'
  'vbscript:x' 'data:text/html,<script>alert(1)</script>' 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==' '//127.0.0.9/x'
  'file:///etc/passwd' '../../../../../../etc/passwd' '%2e%2e/%2e%2e/x' '..\..\x' 'blob:x' 'view-source:x' 'intent://x'
)

printf '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;\n' >>content/bai/b-1/vi.md

yaml() { printf '"%s"' "$(sed 's/\\/\\\\/g; s/"/\\"/g' <<<"$1")"; }
number=0
for attack in "${ATTACKS[@]}"; do
  number=$((number + 1))
  at=content/bai/tan-cong-$number
  mkdir "$at"
  {
    printf -- '---\ntitle: %s\nsummary: %s\n' "$(yaml "Đầu đề $attack")" "$(yaml "Lời dẫn $attack")"
    printf 'date: 2026-07-30\naction: %s\nsources: [%s]\ntopics: [%s]\n---\n' "$(yaml "$attack")" "$(yaml "Nguồn $attack")" "$(yaml "chủ đề $number $attack")"
    printf 'Trong câu %s còn lời.\n\n%s\n\n## Đầu đề %s\n\n' "$attack" "$attack" "$attack"
    printf -- '- mục %s\n\n> [!note] %s\n> %s\n\n> trích %s\n\n' "$attack" "$attack" "$attack" "$attack"
    printf '| ô %s | b |\n|---|---|\n| %s | c |\n\n' "${attack//|/}" "${attack//|/}"
    printf '`%s`\n\n```html %s\n%s\n```\n\n' "$attack" "$attack" "$attack"
    printf '**%s** *%s* ~~%s~~\n\nCó chú thích[^1].\n\n[^1]: %s\n' "$attack" "$attack" "$attack" "$attack"
    printf '\n[chữ](../b-1/ "%s")\n' "${attack//\"/}"
  } >"$at/vi.md"
done
for link in "${LINKS[@]}"; do
  number=$((number + 1))
  mkdir "content/bai/tan-cong-$number"
  printf -- '---\ntitle: Liên kết %d\nsummary: Lời.\ndate: 2026-07-30\n---\n[chữ](<%s>) ![ảnh](<%s>) <%s> [tham chiếu][a]\n\n[a]: <%s>\n' \
    "$number" "$link" "$link" "$link" "$link" >"content/bai/tan-cong-$number/vi.md"
done

# The words of the site and of its theme are trusted, as code is; still none of them may turn into code by accident.
cat >loa.yml <<'YML'
title: "Thử </title><script>alert(2)</script> & \"trích\" <b>"
languages: [vi]
base_url: https://phongchong.example/a/
units:
  don-vi:
    vi: "Đơn vị <img src=x onerror=alert(2)>"
topics:
  mot:
    vi: "Chủ đề \"><script>alert(2)</script>"
YML
# Markup among the words of the interface stops the build; quotes among them are words like others.
printf 'skip = Tới "><script>alert(2)</script>\nmenu = <img src=x onerror=alert(2)>\n' >i18n/vi/site.ftl
good 'markup in site.ftl was taken' bash -c '"$LOA" check 2>&1 | grep -q "lỗi\[strings-markup\]"'
printf 'skip = Tới " onfocus="alert(2)" x="\nmenu = Mục " onclick="alert(2)\n' >i18n/vi/site.ftl
printf -- '---\ntitle: Đường dây nóng\nentries: hotline\n---\n' >content/duong-day-nong/vi.md
cat >content/duong-day-nong/111/vi.md <<'MD'
---
title: "Tổng đài <script>alert(3)</script>"
summary: "Gọi \"><img src=x onerror=alert(3)>"
number: "111"
dial: "111"
hours: "24/7 <script>alert(3)</script>"
fee: free
abroad: false
answers_by: "</dd><script>alert(3)</script>"
verified_on: 2026-11-21
verified_by: "<script>alert(3)</script>"
sources: ["<script>alert(3)</script>"]
---
Gọi <hotline:111>.
MD

status=0
timeout 60 "$LOA" build --out "$work/public" --keep-going --today "$TODAY" >"$work/said" 2>&1 || status=$?
checked=$((checked + 1))
# 0 or 1: what has errors is left out, the rest is published; either way the program must have come to its end.
((status <= 1)) || fault "the build ended with $status: $(tail -n 5 "$work/said" | tr '\n' ' ')"
pages=$(find "$work/public/vi/bai" -name index.html 2>/dev/null | wc -l)
good "only $pages articles were published: the words were refused and not tried" test "$pages" -gt 12
good "the refused links were published" bash -c '! grep -rqiE "href=\"? *(javascript|vbscript|data|file|blob|intent|view-source)|src=\"? *(javascript|data|file)" "$1"' -- "$work/public"
checked=$((checked + 1))
# Words that are one long word may be wide; how they look is no matter here.
node "$root/tests/browser/proof.mjs" "$work/public" --skip width,weight,axe >"$work/seen" 2>&1 || {
  grep -A1 -E '^FAULT|rror' "$work/seen" | head -n 40 || true
  fault "Chromium found faults: $(tail -n 1 "$work/seen")"
}
find "$work/public" -name '*.xml' -exec python3 -c 'import sys, xml.dom.minidom as x; [x.parse(f) for f in sys.argv[1:]]' {} + ||
  fault 'a feed or the sitemap is not well-formed'
echo "attacks.sh: $pages articles with hostile words were published, $((${#ATTACKS[@]} + ${#LINKS[@]})) were tried"
finish
