#!/usr/bin/env bash
# Breaks builds of a real site on purpose and looks at what they leave: every published file must be the old or the new one,
# whole, and the next build must leave exactly the new site.
#
#   faults.sh LOA SITE        LOA the built program, SITE a site folder that builds without errors; both are only read
#
# Needs root (for small and read-only disks), strace, unshare and setpriv. Ends after LOA_FAULTS_SECONDS (150) at the latest,
# give or take one build. Exit status: 0 all whole, 1 something is not, 2 it could not be tried.
set -u
export LC_ALL=C SOURCE_DATE_EPOCH=1795305600

say() { printf '%s\n' "$*"; }
die() { say "faults: $*" >&2; exit 2; }

status=0
fail() { say "FAIL: $*"; status=1; }

# Every file below a folder with its sum. A work folder inside the output is no part of what is published.
sums() { (cd "$1" && find . -type f ! -path './loa-tmp/*' -print0 | sort -z | xargs -0r sha256sum); }

whole() { # OUT LABEL: every file is the old or the new one
  local torn
  sums "$1" >"$work/now"
  torn=$(cat "$work/old.sums" "$work/new.sums" | grep -vxFf - "$work/now" | head -3)
  [ -z "$torn" ] || fail "$2: torn or foreign: $torn"
}

is() { # OUT SUMS LABEL: exactly these files
  sums "$1" >"$work/now"
  cmp -s "$work/now" "$2" || fail "$3: the folder is not as it should be: $(diff "$work/now" "$2" | head -3)"
}

swept() { # OUT LABEL
  [ ! -e "$(dirname "$1")/.$(basename "$1").loa-tmp" ] && [ ! -e "$1/loa-tmp" ] || fail "$2: the work folder stayed"
}

