"""When offices receive people and papers, now and in other periods."""

from datetime import date
from typing import Final

from netralitas.database.connection import Connection
from netralitas.law.entries import LawData
from netralitas.law.hours import Hours
from netralitas.legislation import addresses
from netralitas.legislation.pages.hours import HoursLine, HoursPage
from netralitas.legislation.words import unsure, validity

_NAMES: Final = "SELECT code, name FROM organisation WHERE code = ANY ($1)"


async def hours_page(c: Connection, law: LawData, today: date) -> HoursPage:
    """Return the hours of every office that has told them."""
    told = law.hours.all
    rows = await c.fetch(_NAMES, sorted({hours.organisation for hours in told}))
    names = {row["code"]: row["name"] for row in rows}
    lines = [_line(hours, names, current=_holds(law, hours, today)) for hours in told]
    return HoursPage(
        crumbs=addresses.crumbs(addresses.HOURS),
        lines=tuple(sorted(lines, key=lambda line: (not line.current, line.organisation))),
    )


def _holds(law: LawData, hours: Hours, today: date) -> bool:
    return law.hours.on(hours.organisation, today) == hours


def _line(hours: Hours, names: dict[str, str], *, current: bool) -> HoursLine:
    return HoursLine(
        organisation=names.get(hours.organisation, hours.organisation),
        hours=hours.sentence,
        validity=validity(hours.valid_from, hours.valid_to),
        basis=hours.basis,
        unsure=unsure(hours.certainty),
        current=current,
    )
