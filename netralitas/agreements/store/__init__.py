"""What is asked of the database about agreements, for commands."""

from netralitas.agreements.store.added import add_agreement, add_duties
from netralitas.agreements.store.records import NewRecord, add_record, numbers_used, records_of
from netralitas.agreements.store.texts import (
    Entry,
    Locked,
    NewText,
    add_text,
    enter,
    locked,
    numbers_elsewhere,
    restate,
    set_last_day,
    set_stage,
)

__all__ = [
    "Entry",
    "Locked",
    "NewRecord",
    "NewText",
    "add_agreement",
    "add_duties",
    "add_record",
    "add_text",
    "enter",
    "locked",
    "numbers_elsewhere",
    "numbers_used",
    "records_of",
    "restate",
    "set_last_day",
    "set_stage",
]
