"""The letters of a follow-up that its drafts refer to, as its events tell of them. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from netralitas.database.connection import Row
from netralitas.documents.letters import Draft, KnownLetter

_SUMMONED: Final = ("summoned", "summoned_again", "ethics_summoned", "ethics_summoned_again")
_CALLS: Final = {"surat-panggilan-1": "summoned", "surat-panggilan-2": "summoned_again"}


class _Letter(msgspec.Struct, frozen=True, kw_only=True):
    direction: str
    printed: str = ""
    dated: date | None = None


def summonses_in(events: Sequence[Row]) -> tuple[KnownLetter, ...]:
    """Return the letters by which somebody was summoned, in their order."""
    return tuple(
        letter_of([event], fact) for event in events for fact in _SUMMONED if fact in event["facts"]
    )


def letter_of(events: Sequence[Row], fact: str) -> KnownLetter:
    """Return the letter of the last event that tells the fact; nothing known without one."""
    told = [event for event in events if fact in event["facts"]]
    if not told:
        return KnownLetter()
    letters = msgspec.json.decode(told[-1]["letters"], type=tuple[_Letter, ...])
    office = told[-1]["office"]
    if not letters:
        return KnownLetter(sender=office)
    return KnownLetter(printed=letters[0].printed or None, dated_on=letters[0].dated, sender=office)


def called_for(events: Sequence[Row], draft: Draft, told: Mapping[str, date]) -> date | None:
    """Return the day that the last summons names; for a summons, only the day that it names."""
    session = "ethics_summoned_again" if "ethics_missed" in told else "ethics_summoned"
    fact = {**_CALLS, "panggilan-sidang-etik": session}.get(draft.code)
    named = [
        event["exam_on"]
        for event in events
        if event["exam_on"] and (fact is None or fact in event["facts"])
    ]
    return date.fromisoformat(named[-1]) if named else None
