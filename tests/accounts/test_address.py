"""The address that is counted: what a proxy says is believed only if it is ours."""

from dataclasses import replace
from typing import Any

import pytest
from litestar.connection import ASGIConnection

from netralitas.accounts.address import UNKNOWN, address_of
from netralitas.settings import Settings


def asked_from(host: str, forwarded: str = "", trusted: str = "") -> str:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    scope: Any = {"type": "http", "client": (host, 1) if host else None, "headers": headers}
    settings = replace(Settings(), trusted_proxies=trusted)
    return address_of(ASGIConnection(scope), settings)


@pytest.mark.parametrize(
    ("host", "forwarded", "trusted", "counted"),
    [
        ("203.0.113.7", "", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1", "10.0.0.1", "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1", "10.0.0.0/8", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "10.0.0.0/8", "198.51.100.1"),
        ("10.0.0.1", "", "10.0.0.1", UNKNOWN),
        ("10.0.0.1", "omong kosong", "10.0.0.1", UNKNOWN),
        ("", "", "", UNKNOWN),
        ("2001:db8:1:2:3:4:5:6", "", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "", "", "203.0.113.7"),
        ("203.0.113.7", "", "bukan jaringan", "203.0.113.7"),
    ],
)
def test_the_counted_address(host: str, forwarded: str, trusted: str, counted: str) -> None:
    assert asked_from(host, forwarded, trusted) == counted
