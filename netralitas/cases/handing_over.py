"""What a hand-over shows to its receiver: exactly the rows of the package, and no others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from netralitas.audit.domain import Recorded
from netralitas.cases.answers import Answers, LetterAnswer
from netralitas.cases.change import Change
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.moving import Opening, Setting
from netralitas.database.connection import Connection
from netralitas.documents.commands import share_in
from netralitas.referral.packages.commands.freezing import freeze, keep_in, travelling_in
from netralitas.referral.packages.domain import TRAVELS, Frozen, LetterSaid, PaperSaid, Sent
from netralitas.workflow.domain import Move

_HANDED: Final = frozenset({"referral", "discipline"})
"""Proceedings by which a matter is with another office."""
_SENDING: Final = "forwarded"
"""The fact of a referral that is sent, the first time or again."""

_CASE: Final = """
UPDATE case_file SET readers = readers || $2::integer WHERE id = $1 AND NOT $2 = ANY (readers)
"""
_NUMBERS: Final = """
UPDATE case_number SET readers = readers || $2::integer
WHERE case_file = $1 AND NOT $2 = ANY (readers)
"""
_RESPONDENTS: Final = """
UPDATE respondent SET readers = readers || $2::integer
WHERE case_file = $1 AND id = ANY ($3) AND NOT $2 = ANY (readers)
"""
_EXTERNAL: Final = """
UPDATE external_record SET readers = readers || $2::integer
WHERE case_file = $1 AND respondent = ANY ($3) AND NOT $2 = ANY (readers)
"""


def hands_over(workflow: str, move: Move) -> bool:
    """Say whether the move hands something to an office: by what it opens, or by sending again."""
    opens = any(
        opened.workflow in _HANDED and opened.addressed_by is not None for opened in move.opens
    )
    again = workflow == "referral" and bool(move.sources) and _SENDING in move.facts
    return opens or again


async def hand_over(
    connection: Connection,
    case: int,
    receiver: int,
    respondents: Sequence[int],
    evidence: Sequence[int] = (),
) -> None:
    """Let the receiver read the case, these respondents, the numbers and the papers that travel.

    What other systems say of a respondent is read by whoever reads the respondent.
    """
    await connection.execute(_CASE, case, receiver)
    await connection.execute(_NUMBERS, case, receiver)
    await connection.execute(_RESPONDENTS, case, receiver, list(respondents))
    await connection.execute(_EXTERNAL, case, receiver, list(respondents))
    await share_in(connection, await travelling_in(connection, case, evidence), receiver)


async def hand_over_all(
    connection: Connection,
    setting: Setting,
    move: Move,
    answers: Answers,
    targets: Sequence[LockedProceeding],
    openings: Sequence[Opening],
) -> tuple[Frozen, ...]:
    """Let each receiver read what it is handed; return one frozen package for each of them.

    What is opened at an office that had the matter already is shown, and no package.
    """
    case, sent = setting.dossier.id, _sent(setting, move, answers, targets, openings)
    for opening in openings:
        if opening.addressee is not None and opening.respondent is not None:
            await hand_over(connection, case, opening.addressee, [opening.respondent])
    for each in sent:
        await hand_over(connection, case, each.receiver, each.respondents, each.evidence)
    return tuple([await freeze(connection, each) for each in sent])


def with_packages(changes: Sequence[Change], packages: Sequence[Frozen]) -> list[Change]:
    """Return the changes, each that hands over with the digest of what it hands over.

    The first of them, which leads the others, says it too where there is one package.
    """
    digests = {
        proceeding: frozen.digest for frozen in packages for proceeding in frozen.sent.proceedings
    }
    if len(packages) == 1 and changes[0].event.proceeding is not None:
        digests.setdefault(changes[0].event.proceeding, packages[0].digest)
    return [_with_digest(change, digests) for change in changes]


async def keep_packages(
    connection: Connection,
    packages: Sequence[Frozen],
    changes: Sequence[Change],
    recorded: Sequence[Recorded],
) -> None:
    """Hold that every package stands, by the first event that carries its digest."""
    for frozen in packages:
        event = next(
            entry.id
            for change, entry in zip(changes, recorded, strict=True)
            if change.event.proceeding in frozen.sent.proceedings
        )
        await keep_in(connection, frozen, event, recorded[0].id)


def _with_digest(change: Change, digests: Mapping[int, str]) -> Change:
    digest = digests.get(change.event.proceeding or 0)
    if digest is None:
        return change
    event = change.event
    return replace(change, event=replace(event, details={**event.details, "package": digest}))


def _sent(
    setting: Setting,
    move: Move,
    answers: Answers,
    targets: Sequence[LockedProceeding],
    openings: Sequence[Opening],
) -> list[Sent]:
    """Return what goes to each receiver: of a hand-over what it opens, of sending again itself."""
    if not targets or not hands_over(targets[0].workflow, move):
        return []
    parts = [
        (opening.addressee, opening.respondent, opening.id, opening.readers)
        for opening in openings
        if opening.workflow in _HANDED
    ] or [(target.addressee, target.respondent, target.id, target.readers) for target in targets]
    found: dict[int, Sent] = {}
    for receiver, respondent, proceeding, readers in parts:
        if receiver is None or respondent is None:
            continue
        before = found.get(receiver) or Sent(
            case=setting.dossier.id,
            sender=setting.actor.organisation,
            receiver=receiver,
            respondents=(),
            proceedings=(),
            readers=readers,
            letter=_letter(answers.letter_out or answers.letter_in),
            new_papers=_new_papers(answers),
            evidence=answers.evidence,
            answer_by=answers.answer_by,
        )
        found[receiver] = replace(
            before,
            respondents=(*before.respondents, respondent),
            proceedings=(*before.proceedings, proceeding),
        )
    return list(found.values())


def _letter(letter: LetterAnswer | None) -> LetterSaid | None:
    if letter is None:
        return None
    return LetterSaid(printed=letter.printed, dated_on=letter.dated_on, subject=letter.subject)


def _new_papers(answers: Answers) -> tuple[PaperSaid, ...]:
    """Return the papers of the act itself: they go with it, and the case has them by it."""
    return tuple(
        PaperSaid(
            kind=paper.kind.value,
            title=paper.title,
            size=paper.stored.size,
            sha256=paper.stored.digest,
            media_type=paper.stored.media_type,
        )
        for paper in answers.papers
        if paper.kind in TRAVELS
    )
