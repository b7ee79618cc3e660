"""Which letters the typeface of the papers has: PDF/A refuses a text with one that it lacks."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

FONTS: Final = Path(__file__).resolve().parents[3] / "static/vendor/liberation-sans-2.1.5"
BOX: Final = "\u25a1"
_BASIC_PLANE: Final = (3, 1)  # platform and encoding of the table that every font of today has


def printable(value: Any) -> Any:  # noqa: ANN401 - any plain value, as it is in JSON
    """Return the value with every text made printable: a box for each letter that is lacking.

    Marks that are not seen (of direction, joining, variants) are left out where they are lacking.
    """
    if isinstance(value, str):
        return _printed(value)
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    if isinstance(value, dict):
        return {name: printable(each) for name, each in value.items()}
    return value


def _printed(text: str) -> str:
    known = letters()
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        letter if letter == "\n" or ord(letter) in known else _instead(letter)
        for letter in composed
        if unicodedata.category(letter) != "Cf"
    )


def _instead(letter: str) -> str:
    if letter.isspace():
        return " "
    unseen = unicodedata.category(letter) == "Mn"
    return "" if unseen else BOX


@cache
def letters() -> frozenset[int]:
    """Return the code points for which every cut of the typeface has a letter."""
    cuts = [_of_font(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*cuts)


def _of_font(font: bytes) -> frozenset[int]:
    """Return the code points of the table `cmap` of a TrueType font, of the basic plane."""
    at = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, at + 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, at + 4 + 8 * number)
        if (platform, encoding) == _BASIC_PLANE:
            return frozenset(_segments(font, at + offset))
    raise ValueError("the font has no table of Unicode letters")


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag!r}")


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Yield the code points with a glyph in a subtable of format 4: ranges with a shift each."""
    kind, _, _, doubled = struct.unpack_from(">HHHH", font, at)
    if kind != 4:
        raise ValueError(f"the table of letters has format {kind}, not 4")
    lists = [at + 14, *(at + 16 + times * doubled for times in (1, 2, 3))]
    ends, starts, shifts, offsets = (
        struct.unpack_from(f">{doubled // 2}H", font, place) for place in lists
    )
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        base = lists[3] + 2 * number + offsets[number]  # an offset counts from its own place
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                (glyph,) = struct.unpack_from(">H", font, base + 2 * (code - start))
            if glyph and (glyph + shifts[number]) % 0x10000:
                yield code
