"""The offices with a public door, and which of them reads what happened in a region."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from netralitas.database.connection import Connection
from netralitas.intake.door import OfficeShown, Service
from netralitas.law.hours import in_words
from netralitas.law.spoken import said

_OFFICES: Final = """
SELECT id, name, zone, regions, service, readers, key_id, public_key
FROM published.office ORDER BY id
"""


async def offices(connection: Connection) -> tuple[OfficeShown, ...]:
    """Return every office that takes reports in through the public site."""
    rows = await connection.fetch(_OFFICES)
    return tuple(msgspec.convert(dict(row), OfficeShown) for row in rows)


def office_of(region: str | None, known: Iterable[OfficeShown]) -> OfficeShown | None:
    """Return the office nearest to a region: of those that cover it, the one of fewest regions."""
    covering = [each for each in known if region in {found.code for found in each.regions}]
    return min(covering, key=lambda each: len(each.regions), default=None)


def served(service: Service) -> Service:
    """Return what an office says of its service, in the language of the page where it can be."""
    hours = service.hours
    if service.weekdays:
        hours = in_words(service.weekdays, service.opens, service.closes)
    return replace(service, hours=hours, standard=said(service.standard))


def region_choices(known: Sequence[OfficeShown]) -> list[tuple[str, str]]:
    """Return each region once, with the words people know it by."""
    found = {region.code: region.name for office in known for region in office.regions}
    return [(code, _with_regency(code, name, found)) for code, name in sorted(found.items())]


def _with_regency(code: str, name: str, found: dict[str, str]) -> str:
    """Return the name of a sub-district together with that of its regency, where it is known."""
    around = found.get(code.rpartition(".")[0]) if code.count(".") > 1 else None
    return f"{name}, {around}" if around and around not in name else name
