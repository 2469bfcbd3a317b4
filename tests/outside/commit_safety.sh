#!/usr/bin/env bash
# What is published stays whole and nobody else's file is touched: dangerous outputs, foreign files, two writers, kills at random
# times, signals, full and read-only disks; then the fault script of tests/disk.
#
#   tests/outside/commit_safety.sh [ROUNDS]        (30 kills unless told)
#
# The disks need root. Without it they are counted as faults: a proof that was not made is no proof.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need_loa
rounds=${1:-30}
# A call that is not done by then hangs.
LIMIT=60
chmod 755 "$work"
cp "$LOA" "$work/loa" && chmod 755 "$work/loa"

# build SITE OUT: gives the exit status; what was said is in $work/err.
build() {
  local status=0
  timeout -k 2 "$LIMIT" "$work/loa" --site "$1" build --out "$2" --today "$TODAY" >"$work/err" 2>&1 || status=$?
  echo "$status"
}

expect_status() {
  local wanted=$1 words=$2 status=$3
  checked=$((checked + 1))
  [[ $status =~ ^($wanted)$ ]] || fault "$words: ended with $status, not $wanted: $(one_line "$work/err")"
  if grep -qE 'panicked at|RUST_BACKTRACE|Os \{' "$work/err"; then fault "$words: a program's words: $(one_line "$work/err")"; fi
}

stages() { find "$1" -maxdepth 2 \( -name '*.loa-tmp' -o -name loa-tmp \) -print; }

## Outputs that would bury something.

home=$work/home
# Made anew for each case: what a wrong answer has destroyed shall not make the next one look right.
furnish() {
  rm -rf "$home"
  small_site "$home/trang" 3
  mkdir -p "$home/trang/i18n/vi" "$home/trang/static" "$home/trang/themes/default/assets"
  mkdir "$home/anh" "$home/trong" "$home/tuong-lai"
  echo mine | tee "$home/thu.txt" "$home/anh/1.jpg" >"$home/tuong-lai/index.html"
  printf '# loa manifest 99\n' >"$home/tuong-lai/MANIFEST.sha256"
  ln -s "$home/anh" "$home/loi-tat"
}
refused() {
  local words=$1 out=$2 before after status=0
  furnish
  before=$(digests "$home")
  (cd "$home/trang" && HOME=$home timeout "$LIMIT" "${@:3}" "$work/loa" build --out "$out" --today "$TODAY") >"$work/err" 2>&1 || status=$?
  expect_status 2 "an output that is $words" "$status"
  [[ -s $work/err ]] || fault "an output that is $words: nothing said"
  # The lock is the tool's own.
  after=$(digests "$home" | grep -v '  \./trang/\.loa/' || true)
  [[ $before == "$after" ]] || fault "an output that is $words: files changed: $(diff <(echo "$before") <(echo "$after") | head -n 3)"
}
refused 'the site' .
refused 'the site, by its full name' "$home/trang"
refused 'the content' content
refused 'inside the content' content/bai/ra
refused 'an entry' content/bai/b-1
refused 'the words of the tool' i18n
refused 'the files to be copied' static
refused 'inside the theme' themes/default
refused 'the records' .loa
refused 'around the site' ..
refused 'the home folder' "$home"
refused 'the home folder, by way of another' ../anh/..
refused 'a folder of somebody else' ../anh
refused 'a link to a folder of somebody else' ../loi-tat
refused 'a file' ../thu.txt
# Tried by a user who could not do any harm: a wrong answer is then 3, not the loss of this machine.
if ((EUID == 0)) && command -v setpriv >/dev/null; then
  refused 'the root of the machine' / setpriv --reuid=65534 --regid=65534 --clear-groups
  refused 'the folder of all programs' /usr setpriv --reuid=65534 --regid=65534 --clear-groups
fi
refused 'the work of a later loa' ../tuong-lai
furnish
expect_status 0 'an empty folder' "$(build "$home/trang" "$home/trong")"

## What is there already.

