#!/usr/bin/env bash
# Takes from a watch what it hears with, and looks whether it sees all the same: every edit must be shown, and what is amiss told.
#
#   faults.sh LOA SITE        LOA the built program, SITE a site folder that builds without errors; both are only read
#
# Needs strace. Exit status: 0 all seen, 1 something is not, 2 it could not be tried.
set -u
export LC_ALL=C SOURCE_DATE_EPOCH=1795305600

say() { printf '%s\n' "$*"; }
die() { say "faults: $*" >&2; exit 2; }
status=0
fail() { say "FAIL: $*"; status=1; }

[ $# = 2 ] || die "usage: faults.sh LOA SITE"
command -v strace >/dev/null || die "strace is missing"
[ -x "$1" ] && [ -d "$2/content" ] || die "usage: faults.sh LOA SITE"

work=$(mktemp -d "${TMPDIR:-/tmp}/loa-watch.XXXXXX") || die "no room"
pid=
trap 'stop 2>/dev/null; wait; rm -rf "$work"' EXIT
cp "$1" "$work/loa"
mkdir "$work/site"
for part in loa.yml content static themes i18n data; do
  [ ! -e "$2/$part" ] || cp -a "$2/$part" "$work/site/"
done
page=$(cd "$work/site" && find content -name vi.md | sort | tail -1)
[ -n "$page" ] || die "$2 has no page"

follows() { # NAME INJECTION: a watch under strace; none without an injection
  local trace=()
  [ -z "$2" ] || trace=(strace -f -qq -o /dev/null -e "trace=${2%%:*}" -e "inject=$2")
  : >"$work/out"
  "${trace[@]}" "$work/loa" --site "$work/site" --format json watch --port 0 >"$work/out" 2>"$work/err" &
  pid=$!
  waits '{"step":{"number":1,' || fail "$1: no first step: $(head -2 "$work/err")"
}

# strace keeps the word to itself: it goes to what is traced.
stop() { [ -z "$pid" ] || kill $(cat "/proc/$pid/task/$pid/children") || kill "$pid"; }

waits() { # WORDS [LINE]: whether a line with them comes, or came from that line on
  local tries=0
  until tail -n "+${2:-1}" "$work/out" | grep -qF "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || return 1
    sleep 0.05
  done
}

steps() { grep -c '^{"step"' "$work/out"; }

sees() { # NAME: an edit of a page, and of a file in a folder made just before
  local from folder
  from=$(($(wc -l <"$work/out") + 1))
  folder=static/thu-$from/a/b
  printf '\nMột lời thêm vào để thử.\n' >>"$work/site/$page"
  waits "\"$page\"" "$from" || fail "$1: the edit of $page was not seen"
  mkdir -p "$work/site/$folder"
  printf 'x\n' >"$work/site/$folder/tep.txt"
  waits "\"$folder/tep.txt\"" "$from" || fail "$1: the file in a new folder was not seen"
}

ends() { # NAME WHY: why it looks again and again (nothing if it listens), told once; and how it ends
  local told code=0
  told=$(grep -o '"polls":"[a-z-]*"' "$work/out" | cut -d'"' -f4 | tr '\n' ' ')
  [ "$told" = "${2:+$2 }" ] || fail "$1: it says '$told' instead of '$2'"
  stop 2>/dev/null
  wait "$pid" || code=$?
  pid=
  [ "$code" = 0 ] || fail "$1: exit status $code"
  ! grep -q panicked "$work/err" || fail "$1: $(grep -m1 panicked "$work/err")"
  rm -rf "$work/site/static"/thu-*
  say "$1: $(steps) steps, ${2:-listens}"
}

follows 'nothing amiss' '' && sees 'nothing amiss' && ends 'nothing amiss' ''

for fault in \
  'no watch at all=inotify_add_watch:error=ENOSPC=ran-out' \
  'no more watches=inotify_add_watch:error=ENOSPC:when=4+=ran-out' \
  'no listener=inotify_init1:error=EMFILE=ran-out' \
  'no such call=inotify_init1:error=ENOSYS=failed' \
  'watches that tell nothing=inotify_add_watch:retval=1=silent'; do
  name=${fault%%=*} why=${fault##*=} injection=${fault#*=}
  injection=${injection%=*}
  follows "$name" "$injection"
  # A silence is noticed after a second.
  waits "{\"polls\":\"$why\"}" || fail "$name: it does not say why it looks again and again: $(cat "$work/out")"
  sees "$name"
  ends "$name" "$why"
done

# The last watch that could be had: a new folder finds none.
folders=$(cd "$work/site" && find content static themes i18n data -type d 2>/dev/null | wc -l)
name='no watch for a new folder'
follows "$name" "inotify_add_watch:error=ENOSPC:when=$((folders + 4))+"
sleep 1.5
sees "$name"
waits '{"polls":"ran-out"}' || fail "$name: not told"
sees "$name"
ends "$name" ran-out

[ "$status" = 0 ] && say "all seen after $SECONDS s" || say "NOT all seen"
exit "$status"
