#!/usr/bin/env bash
# Input that nobody should have, and somebody will: `check` and `build` end soon, name the file, say why in words, end with the
# right number, and publish nothing of it. Never a panic.
#
#   tests/outside/bad_input.sh
set -euo pipefail
source "$(dirname "$0")/lib.sh"
need_loa
# Seconds and bytes of address space a call may take. Good sites of this size take hundredths of the first.
LIMIT=20
MEMORY=$((2 << 30))
chmod 755 "$work"
cp "$LOA" "$work/loa" && chmod 755 "$work/loa"
program=$work/loa
run_as=()

# A site of its own for each case; the case is then told in the folder of that site.
start() {
  name=$1
  cd "$work"
  rm -rf "$work/site" 2>/dev/null || { chmod -R u+rwX "$work/site" && rm -rf "$work/site"; }
  small_site "$work/site" 2
  cd "$work/site"
  mkdir -p content/bai/xau
  printf -- '---\ntitle: Bài xấu\nsummary: Lời tóm tắt.\ndate: 2026-07-30\n---\n' >content/bai/xau/vi.md
}

call() {
  local status=0
  timeout -k 2 "$LIMIT" prlimit --as="$MEMORY" "${run_as[@]}" "$program" "$@" >"$work/out" 2>"$work/err" || status=$?
  echo "$status"
}

# expect EXIT WORDS...: both commands end with EXIT (a pattern), and what `check` says holds each of WORDS (patterns).
expect() {
  local wanted=$1 status words
  shift
  for command in 'check --format json' build; do
    checked=$((checked + 1))
    # shellcheck disable=SC2086  # two words where there are two
    status=$(call $command --today "$TODAY")
    if [[ $status == 124 || $status == 137 ]]; then
      fault "$name: $command: not done after $LIMIT s"
    elif ! [[ $status =~ ^($wanted)$ ]]; then
      fault "$name: $command: ended with $status, not $wanted: $(one_line "$work/out") $(one_line "$work/err")"
    fi
    if grep -aqE 'panicked at|RUST_BACKTRACE|stack overflow|memory allocation|Os \{|ParseError|Utf8Error' "$work/out" "$work/err"; then
      fault "$name: $command: a program's words, not a reader's: $(grep -ahE 'panicked|overflow|Os \{|Error' "$work/out" "$work/err" | head -n 2)"
    fi
    # The machine form is compared; the human form is for reading, and only has to be there.
    for words in "$@"; do
      [[ $command == build ]] || grep -aqE -- "$words" "$work/out" "$work/err" || fault "$name: nothing said of '$words': $(one_line "$work/out") $(one_line "$work/err")"
    done
    [[ $command != build || $status == 0 || -s $work/err || -s $work/out ]] || fault "$name: build: said nothing"
    # A build with errors publishes nothing.
    [[ $status == 0 ]] || [[ ! -e public ]] || fault "$name: $command: left public/ behind"
  done
  if [[ -e public ]] && find public -type f ! -name MANIFEST.sha256 -printf '%f\n' | grep -qvE '^[a-z0-9.-]{1,60}$'; then
    fault "$name: published under a name that not every disk takes"
  fi
  if grep -rqs CHIM-HOANG-YEN public; then fault "$name: published what lies outside the site"; fi
  rm -rf public
}

start 'the sound site that all cases start from'
expect 0 '"errors":0'

# Things that are no files.
start 'a pipe for a page';          rm content/bai/xau/vi.md; mkfifo content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'a pipe for a picture';       mkfifo content/bai/xau/anh.jpg; expect 1 'bai/xau/anh\.jpg'
start 'a pipe for loa.yml';         rm loa.yml; mkfifo loa.yml; expect '[123]' 'loa\.yml'
start 'a folder for loa.yml';       rm loa.yml; mkdir loa.yml; expect '[123]' 'loa\.yml'
start 'a folder for a page';        rm content/bai/xau/vi.md; mkdir content/bai/xau/vi.md; expect 1 'bai/xau'
start 'a file for content';         rm -r content; echo x >content; expect '[12]' 'content'
start 'no content';                 rm -r content; expect '[12]' 'content'
start 'no loa.yml';                 rm loa.yml; expect '[12]' 'loa\.yml'

