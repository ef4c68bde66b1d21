"""An http(s) address to the bytes behind it, within limits of time, size and redirects."""

from __future__ import annotations

import http.client
import io
import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from retold.errors import InputError
from retold.settings import InputLimits
from retold.sources.addresses import checked_addresses
from retold.sources.connections import PinnedConnection, limited_in_time
from retold.sources.gzipped import unpacked

USER_AGENT = "Retold"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PIECE = 65_536

_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` is where it was found after redirects."""

    url: str
    content: bytes
    content_type: str | None
    charset: str | None


def is_url(given: str) -> bool:
    """Whether an input is an address (of any scheme) and not a path."""
    return _WEB_ADDRESS.match(given) is not None


def shown(url: str) -> str:
    """The address as it may stand in `origin`: without fragment, user name and password."""
    try:
        parts = urlsplit(url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))
    except ValueError:
        return url


def fetch(url: str, limits: InputLimits, allow_private: bool = False) -> Fetched:
    """The content of an http or https address.

    Each hop of a redirect is checked like the first; proxies of the environment are not used, for a proxy would
    resolve names unchecked. Raises InputError `bad_url`, `private_address`, `too_many_redirects`, `timeout`,
    `too_large`, `http_error`, `expansion` or `unreachable`.
    """
    deadline = time.monotonic() + limits.fetch_seconds
    for _ in range(limits.fetch_redirects + 1):
        found = _fetch_hop(url, limits, allow_private, deadline)
        if isinstance(found, Fetched):
            return found
        url = found
    raise InputError("too_many_redirects", f"more than {limits.fetch_redirects} redirects")


def _fetch_hop(url: str, limits: InputLimits, allow_private: bool, deadline: float) -> Fetched | str:
    """The content, or the address a redirect points to."""
    parts = _checked_url(url)
    host, port = _ascii_host(parts), parts.port or (443 if parts.scheme == "https" else 80)
    addresses = checked_addresses(host, port, allow_private)
    connection = PinnedConnection(host, port, addresses, secure=parts.scheme == "https", deadline=deadline)
    try:
        with limited_in_time(connection, deadline):
            return _exchange(connection, parts, url, limits)
    finally:
        connection.close()


def _checked_url(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InputError("bad_url", f"not an address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise InputError("bad_url", f"expected http:// or https:// and a host, found {shown(url)[:200]}")
    if parts.username is not None or parts.password is not None:
        raise InputError("bad_url", "an address with a user name or password is not fetched")
    return parts


def _exchange(
    connection: PinnedConnection, parts: SplitResult, url: str, limits: InputLimits
) -> Fetched | str:
    target = urlunsplit(("", "", _escaped(parts.path) or "/", _escaped(parts.query), ""))
    try:
        connection.request("GET", target, headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"})
        response = connection.getresponse()
    except (http.client.InvalidURL, UnicodeError) as error:
        raise InputError("bad_url", str(error)) from error
    if response.status in REDIRECTS and (location := response.headers.get("Location")):
        return _joined(url, location)
    if response.status != 200:
        raise InputError("http_error", f"the server answered {response.status} {response.reason}")
    content = _body(response, limits)
    return Fetched(url, content, response.headers.get_content_type(), response.headers.get_content_charset())


def _body(response: http.client.HTTPResponse, limits: InputLimits) -> bytes:
    stream: Any = response
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding in ("gzip", "x-gzip"):
        stream = unpacked(io.BufferedReader(response), limits.expansion)
    elif coding != "identity":
        raise InputError(
            "http_error", f"the server sent Content-Encoding {coding[:40]}, which we did not ask for"
        )
    pieces, size = [], 0
    while piece := stream.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > limits.fetch_bytes:
            raise InputError(
                "too_large", f"more than {limits.fetch_bytes} bytes; see InputLimits.fetch_bytes"
            )
    if response.length:
        raise InputError("unreachable", f"the connection broke off {response.length} bytes before the end")
    return b"".join(pieces)


def _ascii_host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InputError("bad_url", f"{host[:80]} is no host name: {error}") from error


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise InputError("bad_url", f"redirected to {location[:80]!r}: {error}") from error


def _escaped(part: str) -> str:
    """Characters an address may not hold, percent-encoded; what is encoded already stays."""
    return "".join(
        character
        if "!" <= character <= "~"
        else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in part
    )
