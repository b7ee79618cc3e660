"""The law data as a file: written as it stands, read back as a change."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NoReturn

from netralitas.editions.domain import Bodies, Entry, EntryKind
from netralitas.editions.shapes import day_off
from netralitas.editions.wellformed import fault_of
from netralitas.law.book import read_rules
from netralitas.law.entries import Body, holiday_key, live, rule_key
from netralitas.law.hours import read_hours
from netralitas.refusals import RuleBroken

FORMAT: Final = "netralitas-law/1"
_REGION: Final = re.compile(r"[0-9]{2}(\.[0-9]{2})?", re.ASCII)
_KEYS: Final[Mapping[EntryKind, str]] = {
    EntryKind.YEAR: "year",
    EntryKind.REGIME: "regime",
    EntryKind.VIOLATIONS: "code",
    EntryKind.LAW: "id",
}
"""The field that is the key of an entry, where one field is."""


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
        _refuse("Berkas ini tidak memuat daftar entri.")
    if any(_unstorable(each) for each in _texts(content["entries"])):
        _refuse("Berkas ini memuat karakter yang tidak dapat disimpan.")
    listed: list[object] = content["entries"]
    return listed


def _entry(place: int, said: object) -> Entry:
    if not isinstance(said, dict) or not {"kind", "key", "body"} <= said.keys():
        _refuse(f"Entri ke-{place} tidak lengkap: jenis, kunci, atau isinya tidak ada.")
    kind, key, body = said["kind"], said["key"], said["body"]
    if not isinstance(kind, str) or kind not in set(EntryKind):
        _refuse(f"Entri ke-{place} (“{key}”) berjenis “{kind}”, yang tidak dikenal.")
    if not isinstance(key, str) or not isinstance(body, dict | None):
        _refuse(f"Entri ke-{place} (“{key}”) tidak lengkap: kunci atau isinya salah bentuk.")
    if body is None:
        return Entry(kind=EntryKind(kind), key=key, body=None)
    known = EntryKind(kind)
    fault = fault_of(known, body) or _fault_of_region(known, key)
    if fault:
        _refuse(f"Entri ke-{place} (“{key}”) tidak dapat dibaca: {fault}.")
    expected = _key_of(known, key, body)
    if key != expected:
        _refuse(f"Entri ke-{place}: kuncinya “{key}”, tetapi isinya tentang “{expected}”.")
    return Entry(kind=known, key=key, body=body)


def _fault_of_region(kind: EntryKind, key: str) -> str | None:
    """Return what is wrong with the region of a day off, as its key has it, or None."""
    region = _region(key)
    if kind is EntryKind.HOLIDAY and region and not _REGION.fullmatch(region):
        return f"“{region}” bukan kode provinsi atau kabupaten/kota"
    return None


def _region(key: str) -> str:
    return key.partition("@")[2]


def _key_of(kind: EntryKind, key: str, body: Body) -> str:
    """Return the key that belongs to a sound body; of its own key a day off has the region."""
    match kind:
        case EntryKind.RULE:
            [rule] = read_rules([live(body)])
            return rule_key(rule.code, rule.version)
        case EntryKind.HOLIDAY:
            return holiday_key(day_off(body).on, _region(key))
        case EntryKind.OFFICE_HOURS:
            [hours] = read_hours([live(body)]).all
            return hours.key
    return str(body[_KEYS[kind]])


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
