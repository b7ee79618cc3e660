"""The words of notices: what a deadline does, without a name or a subject."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from netralitas.agreements.words import ALARMS
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.notices.domain import NoticeKind

OF_AGREEMENT: Final = "agreement."
NO_NUMBER: Final = "Tanpa nomor"
KINDS: Final[Mapping[NoticeKind, str]] = {
    NoticeKind.SOON: "Segera berakhir",
    NoticeKind.TODAY: "Berakhir hari ini",
    NoticeKind.LATE: "Terlewat",
    NoticeKind.ESCALATED: "Terlewat, untuk atasan",
    NoticeKind.MOVED: "Tanggal berubah",
}
"""What kind of notice it is, in a word or two."""

_SENTENCES: Final[Mapping[NoticeKind, str]] = {
    NoticeKind.SOON: "Tenggat {label} akan berakhir pada {day}",
    NoticeKind.TODAY: "Tenggat {label} berakhir pada {day}",
    NoticeKind.LATE: "Tenggat {label} terlewat, berakhir pada {day}",
    NoticeKind.ESCALATED: (
        "Tenggat {label} yang menjadi tugas petugas di bawah Anda terlewat, berakhir pada {day}"
    ),
    NoticeKind.MOVED: "Tenggat {label} berubah menjadi {day}",
}
_TODAY: Final = "Tenggat {label} berakhir hari ini, {day}"


def path(case: int | None, agreement: int | None) -> str:
    """Return where a notice leads: its case, or its agreement."""
    return f"/perkara/{case}" if agreement is None else f"/kerja-sama/{agreement}"


def sentence(kind: NoticeKind, label: str, on: date, today: date) -> str:
    """Return "Tenggat Kajian awal berakhir hari ini, Senin, 2 September 2024", without a full stop.

    It only says "hari ini" on that day: a notice is read again later.
    """
    form = _TODAY if kind is NoticeKind.TODAY and on == today else _SENTENCES[kind]
    return form.format(label=label, day=law_words.day(on))


def rule_label(book: RuleBook, code: str) -> str:
    """Return the name of the deadline that a rule sets: "Kajian awal"; its code for one unknown.

    What is due under an agreement has a code of its own: "agreement.evaluation".
    """
    of_agreement = ALARMS.get(code.removeprefix(OF_AGREEMENT))
    if code.startswith(OF_AGREEMENT) and of_agreement:
        return of_agreement
    return book.versions(code)[-1].label if code in book.codes() else code
