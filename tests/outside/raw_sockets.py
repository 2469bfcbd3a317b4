#!/usr/bin/env python3
"""Attacks the preview server of the real `loa watch` over plain sockets, and looks whether an editor would notice.

    LOA=target/release/loa tests/outside/raw_sockets.py

A secret lies in the site's folder, beside it, and in its records; no byte of it may come out. Ends with 0 if nothing is
wrong, 1 if something is, 2 if loa could not be started. Takes some twenty seconds: one attack is to be slow.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOA = os.environ.get("LOA", str(ROOT / "target/release/loa"))
SECRET = "mat-khau-cua-co-quan"
# For a machine that does other work meanwhile.
PATIENCE = 30
# Seconds in which an editor's request has to be answered whatever else happens.
SOON = 1.0

faults = []
asked = 0


def must(good, words):
    if not good:
        faults.append(words)
        print(f"BAD  {words}")


class Site:
    """A small site, and secrets around it."""

    def __init__(self, folder):
        self.folder = Path(folder) / "site"
        (Path(folder) / "secret.txt").write_text(SECRET)
        for path in ("secret.txt", ".loa/sources/secret.txt", "public/secret.txt", "content/bai/secret.txt"):
            self.put(path, SECRET)
        self.put("loa.yml", "title: Trang thử\nlanguages: [vi]\n")
        self.put("content/vi.md", "---\ntitle: Trang đầu\n---\nLời chào.\n")
        self.put("content/bai/vi.md", "---\ntitle: Bài viết\nentries: article\n---\n")
        self.put("content/bai/a/vi.md", "---\ntitle: Bài một\nsummary: Tóm tắt.\n---\nCâu đầu.\n")
        (self.folder / "static").mkdir()
        self.sound = bytes(n // 7 % 251 for n in range(300_000))
        (self.folder / "static/am-thu.mp3").write_bytes(self.sound)

    def put(self, path, text):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text)


class Watch:
    """A running `loa watch`."""

    def __init__(self, site, *more):
        command = [LOA, "--site", str(site.folder), "watch", *more]
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = ""
        for line in self.child.stdout:
            self.said += line
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\S*", line)
            if found:
                self.address, self.port = found[0], int(found[1])
                return
        print(f"loa watch ended: {self.said}", file=sys.stderr)
        sys.exit(2)

    def connect(self, host="127.0.0.1"):
        return socket.create_connection((host, self.port), PATIENCE)

    def raw(self, words):
        """All that comes back after these bytes, until the other end closes."""
        global asked
        asked += 1
        said = b""
        with self.connect() as end:
            try:
                end.sendall(words if isinstance(words, bytes) else words.encode())
            except OSError:
                # Refused in the middle of the words; what was said before that is still there to be read.
                pass
            try:
                while piece := end.recv(65536):
                    said += piece
            except ConnectionResetError:
                pass
        must(SECRET.encode() not in said and b"root:" not in said, f"a secret came out after {words[:80]!r}")
        return said

    def ask(self, path="/", method="GET", host=None, more=""):
        host = f"localhost:{self.port}" if host is None else host
        said = self.raw(f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n")
        return status(said), said.partition(b"\r\n\r\n")[2], said

    def stop(self):
        begun = time.monotonic()
        self.child.send_signal(signal.SIGINT)
        code = self.child.wait(PATIENCE)
        return time.monotonic() - begun, code


def status(said):
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", said)
    return int(found[1]) if found else 0


def expect(got, wanted, words):
    must(got in wanted if isinstance(wanted, tuple) else got == wanted, f"{words}: {got}, not {wanted}")


def listens_here_alone(watch):
    """The sockets of this port that wait for somebody, by their address."""
    waiting = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not Path(table).exists():
            return
        for line in Path(table).read_text().splitlines()[1:]:
            address, state = line.split()[1], line.split()[3]
            ip, port = address.split(":")
            if state == "0A" and int(port, 16) == watch.port:
                waiting.add(ip)
    must(waiting == {"0100007F"}, f"it listens at {waiting}")


def hosts(watch):
    port = watch.port
    for host in ("evil", f"evil:{port}", "localhost", "127.0.0.1", f"localhost.evil:{port}", f"x@localhost:{port}", ""):
        expect(watch.ask(host=host)[0], (400, 403), f"Host: {host}")
    for host in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
        expect(watch.ask(host=host)[0], 200, f"Host: {host}")
    expect(watch.ask("http://evil/")[0], 403, "GET http://evil/")
    expect(watch.ask(f"http://localhost:{port}/", host="evil")[0], 403, "an address of ours, a Host that is not")
    for origin in ("http://evil", "null", "http://localhost:1", f"https://localhost:{port}"):
        expect(watch.ask(more=f"Origin: {origin}\r\n")[0], 403, f"Origin: {origin}")
    expect(watch.ask(more="Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n")[0], 403, "a foreign script")
    said = watch.ask()[2].lower()
    must(b"access-control" not in said, "another site is let in")


def paths(watch):
    for path in (
        "/../../etc/passwd", "/../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt",
        "/..%5csecret.txt", "/..\\secret.txt", "/%252e%252e%252fsecret.txt", "/secret.txt", "/public/secret.txt",
        "/content/bai/secret.txt", "/vi/bai/secret.txt", "/.loa/sources/secret.txt", "/loa.yml", "//etc/passwd",
        "/etc/passwd", "/%00", "/index.html%00", "/%c0%ae%c0%ae/secret.txt", "/a%0d%0aSet-Cookie:%20a=b", "/C:/x", "/con",
        "/_loa/../secret.txt", "/_loa/..%2fsecret.txt", "/_loa/%2e%2e/%2e%2e/etc/passwd", "/vi/../../secret.txt",
    ):
        expect(watch.ask(path)[0], (400, 404), path)


def words(watch):
    host = f"Host: localhost:{watch.port}"
    for request in (
        "GET /\r\n\r\n", "GET / HTTP/0.9\r\n\r\n", f"GET /\0 HTTP/1.1\r\n{host}\r\n\r\n", f"GET / HTTP/1.1\r\n {host}\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "\0" * 100, "\r\n\r\n\r\n" + "x" * 50 + "\r\n\r\n",
    ):
        expect(status(watch.raw(request)), (0, 400, 505), repr(request[:40]))
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"):
        code, _, said = watch.ask(method=method)
        expect(code, (400, 405), method)
        must(code != 405 or b"allow: GET, HEAD" in said, f"{method}: it does not say what is allowed")
    hidden = f"GET /am-thu.mp3 HTTP/1.1\r\n{host}\r\n\r\n"
    for head in (
        f"Content-Length: {len(hidden)}", "Transfer-Encoding: chunked", "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Content-Length: 0\r\nContent-Length: 5", "Transfer-Encoding: xchunked", "Content-Length: -1",
    ):
        said = watch.raw(f"GET / HTTP/1.1\r\n{host}\r\n{head}\r\n\r\n{hidden}")
        expect(status(said), (400, 413), head)
        must(said.count(b"HTTP/1.1 ") == 1, f"{head}: something was smuggled")
    many = "".join(f"GET /robots.txt HTTP/1.1\r\n{host}\r\n{'Connection: close' if n == 99 else 'A: b'}\r\n\r\n" for n in range(100))
    must(watch.raw(many).count(b"HTTP/1.1 ") == 100, "a hundred requests in one breath are not answered")
    expect(status(watch.raw(f"GET / HTTP/1.1\r\n{host}\r\nA: {'a' * 1024 * 1024}\r\n\r\n")), (0, 431), "1 MiB of header")


def parts(watch, sound):
    end = len(sound)
    for asked_for, part in (("0-0", sound[:1]), ("1000-99999", sound[1000:100_000]), ("-5", sound[-5:]), (f"{end - 3}-", sound[-3:])):
        code, body, _ = watch.ask("/am-thu.mp3", more=f"Range: bytes={asked_for}\r\n")
        must(code == 206 and body == part, f"Range: bytes={asked_for}: {code}, {len(body)} bytes")
    expect(watch.ask("/am-thu.mp3", more=f"Range: bytes={end}-\r\n")[0], 416, "behind the end")
    code, body, _ = watch.ask("/am-thu.mp3", more="Range: bytes=0-1,4-5\r\n")
    must(code == 200 and body == sound, "two ranges are not answered by the whole")


def crowd(watch):
    """A thousand say nothing, or nearly nothing, while an editor goes on working in the same page and in a new one."""
    slowest = 0.0
    silent = []
    for n in range(1000):
        end = watch.connect()
        if n % 2:
            end.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nA: ")
        silent.append(end)
        if n % 50 == 49:
            begun = time.monotonic()
            expect(watch.ask("/vi/bai/a/index.html")[0], 200, f"with {n + 1} idle")
            slowest = max(slowest, time.monotonic() - begun)
    for end in silent:
        end.close()
    must(slowest < SOON, f"an editor waited {slowest:.2f} s")
    return slowest


def slow(watch):
    """One who sends a byte a second is sent away after ten of them, and so is one who asks nothing more."""
    idle = watch.connect()
    idle.sendall(f"GET /robots.txt HTTP/1.1\r\nHost: localhost:{watch.port}\r\n\r\n".encode())
    must(status(idle.recv(65536)) == 200, "a connection that is kept is not answered")
    begun = time.monotonic()
    with watch.connect() as end:
        end.settimeout(1)
        for letter in b"GET / HTTP/1.1\r\nHost: localhost":
            try:
                end.sendall(bytes([letter]))
                if end.recv(100) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
    took = time.monotonic() - begun
    must(8 < took < 15, f"a slow header is endured for {took:.1f} s")
    idle.settimeout(5)
    try:
        while idle.recv(65536):
            pass
    except OSError as error:
        must(not isinstance(error, TimeoutError), "a connection that asks nothing is kept")
    idle.close()


def ends(site, watch):
    """Ctrl-C with streams, half requests and files on their way."""
    key = re.search(rb'"events":"([^"]+)"', watch.ask("/_loa/xem.json")[1])[1].decode()
    open_ends = [watch.connect() for _ in range(30)]
    for n, end in enumerate(open_ends):
        path = (key, "/am-thu.mp3", "/vi/index.html")[n % 3]
        end.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost:{watch.port}\r\n{'' if n % 5 else chr(13) + chr(10)}".encode())
    before = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    took, code = watch.stop()
    must(took < 0.3, f"Ctrl-C takes {took:.2f} s")
    must(code == 0, f"Ctrl-C ends with {code}")
    must(before == {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}, "a file was changed")
    for end in open_ends:
        end.close()


def network(site):
    """With --lan nothing comes out without the token, whoever asks."""
    watch = Watch(site, "--port", "0", "--lan")
    token = watch.address.partition("?loa=")[2]
    must(len(token) >= 16, "no token is printed")
    for path in ("/", "/vi/index.html", "/_loa/", "/_loa/xem.js", "/am-thu.mp3", f"/?loa={token[:-1]}", "/?loa="):
        expect(watch.ask(path)[0], 403, f"{path} without a token")
    code, _, said = watch.ask(f"/?loa={token}")
    expect(code, 302, "the address with the token")
    cookie = re.search(rb"set-cookie: ([^;]+);", said)
    must(cookie is not None, "no cookie is given")
    expect(watch.ask(more=f"Cookie: {cookie[1].decode() if cookie else ''}\r\n")[0], 200, "the cookie")
    expect(watch.ask(host="evil", more=f"Cookie: {cookie[1].decode() if cookie else ''}\r\n")[0], 403, "the cookie, another Host")
    watch.stop()


def main():
    with tempfile.TemporaryDirectory(prefix="loa-sockets-") as folder:
        site = Site(folder)
        watch = Watch(site, "--port", "0")
        try:
            # The first step is there as soon as somebody is answered.
            expect(watch.ask()[0], 200, "the first page")
            listens_here_alone(watch)
            hosts(watch)
            paths(watch)
            words(watch)
            parts(watch, site.sound)
            slowest = crowd(watch)
            slow(watch)
            with socket.create_server(("127.0.0.1", 0)) as taken:
                other = Watch(site, "--port", str(taken.getsockname()[1]))
                must(other.port > taken.getsockname()[1], "a taken port does not move up")
                other.stop()
            expect(watch.ask("/vi/bai/a/index.html")[0], 200, "after all that")
            ends(site, watch)
        finally:
            if watch.child.poll() is None:
                watch.child.kill()
        network(site)
    print(f"raw_sockets.py: {asked} requests, {len(faults)} faults, the slowest answer among 1,000 idle: {slowest * 1000:.0f} ms")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
