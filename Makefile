# Two commands for a new machine: `make demo` shows what the converter does, `make test` proves it.
# Everything that is installed goes into .venv; nothing is done twice (delete .venv, or `make clean`, to begin anew).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test lint types samples bench evaluate calibration clean

# The newest Python from 3.11 on that really runs (a name may be there and lead nowhere). `make setup PYTHON=...` wins.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)

BIN := .venv/bin
READY := .venv/ready
DEMO := out/demo
TEST_OPTIONS ?= --numprocesses=auto

help:  ## Show this list
	@echo "make TARGET, where TARGET is one of:"
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  \1\t\2/' | expand -t 12

setup: $(READY)  ## Install the converter with all its parts and the test tools into .venv

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; say where: make setup PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv with $$($(PYTHON) --version) (once; a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[all,dev]'
	@touch $(READY)

demo: $(READY)  ## Convert the samples into out/demo and show what came of one
	@rm -rf $(DEMO)
	@$(BIN)/converter convert samples/*.txt samples/*.md --out $(DEMO) --quiet
	@echo "$$(ls samples/*.txt samples/*.md | wc -l | tr -d ' ') commentaries became TEI, JSON and BibTeX in $(DEMO)/. For example"
	@echo
	@echo "  samples/avim-2025-37.txt"
	@sed -n '3,5p' samples/avim-2025-37.txt | sed 's/^/    /'
	@echo "  $(DEMO)/avim-2025-37.tei.xml"
	@grep -m 1 -o '<author>.*</author>' $(DEMO)/avim-2025-37.tei.xml | sed 's/^/    /'
	@grep -m 1 -o '<note .*</bibl></note>' $(DEMO)/avim-2025-37.tei.xml | sed -E 's/<\/note>.*/<\/note>/; s/^/    /'
	@echo "  $(DEMO)/avim-2025-37.json"
	@sed -n '/"published": {/,/}/p' $(DEMO)/avim-2025-37.json | sed '5q'
	@echo "  $(DEMO)/avim-2025-37.bib"
	@sed -n '1,/^}/p' $(DEMO)/avim-2025-37.bib | sed 's/^/    /'
	@echo "  What the converter doubts, the same for every run ($(BIN)/converter inspect samples/avim-2025-37.txt shows all):"
	@$(BIN)/converter convert samples/avim-2025-37.txt --out $(DEMO) --force 2>&1 >/dev/null | grep year- | sed 's/^/    /'
	@echo
	@echo "Look at $(DEMO)/, at $(DEMO)/report.jsonl, or try:  $(BIN)/converter --help"

test: $(READY)  ## Run the tests
	@$(BIN)/python -m pytest $(TEST_OPTIONS)

lint: $(READY)  ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)  ## Check the types
	@$(BIN)/mypy

samples: $(READY)  ## Rewrite samples/out with what the converter makes now; review the difference
	@$(BIN)/python -m pytest --quiet tests/test_samples.py --accept
	@git --no-pager diff --stat -- samples/out || true

bench: $(READY)  ## Measure and rewrite the tables of the docs (BENCH=full: large archives and long documents too)
	@$(BIN)/python -m tests.benchmarks $(BENCH)

evaluate: $(READY)  ## Score the labelled corpus in every form and rewrite docs/evaluation.md
	@$(BIN)/python -m tests.gold

calibration: $(READY)  ## Learn from the development half of the corpus how far each rule can be believed
	@$(BIN)/python -m tests.gold.calibrating

clean:  ## Remove .venv and everything that was made here
	@rm -rf .venv out build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
