"""The register in the address: filters as words, a place in the list as a letter's id. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from netralitas.correspondence.domain import Direction
from netralitas.correspondence.words import WAY_FILTERS, Condition

PATH: Final = "/surat"
ADDRESSES: Final = "/surat/alamat"
LONGEST: Final = 80
_LARGEST: Final = 18  # digits of an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of the register is shown, None: everything; `after` is the letter before the page."""

    way: Direction | None = None
    condition: Condition | None = None
    words: str | None = None
    after: int | None = None

    @property
    def filtered(self) -> bool:
        """Say whether anything is left out."""
        return (self.way, self.condition, self.words) != (None, None, None)


def read(query: Mapping[str, str]) -> Wanted:
    """Return what an address asks for; what nobody offers is left out."""
    condition = query.get("keadaan", "")
    words = " ".join(query.get("cari", "").replace("\x00", "").split())[:LONGEST]
    return Wanted(
        way=WAY_FILTERS.get(query.get("arah", "")),
        condition=Condition(condition) if condition in set(Condition) else None,
        words=words or None,
        after=read_id(query.get("setelah", "")),
    )


def write(wanted: Wanted, path: str = PATH, *, after: int | None = None) -> str:
    """Return the address of the register with these filters, beginning after a letter."""
    ways = {way: word for word, way in WAY_FILTERS.items()}
    told = {
        "arah": ways[wanted.way] if wanted.way else None,
        "keadaan": wanted.condition.value if wanted.condition else None,
        "cari": wanted.words,
        "setelah": str(after) if after else None,
    }
    query = urlencode({name: value for name, value in told.items() if value})
    return f"{path}?{query}" if query else path


def read_id(text: str) -> int | None:
    """Return the number in an address, None for anything that is none."""
    named = text.isascii() and text.isdigit() and len(text) <= _LARGEST
    return int(text) if named else None


def pattern(words: str | None) -> str | None:
    """Return what looks for these words anywhere in a text; signs that match all are plain."""
    if words is None:
        return None
    plain = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"