# Links out of the site, and round in it.
echo CHIM-HOANG-YEN >"$work/secret"
mkdir -p "$work/elsewhere" && printf -- '---\ntitle: CHIM-HOANG-YEN\n---\n' >"$work/elsewhere/vi.md"
start 'a link to a file';           ln -s "$work/secret" content/bai/xau/tep.txt; expect 1 'xau/tep\.txt'
start 'a link for a page';          ln -sf "$work/elsewhere/vi.md" content/bai/xau/vi.md; expect 1 'xau/vi\.md'
start 'a link to a folder';         ln -s "$work/elsewhere" content/bai/ngoai; expect 1 'bai/ngoai'
start 'a link for content';         mv content "$work/site/that"; ln -s that content; expect '[12]' 'content'
start 'a link to itself';           ln -s vong content/bai/vong; expect 1 'bai/vong'
start 'a link to its own folder';   ln -s . content/bai/vong; expect 1 'bai/vong'
start 'two links round';            ln -s b content/bai/a; ln -s a content/bai/b; expect 1 'bai/a'
start 'a link to nothing';          ln -s khong-co content/bai/xau/anh.jpg; expect 1 'xau/anh\.jpg'
start 'a link in static';           mkdir static; ln -s "$work/secret" static/tep.txt; expect 1 'static/tep\.txt'
start 'a link in the theme';        mkdir -p themes/default; ln -s "$work/elsewhere" themes/default/templates; expect '[12]' 'themes'

# Names.
start 'a name that is no UTF-8';    echo x >"content/bai/xau/b"$'\xff'".jpg"; expect 1 'b\\\\xff\.jpg'
start 'a folder that is no UTF-8';  mkdir "content/bai/"$'\xfe\xff'; expect 1 'bai/\\\\xfe'
start 'a folder name in NFD';       mkdir "content/bai/tre"$'\xcc\x89'; cp content/bai/b-1/vi.md "content/bai/tre"$'\xcc\x89/'; expect 1 'content/bai/tr'
start 'NFC and NFD side by side';   echo x >"content/bai/xau/tr"$'\xe1\xba\xbb'".pdf"; echo y >"content/bai/xau/tre"$'\xcc\x89'".pdf"; expect 1 'xau/tr'
start 'twins in capitals';          mkdir static; echo x >static/Anh.pdf; echo y >static/anh.pdf; expect 1 '[Aa]nh\.pdf'
start 'a name of 255 bytes';        long=$(printf 'a%.0s' {1..251}).pdf; echo x >"content/bai/xau/$long"; echo "[tệp]($long)" >>content/bai/xau/vi.md; expect '[01]'
start 'a folder of 255 bytes';      mkdir "content/bai/$(printf 'a%.0s' {1..255})"; cp content/bai/b-1/vi.md content/bai/aaa*/; expect 1 'aaaa'
start 'a device of Windows';        mkdir content/bai/con; cp content/bai/b-1/vi.md content/bai/con/; expect 1 'bai/con'
start 'a colon and a last dot';     echo x >'content/bai/xau/a:b.pdf'; echo x >'content/bai/xau/cuoi.'; expect 1 'a:b' 'cuoi\.'
start 'a line break in a name';     echo x >"content/bai/xau/a"$'\n'"b.pdf"; expect 1 'xau/a'
start 'a reserved name';            mkdir content/a-z; cp content/bai/vi.md content/a-z/; expect 1 'a-z'
start 'two hundred folders deep'
deep=content/bai
for ((level = 0; level < 200; level++)); do deep+=/x; done
mkdir -p "$deep"; cp content/bai/b-1/vi.md "$deep/"; expect '[01]'

# Sizes.
start 'nine mebibytes';             head -c $((9 << 20)) /dev/zero | tr '\0' 'a' >>content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'a sparse page of 5 GB';      truncate -s 5G content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'a sparse loa.yml of 5 GB';   truncate -s 5G loa.yml; expect '[12]' 'loa\.yml'
start 'a line of seven mebibytes';  head -c $((7 << 20)) /dev/zero | tr '\0' 'a' >>content/bai/xau/vi.md; expect '[01]'
start 'five thousand files';        for ((n = 0; n < 5000; n++)); do echo x >"content/bai/xau/t-$n.pdf"; done; expect '[01]'

# Bytes.
start 'NUL in the text';            printf 'a\0b\n' >>content/bai/xau/vi.md; expect '[01]'
start 'NUL in the head';            printf -- '---\ntitle: a\0b\n---\n' >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'UTF-16';                     iconv -t UTF-16 content/bai/b-1/vi.md >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'Windows-1258';               printf -- '---\ntitle: C\xe2\xec\nsummary: x\n---\n\xd0\xf4 \xfd\n' >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'a program named page';       head -c 200000 "$LOA" >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'an empty page';              : >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'three hyphens and no more';  printf -- '---' >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'BOM and CRLF are fine';      printf '\xef\xbb\xbf---\r\ntitle: Bài\r\nsummary: Lời.\r\ndate: 2026-07-30\r\n---\r\nLời.\r\n' >content/bai/xau/vi.md; expect 0
start 'a picture of noise';         head -c 5000 /dev/urandom >content/bai/xau/anh.jpg; printf '![Ảnh](anh.jpg)\n' >>content/bai/xau/vi.md; expect '[01]'
start 'a picture cut short';        printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0' >content/bai/xau/anh.png; printf '![Ảnh](anh.png)\n' >>content/bai/xau/vi.md; expect 1 'xau/(anh\.png|vi\.md)'
start 'a picture of 60,000 by 60,000'
printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0\xc3\x0f\x4e\x8c\0\0\0\0IEND\xaeB\x60\x82' >content/bai/xau/anh.png
printf '![Ảnh](anh.png)\n' >>content/bai/xau/vi.md; expect 1 'xau/(anh\.png|vi\.md)'

