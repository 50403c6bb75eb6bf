# shellcheck shell=bash
# Sourced by the commands beside it: goes to the project's root and puts the project's own node first, where there is one or set-up is
# about to install one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/.cache/node/node_modules/.bin:$PATH"
export NODE_PATH=/usr/share/nodejs # Emscripten asks node for Debian's modules
# What one checkout compiled serves the next, wherever it lies.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
jobs=$(nproc)
export jobs

say() { printf '%s\n' "$*"; }

# quietly NAME COMMAND…: the output goes to build/logs/NAME.log and is shown only when the command fails.
quietly() {
  local log=build/logs/$1.log
  mkdir -p build/logs
  shift
  "$@" >"$log" 2>&1 || {
    local status=$?
    tail -n 40 "$log"
    say "failed (status $status): $*; whole log in $log"
    return "$status"
  }
}

# newer TARGET PATH…: true where TARGET is missing or something under the paths changed after it.
newer() {
  local target=$1
  shift
  [ ! -e "$target" ] || [ -n "$(find "$@" -newer "$target" -not -path '*/node_modules/*' -print -quit 2>/dev/null)" ]
}
