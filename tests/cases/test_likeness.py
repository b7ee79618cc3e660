"""Hints: the same person, post or event, and only among the cases that the viewer may see."""

from typing import Any

import asyncpg
import pytest

from netralitas.access.domain import Actor
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.cases.likeness.ranking import Asked, Candidate, likeness, name_likeness
from netralitas.cases.nip import NipSealer
from netralitas.cases.queries import Like, likely
from netralitas.cases.search_text import index_case
from netralitas.database.context import EVERYTHING, Context, local_settings
from netralitas.database.transactions import reading
from netralitas.vault.cipher import Keys, Purpose
from tests.conftest import Database
from tests.make import REGION, Town, days_ago, make_case, person

NIPS = NipSealer(keys=Keys.derive(Purpose.NIP, "1", {"1": b"k" * 32}), secret=b"i" * 32)
POST = "https://www.facebook.com/radarkota/posts/991?fbclid=abc"


async def index(engine: Database, *cases: int) -> None:
    """Do the worker's job for these cases."""
    connection = await asyncpg.connect(engine.dsn("worker"))
    try:
        async with connection.transaction():
            await connection.execute(local_settings(EVERYTHING))
            for case in cases:
                await index_case(connection, {"case_file": case})
    finally:
        await connection.close()


async def found(actor: Actor, **asked: Any) -> tuple[Like, ...]:  # noqa: ANN401 - fields by name
    async with reading(actor) as c:
        return await likely(c, actor, Asked(**asked))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Drs. Soeharto Widjaja, M.Si.", "Suharto Wijaya", True),
        ("Siti Nurjanah", "Nurjanah, Siti, S.E.", True),
        ("Rahmat Hidayat", "Rachmad Hidayat", True),
        ("Tjahjono", "Tjahjono Budi Santoso", True),
        ("Budi Santoso", "Budi", False),
        ("Muhammad Syahrir", "Moh. Yusuf", False),
        ("Siti Aminah", "Siti Nurjanah", False),
        ("", "Siti", False),
    ],
)
def test_names_are_alike_in_whatever_spelling(one: str, other: str, alike: bool) -> None:
    assert (name_likeness(one, other) >= 88) is alike
    assert name_likeness(one, other) == name_likeness(one.upper(), other)


def test_what_is_certain_comes_before_what_is_alike_and_nothing_is_no_likeness() -> None:
    asked = Asked(names=("Budi Santoso",), subject="Hadir pada deklarasi calon")
    plain = {"subject": "Foto di media sosial", "place": "", "same_nip": False, "same_days": False}
    post = likeness(asked, Candidate(names=(), same_post=True, **plain))  # type: ignore[arg-type]  # fields by name
    name = likeness(asked, Candidate(names=("Budi Santoso",), same_post=False, **plain))  # type: ignore[arg-type]  # fields by name
    assert post
    assert name
    assert post.score > name.score
    assert (post.reasons, name.reasons) == (("post",), ("name",))
    assert likeness(asked, Candidate(names=("Ani",), same_post=False, **plain)) is None  # type: ignore[arg-type]  # fields by name


async def test_a_person_is_found_under_another_spelling(town: Town, engine: Database) -> None:
    old = await make_case(town, person(name="Drs. H. Soeharto Widjaja, M.Si."), received=300)
    await index(engine, old.id, (await make_case(town, person(name="Siti Aminah"))).id)
    [like] = await found(town.rina, names=("SUHARTO WIJAYA",))
    assert like.case == old.id
    assert like.reasons == ("nama terlapor mirip",)
    assert like.number == old.receipt
    assert like.stage == "Laporan diterima"


async def test_a_post_is_found_by_its_address(town: Town, engine: Database) -> None:
    case = (await make_case(town, description=f"Menyukai unggahan {POST}.")).id
    await index(engine, case)
    links = frozenset({"facebook.com/radarkota/posts/991"})
    [like] = await found(town.rina, links=links)
    assert (like.case, like.reasons) == (case, ("alamat unggahan sama",))


