"""Options that several commands have, and what they stand for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import retold
from retold import Archive
from retold.cli.output import Format
from retold.coding.lexicon.operators import profiles
from retold.pipeline import STAGES
from retold.settings import Settings

DEFAULT_ARCHIVE = Path("retold-archive")


def _known_stage(stage: str | None) -> str | None:
    if stage is not None and stage not in STAGES:
        raise typer.BadParameter(f"there is no stage {stage!r}; the stages are {', '.join(STAGES)}")
    return stage


def _known_profile(name: str | None) -> str | None:
    if name is not None and name not in profiles():
        raise typer.BadParameter(f"there is no profile {name!r}; there are {', '.join(profiles())}")
    return name


ArchiveOption = Annotated[
    Path, typer.Option("--archive", metavar="DIR", envvar="RETOLD_ARCHIVE", help="Folder of the archive.")
]
VersionOption = Annotated[
    int | None,
    typer.Option(
        "--version", metavar="N", min=0, help="Version of the record to read (default: the newest)."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the result.")]
UntilStageOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="STAGE",
        callback=_known_stage,
        help=f"Last stage to work: {', '.join(STAGES)}.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Installed English spaCy pipeline that parses (default: that of the last run, "
        f"at first {Settings().model}).",
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        callback=_known_profile,
        help="What promised and refused actions are coded as: plover or gold-cameo (default: that of the last run, "
        f"at first {Settings().profile}).",
    ),
]
WidthOption = Annotated[
    int | None, typer.Option("--width", metavar="N", min=40, help="Columns to use (default: the terminal's).")
]


def archive_to_read(folder: Path, version: int | None) -> Archive:
    """The archive, at a version if one is named. Raises ArchiveError, UnknownVersion."""
    archive = retold.open(folder)
    return archive if version is None else archive.at(version)
