#!/bin/sh
# Audit: what the Nu validator, html-validate and Lighthouse say of a built site:  audit.sh PYTHON SITE
# They are fetched from npm into .audit/, at the versions named here.
set -eu
python=$1 site=$2

for program in node npm java; do
    command -v "$program" >/dev/null || { echo "make audit needs $program: Node 20 or newer, Java 11 or newer" >&2; exit 1; }
done

mkdir -p .audit
[ -e .audit/package.json ] || echo '{"private": true}' >.audit/package.json
npm install --prefix .audit --no-audit --no-fund --loglevel=error \
    vnu-jar@26.9.27 html-validate@10.17.0 lighthouse@13.5.0

echo "Nu validator, every page:"
java -jar .audit/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html "$site" && echo "  0 errors"

echo "html-validate, every page:"
.audit/node_modules/.bin/html-validate --config deploy/htmlvalidate.json --formatter text "$site/**/*.html" &&
    echo "  0 errors"

echo "Lighthouse, as on a phone: performance, accessibility, best practices, search engines"
"$python" deploy/lighthouse.py "$site" .audit/node_modules/.bin/lighthouse
