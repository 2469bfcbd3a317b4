#!/usr/bin/env bash
# The Nu Html Checker over a whole tree, with its styles and pictures: no error and no warning.
#
#   tests/outside/vnu.sh TREE
set -euo pipefail
source "$(dirname "$0")/lib.sh"
tree=${1:?usage: vnu.sh TREE}
need java
jar=$root/tests/browser/node_modules/vnu-jar/build/dist/vnu.jar
[[ -f $jar ]] || { echo "$proof: run tests/browser/install.sh first" >&2; exit 2; }
checked=$(find "$tree" -name '*.html' -o -name '*.css' -o -name '*.svg' | wc -l)

status=0
java -jar "$jar" --skip-non-html --also-check-css --also-check-svg --Werror --format gnu --stdout "$tree" >"$work/said" 2>"$work/broke" || status=$?
# It ends with 1 when it has something to say. Saying nothing with another end means that it did not look.
if ((status > 1)) || [[ ! -s $work/said && $status -ne 0 ]]; then
  echo "$proof: the checker ended with $status: $(one_line "$work/broke")" >&2
  exit 2
fi
while IFS= read -r line; do
  # It guesses the language of the words and looks at <html lang> alone. A page that nobody has translated stands in the
  # edition of its language and says on <body> what its words are in: where both agree, the guess proves us right.
  if [[ $line =~ ^\"file:(.*)\":[0-9.]+-[0-9.]+:.*'This document appears to be written in'.*'Consider using “lang="'([A-Za-z-]+)'"”' ]]; then
    page=${BASH_REMATCH[1]} guessed=${BASH_REMATCH[2]}
    grep -q "<body[^>]* lang=\"$guessed\"" "$page" && continue
  fi
  fault "${line#\"file:"$(realpath "$tree")"/}"
done <"$work/said"
finish
