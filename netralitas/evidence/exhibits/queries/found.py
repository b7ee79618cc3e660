"""One piece of evidence as its reader may use it; and whether they said why."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.policy import Field, Permission
from netralitas.cases.queries import CaseView
from netralitas.database.connection import Connection, Row
from netralitas.evidence.exhibits.domain import Exhibit, Use
from netralitas.refusals import NotVisible

ALLOWED_MINUTES: Final = 60
"""So long a purpose that was said lasts: for one download, or for playing a recording."""

LARGEST_ORDINAL: Final = 2**31 - 1

_ONE: Final = """
SELECT x.id, x.ordinal, x.stream, x.document, x.readers, encode(f.digest, 'hex') AS digest,
       f.media_type, f.size, f.scan
FROM exhibit x JOIN document d ON d.id = x.document JOIN file f ON f.digest = d.file
WHERE x.case_file = $1 AND x.ordinal = $2
"""
_KNOWN: Final = "SELECT nature, origin, obtained_on, description FROM exhibit WHERE id = $1"
_SAID_WHY: Final = """
SELECT EXISTS (SELECT FROM event WHERE stream = $1 AND actor = $2 AND name = ANY ($3::text[])
               AND recorded_at > now() - make_interval(mins => $4))
"""


def hold_reads_evidence(view: CaseView) -> None:
    """Hold that the reader reads papers, and evidence among what they see; NotVisible else."""
    if not (Field.EVIDENCE in view.seen and view.may(Permission.READ_DOCUMENT)):
        raise NotVisible


async def exhibit(c: Connection, view: CaseView, ordinal: int) -> Exhibit:
    """Return a piece of evidence by its ordinal; NotVisible for another's or who may not."""
    return as_exhibit(await exhibit_row(c, view, ordinal))


async def exhibit_row(c: Connection, view: CaseView, ordinal: int) -> Row:
    """Return the row of a piece of evidence, with `scan`; NotVisible as `exhibit`."""
    hold_reads_evidence(view)
    return await handed_row(c, view, ordinal)


async def handed_row(c: Connection, view: CaseView, ordinal: int) -> Row:
    """Return the row of a piece of evidence that travels in a package which the reader has.

    NotVisible where its rows are not for their office.
    """
    row: Row | None = None
    if 0 < ordinal <= LARGEST_ORDINAL:
        row = await c.fetchrow(_ONE, view.dossier.id, ordinal)
    if row is None:
        raise NotVisible
    return row


def as_exhibit(row: Row) -> Exhibit:
    """Return the piece of evidence that a row is of."""
    return Exhibit(
        id=row["id"],
        ordinal=row["ordinal"],
        stream=row["stream"],
        document=row["document"],
        readers=tuple(row["readers"]),
        digest=row["digest"],
        media_type=row["media_type"],
    )


async def said_why(c: Connection, officer: int, found: Exhibit, uses: Sequence[Use]) -> bool:
    """Say whether an officer's use of this kind stands on record and still lasts."""
    if found.stream is None:
        return False
    names = [use.value for use in uses]
    said: bool = await c.fetchval(_SAID_WHY, found.stream, officer, names, ALLOWED_MINUTES)
    return said


async def facts_of(c: Connection, found: Exhibit) -> dict[str, object]:
    """Return what is said of a piece of evidence, as the form of it takes it."""
    return dict(await c.fetchrow(_KNOWN, found.id))
