"""The command `doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from typing import Any

from retold.cli.options import FormatOption
from retold.cli.output import write_records
from retold.reading.parser import LANGUAGE
from retold.stories.lexicon import STEMMERS
from retold.version import __version__

# What a requirement begins with, as packaging standards have it: the name of a distribution.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Part:
    """Something Retold uses: `state` is ok or missing, `found` its version, `get` how to get it when missing."""

    part: str
    state: str
    found: str
    use: str
    get: str


def doctor(fmt: FormatOption = "table") -> None:
    """Say what is installed, which optional parts are missing and how to get them."""
    write_records([*_machine(), *_packages(), *_optional()], Part, fmt)


def _machine() -> Iterator[Part]:
    yield Part("retold", "ok", __version__, "this program", "")
    yield Part("python", "ok", platform.python_version(), "3.11 or newer", "")
    yield Part("system", "ok", f"{platform.system()} {platform.machine()}", "", "")
    yield Part("processors", "ok", str(len(os.sched_getaffinity(0))), "a worker on each", "")
    yield Part("memory", "ok", _memory(), "", "")
    languages = " ".join(sorted(STEMMERS))
    yield Part("languages", "ok", languages, "word forms are known; others are compared form by form", "")
    yield Part("parsed", "ok", LANGUAGE, "in other languages only names of the dictionary are found", "")


def _memory() -> str:
    pages, page = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return f"{pages * page / 2**30:.1f} GiB"


def _packages() -> Iterator[Part]:
    """The packages that Retold requires, as its own metadata tells them."""
    try:
        required = metadata.requires("retold") or []
    except metadata.PackageNotFoundError:
        yield Part("packages", "ok", "unknown", "Retold runs from a folder, not installed", "pip install .")
        return
    needed = sorted({_name(line) for line in required if "extra ==" not in line})
    for name in needed:
        version = _version(name)
        get = "" if version else f"pip install {name}"
        yield Part(name, "ok" if version else "missing", version or "", "needed", get)


def _optional() -> Iterator[Part]:
    text = files("retold.cli").joinpath("parts.toml").read_text(encoding="utf-8")
    for part in tomllib.loads(text)["optional"]:
        yield _optional_part(part)


def _optional_part(part: dict[str, Any]) -> Part:
    versions = [_version(name) for name in part["distributions"]]
    there = all(versions) and (not part["commands"] or _is_on_path(part["commands"]))
    found = " ".join(version for version in versions if version)
    return Part(part["name"], "ok" if there else "missing", found, part["use"], "" if there else part["get"])


def _name(requirement: str) -> str:
    found = _NAME.match(requirement)
    assert found, requirement
    return found[0]


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _is_on_path(commands: Sequence[str]) -> bool:
    return any(shutil.which(command) for command in commands)
