"""A town whose government was counted, and a case that went all the way to its end."""

from collections.abc import AsyncIterator
from dataclasses import replace

import asyncpg
import pytest

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers, DeadlineKind, LetterDeadline
from netralitas.cases.commands import open_by_hand
from netralitas.cases.domain import Person, PositionClass
from netralitas.cases.moving import MoveRequest
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.law import book
from netralitas.publication.status import tell
from tests.conftest import Database
from tests.make import ZONE, Town, days_ago, forwarded_case, letter, make_town, move, person

OWN = "office_publication"
STAFF = {
    PositionClass.JPT_PRATAMA: 31,
    PositionClass.ADMINISTRATOR: 152,
    PositionClass.DISTRICT_HEAD: 7,
    PositionClass.SUPERVISOR: 430,
    PositionClass.FUNCTIONAL: 2410,
    PositionClass.STAFF: 980,
}


@pytest.fixture
async def town(engine: Database) -> Town:
    """Offices and officers; how many work in each class of posts is known."""
    made = await make_town()
    await count_staff(engine, made.offices["bkpsdm"])
    return made


@pytest.fixture
async def worker(engine: Database) -> AsyncIterator[Connection]:
    """A connection as the worker, in a transaction that sees every row."""
    connection = await asyncpg.connect(engine.dsn("worker"))
    await connection.execute("SET netralitas.everything = 'yes'")
    yield connection
    await connection.close()


async def count_staff(
    database: Database, office: int, staff: dict[PositionClass, int] | None = None
) -> None:
    """Write down how many work for a government; the application only reads it."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        await root.execute("DELETE FROM staff_group")
        await root.executemany(
            "INSERT INTO staff_group (organisation, position_class, staff, counted_on, source)"
            " VALUES ($1, $2, $3, '2024-01-01', 'Contoh')",
            [
                (office, found, count)
                for found, count in (STAFF if staff is None else staff).items()
            ],
        )
    finally:
        await root.close()


def publisher(town: Town) -> Actor:
    """Somebody who publishes for the office, and is neither of its commissioners."""
    return replace(town.nita, roles=frozenset({Role.PUBLISHER}))


async def respondents_of(case: int) -> tuple[int, ...]:
    """The ids of the respondents in their order."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT id FROM respondent WHERE case_file = $1 ORDER BY ordinal", case
        )
    return tuple(row["id"] for row in rows)


async def recommended_case(town: Town, *people: Person) -> int:
    """A case of which BKN recommended something, so that BKPSDM has it now."""
    case = (await forwarded_case(town, *(people or (person(),)))).id
    await move(town.maya, case, "receive", workflow="referral")
    answers = Answers(
        recommended="discipline_medium",
        letter_in=letter("Rekomendasi"),
        follow_up_office=town.offices["bkpsdm"],
    )
    await move(town.maya, case, "recommend", workflow="referral", answers=answers)
    return case


async def concluded_case(town: Town, *people: Person, imposed: str = "grade_lowered") -> int:
    """A case whose respondents were all punished, and that was reported back."""
    case = await recommended_case(town, *people)
    deadline = Answers(letter_deadline=LetterDeadline(kind=DeadlineKind.DEFAULT))
    steps = (
        ("receive", deadline),
        ("choose_pppk", Answers()),
        ("fix_decree", Answers(imposed=imposed)),
        ("deliver", Answers()),
        ("enter_into_force", Answers()),
        ("report_back", Answers()),
    )
    for code, answers in steps:
        await move(town.dewa, case, code, workflow="discipline", answers=answers)
    return case


async def draft(
    town: Town, case: int, *chosen: int, summary: str | None = None, actor: Actor | None = None
) -> None:
    """Draft a release on these respondents, or on all of them."""
    await _draft(actor or town.rina, case, "publication", chosen, summary)


async def draft_own(
    town: Town, case: int, *chosen: int, summary: str | None = None, actor: Actor | None = None
) -> None:
    """Draft a release of the office that followed up."""
    await _draft(actor or town.dewa, case, OWN, chosen, summary)


async def _draft(
    actor: Actor, case: int, workflow: str, chosen: tuple[int, ...], summary: str | None
) -> None:
    answers = Answers(respondents=chosen or await respondents_of(case), summary=summary)
    request = MoveRequest(
        case=case,
        targets=(),
        move="draft",
        happened=Moment.time(clock.now(), ZONE),
        answers=answers,
    )
    await open_by_hand(actor, request, workflow, book=book.load())


async def approve(town: Town, case: int) -> None:
    """Let it be checked, approved by two persons, and the other party notified."""
    by = "publication"
    await move(publisher(town), case, "check", workflow=by)
    await move(town.sari, case, "approve_first", workflow=by)
    await move(town.tono, case, "approve_second", workflow=by)
    asked = Answers(letter_out=letter("Pemberitahuan rilis"), answer_by=days_ago(-3))
    await move(publisher(town), case, "notify", workflow=by, answers=asked)


async def approve_own(town: Town, case: int) -> None:
    """Let two persons of the office that followed up approve its release, and notify Bawaslu."""
    await move(town.endah, case, "check", workflow=OWN)
    await move(town.dewa, case, "approve_first", workflow=OWN)
    await move(town.endah, case, "approve_second", workflow=OWN)
    asked = Answers(letter_out=letter("Pemberitahuan rilis"), answer_by=days_ago(-3))
    await move(town.dewa, case, "notify", workflow=OWN, answers=asked)


async def publish(town: Town, case: int, answer: str = "no_objection") -> None:
    """Take a drafted release to its publication; the other party answers at once."""
    await approve(town, case)
    note = "Kami keberatan." if answer == "objection_raised" else None
    await move(town.dewa, case, answer, workflow="publication", note=note)
    await move(publisher(town), case, "publish", workflow="publication")


async def end(actor: Actor, case: int, move_code: str, **answers: str) -> None:
    """Correct or withdraw a published release, with a reason that everybody reads."""
    given = Answers(**{"public_reason": "wrong_data", **answers})  # type: ignore[arg-type]  # texts all
    await move(
        *(actor, case, move_code), workflow="publication", note="Golongan keliru.", answers=given
    )


async def tell_all(case: int) -> None:
    """Do what the worker does after a change."""
    async with writing(EVERYTHING) as c:
        await tell(c, case)
