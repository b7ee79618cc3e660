"""Whether entries can be read as law; what is wrong is said in Indonesian. Pure.

Alone an entry has the right fields and they fit each other; together entries do not contradict.
"""

from collections.abc import Callable, Mapping
from typing import Final

from netralitas.editions.domain import Bodies, Entry, EntryKind
from netralitas.editions.faults import faults
from netralitas.editions.policy import changed, check
from netralitas.editions.words import complaint, faulty, named
from netralitas.law.book import read_rules
from netralitas.law.entries import Body, LawData, law_data, live
from netralitas.law.hours import read_hours
from netralitas.law.violations.catalogue import read_editions
from netralitas.refusals import RuleBroken

_MALFORMED: Final = "law.malformed"
_UNFITTING: Final = "isiannya tidak cocok satu sama lain"
_CONTRADICTING: Final = "Usulan ini bertentangan dengan data lain"


def _read_catalogue(body: Body) -> object:
    said = live(body)
    return read_editions({"source": said["source"], "edition": [said]})


_READERS: Final[Mapping[EntryKind, Callable[[Body], object]]] = {
    EntryKind.RULE: lambda body: read_rules([live(body)]),
    EntryKind.OFFICE_HOURS: lambda body: read_hours([live(body)]),
    EntryKind.VIOLATIONS: _read_catalogue,
}
"""How the law reads one thing alone, where its fields must fit each other."""


def fault_of(kind: EntryKind, body: Body) -> str | None:
    """Return what is wrong with a body by the names of its fields, or None."""
    found = faults(kind, body)
    if found:
        return faulty(kind, found)
    try:
        _READERS.get(kind, live)(body)
    except ValueError as error:
        return complaint(error, kind) or _UNFITTING
    return None


def law_after(before: Bodies, entries: tuple[Entry, ...], edition: int) -> LawData:
    """Return the law as the edition would have it after the change.

    RuleBroken with what is wrong: an entry and its faulty fields, or what the change may not be.
    """
    for entry in entries:
        _hold_well_formed(entry)
    check(before, entries)
    try:
        return law_data(changed(before, entries), edition=edition, calendar_version=edition)
    except (ValueError, KeyError) as error:
        told = complaint(error, *EntryKind)
        raise RuleBroken(
            f"{_CONTRADICTING}: {told}." if told else f"{_CONTRADICTING}.", rule=_MALFORMED
        ) from error


def _hold_well_formed(entry: Entry) -> None:
    fault = fault_of(entry.kind, entry.body) if entry.body is not None else None
    if fault:
        raise RuleBroken(
            f"{named(entry.kind, entry.key, entry.body)} tidak dapat dibaca: {fault}.",
            rule=_MALFORMED,
        )
