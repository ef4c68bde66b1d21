"""The one-way rule: each folder imports only from those above it in the design."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import retold

PACKAGE = Path(retold.__file__).parent
LAYERS = [
    {"errors", "model", "schema", "identity", "settings", "version"},
    {"sources"},
    {"text"},
    {"stories"},
    {"renditions"},
    {"comparing", "demo"},
    {"reading"},
    {"actors"},
    {"coding"},
    {"record"},
    {"relations"},
    {"texts"},
    {"engine"},
    {"archive"},
    {"pipeline"},
    {"views"},
    {"api"},
    {"server"},
    {"cli"},
]
DEPTH = {name: depth for depth, names in enumerate(LAYERS) for name in names}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_imported(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            assert node.level == 0, f"{module.name} imports relatively: name the folder"
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("retold.")}
    return found


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_from_above(module: Path) -> None:
    here = DEPTH[room(module)]
    for other in rooms_imported(module) - {room(module)}:
        assert other in DEPTH, f"{other} has no place in the design"
        assert DEPTH[other] <= here, f"{room(module)} imports {other}, which stands below it"


def test_public_names_are_what_all_says() -> None:
    # Most are imported when they are first asked for.
    assert all(hasattr(retold, name) for name in retold.__all__)
    assert set(retold.__all__) <= set(dir(retold))
    modules = {name for name, value in vars(retold).items() if inspect.ismodule(value)}
    public = {name for name in vars(retold) if not name.startswith("_")} - modules
    assert set(retold.__all__) == public | {"__version__"}


def test_no_room_has_the_name_of_a_function() -> None:
    # The import of a room would put it in the function's place.
    assert not set(retold.__all__) & {room(module) for module in MODULES}


def test_everything_promised_is_there() -> None:
    assert [name for name in retold.__all__ if not hasattr(retold, name)] == []
