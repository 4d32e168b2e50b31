# The one door to this project. Each target does all of its own set-up and is quick once that is done.

SHELL := /bin/sh
.SHELLFLAGS := -euc
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --no-input -qq --no-compile
REPORT ?= rehearsal-report
PARTICIPANTS ?= 200
SEED ?= 2025
TESTS ?= tests
export PYTHONUTF8 := 1
# Compiled modules are kept: the tests start many processes, and each would compile everything anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help demo install test readers check soak bench lock clean
help: ## Show this list
	@echo "Marathon. What make can do:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

demo: $(VENV)/.installed ## Rehearse the shipped marathon with 200 simulated people; report in rehearsal-report/
	@$(BIN)/marathon rehearse --participants $(PARTICIPANTS) --seed $(SEED) --report $(REPORT)

install: $(VENV)/.installed ## Install Marathon into .venv, to run it: .venv/bin/marathon

test: $(VENV)/.installed-dev readers ## Run every test (TESTS=path for some of them)
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(TESTS)

check: $(VENV)/.installed-dev ## Style, types (tests too) and the directions between the rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports

readers: .venv-node/.installed .venv-khal/.installed ## Install the calendar programs that the feeds are held against

soak: $(VENV)/.installed-dev ## Long rehearsals with faults, repeated
	@$(BIN)/python -m pytest -m soak $(TESTS)

bench: $(VENV)/.installed-dev ## Measure speed beside its ceilings; table here, figures in benchmarks.json
	@$(BIN)/python -m tests.benchmarks

LOCK := $(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet

lock: $(VENV)/.uv ## Pin every dependency anew, with hashes, from pyproject.toml
	@$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['build-system']['requires'], sep='\n')" \
		| $(LOCK) - --output-file requirements-build.lock
	@$(LOCK) pyproject.toml --output-file requirements.lock
	@$(LOCK) pyproject.toml --extra dev --output-file requirements-dev.lock

clean: ## Remove what make made
	@rm -rf $(VENV) .venv-node .venv-khal build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(REPORT)
	@find bot config sessions tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps below follow the lock files: install again only when one of them changed.
$(VENV)/bin/python:
	@python=$$(scripts/find-python) && echo "Making $(VENV) with $$python" && $$python -m venv $(VENV)

$(VENV)/.installed: requirements-build.lock requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Marathon needs into $(VENV) (once; a minute or so)"
	@$(PIP) --require-hashes -r requirements-build.lock -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing what its tests and checks need"
	@$(PIP) --require-hashes -r requirements-build.lock -r requirements-dev.lock
	@touch $@

# Without them (no npm, no network) their tests are skipped by name; in CI a skip is a failure.
.venv-node/.installed: tests/calendars/package.json
	@mkdir -p .venv-node && cp tests/calendars/package.json .venv-node/package.json
	@cd .venv-node && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null \
		&& touch .installed || echo "ical.js and node-ical could not be installed: their tests will be skipped"

.venv-khal/.installed: tests/calendars/requirements.lock | $(VENV)/bin/python
	@$(BIN)/python -m venv .venv-khal && .venv-khal/bin/python -m pip --disable-pip-version-check install --no-input \
		--quiet --require-hashes -r tests/calendars/requirements.lock && touch $@ \
		|| echo "khal and vdirsyncer could not be installed: their tests will be skipped"

$(VENV)/.uv: | $(VENV)/bin/python
	@$(PIP) 'uv>=0.9,<1'
	@touch $@
