"""Days off in words, each kind with the letter that marks it in a small month."""

from typing import Final

from netralitas.law.calendar import DayKind

REGIONAL: Final = "libur_daerah"
SIGNS: Final = {
    DayKind.NATIONAL_HOLIDAY.value: ("L", "libur nasional"),
    DayKind.JOINT_LEAVE.value: ("C", "cuti bersama"),
    DayKind.POLLING_DAY.value: ("P", "hari pemungutan suara"),
    REGIONAL: ("D", "libur daerah"),
}
"""The letter and the words of each kind; those of one region have a kind of their own here."""
