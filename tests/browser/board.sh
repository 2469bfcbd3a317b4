#!/usr/bin/env bash
# Judges the editor's board in Chromium (board.mjs): the preview of this site, with one broken text for its banner.
#
#   tests/browser/board.sh [--shots FOLDER]        LOA names the program, if it is not the release build of this checkout
set -euo pipefail
cd "$(dirname "$0")/../.."
loa=${LOA:-${CARGO_TARGET_DIR:-$PWD/target}/release/loa}
work=$(mktemp -d)
watch=
finish() {
  [[ -z $watch ]] || kill "$watch" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

cp -R content i18n loa.yml "$work/"
[[ ! -d .loa/sources ]] || { mkdir "$work/.loa" && cp -R .loa/sources "$work/.loa/"; }
broken=bai-viet/dau-hieu-nhan-biet
sed 's/^summary: /summary： /' "content/$broken/vi.md" >"$work/content/$broken/vi.md"

mkfifo "$work/said"
timeout 600 "$loa" --site "$work" --format json watch --port 0 --today 2026-11-22 >"$work/said" 2>/dev/null &
watch=$!
exec 3<"$work/said"
IFS= read -r -t 60 first <&3
# Whoever writes to a full pipe would wait.
cat <&3 >/dev/null &
address=$(sed -E 's/^\{"address":"([^"]+)".*/\1/' <<<"$first")
node tests/browser/board.mjs "$address" "$@" "vi/$broken/index.html"
