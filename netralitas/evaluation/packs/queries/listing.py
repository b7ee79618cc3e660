"""The packs of a meeting, their files, and who signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.evaluation.packs import words
from netralitas.evaluation.packs.domain import PAPER, UNFINISHED, PackState, Part
from netralitas.evaluation.packs.pages import FileLine, PackLine, PacksPage, SignatureLine
from netralitas.evaluation.packs.policy import Signable, check_asking, hold_signable
from netralitas.evaluation.queries.lines import address, in_groups
from netralitas.evaluation.queries.meeting import Seen, record_of, see
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.web.parts import Crumb

# What was written after the pack was asked for is not in it. One whose worker never came back is
# given up after an hour.
_PACKS: Final = """
SELECT p.id, p.number, p.draft, p.progress,
       CASE WHEN p.state IN ('waiting', 'running') AND p.asked_at <= now() - interval '1 hour'
            THEN 'failed' ELSE p.state END AS state,
       p.parts, p.digest, p.asked_at, p.ready_at,
       p.organisation, o.name AS office,
       EXISTS (SELECT FROM event e WHERE e.stream = p.meeting AND e.recorded_at > p.asked_at
               AND e.name = ANY ($2)) AS changed
FROM pack p JOIN organisation o ON o.id = p.organisation
WHERE p.meeting = $1 ORDER BY p.id DESC
"""
_SIGNATURES: Final = """
SELECT pack, organisation, name, capacity, signed_on, scan FROM signature WHERE meeting = $1
"""
_SIGNABLE: Final = "SELECT id, state, draft, digest FROM pack WHERE id = $1 AND meeting = $2"
_PART: Final = """
SELECT parts FROM pack WHERE id = $1 AND meeting = $2 AND state = 'ready'
"""
_SCAN: Final = """
SELECT f.digest, f.size, f.media_type FROM signature s JOIN file f ON f.digest = s.scan
WHERE s.meeting = $1 AND s.pack = $2 AND s.organisation = $3
"""
_CHANGES: Final = (
    *("meeting.agenda_added", "meeting.agenda_proposed", "meeting.agenda_removed"),
    *("meeting.held", "meeting.replanned", "meeting.minutes_kept", "meeting.decided"),
    *("meeting.presence_recorded", "meeting.presence_removed", "meeting.figures_frozen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A pack about to be signed, and the digest that is signed."""

    standing: Signable
    digest: bytes


async def packs_page(c: Connection, actor: Actor, meeting: int, today: date) -> PacksPage:
    """Return the packs of a meeting that the actor's office may read; NotVisible for no reader."""
    seen = await see(c, actor, meeting)
    packs = await c.fetch(_PACKS, meeting, list(_CHANGES))
    signed = await c.fetch(_SIGNATURES, meeting)
    why_not = _why_not(seen, actor, packs) if seen.keeps else None
    here = address(meeting, "paket")
    return PacksPage(
        crumbs=(*seen.crumbs, Crumb("Berkas bahan rapat")),
        record=await record_of(c, actor, seen, today),
        here=here,
        look=address(meeting, "bahan"),
        make=here if seen.keeps and not why_not else None,
        why_not=why_not,
        packs=tuple(_line(seen, actor, row, signed) for row in packs),
    )


async def part_of_pack(c: Connection, meeting: int, pack: int, name: str) -> Part:
    """Return a file of a pack that is ready; NotVisible where there is no such file."""
    parts = await c.fetchval(_PART, pack, meeting)
    found = next((each for each in _parts(parts) if each.name == name), None)
    if found is None:
        raise NotVisible
    return found


async def scan_of(c: Connection, meeting: int, pack: int, organisation: int) -> Part:
    """Return the scan of a signed paper; NotVisible where none was kept."""
    row = await c.fetchrow(_SCAN, meeting, pack, organisation)
    if row is None:
        raise NotVisible
    return Part(
        name="pindaian",
        media_type=row["media_type"],
        size=row["size"],
        digest=row["digest"].hex(),
    )


