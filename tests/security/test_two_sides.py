"""The wall between Bawaslu and the office: examinations here, drafts and other cases there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import asyncpg
import pytest
from litestar import Litestar

from netralitas.access.domain import Actor
from netralitas.cases.domain import PositionClass
from netralitas.database.transactions import reading
from netralitas.discipline.examiners.commands import name_examiner
from netralitas.discipline.examiners.domain import Body, NewExaminer, Part, Represents
from netralitas.law import book
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.discipline.handing import follow, in_hand
from tests.discipline.through_forms import Walk
from tests.make import Town, forwarded_case, person, proceedings
from tests.pages import PDF, Browser
from tests.security.test_exclusion import plain_routes
from tests.worklist.conftest import index

MINUTES: Final = "RAHASIABAP7731"
NOTE: Final = "CATATANPEMERIKSA4482"
SUMMONS: Final = "PANGGILANRAHASIA9015"
EXAMINER: Final = "PEMERIKSARAHASIA3306"
DRAFT: Final = "RANCANGANKAJIAN1187"
OTHER: Final = "PERKARALAIN5520"
BAWASLU: Final = ("rina", "sari", "nita", "galih")
OFFICE: Final = ("dewa", "endah", "putri")
LISTS: Final = ("/beranda", "/perkara", "/tenggat", "/pemberitahuan", "/tindak-lanjut", "/surat")

_COUNTED: Final = """
SELECT (SELECT count(*) FROM document WHERE kind IN ('exam_minutes', 'exam_report', 'team_decree')),
       (SELECT count(*) FROM letter WHERE subject LIKE $1),
       (SELECT count(*) FROM examiner),
       (SELECT count(*) FROM event_note n WHERE to_jsonb(n)::text LIKE $2),
       (SELECT count(*) FROM case_text WHERE plain LIKE $1)
"""
_BEYOND: Final = """
SELECT (SELECT count(*) FROM case_file WHERE id = $1),
       (SELECT count(*) FROM respondent WHERE case_file = $1),
       (SELECT count(*) FROM event WHERE stream = $1),
       (SELECT count(*) FROM letter WHERE case_file = $1),
       (SELECT count(*) FROM worklist_item WHERE case_file = $1),
       (SELECT count(*) FROM case_text WHERE case_file = $1),
       (SELECT count(*) FROM document WHERE kind = 'study_draft')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A case that the office examines, another that it was never handed, the papers of each."""

    case: int
    other: int
    follow_up: int
    minutes: str
    draft: str


@pytest.fixture
async def scene(town: Town, visit: Visits) -> Scene:
    """Both sides at work on one case."""
    walk = Walk(town=town, visit=visit)
    case = await in_hand(town)
    other = (await forwarded_case(town, person(2, name=OTHER))).id
    await follow(town, case, "choose_discipline")
    rina, dewa = await visit("rina"), await visit("dewa")
    attach = (await rina.go(f"/perkara/{case}/dokumen")).form("/dokumen")
    told = {"kind": "study_draft", "title": f"Rancangan {DRAFT}"}
    page = await rina.send(attach, told, file=PDF + DRAFT.encode())
    draft = page.link(DRAFT)
    await walk.summoned(case, f"Panggilan {SUMMONS}")
    minutes = PDF + MINUTES.encode()
    await walk.step("dewa", case, "Catat pemeriksaan", exam_minutes=minutes, reason=NOTE)
    page = await dewa.go(f"/perkara/{case}")
    found = {row["workflow"]: row["id"] for row in await proceedings(case)}
    member = NewExaminer(
        body=Body.TEAM,
        part=Part.CHAIR,
        represents=Represents.SUPERIOR,
        name=EXAMINER,
        position=None,
        position_class=PositionClass.JPT_PRATAMA,
        officer=None,
    )
    await name_examiner(town.dewa, case, found["discipline"], member, book=book.load())
    for each in (case, other):
        await index(each)
    return Scene(
        case=case,
        other=other,
        follow_up=found["discipline"],
        minutes=page.link("Berita acara pemeriksaan"),
        draft=draft,
    )


async def sql(actor: Actor, statement: str, *arguments: object) -> list[int]:
    """What `netralitas_app` counts under the row security of an actor."""
    async with reading(actor) as c:
        return list(await c.fetchrow(statement, *arguments))


async def told_on(browser: Browser, paths: Sequence[str]) -> str:
    """Everything that these pages say, as one text."""
    return "\n".join([(await browser.client.get(path)).text for path in paths])


async def searched(browser: Browser, word: str) -> str:
    form = (await browser.go("/perkara/cari")).form()
    return (await browser.send(form, cari=word)).html


async def test_bawaslu_meets_nothing_of_an_examination_on_any_channel(
    scene: Scene, town: Town, visit: Visits, site: Litestar, engine: Database
) -> None:
    counted = (_COUNTED, f"%{SUMMONS}%", f"%{NOTE}%")
    assert all((await sql(town.dewa, *counted))[:4])  # by words Bawaslu alone searches
    base = f"/perkara/{scene.case}"
    team = f"{base}/proses/{scene.follow_up}/pemeriksa"
    minutes = f"{base}/proses/{scene.follow_up}/surat/berita-acara-pemeriksaan"
    for login in (*BAWASLU, "maya"):
        browser = await visit(login)
        everywhere = plain_routes(site) if login == "rina" else LISTS
        told = await told_on(browser, (*everywhere, base, f"{base}?jejak=fakta"))
        for secret in (MINUTES, NOTE, SUMMONS, EXAMINER, scene.minutes):
            assert secret not in told, (login, secret)
        assert base not in await searched(browser, SUMMONS)
        for address in (scene.minutes, team, minutes, f"{minutes}.pdf"):
            assert (await browser.client.get(address)).status_code == 404, (login, address)
        assert await sql(town.actors[login], *counted) == [0, 0, 0, 0, 0], login
    said = (await (await visit("rina")).go(base)).text
    assert "Diperiksa" in said
    assert "Dijadwalkan" in said
    connection = await asyncpg.connect(engine.dsn("app"))  # the role, and nobody's context
    try:
        assert list(await connection.fetchrow(*counted)) == [0, 0, 0, 0, 0]
        assert list(await connection.fetchrow(_BEYOND, scene.other)) == [0] * 7
    finally:
        await connection.close()


async def test_the_office_meets_no_draft_and_no_other_case_on_any_channel(
    scene: Scene, town: Town, visit: Visits, site: Litestar
) -> None:
    beyond = f"/perkara/{scene.other}"
    assert all(await sql(town.rina, _BEYOND, scene.other))
    addresses = (
        *(beyond, f"{beyond}/terlapor", f"{beyond}/dokumen", f"{beyond}/tanda-terima"),
        *(scene.draft, f"{beyond}/dokumen/1", f"{beyond}/proses/1/pemeriksa"),
    )
    for login in OFFICE:
        browser = await visit(login)
        everywhere = plain_routes(site) if login == "dewa" else LISTS
        told = await told_on(browser, (*everywhere, f"/perkara/{scene.case}"))
        for secret in (DRAFT, OTHER, scene.draft, f'href="{beyond}"'):
            assert secret not in told, (login, secret)
        for word in (OTHER, DRAFT):
            found = await searched(browser, word)
            assert beyond not in found
            assert f"/perkara/{scene.case}" not in found
        for address in addresses:
            assert (await browser.client.get(address)).status_code == 404, (login, address)
        assert await sql(town.actors[login], _BEYOND, scene.other) == [0] * 7, login
