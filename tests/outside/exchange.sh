#!/usr/bin/env bash
# Files for translators in the hands of the tools of translators: GNU gettext, Translate Toolkit, the schema of OASIS.
#
#   tests/outside/exchange.sh
#
# Every original of the shipped site goes out for two languages as PO and as XLIFF, and so does a text of all the Markdown there
# is. The tools must find nothing wrong with the files, must see the units as loa means them, and what they write back, wrapped,
# sorted and filled in, must come home; what comes home must go out again as it came. What a tool has damaged must not.
# Needs gettext, xmllint, Translate Toolkit (requirements.txt; PYTHON and PATH of its environment) and the schema, which Debian has
# in php-symfony-translation (XLIFF_SCHEMAS names its folder). pofilter is asked for the faults that hold in any language.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need msgfmt
need msgcat
need xmllint
need_loa
python=${PYTHON:-python3}
"$python" -c 'import translate.storage.xliff2' 2>/dev/null || { echo "$proof: needs translate-toolkit (requirements.txt)" >&2; exit 2; }
tools=$(dirname "$("$python" -c 'import sys; print(sys.executable)')")
schemas=${XLIFF_SCHEMAS:-/usr/share/php/Symfony/Component/Translation/Resources/schemas}
[[ -f $schemas/xliff-core-2.0.xsd ]] || { echo "$proof: no xliff-core-2.0.xsd in $schemas (apt-get install php-symfony-translation)" >&2; exit 2; }
# The schema names its copy of xml.xsd by a path of the standard's own folder.
sed 's|schemaLocation="[^"]*"|schemaLocation="xml.xsd"|' "$schemas/xliff-core-2.0.xsd" >"$work/core.xsd"
sed 's|<!DOCTYPE[^>]*>||' "$schemas/xml.xsd" >"$work/xml.xsd"

# One that has a translation already, in a script of its own, and one that has none.
LANGS=(km hmn-VN)
# Faults that pofilter finds in the words themselves; its others compare the customs of two languages.
FILTERS=(--test=newlines --test=escapes --test=tabs --test=doublequoting --test=untranslated)

site=$work/site
mkdir "$site"
cp -r "$root/content" "$root/.loa" "$root/loa.yml" "$site"
mkdir "$site/content/bai-viet/moi-thu"
cat >"$site/content/bai-viet/moi-thu/vi.md" <<'MD'
---
title: "Mọi thứ: \"nháy\", \\ và <góc> & {ngoặc}"
summary: |
  Hai dòng
  tóm tắt.
action: "Gọi người nhà."
date: 2026-11-21
status: approved
reviewed_by: "Ban biên tập"
---

Đầu đề hai
dòng
==========

Chữ **đậm**, *nghiêng*, ~~gạch~~, `mã "x" \n`, "nháy" và \*sao\*; gọi <hotline:111> hoặc [gọi 111](hotline:111).\
Dòng thứ hai có [liên kết](../lua-dao-viec-lam-truc-tuyen/ "tựa \"trong\"") và chú thích[^a].

> [!signs] Có dấu hiệu
> - một 1
>   hai 2
>   1. ba 3
> - [x] bốn | năm
>
> > trích trong trích

| Cột \| một | Cột `hai` |
|:--|--:|
| 30/7 | <hotline:111> |
| | ô |

```sms
Mẹ ơi	cho con hỏi

  "đi đâu" \ 111
```

    thụt lề
      hơn nữa

[^a]: Lời chú thích
    dài hai dòng & hết.

* * *

1) một
2) hai &amp; ba &#60;bốn&#62;

<!-- ghi chú -->
Hết.
MD

cat >"$work/fill.py" <<'PY'
"""Gives every unit words, the original's after a mark, and marks all as done, as a translator does in a tool.

fill.py OUT FILE...; a line for what cannot be read as it is meant.
"""
import pathlib
import sys

from translate.storage import pypo, xliff2

out, *files = sys.argv[1:]
for name in files:
    store = (xliff2.Xliff2File if name.endswith(".xlf") else pypo.pofile).parsefile(name)
    units = [unit for unit in store.units if not unit.isheader()]
    text = pathlib.Path(name).read_text("utf-8")
    count = text.count("\n  <unit ") if name.endswith(".xlf") else text.count("\nmsgctxt ")
    if len(units) != count or not all(unit.source for unit in units):
        print(f"{name}: {len(units)} units are read, {count} were written")
    for unit in units:
        # Words that are there are left as they are: they were read by somebody.
        if not unit.target:
            unit.target = "mk " + unit.source
        if unit.isfuzzy():
            unit.markfuzzy(False)
    pathlib.Path(out, pathlib.Path(name).name).write_bytes(bytes(store))
PY

cat >"$work/same.py" <<'PY'
"""Whether the files of two folders say the same, unit by unit; a line for each that does not."""
import pathlib
import sys

from translate.storage import pypo, xliff2


def units(file):
    store = (xliff2.Xliff2File if file.suffix == ".xlf" else pypo.pofile).parsefile(str(file))
    read = [unit for unit in store.units if not unit.isheader()]
    # Tools may have sorted them.
    return sorted((unit.getid(), unit.source, unit.target or "", unit.isfuzzy()) for unit in read)


