# One place for every command. `make` alone lists them.
PYTHON ?= python3
PORT   ?= 8000
SCALE  ?= small
SOAK   ?= 1
TESTS  ?= tests

VENV    := .venv/bin
SOURCES := netralitas tests bench scripts examples piccolo_conf.py
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes \
           --no-header --no-annotate --quiet

.DEFAULT_GOAL := help
.PHONY: help setup setup-run demo test soak bench lint format lock clean

help: ## Print this list
	@echo 'make TARGET   (PORT=8000, SCALE=small|full, TESTS=tests/law, PYTHON=python3)'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Make .venv with every pinned package, those for lint and tests too
	@$(PYTHON) scripts/setup.py dev

setup-run:
	@$(PYTHON) scripts/setup.py run

demo: setup-run ## Serve the product with invented cases at 127.0.0.1 (PORT=8000)
	@$(VENV)/netralitas demo --port $(PORT)

test: setup ## Run the whole test suite (TESTS=tests/law runs one part)
	@PYTHONDONTWRITEBYTECODE= $(VENV)/python -m pytest -n auto --dist worksteal -m 'not soak' --durations 15 $(TESTS)

soak: setup ## Run what takes minutes: load, faults, fuzzing, ten million leaves (SOAK=0.05: less)
	@SOAK=$(SOAK) $(VENV)/python -m pytest -n 0 -m soak tests/soak

bench: setup ## Measure, and print each figure beside its limit (SCALE=small|full)
	@$(VENV)/python -m bench --scale $(SCALE)

lint: setup ## Check style, types, imports, templates and spelling
	$(VENV)/ruff check $(SOURCES)
	$(VENV)/ruff format --check $(SOURCES)
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo
	$(VENV)/djlint templates --lint --quiet
	$(VENV)/codespell

format: setup ## Rewrite the Python code in the common format
	$(VENV)/ruff check --fix-only --quiet $(SOURCES)
	$(VENV)/ruff format $(SOURCES)

lock: ## Compile both lock files and docs/sbom.json anew (needs uv)
	@command -v uv >/dev/null || { echo 'lock: needs uv on the PATH' >&2; exit 2; }
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	@$(VENV)/python scripts/sbom.py

clean: ## Remove .venv and every cache (the data of the demo stays)
	rm -rf .venv .venv.leaving .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
