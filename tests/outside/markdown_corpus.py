#!/usr/bin/env python3
"""Markdown that nobody wrote for loa: `loa check` ends soon, never panics, and every finding points into its file.

  markdown_corpus.py [--loa PROGRAM] [--most N] [FOLDER ...]

Takes every *.md below the folders, then the documentation comments of every *.rs, each one text, up to N (default 3000). The
folders are cargo's registry sources and those of npm, unless others are given. Each text becomes an article; some hundreds
are one site. The texts are not ours to mend: what is judged is how loa takes them, not what it finds.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRONT = "---\ntitle: Bài thử\nsummary: Lời tóm tắt.\ndate: 2026-07-30\n---\n"
# Small enough that one slow text shows, large enough that links and headings of many meet.
BATCH = 250
# Seconds a batch may take. Two shared cores need about one; what needs a hundred times that never ends.
LIMIT = 120
DOC_LINE = re.compile(r"^\s*//[/!] ?(.*)$", re.M)
SEVERITIES = {"error", "warning", "note", "info", "hint"}
BROKEN = re.compile(r"panicked at|RUST_BACKTRACE|internal error|stack overflow|SIGSEGV")


def texts(folders, most):
    """Yields (where from, bytes), each text once."""
    seen = set()
    for ending in ("*.md", "*.markdown", "*.rs"):
        for folder in folders:
            for path in sorted(folder.rglob(ending)):
                if len(seen) >= most:
                    return
                if not path.is_file():
                    continue
                text = path.read_bytes()
                if ending == "*.rs":
                    text = "\n".join(DOC_LINE.findall(text.decode("utf-8", "replace"))).encode()
                if len(text) < 200 or hash(text) in seen:
                    continue
                seen.add(hash(text))
                yield path, text


def lay(site, batch):
    """Makes a site of the texts; gives the place each came from, by its path in the site."""
    for name, text in {
        "loa.yml": "title: Thử\nlanguages: [vi]\n",
        "content/vi.md": "---\ntitle: Trang chủ\n---\n",
        "content/bai/vi.md": "---\ntitle: Bài\nentries: article\n---\n",
    }.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    origins = {}
    for number, (origin, text) in enumerate(batch):
        name = f"content/bai/b-{number}/vi.md"
        (site / name).parent.mkdir()
        (site / name).write_bytes(FRONT.encode() + text)
        origins[name] = origin
    return origins


def judge_place(site, finding, fault):
    """A finding names a file of the site, and a place that exists in it."""
    name = finding.get("path")
    if not isinstance(name, str) or not name:
        return fault(f"a finding without a path: {finding}")
    path = site / name
    if not path.exists():
        return fault(f"a finding in a file that is not there: {finding}")
    line, column = finding.get("line"), finding.get("column")
    if line is None:
        return None
    # A broken letter is shown as one replacement letter, whatever it was.
    lines = re.split(r"\r\n|\n|\r", path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))
    for at, column in ((line, column), (finding.get("end_line") or line, finding.get("end_column") or column)):
        if not 1 <= at <= len(lines):
            return fault(f"line {at} of {len(lines)}: {finding}")
        if column is not None and not 1 <= column <= len(lines[at - 1]) + 1:
            return fault(f"column {column} of {len(lines[at - 1])}: {finding}")
    return None


def judge(program, batch, fault):
    """Checks a site of these texts. Gives the number of findings."""
    with tempfile.TemporaryDirectory(prefix="loa-markdown-") as folder:
        site = pathlib.Path(folder)
        origins = lay(site, batch)
        call = [program, "check", "--format", "json", "--today", "2026-11-22"]
        try:
            done = subprocess.run(call, cwd=site, capture_output=True, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return isolate(program, batch, f"not done after {LIMIT} s", fault)
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode not in (0, 1) or BROKEN.search(said):
            return isolate(program, batch, f"ended with {done.returncode}: {said[-400:]}", fault)
        lines = done.stdout.decode("utf-8").splitlines()
        try:
            findings = [json.loads(line) for line in lines]
        except ValueError as error:
            fault(f"a line that is no JSON: {error}")
            return 0
        if not findings or "summary" not in findings[-1]:
            fault("the last line is no summary")
            return 0
        summary = findings.pop()["summary"]
        errors = 0
        for finding in findings:
            if finding.get("severity") not in SEVERITIES or not finding.get("code") or not finding.get("message"):
                fault(f"a finding without code, severity or message: {finding}")
            errors += finding.get("severity") == "error"
            judge_place(site, finding, lambda words, name=finding.get("path"): fault(f"{words} (from {origins.get(name)})"))
        if summary["errors"] != errors or (done.returncode == 1) != (errors > 0):
            fault(f"{errors} errors shown, summary says {summary['errors']}, ended with {done.returncode}")
        return len(findings)


def isolate(program, batch, words, fault):
    """Halves a batch that went wrong until the text that did it stands alone."""
    if len(batch) == 1:
        fault(f"{batch[0][0]}: {words}")
        return 0
    half = len(batch) // 2
    before = fault.count
    for part in (batch[:half], batch[half:]):
        judge(program, part, fault)
    if fault.count == before:
        fault(f"{len(batch)} texts together, none of them alone: {words}")
    return 0


class Faults:
    count = 0

    def __call__(self, words):
        self.count += 1
        # The first hundred are enough to mend; the rest is counted.
        if self.count <= 100:
            print(f"FAULT markdown_corpus.py: {words}", flush=True)


def main():
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--loa", default=os.environ.get("LOA", str(target / "release/loa")))
    arguments.add_argument("--most", type=int, default=3000)
    arguments.add_argument("folders", nargs="*", type=pathlib.Path)
    given = arguments.parse_args()
    cargo = pathlib.Path(os.environ.get("CARGO_HOME", pathlib.Path.home() / ".cargo"))
    folders = given.folders or [cargo / "registry/src", ROOT / "tests/browser/node_modules", pathlib.Path("/usr/lib/node_modules")]
    started, fault = time.monotonic(), Faults()
    batch, count, size, findings = [], 0, 0, 0
    for text in texts([folder for folder in folders if folder.is_dir()], given.most):
        batch.append(text)
        count, size = count + 1, size + len(text[1])
        if len(batch) == BATCH:
            findings += judge(given.loa, batch, fault)
            batch = []
    if batch:
        findings += judge(given.loa, batch, fault)
    print(f"markdown_corpus.py: {count} texts, {size // 1024} KiB, {findings} findings, {fault.count} faults, {time.monotonic() - started:.0f} s")
    # A corpus that was not found proves nothing.
    sys.exit(1 if fault.count else 0 if count >= 100 else 2)


main()
