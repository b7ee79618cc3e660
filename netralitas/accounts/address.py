"""Where a request comes from, also behind the proxies that we were told to trust."""

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from litestar.connection import ASGIConnection

from netralitas.settings import Settings

UNKNOWN = "unknown"
"""One address for all whose address cannot be read: they share one counter."""


def address_of(connection: ASGIConnection[Any, Any, Any, Any], settings: Settings) -> str:
    """Return the address of whoever asks; of IPv6 the network of 64 bits, which one house holds.

    `X-Forwarded-For` counts only as far as trusted proxies wrote it: the last address in it that
    is not one of theirs.
    """
    client = connection.client
    hops = connection.headers.get("x-forwarded-for", "").split(",")
    nearest = client.host if client is not None else ""
    for hop in (nearest, *reversed(hops)):
        if not _trusted(hop, settings):
            return _counted(hop)
    return UNKNOWN


def _trusted(hop: str, settings: Settings) -> bool:
    try:
        address = ip_address(hop.strip())
        networks = settings.trusted_proxies.replace(",", " ").split()
        return any(address in ip_network(network, strict=False) for network in networks)
    except ValueError:
        return False


def _counted(hop: str) -> str:
    try:
        address = ip_address(hop.strip())
    except ValueError:
        return UNKNOWN
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((address, 64), strict=False))
