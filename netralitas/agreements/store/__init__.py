"""What is asked of the database about agreements, for commands."""

from netralitas.agreements.store.added import add_agreement
from netralitas.agreements.store.texts import (
    Entry,
    Locked,
    NewText,
    add_text,
    enter,
    locked,
    numbers_elsewhere,
    promise,
    restate,
    set_last_day,
    set_stage,
)

__all__ = [
    "Entry",
    "Locked",
    "NewText",
    "add_agreement",
    "add_text",
    "enter",
    "locked",
    "numbers_elsewhere",
    "promise",
    "restate",
    "set_last_day",
    "set_stage",
]
