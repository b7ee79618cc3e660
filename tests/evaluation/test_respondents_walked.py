"""The one statement that folds every event says the same as a walk from event to event."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from netralitas.cases.answers import Answers
from netralitas.cases.people import add_respondent
from netralitas.database.connection import Row
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.domain import DEFINITION, Persons
from netralitas.evaluation.domain.respondents import UNKNOWN, ends_of_handling, rungs
from netralitas.evaluation.domain.statuses import STATUSES
from netralitas.evaluation.queries.respondents import persons_at
from tests.cases.test_merging import merged, parted, respondent_ids, undone
from tests.conftest import Database
from tests.evaluation.conftest import bring_log_up_to_date
from tests.make import (
    Town,
    forward_as_usual,
    forwarded_case,
    letter,
    make_case,
    move,
    person,
)

TOLD: Final = """
SELECT e.stream, e.name, e.workflow, e.from_state, e.to_state, e.details, e.proceeding,
       p.respondent
FROM event e JOIN log_leaf l ON l.event = e.id LEFT JOIN proceeding p ON p.id = e.proceeding
WHERE l.position < $1 AND ($2::integer IS NULL OR $2 = ANY (e.readers)) ORDER BY e.id
"""
ENDS: Final = frozenset(ends_of_handling(STATUSES))
RUNGS: Final = {(workflow, state): rung for workflow, state, rung in rungs(STATUSES)}

Likeness = tuple[int | None, bool, bool, bool]


@dataclass(slots=True)
class Walk:
    """What is known after the events that were passed."""

    opened: set[int] = field(default_factory=set)
    over: dict[int, bool] = field(default_factory=dict)
    place: dict[int, int] = field(default_factory=dict)
    pursued: dict[int, list[int]] = field(default_factory=dict)  # proceedings
    stands: dict[int, tuple[int, int]] = field(default_factory=dict)  # rung and case

    def hear(self, event: Row) -> None:
        """Pass an event."""
        stream, workflow, details = event["stream"], event["workflow"], event["details"]
        if workflow == "handling":
            self.over[stream] = event["to_state"] in ENDS
            if event["from_state"] is None:
                self.opened.add(stream)
                self.place |= dict.fromkeys(details.get("respondents", ()), stream)
        if workflow in ("referral", "discipline"):
            rung = RUNGS.get((workflow, event["to_state"]), UNKNOWN)
            self.stands[event["proceeding"]] = rung, stream
            pursued = self.pursued.setdefault(event["respondent"], [])
            if event["proceeding"] not in pursued:
                pursued.append(event["proceeding"])
        if event["name"] == "handling.respondent_added":
            self.place[details["respondent"]] = stream
        if event["name"] in ("case.split_into", "case.merged_into", "case.merge_undone"):
            went = dict.fromkeys(details["respondents"], details.get("into", stream))
            self.place |= went

    def likenesses(self) -> Counter[Likeness]:
        """Return how many respondents are alike."""
        found: Counter[Likeness] = Counter()
        for respondent in self.place.keys() | self.pursued.keys():
            stands = [self.stands[each] for each in self.pursued.get(respondent, ())]
            named = respondent in self.place
            over = not stands and self.over.get(self.place[respondent], False)
            begun = named or min(case for _, case in stands) in self.opened
            rung = max((rung for rung, _ in stands), default=None)
            found[rung, over, named, begun] += 1
        return found


def alike(found: Iterable[Persons]) -> Counter[Likeness]:
    counted: Counter[Likeness] = Counter()
    for each in found:
        counted[each.rung, each.over, each.named, each.begun] += each.amount
    return counted


async def test_at_every_position_the_fold_says_what_a_walk_over_the_events_says(
    town: Town, engine: Database
) -> None:
    """Of cases that were quiet, split, merged, taken apart, passed on, added to and forwarded."""
    await make_case(town, person(1), person(2))
    first = (await make_case(town, person(3), person(4), person(5))).id
    [_, second, third] = await respondent_ids(first)
    await forward_as_usual(town, await parted(town, first, second))
    quiet = (await make_case(town, person(6))).id
    merging = (await make_case(town, person(7), person(8))).id
    await merged(town, merging, quiet, (await respondent_ids(merging))[0])
    await undone(town, merging)
    await merged(town, first, quiet, third)
    passed_on = (await make_case(town, person(12))).id
    twice = (await make_case(town, person(13), person(14))).id
    await merged(town, twice, passed_on, (await respondent_ids(twice))[0])
    answers = Answers(letter_out=letter("Pelimpahan"), addressee=town.offices["prov"])
    await move(town.sari, passed_on, "transfer", note="Peristiwa lain.", answers=answers)
    await add_respondent(town.rina, quiet, person(9))
    await forwarded_case(town, person(10), person(11))
    last = await bring_log_up_to_date(engine)
    seen: set[Likeness] = set()
    for organisation in (None, town.offices["bkn"]):
        for position in range(1, last + 1):
            async with reading(EVERYTHING) as c:
                walk = Walk()
                for event in await c.fetch(TOLD, position, organisation):
                    walk.hear(event)
                found = await persons_at(
                    c,
                    position=position,
                    organisation=organisation,
                    definition=DEFINITION,
                    exactly=True,
                )
            assert alike(found) == walk.likenesses(), (position, organisation)
            seen |= walk.likenesses().keys()
    assert {rung is None for rung, *_ in seen} == {over for _, over, *_ in seen} == {True, False}
