"""The agreement on which a request rests, as the reader sees it."""

from typing import Final

from netralitas.agreements.domain import Party
from netralitas.agreements.queries import latest_texts
from netralitas.agreements.stages import IN_FORCE, Stage
from netralitas.database.connection import Connection
from netralitas.exchange.domain import Ground
from netralitas.refusals import NotVisible

LARGEST_ID: Final = 2**63 - 1
_LARGEST_AGREEMENT: Final = 2**31 - 1

_GROUND: Final = """
SELECT a.id, a.title, a.signed_on, a.ends_on, a.stage, a.readers, p.organisation, p.ordinal, o.name
FROM agreement a
LEFT JOIN agreement_party p ON p.agreement = a.id
LEFT JOIN organisation o ON o.id = p.organisation
WHERE a.id = $1 AND a.origin = 'own' ORDER BY p.ordinal
"""
# The offices of a party are itself and those below it.
_OFFICES: Final = """
WITH RECURSIVE below (id, party, name, place) AS (
    SELECT id, id, name, 0 FROM organisation WHERE id = ANY ($1)
    UNION ALL
    SELECT o.id, below.party, o.name, below.place + 1
    FROM organisation o JOIN below ON o.superior = below.id WHERE below.place < 16
)
SELECT DISTINCT ON (id) id, party, name, place FROM below ORDER BY id, place
"""


async def ground_of(c: Connection, agreement: int) -> Ground:
    """Return an agreement of our own; NotVisible for any that the reader does not see.

    Two statements.
    """
    rows = await c.fetch(_GROUND, agreement) if 0 < agreement <= _LARGEST_AGREEMENT else []
    if not rows:
        raise NotVisible
    first = rows[0]
    written = (await latest_texts(c, agreement)).get(agreement)
    sentences = written.paper.sentences() if written else ()
    return Ground(
        id=first["id"],
        title=first["title"],
        signed_on=first["signed_on"],
        ends_on=first["ends_on"],
        in_force=first["signed_on"] is not None and Stage(first["stage"]) in IN_FORCE,
        readers=tuple(first["readers"]),
        parties=tuple(
            Party(organisation=row["organisation"], name=row["name"], ordinal=row["ordinal"])
            for row in rows
            if row["organisation"] is not None
        ),
        articles={place: sentence.text for place, sentence in sentences},
    )


async def offices_under(c: Connection, ground: Ground) -> dict[int, tuple[str, int]]:
    """Return the offices of all parties by id: what each is called, and its nearest party."""
    parties = [party.organisation for party in ground.parties]
    rows = await c.fetch(_OFFICES, parties)
    ordered = sorted(rows, key=lambda row: (row["place"], row["name"], row["id"]))
    return {row["id"]: (row["name"], row["party"]) for row in ordered}
