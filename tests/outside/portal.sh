#!/usr/bin/env bash
# The page for the administrator of a portal, tried: nginx with the block that it holds, and Chromium in front of it.
#
#   tests/outside/portal.sh
#
# The site, with a recording and with everything for portals, lies below /a/b/. Once as the page says, once with a host that
# knows neither fonts nor JSON and sets nothing. nginx runs as whoever runs this, on 127.0.0.1, and ends with it.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need nginx; need curl; need node; need python3
need_loa
nginx=
end_nginx() {
  [[ -z $nginx ]] || { kill "$nginx" && wait "$nginx" || true; } 2>/dev/null
  nginx=
}
trap 'end_nginx; clean_up' EXIT

site=$work/site folder=$work/portal/a-b
mkdir -p "$site" "$work/portal"
cp -r "$root"/{content,i18n,themes,loa.yml} "$site"
printf '\noutputs: [pages, search, feeds, sitemap, fragments, json_feed]\n' >>"$site/loa.yml"
entry=$site/content/bai-viet/dau-hieu-nhan-biet
# Silence: frames of MPEG 1, layer III, 32 kbit/s at 44.1 kHz.
python3 - "$entry/vi.mp3" <<'PY'
import pathlib, sys
pathlib.Path(sys.argv[1]).write_bytes((bytes([0xFF, 0xFB, 0x10, 0xC4]) + bytes(100)) * 400)
PY
sed -i '0,/^title:/s//audio: {file: vi.mp3, minutes: 1}\ntitle:/' "$entry/vi.md"
"$LOA" --site "$site" build --out "$folder" --base-url "https://phongchong.example/a/b/" --today "$TODAY" >"$work/built" 2>&1 ||
  { cat "$work/built" >&2; exit 2; }
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
base=http://127.0.0.1:$port/a/b/

# The block as the built page shows it: what an administrator copies.
python3 - "$folder/vi/quan-tri-cong/index.html" >"$work/block" <<'PY'
import html, pathlib, re, sys
codes = re.findall(r"<pre><code>(.*?)</code></pre>", pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), re.S)
print(next(html.unescape(code) for code in codes if code.startswith("server {")))
PY

# start BLOCK: nginx with this block, and nothing of the machine's own.
start() {
  cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  $(cat "$1")
}
CONF
  # What the workers may read when root starts them.
  chmod 755 "$work"
  nginx -p "$work" -e "$work/nginx.log" -c "$work/nginx.conf" >"$work/nginx.out" 2>&1 &
  nginx=$!
  for _ in $(seq 100); do
    curl -sf -o "$work/first" "${base}index.html" && return 0
    kill -0 "$nginx" 2>/dev/null || break
    sleep 0.1
  done
  echo "$proof: nginx does not answer: $(one_line "$work/nginx.log") $(one_line "$work/nginx.out")" >&2
  exit 2
}

# has FILE LINE: the answer for a file has this line in its head (any capitals), asked for as browsers do.
has() {
  curl -sS -H 'Accept-Encoding: gzip' -D "$work/head" -o "$work/body" "$base$1"
  tr -d '\r' <"$work/head" | grep -qixF "$2"
}
lacks() {
  curl -sS -D "$work/head" -o "$work/body" "$base$1"
  ! grep -qi "^$2:" "$work/head"
}
answers() { [[ $(curl -sS -o "$work/body" -w '%{http_code}' "$base$1") == "$2" ]]; }
is_range() {
  [[ $(curl -sS -r 100-299 -o "$work/part" -w '%{http_code}' "$base$1") == 206 ]] && cmp -s "$work/part" <(tail -c +101 "$folder/$1" | head -c 200)
}
in_chromium() { node "$root/tests/browser/portal.mjs" "$base" "$@" >"$work/said" 2>&1 || { sed 's/^/      /' "$work/said" | head -n 20; return 1; }; }

sound=$(cd "$folder" && find vi -name '*.mp3' | head -n 1)
event=$(cd "$folder" && find vi -name 'lich.ics' | head -n 1)
font=$(cd "$folder" && find assets/fonts -name '*.woff2' | head -n 1)
[[ -n $sound && -n $event && -n $font ]] || { echo "$proof: the site lacks a recording, an event or a font" >&2; exit 2; }

cp /etc/nginx/mime.types "$work/mime.types"
sed "s#listen 80;#listen 127.0.0.1:$port;#; s#/srv/phong-chong/#$folder/#; s#/phong-chong/#/a/b/#g" "$work/block" >"$work/asked"
good 'the block names other places than the page says' grep -q "alias $folder/;" "$work/asked"
start "$work/asked"
policy="default-src 'self'; frame-ancestors 'self'"
for name in index.html vi/index.html km/index.html assets/site.css "$sound" "$event"; do
  good "$name: no policy" has "$name" "Content-Security-Policy: $policy"
  good "$name: no nosniff" has "$name" 'X-Content-Type-Options: nosniff'
  good "$name: no referrer policy" has "$name" 'Referrer-Policy: no-referrer'
done
good 'a page is kept' has vi/index.html 'Cache-Control: no-cache'
good 'a style is kept' has assets/site.css 'Cache-Control: no-cache'
good 'sound is not kept' has "$sound" 'Cache-Control: public, max-age=31536000, immutable'
for name in vi/index.html assets/site.css assets/search.js vi/feed.xml vi/feed.json "$event"; do
  good "$name: not packed" has "$name" 'Content-Encoding: gzip'
done
good 'a page has another charset' has vi/index.html 'Content-Type: text/html; charset=utf-8'
good 'an event has another type' has "$event" 'Content-Type: text/calendar'
good 'a font has another type' has "$font" 'Content-Type: font/woff2'
good 'a wrong address is found' answers vi/khong-co/o-day.html 404
good 'a wrong address shows another page' cmp -s "$work/body" "$folder/404.html"
good 'a part of a sound is not given' is_range "$sound"
good 'the manifest does not hold' bash -c 'cd "$1" && tail -n +2 MANIFEST.sha256 | sha256sum --check --quiet' _ "$folder"
good 'in Chromium' in_chromium "$sound"
end_nginx

# A host that nobody may configure, and that has heard of neither fonts nor JSON.
sed -i '/woff2\|json/d' "$work/mime.types"
cat >"$work/bare" <<CONF
server { listen 127.0.0.1:$port; include mime.types; location /a/b/ { alias $folder/; } }
CONF
start "$work/bare"
good 'the bare host sets a policy' lacks vi/index.html Content-Security-Policy
good 'the bare host knows fonts' has "$font" 'Content-Type: text/plain'
good 'a part of a sound is not given by the bare host' is_range "$sound"
good 'in Chromium, on a bare host' in_chromium "$sound"
end_nginx
finish
