"""Whoever holds a code: known to this site while they write, by a cookie that no script reads."""

import secrets
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Self

from litestar.datastructures import Cookie

from netralitas.intake import codes
from netralitas.intake.envelope import CodeKeys
from netralitas.intake.receipt_seal import receipt_salt
from netralitas.language import addresses
from netralitas.public import sections

PATHS: Final = (sections.REPORT, sections.STATUS)
"""Below these addresses, and nowhere else, a browser sends the code."""

_PLAIN: Final = "lapor"
_SECURE: Final = "__Secure-lapor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A code, the digest by which its rows are found, and the keys that follow from it.

    `salt` opens the seal of its receipt in the public log.
    """

    code: str = field(repr=False)
    digest: bytes = field(repr=False)
    keys: CodeKeys
    salt: bytes = field(repr=False)

    @classmethod
    def of(cls, code: str, secret: bytes) -> Self:
        """Return who holds a code, however typed."""
        printed = codes.in_groups(code)
        return cls(
            code=printed,
            digest=codes.digest(printed, secret),
            keys=CodeKeys.of(printed),
            salt=receipt_salt(printed),
        )

    @classmethod
    def new(cls, secret: bytes) -> Self:
        """Return somebody with a code that nobody had before."""
        return cls.of(codes.make(secrets.token_bytes(codes.CHANCE_BYTES)), secret)


def cookie_name(*, https: bool) -> str:
    """Return the name of the cookie; without TLS (the demo) no prefix can be used."""
    return _SECURE if https else _PLAIN


def carrying(code: str, path: str, *, https: bool) -> list[Cookie]:
    """Return the cookies with a code, for the pages in each language; they end with the browser."""
    return [_cookie(code, each, https=https) for each in addresses(path)]


def removed(*, https: bool) -> list[Cookie]:
    """Return the cookies that make a browser forget the code."""
    paths = chain.from_iterable(map(addresses, PATHS))
    return [_cookie("", path, https=https, max_age=0) for path in paths]


def _cookie(value: str, path: str, *, https: bool, max_age: int | None = None) -> Cookie:
    return Cookie(
        key=cookie_name(https=https),
        value=value,
        path=path,
        max_age=max_age,
        secure=https,
        httponly=True,
        samesite="strict",
    )
