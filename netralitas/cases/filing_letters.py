"""Letters that a move or fact brings: whose they are, filed with their copies, asked about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from netralitas.audit.domain import Event
from netralitas.cases.answers import Answers, LetterAnswer
from netralitas.cases.change import Change
from netralitas.cases.dossier import Dossier
from netralitas.cases.letter_words import SAME_NUMBER, same_number
from netralitas.correspondence.commands import add_letter_in
from netralitas.correspondence.domain import Direction, ReceiptProof
from netralitas.database.connection import Connection
from netralitas.publication.workflow import PUBLICATIONS
from netralitas.workflow.domain import Obstacle
from netralitas.workflow.refusals import MoveRefused

# One and the same letter may be told of in many cases: by its author, its number and its date.
_ALIKE: Final = """
SELECT a.name AS author, l.dated_on
FROM letter l
JOIN organisation a
    ON a.id = CASE l.direction WHEN 'out' THEN l.organisation ELSE l.correspondent END
WHERE l.printed = $1 AND (
    a.id <> $2
    OR (l.dated_on <> $3 AND extract(year FROM l.dated_on) = extract(year FROM $3::date)))
ORDER BY l.id DESC LIMIT 1
"""

# A letter is filed by the first event of its act: of the event that forwarded, it is the last one
# filed before. Nothing is older than what it answers: a day before the letter is not its receipt.
_RECEIVE: Final = """
UPDATE letter SET received_on = $3, proof = $4
WHERE case_file = $1 AND direction = 'out' AND received_on IS NULL AND proof IS NULL
  AND ($3::date IS NULL OR $3 >= coalesce(sent_on, dated_on, $3))
  AND event = (SELECT max(l.event) FROM letter l
               WHERE l.case_file = $1 AND l.direction = 'out' AND l.event <= (
                   SELECT max(e.id) FROM event e
                   WHERE e.stream = $1 AND e.proceeding = $2 AND 'forwarded' = ANY (e.facts)
                     AND e.details -> 'letters' @> '[{"direction": "out"}]'))
"""
RECEIVED: Final = "referral_received"
"""The fact of a referral that it was received."""


def letters_in(answers: Answers) -> list[tuple[Direction, LetterAnswer]]:
    """Return the letters of the answers with the way they went, out first."""
    both = ((Direction.OUT, answers.letter_out), (Direction.IN, answers.letter_in))
    return [(direction, letter) for direction, letter in both if letter is not None]


def ends(dossier: Dossier, event: Event, answers: Answers, direction: Direction) -> tuple[int, int]:
    """Return whose record the letter is, and who is at its other end; both alike: nobody is named.

    Letters of a case are its owner's, but for those that a receiver sends out itself.
    """
    receivers = {found.addressee for found in dossier.proceedings if found.addressee}
    sends = direction is Direction.OUT and event.organisation in receivers
    own = event.organisation if sends else dossier.owner
    concerned = next(
        (found.addressee for found in dossier.proceedings if found.id == event.proceeding), None
    )
    other = answers.addressee or answers.successor or concerned
    if sends and other == own:
        told = event.workflow in PUBLICATIONS  # of a release the owner of the case is told
        other = dossier.owner if told else answers.follow_up_office
    return own, other or own


async def file_letters(
    connection: Connection,
    dossier: Dossier,
    answers: Answers,
    event: Event,
    filed_by: int,
    readers: Sequence[int],
) -> None:
    """Hold that the letters of the answers are in the record, by the event of the id `filed_by`."""
    for direction, letter in letters_in(answers):
        own, other = ends(dossier, event, answers, direction)
        await add_letter_in(
            connection,
            case_file=dossier.id,
            proceeding=event.proceeding,
            event=filed_by,
            direction=direction,
            printed=letter.printed,
            dated_on=letter.dated_on,
            subject=letter.subject,
            organisation=own,
            correspondent=other,
            method=letter.method,
            sent_on=letter.sent_on,
            received_on=letter.received_on,
            proof=letter.proof,
            kept_at=letter.kept_at,
            copies=letter.copies,
            reply_to=letter.reply_to,
            answer_by=answers.answer_by if direction is Direction.OUT else None,
            readers=readers,
        )


async def ask_about_numbers(
    connection: Connection,
    dossier: Dossier,
    event: Event,
    answers: Answers,
    overrides: frozenset[str],
) -> bool:
    """Hold that no letter bears a number that another letter has, unless that was passed over.

    Another: of another author, or of the same author and year under another date. Returns whether
    it was passed over; raises MoveRefused naming the other letter.
    """
    found = []
    for direction, letter in letters_in(answers):
        if not letter.printed:
            continue
        own, other = ends(dossier, event, answers, direction)
        author = own if direction is Direction.OUT else other
        alike = await connection.fetchrow(_ALIKE, letter.printed, author, letter.dated_on)
        if alike is not None:
            sentence = same_number(letter.printed, alike["author"], alike["dated_on"])
            found.append(Obstacle(rule=SAME_NUMBER, sentence=sentence))
    if found and SAME_NUMBER not in overrides:
        raise MoveRefused(tuple(found))
    return bool(found)


def marked(change: Change, rule: str = SAME_NUMBER, *, passed: bool) -> Change:
    """Return the change with the mark of what was passed over after it was asked, if it was."""
    if not passed:
        return change
    known = change.event.details.get("overrides", ())
    overrides = sorted({*(known if isinstance(known, list) else ()), rule})
    details = {**change.event.details, "overrides": overrides}
    return replace(change, event=replace(change.event, details=details))


async def note_receipts(
    connection: Connection, dossier: Dossier, changes: Sequence[Change]
) -> None:
    """Hold that letters by which somebody was forwarded are received when the referral is.

    Not where it is proved already. Who is addressed says it in the application; somebody else has
    an answer to show.
    """
    for change in changes:
        event = change.event
        if RECEIVED not in event.facts or event.workflow != "referral":
            continue
        addressee = dossier.proceeding(event.proceeding or 0).addressee
        said = ReceiptProof.APPLICATION if event.organisation == addressee else ReceiptProof.ANSWER
        on = event.happened.on if event.happened.starts_clocks else None
        await connection.execute(_RECEIVE, dossier.id, event.proceeding, on, said.value)
