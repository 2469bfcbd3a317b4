#!/usr/bin/env bash
# The same input gives the same bytes: in another folder, time zone, locale, umask and number of threads, with files laid down
# in another order and dated otherwise, by another user, twice in a row.
#
#   tests/outside/same_bytes.sh [SITE]        (the shipped site, unless another one is given)
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need_loa
site=$(realpath "${1:-$root}")
base=(--base-url https://phongchong.example/a/b/)

inputs() {
  local part
  for part in loa.yml content static i18n themes data; do
    [[ -e $site/$part ]] && (cd "$site" && find "$part" -type f)
  done
  return 0
}

# lay ORDER TO: copies the site file by file in the order of the command, so that folders list their children otherwise.
lay() {
  local order=$1 to=$2 name
  inputs | LC_ALL=C sort | $order | while IFS= read -r name; do
    mkdir -p "$to/$(dirname "$name")"
    cp "$site/$name" "$to/$name"
  done
}

build() {
  local at=$1
  shift
  (cd "$at" && "$@" "$LOA" build --out "$at/public" "${base[@]}" --today "$TODAY") >"$work/said" 2>&1 ||
    { fault "the build in $at failed: $(one_line "$work/said")"; return 1; }
}

same() {
  local words=$1 at=$2
  checked=$((checked + 1))
  if ! cmp -s "$work/first/public/MANIFEST.sha256" "$at/public/MANIFEST.sha256"; then
    fault "$words: $(diff "$work/first/public/MANIFEST.sha256" "$at/public/MANIFEST.sha256" | grep '^[<>]' | awk '{print $3}' | sort -u | head -n 3 | tr '\n' ' ')"
  elif [[ $(digests "$work/first/public") != "$(digests "$at/public")" ]]; then
    fault "$words: the same list, but not the same files"
  fi
}

lay cat "$work/first"
build "$work/first" env TZ=UTC LC_ALL=C RAYON_NUM_THREADS=2 || finish
echo "input: $(inputs | wc -l) files, output: $(wc -l <"$work/first/public/MANIFEST.sha256") files"

# A Turkish "i" has no dot when it is small and keeps it when it is large: the classic of locale faults.
if command -v localedef >/dev/null && [[ -d /usr/share/i18n/locales ]]; then
  mkdir -p "$work/locale"
  localedef -i tr_TR -f UTF-8 "$work/locale/tr_TR.UTF-8" 2>/dev/null || true
fi
far=$work/$(printf 'mot-thu-muc-khac-%.0s' {1..5})/"tên có dấu và cách"
lay tac "$far"
build "$far" env TZ=Asia/Ho_Chi_Minh LC_ALL=tr_TR.UTF-8 LOCPATH="$work/locale" RAYON_NUM_THREADS=1 bash -c 'umask 077; exec "$@"' -- &&
  same "another folder, time zone, locale, umask, one thread" "$far"

lay 'shuf --random-source=/bin/sh' "$work/shuffled"
find "$work/shuffled" -type f -exec touch -d '2031-02-03 04:05' {} +
build "$work/shuffled" env TZ=America/St_Johns RAYON_NUM_THREADS=8 && same "shuffled, from the future, eight threads" "$work/shuffled"
build "$work/shuffled" env && same "the same build again" "$work/shuffled"
rm -rf "$work/shuffled/.loa"
build "$work/shuffled" env RAYON_NUM_THREADS=3 && same "again without its cache" "$work/shuffled"

lay tac "$work/ending"
build "$work/ending" env HOME=/nonexistent TERM=dumb COLUMNS=20 NO_COLOR=1 && same "without a home" "$work/ending"

if ((EUID == 0)) && command -v setpriv >/dev/null; then
  lay cat "$work/other"
  chown -R 65534:65534 "$work/other"
  chmod o+x "$work"
  cp "$LOA" "$work/loa" && chmod 755 "$work/loa"
  LOA=$work/loa build "$work/other" setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH="$PATH" &&
    same "another user, an empty environment" "$work/other"
fi

# The proof can fail: one letter of the input is one letter of the output.
lay cat "$work/changed"
echo 'Một câu nữa.' >>"$work/changed/content/vi.md"
build "$work/changed" env || true
good "a changed input gives the same list: nothing is compared" \
  bash -c '! cmp -s "$1" "$2"' -- "$work/first/public/MANIFEST.sha256" "$work/changed/public/MANIFEST.sha256"
finish
