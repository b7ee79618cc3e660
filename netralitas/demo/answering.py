"""What the demo's people write on a form: each answer that a move asks for, invented but whole."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from netralitas.cases.answers import (
    Answers,
    DeadlineKind,
    LetterAnswer,
    LetterDeadline,
    Paper,
)
from netralitas.correspondence.domain import ReceiptProof
from netralitas.demo.papers import example_pdf
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.evidence.storage import Storage
from netralitas.law.calendar import Calendar
from netralitas.publication.domain import EndReason
from netralitas.workflow.domain import Ask, Move

MEGABYTE: Final = 1024 * 1024
_EXAM_AFTER: Final = 7  # working days: safe under both readings of PP 94/2021 Pasal 26(2)
_ANSWER_WITHIN: Final = timedelta(days=7)

_NUMBERED: Final[Mapping[str, str]] = {
    "kab": "{serial:03}/PP.00.02/K.TL-01/{at:%m}/{at:%Y}",
    "kasn": "R-{serial}/KASN/{at.month}/{at:%Y}",
    "bkn": "{serial}/B-AK.02.02/SD/F/{at:%Y}",
    "bkpsdm": "800.1.6/{serial}/BKPSDM/{at:%Y}",
    "inspektorat": "700.1/{serial}/ITKAB/{at:%Y}",
    "setda": "100.3.5/{serial}/SETDA/{at:%Y}",
    "others": "B-{serial}/{at:%m}/{at:%Y}",
}
_DECREE: Final = "800.1.6.2/{serial}/KEP/{at:%Y}"
_FOREIGN: Final = "SBT-{at:%Y%m}-{serial:04}"
_TITLES: Final[Mapping[DocumentKind, str]] = {
    DocumentKind.PRELIMINARY_STUDY: "Kajian awal",
    DocumentKind.STUDY: "Kajian dugaan pelanggaran",
    DocumentKind.MINUTES: "Berita acara",
    DocumentKind.EVIDENCE_LIST: "Daftar bukti",
    DocumentKind.TEAM_DECREE: "Surat keputusan tim",
    DocumentKind.EXAM_MINUTES: "Berita acara pemeriksaan",
    DocumentKind.EXAM_REPORT: "Laporan hasil pemeriksaan",
    DocumentKind.DECREE: "Surat keputusan",
    DocumentKind.DELIVERY_RECEIPT: "Tanda terima surat keputusan",
}
_OFFERED: Final = frozenset(
    {
        *(Ask.EVIDENCE_LIST, Ask.TEAM_DECREE, Ask.EXAM_MINUTES, Ask.EXAM_REPORT),
        *(Ask.DECREE_NUMBER, Ask.DELIVERY_RECEIPT),
    }
)
"""What is answered although the form only offers it."""
_METHODS: Final = ("hand", "registered", "email", "application")
_COPIES: Final = ("Ketua Bawaslu Provinsi", "Arsip")


@dataclass(slots=True, kw_only=True)
class Clerk:
    """Fills in forms: letters with the next numbers, papers that are kept once for all."""

    storage: Storage
    calendar: Calendar
    _serial: int = 100
    _kept: dict[str, Stored] = field(default_factory=dict)

    async def answers(
        self,
        move: Move,
        asks: Collection[Ask],
        at: datetime,
        office: str,
        given: Mapping[str, Any],
    ) -> Answers:
        """Return every answer that the form asks for; those `given` stand as they are.

        `office` is the key of whoever wrote the letter that comes in.
        """
        wanted = [*asks, *(ask for ask in move.may_ask if ask in _OFFERED)]
        papers = [await self.paper(DocumentKind(ask.value)) for ask in wanted if _is_paper(ask)]
        made: dict[str, Any] = {"papers": tuple(papers)}
        for ask in wanted:
            if ask.value not in given and not _is_paper(ask):
                made |= self._answer(ask, move, at, office)
        return Answers(**{**made, **given})

    async def paper(self, kind: DocumentKind, title: str | None = None) -> Paper:
        """Return an uploaded example paper."""
        title = title or _TITLES[kind]
        if title not in self._kept:
            self._kept[title] = await self.storage.keep(example_pdf(title), MEGABYTE)
        return Paper(kind=kind, title=title, stored=self._kept[title])

    def letter(
        self, at: datetime, subject: str, office: str = "kab", *, received: bool = False
    ) -> LetterAnswer:
        """Return a letter of an office with its next number: written that day, or received then.

        Letters go out in turn by hand, by registered post, by e-mail and through an application.
        """
        written = at - timedelta(days=3) if received else at
        printed = self._number(_NUMBERED[office], written)
        return LetterAnswer(
            printed=printed,
            dated_on=written.date(),
            subject=subject,
            method=_METHODS[self._serial % len(_METHODS)],
            sent_on=written.date(),
            received_on=at.date() if received else None,
            proof=ReceiptProof.SIGNED_BOOK.value if received else None,
            copies=() if received else _COPIES,
        )

    def _answer(self, ask: Ask, move: Move, at: datetime, office: str) -> dict[str, Any]:
        subject = move.done.removesuffix(".")
        made: dict[Ask, Callable[[], object]] = {
            Ask.LETTER_OUT: lambda: self.letter(at, subject),
            Ask.LETTER_IN: lambda: self.letter(at, subject, office, received=True),
            Ask.FOREIGN_NUMBER: lambda: self._number(_FOREIGN, at),
            Ask.DECREE_NUMBER: lambda: self._number(_DECREE, at),
            Ask.EXAM_ON: lambda: self.calendar.workday_after(at.date(), _EXAM_AFTER),
            Ask.PUBLIC_REASON: lambda: EndReason.WRONG_DATA.value,
            Ask.ANSWER_BY: (at + _ANSWER_WITHIN).date,
            Ask.LETTER_DEADLINE: lambda: LetterDeadline(kind=DeadlineKind.DEFAULT),
        }
        return {ask.value: made[ask]()} if ask in made else {}

    def _number(self, pattern: str, at: datetime) -> str:
        self._serial += 1
        return pattern.format(serial=self._serial, at=at)


def _is_paper(ask: Ask) -> bool:
    return ask.value in set(DocumentKind)
