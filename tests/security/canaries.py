"""Unmistakable strings, and every disguise in which they could slip out."""

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Final

from netralitas.vault.domain import Identity

REPORTER: Final = Identity(
    name="Zkenari Xpelapor",
    address="Gang Qsangkar 4711",
    telephone="0812 7777 4711 00",
    email="zkenari@qsangkar.example",
    identity_number="1906057777470001",
    birth="Qtelur 7 Juli 1977",
    occupation="Xpenjual Qburung",
)
WITNESS: Final = Identity(
    name="Zparkit Xsaksi",
    address="Gang Qsarang 4712",
    telephone="0813 8888 4712 00",
    identity_number="1906058888470002",
)
RESPONDENT: Final = "Zcendrawasih Xterlapor"
NIP: Final = "197407072010071713"
FILE_NAME: Final = "Zkenari Xpelapor 0812777747110.pdf"

_SEPARATORS: Final = re.compile(rb"[\s\-_.+]|%20|&#160;|&nbsp;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """One string, and its disguises: `plain` in lower case without separators, `coded` exactly."""

    text: str
    plain: frozenset[bytes]
    coded: frozenset[bytes]


def canary(text: str) -> Canary:
    """Return a string as it is, its rare words, its digits alone, all as hex, and in base64."""
    plain = {squeezed(text.encode())}
    plain |= {word.lower().encode() for word in re.findall(r"\b[ZXQ][a-z]{4,}", text)}
    digits = re.sub(r"\D", "", text)
    if len(digits) > 8:
        plain |= {digits.encode(), digits.removeprefix("0").encode()}
    written = {text, text.upper(), text.lower(), digits if len(digits) > 8 else text}
    return Canary(
        text=text,
        plain=frozenset(plain | {each.encode().hex().encode() for each in written}),
        coded=frozenset(code for each in written for code in _in_base64(each.encode())),
    )


def squeezed(raw: bytes) -> bytes:
    """Return it in lower case, without what separates words and digits."""
    return _SEPARATORS.sub(b"", raw.lower())


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """Yield what base64 makes of it wherever it stands in what was encoded."""
    for before, spoiled in ((0, 0), (1, 2), (2, 3)):
        code = base64.b64encode(bytes(before) + plain)
        end = -1 if (before + len(plain)) % 3 else None
        kept = code.rstrip(b"=")[spoiled:end]
        yield from {kept, kept.replace(b"+", b"-").replace(b"/", b"_")}


def singing(raw: bytes, canaries: Sequence[Canary]) -> list[str]:
    """Return which of the canaries are in what left the product."""
    quiet = squeezed(raw)
    return [
        one.text
        for one in canaries
        if any(form in quiet for form in one.plain) or any(code in raw for code in one.coded)
    ]


HIDDEN: Final = tuple(
    canary(text) for one in (REPORTER, WITNESS) for text in astuple(one) if text is not None
)
"""What nobody at all may meet: the identities in the vault."""

NUMBER: Final = canary(NIP)
NAME: Final = canary(RESPONDENT)
EVERY: Final = (*HIDDEN, NUMBER, NAME)
