"""Changes of the law that an administrator looks at and has not saved."""

from netralitas.editions.commands.changing import propose
from netralitas.editions.domain import Entry, EntryKind
from netralitas.law import book
from netralitas.law.entries import committed, holiday_key, rule_key
from tests.make import Town, days_ago

RULE = "pemilihan.handle_base"


async def make_drafts(town: Town) -> dict[str, int]:
    """Commit a day off that moves deadlines, and a version of a rule that is asked about."""
    return {
        "moving": await propose(town.hadi, reason="Keputusan bersama", entries=(_day_off(),)),
        "asking": await propose(town.hadi, reason="Peraturan baru", entries=_version()),
    }


def _day_off() -> Entry:
    on = book.load().calendar().workday_after(days_ago(0), 1)
    body = {
        "on": on.isoformat(),
        "kind": "cuti_bersama",
        "name": "Cuti bersama tambahan",
        "source": "Keputusan Bersama 1/2026",
    }
    return Entry(kind=EntryKind.HOLIDAY, key=holiday_key(on), body=body)


def _version() -> tuple[Entry, Entry]:
    """Return a version that has been in force for a month already, and the end of the first."""
    body = dict(committed()["rule", rule_key(RULE, 1)])
    ended = {**body, "valid_to": days_ago(31).isoformat()}
    begun = {**body, "version": 2, "number": 5, "valid_from": days_ago(30).isoformat()}
    return (
        Entry(kind=EntryKind.RULE, key=rule_key(RULE, 1), body=ended),
        Entry(kind=EntryKind.RULE, key=rule_key(RULE, 2), body=begun),
    )
