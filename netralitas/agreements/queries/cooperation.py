"""Agreements as activities hang on them: parties, duties, and the offices of a party."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

from netralitas.agreements.domain import Cooperation, Duty, Party
from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection

# An organisation speaks for the offices below it; those above it look on.
_OFFICES: Final = """
WITH RECURSIVE above (id, superior, place) AS (
    SELECT id, superior, 0 FROM organisation WHERE id = ANY ($1)
    UNION ALL
    SELECT o.id, o.superior, above.place + 1
    FROM organisation o JOIN above ON o.id = above.superior WHERE above.place < 16
), below (id, place) AS (
    SELECT id, 0 FROM organisation WHERE id = ANY ($1)
    UNION ALL
    SELECT o.id, below.place + 1
    FROM organisation o JOIN below ON o.superior = below.id WHERE below.place < 16
)
SELECT id FROM above UNION SELECT id FROM below ORDER BY id
"""
# What is not signed yet binds nobody: no activity hangs on it.
_COOPERATIONS: Final = """
SELECT a.id, a.title, a.signed_on, a.readers, p.organisation, p.ordinal, o.name
FROM agreement a
JOIN agreement_party p ON p.agreement = a.id
JOIN organisation o ON o.id = p.organisation
WHERE ($1::integer IS NULL OR a.id = $1) AND a.signed_on IS NOT NULL
ORDER BY a.signed_on DESC, a.id, p.ordinal
"""
_DUTIES: Final = """
SELECT d.id, d.theme, d.organisation, d.text
FROM duty d JOIN agreement_party p ON p.agreement = d.agreement AND p.organisation = d.organisation
WHERE d.agreement = $1 AND ($2::text IS NULL OR d.theme = $2)
ORDER BY p.ordinal, d.theme, d.ordinal
"""


async def offices_of(c: Connection, parties: Iterable[int]) -> tuple[int, ...]:
    """Return the organisations themselves, the offices below them and those above them."""
    return tuple(row["id"] for row in await c.fetch(_OFFICES, list(parties)))


async def cooperations(c: Connection, chain: Iterable[int]) -> tuple[Cooperation, ...]:
    """Return the agreements to which an office or one above it is a party, the latest first.

    `chain` is the office and its superiors upwards.
    """
    offices = tuple(chain)
    found = _cooperations(await c.fetch(_COOPERATIONS, None))
    return tuple(each for each in found if each.party_of(offices) is not None)


async def one_cooperation(c: Connection, agreement: int) -> Cooperation | None:
    """Return an agreement that the reader sees, None for any other."""
    found = _cooperations(await c.fetch(_COOPERATIONS, agreement))
    return found[0] if found else None


async def duties_of(c: Connection, agreement: int, theme: Theme | None = None) -> tuple[Duty, ...]:
    """Return the duties of an agreement, of one theme or all, by party and place.

    The caller has seen the agreement: these rows have no row security of their own.
    """
    return tuple(
        Duty(
            id=row["id"],
            theme=Theme(row["theme"]),
            organisation=row["organisation"],
            text=row["text"],
        )
        for row in await c.fetch(_DUTIES, agreement, theme)
    )


def _cooperations(rows: Iterable[Any]) -> list[Cooperation]:
    found = []
    for _, group in groupby(rows, key=lambda row: row["id"]):
        parties = list(group)
        first = parties[0]
        made = Cooperation(
            id=first["id"],
            title=first["title"],
            signed_on=first["signed_on"],
            readers=tuple(first["readers"]),
            parties=tuple(
                Party(organisation=row["organisation"], name=row["name"], ordinal=row["ordinal"])
                for row in parties
            ),
        )
        found.append(made)
    return found
