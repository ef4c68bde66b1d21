"""What the package imports is required, and what is required is locked."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import retold
from retold.reading.parser import PIPELINE

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = PROJECT["project"]["dependencies"]
TEST = PROJECT["project"]["optional-dependencies"]["test"]
BUILD = PROJECT["build-system"]["requires"]


def name_of(requirement: str) -> str:
    """The normal form of a distribution's name (PyPA: lower case, single hyphens)."""
    found = re.match(r"[A-Za-z0-9._-]*[A-Za-z0-9]", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def imported() -> set[str]:
    """Top-level modules that the package imports or loads, of others than itself and the standard library."""
    found: set[str] = set()
    for path in Path(retold.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module or "")
    # spaCy loads its pipeline by name.
    modules = {name.split(".")[0] for name in found} | {PIPELINE}
    return modules - sys.stdlib_module_names - {"retold", "_typeshed"}


def pins(lock: str) -> dict[str, str]:
    """Distribution to what stands behind its name, over all environments of a lock file."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.split("\n") if line and not line.startswith("#")]
    return {name_of(entry): entry for entry in entries}


def test_what_is_imported_is_required_and_nothing_else() -> None:
    distributions = packages_distributions()
    needed = {name_of(distributions[module][0]) for module in imported()}
    assert needed == {name_of(requirement) for requirement in RUN}


@pytest.mark.parametrize(
    ("lock", "required"), [("run.lock", RUN), ("test.lock", [*RUN, *TEST]), ("build.lock", BUILD)]
)
def test_what_is_required_is_locked(lock: str, required: list[str]) -> None:
    assert {name_of(requirement) for requirement in required} <= pins(lock).keys()


@pytest.mark.parametrize("lock", ["run.lock", "test.lock", "build.lock"])
def test_every_pin_is_exact_and_has_a_hash(lock: str) -> None:
    for entry in pins(lock).values():
        assert re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry[:100]


def test_what_tests_need_does_not_change_what_runs() -> None:
    def version(entry: str) -> str:
        return entry.partition("--hash")[0]

    test = pins("test.lock")
    assert {name: version(entry) for name, entry in pins("run.lock").items()} == {
        name: version(test[name]) for name in pins("run.lock")
    }


def test_the_build_is_locked_as_it_is_declared() -> None:
    lines = (ROOT / "requirements" / "build.in").read_text(encoding="utf-8").split("\n")
    assert sorted(line for line in lines if line and not line.startswith("#")) == sorted(BUILD)
