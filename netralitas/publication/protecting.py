"""What of a case a release may say: protected attributes, and no sentence that names anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.publication import words
from netralitas.publication.domain import Named, ProtectedOutcome, Stage
from netralitas.publication.policy import THRESHOLD, leak_in, protect
from netralitas.publication.queries.courses import Concerned, staff_in
from netralitas.publication.queries.surroundings import surroundings_in
from netralitas.refusals import Invalid, RuleBroken


@dataclass(slots=True)
class Protection:
    """How large a shown group is at the least: one setting of the installation."""

    threshold: int = THRESHOLD


PROTECTION: Final = Protection()
"""What releases of this process are protected by; the application sets it from its settings."""


async def refuse_names(
    connection: Connection,
    case: int,
    told: str | None,
    everybody: Sequence[Concerned],
    field: str = "summary",
) -> None:
    """Hold that what is told freely names nobody of the case, chosen for the release or not.

    Nor a place: where it happened, or any district or unit around it.
    """
    if not told:
        return
    around = await surroundings_in(connection, case)
    named = [*(one.named for one in everybody), Named(place=around.place)]
    leak = leak_in(told, named, around.called)
    if leak is not None:
        raise Invalid({field: [words.leaked(leak)]})


async def attributes_of(
    connection: Connection, case: int, concerned: Sequence[Concerned]
) -> Mapping[str, object]:
    """Return what protection leaves of these respondents; RuleBroken when that is not all."""
    if not concerned:
        raise RuleBroken(words.NOBODY, rule="release.respondents")
    outcomes = [one.outcome for one in concerned]
    if any(outcome.stage is Stage.IN_HANDLING for outcome in outcomes):
        raise RuleBroken(words.EMBARGOED, rule="release.embargo")
    if any(outcome.closed for outcome in outcomes):
        raise RuleBroken(words.CLOSED_STATEMENT, rule="release.closed_statement")
    staff = await staff_in(connection, case)
    kept = protect(outcomes, staff, PROTECTION.threshold)
    if not kept:
        raise RuleBroken(
            words.TOO_FEW.format(threshold=PROTECTION.threshold),
            rule="release.population",
            remedy=words.COUNT_FIRST,
        )
    alone = [(one.id, protect([one.outcome], staff, PROTECTION.threshold)) for one in concerned]
    return _stored(kept, alone)


def _stored(
    kept: Sequence[ProtectedOutcome], alone: Sequence[tuple[int, Sequence[ProtectedOutcome]]]
) -> Mapping[str, object]:
    """Return what is kept: the records in their own order, and of which respondent each is."""
    left, about = list(alone), []
    for record in kept:
        found = next(each for each in left if each[1] == (record,))
        left.remove(found)
        about.append(found[0])
    return {
        "threshold": PROTECTION.threshold,
        "outcomes": msgspec.to_builtins(kept),
        "about": about,
    }
