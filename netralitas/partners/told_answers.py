"""From what an event and its letters say back to the texts that a form takes. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

type_details = Mapping[str, Any]

_PLAIN: Final = (
    *("exam_on", "decree_number", "answer_by", "foreign_number", "told_by", "executor"),
    "signed_by",
)
_OFFICES: Final = ("addressee", "successor", "follow_up_office")


def said_in(details: type_details) -> dict[str, str]:
    """Return the answers that stand in an event, by the field that asks for each."""
    found = {name: str(details[name]) for name in _PLAIN if name in details}
    deadline = details.get("letter_deadline")
    if deadline:
        found["letter_deadline"] = deadline["kind"]
        if "on" in deadline:
            found["letter_deadline_on"] = deadline["on"]
    if "imposed" in details:
        found["imposed"] = details["imposed"]["kind"]
    word = word_in(details)
    return found if word is None else {**found, "recommended": word}


def word_in(details: type_details) -> str | None:
    """Return what an event recommends as its form has it: the kind, else the level."""
    return details.get("recommended_kind") or details.get("recommended")


def office_ids(details: type_details) -> dict[str, int]:
    """Return the ids of offices that an event names, by the field that asks for each."""
    return {name: details[name] for name in _OFFICES if name in details}


def letter_fields(row: Mapping[str, Any], *, whole: bool) -> dict[str, str]:
    """Return a letter by its fields: number, date and subject; `whole`: its way and copies too.

    Which letter it answers is an id of ours, where it is kept a matter of the office: neither is
    told.
    """
    said: dict[str, object] = {
        "number": row["printed"],
        "date": row["dated_on"],
        "subject": row["subject"],
    }
    if whole:
        said |= {
            "method": row["method"],
            "sent": row["sent_on"],
            "received": row["received_on"],
            "proof": row["proof"],
            "copies": "\n".join(row["copies"]),
        }
    name = f"letter_{row['direction']}"
    return {f"{name}_{part}": _text(value) for part, value in said.items() if value}


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
