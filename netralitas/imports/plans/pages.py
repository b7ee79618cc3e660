"""What the pages of a work plan that comes in show."""

from collections.abc import Iterator

import msgspec

from netralitas.agreements.paper import Indicator, PlanRow
from netralitas.agreements.plan import address
from netralitas.imports.plans.forms import PlanFileForm
from netralitas.imports.plans.understanding import Understood
from netralitas.web.parts import Crumb


class PlanUploadPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a file for the plan of an agreement."""

    crumbs: tuple[Crumb, ...]
    action: str
    back: str
    form: PlanFileForm


class ReadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as it was understood: its title, and what it says by name."""

    title: str
    parts: tuple[tuple[str, str], ...]


class PlanPreviewPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was understood of a file, with each doubt; nothing is written yet."""

    crumbs: tuple[Crumb, ...]
    action: str
    give_up: str
    file: str
    years: str
    rows: tuple[ReadRow, ...]
    doubts: tuple[str, ...]
    version: int
    refused: str


def crumbs(agreement: int, title: str, *last: str) -> tuple[Crumb, ...]:
    """Return the way to the pages of an import."""
    return (
        Crumb("Kerja sama", "/kerja-sama"),
        Crumb(title, f"/kerja-sama/{agreement}"),
        Crumb("Rencana kerja", address.plan(agreement)),
        *map(Crumb, last),
    )


def read_rows(found: Understood) -> tuple[ReadRow, ...]:
    """Return the rows of a plan as a page shows them before they are taken in."""
    return tuple(
        ReadRow(
            title=row.activity or row.programme or "Tanpa nama",
            parts=tuple(_parts(row, found.years)),
        )
        for row in found.rows
    )


def _parts(row: PlanRow, years: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    schedule = "; ".join(row.schedule)
    if 1 < len(row.schedule) <= len(years):
        cells = zip(years, row.schedule, strict=False)
        schedule = "; ".join(f"{year}: {text or '-'}" for year, text in cells)
    said = {
        "Program": row.programme if row.activity else "",
        "Lokasi": row.place,
        "Pelaksana": row.doers,
        "Sumber dana": row.fund,
        "Jadwal": schedule,
        "Tugas pihak kesatu": _duties(row, 1),
        "Tugas pihak kedua": _duties(row, 2),
        "Keluaran": "; ".join(_indicator(each, years) for each in row.output),
        "Hasil": "; ".join(each.text for each in row.outcome),
    }
    yield from ((name, text) for name, text in said.items() if text)


def _duties(row: PlanRow, party: int) -> str:
    return " ".join(f"{each.number}. {each.text}" for each in row.duties if each.party == party)


def _indicator(indicator: Indicator, years: tuple[int, ...]) -> str:
    timed = zip(years, indicator.yearly, strict=False)
    targets = [f"{year} {amount}" for year, amount in timed if amount is not None]
    if indicator.target is not None:
        targets.append(f"seluruhnya {indicator.target}")
    parts = (f"satuan: {indicator.unit}" if indicator.unit else "", ", ".join(targets))
    about = "; ".join(part for part in parts if part)
    return f"{indicator.text} ({about})" if about else indicator.text
