"""The documentation says what the code does: tables, names, reasons, links, and the output it shows."""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import retold
from retold.actors.lists.fields import FIELDS
from retold.archive.tables import TABLES
from retold.cli.app import app
from retold.pipeline import STAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PACKAGE = Path(retold.__file__).parent
PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of the same or a higher level; raises KeyError."""
    level = heading.split(" ")[0]
    lines = text.split("\n")
    if heading not in lines:
        raise KeyError(f"no heading {heading!r}")
    rest = lines[lines.index(heading) + 1 :]
    after = (at for at, line in enumerate(rest) if re.match(rf"#{{1,{len(level)}}} ", line))
    return "\n".join(rest[: next(after, len(rest))])


def rows(text: str) -> list[tuple[str, str]]:
    """First and last cell of the rows of the Markdown tables in a text, without their headers."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.split("\n")
        if line.startswith("|")
    ]
    rules = {at for at, row in enumerate(cells) if re.fullmatch("-+", row[0])}
    heads = {at - 1 for at in rules}
    return [(row[0], row[-1]) for at, row in enumerate(cells) if at not in rules | heads]


def first_cells(text: str) -> list[str]:
    return [first for first, _ in rows(text)]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_described_and_no_other(name: str) -> None:
    described = rows(section(text_of("tables.md"), f"## {name}"))
    assert [column for column, _ in described] == TABLES[name].schema.names
    nullable = {field.name for field in TABLES[name].schema if field.nullable}
    assert {column for column, meaning in described if "null" in meaning.split("; ")[-1]} == nullable


def test_no_table_is_described_that_is_not_there() -> None:
    assert set(re.findall(r"^## (.+)$", text_of("tables.md"), re.MULTILINE)) == set(TABLES)


def test_working_tables_are_told_from_the_others() -> None:
    working = section(text_of("tables.md"), "# Working tables")
    internal = {name for name, table in TABLES.items() if table.internal}
    assert set(re.findall(r"^## (.+)$", working, re.MULTILINE)) == internal


def test_every_public_name_has_a_heading() -> None:
    headings = " ".join(re.findall(r"^## (.+)$", text_of("python.md"), re.MULTILINE)).replace("\\", "")
    assert set(re.findall(r"retold\.(\w+)", headings)) == set(retold.__all__)


def test_every_member_of_an_archive_is_described_and_no_other() -> None:
    described = first_cells(section(text_of("python.md"), "## retold.Archive"))
    members = {name for name in vars(retold.Archive) if not name.startswith("_")}
    assert {re.split(r"[`(]", member)[1] for member in described} == members | {"path"}


def test_every_field_of_a_comparison_is_described_and_no_other() -> None:
    described = first_cells(section(text_of("python.md"), "## retold.compare and retold.Comparison"))
    fields = [field.name for field in dataclasses.fields(retold.Comparison)]
    assert [field.strip("`") for field in described] == fields


def test_the_stages_are_described_in_their_order() -> None:
    described = first_cells(section(text_of("how-it-works.md"), "# How it works"))
    assert described == list(STAGES)


def commands() -> dict[str, Any]:
    """Commands in the order of `--help`, each followed by its own: "actors", "actors import"."""
    group: Any = typer.main.get_command(app)
    found: dict[str, Any] = {}
    for name in group.list_commands(None):
        found[name] = group.commands[name]
        inner = getattr(found[name], "commands", {})
        found |= {f"{name} {own}": command for own, command in inner.items()}
    return found


def test_every_command_has_a_heading_and_no_other() -> None:
    headings = re.findall(r"^## retold (.+)$", text_of("command-line.md"), re.MULTILINE)
    assert headings == list(commands())


@pytest.mark.parametrize("name", commands())
def test_every_option_of_a_command_is_described_and_no_other(name: str) -> None:
    described = first_cells(section(text_of("command-line.md"), f"## retold {name}"))
    options = [option for param in commands()[name].params for option in option_names(param)]
    assert sorted(re.findall(r"`(--[\w-]+)`", " ".join(described))) == sorted(options)


@pytest.mark.parametrize("name", commands())
def test_the_arguments_of_a_command_are_shown(name: str) -> None:
    metavars = [param.metavar.strip("[].") for param in commands()[name].params if not option_names(param)]
    usage = next(line for line in text_of("command-line.md").split("\n") if f"    retold {name}" in line)
    assert [
        bare for word in usage.split()[1 + len(name.split()) :] if (bare := word.strip("[].")).isupper()
    ] == metavars


def option_names(param: Any) -> list[str]:
    return [name for name in [*param.opts, *param.secondary_opts] if name.startswith("--")]


