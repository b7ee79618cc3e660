"""An agreement of the town with a work plan, signed long ago, and its indicators."""

from typing import Any

from netralitas.agreements.commands import Step, enter_agreement, move_agreement
from netralitas.agreements.domain import AgreementKind
from netralitas.agreements.paper import (
    Article,
    Indicator,
    Paper,
    PaperParty,
    PlanDuty,
    PlanRow,
    Provision,
    Term,
)
from netralitas.agreements.plan.domain import Aspect, Place
from netralitas.cases.domain import Theme
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.law.book import load
from tests.agreements.conftest import Partners
from tests.make import days_ago

YEARS = (2022, 2023, 2024, 2025, 2026, 2027)
HELD_IN = 2024


def place(row: int, number: int = 1, aspect: Aspect = Aspect.OUTPUT, version: int = 2) -> Place:
    """An indicator of the signed text, which is its second version."""
    return Place(version=version, row=row, aspect=aspect, number=number)


def paper(partners: Partners, **changes: Any) -> Paper:  # noqa: ANN401 - fields by name
    """A text with a plan of three rows: activities, follow-up and publication, documents."""
    offices = partners.town.offices
    sides = (("PIHAK KESATU", "kab", "9/HK/2022"), ("PIHAK KEDUA", "bkpsdm", "9/NK/2022"))
    made: dict[str, Any] = {
        "kind": AgreementKind.NOTA_KESEPAKATAN,
        "title": "Rencana bersama netralitas ASN",
        "place": "Kota Contoh",
        "parties": tuple(
            PaperParty(
                called=called,
                name=f"Instansi {office}",
                number=number,
                signatory="Penanda tangan",
                capacity="Ketua",
                organisation=offices[office],
            )
            for called, office, number in sides
        ),
        "articles": (
            Article(number=1, heading="Jangka waktu", provisions=(Provision(text="Enam tahun."),)),
        ),
        "term": Term(at="Pasal 1", years=6),
        "years": YEARS,
        "plan": (
            PlanRow(
                programme="Pencegahan",
                activity="Sosialisasi netralitas",
                fund="PARA PIHAK",
                schedule=("", "", "September s.d. Desember"),
                theme=Theme.NEUTRALITY,
                duties=(
                    PlanDuty(party=1, number=1, text="Mengadakan sosialisasi bersama"),
                    PlanDuty(party=2, number=1, text="Menyediakan aula dan sarana"),
                ),
                output=(
                    Indicator(
                        text="Jumlah sosialisasi",
                        unit="kegiatan",
                        yearly=(None, None, 3, None, None, None),
                    ),
                ),
                outcome=(Indicator(text="ASN memahami netralitas"),),
            ),
            PlanRow(
                programme="Tindak lanjut",
                fund="PARA PIHAK",
                schedule=("2022 s.d. 2027",),
                output=(
                    Indicator(text="Jumlah penerusan", unit="terlapor", target=4),
                    Indicator(text="Jumlah rapat evaluasi", unit="rapat", target=1),
                    Indicator(text="Jumlah publikasi", unit="publikasi"),
                ),
                outcome=(Indicator(text="Tertib"),),
            ),
            PlanRow(
                programme="Data",
                fund="PARA PIHAK",
                schedule=("Januari s.d. Desember",),
                output=(Indicator(text="Jumlah dokumen", unit="dokumen", target=10),),
                outcome=(Indicator(text="Tersedia"),),
            ),
        ),
    }
    return Paper(**{**made, **changes})


async def signed(partners: Partners, **changes: Any) -> int:  # noqa: ANN401 - fields by name
    """Enter it, and let both parties sign it four years ago."""
    agreement = await enter_agreement(partners.sari, paper(partners, **changes))
    book, on = load(), days_ago(4 * 365)
    for move in ("perumusan", "penyusunan", "pengajuan"):
        await move_agreement(partners.sari, agreement, Step(move=move, version=1, on=on), book=book)
    approved = Step(move="persetujuan", version=1, on=on)
    await move_agreement(partners.tono, agreement, approved, book=book)
    step = Step(move="penandatanganan", version=1, on=on, signed=(1, 2))
    await move_agreement(partners.sari, agreement, step, book=book)
    return agreement


async def told(agreement: int) -> list[Any]:
    """The events of an agreement about its plan, the first one first."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT name, details FROM event WHERE stream ="
            " (SELECT stream FROM agreement WHERE id = $1) AND details ? 'aspect' ORDER BY version",
            agreement,
        )