async def test_an_event_is_found_by_place_day_and_words(town: Town, engine: Database) -> None:
    case = (await make_case(town)).id
    other = (await make_case(town, subject="Menyukai foto di media sosial", place="Daring")).id
    await index(engine, case, other)
    about = {"region": REGION, "subject": "hadir deklarasi pasangan calon di gedung pertemuan"}
    near = await found(town.rina, act_on=days_ago(1), **about)
    assert [(like.case, like.reasons) for like in near] == [(case, ("kejadian sama",))]
    assert await found(town.rina, act_on=days_ago(9), **about) == ()


async def test_a_nip_is_certain_and_the_earlier_cases_of_a_person_show(
    town: Town, engine: Database
) -> None:
    nip = NIPS.seal("199001012015011001")
    cases = [
        (await make_case(town, person(name="Rudi Hartono", nip=nip), received=ago)).id
        for ago in (1, 100)
    ]
    await index(engine, *cases)
    likes = await found(town.rina, nips=(nip.digest,))
    assert [like.case for like in likes] == sorted(cases, reverse=True)
    assert {like.reasons for like in likes} == {("NIP terlapor sama",)}


async def test_five_are_shown_and_the_likest_first(town: Town, engine: Database) -> None:
    cases = [(await make_case(town, person(name="Rudi Hartono"))).id for _ in range(6)]
    await index(engine, *cases)
    likes = await found(town.rina, names=("Rudi Hartono",), case=cases[0])
    assert len(likes) == 5
    assert cases[0] not in {like.case for like in likes}


async def test_another_office_and_an_excluded_officer_get_no_hint(
    town: Town, engine: Database
) -> None:
    case = (await make_case(town, person(name="Rudi Hartono"), description=POST)).id
    await index(engine, case)
    asked: dict[str, Any] = {
        "names": ("Rudi Hartono",),
        "links": frozenset({"facebook.com/radarkota/posts/991"}),
        "region": REGION,
        "act_on": days_ago(3),
        "subject": "Hadir pada deklarasi pasangan calon",
    }
    assert len(await found(town.bagas, **asked)) == 1
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Ipar.")
    assert await found(town.bagas, **asked) == ()
    assert await found(town.lain, **asked) == ()
    assert await found(town.maya, **asked) == ()
    assert len(await found(town.rina, **asked)) == 1


async def test_keys_follow_the_case(town: Town, engine: Database) -> None:
    case = (await make_case(town, person(name="Rudi Hartono"))).id
    await index(engine, case)
    await index(engine, case)
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT kind, key FROM case_key WHERE case_file = $1 ORDER BY key", case
        )
    assert [tuple(row) for row in rows] == [("name", "hartono"), ("name", "rudi")]


async def test_keys_are_found_through_the_index_below_row_security(
    town: Town, engine: Database
) -> None:
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        case = (await make_case(town)).id
        await root.execute(
            "INSERT INTO case_key (case_file, kind, key, readers) SELECT $1, 'name',"
            " 'nama' || number, ARRAY[$2::integer] FROM generate_series(1, 20000) AS number",
            case,
            town.rina.organisation,
        )
        await root.execute("ANALYZE case_key")
    finally:
        await root.close()
    connection = await asyncpg.connect(engine.dsn("app"))
    try:
        async with connection.transaction():
            await connection.execute(
                local_settings(
                    Context(organisation=town.rina.organisation, officer=town.rina.officer)
                )
            )
            plan = await connection.fetch(
                "EXPLAIN SELECT case_file FROM case_key WHERE kind = 'name' AND key = 'nama77'"
                " ORDER BY case_file DESC LIMIT 2000"
            )
    finally:
        await connection.close()
    said = "\n".join(row[0] for row in plan)
    assert "case_key_found" in said
    assert "Index Cond: ((kind = 'name'::text) AND (key = 'nama77'::text))" in said
