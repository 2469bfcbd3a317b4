#!/usr/bin/env bash
# Whether the search grows with the site and no faster: builds a made-up site (corpus.py) of each size with and without the
# search, and prints CPU seconds, peak memory and the weight of the index beside that of the text.
#
#   tests/outside/search_size.sh [ARTICLES…]         (250 1000; by hand 10000 too)
#
# Fails if a page costs more than twice as much index, or search time and memory, in the largest site as in the smallest, if a
# language has more than 32 files, or if the index is more than a quarter of the text.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need_loa
need python3
sizes=("${@:-250}")
(($# > 0)) || sizes=(250 1000)
for size in "${sizes[@]}"; do
  python3 "$root/benches/corpus.py" "$work/$size" --for loa --articles "$size" --langs vi,en >/dev/null
done

cat >"$work/weigh.py" <<'PY'
import gzip, html, os, pathlib, re, statistics, sys

work, loa, sizes = pathlib.Path(sys.argv[1]), sys.argv[2], [int(size) for size in sys.argv[3:]]
ROUNDS = 3


def run(site, outputs):
    settings = site / "loa.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^outputs:.*\n", "", text) + f"outputs: [{outputs}]\n", encoding="utf-8")
    quiet = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    out = site / f"public-{outputs.count(',')}"
    found = []
    for _ in range(ROUNDS):
        # Another round must not find its work done.
        os.utime(settings)
        call = [loa, "--site", str(site), "build", "--out", str(out), "--today", "2026-11-22"]
        _, status, used = os.wait4(os.posix_spawn(loa, call, os.environ, file_actions=quiet), 0)
        if status:
            sys.exit(f"loa ended with {os.waitstatus_to_exitcode(status)}")
        found.append((used.ru_utime, used.ru_maxrss / 1024))
    return out, statistics.median(cpu for cpu, _ in found), max(memory for _, memory in found)


def packed(data):
    return len(gzip.compress(data, 6))


def words(page):
    text = page.read_text(encoding="utf-8")
    main = re.sub(r"(?s)<svg.*?</svg>|<[^>]*>", " ", text[text.index("<main"):text.index("</main>")])
    return " ".join(html.unescape(main).split()).encode()


null = os.open(os.devnull, os.O_WRONLY)
faults, rows = [], []
print(f"{'pages':>6}{'CPU s':>8}{'search':>8}{'MiB':>6}{'search':>8}{'index':>9}{'a page':>8}{'files':>7}{'of text, page by page':>23}{'all in one':>12}")
for size in sizes:
    site = work / str(size)
    _, plain_cpu, plain_memory = run(site, "pages, feeds, sitemap")
    out, cpu, memory = run(site, "pages, search, feeds, sitemap")
    for folder in sorted(out.glob("*/tim")):
        files = [path.read_bytes() for path in folder.iterdir()]
        index = sum(map(packed, files))
        texts = [words(page) for page in sorted(folder.parent.glob("*/bai-*/index.html"))]
        each, whole = sum(map(packed, texts)), packed(b"\n".join(texts))
        print(f"{len(texts):6}{cpu:8.2f}{cpu - plain_cpu:8.2f}{memory:6.0f}{memory - plain_memory:8.0f}{index:9}{index / len(texts):8.1f}{len(files):7}{100 * index / each:21.1f} %{100 * index / whole:10.1f} %  {folder.parent.name}")
        if len(files) > 32:
            faults.append(f"{len(files)} files at {size} articles")
        if index > each / 4:
            faults.append(f"the index is {100 * index / each:.0f} % of the text at {size} articles")
        rows.append((folder.parent.name, size, index / len(texts), (cpu - plain_cpu) / len(texts), (memory - plain_memory) / len(texts)))
for lang in sorted({row[0] for row in rows}):
    own = [row for row in rows if row[0] == lang]
    for what, first, last, slack in zip(("index", "time", "memory"), own[0][2:], own[-1][2:], (0, 0.0002, 0.01)):
        if last > 2 * max(first, 0) + slack:
            faults.append(f"{what} a page of {lang} grew from {first:.4f} to {last:.4f}")
for words in faults:
    print(f"FAULT search_size.sh: {words}")
sys.exit(1 if faults else 0)
PY
good 'the search grows faster than the site, or is too heavy' python3 "$work/weigh.py" "$work" "$LOA" "${sizes[@]}"
finish
