"""What the worker reads for the page of the service; the months are counted once a day."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.intake.door import OfficeShown
from netralitas.law.book import RuleBook
from netralitas.public.service.composing import service_sheet
from netralitas.public.sheets import Sheet, in_each_language
from netralitas.service.domain import Month
from netralitas.service.queries import duties_of, months_before, profiles

_OFFICES: Final = """
SELECT id, name, zone, regions, service, readers, key_id, public_key
FROM published.office ORDER BY id
"""
_MARK: Final = """
SELECT coalesce(md5(string_agg(concat_ws('|', id, name, service), ',' ORDER BY id)), '')
FROM published.office
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The whole months before a day, as they were counted on it; the `mark` of the offices then."""

    day: date
    months: tuple[Month, ...]
    mark: str


async def is_another(c: Connection, before: Counted | None) -> bool:
    """Say whether an office is shown otherwise than on the page; no event tells of that."""
    return before is None or before.mark != await c.fetchval(_MARK)


async def bring_out(
    c: Connection, book: RuleBook, today: date, before: Counted | None
) -> tuple[tuple[Sheet, ...], Counted]:
    """Return the page of the service, and the months on it; `before` is what was counted last."""
    mark: str = await c.fetchval(_MARK)
    known = before is not None and before.day == today
    months = before.months if before and known else await months_before(c, today)
    counted = Counted(day=today, months=months, mark=mark)
    offices = [msgspec.convert(dict(row), OfficeShown) for row in await c.fetch(_OFFICES)]
    known_of, duties = await profiles(c), await duties_of(c, None)
    sheets = in_each_language(
        lambda: (service_sheet(book, offices, known_of, duties, months, today),)
    )
    return sheets, counted
