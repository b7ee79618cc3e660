"""One's own desks and those of the people below, with who stands in there."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.accounts.people import words
from netralitas.accounts.people.pages import StandInPage
from netralitas.accounts.people.queries.desks import colleagues, desk_lines, desk_rows, period
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb

OWN_PATH: Final = "/akun/perwakilan"

_BELOW: Final = """
SELECT id FROM officer WHERE superior = $1 AND disabled_at IS NULL ORDER BY name, id LIMIT 50
"""

_SITS: Final = """
SELECT p.title, f.name, d.valid_from, d.valid_to
FROM desk d JOIN desk p ON p.id = d.principal JOIN officer f ON f.id = p.officer
WHERE d.officer = $1 AND d.valid_to > $2 AND d.valid_to > d.valid_from ORDER BY d.valid_from, d.id
"""


async def stand_in_page(c: Connection, actor: Actor, now: datetime) -> StandInPage:
    """Return the desks for which the actor may name deputies."""
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    rows = [row for row in await _desks(c, actor) if not _over(row, today)]
    lines = await desk_lines(c, rows, today, OWN_PATH, OWN_PATH, managed=False)
    return StandInPage(
        title=words.STAND_INS,
        lead=words.STAND_INS_LEAD,
        crumbs=(Crumb("Beranda", "/beranda"), Crumb(words.STAND_INS)),
        desks=lines,
        names=tuple(row["name"] for row in rows),
        sits=tuple(
            words.SITS.format(
                name=row["name"],
                title=row["title"],
                days=period(row["valid_from"], row["valid_to"]),
            )
            for row in await c.fetch(_SITS, actor.officer, today)
        ),
    )


async def own_desk(
    c: Connection, actor: Actor, desk: int, today: date
) -> dict[str, list[tuple[str, str]]]:
    """Return who could stand in at a desk of the actor or of somebody below; NotVisible."""
    row = next((each for each in await _desks(c, actor) if each["id"] == desk), None)
    if row is None or _over(row, today):
        raise NotVisible
    others = await colleagues(c, row["organisation"], row["officer"], today)
    return {
        "deputy": [(str(each["officer"]), f"{each['name']}, {each['title']}") for each in others]
    }


async def _desks(c: Connection, actor: Actor) -> list[Row]:
    """Return one's own desks, and of the people below those in the office one sits in now."""
    below = [row["id"] for row in await c.fetch(_BELOW, actor.officer)]
    rows = await desk_rows(c, [actor.officer, *below])
    return [
        row
        for row in rows
        if row["officer"] == actor.officer or row["organisation"] == actor.organisation
    ]


def _over(row: Row, today: date) -> bool:
    return row["valid_to"] is not None and row["valid_to"] <= today
