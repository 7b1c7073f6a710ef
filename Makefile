# Everything that is done with this project by command. Works with GNU Make 3.81, the one that macOS has.

VENV = .venv
PORT ?= 8000

# The interpreters to try, best first. To choose one: make serve PYTHON=/path/to/python3
PYTHON ?= python3.14 python3.13 python3.12 python3.11 python3

UV ?= uv

# Material for MkDocs prints a page-long warning about MkDocs 2 at every build. The locks hold MkDocs at 1.6.1.
export NO_MKDOCS_2_WARNING = 1

.PHONY: help serve build deployable bundle audit check register test lock clean
.DELETE_ON_ERROR:

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

serve: $(VENV)/installed  ## the site at http://127.0.0.1:8000, remade as you edit (PORT=8001 for another port)
	$(VENV)/bin/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/installed  ## the site as files, in site/; a warning is an error
	$(VENV)/bin/python -m mkdocs build --strict --clean --site-dir site

deployable: build  ## the site with gzip and Brotli beside each text, for nginx and Caddy (SITE_URL=https://…/)
	$(VENV)/bin/python deploy/precompress.py site

bundle: build  ## the site as one zip file with SHA256SUMS, the same to the byte for the same texts and SITE_URL
	$(VENV)/bin/python deploy/bundle.py site central-asia-archive.zip

audit: build  ## what validators and Lighthouse say of the site (needs Node 20 and Java 11; fetches them from npm)
	CHROMIUM="$$(cat $(VENV)/browser 2>/dev/null)" sh deploy/audit.sh $(VENV)/bin/python site

check: $(VENV)/installed  ## how each seed is read, and what is odd in it (SEED=004 for those so named)
	$(VENV)/bin/python hooks/check.py $(SEED)

register: $(VENV)/installed  ## record in seeds/register/ the ids and addresses of what is about to be published
	$(VENV)/bin/python hooks/register.py seeds

test: $(VENV)/installed-for-tests $(VENV)/browser  ## style, types, and all tests, in a real browser too
	$(VENV)/bin/python -m ruff check
	$(VENV)/bin/python -m ruff format --check
	$(VENV)/bin/python -m mypy
	CHROMIUM="$$(cat $(VENV)/browser)" $(VENV)/bin/python -m pytest

# Keeps every version that still fits. To take newer ones, change requirements*.in and delete the lock first.
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11.5 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

lock:  ## write requirements*.lock anew from requirements*.in (needs uv)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	$(LOCK) requirements.in --output-file requirements.lock
	$(LOCK) requirements-test.in --output-file requirements-test.lock

clean:  ## remove all that these commands have made
	rm -rf site central-asia-archive.zip .audit $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +


# The environment. Its pip is the chosen interpreter's own: Debian's python3 cannot put one in without python3-venv.

INSTALL = "$$(cat $(VENV)/python)" -m pip --python $(VENV)/bin/python install \
	--quiet --disable-pip-version-check --require-hashes --requirement

$(VENV)/installed: requirements.lock $(VENV)/python
	$(INSTALL) requirements.lock
	@touch $@

$(VENV)/installed-for-tests: requirements-test.lock $(VENV)/python
	$(INSTALL) requirements-test.lock
	@touch $(VENV)/installed $@

$(VENV)/browser: tests/browser.sh $(VENV)/installed-for-tests
	@sh tests/browser.sh $(VENV)/bin/python $@

# Asked of an interpreter: prints its path if it will do; otherwise prints why not, and fails.
SUITS = import sys; from importlib.util import find_spec; \
	version = "{}.{}.{}".format(*sys.version_info); \
	problem = version + ", too old" if sys.version_info < (3, 11, 5) else \
		version + ", without pip" if not find_spec("pip") else None; \
	print(problem or sys.executable); \
	sys.exit(bool(problem))

# Holds the path of the interpreter that the environment was made with.
$(VENV)/python:
	@tried=; \
	for name in $(PYTHON); do \
		command -v "$$name" >/dev/null || continue; \
		if answer=$$("$$name" -c '$(SUITS)' 2>/dev/null); then \
			echo "Making $(VENV) with $$answer, $$("$$answer" --version)"; \
			"$$answer" -m venv --clear --without-pip $(VENV) && echo "$$answer" >$@; \
			exit; \
		fi; \
		tried="$$tried  $$name: $${answer:-does not run};"; \
	done; \
	echo "This needs Python 3.11.5 or newer, with pip: pymdown-extensions 13.1, which the site is built" >&2; \
	echo "with, runs on nothing older. (Debian 12 has 3.11.2, macOS has 3.9; Debian 13 is new enough.)" >&2; \
	echo "Found here:$${tried:-  no Python at all}" >&2; \
	echo "Install a newer one, or name one:  make $(or $(MAKECMDGOALS),serve) PYTHON=/path/to/python3" >&2; \
	exit 1
