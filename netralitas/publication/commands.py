"""What a release needs besides its moves: made, kept and ended in the transaction of each move."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.publication import words
from netralitas.publication.domain import EndReason
from netralitas.publication.protecting import PROTECTION, attributes_of, refuse_names
from netralitas.publication.queries.courses import among, concerned_in
from netralitas.refusals import Invalid, RuleBroken

__all__ = ["PROTECTION", "Moved", "ReleaseAnswers", "after_move_in"]


class ReleaseAnswers(Protocol):
    """What the forms of the moves ask of a release."""

    @property
    def respondents(self) -> tuple[int, ...]:
        """Return the ids of those it speaks of; asked when it is drafted."""

    @property
    def summary(self) -> str | None:
        """Return a sentence in the officer's words, or none."""

    @property
    def answer_by(self) -> date | None:
        """Return until when the other party may answer; asked when it is notified."""

    @property
    def embargo(self) -> date | None:
        """Return the day on which it opens to the public; None: at once."""

    @property
    def public_reason(self) -> str | None:
        """Return why it ends, from the list that everybody reads; asked when it ends."""

    @property
    def public_note(self) -> str | None:
        """Return the sentence beside that reason, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A move of the workflow `publication` that was just recorded: where it led, what was said."""

    case: int
    proceeding: int
    state: str
    answers: ReleaseAnswers


async def after_move_in(
    connection: Connection, *, case: int, proceeding: int, state: str, answers: ReleaseAnswers
) -> None:
    """Make the release what the move that led to `state` says, in the transaction of that move.

    A draft is protected at once and again when it is published: what is true then is what is read.
    Raises RuleBroken (nothing of it may be published yet), Invalid (the summary names somebody);
    then the move has to fail as well.
    """
    react = _REACTIONS.get(state)
    if react is not None:
        moved = Moved(case=case, proceeding=proceeding, state=state, answers=answers)
        await react(connection, moved)


async def _drafted(connection: Connection, moved: Moved) -> None:
    """Begin the release, or, when it came back, make its attributes what they are now."""
    chosen = await connection.fetchval(_CHOSEN, moved.proceeding)
    if chosen is not None:
        await _protect_again(connection, moved, chosen)
        return
    everybody = await concerned_in(connection, moved.case)
    concerned = among(everybody, moved.answers.respondents)
    summary = (moved.answers.summary or "").strip() or None
    await refuse_names(connection, moved.case, summary, everybody)
    await connection.execute(
        _DRAFT,
        *(moved.case, moved.proceeding, [one.id for one in concerned]),
        *(await attributes_of(connection, moved.case, concerned), summary),
    )


async def _notified(connection: Connection, moved: Moved) -> None:
    """Keep until when the other party may answer, and let it read the release."""
    await connection.execute(_NOTIFY, moved.proceeding, moved.answers.answer_by)


async def _published(connection: Connection, moved: Moved) -> None:
    """Publish what holds now; under an embargo nobody reads it before that day begins."""
    chosen = await connection.fetchval(_CHOSEN, moved.proceeding)
    if chosen is None:
        raise RuleBroken(words.NOBODY, rule="release.respondents")
    await _protect_again(connection, moved, chosen)
    await connection.execute(_PUBLISH, moved.proceeding, clock.now(), moved.answers.embargo)


async def _ended(connection: Connection, moved: Moved) -> None:
    """Keep when and why a published release was corrected or withdrawn; nobody is named."""
    answers = moved.answers
    note = (answers.public_note or "").strip() or None
    if answers.public_reason == EndReason.OTHER and note is None:
        raise Invalid({"public_note": [words.SAY_MORE]})
    everybody = await concerned_in(connection, moved.case)
    await refuse_names(connection, moved.case, note, everybody, "public_note")
    await connection.execute(_END, moved.proceeding, clock.now(), answers.public_reason, note)


async def _protect_again(connection: Connection, moved: Moved, chosen: Sequence[int]) -> None:
    everybody = await concerned_in(connection, moved.case)
    summary = await connection.fetchval(_SUMMARY, moved.proceeding)
    await refuse_names(connection, moved.case, summary, everybody)
    attributes = await attributes_of(connection, moved.case, among(everybody, chosen))
    await connection.execute(_ATTRIBUTES, moved.proceeding, attributes)


_REACTIONS: Final[Mapping[str, Callable[[Connection, Moved], Awaitable[None]]]] = {
    "drafted": _drafted,
    "notified": _notified,
    "published": _published,
    "corrected": _ended,
    "withdrawn": _ended,
}
"""What follows from a move, by the state that it led to."""

_CHOSEN: Final = "SELECT respondents FROM release WHERE proceeding = $1"
_SUMMARY: Final = "SELECT summary FROM release WHERE proceeding = $1"

# The case is locked by the move, so that two drafts cannot take the same version.
_DRAFT: Final = """
WITH party AS (
    SELECT f.id, p.readers,
           CASE p.workflow WHEN 'office_publication' THEN p.addressee ELSE f.owner END AS own,
           CASE p.workflow WHEN 'office_publication' THEN f.owner ELSE p.addressee END AS other
    FROM case_file f JOIN proceeding p ON p.id = $2 WHERE f.id = $1
)
INSERT INTO release (case_file, proceeding, organisation, other_party, version, respondents,
                     attributes, summary, readers)
SELECT a.id, $2, a.own, a.other,
       1 + (SELECT coalesce(max(r.version), 0) FROM release r
            WHERE r.case_file = a.id AND r.organisation = a.own),
       $3, $4, $5, a.readers
FROM party a
"""
_ATTRIBUTES: Final = "UPDATE release SET attributes = $2 WHERE proceeding = $1"
_NOTIFY: Final = """
UPDATE release SET answer_by = coalesce($2, answer_by), readers = p.readers
FROM proceeding p WHERE p.id = release.proceeding AND release.proceeding = $1
"""
_PUBLISH: Final = """
UPDATE release SET published_at = greatest($2, $3::date::timestamp AT TIME ZONE o.zone)
FROM organisation o WHERE o.id = release.organisation AND release.proceeding = $1
"""
_END: Final = """
UPDATE release SET ended_at = $2, ended_reason = $3, ended_note = $4 WHERE proceeding = $1
"""
