"""Desks of people with who stands in at them and to whom their work goes."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.people import words
from netralitas.accounts.people.domain import TOLD_BEFORE
from netralitas.accounts.people.pages import DeputyLine, DeskLine, HandoverLine
from netralitas.accounts.words import role_names
from netralitas.database.connection import Connection, Row
from netralitas.law.words import day
from netralitas.web.parts import Link

_DESKS: Final = """
SELECT d.id, d.officer, d.organisation, d.title, d.roles, d.valid_from, d.valid_to,
       o.name AS office, f.name
FROM desk d JOIN organisation o ON o.id = d.organisation JOIN officer f ON f.id = d.officer
WHERE d.officer = ANY ($1::integer[]) AND d.principal IS NULL
ORDER BY d.officer, d.id
"""
_DEPUTIES: Final = """
SELECT d.id, d.principal, d.roles, d.valid_from, d.valid_to, f.name
FROM desk d JOIN officer f ON f.id = d.officer
WHERE d.principal = ANY ($1::integer[]) AND d.valid_to > $2 AND d.valid_to > d.valid_from
ORDER BY d.valid_from, d.id
"""
_HANDOVERS: Final = """
SELECT h.id, h.desk, h.on_day, h.done_at IS NOT NULL AS done, f.name
FROM desk_handover h JOIN desk s ON s.id = h.successor JOIN officer f ON f.id = s.officer
WHERE h.desk = ANY ($1::integer[]) AND h.cancelled_at IS NULL ORDER BY h.id DESC LIMIT 20
"""
_COLLEAGUES: Final = """
SELECT d.id AS desk, f.id AS officer, f.name, d.title FROM desk d
JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL AND NOT f.is_system
WHERE d.organisation = $1 AND d.principal IS NULL AND f.id <> $2
  AND (d.valid_to IS NULL OR d.valid_to > $3)
ORDER BY f.name, f.id LIMIT 500
"""


async def desk_rows(c: Connection, officers: Collection[int]) -> list[Row]:
    """Return every desk of these officers, apart from those at which they stand in."""
    return list(await c.fetch(_DESKS, list(officers)))


async def colleagues(c: Connection, organisation: int, but: int, on: date) -> list[Row]:
    """Return who else sits in an office on a day or later: desk, officer, name, title."""
    return list(await c.fetch(_COLLEAGUES, organisation, but, on))


async def desk_lines(
    c: Connection, rows: list[Row], today: date, base: str, ends: str, *, managed: bool
) -> tuple[DeskLine, ...]:
    """Return desks as pages show them; two queries.

    Ways to a desk begin with `base`, those that end a deputyship with `ends`; `managed`: the reader
    is its administrator.
    """
    ids = [row["id"] for row in rows]
    deputies: dict[int, list[DeputyLine]] = defaultdict(list)
    for row in await c.fetch(_DEPUTIES, ids, today):
        deputies[row["principal"]].append(
            DeputyLine(
                name=row["name"],
                roles=role_names(map(Role, row["roles"])),
                days=period(row["valid_from"], row["valid_to"]),
                end=f"{ends}/{row['id']}/akhir",
            )
        )
    handovers: dict[int, list[HandoverLine]] = defaultdict(list)
    for row in await c.fetch(_HANDOVERS, ids) if managed else ():
        handovers[row["desk"]].append(_handover(row, base))
    return tuple(
        _line(
            row,
            today,
            base,
            tuple(deputies[row["id"]]),
            tuple(handovers[row["id"]]),
            managed=managed,
        )
        for row in rows
    )


def period(first: date, after: date | None) -> str:
    """Return the days of a desk in words; `after` is the first on which it is over."""
    if after is None:
        return f"Sejak {day(first)}"
    return f"{day(first)} sampai {day(after - timedelta(days=1))}"


def _line(
    row: Row,
    today: date,
    base: str,
    deputies: tuple[DeputyLine, ...],
    handovers: tuple[HandoverLine, ...],
    *,
    managed: bool,
) -> DeskLine:
    after = row["valid_to"]
    over = after is not None and after <= today
    return DeskLine(
        title=row["title"],
        office=row["office"],
        roles=role_names(map(Role, row["roles"])),
        days=period(row["valid_from"], after),
        over=over,
        soon=not over and after is not None and after <= today + TOLD_BEFORE,
        ways=() if over else _ways(f"{base}/{row['id']}", managed=managed),
        deputies=deputies,
        handovers=handovers,
    )


def _ways(href: str, *, managed: bool) -> tuple[Link, ...]:
    stand_in = Link(label="Tunjuk wakil", href=f"{href}/wakil")
    if not managed:
        return (stand_in,)
    return (
        Link(label="Ubah peran", href=f"{href}/peran"),
        stand_in,
        Link(label="Serah terima pekerjaan", href=f"{href}/serah-terima"),
        Link(label="Akhiri penugasan", href=f"{href}/akhir"),
    )


def _handover(row: Row, base: str) -> HandoverLine:
    if row["done"]:
        said = words.HANDED_OVER.format(name=row["name"], day=day(row["on_day"]))
        return HandoverLine(sentence=said, cancel=None)
    said = words.TO_BE_HANDED.format(name=row["name"], day=day(row["on_day"]))
    return HandoverLine(sentence=said, cancel=f"{base}/{row['desk']}/pembatalan/{row['id']}")
