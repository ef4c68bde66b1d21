"""Host names to the network addresses we may connect to: those of the public Internet, unless the user says else."""

from __future__ import annotations

import ipaddress
import socket

from retold.errors import InputError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def checked_addresses(host: str, port: int, allow_private: bool = False) -> list[IPAddress]:
    """The addresses of `host`. A connection goes to one of these very addresses, not to the name again.

    Raises InputError `unreachable` when the name does not resolve, `private_address` when any of its addresses is
    not public (loopback, private, link-local, multicast, reserved, or such an IPv4 address inside an IPv6 one).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError("unreachable", f"{host} does not resolve: {error}") from error
    addresses = list(dict.fromkeys(ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise InputError("private_address", f"{host} is {address}, which is not a public address")
    return addresses


def is_public(address: IPAddress) -> bool:
    """Whether an address lies on the public Internet (IANA special-purpose registries, as `ipaddress` has them)."""
    inner = _inner_ipv4(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _inner_ipv4(address: IPAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