async def signable(c: Connection, meeting: int, pack: int) -> Found:
    """Return a pack as it stands before it is signed; NotVisible where there is none."""
    row = await c.fetchrow(_SIGNABLE, pack, meeting)
    if row is None:
        raise NotVisible
    signed = await c.fetch(_SIGNATURES, meeting)
    return Found(standing=_standing(row, signed), digest=row["digest"] or b"")


def _standing(row: Row, signed: Sequence[Row]) -> Signable:
    return Signable(
        id=row["id"],
        state=PackState(row["state"]),
        draft=row["draft"],
        signed=tuple((each["pack"], each["organisation"]) for each in signed),
    )


def _why_not(seen: Seen, actor: Actor, packs: Sequence[Row]) -> str | None:
    unfinished = any(
        row["organisation"] == actor.organisation and row["state"] in UNFINISHED for row in packs
    )
    try:
        check_asking(seen.meeting, signed=seen.row["signed"], unfinished=unfinished)
    except RuleBroken as refused:
        return refused.reason
    return None


def _line(seen: Seen, actor: Actor, row: Row, signed: Sequence[Row]) -> PackLine:
    state = PackState(row["state"])
    files = _files(seen.meeting.id, row)
    return PackLine(
        title=f"{row['office']}, ke-{row['number']}",
        draft=row["draft"],
        state=words.STATES[state],
        tone=words.TONES[state],
        progress=row["progress"],
        unfinished=state in UNFINISHED,
        problem=words.NOT_MADE if state is PackState.FAILED else None,
        asked_at=row["asked_at"],
        ready_at=row["ready_at"],
        digest=in_groups(row["digest"]) if row["digest"] else None,
        files=tuple(each for each in files if not each.name.endswith(".csv")),
        tables=tuple(each for each in files if each.name.endswith(".csv")),
        signatures=_signatures(seen, actor, row, signed) if files and not row["draft"] else (),
        changed_since=row["changed"] and not seen.row["signed"],
    )


def _files(meeting: int, row: Row) -> tuple[FileLine, ...]:
    return tuple(
        FileLine(
            href=address(meeting, "paket", row["id"], part.name),
            name=part.name,
            said=words.DRAFT_PAPER
            if row["draft"] and part.name == PAPER
            else words.FILES.get(part.name, part.name),
            size=part.size,
            digest=in_groups(bytes.fromhex(part.digest)),
        )
        for part in _parts(row["parts"])
    )


def _parts(parts: Sequence[Mapping[str, object]] | None) -> tuple[Part, ...]:
    return msgspec.convert(parts or (), tuple[Part, ...])


def _signatures(
    seen: Seen, actor: Actor, row: Row, signed: Sequence[Row]
) -> tuple[SignatureLine, ...]:
    names = {
        seen.meeting.organisation: seen.row["organiser"],
        seen.meeting.other_party: seen.row["other_party"],
    }
    of_pack: dict[int, Row] = {
        each["organisation"]: each for each in signed if each["pack"] == row["id"]
    }
    may_sign = seen.keeps and _may_sign(seen, actor, row, signed)
    here = address(seen.meeting.id, "paket", row["id"])
    return tuple(
        _signature(
            party, name, of_pack.get(party), here, sign=may_sign and party == actor.organisation
        )
        for party, name in names.items()
    )


def _signature(party: int, name: str, row: Row | None, here: str, *, sign: bool) -> SignatureLine:
    return SignatureLine(
        organisation=name,
        name=row["name"] if row else None,
        capacity=row["capacity"] if row else None,
        signed_on=row["signed_on"] if row else None,
        scan=f"{here}/pindaian/{party}" if row and row["scan"] else None,
        sign=f"{here}/tanda-tangan" if sign else None,
    )


def _may_sign(seen: Seen, actor: Actor, row: Row, signed: Sequence[Row]) -> bool:
    try:
        hold_signable(seen.meeting, _standing(row, signed), actor.organisation)
    except RuleBroken:
        return False
    return True