site=$work/site
out=$work/noi/public
mkdir -p "$work/noi"
small_site "$site" 20
expect_status 0 'the first build' "$(build "$site" "$out")"
echo mine >"$out/cua-toi.txt"
mkdir -p "$out/vi/bai/b-2/rieng" && echo mine >"$out/vi/bai/b-2/rieng/x.txt"
stamp() { (cd "$out" && find . -type f -printf '%P %i %T@\n' | LC_ALL=C sort); }
stamp >"$work/before"
expect_status 0 'nothing has changed' "$(build "$site" "$out")"
stamp >"$work/after"
good "a build of the same site touched files: $(diff "$work/before" "$work/after" | head -n 3)" cmp -s "$work/before" "$work/after"
sed -i 's/Lời của bài số 3/Lời mới của bài/' "$site/content/bai/b-3/vi.md"
rm -r "$site/content/bai/b-2"
expect_status 0 'one page changed, one gone' "$(build "$site" "$out")"
stamp >"$work/after"
good "the page that changed is the old one" grep -q 'Lời mới' "$out/vi/bai/b-3/index.html"
good "a page that did not change was touched" \
  test "$(grep '^vi/bai/b-7/index.html ' "$work/before")" = "$(grep '^vi/bai/b-7/index.html ' "$work/after")"
good "the page that is gone is still there" test ! -e "$out/vi/bai/b-2/index.html"
good "somebody else's file is gone" test -f "$out/cua-toi.txt" -a -f "$out/vi/bai/b-2/rieng/x.txt"
good "a work folder was left: $(stages "$work/noi")" test -z "$(stages "$work/noi")"
printf -- '---\ntitel: x\n---\n' >"$site/content/bai/b-4/vi.md"
stamp >"$work/before"
expect_status 1 'an error in a page' "$(build "$site" "$out")"
stamp >"$work/after"
good "a build with errors touched the output" cmp -s "$work/before" "$work/after"

status=0
"$work/loa" --site "$site" check --today "$TODAY" 2>"$work/err" | head -n 1 >/dev/null || true
status=${PIPESTATUS[0]}
: >"$work/err"
# 1 is the error in the page: the reader who went away changes nothing of it.
expect_status '0|1' 'a reader who goes away' "$status"

## Kills. Two states of a site of 300 pages share an output; each round the other one is built and killed on the way.

one=$work/mot two=$work/hai
small_site "$one" 300
cp -r "$one" "$two"
find "$two/content/bai" -name vi.md -exec sed -i 's/Lời của bài/Lời khác của bài/' {} +
rm -r "$two/content/bai/b-5" "$two/content/bai/b-6"
mkdir "$two/content/bai/moi" && sed 's/số 7/mới/' "$two/content/bai/b-7/vi.md" >"$two/content/bai/moi/vi.md"
for state in "$one" "$two"; do
  [[ $(build "$state" "$state/public") == 0 ]] || fault "the clean build failed: $(one_line "$work/err")"
  digests "$state/public" >"$state.clean"
done
cat "$one.clean" "$two.clean" | sort -u >"$work/either"
out=$work/giet/public
mkdir -p "$work/giet"
begun=$(date +%s%N)
[[ $(build "$one" "$out") == 0 ]]
lasts=$((($(date +%s%N) - begun) / 1000))

whole() {
  local words=$1 torn page missing
  # Work in progress lies aside and is no part of what is published.
  torn=$(digests "$out" | grep -v '  \./loa-tmp/' | LC_ALL=C sort -u | LC_ALL=C comm -23 - <(LC_ALL=C sort -u "$work/either") | head -n 3)
  [[ -z $torn ]] || fault "$words: neither the old nor the new file: $torn"
  for page in index.html vi/index.html vi/bai/index.html; do
    missing=$(grep -o 'href="[^"#:]*"' "$out/$page" | sed 's/^href="//; s/"$//' | sort -u | while IFS= read -r link; do
      [[ -e $out/$(dirname "$page")/$link ]] || echo "$link"
    done)
    [[ -z $missing ]] || fault "$words: $page leads to pages that are not there: $(echo "$missing" | head -n 3 | tr '\n' ' ')"
  done
}

RANDOM=7 # The same moments on every run, as far as the machine allows.
cut_short=0
targets=("$two" "$one")
for ((round = 0; round < rounds; round++)); do
  target=${targets[round % 2]}
  signal=KILL
  # Every fourth goes politely.
  ((round % 4 != 3)) || signal=$([[ $((round % 8)) == 3 ]] && echo TERM || echo INT)
  checked=$((checked + 1))
  # A shell that is no terminal's makes its children deaf to INT; nobody who types Ctrl-C has that.
  env --default-signal=INT "$work/loa" --site "$target" build --out "$out" --today "$TODAY" >"$work/err" 2>&1 &
  pid=$!
  sleep "$(printf '%d.%06d' 0 $((RANDOM * lasts / 32768 % 1000000)))"
  if kill -s "$signal" "$pid" 2>/dev/null; then cut_short=$((cut_short + 1)); fi
  wait "$pid" 2>/dev/null || true
  whole "round $round, $signal"
  [[ $(build "$target" "$out") == 0 ]] || fault "round $round: the build after $signal failed: $(one_line "$work/err")"
  digests "$out" >"$work/now"
  cmp -s "$work/now" "$target.clean" || fault "round $round: the build after $signal is not a clean one: $(diff "$work/now" "$target.clean" | head -n 3)"
  [[ -z $(stages "$work/giet") ]] || fault "round $round: a work folder was left: $(stages "$work/giet")"
