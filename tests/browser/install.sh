#!/usr/bin/env bash
# Makes ready what the browser proofs need: Chromium, Java for the Nu checker, Node 18 or newer, and the programs that
# package-lock.json pins. What is there is left alone. No browser is downloaded by npm.
#
#   tests/browser/install.sh
#
# Missing Debian or Ubuntu packages are installed if this runs as root (or through sudo); else they are named.
set -euo pipefail
cd "$(dirname "$0")"

wanted=()
[[ -n ${CHROMIUM:-} ]] || command -v chromium chromium-browser google-chrome >/dev/null || wanted+=(chromium)
command -v java >/dev/null || wanted+=(default-jre-headless)
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)
command -v pdftoppm >/dev/null || wanted+=(poppler-utils)

# Mirrors and networks stumble: three tries, each a little later.
try() {
  local pause
  for pause in 5 20 0; do
    "$@" && return 0
    ((pause == 0)) || sleep "$pause"
  done
  return 1
}

if ((${#wanted[@]})); then
  as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "please install: ${wanted[*]}" >&2; exit 3; }
    as_root=(sudo)
  fi
  export DEBIAN_FRONTEND=noninteractive
  try "${as_root[@]}" apt-get update -qq
  try "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
fi

# `--ignore-scripts`: the packages are data and programs, none has to run while it is unpacked.
# `lighthouse` would fetch a browser of its own.
export PUPPETEER_SKIP_DOWNLOAD=1
try npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
