"""A cell of a work plan taken apart: numbered duties, bullets, units. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_NUMBERED: Final = re.compile(r"(?:(?<=\s)|^)(\d{1,2})[.)]\s+(?=[A-Z\"“(])")
_BULLET: Final = re.compile(r"[•●▪·]|(?:^|\n)\s*[-\u2013*]\s+")
_LETTER: Final = re.compile(r"^[a-z][.)]\s+")
_AMOUNT: Final = re.compile(r"^jumlah\s+(?P<unit>[a-z][\w /]{2,60})$", re.IGNORECASE)
_YEARS: Final = re.compile(
    r"(20\d\d)\s*(?:s\.?\s*/?\s*d\.?|sampai(?: dengan)?|hingga|[-\u2013])\s*(20\d\d)"
)
_ONE_YEAR: Final = re.compile(r"\b20\d\d\b")
_OF_A_ROW: Final = re.compile(r"Baris (?P<row>\d+): (?P<said>.+)", re.DOTALL)
_MOST_YEARS: Final = 26


def one_line(text: str) -> str:
    """Return a cell as one line."""
    return " ".join(text.split())


def duties_of(text: str) -> list[tuple[int, str]]:
    """Return the duties of a cell by their printed numbers; lines where none are printed.

    A number counts as one only where it follows the one before it, so that no other number in a
    sentence begins a duty.
    """
    starts: list[re.Match[str]] = []
    for found in _NUMBERED.finditer(text):
        if int(found[1]) == len(starts) + 1:
            starts.append(found)
    if not starts:
        lines = [one_line(line) for line in text.splitlines() if line.strip()]
        return list(enumerate(lines, start=1))
    ends = [*(found.start() for found in starts[1:]), len(text)]
    return [
        (number, one_line(text[found.end() : end]))
        for number, (found, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def indicators_of(text: str) -> list[str]:
    """Return what a cell of indicators says: its bullets or numbers, else the whole cell."""
    if _BULLET.search(text):
        parts = _BULLET.split(text)
        return [one_line(part) for part in parts if part.strip()]
    if len(_NUMBERED.findall(text)) > 1:
        return [said for _, said in duties_of(text)]
    return [one_line(text)] if text.strip() else []


def unit_of(text: str) -> str:
    """Return the unit that an indicator names: "Jumlah kegiatan" counts "kegiatan"; else ""."""
    found = _AMOUNT.match(one_line(text).rstrip("."))
    words = found["unit"].split() if found else []
    return " ".join(word if word.isupper() else word.lower() for word in words)


def without_letter(text: str) -> str:
    """Return a title without the letter before it: "a. Sosialisasi"."""
    return _LETTER.sub("", one_line(text))


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a schedule names: "2022 s.d 2025"."""
    return tuple(sorted(set(_years(text))))


def together(doubts: Iterable[str]) -> Iterator[str]:
    """Yield each doubt once, with every row of which it is the same: "Baris 6, 7: …"."""
    rows: dict[str, list[str]] = {}
    for doubt in doubts:
        found = _OF_A_ROW.match(doubt)
        rows.setdefault(found["said"] if found else doubt, []).append(found["row"] if found else "")
    for said, numbers in rows.items():
        yield f"Baris {', '.join(numbers)}: {said}" if numbers[0] else said


def _years(text: str) -> Iterator[int]:
    for first, last in _YEARS.findall(text):
        if int(first) <= int(last) < int(first) + _MOST_YEARS:
            yield from range(int(first), int(last) + 1)
    yield from map(int, _ONE_YEAR.findall(text))
