# Shared by the outside proofs (sourced, bash): where loa is, a folder to work in, how a complaint is made and counted.
#
# LOA names the program; otherwise it is the release build of this checkout. What a proof writes lies in $work and is gone
# when it ends, however it ends.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
LOA=${LOA:-${CARGO_TARGET_DIR:-$root/target}/release/loa}
# The day of the proofs: the shipped site is judged as it was on it, so that no proof turns red by the calendar alone.
TODAY=2026-11-22
proof=$(basename "$0")
work=$(mktemp -d "${TMPDIR:-/tmp}/loa-outside.XXXXXX")
faults=0
checked=0
unset LOA_LANG SOURCE_DATE_EPOCH

clean_up() {
  # A proof may have left a mount or a folder that its owner cannot enter.
  mountpoint -q "$work/mount" 2>/dev/null && umount "$work/mount"
  chmod -R u+rwX "$work" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT

fault() {
  faults=$((faults + 1))
  printf 'FAULT %s: %s\n' "$proof" "$*"
}

# good WORDS COMMAND...: counts a check, and complains in these words if the command fails.
good() {
  local words=$1
  shift
  checked=$((checked + 1))
  "$@" || fault "$words"
}

need() {
  command -v "$1" >/dev/null || { echo "$proof: needs $1" >&2; exit 2; }
}

need_loa() {
  [[ -x $LOA ]] || { echo "$proof: no loa at $LOA (set LOA, or cargo build --release)" >&2; exit 2; }
}

finish() {
  printf '%s: %d checks, %d faults, %d s\n' "$proof" "$checked" "$faults" "$SECONDS"
  ((checked > 0)) || { echo "$proof: nothing was checked" >&2; exit 2; }
  exit $((faults > 0))
}

# one_line FILE: what a program said, short enough for a report.
one_line() {
  tr '\n' ' ' <"$1" | cut -c1-300
}

# A sound site with $2 articles at $1, in one language: enough to build, cheap to change.
small_site() {
  local at=$1 articles=$2 number
  mkdir -p "$at/content/bai"
  printf 'title: Thử\nlanguages: [vi]\n' >"$at/loa.yml"
  printf -- '---\ntitle: Trang chủ\n---\nLời chào.\n' >"$at/content/vi.md"
  printf -- '---\ntitle: Bài viết\nentries: article\n---\n' >"$at/content/bai/vi.md"
  for ((number = 1; number <= articles; number++)); do
    mkdir "$at/content/bai/b-$number"
    printf -- '---\ntitle: Bài số %d\nsummary: Lời tóm tắt.\ndate: 2026-07-30\n---\n## Đầu đề\n\nLời của bài số %d.\n' \
      "$number" "$number" >"$at/content/bai/b-$number/vi.md"
  done
}

# digests DIR: one line a file of what is on disk, whatever the tree says of itself.
digests() {
  (cd "$1" && { find . -type f -print0 2>/dev/null || true; } | LC_ALL=C sort -z | { xargs -0 -r sha256sum 2>/dev/null || true; })
}
