"""Saving a study as a version, finishing it by its move, telling the reporter what is lacking."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.answers import Answers, LetterAnswer, Paper
from netralitas.cases.commands import make_move_in, tell_in
from netralitas.cases.moving import MoveRequest
from netralitas.database.transactions import writing
from netralitas.documents.official.commands import issue_in
from netralitas.documents.official.content import Issue, Issued
from netralitas.evidence.storage import Storage
from netralitas.investigation.holding import Held, hold_case
from netralitas.investigation.preliminary import store, words
from netralitas.investigation.preliminary.domain import Study
from netralitas.investigation.preliminary.paper import notice_content, study_content
from netralitas.investigation.preliminary.policy import FINISH, lacking
from netralitas.law.book import RuleBook
from netralitas.law.domain import Regime
from netralitas.refusals import Invalid, RuleBroken, Stale

SAVED: Final = "investigation.preliminary_study_saved"
_STATE: Final = "preliminary_study"
_NOTIFY: Final = "notify_completeness"


async def save_study(actor: Actor, case: int, study: Study, seen: int, *, book: RuleBook) -> int:
    """Save the study as a new version and return its number; every earlier one stays.

    `seen` is the version that the form showed, 0 for none. Raises Stale (somebody saved another,
    and in what it differs), RuleBroken (no study is being written), NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        version = await _next(held, study, seen)
        readers = held.handling.readers
        told = await tell_in(connection, actor, case, SAVED, readers, {"version": version})
        await _keep(held, study, version, told.id, finished=False)
        return version


async def finish_study(
    actor: Actor,
    case: int,
    study: Study,
    seen: int,
    *,
    book: RuleBook,
    storage: Storage,
) -> Issued:
    """Finish the study by the move of its result, with its paper; all of it or nothing.

    Raises Invalid (what it lacks, by field), MoveRefused, and what `save_study` raises.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        missing = lacking(study, Regime(held.view.dossier.regime))
        if missing or study.result is None:
            raise Invalid(_by_field(missing))
        version = await _next(held, study, seen)
        content = study_content(held.view, study)
        paper = Issue(case=case, paper="kajian-awal", content=content, on=held.view.today)
        issued = await issue_in(connection, actor, paper, storage=storage)
        request = MoveRequest(
            case=case,
            targets=(held.target,),
            move=FINISH[study.result],
            happened=held.moment,
            answers=Answers(papers=(_filed(issued),)),
        )
        moved = await make_move_in(connection, actor, request, book=book)
        await _keep(held, study, version, moved.events[0].id, finished=True)
        return issued


async def tell_reporter(
    actor: Actor, case: int, told_by: str, *, book: RuleBook, storage: Storage
) -> Issued:
    """Issue the letter that names what the report lacks, and record that the reporter was told.

    Raises RuleBroken (no finished study says that something is lacking), MoveRefused, NotAllowed,
    NotVisible.
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        finished = [each for each in await store.versions(connection, case) if each.finished]
        if not finished:
            raise RuleBroken(words.NO_FINISHED, rule="preliminary.finished")
        content = notice_content(held.view, finished[0].study)
        paper = Issue(
            case=case, paper="pemberitahuan-kelengkapan", content=content, on=held.view.today
        )
        issued = await issue_in(connection, actor, paper, storage=storage)
        letter = LetterAnswer(
            printed=issued.number or "", dated_on=held.view.today, subject=content.subject
        )
        request = MoveRequest(
            case=case,
            targets=(held.target,),
            move=_NOTIFY,
            happened=held.moment,
            answers=Answers(letter_out=letter, told_by=told_by, papers=(_filed(issued),)),
        )
        await make_move_in(connection, actor, request, book=book)
        return issued


async def _next(held: Held, study: Study, seen: int) -> int:
    """Return the number of the version to come; raises RuleBroken or Stale."""
    if held.handling.state != _STATE:
        raise RuleBroken(words.NOT_NOW, rule="preliminary.state")
    known = await store.versions(held.connection, held.case)
    latest = known[0].version if known else 0
    if latest != seen:
        raise Stale(changed=_changed(held, known, study, seen))
    return latest + 1


def _changed(held: Held, known: Sequence[store.Saved], study: Study, seen: int) -> tuple[str, ...]:
    regime = Regime(held.view.dossier.regime)
    zone = held.view.dossier.zone
    return tuple(
        words.saved_meanwhile(each.version, each.officer_name, each.written_at, zone)
        + words.differs(study, each.study, regime)
        for each in known
        if each.version > seen
    )


async def _keep(held: Held, study: Study, version: int, event: int, *, finished: bool) -> None:
    new = store.New(
        case=held.case,
        version=version,
        study=study,
        officer=held.actor.officer,
        event=event,
        finished=finished,
        at=held.now,
        readers=held.handling.readers,
    )
    await store.add(held.connection, new)


def _filed(issued: Issued) -> Paper:
    return Paper(kind=issued.kind, title=issued.title, stored=issued.pdf)


def _by_field(missing: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, sentence in missing:
        found.setdefault(name, []).append(sentence)
    return found
