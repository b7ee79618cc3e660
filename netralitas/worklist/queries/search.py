"""Search: by any number of a case, by NIP through its digest, by the words of the case."""

from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.cases.nip import NipSealer
from netralitas.database.connection import Connection, Row
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.pages import CaseCard, Found
from netralitas.worklist.queries.lines import fields_of
from netralitas.worklist.wanted import nip_in

MOST: Final = 50
_LAST: Final = "\U0010ffff"

# The pattern operators compare bytes: they may use the index below row security, LIKE may not.
_BY_NUMBER: Final = """
SELECT DISTINCT case_file FROM case_number WHERE printed ~>=~ $1 AND printed ~<~ $2
ORDER BY case_file DESC LIMIT $3
"""
_BY_NIP: Final = """
SELECT DISTINCT case_file FROM respondent WHERE nip_digest = $1 ORDER BY case_file DESC LIMIT $2
"""
_BY_WORDS: Final = "SELECT case_file FROM search_cases($1, $2) AS found (case_file)"
_CARDS: Final = """
SELECT f.id, f.subject, f.owner, p.workflow, p.workflow_version, p.state, p.addressee,
       o.name AS office, n.printed
FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
JOIN case_file f ON f.id = wanted.id
JOIN organisation o ON o.id = f.owner
JOIN LATERAL (
    SELECT workflow, workflow_version, state, addressee FROM proceeding
    WHERE case_file = f.id
    ORDER BY array_position('{handling,discipline,referral}', workflow), id DESC LIMIT 1
) p ON true
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = f.id AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
ORDER BY wanted.place
"""


async def find(c: Connection, actor: Actor, wanted: str, sealer: NipSealer) -> Found:
    """Return what was found, at most MOST cases; a NIP is looked up by its digest."""
    nip = nip_in(wanted)
    if nip is not None:
        called = f"NIP yang berakhir {nip[-4:]}"
        cases = await cases_with_nip(c, actor, sealer.digest(nip))
    else:
        called = f"“{wanted}”"
        cases = await cases_with_words(c, actor, wanted)
    return Found(called=called, cases=cases[:MOST], more=len(cases) > MOST)


async def cases_with_words(c: Connection, actor: Actor, wanted: str) -> tuple[CaseCard, ...]:
    """Return the cases that bear a number beginning with `wanted`, then those that speak of it.

    By its words a case is found only by those who may read them.
    """
    numbered = [row["case_file"] for row in await c.fetch(_BY_NUMBER, *_from(wanted), MOST + 1)]
    spoken = [row["case_file"] for row in await c.fetch(_BY_WORDS, wanted, MOST + 1)]
    rows = await c.fetch(_CARDS, list(dict.fromkeys([*numbered, *spoken])))
    allowed = [
        row
        for row in rows
        if row["id"] in numbered or {Field.SUMMARY, Field.RESPONDENTS} <= fields_of(actor, row)
    ]
    return _cards(actor, allowed)


async def cases_with_nip(c: Connection, actor: Actor, digest: bytes) -> tuple[CaseCard, ...]:
    """Return the cases with a respondent of exactly this NIP, for those who see that there is one.

    The digest is `NipSealer.digest` of the number.
    """
    found = [row["case_file"] for row in await c.fetch(_BY_NIP, digest, MOST + 1)]
    rows = await c.fetch(_CARDS, found)
    return _cards(actor, [row for row in rows if Field.NIP_MASKED in fields_of(actor, row)])


def _from(wanted: str) -> tuple[str, str]:
    return wanted, wanted + _LAST


def _cards(actor: Actor, rows: list[Any]) -> tuple[CaseCard, ...]:
    seen = ((row, fields_of(actor, row)) for row in rows)
    return tuple(_card(row, fields) for row, fields in seen if fields)


def _card(row: Row, fields: frozenset[Field]) -> CaseCard:
    declared = workflow(row["workflow"], row["workflow_version"])
    return CaseCard(
        href=f"/perkara/{row['id']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in fields else words.HIDDEN,
        stage=declared.state(row["state"]).label,
        detail=row["office"],
    )
