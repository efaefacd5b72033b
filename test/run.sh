#!/usr/bin/env bash
# The whole check: types, lint, tests. Stops at the first that fails; the last line counts the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"

# Pages are looked at in a real browser, with Chinese glyphs.
if [ ! -x /usr/bin/chromium ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo '── installing chromium and fonts-noto-cjk for the browser tests'
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; } >/dev/null ||
      echo 'could not install chromium: the browser tests will be skipped' >&2
  else
    echo 'no /usr/bin/chromium: the browser tests will be skipped (apt-get install chromium fonts-noto-cjk)' >&2
  fi
fi

step() {
  echo "── $1"
  shift
  "$@"
}

step 'types' tsc --noEmit
step 'lint: eslint' eslint .
step 'lint: format' prettier --check --log-level warn .
step 'lint: layers' depcruise models scenarios sim report test --config .dependency-cruiser.cjs
step 'tests' vitest run
