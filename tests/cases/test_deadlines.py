"""Deadlines are extended, paused and resumed in the open: nothing is lost, nobody is hurried."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.corrections import (
    CorrectionRequest,
    confirm_correction,
    propose_correction,
)
from netralitas.cases.deadlines import (
    DeadlineRequest,
    extend_deadline,
    pause_deadline,
    resume_deadline,
)
from netralitas.cases.domain import Person
from netralitas.cases.moving import Target
from netralitas.cases.nightly import compare_clocks
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.editions.current import LAW
from netralitas.law import book
from netralitas.law.book import RuleBook
from netralitas.law.domain import Regime
from netralitas.law.entries import LawData
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from tests.make import (
    ZONE,
    Town,
    days_ago,
    forward_as_usual,
    forwarded_case,
    letter,
    make_case,
    move,
    paper,
    person,
    proceedings,
)

RULES = book.load()
CALENDAR = RULES.calendar()
VERIFY = "asn.sbt_verify"
STUDY = "pemilihan.kajian_awal"
COMPLETE = "pemilihan.complete"
_CLOCKS = """
SELECT id, proceeding, rule, start_on, due_at, added, paused_by, superseded_by, ended_by, started_by
FROM clock WHERE case_file = $1 AND rule = $2 ORDER BY id
"""
_NEXT = "SELECT organisation, next_due FROM worklist_item WHERE proceeding = $1"
_EVENT = "SELECT name, facts, basis, details FROM event WHERE id = $1"


async def law_now() -> LawData:
    async with reading(EVERYTHING) as c:
        return await LAW.follow(c)


async def clocks_of(case: int, rule: str) -> list[Any]:
    async with reading(EVERYTHING) as c:
        return await c.fetch(_CLOCKS, case, rule)


async def running(case: int, rule: str) -> Any:  # noqa: ANN401 - a row
    [found] = [
        row
        for row in await clocks_of(case, rule)
        if row["ended_by"] is None and row["superseded_by"] is None
    ]
    return found


async def asked(
    case: int,
    clocks: tuple[int, ...],
    on: date | Moment,
    **changes: Any,  # noqa: ANN401 - by name
) -> DeadlineRequest:
    version = max(row["version"] for row in await proceedings(case))
    happened = on if isinstance(on, Moment) else Moment.day(on, ZONE)
    request = DeadlineRequest(
        case=case,
        clocks=clocks,
        version=version,
        happened=happened,
        reason="Menunggu keterangan ahli",
        basis="Surat BKN nomor 12/2026 jo. PP 94/2021",
    )
    return replace(request, **changes)


async def received_by(town: Town, *people: Person, office: str = "bkn") -> int:
    """A case whose referrals an office has received: with BKN the verification of SBT runs."""
    case = (await make_case(town, *people)).id
    await forward_as_usual(town, case, to=office)
    answers = Answers(letter_in=letter())
    await move(town.rina, case, "receive", workflow="referral", answers=answers)
    return case


async def test_an_extension_counts_further_from_the_same_start(town: Town) -> None:
    case = await received_by(town)
    before = await running(case, VERIFY)
    request = await asked(case, (before["id"],), days_ago(0))
    [event] = await extend_deadline(town.rina, request, 5, law=await law_now())
    old, new = await clocks_of(case, VERIFY)
    assert old["superseded_by"] == event
    assert new["due_at"] - before["due_at"] == timedelta(days=5)
    assert (new["added"], new["start_on"]) == (5, before["start_on"])
    assert new["started_by"] == before["started_by"]
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow(_EVENT, event)
        items = await c.fetch(_NEXT, new["proceeding"])
    assert row["name"] == "case.deadline_extended"
    assert row["facts"] == []
    assert row["basis"] == ["PP 94/2021"]
    assert {item["next_due"] for item in items} == {new["due_at"]}


async def test_an_extended_deadline_is_what_it_would_be_counted_as_tonight(town: Town) -> None:
    case = await received_by(town)
    found = await running(case, VERIFY)
    await extend_deadline(
        town.rina, await asked(case, (found["id"],), days_ago(0)), 3, law=await law_now()
    )
    async with reading(EVERYTHING) as c:
        assert await compare_clocks(c, RULES) == 0


async def test_the_same_deadline_of_several_respondents_is_extended_at_once(town: Town) -> None:
    case = await received_by(town, person(1), person(2))
    both = [row["id"] for row in await clocks_of(case, VERIFY)]
    request = await asked(case, tuple(both), days_ago(0))
    events = await extend_deadline(town.rina, request, 2, law=await law_now())
    assert len(events) == 2
    new = [row for row in await clocks_of(case, VERIFY) if row["superseded_by"] is None]
    assert [row["added"] for row in new] == [2, 2]


async def registered(town: Town) -> int:
    """A case whose handling has begun."""
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "register")
    return case


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("pemilihan.handle_base", "langkahnya sendiri"),
        ("pemilihan.handle_max", "Tidak ditemukan aturan"),
    ],
)
async def test_a_statutory_limit_is_extended_by_its_own_step_and_by_nothing_else(
    town: Town, rule: str, sentence: str
) -> None:
    case = await registered(town)
    found = (await running(case, rule))["id"]
    request = await asked(case, (found,), days_ago(0))
    with pytest.raises(RuleBroken, match=sentence):
        await extend_deadline(town.rina, request, 1, law=await law_now())
    assert (await running(case, rule))["added"] == 0


async def test_a_deadline_that_was_met_is_not_extended_any_more(town: Town) -> None:
    case = (await forwarded_case(town)).id
    [base] = await clocks_of(case, "pemilihan.handle_base")
    request = await asked(case, (base["id"],), days_ago(0))
    with pytest.raises(RuleBroken) as refused:
        await extend_deadline(town.rina, request, 1, law=await law_now())
    assert refused.value.rule == "deadline.over"


async def test_no_extension_passes_the_maximum_of_the_law(town: Town) -> None:
    case = await received_by(town)
    found = (await running(case, VERIFY))["id"]
    law = await law_now()
    rules = [law.book.versions(code) for code in law.book.codes()]
    capped = RuleBook(
        (
            replace(rule, maximum=10) if rule.code == VERIFY else rule
            for versions in rules
            for rule in versions
        ),
        CALENDAR,
    )
    strict = replace(law, book=capped)
    with pytest.raises(RuleBroken, match="paling banyak 10 hari kalender"):
        await extend_deadline(town.rina, await asked(case, (found,), days_ago(0)), 4, law=strict)
    await extend_deadline(town.rina, await asked(case, (found,), days_ago(0)), 3, law=strict)
    assert (await running(case, VERIFY))["added"] == 3


async def test_a_paused_deadline_is_due_nowhere_and_goes_on_where_it_stood(town: Town) -> None:
    case = (await make_case(town, received=1)).id
    before = await running(case, STUDY)
    law = await law_now()
    [event] = await pause_deadline(
        town.rina, await asked(case, (before["id"],), days_ago(1)), law=law
    )
    paused = await running(case, STUDY)
    assert (paused["id"], paused["paused_by"]) == (before["id"], event)
    async with reading(EVERYTHING) as c:
        items = await c.fetch(_NEXT, before["proceeding"])
    assert items
    assert {item["next_due"] for item in items} == {None}
    request = await asked(case, (paused["id"],), days_ago(0), basis=None)
    await resume_deadline(town.rina, request, law=law)
    after = await running(case, STUDY)
    assert after["due_at"] - before["due_at"] == timedelta(days=1)
    assert (after["added"], after["paused_by"]) == (1, None)
    async with reading(EVERYTHING) as c:
        items = await c.fetch(_NEXT, before["proceeding"])
        assert await compare_clocks(c, RULES) == 0
    assert {item["next_due"] for item in items} == {after["due_at"]}


async def test_working_days_of_a_pause_are_put_on_working_days(town: Town) -> None:
    case = (await make_case(town, received=1, regime=Regime.PEMILU)).id
    before = await running(case, "pemilu.kajian_awal")
    law = await law_now()
    await pause_deadline(town.rina, await asked(case, (before["id"],), days_ago(1)), law=law)
    await resume_deadline(town.rina, await asked(case, (before["id"],), days_ago(0)), law=law)
    after = await running(case, "pemilu.kajian_awal")
    passed = CALENDAR.workdays_between(days_ago(1), days_ago(0))
    assert after["added"] == passed
    days = [row["due_at"].astimezone(clock.now().tzinfo).date() for row in (before, after)]
    assert CALENDAR.workdays_between(*days) == passed


async def test_a_pause_that_ends_on_its_own_day_changes_nothing(town: Town) -> None:
    case = (await make_case(town)).id
    before = await running(case, STUDY)
    law = await law_now()
    await pause_deadline(town.rina, await asked(case, (before["id"],), days_ago(0)), law=law)
    await resume_deadline(town.rina, await asked(case, (before["id"],), days_ago(0)), law=law)
    after = await running(case, STUDY)
    assert (after["due_at"], after["added"]) == (before["due_at"], 0)


async def test_hours_stand_still_from_minute_to_minute(town: Town) -> None:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "find_incomplete", answers=study)
    noticed = clock.now() - timedelta(hours=5)
    await move(town.rina, case, "notify_completeness", happened=Moment.time(noticed, ZONE))
    before = await running(case, COMPLETE)
    law = await law_now()
    with pytest.raises(RuleBroken, match="isi jamnya"):
        await pause_deadline(town.rina, await asked(case, (before["id"],), days_ago(0)), law=law)
    for act, ago in ((pause_deadline, timedelta(hours=4)), (resume_deadline, timedelta(hours=2))):
        happened = Moment.time(clock.now() - ago, ZONE)
        await act(town.rina, await asked(case, (before["id"],), happened), law=law)
    after = await running(case, COMPLETE)
    assert after["due_at"] - before["due_at"] in (timedelta(hours=2), timedelta(hours=3))


async def test_a_corrected_start_keeps_what_was_added_and_the_pause(town: Town) -> None:
    case = await received_by(town)
    law = await law_now()
    found = await running(case, VERIFY)
    await extend_deadline(town.rina, await asked(case, (found["id"],), days_ago(0)), 4, law=law)
    longer = await running(case, VERIFY)
    await pause_deadline(town.rina, await asked(case, (longer["id"],), days_ago(0)), law=law)
    paused = await running(case, VERIFY)
    target = await _target(case, longer["proceeding"])
    proposal = CorrectionRequest(
        case=case,
        target=target,
        event=longer["started_by"],
        happened=Moment.day(days_ago(1), ZONE),
        reason="Tanda terima",
    )
    proposed = await propose_correction(town.rina, proposal)
    target = await _target(case, longer["proceeding"])
    await confirm_correction(town.sari, case, target, proposed, book=RULES)
    anew = await running(case, VERIFY)
    assert longer["due_at"] - anew["due_at"] == timedelta(days=1)
    assert (anew["added"], anew["paused_by"]) == (4, paused["paused_by"])


async def _target(case: int, proceeding: int) -> Target:
    [row] = [each for each in await proceedings(case) if each["id"] == proceeding]
    return Target(id=row["id"], version=row["version"])


async def test_what_cannot_be_done_to_a_deadline_is_said(town: Town) -> None:
    case = (await make_case(town, received=1)).id
    study = (await running(case, STUDY))["id"]
    law = await law_now()
    with pytest.raises(RuleBroken, match="tidak sedang dijeda"):
        await resume_deadline(town.rina, await asked(case, (study,), days_ago(0)), law=law)
    for on, sentence in ((days_ago(3), "lebih awal daripada mulainya"), (days_ago(-3), "belum")):
        with pytest.raises(RuleBroken, match=sentence) as refused:
            await pause_deadline(town.rina, await asked(case, (study,), on), law=law)
        assert (refused.value.rule or "").startswith("date.")
    for missing in ({"reason": "  "}, {"basis": None}, {"basis": " "}):
        with pytest.raises(RuleBroken, match="Tuliskan"):
            await pause_deadline(
                town.rina, await asked(case, (study,), days_ago(0), **missing), law=law
            )
    await pause_deadline(town.rina, await asked(case, (study,), days_ago(0)), law=law)
    with pytest.raises(RuleBroken, match="sedang dijeda sejak"):
        await pause_deadline(town.rina, await asked(case, (study,), days_ago(0)), law=law)
    with pytest.raises(RuleBroken, match="sebelum jedanya mulai"):
        await resume_deadline(town.rina, await asked(case, (study,), days_ago(1)), law=law)


async def test_what_is_over_is_neither_paused_nor_made_good(town: Town) -> None:
    case = (await make_case(town, received=9)).id
    late = await running(case, STUDY)
    law = await law_now()
    with pytest.raises(RuleBroken, match="tidak menghapus keterlambatan"):
        await pause_deadline(town.rina, await asked(case, (late["id"],), days_ago(0)), law=law)
    await pause_deadline(town.rina, await asked(case, (late["id"],), days_ago(8)), law=law)


async def test_an_extension_goes_on_the_deadline_that_took_the_place_of_the_one_shown(
    town: Town,
) -> None:
    case = await received_by(town)
    first = await running(case, VERIFY)
    law = await law_now()
    await extend_deadline(town.rina, await asked(case, (first["id"],), days_ago(0)), 1, law=law)
    await extend_deadline(town.rina, await asked(case, (first["id"],), days_ago(0)), 2, law=law)
    assert (await running(case, VERIFY))["added"] == 3


async def test_whoever_was_slower_is_told(town: Town) -> None:
    case = (await make_case(town)).id
    study = (await running(case, STUDY))["id"]
    slow = await asked(case, (study,), days_ago(0))
    await move(town.rina, case, "start_preliminary_study")
    with pytest.raises(Stale):
        await pause_deadline(town.rina, slow, law=await law_now())


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (lambda town: town.nita, NotAllowed),
        (lambda town: town.galih, NotAllowed),
        (lambda town: town.lain, NotVisible),
        (lambda town: town.maya, NotVisible),
    ],
)
async def test_who_may_not_correct_pauses_nothing(
    town: Town, who: Callable[[Town], Actor], refusal: type[Exception]
) -> None:
    case = (await make_case(town)).id
    study = (await running(case, STUDY))["id"]
    with pytest.raises(refusal):
        await pause_deadline(
            who(town), await asked(case, (study,), days_ago(0)), law=await law_now()
        )
    assert (await running(case, STUDY))["paused_by"] is None


async def test_the_deadline_of_another_case_is_not_there(town: Town) -> None:
    one, other = (await make_case(town)).id, (await make_case(town)).id
    study = (await running(other, STUDY))["id"]
    with pytest.raises(NotVisible):
        await pause_deadline(
            town.rina, await asked(one, (study,), days_ago(0)), law=await law_now()
        )


@pytest.mark.parametrize(("office", "rules"), [("bkn", 1), ("bkpsdm", 0)])
async def test_the_verification_of_sbt_is_due_for_an_authority_alone(
    town: Town, office: str, rules: int
) -> None:
    case = await received_by(town, office=office)
    assert len(await clocks_of(case, VERIFY)) == rules
