"""The register of agreements: each with its parties and how long it still holds."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any, Final

from netralitas.agreements import words
from netralitas.agreements.domain import AgreementKind, EndsBy
from netralitas.agreements.pages import AgreementCard, PartyLine, RegisterPage
from netralitas.database.connection import Connection

PATH: Final = "/kerja-sama"

# Those that stages end hold longest; among the others the one that ends last comes first.
_REGISTER: Final = """
SELECT a.id, a.kind, a.title, a.place, a.signed_on, a.ends_by, a.ends_on,
       p.ordinal, p.printed, p.capacity, o.name
FROM agreement a
JOIN agreement_party p ON p.agreement = a.id
JOIN organisation o ON o.id = p.organisation
WHERE $1::integer IS NULL OR a.id = $1
ORDER BY a.ends_on DESC NULLS FIRST, a.id, p.ordinal
"""


async def register_page(c: Connection, today: date) -> RegisterPage:
    """Return every agreement that the reader's office takes part in; one statement."""
    return RegisterPage(agreements=cards(await c.fetch(_REGISTER, None), today))


async def one_card(c: Connection, agreement: int, today: date) -> AgreementCard | None:
    """Return one agreement, None for one that the reader does not see."""
    found = cards(await c.fetch(_REGISTER, agreement), today)
    return found[0] if found else None


def cards(rows: Iterable[Any], today: date) -> tuple[AgreementCard, ...]:
    """Return the agreements of the rows, one row for each party."""
    return tuple(_card(list(group), today) for _, group in groupby(rows, key=lambda row: row["id"]))


def _card(rows: list[Any], today: date) -> AgreementCard:
    first = rows[0]
    left, tone = words.left(first["ends_on"], today)
    return AgreementCard(
        href=f"{PATH}/{first['id']}",
        kind=words.KINDS[AgreementKind(first["kind"])],
        title=first["title"],
        place=first["place"],
        signed=words.plain_day(first["signed_on"]),
        ends=words.ends(EndsBy(first["ends_by"]), first["ends_on"]),
        left=left,
        tone=tone,
        parties=tuple(
            PartyLine(
                place=words.place(row["ordinal"]),
                name=row["name"],
                printed=row["printed"],
                capacity=row["capacity"],
            )
            for row in rows
        ),
    )
