"""Evidence of the demo: drawn and written for it, entered, described, and looked at."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas import clock
from netralitas.cases.commands import attach_evidence_in
from netralitas.cases.queries import view_case
from netralitas.database.transactions import writing
from netralitas.demo.inquiry import Inquiry
from netralitas.evidence.exhibits.commands import describe_in, use_in
from netralitas.evidence.exhibits.domain import Facts, Nature, Origin, Purpose, Use
from netralitas.evidence.exhibits.queries import exhibit

_LARGEST: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of evidence: what it is called, what it is and whence, and its bytes."""

    title: str
    nature: Nature
    origin: Origin
    description: str
    content: bytes


async def gather(inquiry: Inquiry, at: datetime, *pieces: Piece) -> None:
    """Enter the pieces by one event, and say of each what it is; they came on that day."""
    t, actor, case = inquiry.t, inquiry.t.stepped_up(inquiry.who), inquiry.case.id
    with await t.at(at):
        kept = [(each.title, await t.clerk.storage.keep(each.content, _LARGEST)) for each in pieces]
        async with writing(actor) as c:
            await attach_evidence_in(c, actor, case, kept)
            view = await view_case(c, actor, case, now=clock.now(), book=t.book)
            for ordinal, piece in enumerate(pieces, start=1):
                facts = Facts(
                    nature=piece.nature,
                    origin=piece.origin,
                    obtained_on=at.date(),
                    description=piece.description,
                )
                await describe_in(c, view, await exhibit(c, view, ordinal), facts)


async def use(
    inquiry: Inquiry, at: datetime, who: str, ordinal: int, what: Use, why: Purpose | None = None
) -> None:
    """Let somebody use a piece of evidence; its log of custody says so."""
    t, actor, case = inquiry.t, inquiry.t.stepped_up(who), inquiry.case.id
    with await t.at(at):
        async with writing(actor) as c:
            view = await view_case(c, actor, case, now=clock.now(), book=t.book)
            await use_in(c, view, await exhibit(c, view, ordinal), what, why)