# Bombs.
start 'a billion laughs'
{ printf -- '---\na: &a [x,x,x,x,x,x,x,x,x]\n'; for pair in ab bc cd de ef fg gh hi; do
  printf '%s: &%s [%s]\n' "${pair:1}" "${pair:1}" "$(printf "*${pair:0:1},%.0s" {1..9})"; done
  printf 'title: *i\n---\n'; } >content/bai/xau/vi.md
expect 1 'bai/xau/vi\.md'
many() { head -c "$2" /dev/zero | sed "s/\x00/$1/g"; }
start 'brackets in the head';       { printf -- '---\ntitle: '; many '[' 200000; printf '\n---\n'; } >content/bai/xau/vi.md; expect 1 'bai/xau/vi\.md'
start 'brackets in loa.yml';        { printf 'title: '; many '[' 200000; } >loa.yml; expect '[12]' 'loa\.yml'
start 'brackets in the text';       many '[' 300000 >>content/bai/xau/vi.md; expect '[01]'
start 'stars in the text';          many '*a ' 100000 >>content/bai/xau/vi.md; expect '[01]'
start 'quotations in quotations';   many '> ' 50000 >>content/bai/xau/vi.md; echo x >>content/bai/xau/vi.md; expect '[01]'
start 'lists in lists';             many '- ' 50000 >>content/bai/xau/vi.md; echo x >>content/bai/xau/vi.md; expect '[01]'
start 'a wide table';               { many 'a|' 30000; echo; many '-|' 30000; echo; for ((n = 0; n < 50; n++)); do echo 'x|'; done; } >>content/bai/xau/vi.md; expect '[01]'
start 'footnotes by the line';      many '[^a\n' 20000 >>content/bai/xau/vi.md; expect '[01]'
start 'references to each other';   for ((n = 0; n < 5000; n++)); do printf '[a%d]: /%d "%s"\n' $n $n x; printf '[a%d][a%d]\n' $n $n; done >>content/bai/xau/vi.md; expect '[01]'
start 'fifty thousand headings';    many '# a\n\n' 50000 >>content/bai/xau/vi.md; expect '[01]'
start 'a message that is itself';   mkdir -p i18n/vi; printf 'skip = { skip }\n' >i18n/vi/site.ftl; expect '[012]'
start 'a message that grows';       mkdir -p i18n/vi; { echo 'a0 = xxxxxxxxxx'; for ((n = 1; n < 12; n++)); do printf "a$n = %s\n" "$(printf "{ a$((n - 1)) }%.0s" {1..10})"; done; echo 'skip = { a11 }'; } >i18n/vi/site.ftl; expect '[012]'
start 'a template of itself';       mkdir -p themes/default/templates; printf '{%% include "article.html" %%}' >themes/default/templates/article.html; expect '[12]' 'article\.html'
start 'a template without end';     mkdir -p themes/default/templates; printf '{%% for a in range(end=100000) %%}{%% for b in range(end=100000) %%}x{%% endfor %%}{%% endfor %%}' >themes/default/templates/article.html; expect '[12]' 'article\.html'

# Another user's files, which root cannot stand for: it reads everything.
if ((EUID == 0)) && command -v setpriv >/dev/null; then
  run_as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  chmod 755 "$work"
  start 'a page that may not be read';   chmod 000 content/bai/xau/vi.md; chown 65534 . ; expect 3 'bai/xau/vi\.md'
  start 'a folder that may not be read'; chmod 000 content/bai/xau; chown 65534 .; expect 3 'bai/xau'
  start 'a folder that may not be entered'; chmod 444 content/bai; chown 65534 .; expect 3 'content/bai'
  start 'a site that may not be written'; chmod 755 .; name+=' (build)'
  checked=$((checked + 1))
  status=$(call build --today "$TODAY")
  [[ $status == 3 ]] || fault "$name: ended with $status, not 3: $(one_line "$work/err")"
  grep -q "public\|\.loa\|site" "$work/err" "$work/out" || fault "$name: no path named: $(one_line "$work/err")"
  run_as=()
else
  echo "bad_input.sh: not root: the cases of another user's files were not run"
fi
cd "$work"
finish
