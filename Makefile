# Needs make and Python >= 3.11 with its venv module; everything else goes into .venv.
#
#   make setup   .venv with Retold and what it needs to run
#   make demo    setup, then the demo
#   make test    .venv with the tests' tools, then every check
#   make bench   what is found against gold data (needs ../shared/data; minutes)
#   make lock    requirements/*.lock anew from pyproject.toml (needs uv; UPGRADE=1 takes newer versions)
#   make clean   remove .venv, caches and the demo's archive
#
# PYTHON=/path/to/python3 chooses the Python, JOBS the number of test processes.

VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

suits = $(1) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
has_venv = $(1) -c 'import ensurepip, venv' >/dev/null 2>&1
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$(call suits,$$python) && $(call has_venv,$$python) && echo $$python && exit; done; \
	for python in python3.13 python3.12 python3.11 python3 python; do \
	$(call suits,$$python) && echo $$python && exit; done; echo python3)

PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# Twice quiet: errors are shown, remarks on the local pip configuration are not.
INSTALL := $(PIP) install -qq --require-hashes

.PHONY: setup demo test checks left-out bench lock clean
.DELETE_ON_ERROR:

setup: $(VENV)/.run-installed
	@echo "$(VENV) is ready: $(BIN)/retold --help"

demo: setup
	@$(BIN)/retold demo

test: $(VENV)/.test-installed checks left-out
	$(BIN)/python -m pytest -rs -n $(JOBS) --dist worksteal

checks: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@for file in $$(find tests bench -name conftest.py); do $(BIN)/mypy --no-error-summary $$file || exit; done

left-out:
	@test -d ../shared/data || echo "Left out: ../shared/data is not here; make bench needs it."
	@command -v java >/dev/null || echo "Left out: there is no java; the Spark engine, to come, needs it."
	@command -v chromium >/dev/null || echo "Left out: there is no chromium; browser tests, to come, need it."

bench: $(VENV)/.test-installed
	@test -d ../shared/data || { echo "make bench needs the gold data in ../shared/data" >&2; exit 1; }
	$(BIN)/python bench/renditions.py
	$(BIN)/python bench/passages.py

$(VENV)/.created:
	@$(call suits,$(PYTHON)) || { \
		echo "Retold needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1 | head -1)." >&2; \
		echo "Install one, or name one: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@$(call has_venv,$(PYTHON)) || { \
		echo "$(PYTHON) has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run-installed: $(VENV)/.created requirements/build.lock requirements/run.lock pyproject.toml
	@echo "Installing Retold and what it needs into $(VENV): a minute or two"
	@$(INSTALL) -r requirements/build.lock -r requirements/run.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-installed: $(VENV)/.run-installed requirements/test.lock
	@echo "Installing the tests' tools into $(VENV)"
	@$(INSTALL) -r requirements/test.lock
	@touch $@

UV = $(firstword $(wildcard $(BIN)/uv) $(shell command -v uv))
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

lock:
	@test -n "$(UV)" || { echo "make lock needs uv: $(BIN)/pip install uv" >&2; exit 1; }
	$(COMPILE) pyproject.toml --output-file requirements/run.lock
	$(COMPILE) pyproject.toml --extra test --constraints requirements/run.lock --output-file requirements/test.lock
	$(COMPILE) requirements/build.in --constraints requirements/test.lock --output-file requirements/build.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist retold-demo
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