def shown_outputs() -> dict[str, str]:
    """What the README shows, by the command that gave it."""
    shown = re.findall(
        r"<!-- output of: (.+?) -->\n```\n(.+?)```", README.read_text(encoding="utf-8"), re.DOTALL
    )
    return dict(shown)


def output_of(command: str, folder: Path) -> str:
    program = [sys.executable, "-c", "from retold.cli import main; main()", *shlex.split(command)[1:]]
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR")}
    environment = {**kept, "PYTHONPATH": str(PACKAGE.parent), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        program, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readme_shows_the_demo_and_a_story() -> None:
    assert [command.split()[1] for command in shown_outputs()] == ["demo", "show"]


def test_output_in_the_readme_is_real(tmp_path: Path) -> None:
    """Each part between two lines of dots stands in the output just so, and the parts follow each other."""
    for command, shown in shown_outputs().items():
        rest = output = output_of(command, tmp_path)
        for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE):
            _, found, rest = rest.partition(part)
            assert found, f"{command} does not give\n{part}\nbut\n{output}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_in_a_page_compiles(page: Path) -> None:
    for code in re.findall(r"```python\n(.+?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        ast.parse(code)


def test_output_of_python_in_a_page_is_real() -> None:
    shown = [
        found
        for page in PAGES
        for found in re.findall(
            r"```python\n([^`]+)```\n\n<!-- the code above prints -->\n```\n(.+?)```",
            page.read_text(encoding="utf-8"),
            re.DOTALL,
        )
    ]
    assert shown
    for code, output in shown:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, {"retold": retold})
        assert printed.getvalue() == output


def reasons_in(module: Path) -> set[str]:
    """The codes a module gives: to an error or a rejection, or to a variable `reason`."""
    given: list[ast.expr] = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            # InputError and its children take the reason first, Rejection after the origin.
            place = {"Rejection": 1, "InputError": 0, "BadLine": 0, "BrokenValue": 0}.get(node.func.id)
            given += node.args[place : place + 1] if place is not None else []
        elif isinstance(node, ast.Assign) and [ast.unparse(name) for name in node.targets] == ["reason"]:
            given += [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else []
    return {node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_reason_of_rejection_is_explained_and_no_other() -> None:
    modules = [*PACKAGE.glob("sources/*.py"), PACKAGE / "pipeline" / "adding.py"]
    given = set[str]().union(*map(reasons_in, modules))
    explained = rows(section(text_of("inputs.md"), "## What is rejected"))
    assert {reason for reason, _ in explained} == given


def test_every_reason_for_which_a_list_is_rejected_is_explained_and_no_other() -> None:
    given = set[str]().union(*map(reasons_in, PACKAGE.glob("actors/lists/*.py")))
    given |= reasons_in(PACKAGE / "sources" / "csv_rows.py") - {"no_text_column"}
    explained = rows(section(text_of("actors.md"), "## What is rejected from a list"))
    assert {reason for reason, _ in explained} == given


def test_every_field_of_a_list_is_described_and_no_other() -> None:
    assert set(first_cells(section(text_of("actors.md"), "## Fields"))) == FIELDS


def test_children_of_input_error_are_known_to_this_test() -> None:
    named = {"BadLine", "BrokenValue"}
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("sources/*.py"))
    assert set(re.findall(r"^class (\w+)\(InputError\)", source, re.MULTILINE)) == named


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name} links to {link}"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {link}"


def test_every_page_is_listed_in_the_index() -> None:
    linked = set(re.findall(r"\]\((\w[\w-]*\.md)\)", text_of("index.md")))
    assert linked == {page.name for page in DOCS.glob("*.md")} - {"index.md"}


def own_files() -> list[Path]:
    """The files of the repository, also those not committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode:
        pytest.skip("this is no git repository, or git is not installed")
    return [path for name in listed.stdout.split("\0") if (path := ROOT / name).is_file()]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        # A letter in brackets keeps this file from matching itself.
        ("a path of one machine", r"(?<![\w.])/(?:wor[k]|roo[t]|hom[e]|op[t]|User[s]|tm[p])/"),
        ("the address of a registry", r"pyp[i]\.org|pythonhoste[d]|npmj[s]\.|debia[n]\.org|crate[s]\.io"),
        ("an option that names a registry", r"(?<!no-emit-)(?:inde[x]-url|find-link[s])"),
    ],
)
def test_no_file_names(what: str, pattern: str) -> None:
    for path in own_files():
        found = re.search(pattern, path.read_text(encoding="utf-8", errors="replace"))
        assert found is None, f"{path.relative_to(ROOT)} names {what}: {found}"
