#!/bin/sh
# Finds a browser for the tests, or installs one:  browser.sh PYTHON FILE
# Writes the path of its executable to FILE; an empty line there means the one that Playwright has fetched.
set -eu
python=$1 file=$2

say() { echo "browser: $*"; }

may_use_apt() { [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null; }

apt_install() {
    say "installing $* with apt-get"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

# Being there is not enough: Ubuntu's chromium-browser, for one, may be a mere pointer to a snap.
starts() {
    "$python" -c '
import sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1] or None, timeout=60_000)
    print("browser: Chromium", browser.version, sys.argv[1] or "from Playwright")
    browser.close()
' "$1"
}

find_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        path=$(command -v "$name") || continue
        if starts "$path" 2>/dev/null; then
            echo "$path" >"$file"
            return
        fi
        say "$path does not start"
    done
    return 1
}

fetch_browser() {
    say "fetching Playwright's own Chromium"
    if may_use_apt; then "$python" -m playwright install-deps chromium || true; fi
    "$python" -m playwright install chromium && starts "" && echo >"$file"
}

has_chinese_font() {
    [ "$(uname)" = Darwin ] || { command -v fc-list >/dev/null && fc-list :lang=zh | grep -q .; }
}

if ! has_chinese_font; then
    if may_use_apt; then apt_install fontconfig fonts-noto-cjk || true; fi
    has_chinese_font || say "no Chinese font here (Debian: fonts-noto-cjk); pages will show boxes for characters"
fi

find_browser && exit
if may_use_apt && apt_install chromium && find_browser; then exit; fi
fetch_browser && exit

say "no Chromium or Chrome could be started or installed, and the tests need one." >&2
say "Install it (Debian: apt-get install chromium; macOS: Google Chrome) and run make test again." >&2
exit 1
