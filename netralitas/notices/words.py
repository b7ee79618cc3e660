"""The words of notices: what a deadline does, without a name or a subject."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from netralitas.agreements.words import ALARMS
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.notices.domain import About, NoticeKind

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
_OF_INCIDENTS: Final[Mapping[str, str]] = {
    "incident.first": "Pemberitahuan tertulis insiden data ini belum lengkap dicatat, dan waktunya"
    " habis dalam sehari, pada {until}",
    "incident.last": "Pemberitahuan tertulis insiden data ini belum lengkap dicatat, dan waktunya"
    " habis dalam beberapa jam, pada {until}",
    "incident.late": "Waktu pemberitahuan tertulis insiden data ini habis pada {until}, tanpa"
    " pemberitahuan yang lengkap dicatat",
}
_TODAY: Final = "Tenggat {label} berakhir hari ini, {day}"


class Said(NamedTuple):
    """How a mail calls what it is about, and the way there."""

    number: str
    open: str


def path(about: About) -> str:
    """Return where a notice leads: its case, its agreement, or its incident."""
    if about.incident is not None:
        return f"/insiden-data/{about.incident}"
    return f"/perkara/{about.case}" if about.agreement is None else f"/kerja-sama/{about.agreement}"


def number(about: About) -> str:
    """Return the number that is printed; of an incident the one in the register, on one line."""
    if about.incident is not None:
        return f"Insiden data {about.incident}"
    return " ".join((about.printed or NO_NUMBER).split())


def said(about: About) -> Said:
    """Return the words of the mail for what it is about."""
    if about.incident is not None:
        return Said("Register insiden data", "Buka insiden data")
    if about.agreement is not None:
        return Said("Nomor kerja sama", "Buka kerja sama")
    return Said("Nomor perkara", "Buka perkara")


def of_deadline(
    book: RuleBook, kind: NoticeKind, rule: str, due_at: datetime, at: tuple[Zone, datetime]
) -> str:
    """Return what a notice says of its deadline; `at` is where and when it is read."""
    zone, now = at
    if rule in _OF_INCIDENTS:
        return _OF_INCIDENTS[rule].format(until=law_words.moment(due_at, zone))
    on, today = due_at.astimezone(zone.tz).date(), now.astimezone(zone.tz).date()
    return sentence(kind, rule_label(book, rule), on, today)


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