done
echo "commit_safety.sh: $cut_short of $rounds builds were cut short; a whole one lasts $((lasts / 1000)) ms"
good "no build was cut short: nothing was tried" test "$cut_short" -gt $((rounds / 3))

## Eight writers at once, one of them killed.

pids=()
for ((n = 0; n < 8; n++)); do
  "$work/loa" --site "$two" build --out "$out" --today "$TODAY" >"$work/err.$n" 2>&1 &
  pids+=($!)
done
sleep 0.05
kill -KILL "${pids[0]}" 2>/dev/null || true
for ((n = 0; n < 8; n++)); do
  status=0
  # Bounded by the patience of the lock; a dead lock would be seen by the limit of the whole run.
  wait "${pids[n]}" 2>/dev/null || status=$?
  cp "$work/err.$n" "$work/err"
  ((n == 0)) || expect_status '0|3' "writer $n of eight" "$status"
done
expect_status 0 'a build after eight' "$(build "$two" "$out")"
digests "$out" >"$work/now"
good "eight writers left something else than one: $(diff "$work/now" "$two.clean" | head -n 3)" cmp -s "$work/now" "$two.clean"

## Disks: a small one, one without room for names, one that may only be read.

on_disk() {
  local words=$1 options=$2 then=$3 status=0 before
  mkdir -p "$work/mount"
  checked=$((checked + 1))
  unshare -m bash -euo pipefail -c '
    work=$1 one=$2 two=$3 today=$4 options=$5 then=$6
    mount -t tmpfs -o "$options" tmpfs "$work/mount"
    "$work/loa" --site "$one" build --out "$work/mount/o/public" --today "$today" >"$work/err" 2>&1 || exit 90
    sums() { (cd "$work/mount" && find . -type f -print0 | sort -z | xargs -0r sha256sum); }
    sums >"$work/before"
    eval "$then"
    status=0
    timeout 60 "$work/loa" --site "$two" build --out "$work/mount/o/public" --today "$today" >"$work/err" 2>&1 || status=$?
    rm -f "$work/mount/filler"
    sums >"$work/after"
    exit "$status"' bash "$work" "$one" "$two" "$TODAY" "$options" "$then" || status=$?
  [[ $status != 90 ]] || { fault "$words: the first build failed: $(one_line "$work/err")"; return; }
  expect_status 3 "$words" "$status"
  grep -q "$work/mount" "$work/err" || fault "$words: the place is not named: $(one_line "$work/err")"
  cmp -s "$work/before" "$work/after" || fault "$words: the old site is not what it was: $(diff "$work/before" "$work/after" | head -n 3)"
}
if ((EUID == 0)) && unshare -m true 2>/dev/null; then
  # The words in $then are for the shell in there.
  # shellcheck disable=SC2016
  {
    on_disk 'a full disk' size=16m 'dd if=/dev/zero of="$work/mount/filler" bs=4k 2>/dev/null || true'
    on_disk 'a disk with room for half' size=16m 'free=$(df --output=avail -B1k "$work/mount" | tail -1); head -c $((free - 900))k /dev/zero >"$work/mount/filler"'
    on_disk 'a disk without room for names' size=64m,nr_inodes=1000 'for ((n = 0; n < 2000; n++)); do : >"$work/mount/o/n-$n" || break; done 2>/dev/null; sums >"$work/before"'
    on_disk 'a disk that may only be read' size=64m 'mount -o remount,ro "$work/mount"; rm() { :; }'
  }
else
  fault 'not root, or no unshare: the small and the read-only disk were not tried'
fi

## The fault script: each system call of a build fails once, or kills it.

if [[ -x $root/tests/disk/faults.sh || -f $root/tests/disk/faults.sh ]]; then
  checked=$((checked + 1))
  small_site "$work/phep-thu" 6
  status=0
  LOA_FAULTS_SECONDS=${LOA_FAULTS_SECONDS:-60} bash "$root/tests/disk/faults.sh" "$work/loa" "$work/phep-thu" >"$work/said" 2>&1 || status=$?
  tail -n 3 "$work/said"
  ((status == 0)) || fault "tests/disk/faults.sh ended with $status: $(grep -E '^FAIL|faults:' "$work/said" | head -n 5 | tr '\n' ' ')"
fi
finish
