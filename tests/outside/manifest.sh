#!/usr/bin/env bash
# The list that travels with a tree: checksum tools read it, it names every file once, and every name may lie on any disk.
#
#   tests/outside/manifest.sh TREE
set -euo pipefail
source "$(dirname "$0")/lib.sh"
tree=${1:?usage: manifest.sh TREE}
cd "$tree"
[[ -f MANIFEST.sha256 ]] || { fault "there is no MANIFEST.sha256"; checked=1; finish; }

good "the first line is not '# loa manifest 1'" test "$(head -n 1 MANIFEST.sha256)" = '# loa manifest 1'
good "a checksum is wrong: $(sha256sum -c --quiet MANIFEST.sha256 2>&1 | head -n 5 | tr '\n' ' ')" \
  sha256sum -c --status MANIFEST.sha256 2>/dev/null
sed '/^#/d; s/^[0-9a-f]\{64\}  //' MANIFEST.sha256 >"$work/listed"
find . -type f ! -path ./MANIFEST.sha256 -printf '%P\n' | LC_ALL=C sort >"$work/there"
good "not listed, or listed and not there: $(diff "$work/there" "$work/listed" | head -n 5 | tr '\n' ' ')" \
  cmp -s "$work/there" <(LC_ALL=C sort "$work/listed")
good "the list is not sorted" cmp -s "$work/listed" <(LC_ALL=C sort "$work/listed")

# Names that Windows, IIS, FAT and old portals accept: the contract of DESIGN.md section 4, point 3.
while IFS= read -r name; do
  checked=$((checked + 1))
  [[ $name =~ ^[a-z0-9.-]+(/[a-z0-9.-]+)*$ ]] || fault "letters in the name: $name"
  ((${#name} <= 150)) || fault "a path of ${#name} letters: $name"
  IFS=/ read -ra parts <<<"$name"
  for part in "${parts[@]}"; do
    ((${#part} <= 60)) || fault "a part of ${#part} letters: $name"
    [[ $part != .* && $part != *. ]] || fault "a dot at the edge: $name"
    case ${part%%.*} in
      con | prn | aux | nul | com[0-9] | lpt[0-9]) fault "a device of Windows: $name" ;;
    esac
    case $part in
      bin | app_code | app_data | app_globalresources | app_localresources | app_webreferences | app_browsers | web.config)
        fault "a name that IIS hides: $name" ;;
    esac
  done
done <"$work/there"
good "two names differ in capitals only: $(sort -f "$work/there" | uniq -di | head -n 3)" test -z "$(sort -f "$work/there" | uniq -di)"
good "a link or a device in the tree" test -z "$(find . ! -type f ! -type d -print -quit)"
finish
