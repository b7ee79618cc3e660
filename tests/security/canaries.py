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
    sex="Qlelaki",
    citizenship="Xwarga Qsangkaran",
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

CONFIDENTIAL: Final = Identity(
    name="Zmerpati Xrahasia",
    address="Lorong Qdahan 5711",
    telephone="0814 5555 5711 00",
    email="zmerpati@qdahan.example",
)
BESIDE_CONFIDENTIAL: Final = Identity(name="Zpipit Xmelihat", telephone="Xkios Qdahanan 5712")
NAMED: Final = Identity(
    name="Zjalak Xbernama",
    address="Lorong Qpohon 5721",
    telephone="0815 6666 5721 00",
    email="zjalak@qpohon.example",
)
BESIDE_NAMED: Final = Identity(name="Zkutilang Xmendengar", telephone="0816 6666 5722 00")
BESIDE_INFORMANT: Final = Identity(name="Zgagak Xmengintip", telephone="0817 7777 5732 00")
WAITING: Final = Identity(
    name="Zbangau Xmenunggu",
    address="Lorong Qrawa 5741",
    telephone="0818 8888 5741 00",
    email="zbangau@qrawa.example",
)
BESIDE_WAITING: Final = Identity(name="Zcamar Xdisana", telephone="0819 8888 5742 00")
UNSENT: Final = Identity(name="Zelang Xmenimbang", address="Lorong Qtebing 5751")
BESIDE_UNSENT: Final = Identity(name="Zmurai Xberkicau", telephone="0821 9999 5752 00")
AT_THE_DESK: Final = Identity(
    name="Zserindit Xmengantre",
    address="Lorong Qloket 5761",
    telephone="0822 9999 5761 00",
    email="zserindit@qloket.example",
    birth="Qloket 6 Juni 1966",
    occupation="Xperajin Qsarang",
    citizenship="Xwarga Qloketan",
)
"""People of reports that came in by the public site, and one still being written at the desk."""

INFORMANT_WRITES: Final = "Saya Zgelatik Xpemberi, tetangga beliau."
REPORTER_WRITES: Final = "Nama saya Ztekukur Xpengirim."
OFFICE_WRITES: Final = "Kami menunggu Zpuyuh Xjawaban."
CAMERA: Final = "Zwalet Xkamera"
UPLOADED: Final = "Zperkutut Xberkas.jpg"
UPLOADED_AT_THE_DESK: Final = "Zcucak Xdokumen.jpg"
STAFF_NIPS: Final = ("198107172005072814", "198208182006082815")

_SEPARATORS: Final = re.compile(rb"%20|&#160;|&nbsp;|<wbr>")
_SIGNS: Final = b" \t\n\r\f\v-_.+"  # they separate too
_LEAST: Final = 8  # signs that base64 of a canary has at least
_ENCODED: Final = re.compile(rb"[A-Za-z0-9+/_-]{%d,}" % _LEAST)  # where it can stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """One string, and its disguises: `plain` in lower case without separators, `coded` exactly.

    What has another disguise within it is left out: who hears that one hears the string.
    """

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
    plain |= {each.encode().hex().encode() for each in written}
    coded = {code for each in written for code in _in_base64(each.encode())}
    assert min(map(len, coded)) >= _LEAST, text
    return Canary(
        text=text,
        plain=frozenset(each for each in plain if not any(one in each for one in plain - {each})),
        coded=frozenset(coded),
    )


def squeezed(raw: bytes) -> bytes:
    """Return it in lower case, without what separates words and digits."""
    return _SEPARATORS.sub(b"", raw.lower()).translate(None, _SIGNS)


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """Yield what base64 makes of it wherever it stands in what was encoded."""
    for before, spoiled in ((0, 0), (1, 2), (2, 3)):
        code = base64.b64encode(bytes(before) + plain)
        end = -1 if (before + len(plain)) % 3 else None
        kept = code.rstrip(b"=")[spoiled:end]
        yield from {kept, kept.replace(b"+", b"-").replace(b"/", b"_")}


def singing(raw: bytes, canaries: Sequence[Canary]) -> list[str]:
    """Return which of the canaries are in what left the product."""
    quiet, encoded = squeezed(raw), b" ".join(_ENCODED.findall(raw))
    return [
        one.text
        for one in canaries
        if any(form in quiet for form in one.plain) or any(code in encoded for code in one.coded)
    ]


def of_people(*people: Identity) -> tuple[Canary, ...]:
    """Return a canary for everything that is known of these people."""
    return tuple(canary(text) for one in people for text in astuple(one) if text is not None)


HIDDEN: Final = of_people(REPORTER, WITNESS)
"""What nobody at all may meet: the identities in the vault."""

NUMBER: Final = canary(NIP)
NAME: Final = canary(RESPONDENT)
EVERY: Final = (*HIDDEN, NUMBER, NAME)

IN_THE_VAULT: Final = of_people(
    *(CONFIDENTIAL, BESIDE_CONFIDENTIAL, NAMED, BESIDE_NAMED, BESIDE_INFORMANT)
)
"""Of reports that were taken in: nobody meets them."""

NOT_YET: Final = of_people(BESIDE_WAITING, UNSENT, BESIDE_UNSENT)
"""Of a report that waits, or was not even sent: no officer meets them."""

AT_THE_DOOR: Final = of_people(WAITING)
"""Of a report by name that waits: whoever takes it in sees them on its page."""

TYPED: Final = (*of_people(AT_THE_DESK), canary(UPLOADED_AT_THE_DESK))
"""Of a draft of the desk: its officer sees them on it."""

WRITTEN: Final = (canary(REPORTER_WRITES), canary(OFFICE_WRITES))
"""Between the office and a code: those who handle the case, and whoever has the code."""

INFORMED: Final = canary(INFORMANT_WRITES)
"""The same of another case."""

PICTURED: Final = canary(CAMERA)
"""In the original of a photo, and in no copy to be looked at."""

NEVER: Final = (*IN_THE_VAULT, *NOT_YET, canary(UPLOADED), *map(canary, STAFF_NIPS))
"""What no page shows to anybody."""

OF_INTAKE: Final = (*NEVER, *AT_THE_DOOR, *TYPED, *WRITTEN, INFORMED, PICTURED)
"""Everything that intake has to keep."""