links() { # OUT LABEL: the home pages point to files that are there
  local page folder target
  for page in "$1"/index.html "$1"/*/index.html; do
    [ -f "$page" ] || continue
    folder=$(dirname "$page")
    grep -o 'href="[^"#?]*' "$page" | sed 's/^href="//' | grep -v -e ':' -e '^/' -e '^$' | sort -u | while read -r target; do
      [ -e "$folder/$target" ] || say "$page -> $target"
    done
  done | head -1 | { read -r dead && say "$dead"; }
}

explained() { # CODE STDERR LABEL: an exit status of the contract, with words and without a panic
  case $1 in 0 | 3) ;; *) fail "$3: exit status $1: $(head -2 "$2")" ;; esac
  ! grep -q 'panicked' "$2" || fail "$3: $(grep -m1 'panicked' "$2")"
  # Where writing fails, the words may be what could not be written.
  case $1:$3 in 0:* | *:write:*) ;; *) [ -s "$2" ] || fail "$3: exit status $1 without a word" ;; esac
}

build() { timeout 60 "$work/loa" --site "$work/new" build --out "$1"; }

# ---- inside a mount name space of its own ----------------------------------------------------------------------------------

if [ "${1:-}" = --inside ]; then
  what=$2 work=$3 disk=$3/disk code=0
  case $what in
    full) mount -t tmpfs -o size=2g tmpfs "$disk" ;;
    inodes) mount -t tmpfs -o "size=2g,nr_inodes=$(($(find "$work/old.out" | wc -l) + 4))" tmpfs "$disk" ;;
    volume | readonly) mount -t tmpfs -o size=2g tmpfs "$disk" ;;
  esac || die "cannot mount a small disk"
  out=$disk/out
  [ "$what" = volume ] && out=$disk || mkdir "$out"
  cp -a "$work/old.out/." "$out/"
  case $what in
    full)
      dd if=/dev/zero of="$disk/filler" bs=64k 2>"$work/dd" || true
      truncate -s -8192 "$disk/filler"
      ;;
    readonly) mount -o remount,ro "$disk" ;;
  esac
  build "$out" >"$work/stdout" 2>"$work/stderr" || code=$?
  explained "$code" "$work/stderr" "$what disk"
  if [ "$what" = volume ]; then
    [ "$code" = 0 ] || fail "a volume of its own: $(head -1 "$work/stderr")"
    is "$out" "$work/new.sums" "a volume of its own"
  else
    [ "$code" = 3 ] || fail "$what disk: exit status $code instead of 3"
    is "$out" "$work/old.sums" "$what disk"
  fi
  swept "$out" "$what disk"
  say "$what disk: exit status $code, $(head -1 "$work/stderr")"
  exit "$status"
fi

# ---- two versions of the site, each built cleanly once ----------------------------------------------------------------------

[ $# = 2 ] || die "usage: faults.sh LOA SITE"
[ "$(id -u)" = 0 ] || die "needs root for small and read-only disks"
for tool in strace unshare setpriv timeout; do command -v "$tool" >/dev/null || die "$tool is missing"; done
[ -x "$1" ] && [ -d "$2/content" ] || die "usage: faults.sh LOA SITE"

room=/tmp
[ -d /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -1)" -gt 2000000 ] && room=/dev/shm
work=$(mktemp -d -p "$room" loa-faults.XXXXXX) || die "no room"
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir "$work/disk"
cp "$1" "$work/loa"
limit=${LOA_FAULTS_SECONDS:-150}
out=$work/out

for version in old new; do
  mkdir "$work/$version"
  for part in loa.yml content static themes i18n data; do
    [ ! -e "$2/$part" ] || cp -a "$2/$part" "$work/$version/"
  done
  mkdir -p "$work/$version/static"
  say "$version" >"$work/$version/static/thu-$version.txt"
  say "$version" >"$work/$version/static/thu.txt"
done
find "$work/new/content" -name vi.md | sort | awk 'NR % 3 == 1' | while read -r page; do
  printf '\nMột đoạn thêm vào để thử.\n' >>"$page"
done
for version in old new; do
  "$work/loa" --site "$work/$version" build --out "$work/$version.out" >"$work/stdout" 2>"$work/stderr" ||
    die "the $version site does not build: $(head -3 "$work/stderr")"
  sums "$work/$version.out" >"$work/$version.sums"
done
cmp -s "$work/old.sums" "$work/new.sums" && die "the two versions are the same"
check_links=yes
[ -z "$(links "$work/new.out")" ] || { check_links=no && say "note: the home page has links of its own that lead nowhere"; }

restore() { rm -rf "$out" "$work/.out.loa-tmp" && cp -a "$work/old.out" "$out"; }

mended() { # LABEL: the next build leaves exactly the new site
  build "$out" >"$work/stdout" 2>"$work/stderr" || fail "$1: the next build fails: $(head -2 "$work/stderr")"
  is "$out" "$work/new.sums" "$1, then built"
  swept "$out" "$1"
}

unsaid() { # whether the new site is there and only the sentence that says so is not
  sums "$out" >"$work/now"
  cmp -s "$work/now" "$work/new.sums" && ! grep -q 'Đã dựng' "$work/stderr"
}

left_whole() { # LABEL: after a kill
  whole "$out" "$1"
  local dead=
  [ "$check_links" = no ] || dead=$(links "$out")
  [ -z "$dead" ] || fail "$1: the home page leads nowhere: $dead"
  mended "$1"
}

traced() { # INJECTION CALL: a build of the new site under strace
  timeout -s KILL 60 strace -f -qq -o /dev/null -e "trace=$2" -e "inject=$1" \
    "$work/loa" --site "$work/new" build --out "$out" >"$work/stdout" 2>"$work/stderr"
}

until_over() { [ "$SECONDS" -lt $((limit * $1 / 100)) ]; }

# strace counts a call a thread at a time. The steps grow, so that a long build is reached to its end.
counts="1 2 3 5 8 13 21 34 55 89 144 233 377 610 987 1597 2584 4181"

# ---- killed at a call --------------------------------------------------------------------------------------------------------

kills=0 over=" "
for count in $counts; do
  for call in openat write fdatasync fsync syncfs rename mkdir unlink rmdir close flock statx getdents64; do
    case $over in *" $call "*) continue ;; esac
    until_over 45 || break 2
    restore
    traced "$call:signal=KILL:when=$count" "$call" 2>/dev/null
    [ $? = 137 ] || { over="$over$call " && continue; }
    kills=$((kills + 1))
    left_whole "killed at $call $count"
  done
done 2>/dev/null
say "killed at $kills calls; tried to their end:$over"
[ "$kills" -gt 10 ] || fail "only $kills kills: strace does not work here"

# ---- killed at any time ------------------------------------------------------------------------------------------------------

restore
begin=$(date +%s%N)
build "$out" >/dev/null 2>&1
took=$((($(date +%s%N) - begin) / 1000000 + 1))
RANDOM=7 kills=0
while [ "$kills" -lt 60 ] && until_over 60; do
  restore
  "$work/loa" --site "$work/new" build --out "$out" >/dev/null 2>&1 &
  pid=$!
  sleep "$(printf '0.%03d' $((RANDOM % took % 1000)))"
  kill -KILL "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  kills=$((kills + 1))
  left_whole "killed at a time ($kills)"
done
say "killed at $kills times within $took ms"

# ---- calls that fail ---------------------------------------------------------------------------------------------------------

errors=0 over=" "
for count in $counts; do
  for fault in write:ENOSPC write:EIO fdatasync:EIO fsync:EIO syncfs:EIO mkdir:ENOSPC rename:EIO rename:EACCES unlink:EACCES getdents64:EIO flock:EIO; do
    call=${fault%%:*}
    case $over in *" $fault "*) continue ;; esac
    until_over 90 || break 2
    restore
    traced "$call:error=${fault##*:}:when=$count" "$call"
    code=$?
    label="$fault $count"
    explained "$code" "$work/stderr" "$label"
    case $call:$code in
      *:0) is "$out" "$work/new.sums" "$label" && over="$over$fault " ;;
      # The last words are written when the site is: where they alone are lost, the whole new site is there.
      write:*) unsaid || { is "$out" "$work/old.sums" "$label" && swept "$out" "$label"; } ;;
      fdatasync:* | mkdir:* | getdents64:*) is "$out" "$work/old.sums" "$label" && swept "$out" "$label" ;;
      *) whole "$out" "$label" ;;
    esac
    mended "$label"
    errors=$((errors + 1))
  done
done
say "failed at $errors calls"

# ---- a disk that cannot lock, a folder that may not be read ------------------------------------------------------------------

restore
traced flock:error=EOPNOTSUPP flock || fail "a disk that cannot lock: exit status $?"
is "$out" "$work/new.sums" "a disk that cannot lock"
[ -s "$work/stderr" ] || fail "a disk that cannot lock: no warning"

cp -a "$work/new" "$work/locked" && rm -rf "$work/locked/.loa"
chown -R 65534:65534 "$work/locked"
closed=$(find "$work/locked/content" -mindepth 1 -maxdepth 1 -type d | sort | head -1)
chown root "$closed" && chmod 700 "$closed"
mkdir "$work/nobody" && chown 65534:65534 "$work/nobody"
setpriv --reuid=65534 --regid=65534 --clear-groups "$work/loa" --site "$work/locked" build --out "$work/nobody/out" \
  >"$work/stdout" 2>"$work/stderr"
code=$?
[ "$code" = 3 ] || fail "a closed folder: exit status $code instead of 3"
grep -q "$(basename "$closed")" "$work/stderr" || fail "a closed folder is not named: $(head -2 "$work/stderr")"
[ ! -e "$work/nobody/out" ] || fail "a closed folder: something was written"

# ---- several at once ---------------------------------------------------------------------------------------------------------

restore
pids=()
for version in old new old new; do
  "$work/loa" --site "$work/new" build --out "$out" >/dev/null 2>&1 &
  pids+=($!)
done
for pid in "${pids[@]}"; do wait "$pid" || fail "one of four builds at once: exit status $?"; done
is "$out" "$work/new.sums" "four builds at once"
swept "$out" "four builds at once"

# ---- small and read-only disks -----------------------------------------------------------------------------------------------

for what in full inodes readonly volume; do
  unshare -m bash "$0" --inside "$what" "$work"
  case $? in 0) ;; 1) status=1 ;; *) die "unshare does not work here" ;; esac
done

[ "$status" = 0 ] && say "all whole after $SECONDS s" || say "NOT whole"
exit "$status"
