"""What one case has to do with others: where it goes on, what goes on in it, what it resembles."""

from collections.abc import Sequence
from typing import Final

import msgspec

from netralitas.access.policy import Field, Permission
from netralitas.cases.domain import Source
from netralitas.cases.merging.rules import (
    MERGED,
    Refusal,
    against_merging,
    against_splitting,
    movable,
)
from netralitas.cases.queries.file import CaseView
from netralitas.cases.queries.filed import Related
from netralitas.cases.queries.likely import Like, asked_about, likely
from netralitas.cases.queries.people import respondents_of
from netralitas.database.connection import Connection
from netralitas.web.parts import Link

_BROUGHT: Final = frozenset({Source.REPORT.value, Source.INFORMATION.value})
# A chain of mergers ends where the matter goes on; two cases never go on in one another.
_GONE_INTO: Final = """
WITH RECURSIVE onward (case_file, steps) AS (
    SELECT into_case, 1 FROM merger WHERE case_file = $1 AND undone_by IS NULL
    UNION ALL
    SELECT m.into_case, o.steps + 1 FROM merger m JOIN onward o ON m.case_file = o.case_file
    WHERE m.undone_by IS NULL AND o.steps < 100
)
SELECT case_file FROM onward ORDER BY steps DESC LIMIT 1
"""
_COME_FROM: Final = """
WITH RECURSIVE before (case_file, steps) AS (
    SELECT case_file, 1 FROM merger WHERE into_case = $1 AND undone_by IS NULL
    UNION ALL
    SELECT m.case_file, b.steps + 1 FROM merger m JOIN before b ON m.into_case = b.case_file
    WHERE m.undone_by IS NULL AND b.steps < 100
)
SELECT case_file FROM before ORDER BY case_file
"""
_BY_NUMBER: Final = """
SELECT DISTINCT n.case_file FROM case_number n
WHERE n.printed = $1 AND n.organisation = $2 AND n.kind <> 'previous'
"""


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """The other cases of the matter, with links for those that the reader sees.

    `gone`: the case goes on elsewhere. `brought` says how many reports make up the matter here.
    """

    gone: bool
    into: Link | None
    undo: str | None
    merged: tuple[Link, ...]
    brought: str | None
    split: tuple[Link, ...]
    split_from: tuple[Link, ...]
    likes: int
    alike: str | None
    ways: tuple[Link, ...]


class LikesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The cases that resemble one, each with the way to a merger where there is one."""

    likes: tuple[Like, ...]
    merge: str | None
    blocked: str | None


async def joined_of(connection: Connection, view: CaseView) -> Joined:
    """Return what the case has to do with others, as far as the reader sees them."""
    base = f"/perkara/{view.dossier.id}"
    gone = is_gone(view)
    into = _links(view, "into")
    merged = [found for found in view.file.related if found.kind == "from"]
    likes = await likes_of(connection, view) if _asks(view) else ()
    return Joined(
        gone=gone,
        into=into[0] if into else None,
        undo=f"{base}/penggabungan/pembatalan"
        if gone and into and view.may(Permission.MERGE)
        else None,
        merged=_links(view, "from"),
        brought=_brought(view, merged),
        split=_links(view, "split_into"),
        split_from=_links(view, "split_from"),
        likes=len(likes),
        alike=f"{base}/kemiripan" if likes else None,
        ways=_ways(view, base),
    )


async def likes_of(connection: Connection, view: CaseView) -> tuple[Like, ...]:
    """Return the cases that resemble this one, without those it has to do with already."""
    known = {found.id for found in view.file.related}
    found = await likely(connection, view.actor, await asked_about(connection, view.dossier.id))
    return tuple(like for like in found if like.case not in known)


async def likes_page(connection: Connection, view: CaseView) -> LikesPage:
    """Return the page of what resembles a case, for those who may read of whom and what it is.

    NotAllowed for others who see the case.
    """
    view.hold(Permission.MERGE)
    refusal = merge_refusal(view)
    return LikesPage(
        likes=await likes_of(connection, view),
        merge=None if refusal else f"/perkara/{view.dossier.id}/penggabungan",
        blocked=refusal.sentence if refusal else None,
    )


def merge_refusal(view: CaseView) -> Refusal | None:
    """Return why the case cannot go on in another one now."""
    return against_merging(view.dossier)


def split_refusal(view: CaseView) -> Refusal | None:
    """Return why no respondent of the case can be given a case of their own now."""
    return against_splitting(view.dossier)


def is_gone(view: CaseView) -> bool:
    """Say whether the case goes on in another one."""
    return any(
        found.workflow == "handling" and found.state == MERGED for found in view.dossier.proceedings
    )


async def movable_of(connection: Connection, view: CaseView) -> tuple[tuple[str, str], ...]:
    """Return the respondents who may go on in another case, as the choices of a form."""
    view.hold(Permission.MERGE)
    possible = set(movable(view.dossier))
    people = await respondents_of(connection, view)
    return tuple(
        (str(person.id), f"{person.ordinal}. {person.name}")
        for person in people
        if person.id in possible
    )


async def numbered(connection: Connection, view: CaseView, printed: str) -> int | None:
    """Return the case of the reader's office with exactly this number, as far as they see it."""
    rows = await connection.fetch(_BY_NUMBER, printed.strip(), view.actor.organisation)
    return rows[0]["case_file"] if len(rows) == 1 else None


async def number_of(connection: Connection, view: CaseView, case: int) -> str | None:
    """Return the number by which a case of the reader's office is called; None for no such one."""
    found: str | None = await connection.fetchval(
        "SELECT printed FROM case_number WHERE case_file = $1 AND organisation = $2"
        " AND kind IN ('register', 'receipt') ORDER BY kind = 'register' DESC, id DESC LIMIT 1",
        case,
        view.actor.organisation,
    )
    return found


async def gone_into(connection: Connection, case: int) -> int | None:
    """Return the case in which the matter of this one goes on, at the end of every merger."""
    found: int | None = await connection.fetchval(_GONE_INTO, case)
    return found


async def come_from(connection: Connection, case: int) -> tuple[int, ...]:
    """Return every case that goes on in this one, directly or through others."""
    return tuple(row["case_file"] for row in await connection.fetch(_COME_FROM, case))


def _asks(view: CaseView) -> bool:
    """Say whether likes are looked for: for who could merge, while the case is handled."""
    return view.may(Permission.MERGE) and against_merging(view.dossier) is None


def _ways(view: CaseView, base: str) -> tuple[Link, ...]:
    if not view.may(Permission.MERGE):
        return ()
    ways = []
    if against_merging(view.dossier) is None:
        ways.append(Link(label="Gabungkan ke perkara lain", href=f"{base}/penggabungan"))
    if against_splitting(view.dossier) is None:
        ways.append(Link(label="Pisahkan sebagian terlapor", href=f"{base}/pemisahan"))
    return tuple(ways)


def _brought(view: CaseView, merged: Sequence[Related]) -> str | None:
    """Return of how many reports the matter is made up, where there are several."""
    if not merged or Field.SUMMARY not in view.seen:
        return None
    reports = sum(source in _BROUGHT for source in (view.file.source, *(m.source for m in merged)))
    return f"Seluruhnya {reports} laporan atau informasi tentang peristiwa ini."


def _links(view: CaseView, kind: str) -> tuple[Link, ...]:
    """Return the ways to the cases of one kind, called by all of their numbers."""
    return tuple(
        Link(label=" · ".join(found.printed) or f"Perkara {found.id}", href=f"/perkara/{found.id}")
        for found in view.file.related
        if found.kind == kind
    )
