"""Connections that go to an address already checked, and end when their time is up."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from retold.errors import InputError
from retold.sources.addresses import IPAddress


class PinnedConnection(http.client.HTTPConnection):
    """HTTP or HTTPS to one of `addresses`; `host` is what the server is called in Host header and certificate.

    The name is not resolved again, so an answer of the DNS that changes after the check has no effect.
    `deadline` is in `time.monotonic` seconds.
    """

    def __init__(
        self, host: str, port: int, addresses: list[IPAddress], *, secure: bool, deadline: float
    ) -> None:
        super().__init__(host, port, timeout=_left(deadline))
        if secure:
            self.default_port = http.client.HTTPS_PORT
        self._addresses = addresses
        self._secure = secure
        self._deadline = deadline
        self._wire: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first address that answers. Raises OSError when none does."""
        self.sock = self._wire = self._connected()
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
            self._wire = self.sock

    def cut(self) -> None:
        """End the connection from another thread, also when only the response still holds it."""
        if self._wire is not None:
            with suppress(OSError):
                self._wire.shutdown(socket.SHUT_RDWR)

    def _connected(self) -> socket.socket:
        failure = OSError("no address")
        for address in self._addresses:
            try:
                return socket.create_connection((str(address), self.port), _left(self._deadline))
            except OSError as error:
                failure = error
        raise failure


@contextmanager
def limited_in_time(connection: PinnedConnection, deadline: float) -> Iterator[None]:
    """Cut the connection at the deadline: a server may keep each single read just short of a timeout.

    What goes wrong on the network inside becomes InputError `timeout` or `unreachable`.
    """
    cut = threading.Event()
    timer = threading.Timer(_left(deadline), _cut, (connection, cut))
    timer.daemon = True
    timer.start()
    try:
        yield
        if cut.is_set():  # a body of undeclared length just ends when the connection is cut
            raise TimeoutError
    except (OSError, http.client.HTTPException, InputError) as error:
        if cut.is_set() or isinstance(error, TimeoutError):
            raise InputError("timeout", "the server took too long; see InputLimits.fetch_seconds") from error
        if isinstance(error, InputError):
            raise
        raise InputError("unreachable", f"{type(error).__name__}: {error}") from error
    finally:
        timer.cancel()


def _cut(connection: PinnedConnection, cut: threading.Event) -> None:
    cut.set()
    connection.cut()


def _left(deadline: float) -> float:
    return max(0.001, deadline - time.monotonic())
