"""What a user names - paths, folders, patterns - to the files to open."""

from __future__ import annotations

import glob
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from retold.errors import InputError
from retold.sources.cleaning import storable
from retold.sources.formats import HEAD_BYTES

_FileKey = tuple[int, int]
_KINDS = {
    stat.S_IFIFO: "a FIFO",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def origin_of(path: Path) -> str:
    """The path as it stands in `origin`: absolute, POSIX, and storable even if the file system's bytes are not."""
    return storable(Path(os.path.normpath(path.absolute())).as_posix())


def found_files(given: str) -> Iterator[Path | tuple[Path, InputError]]:
    """The files `given` stands for, in sorted order, or the error met at a path.

    A path that exists is taken as it is; else `*`, `?`, `[...]` and `**` are a pattern. Folders are walked, links
    followed, each folder read once; hidden files are left out.
    """
    path = Path(given)
    try:
        if not os.path.lexists(given):
            yield from _matching(given)
        elif path.is_dir():
            yield from _in_folder(path)
        else:
            yield path
    except (OSError, ValueError) as error:
        yield path, _refusal(error)


def is_folder(given: str) -> bool:
    """Whether `given` is a folder we may look at."""
    try:
        return bool(given) and Path(given).is_dir()
    except OSError:
        return False


def open_file(path: Path) -> io.BufferedReader:
    """The file, open for reading; a FIFO or device is not waited for.

    Raises InputError `unreadable` or `not_found`.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        if path.is_symlink():
            raise InputError("unreadable", f"a link that leads nowhere: {error}") from error
        raise _refusal(error) from error
    kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
    if kind != stat.S_IFREG:
        os.close(descriptor)
        raise InputError(
            "unreadable", f"it is {_KINDS.get(kind, 'no regular file')}; a pipe can be read as -"
        )
    return io.BufferedReader(io.FileIO(descriptor, "rb"), HEAD_BYTES)


def _matching(pattern: str) -> Iterator[Path | tuple[Path, InputError]]:
    """The files a pattern matches; folders it matches are walked, unless `**` names their files itself."""
    if not glob.has_magic(pattern):
        raise FileNotFoundError(f"there is no {pattern}")
    # Path.glob takes no absolute pattern and matches hidden files.
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    if not matches:
        raise FileNotFoundError(f"nothing matches {pattern}")
    for match in matches:
        if not match.is_dir():
            yield match
        elif "**" not in pattern:
            yield from _in_folder(match)


def _in_folder(folder: Path) -> Iterator[Path | tuple[Path, InputError]]:
    """What the folder and those below it hold, in the order of names. Each folder is read once."""
    seen: set[_FileKey] = set()
    waiting: list[tuple[Path, frozenset[_FileKey]]] = [(folder, frozenset())]
    while waiting:
        path, above = waiting.pop()
        try:
            if not path.is_dir():
                yield path
                continue
            key = _key(path)
            if key in above:
                raise OSError("a link leads back to a folder that contains it")
            if key not in seen:
                seen.add(key)
                waiting.extend((child, above | {key}) for child in _children(path))
        except OSError as error:
            yield path, _refusal(error)


def _children(folder: Path) -> list[Path]:
    """Last name first, as a stack wants them."""
    children = (child for child in folder.iterdir() if not child.name.startswith("."))
    return sorted(children, key=lambda child: child.name, reverse=True)


def _key(folder: Path) -> _FileKey:
    state = folder.stat()
    return state.st_dev, state.st_ino


def _refusal(error: OSError | ValueError) -> InputError:
    reason = "not_found" if isinstance(error, FileNotFoundError | ValueError) else "unreadable"
    return InputError(reason, str(error))
