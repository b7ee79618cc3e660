"""Whether a sentence names somebody: by name, number, post, unit, or a way to reach them. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from netralitas.publication.domain import Leak, Named, Trace
from netralitas.publication.policy.places import OF_ANY_PLACE, called
from netralitas.publication.policy.unnamed import pointers_in

type_words = list[tuple[str, str]]

_LONG_ENOUGH: Final = 4
_WORD: Final = re.compile(r"\w+")
_TWO_YEARS: Final = r"(?!(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d(?!\d))"
_DIGITS: Final = re.compile(rf"(?<!\d){_TWO_YEARS}\d(?:[\s.\-/()]{{0,3}}\d){{7,}}")
_ADDRESS: Final = re.compile(
    r"\S*@\S+|\bhttps?:\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|id|me|ly)\b\S*",
    re.IGNORECASE,
)

_CALLED: Final = frozenset(
    {"terlapor", "pelapor", "saksi", "bapak", "saudara", "saudari", "haji", "hajah", "belum"}
)
"""How anybody is called, so that it says nothing although it stands in a name."""

_OF_ANY_OFFICE: Final = frozenset(
    {
        *("pegawai", "negeri", "sipil", "aparatur", "aparat", "jabatan", "pejabat", "petugas"),
        *("kepala", "wakil", "sekretaris", "ketua", "anggota", "pelaksana", "fungsional"),
        *("administrator", "pengawas", "pimpinan", "tinggi", "pratama", "madya", "muda", "ahli"),
        *("utama", "terampil", "mahir", "penyelia", "staf", "dinas", "badan", "bidang", "bagian"),
        *("kantor", "seksi", "unit", "teknis", "cabang", "daerah", "pemerintah", "kabupaten"),
        *("kota", "provinsi", "kecamatan", "kelurahan", "desa", "kerja", "satuan", "urusan"),
        *("umum", "sosial", "pelayanan", "publik", "negara", "republik", "indonesia", "pemilihan"),
        *("pemilu", "pada", "dengan", "untuk", "yang", "dari", "sebagai", "oleh", "atau"),
    }
)
"""Words of posts and units that point at nobody by themselves."""

_TITLES: Final = (
    *("sekretaris daerah", "asisten daerah", "sekda", "inspektur", "camat", "sekcam", "lurah"),
    *("kepala desa", "kades", "sekdes", "kepala dinas", "kadis", "kepala badan", "kaban"),
    *("kepala bagian", "kabag", "kepala bidang", "kabid", "kepala sekolah", "kepala puskesmas"),
    *(
        "direktur",
        "bidan desa",
        "sekretaris desa",
        "kepala dusun",
        "kadus",
    ),
)
"""Posts of which there are so few that the title alone points at somebody."""


def leak_in(text: str, people: Iterable[Named], places: Iterable[str] = ()) -> Leak | None:
    """Return by what a sentence names one of these people, or anybody at all; None for nothing.

    Capitals, accents and invisible signs make no difference. A part of a name, unit, post or place
    of at least four letters counts, unless it is said of anybody; so do eight digits in a row, an
    address or handle, the title of a post of which there are few, a unit or place called by its
    name, initials, and what a caption says of a picture. `places` are the names of units and
    districts around the case: each is noticed as a whole, without "Kecamatan" before it as well.
    """
    return next(_leaks(text, list(people), places), None)


def _leaks(text: str, people: list[Named], places: Iterable[str]) -> Iterator[Leak]:
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    for pattern, trace in ((_ADDRESS, Trace.ADDRESS), (_DIGITS, Trace.DIGITS)):
        for found in pattern.finditer(unicodedata.normalize("NFKC", visible)):
            yield Leak(trace=trace, word=found[0].strip())
    words = _words(visible)
    for person in people:
        yield from _repeated(words, person.name, Trace.NAME, _CALLED)
        yield from _repeated(words, person.unit, Trace.UNIT, _OF_ANY_OFFICE)
        yield from _repeated(words, person.position, Trace.POSITION, _OF_ANY_OFFICE)
        yield from _happened(words, person.place)
    for place in places:
        yield from _whole(words, called([word for word, _ in _words(place)]), Trace.PLACE)
    for title in _TITLES:
        yield from _whole(words, title.split(), Trace.POSITION)
    yield from pointers_in(unicodedata.normalize("NFKC", visible))


def _repeated(
    words: type_words, said: str | None, trace: Trace, common: frozenset[str]
) -> Iterator[Leak]:
    """Yield where a name, unit or post is repeated: as a whole, or in a part that points at it."""
    parts = [word for word, _ in _words(said or "")]
    if not common.issuperset(parts) or len(parts) > 1:
        yield from _whole(words, parts, trace)
    yield from _parts(words, {part for part in parts if part not in common}, trace)


def _happened(words: type_words, place: str | None) -> Iterator[Leak]:
    """Yield where the place is told at which it happened, unless any place is called so."""
    parts = {word for word, _ in _words(place or "")}
    yield from _parts(words, parts - _OF_ANY_OFFICE - OF_ANY_PLACE, Trace.PLACE)


def _parts(words: type_words, parts: set[str], trace: Trace) -> Iterator[Leak]:
    telling = {part for part in parts if len(part) >= _LONG_ENOUGH}
    for word, typed in words:
        if word in telling:
            yield Leak(trace=trace, word=typed)


def _whole(words: type_words, parts: list[str], trace: Trace) -> Iterator[Leak]:
    """Yield where these words follow one another."""
    for at in range(len(words) - len(parts) + 1 if parts else 0):
        if [word for word, _ in words[at : at + len(parts)]] == parts:
            typed = " ".join(typed for _, typed in words[at : at + len(parts)])
            yield Leak(trace=trace, word=typed)


def _words(text: str) -> type_words:
    """Return each word without capitals and accents, and as it was typed."""
    return [(_plain(found[0]), found[0]) for found in _WORD.finditer(text)]


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
