"""Who is in conflict with a case is kept out of it: by name, by declaration, by a person."""

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.access.domain import Actor
from netralitas.cases.domain import ExclusionGround, InterestKind, Person
from netralitas.cases.exclusions import lift_exclusion
from netralitas.cases.interests.commands import declare_interest, end_interest
from netralitas.cases.interests.detecting import detect_conflicts
from netralitas.cases.interests.policy import Bystander, Concerned, conflict
from netralitas.cases.people import add_respondent
from netralitas.cases.search_text import index_case
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.jobs.worker import Worker
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.settings import Settings
from netralitas.work import make_worker
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.make import Town, make_case

NAME = "Bagas Wiratama"
"""The name of one of the town's officers."""


@pytest.mark.parametrize(
    ("name", "unit", "ground"),
    [
        (NAME, None, ExclusionGround.NAMED),
        ("Drs. H. BAGAS  Wiratama, M.Si.", None, ExclusionGround.NAMED),
        ("Wiratama Bagas", None, ExclusionGround.NAMED),
        ("Bagas Wiratama Putra", None, None),
        ("Bagas", None, None),
        ("Siti Aminah", None, ExclusionGround.RELATED),
        (None, "dinas  perhubungan", ExclusionGround.RELATED),
        ("Orang Lain", "Dinas Perhubungan Provinsi", None),
        (None, None, None),
    ],
)
def test_a_conflict_is_the_same_words_of_a_name_or_the_same_unit(
    name: str | None, unit: str | None, ground: ExclusionGround | None
) -> None:
    officer = Bystander(
        officer=1, name=NAME, units=("Dinas Perhubungan",), persons=("Hj. Siti Aminah, S.Pd.",)
    )
    assert conflict(officer, [Concerned(name=name, unit=unit)]) is ground


@given(st.text(max_size=40), st.text(max_size=40))
def test_nobody_without_a_name_is_in_conflict_with_anybody(name: str, unit: str) -> None:
    nobody = Bystander(officer=1, name="", units=("",), persons=("", "—"))
    assert conflict(nobody, [Concerned(name=name, unit=unit)]) is None


async def about(town: Town, *, name: str | None = None, unit: str | None = None) -> int:
    """A case about this respondent, of which the worker has heard."""
    case = (await make_case(town)).id
    await add_respondent(town.rina, case, Person(name=name, unit=unit))
    await heard(case)
    return case


async def heard(case: int) -> None:
    """Do of the job after a change what concerns conflicts; the rest needs the worker's rights."""
    async with writing(EVERYTHING) as connection:
        await detect_conflicts(connection, case)
        await index_case(connection, {"case_file": case})


async def sees(actor: Actor, case: int) -> bool:
    async with reading(actor) as connection:
        return bool(await connection.fetchval("SELECT true FROM case_file WHERE id = $1", case))


async def excluded(case: int) -> list[str]:
    """Who was excluded by which event's actor, in order."""
    async with reading(EVERYTHING) as connection:
        rows = await connection.fetch(
            "SELECT f.login || ' ' || x.ground || ' by ' || a.login AS said FROM exclusion x"
            " JOIN officer f ON f.id = x.officer JOIN event e ON e.id = x.event"
            " JOIN officer a ON a.id = e.actor WHERE x.case_file = $1 ORDER BY x.id",
            case,
        )
    return [row["said"] for row in rows]


async def test_an_officer_named_as_respondent_no_longer_sees_the_case(town: Town) -> None:
    case = await about(town, name="Ir. Bagas Wiratama")
    assert await excluded(case) == ["bagas named by system"]
    assert not await sees(town.bagas, case)
    assert await sees(town.rina, case)
    await heard(case)
    assert await excluded(case) == ["bagas named by system"]


async def test_what_is_declared_holds_for_cases_to_come(town: Town) -> None:
    await declare_interest(town.bagas, InterestKind.UNIT, "Dinas Perhubungan")
    await declare_interest(town.sari, InterestKind.PERSON, "Siti Aminah")
    case = await about(town, name="Siti Aminah, S.H.", unit="DINAS PERHUBUNGAN")
    assert set(await excluded(case)) == {"bagas related by system", "sari related by system"}
    other = await about(town, name="Siti Aisyah", unit="Dinas Perhubungan Provinsi")
    assert await excluded(other) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [(InterestKind.PERSON, "SITI Aminah"), (InterestKind.UNIT, "dinas perhubungan,")],
)
async def test_what_is_declared_holds_for_cases_that_are_there(
    town: Town, engine: Database, settings: Settings, kind: InterestKind, name: str
) -> None:
    case = await about(town, name="Siti Aminah", unit="Dinas Perhubungan")
    await declare_interest(town.bagas, kind, name)
    await all_done(engine, make_worker(settings))
    assert await excluded(case) == ["bagas related by system"]
    assert not await sees(town.bagas, case)


