"""The minutes of a disposal: what went, how much of it, by which basis, who decided."""

from datetime import datetime

import msgspec

from netralitas.disposal import words
from netralitas.disposal.domain import Outcome
from netralitas.disposal.queries.lists import Line, Whole
from netralitas.documents.domain import Signature
from netralitas.documents.rendering import render
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment


class Minutes(msgspec.Struct, frozen=True, kw_only=True):
    """The paper as it is printed."""

    title: str
    office: str
    footer: str
    letterhead: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    said: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    basis: str
    signatures: tuple[Signature, ...]


async def minutes(found: Whole, number: str, at: datetime) -> bytes:
    """Return the minutes as PDF; of the same list at the same moment the same bytes."""
    return await render("disposal_minutes", _minutes(found, number, at), at)


def _minutes(found: Whole, number: str, at: datetime) -> Minutes:
    erased = sum(line.outcome is Outcome.ERASED for line in found.items)
    zone = Zone(found.zone)
    facts = [
        ("Nomor", number),
        ("Waktu", moment(at, zone)),
        ("Yang dimusnahkan", words.CLASSES[found.kept]),
        ("Masa simpan", f"{found.months} bulan sejak {words.STARTS[found.kept]}"),
    ]
    if found.consent and found.consent_on:
        facts.append(("Persetujuan", f"{found.consent}, {day(found.consent_on)}"))
    return Minutes(
        title=words.MINUTES,
        office=found.office,
        footer=f"{words.MINUTES} {number}",
        letterhead=(),
        facts=tuple(facts),
        said=(
            f"Dari {len(found.items)} baris daftar, {erased} dimusnahkan. Hitungan dan catatan"
            " peristiwa tetap utuh; setiap baris yang dimusnahkan mempunyai tanda dalam catatan"
            " penghapusan, yang diterapkan kembali bila cadangan dipulihkan."
        ),
        headings=("No.", "Yang dimusnahkan dan tandanya", "Jatuh tempo", "Hasil", "Jumlah"),
        lines=tuple(_line(place, line) for place, line in enumerate(found.items, 1)),
        basis=f"Dasar masa simpan: {found.basis} ({words.CERTAINTIES[found.certainty]})",
        signatures=(
            Signature(label="Yang mengajukan", name=found.submitter or words.NONE),
            Signature(label="Yang menyetujui", name=found.approver or words.NONE),
        ),
    )


def _line(place: int, line: Line) -> tuple[str, ...]:
    result = words.OUTCOMES[line.outcome] if line.outcome else f"Dikeluarkan: {line.left_out}"
    said = f"{line.said}\n{line.mark}" if line.mark else line.said
    return (str(place), said, day(line.due_on), result, words.counted(line.counts) or words.NONE)
