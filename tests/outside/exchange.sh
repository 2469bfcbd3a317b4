#!/usr/bin/env bash
# Files for translators in the hands of the tools of translators: GNU gettext, Translate Toolkit, the schema of OASIS.
#
#   tests/outside/exchange.sh
#
# Every original of the shipped site goes out for one language as PO and as XLIFF. The tools must find nothing wrong with
# the files, must see the units as loa means them, and what they write back, wrapped, sorted and filled in, must come home.
# Needs gettext, xmllint, Translate Toolkit (requirements.txt) and the schema, which Debian has in php-symfony-translation.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need msgfmt
need msgcat
need xmllint
need_loa
python=${PYTHON:-python3}
"$python" -c 'import translate.storage.xliff2' 2>/dev/null || { echo "$proof: needs translate-toolkit (requirements.txt)" >&2; exit 2; }
schemas=${XLIFF_SCHEMAS:-/usr/share/php/Symfony/Component/Translation/Resources/schemas}
[[ -f $schemas/xliff-core-2.0.xsd ]] || { echo "$proof: no xliff-core-2.0.xsd in $schemas (apt-get install php-symfony-translation)" >&2; exit 2; }
# The schema names its copy of xml.xsd by a path of the standard's own folder.
sed 's|schemaLocation="[^"]*"|schemaLocation="xml.xsd"|' "$schemas/xliff-core-2.0.xsd" >"$work/core.xsd"
sed 's|<!DOCTYPE[^>]*>||' "$schemas/xml.xsd" >"$work/xml.xsd"

lang=km
cp -r "$root/content" "$root/loa.yml" "$work"
cat >"$work/fill.py" <<'PY'
"""Fills every unit that has no words with those of the original and marks all as done, as a translator's tool would."""
import sys

from translate.storage import pypo, xliff2

given, taken = sys.argv[1:]
store = (xliff2.Xliff2File if given.endswith(".xlf") else pypo.pofile).parsefile(given)
units = [unit for unit in store.units if not unit.isheader()]
assert units and all(unit.source for unit in units), "a unit without words"
for unit in units:
    if not unit.target:
        unit.target = unit.source
    if unit.isfuzzy():
        unit.markfuzzy(False)
with open(taken, "wb") as out:
    out.write(bytes(store))
PY

run() {
  "$LOA" --site "$work" "$@" >"$work/said" 2>&1
}

while IFS= read -r original; do
  entry=$(dirname "${original#"$work/content/"}")
  name=${entry//\//-}
  good "$entry: no PO" run translate export "$entry" "$lang" --out "$work/$name.po" || continue
  good "$entry: no XLIFF" run translate export "$entry" "$lang" --xliff --out "$work/$name.xlf" || continue
  [[ -f $work/$name.po && -f $work/$name.xlf ]] || { fault "$entry: $(one_line "$work/said")"; continue; }

  msgfmt -c -o /dev/null "$work/$name.po" 2>"$work/said" || true
  good "$entry: msgfmt -c: $(one_line "$work/said")" test ! -s "$work/said"
  xmllint --noout --nonet --schema "$work/core.xsd" "$work/$name.xlf" 2>"$work/said" || true
  good "$entry: schema: $(one_line "$work/said")" grep -q ' validates$' "$work/said"

  # The same twice, byte for byte.
  cp "$work/$name.po" "$work/first.po"
  run translate export "$entry" "$lang" --out "$work/second.po" || true
  good "$entry: two exports differ" cmp -s "$work/first.po" "$work/second.po"

  for form in po xlf; do
    good "$entry: Translate Toolkit cannot read the $form" \
      "$python" "$work/fill.py" "$work/$name.$form" "$work/filled.$form"
    [[ $form == po ]] && msgcat --width=40 "$work/filled.po" -o "$work/wrapped.po" && mv "$work/wrapped.po" "$work/filled.po"
    cp -r "$work/content" "$work/kept"
    good "$entry: $form does not come home: $(one_line "$work/said")" run translate import "$work/filled.$form"
    good "$entry: the site has errors after the import of $form" run check --today "$TODAY"
    rm -rf "$work/content" && mv "$work/kept" "$work/content"
  done
done < <(find "$work/content" -mindepth 3 -name vi.md | sort)
finish
