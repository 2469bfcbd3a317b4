"""From a save to new bytes: edits a large site under `loa watch` and asks the preview every millisecond, as compare.py --watch.

Half of the edits change a body, the others a title, a date, add an entry or take one away. A file is written as editors write:
emptied and filled, or beside and renamed. Each answer is looked at: no page may vanish meanwhile, none may be half-built, and
once the page is new, the list of its section must be.
"""
import datetime
import http.client
import pathlib
import random
import re
import shutil
import socket
import statistics
import subprocess
import threading
import time

import corpus

# Seconds.
START, ANSWER, PAUSE = 300, 30, 0.2
POLL = 0.001
# One round of twenty: half bodies.
KINDS = ("body title body date body title body new body gone body title body date body title body new body date").split()
# An edit that never comes through takes ANSWER seconds; more of them prove nothing new.
LOST = 5


class Preview:
    """A running `loa watch` and one kept connection to it."""

    def __init__(self, loa, site, today):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        call = [loa, "--site", str(site), "watch", "--port", str(port), "--today", today]
        self.process = subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said, self.address, self.connection = [], threading.Event(), None
        # What it says is read to the end, or it would wait for its reader one day.
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            text = line.decode("utf-8", "replace").rstrip()
            self.said = self.said[-20:] + [text]
            found = re.search(r"http://(127\.0\.0\.1|localhost):(\d+)", text)
            if found and not self.address.is_set():
                self.port = int(found.group(2))
                self.address.set()
        self.address.set()

    def wait(self):
        """Waits for the first page; gives the seconds that it took."""
        begun = time.monotonic()
        if not self.address.wait(START) or not hasattr(self, "port"):
            self.fail("never said where it serves")
        while time.monotonic() - begun < START:
            try:
                if self.get("/")[0] == 200:
                    return time.monotonic() - begun
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        self.fail("never served its first page")

    def fail(self, words):
        raise SystemExit("\n".join([f"compare.py: loa watch {words} (exit {self.process.poll()})", *self.said]))

    def get(self, path):
        """The status and the bytes of an address, without the scripts that the preview adds."""
        for last in (False, True):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER)
                self.connection.request("GET", path)
                answer = self.connection.getresponse()
                return answer.status, re.sub(rb"<script\b.*?</script>", b"", answer.read(), flags=re.S)
            except (http.client.HTTPException, OSError):
                # A connection that was kept may be closed by the other side at any time; a new one may not.
                self.connection = None
                if last:
                    raise OSError(f"no answer for {path}")

    def memory(self):
        """Resident MiB; nothing where the system does not tell."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return None
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found.group(1)) / 1024 if found else None

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Editor:
    """Edits the site by a script that is the same in every run."""

    def __init__(self, site, articles, preview):
        self.site, self.articles, self.preview = site, articles, preview
        self.dialect, self.dice = corpus.Loa(corpus.LANGS), random.Random("edits")
        self.added, self.faults, self.stale = [], [], 0
        # Newer than all that is there, and of this year: an edited date comes to the top of its list.
        self.day = datetime.date(2026, 1, 1)

    def edit(self, number):
        """Makes one edit and waits for it: its kind and the milliseconds, or nothing if it never came."""
        kind = KINDS[number % len(KINDS)]
        word = mark(number)
        if kind == "new" or kind == "gone" and not self.added:
            return "new", self.new(number, word)
        if kind == "gone":
            return kind, self.gone()
        article = self.dice.randrange(self.articles)
        section, slug = corpus.section_of(article), corpus.slug_of(article)
        lang = corpus.LANGS[0] if kind == "date" else self.dice.choice(corpus.LANGS)
        path = self.site / self.dialect.place(section, slug, lang)
        text = path.read_text(encoding="utf-8")
        listed = self.list_with(lang, section, slug) if kind == "title" else list_page(lang, section, 1)
        if kind == "body":
            changed = f"{text}\nThêm câu {word} vào cuối bài.\n"
        elif kind == "title":
            changed = re.sub(r'(?m)^title: "([^"]*)"', lambda found: f'title: "{found.group(1).split(" zq")[0]} {word}"', text, count=1)
        else:
            self.day += datetime.timedelta(days=1)
            changed = re.sub(r"(?m)^date: .*", f"date: {self.day}", text, count=1)
        page = address(lang, section, slug)
        status, before = self.preview.get(page)
        if status != 200:
            self.fault(f"{kind}: {page} was answered with {status} before the edit")
        begun = save(path, changed, number % 2 == 0)

        def is_new(status, served):
            if status != 200:
                self.fault(f"{kind}: {page} was answered with {status}")
                return False
            if kind != "date" and served != before and word.encode() not in served:
                self.fault(f"{kind}: {page} changed without the edit")
            return served != before and (kind == "date" or word.encode() in served)

        took = self.until(page, begun, is_new)
        if took is not None and kind != "body":
            if kind == "title":
                self.check_list(f"title of {page}", listed, lambda served: word.encode() in served)
            else:
                self.check_list(f"date of {page}", listed, is_first(slug))
        return kind, took

    def new(self, number, word):
        article = self.articles + number
        section, slug = corpus.section_of(article), corpus.slug_of(article)
        self.day += datetime.timedelta(days=1)
        text = corpus.article(article, corpus.LANGS[0], 600, self.dialect, self.articles)
        text = re.sub(r'(?m)^title: "([^"]*)"', rf'title: "\1 {word}"', text, count=1)
        text = re.sub(r"(?m)^date: .*", f"date: {self.day}", text, count=1)
        path = self.site / self.dialect.place(section, slug, corpus.LANGS[0])
        page = address(corpus.LANGS[0], section, slug)
        begun = time.perf_counter()
        path.parent.mkdir()
        save(path, text, True)
        took = self.until(page, begun, lambda status, served: status == 200 and word.encode() in served)
        self.added.append((section, slug, path.parent))
        if took is not None:
            listed = list_page(corpus.LANGS[0], section, 1)
            self.check_list(f"new {page}", listed, lambda served: word.encode() in served and is_first(slug)(served))
        return took

    def gone(self):
        section, slug, folder = self.added.pop(0)
        lang = corpus.LANGS[0]
        listed = self.list_with(lang, section, slug)
        begun = time.perf_counter()
        shutil.rmtree(folder)
        page = address(lang, section, slug)
        took = self.until(page, begun, lambda status, _: status == 404)
        if took is not None:
            self.check_list(f"gone {page}", listed, lambda served: f"/{slug}/index.html".encode() not in served)
        return took

    def until(self, page, begun, is_new):
        """Asks for a page until it is new: the milliseconds since the save."""
        while time.perf_counter() - begun < ANSWER:
            try:
                answer = self.preview.get(page)
            except OSError as fault:
                self.fault(str(fault))
                return None
            now = time.perf_counter()
            if is_new(*answer):
                return 1000 * (now - begun)
            time.sleep(POLL)
        self.fault(f"{page} was the same after {ANSWER} s")
        return None

    def list_with(self, lang, section, slug):
        """The page of a section's list that shows an entry."""
        for number in range(1, self.articles // len(corpus.SECTIONS) // 20 + 10):
            page = list_page(lang, section, number)
            if f"/{slug}/index.html".encode() in self.preview.get(page)[1]:
                return page
        self.fault(f"no list of {section} in {lang} shows {slug}")
        return list_page(lang, section, 1)

    def check_list(self, what, page, is_right):
        status, served = self.preview.get(page)
        if status != 200 or not is_right(served):
            self.stale += 1
            self.fault(f"{what}: the page was new and {page} was not ({status})")

    def fault(self, words):
        if words not in self.faults:
            self.faults.append(words)


def mark(number):
    """A word that stands nowhere else; letters alone, since digits may be a telephone number."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return f"zq{letters}"


def address(lang, section, slug):
    return f"/{lang.lower()}/{section}/{slug}/index.html"


def list_page(lang, section, number):
    return address(lang, section, f"trang-{number}") if number > 1 else f"/{lang.lower()}/{section}/index.html"


def is_first(slug):
    """Whether an entry is the first of a list, as the newest is."""

    def look(served):
        first = re.search(rb"/(bai-\d+)/index\.html", served)
        return first is not None and first.group(1) == slug.encode()

    return look


def save(path, text, in_place):
    """Writes a file as editors do; gives the moment at which that began."""
    begun = time.perf_counter()
    if in_place:
        path.write_text(text, encoding="utf-8")
    else:
        beside = path.with_name(f".{path.name}.swx")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    return begun


def measure(work, loa, pages, edits, debounce, today):
    """All that `--watch` tells, as a table of values."""
    articles = max(len(corpus.SECTIONS), pages // len(corpus.LANGS))
    site = work / "watched"
    corpus.write(site, corpus.Loa(corpus.LANGS), articles)
    preview = Preview(loa, site, today)
    try:
        started = preview.wait()
        editor, found, lost = Editor(site, articles, preview), [], 0
        time.sleep(1)
        memory = {"start": preview.memory(), "after_100": None}
        for number in range(edits):
            kind, took = editor.edit(number)
            if took is None:
                lost += 1
            else:
                found.append((kind, took - debounce))
            if preview.process.poll() is not None or lost == LOST:
                break
            if number + 1 == 100:
                memory["after_100"] = preview.memory()
            time.sleep(PAUSE)
        memory["end"] = preview.memory()
        if not found:
            preview.fail("served no edit")
    finally:
        preview.stop()
    times = sorted(took for _, took in found)
    kinds = {kind: statistics.median(took for own, took in found if own == kind) for kind in sorted({kind for kind, _ in found})}
    return {"pages": articles * len(corpus.LANGS), "edits": edits, "served": len(found), "start_s": started, "debounce_ms": debounce,
            "median_ms": statistics.median(times), "p95_ms": times[-(-95 * len(times) // 100) - 1], "slowest_ms": times[-1],
            "median_ms_by_kind": kinds, "stale_lists": editor.stale, "faults": editor.faults, "memory_mib": memory}


def show(result):
    print(f"{result['pages']} pages, first page after {result['start_s']:.1f} s; {result['served']} of {result['edits']} edits served")
    print(f"save to new bytes, less {result['debounce_ms']:.0f} ms: median {result['median_ms']:.0f}, 95 of 100 {result['p95_ms']:.0f}, slowest {result['slowest_ms']:.0f} ms")
    print("median by kind: " + ", ".join(f"{kind} {took:.0f}" for kind, took in result["median_ms_by_kind"].items()))
    print("resident MiB: " + ", ".join(f"{when.replace('_', ' ')} {'?' if size is None else format(size, '.0f')}" for when, size in result["memory_mib"].items()))
    for words in result["faults"][:20]:
        print(f"FAULT {words}")


def targets(result):
    """What is asked of `loa watch`, as `compare.targets` has it."""
    memory = result["memory_mib"]
    grown = memory["end"] / memory["after_100"] if memory["end"] and memory["after_100"] else None
    return [
        ("save to new bytes after the debounce, half, ms (aim 60)", 150, result["median_ms"]),
        ("save to new bytes after the debounce, 95 of 100, ms", 300, result["p95_ms"]),
        ("edits that were not served", 0, result["edits"] - result["served"]),
        ("faults, stale lists among them", 0, len(result["faults"])),
        ("resident MiB at the end", 900, memory["end"]),
        ("resident memory at the end, of that after 100 edits", 1.05, grown),
    ]
