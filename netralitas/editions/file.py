"""The law data as a file: written as it stands, read back as a change."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NoReturn

import msgspec

from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.policy import Bodies
from netralitas.law.book import read_rules
from netralitas.law.calendar import DayKind
from netralitas.law.domain import RegimeNote, Rule
from netralitas.law.entries import holiday_key, lively, rule_key
from netralitas.law.hours import Hours
from netralitas.law.laws.domain import Law
from netralitas.law.violations.catalogue import read_editions
from netralitas.refusals import RuleBroken

FORMAT: Final = "netralitas-law/1"
_REGION: Final = re.compile(r"[0-9]{2}(\.[0-9]{2})?", re.ASCII)


class _Holiday(msgspec.Struct, forbid_unknown_fields=True):
    on: date
    kind: DayKind
    name: str
    source: str | None = None
    decree_on: date | None = None


class _Year(msgspec.Struct, forbid_unknown_fields=True):
    year: int
    provisional: bool
    source: dict[DayKind, str]


_SHAPES: Final[Mapping[EntryKind, Any]] = {
    EntryKind.RULE: Rule,
    EntryKind.HOLIDAY: _Holiday,
    EntryKind.YEAR: _Year,
    EntryKind.OFFICE_HOURS: Hours,
    EntryKind.REGIME: RegimeNote,
    EntryKind.LAW: Law,
}
_LEFT_OUT: Final[Mapping[EntryKind, Mapping[str, None]]] = {
    EntryKind.RULE: {"number": None},
    EntryKind.OFFICE_HOURS: {"valid_to": None, "opens": None, "closes": None},
}
"""What a body may leave out although the shape has no default for it."""


def written(bodies: Bodies, edition: int, *, calendar_version: int) -> bytes:
    """Return all that an edition says as a file that `changes_in` reads."""
    entries = [
        {"kind": kind, "key": key, "body": body} for (kind, key), body in sorted(bodies.items())
    ]
    content = {
        "format": FORMAT,
        "edition": edition,
        "calendar_version": calendar_version,
        "entries": entries,
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def changes_in(text: str, before: Bodies) -> tuple[Entry, ...]:
    """Return the entries of a file that say something else than what stands before it.

    Raises RuleBroken with a sentence that names the first entry that cannot be read.
    """
    found: dict[tuple[str, str], Entry] = {}
    for place, said in enumerate(_listed(text), 1):
        entry = _entry(place, said)
        if (entry.kind, entry.key) in found:
            _refuse(f"Entri ke-{place}: “{entry.key}” tertulis dua kali.")
        found[entry.kind, entry.key] = entry
    return tuple(entry for key, entry in found.items() if before.get(key) != entry.body)


def _listed(text: str) -> Sequence[object]:
    try:
        content = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        _refuse("Berkas ini bukan JSON yang utuh. Ekspor sekali lagi, lalu ubah salinannya.")
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        _refuse(f"Berkas ini bukan ekspor data hukum: tanda “{FORMAT}” tidak ada.")
    if not isinstance(content.get("entries"), list):
        _refuse("Berkas ini tidak memuat daftar “entries”.")
    if any(_unstorable(each) for each in _texts(content["entries"])):
        _refuse("Berkas ini memuat karakter yang tidak dapat disimpan.")
    listed: list[object] = content["entries"]
    return listed


def _entry(place: int, said: object) -> Entry:
    if not isinstance(said, dict) or not {"kind", "key", "body"} <= said.keys():
        _refuse(f"Entri ke-{place} tidak lengkap: perlu “kind”, “key”, dan “body”.")
    kind, key, body = said["kind"], said["key"], said["body"]
    if not isinstance(kind, str) or kind not in set(EntryKind):
        _refuse(f"Entri ke-{place} (“{key}”) berjenis “{kind}”, yang tidak dikenal.")
    if not isinstance(key, str) or not isinstance(body, dict | None):
        _refuse(f"Entri ke-{place} (“{key}”) tidak lengkap: kunci atau isinya salah bentuk.")
    if body is None:
        return Entry(kind=EntryKind(kind), key=key, body=None)
    try:
        expected = _key_of(EntryKind(kind), key, body)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RuleBroken(
            f"Entri ke-{place} (“{key}”) tidak dapat dibaca: {error}.", rule="law.file"
        ) from error
    if key != expected:
        _refuse(f"Entri ke-{place}: kuncinya “{key}”, tetapi isinya tentang “{expected}”.")
    return Entry(kind=EntryKind(kind), key=key, body=body)


def _key_of(kind: EntryKind, key: str, body: dict[str, Any]) -> str:
    """Return the key that belongs to a body which can be read; an error says what is wrong."""
    live = lively(body)
    if kind is EntryKind.VIOLATIONS:
        read_editions({"source": live["source"], "edition": [live]})
        return str(body["code"])
    read = msgspec.convert({**_LEFT_OUT.get(kind, {}), **body}, _SHAPES[kind])
    known = ""
    match read:
        case Rule():
            read_rules([live])  # which refuses what no rule has
            known = rule_key(read.code, read.version)
        case _Holiday():
            known = holiday_key(read.on, _region(key))
        case _Year():
            known = str(read.year)
        case Hours():
            known = read.key
        case RegimeNote():
            known = read.regime.value
        case Law():
            known = read.id
    return known


def _region(key: str) -> str:
    """Return the region of a day off, as its key has it; ValueError for what is no code of one."""
    region = key.partition("@")[2]
    if region and not _REGION.fullmatch(region):
        raise ValueError(f"“{region}” bukan kode provinsi atau kabupaten/kota")
    return region


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for name, inner in value.items():
                yield from _texts(name)
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)


def _unstorable(text: str) -> bool:
    """Say whether no database keeps the text: it holds NUL or half of a character."""
    return "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _refuse(sentence: str) -> NoReturn:
    raise RuleBroken(sentence, rule="law.file")
