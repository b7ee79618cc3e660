"""A package is frozen in the transaction of the act that hands it over."""

from collections.abc import Sequence
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.documents.queries import Document, documents_of
from netralitas.referral.packages import store
from netralitas.referral.packages.domain import (
    Frozen,
    Manifest,
    NumberSaid,
    PaperSaid,
    PersonSaid,
    Sent,
)
from netralitas.referral.packages.manifests import (
    FORM,
    canonical,
    digest_of,
    held_back,
    travelling,
)

_NIP_LENGTH: Final = 18

_NAMES: Final = "SELECT id, name FROM organisation WHERE id = ANY ($1)"
_NUMBERS: Final = "SELECT kind, printed FROM case_number WHERE case_file = $1 ORDER BY id"
_PEOPLE: Final = """
SELECT id, ordinal, name, employment, position, unit, employer, nip_last
FROM respondent WHERE case_file = $1 ORDER BY ordinal
"""
_IDENTITIES: Final = """
SELECT subject, count(*) AS amount FROM vault_entry WHERE case_file = $1 GROUP BY subject
"""


async def freeze(connection: Connection, sent: Sent) -> Frozen:
    """Return the package with its manifest made: of what the sender sees of the case now."""
    names = {row["id"]: row["name"] for row in await connection.fetch(_NAMES, _parties(sent))}
    people = await connection.fetch(_PEOPLE, sent.case)
    concerned = [row for row in people if row["id"] in sent.respondents]
    going, staying = travelling(await documents_of(connection, sent.case), sent.evidence)
    identities = {
        row["subject"]: row["amount"] for row in await connection.fetch(_IDENTITIES, sent.case)
    }
    manifest = canonical(
        Manifest(
            form=FORM,
            sender=names[sent.sender],
            receiver=names[sent.receiver],
            letter=sent.letter,
            numbers=tuple(
                NumberSaid(kind=row["kind"], printed=row["printed"])
                for row in await connection.fetch(_NUMBERS, sent.case)
            ),
            respondents=tuple(_person(row) for row in concerned),
            papers=(*(_paper(paper) for paper in going), *sent.new_papers),
            held_back=held_back(identities, staying, len(people) - len(concerned)),
        )
    )
    return Frozen(sent=sent, manifest=manifest, digest=digest_of(manifest))


async def travelling_in(
    connection: Connection, case: int, evidence: Sequence[int] = ()
) -> list[int]:
    """Return the ids of the papers that travel, of those that the sender sees."""
    going, _ = travelling(await documents_of(connection, case), evidence)
    return [paper.id for paper in going]


async def keep_in(connection: Connection, frozen: Frozen, event: int, filed_by: int) -> int:
    """Return the id of the package that now stands by that event; it is never changed.

    `filed_by` is the event by which the letter of the same act was filed.
    """
    return await store.add(connection, frozen, event, filed_by)


def _parties(sent: Sent) -> list[int]:
    return [sent.sender, sent.receiver]


def _person(row: Row) -> PersonSaid:
    last = row["nip_last"]
    return PersonSaid(
        ordinal=row["ordinal"],
        name=row["name"],
        nip=None if last is None else "•" * (_NIP_LENGTH - len(last)) + last,
        employment=row["employment"],
        position=row["position"],
        unit=row["unit"],
        employer=row["employer"],
    )


def _paper(paper: Document) -> PaperSaid:
    return PaperSaid(
        kind=paper.kind,
        title=paper.title,
        size=paper.size,
        sha256=paper.digest,
        media_type=paper.media_type,
    )
