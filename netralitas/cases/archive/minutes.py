"""The minutes of a hand-over: who hands what to whom, each bundle with its digest."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from netralitas.cases.archive import words
from netralitas.cases.archive.domain import ArchivedCase, Handover
from netralitas.documents.domain import Signature
from netralitas.documents.rendering import render
from netralitas.law.words import day
from netralitas.web.formats import file_size


class Minutes(msgspec.Struct, frozen=True, kw_only=True):
    """The paper as it is printed."""

    title: str
    office: str
    footer: str
    letterhead: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    said: str
    cases: tuple[tuple[str, str, str, str, str], ...]
    basis: str
    certainty: str
    signatures: tuple[Signature, ...]


async def minutes(
    handover: Handover, cases: Sequence[ArchivedCase], number: str, on: date, at: datetime
) -> bytes:
    """Return the minutes as PDF; of the same hand-over at the same moment the same bytes."""
    return await render("archive_minutes", _minutes(handover, cases, number, on), at)


def _minutes(handover: Handover, cases: Sequence[ArchivedCase], number: str, on: date) -> Minutes:
    papers, size = sum(case.papers for case in cases), sum(case.size for case in cases)
    return Minutes(
        title=words.MINUTES,
        office=handover.office,
        footer=f"{words.MINUTES} {number}",
        letterhead=(),
        facts=(
            ("Nomor", number),
            ("Hari, tanggal", day(on)),
            (words.GIVER, f"{handover.giver}, {handover.giver_post}, {handover.office}"),
            (words.TAKER, f"{handover.taker}, {handover.taker_post}, {handover.receiver}"),
            ("Verifikasi", handover.verification),
        ),
        said=(
            f"Pihak yang menyerahkan menyerahkan {len(cases)} perkara dengan {papers} berkas"
            f" ({file_size(size)}) kepada pihak yang menerima, sebagaimana daftar berikut. Sidik"
            " SHA-256 mewakili seluruh isi bundel perkara."
        ),
        cases=tuple(map(_line, cases)),
        basis=words.BASIS,
        certainty=words.CERTAINTY,
        signatures=(
            Signature(label=words.GIVER, name=handover.giver),
            Signature(label=words.TAKER, name=handover.taker),
        ),
    )


def _line(case: ArchivedCase) -> tuple[str, str, str, str, str]:
    return (case.number, str(case.year), str(case.papers), file_size(case.size), case.bundle)