one, two = sys.argv[1:]
for file in sorted(pathlib.Path(one).iterdir()):
    before, after = units(file), units(pathlib.Path(two, file.name))
    if before != after:
        first = next((pair for pair in zip(before, after) if pair[0] != pair[1]), (len(before), len(after)))
        print(f"{file.name}: {first[0]} became {first[1]}")
PY

run() {
  "$LOA" --site "$site" "$@" >"$work/said" 2>&1
}

# told WORDS COMMAND...: as `good`, with what was said meanwhile.
told() {
  local words=$1
  shift
  checked=$((checked + 1))
  "$@" || fault "$words: $(one_line "$work/said")"
}

# silent WORDS COMMAND...: the command may have nothing to say.
silent() {
  local words=$1
  shift
  "$@" >"$work/said" 2>&1 || echo "ended with $?" >>"$work/said"
  told "$words" test ! -s "$work/said"
}

# all_out FOLDER FORM OPTION...: every original of $site in every language.
all_out() {
  local folder=$1 form=$2 original entry name lang
  mkdir -p "$folder"
  while IFS= read -r original; do
    entry=$(dirname "${original#"$site/content/"}")
    name=${entry//\//-}
    [[ $entry != . ]] || name=trang-chu
    for lang in "${LANGS[@]}"; do
      told "$entry $lang: no $form" run translate export "$entry" "$lang" "${@:3}" --out "$folder/$name.$lang.$form"
    done
  done < <(find "$site/content" -name vi.md | LC_ALL=C sort)
}

all_out "$work/out/po" po
all_out "$work/out/xlf" xlf --xliff
for file in "$work"/out/po/*; do
  silent "$(basename "$file"): msgfmt -c" msgfmt -c -o /dev/null "$file"
done
silent 'the schema' bash -c 'xmllint --noout --nonet --schema "$1" "${@:2}" 2>&1 | grep -v " validates$"; exit 0' - "$work/core.xsd" "$work"/out/xlf/*
mkdir -p "$work"/filled/{po,xlf} "$work/wrong"
for form in po xlf; do
  silent "Translate Toolkit reads something else in $form" "$python" "$work/fill.py" "$work/filled/$form" "$work/out/$form"/*
done
# Its tools take XLIFF 1 only; version 2 is known to its library.
silent 'pofilter' "$tools/pofilter" --progress=none "${FILTERS[@]}" "$work/filled/po" "$work/wrong"
good "pofilter has found: $(find "$work/wrong" -type f | sort | awk "NR <= 3" | tr '\n' ' ')" test -z "$(find "$work/wrong" -type f)"
for file in "$work"/filled/po/*; do
  msgcat --width=40 --sort-output "$file" -o "$work/wrapped.po" && mv "$work/wrapped.po" "$file"
done

cp -r "$site" "$work/as-it-was"
for form in po xlf; do
  rm -rf "$site" && cp -r "$work/as-it-was" "$site"
  for file in "$work/filled/$form"/*; do
    told "$(basename "$file") does not come home" run translate import "$file"
  done
  told "the site has errors after the import of $form" run check --today "$TODAY"
  options=()
  [[ $form == po ]] || options=(--xliff)
  all_out "$work/again/$form" "$form" "${options[@]}"
  silent "$form goes out with other words than came" "$python" "$work/same.py" "$work/filled/$form" "$work/again/$form"
done

# damaged WORDS FILE: must be refused, and the content stay as it is.
damaged() {
  local words=$1 before status=0
  before=$(digests "$site/content")
  run translate import "$2" || status=$?
  told "$words: ended with $status" test "$status" = 1
  good "$words: the content changed" test "$before" = "$(digests "$site/content")"
}

entry=canh-bao-viec-nhe-luong-cao.hmn-VN
cp "$work/filled/po/$entry.po" "$work/good.po"
msgconv --to-code=UTF-16 "$work/good.po" -o "$work/bad.po" 2>/dev/null || iconv -f UTF-8 -t UTF-16 "$work/good.po" >"$work/bad.po"
damaged 'UTF-16' "$work/bad.po"
msgattrib --untranslated "$work/out/po/$entry.po" | awk "NR <= 60" >"$work/bad.po"
damaged 'the head of a file' "$work/bad.po"
msgfilter sed -e 's/<hotline:111>/112/' -i "$work/good.po" -o "$work/bad.po" 2>/dev/null
damaged 'another number' "$work/bad.po"
msgcat --no-location "$work/good.po" | msgen - 2>/dev/null | sed 's/^msgctxt .*//' >"$work/bad.po"
damaged 'without addresses' "$work/bad.po"
head -c 3000 "$work/out/xlf/$entry.xlf" >"$work/bad.xlf"
damaged 'half an XLIFF' "$work/bad.xlf"
"$tools/po2xliff" "$work/good.po" "$work/bad.xlf" --progress=none 2>/dev/null
damaged 'XLIFF 1.2' "$work/bad.xlf"
finish
