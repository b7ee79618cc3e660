"""A package becomes a case here, or goes into the case that it was sent for: one transaction."""

from dataclasses import dataclass
from typing import Final

import asyncpg

from netralitas import clock
from netralitas.cases.answers import Answers, LetterAnswer
from netralitas.cases.as_found.commands import enter_as_found_in
from netralitas.cases.commands import make_move_in, tell_in
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.law.book import RuleBook
from netralitas.partners import claims, inbox, senders, words
from netralitas.partners.claims import Claimed
from netralitas.partners.domain import Problem
from netralitas.partners.fetching import Fetched
from netralitas.partners.inbox import Found, Joined, Link
from netralitas.partners.placing import Office, handed, moment, placed
from netralitas.partners.wire import FailedError, Handed
from netralitas.referral.packages.commands.freezing import keep_in
from netralitas.referral.packages.domain import Frozen, LetterSaid, Sent
from netralitas.refusals import Invalid, Refusal, Unavailable

ARRIVED: Final = "case.package_arrived"
"""The event that says which package came in, and under which its papers are filed."""

_AGAIN: Final = "forward_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What a package became: the case, and the proceedings of it by those there."""

    case: int
    links: tuple[tuple[Handed, int], ...]


async def bring_in(partner: Claimed, fetched: Fetched, book: RuleBook) -> int | None:
    """Return the case that a package is in now; None where it was entered before.

    All of it, or nothing. FailedError (CONTENT) with the sentence of the rule that speaks against
    it; LostError.
    """
    try:
        async with writing(EVERYTHING) as c:
            return await _bring_in(c, partner, fetched, book)
    except Unavailable:
        raise
    except Invalid as invalid:
        said = " ".join(each for sentences in invalid.errors.values() for each in sentences)
        raise FailedError(Problem.CONTENT, sentence=said) from invalid
    except Refusal as refused:
        raise FailedError(Problem.CONTENT, sentence=str(refused.reason)) from refused
    except (ValueError, asyncpg.DataError, asyncpg.IntegrityConstraintViolationError) as error:
        raise FailedError(Problem.CONTENT) from error


async def _bring_in(
    c: Connection, partner: Claimed, fetched: Fetched, book: RuleBook
) -> int | None:
    await claims.keep(c, partner)
    if await senders.is_used(c, partner.acting.organisation, clock.now()):
        raise FailedError(Problem.CONTENT, sentence=words.SENDER_IN_USE)
    package = fetched.package
    coming = handed(package, fetched.manifest)
    about = [one for one in coming if one.handed]
    if not about:
        raise FailedError(Problem.CONTENT)
    linked = await inbox.links(c, partner, [one.id for one in coming])
    before = [linked[one.id] for one in about if one.id in linked]
    if before and (len(before) < len(about) or len({link.case_file for link in before}) > 1):
        raise FailedError(Problem.CONTENT)
    async with writing(partner.acting) as own:  # sees what the sender may, and no more
        if before:
            arrived = await _again(own, partner, fetched, before, book)
        else:
            arrived = await _anew(own, partner, fetched, coming, book)
    now = clock.now()
    added = await inbox.entered(c, partner, package, arrived.case, now)
    if added is None:
        raise claims.LostError
    for one, proceeding in arrived.links:
        joined = Joined(case=arrived.case, package=added, proceeding=proceeding)
        await inbox.link(c, partner, one, joined, now)
    for one in coming:
        await inbox.seen(c, partner, one.id, one.state, one.version, now)
    return arrived.case


async def _anew(
    c: Connection,
    partner: Claimed,
    fetched: Fetched,
    coming: tuple[Handed, ...],
    book: RuleBook,
) -> Arrived:
    """Enter a new case of the sender, with the package that stands there."""
    package, manifest = fetched.package, fetched.manifest
    office = Office(
        id=partner.organisation,
        kind=partner.organisation_kind,
        region=partner.region,
        numbers=await inbox.numbers(c, partner.acting.organisation),
    )
    found = placed(package, manifest, office, clock.now())
    entered = await enter_as_found_in(c, partner.acting, found, book=book)
    _, *opened = await inbox.proceedings(c, entered.id)
    pairs = tuple(zip(coming, opened, strict=True))
    concerned = [one for said, one in pairs if said.handed]
    sent = Sent(
        case=entered.id,
        sender=partner.acting.organisation,
        receiver=partner.organisation,
        respondents=tuple(dict.fromkeys(one.respondent or 0 for one in concerned)),
        proceedings=tuple(one.id for one in concerned),
        readers=concerned[0].readers,
        letter=manifest.letter,
        answer_by=package.answer_by,
    )
    frozen = Frozen(sent=sent, manifest=fetched.content, digest=package.digest)
    await keep_in(c, frozen, concerned[0].event, concerned[0].event)
    await _file(c, partner, fetched, entered.id, concerned[0].readers)
    return Arrived(case=entered.id, links=tuple((said, one.id) for said, one in pairs))


async def _again(
    c: Connection, partner: Claimed, fetched: Fetched, before: list[Link], book: RuleBook
) -> Arrived:
    """Forward again, in the case here, what was sent again there; raises what the move raises."""
    package, letter = fetched.package, fetched.manifest.letter
    case = before[0].case_file
    standing = {one.id: one for one in await inbox.proceedings(c, case)}
    targets = [_target(standing, link.proceeding) for link in before]
    request = MoveRequest(
        case=case,
        targets=tuple(targets),
        move=_AGAIN,
        happened=moment(package, clock.now()),
        answers=Answers(letter_out=_answered(letter), answer_by=package.answer_by),
    )
    await make_move_in(c, partner.acting, request, book=book)
    await _file(c, partner, fetched, case, standing[before[0].proceeding].readers)
    return Arrived(case=case, links=())


def _answered(letter: LetterSaid | None) -> LetterAnswer | None:
    if letter is None:
        return None
    return LetterAnswer(printed=letter.printed, dated_on=letter.dated_on, subject=letter.subject)


def _target(standing: dict[int, Found], proceeding: int) -> Target:
    return Target(id=proceeding, version=standing[proceeding].version)


async def _file(
    c: Connection, partner: Claimed, fetched: Fetched, case: int, readers: tuple[int, ...]
) -> None:
    """File the papers that the case does not have yet, for those who read what was handed over."""
    there = await inbox.papers(c, case)
    papers = [paper for paper in fetched.papers if paper.stored.digest not in there]
    details = {"package": fetched.package.digest}
    await tell_in(c, partner.acting, case, ARRIVED, readers, details, papers=papers)