async def all_done(database: Database, worker: Worker) -> None:
    """Let the worker do every job that waits."""
    await ENGINE.close()
    await ENGINE.open(database.dsn("worker"))
    while await worker.do_job():
        pass
    await ENGINE.close()
    await ENGINE.open(database.dsn("app"))


async def test_what_was_taken_back_holds_for_no_case_to_come(town: Town) -> None:
    interest = await declare_interest(town.bagas, InterestKind.UNIT, "Dinas Perhubungan")
    before = await about(town, unit="Dinas Perhubungan")
    with pytest.raises(NotVisible):
        await end_interest(town.sari, interest)
    await end_interest(town.bagas, interest)
    after = await about(town, unit="Dinas Perhubungan")
    assert [await sees(town.bagas, case) for case in (before, after)] == [False, True]


async def test_the_same_is_declared_once(town: Town) -> None:
    await declare_interest(town.bagas, InterestKind.UNIT, "Dinas Perhubungan")
    with pytest.raises(RuleBroken):
        await declare_interest(town.bagas, InterestKind.UNIT, "dinas perhubungan")
    await declare_interest(town.sari, InterestKind.UNIT, "Dinas Perhubungan")


async def test_a_namesake_is_let_in_again_by_a_commissioner_and_stays_in(town: Town) -> None:
    case = await about(town, name=NAME)
    with pytest.raises(NotAllowed):
        await lift_exclusion(town.rina, case, town.bagas.officer, "Hanya bernama sama.")
    with pytest.raises(NotVisible):
        await lift_exclusion(town.bagas, case, town.bagas.officer, "Bukan saya.")
    await lift_exclusion(town.sari, case, town.bagas.officer, "Hanya bernama sama.")
    assert await sees(town.bagas, case)
    await heard(case)
    assert await excluded(case) == []
    with pytest.raises(RuleBroken):
        await lift_exclusion(town.sari, case, town.bagas.officer, "Sekali lagi.")


async def test_the_database_lifts_no_exclusion_without_its_event(town: Town) -> None:
    case = await about(town, name=NAME)
    with pytest.raises(asyncpg.PostgresError, match="lifted by an event"):
        async with writing(town.sari) as connection:
            await connection.execute("DELETE FROM exclusion WHERE case_file = $1", case)
    assert not await sees(town.bagas, case)


async def test_over_http_an_interest_is_declared_listed_and_ended(
    town: Town, visit: Visits
) -> None:
    bagas = await visit("bagas")
    page = await bagas.go("/akun/kepentingan")
    assert "Belum ada pernyataan" in page.text
    wrong = await bagas.send(page.form("/akun/kepentingan"), {"name": "x"})
    assert wrong.status == 422
    values = {"kind": "unit", "name": "Dinas Pertanahan"}
    done = await bagas.send(page.form("/akun/kepentingan"), values)
    assert "Dinas Pertanahan" in done.text
    twice = await bagas.send(done.form("/akun/kepentingan"), values)
    assert twice.status == 422
    assert "sudah Anda nyatakan" in twice.text
    assert "Dinas Pertanahan" not in (await (await visit("rina")).go("/akun/kepentingan")).text


async def test_over_http_a_commissioner_takes_an_exclusion_back(town: Town, visit: Visits) -> None:
    case = await about(town, name=NAME)
    sari, bagas = await visit("sari"), await visit("bagas")
    assert (await bagas.go(f"/perkara/{case}")).status == 404
    page = await sari.go(f"/perkara/{case}")
    form = (await sari.go(page.link("Cabut pengecualian pejabat"))).form()
    values = {"officer": form.pick("officer", "Bagas"), "reason": "Hanya bernama sama."}
    done = await sari.send(form, values)
    assert "Pengecualian seorang pejabat dicabut." in done.text
    assert (await bagas.go(f"/perkara/{case}")).status == 200
