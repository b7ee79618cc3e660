"""Cases as they stand in the database, read back as they would be imported; in chunks."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.accounts.queries import organisations
from netralitas.cases.as_found.domain import (
    FoundCase,
    FoundNumber,
    FoundProceeding,
)
from netralitas.cases.domain import (
    NumberKind,
)
from netralitas.database.connection import Connection, Row
from netralitas.imports.cases import loading_statements as statements
from netralitas.imports.cases.placed import Placed, Related
from netralitas.imports.cases.report import Unplaced
from netralitas.imports.cases.rows import external_of, letters_of, new_case_of, opened_of, steps_of
from netralitas.imports.cases.writing import Codes
from netralitas.reference.queries import elections

CHUNK: Final = 200
type_rows = Mapping[int, Sequence[Row]]


async def codes_of(c: Connection, actor: Actor) -> Codes:
    """Return how offices and elections are called in a file of the actor's office."""
    return Codes(
        organisations={each.id: each.code for each in await organisations(c)},
        elections={each.id: each.code for each in await elections(c)},
        region=await c.fetchval(statements.REGION, actor.organisation),
    )


async def loaded(c: Connection, actor: Actor) -> AsyncIterator[Placed]:
    """Yield the cases of the actor's office in the order in which they were opened."""
    after = 0
    while rows := await c.fetch(statements.CASES, actor.organisation, after, CHUNK):
        for one in await _chunk(c, rows):
            yield one
        after = rows[-1]["id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    """What hangs on the cases of a chunk, by the id of the case."""

    numbers: type_rows
    respondents: type_rows
    proceedings: type_rows
    events: type_rows
    letters: type_rows
    sanctions: type_rows
    external: type_rows
    related: type_rows


async def _chunk(c: Connection, rows: Sequence[Row]) -> list[Placed]:
    ids = [row["id"] for row in rows]
    hanging = _Chunk(
        **{
            name: _by_case(await c.fetch(statement, ids))
            for name, statement in statements.HANGING.items()
        }
    )
    return [_placed(row, hanging) for row in rows]


def _by_case(rows: Sequence[Row]) -> type_rows:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["case_file"]].append(row)
    return found


def _placed(row: Row, hanging: _Chunk) -> Placed:
    case = row["id"]
    people = {p["id"]: at for at, p in enumerate(hanging.respondents.get(case, ()))}
    proceedings = opened_of(hanging.proceedings.get(case, ()))
    places = {p["id"]: at for at, p in enumerate(proceedings)}
    letters = list(hanging.letters.get(case, ()))
    events = [e for e in hanging.events.get(case, ()) if e["proceeding"] in places]
    steps = tuple(steps_of(events, places, letters, hanging.sanctions.get(case, ()), row["zone"]))
    new = new_case_of(row, hanging.respondents.get(case, ()), steps)
    found = FoundCase(
        new=new,
        proceedings=tuple(
            FoundProceeding(
                workflow=p["workflow"],
                respondent=people.get(p["respondent"]),
                addressee=p["addressee"],
            )
            for p in proceedings
        ),
        steps=steps,
        numbers=tuple(
            FoundNumber(kind=NumberKind(n["kind"]), printed=n["printed"], issued_on=n["issued_on"])
            for n in hanging.numbers.get(case, ())
        ),
        letters=tuple(letters_of(letters, row["owner"])),
    )
    return Placed(
        line=row["line"] or 0,
        key=row["key"] or f"perkara-{case}",
        found=found,
        external=tuple(external_of(e, people, row["zone"]) for e in hanging.external.get(case, ())),
        related=tuple(
            Related(kind=r["kind"], key=r["key"] or f"perkara-{r['other']}")
            for r in hanging.related.get(case, ())
        ),
        unplaced=tuple(msgspec.convert(row["unplaced"] or (), list[Unplaced])),
    )
