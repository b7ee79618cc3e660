"""Recognising the laws of the register inside free text, in the spellings people use."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from netralitas.law.laws.domain import Law

_STATE: Final = r"(?: RI| Republik Indonesia)?"
_NUMBER: Final = (
    r"(?:(?:nomor|nomer|no)\b[. ]*)?([0-9]{1,4})\b ?(?:/|tahun|th[n.]{0,2}) ?([0-9]{4})"
)
_DASH: Final = re.compile(r"[\u2010-\u2015]")
_AFTER_JO: Final = re.compile(rf",? ?\b(?:jo|juncto)\b[. ]*{_NUMBER}(?![0-9])", re.IGNORECASE)


class Citations:
    """Finds laws by kind, number and year ("UU No. 7 Tahun 2017"), or by a spelling of their own.

    A number after "jo." is of the kind before it: "Perbawaslu 9/2024 jo. 8/2020" cites two.
    """

    def __init__(self, laws: Iterable[Law], kinds: Mapping[str, Sequence[str]]) -> None:
        """Learn the laws and how each kind is spelled; a spelling of two kinds is a ValueError."""
        self._by_number: dict[tuple[str, int, int], str] = {}
        self._by_spelling: dict[str, str] = {}
        for law in laws:
            self._learn(law)
        self._kinds: dict[str, str] = {}
        for kind, spellings in kinds.items():
            for spelling in map(_plain, spellings):
                if self._kinds.setdefault(spelling, kind) != kind:
                    raise ValueError(f"{kind}: “{spelling}” also spells another kind")
        self._numbered = re.compile(
            rf"(?<!\w)({_any(self._kinds)}){_STATE} ?{_NUMBER}(?![0-9])", re.IGNORECASE
        )
        self._spelled = re.compile(
            rf"(?<![\w/])({_any(self._by_spelling)})(?![\w/-])", re.IGNORECASE
        )

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the laws cited in the text, each once, in the order of the text."""
        plain = _tidy(text)
        hits = sorted((*self._hits_by_number(plain), *self._hits_by_spelling(plain)))
        return tuple(dict.fromkeys(law for _, law in hits))

    def _learn(self, law: Law) -> None:
        numbers = (f"{law.number}/{law.year}", *law.further_numbers)
        for number, year in (n.split("/") for n in numbers if re.fullmatch(r"[0-9]+/[0-9]{4}", n)):
            key = (law.kind, int(number), int(year))
            if self._by_number.setdefault(key, law.id) != law.id:
                raise ValueError(f"{law.id}: {number}/{year} is also {self._by_number[key]}")
        for spelling in map(_plain, (*law.spellings, law.id)):
            if self._by_spelling.setdefault(spelling, law.id) != law.id:
                raise ValueError(f"{law.id}: “{spelling}” also spells another law")

    def _hits_by_number(self, text: str) -> Iterator[tuple[int, str]]:
        for match in self._numbered.finditer(text):
            kind = self._kinds[_plain(match[1])]
            numbered: re.Match[str] | None = match
            number, year = match[2], match[3]
            while numbered:
                law = self._by_number.get((kind, int(number), int(year)))
                if law:
                    yield numbered.start(), law
                numbered = _AFTER_JO.match(text, numbered.end())
                if numbered:
                    number, year = numbered[1], numbered[2]

    def _hits_by_spelling(self, text: str) -> Iterator[tuple[int, str]]:
        for match in self._spelled.finditer(text):
            yield match.start(), self._by_spelling[_plain(match[1])]


def _tidy(text: str) -> str:
    """Return the text with single blanks, plain dashes, and no blanks around a dash or slash."""
    return re.sub(r" ?([-/]) ?", r"\1", " ".join(_DASH.sub("-", text).split()))


def _plain(spelling: str) -> str:
    return _tidy(spelling).casefold()


def _any(spellings: Iterable[str]) -> str:
    """Return a pattern of any of the spellings, the longest first; of nothing when there is none"""
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return "|".join(map(re.escape, longest_first)) or r"(?!)"
