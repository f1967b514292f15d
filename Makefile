# tawatur: `make demo` and `make test` work on a machine that has Python 3.11 or newer, make, and nothing else.
# Set-up runs once: the stamp files below say that the virtual environment is as the lock file wants it.

# The first one that runs (a name on the path may be a shim that does not); the lock holds files for 3.11 to 3.13.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
BENCH  ?= benchmarks/digest/score.py $(sort $(wildcard benchmarks/*.py))

.PHONY: help demo test check format bench docs lock clean

help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

demo: $(VENV)/.ready  ## read the sample case, print what was found, write demo/report.html
	@$(BIN)/tawatur demo

test: $(VENV)/.ready-dev  ## every test
	$(BIN)/python -m pytest

check: $(VENV)/.ready-dev  ## style, types, layers, and that the reference is fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_layers.py tests/test_neutral.py
	$(BIN)/python docs/build_reference.py --check

format: $(VENV)/.ready-dev  ## let ruff lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.ready-dev  ## every benchmark, one table each (minutes; BENCH=benchmarks/dates.py for one)
	@for script in $(BENCH); do echo "== $$script"; $(BIN)/python $$script || exit 1; done

docs: $(VENV)/.ready-dev  ## write docs/reference, and the output of the commands that README and tutorial show
	$(BIN)/python docs/build_reference.py
	$(BIN)/python docs/run_examples.py

lock: $(VENV)/.ready-dev  ## choose the newest allowed versions again
	$(BIN)/python tools/lock.py

clean:  ## remove what the recipes above made
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "tawatur needs Python 3.11 or newer: say where it is with \`make PYTHON=/path/to/python3.11\`." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Could not make a virtual environment; on Debian and Ubuntu: \`apt install python3-venv\`." >&2; exit 2; }

# Our own package is installed in place and without a build environment of its own: the lock holds its build tool too.
$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) (once; a minute or two) ..."
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Adding what the tests and checks need ..."
	@$(PIP) install -r requirements-dev.lock
	@touch $@
