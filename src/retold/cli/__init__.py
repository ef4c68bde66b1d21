"""The command `retold`."""

from __future__ import annotations

import sys

from retold.cli.app import app
from retold.cli.output import prepare_stdout, printable
from retold.errors import RetoldError

FAILED = 1


def main() -> None:
    """Runs the command given on the command line and exits: 0 done, 1 rejected or failed, 2 wrong usage."""
    prepare_stdout()
    try:
        app(prog_name="retold")
    except RetoldError as error:
        print(f"retold: {printable(str(error))}", file=sys.stderr)
        sys.exit(FAILED)
