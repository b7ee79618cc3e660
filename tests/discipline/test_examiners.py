"""Who examines: kept by the office alone, composed as the law asks, and never auditing the case."""

import pytest

from netralitas.access.domain import Role
from netralitas.accounts import store
from netralitas.cases.domain import PositionClass
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.discipline.examiners.domain import Body, Represents
from netralitas.discipline.examiners.policy import Member, composition
from tests.cases.conftest import Visits
from tests.discipline.handing import follow, in_hand
from tests.make import Town, add_person, proceedings
from tests.pages import Page

ELEMENTS = (Represents.SUPERIOR, Represents.OVERSIGHT, Represents.STAFF_OFFICE)


def member(
    represents: Represents,
    position: PositionClass = PositionClass.ADMINISTRATOR,
    body: Body = Body.TEAM,
) -> Member:
    return Member(name=represents.value, body=body, represents=represents, position=position)


def test_a_whole_team_lacks_nothing() -> None:
    found = composition([member(each) for each in ELEMENTS], PositionClass.DISTRICT_HEAD)
    assert (found.empty, found.lacking, found.lower) == (False, (), ())


@pytest.mark.parametrize("missing", ELEMENTS)
def test_an_element_that_is_not_represented_is_lacking(missing: Represents) -> None:
    team = [member(each) for each in ELEMENTS if each is not missing]
    assert composition(team, PositionClass.STAFF).lacking == (missing,)


def test_nobody_in_the_team_is_lower_than_the_examined_as_far_as_posts_compare() -> None:
    team = [
        member(Represents.SUPERIOR, PositionClass.JPT_PRATAMA),
        member(Represents.OVERSIGHT, PositionClass.SUPERVISOR),
        member(Represents.STAFF_OFFICE, PositionClass.FUNCTIONAL),
    ]
    assert composition(team, PositionClass.ADMINISTRATOR).lower == ("oversight",)
    assert composition(team, PositionClass.UNKNOWN).lower == ()


def test_of_an_ethics_council_no_composition_is_known() -> None:
    council = [member(Represents.OTHER, PositionClass.STAFF, Body.COUNCIL)]
    found = composition(council, PositionClass.JPT_PRATAMA)
    assert found.empty
    assert found.lower == ()


async def named(visit: Visits, login: str, address: str, **values: str) -> Page:
    browser = await visit(login)
    told = {
        "body": "team",
        "part": "chair",
        "represents": "superior",
        "name": "Ketua Rekaan",
        "position_class": "jpt_pratama",
        **values,
    }
    return await browser.send((await browser.go(address)).form("/pemeriksa"), told)


async def pages_of(town: Town) -> tuple[int, str]:
    case = await in_hand(town)
    await follow(town, case, "choose_discipline")
    [found] = [row["id"] for row in await proceedings(case) if row["workflow"] == "discipline"]
    return case, f"/perkara/{case}/proses/{found}/pemeriksa"


async def test_the_office_keeps_its_team_and_nobody_else_reads_it(
    town: Town, visit: Visits
) -> None:
    case, address = await pages_of(town)
    dewa = await visit("dewa")
    empty = await dewa.go((await dewa.go(f"/perkara/{case}")).link("Pemeriksa"))
    assert "Tim pemeriksa belum dicatat" in empty.text
    missing = await dewa.send(empty.form("/pemeriksa"))
    assert missing.status == 422
    done = await named(visit, "dewa", address, position="Kepala Dinas")
    assert done.address == address
    assert "Ketua Rekaan" in done.text
    assert "Belum ada unsur pengawasan dalam tim" in done.text
    assert "PP 94/2021 Pasal 27" in done.text
    await named(visit, "dewa", address, name="Lebih Rendah", position_class="staff", part="member")
    page = await dewa.go(address)
    assert "Lebih Rendah berjabatan lebih rendah" in page.text
    draft = address.replace("pemeriksa", "surat/sk-tim-pemeriksa")
    assert "Ketua Rekaan, Kepala Dinas, ketua" in (await dewa.go(draft)).text
    ended = await dewa.send(next(f for f in page.forms if f.action.endswith("/pengakhiran")))
    assert "Ketua Rekaan" not in ended.text
    endah = await (await visit("endah")).go(address)
    assert endah.status == 200
    assert "Tambah pemeriksa" not in endah.text
    assert (await (await visit("putri")).go(address)).status == 404
    for login in ("rina", "sari", "maya"):
        other = await visit(login)
        assert (await other.go(address)).status == 404
        case_page = await other.go(f"/perkara/{case}")
        assert "pemeriksa ditunjuk" not in case_page.text
        assert "Lebih Rendah" not in case_page.text


async def test_whoever_examines_sees_the_case_no_more_as_auditor(town: Town, visit: Visits) -> None:
    case, address = await pages_of(town)
    async with writing(EVERYTHING) as c:
        for login, name in (("ira", "Ira Auditor"), ("oka", "Oka Pengawas"), ("umi", "Umi Ganda")):
            actor = await add_person(c, town.offices, login, name, "bkpsdm", Role.AUDITOR)
            town.actors[login] = actor
        await store.set_roles(c, town.umi.officer, town.offices["bkpsdm"], ["auditor", "follow_up"])
    for login in ("ira", "oka"):
        assert (await (await visit(login)).go(f"/perkara/{case}")).status == 200
    both = await named(visit, "dewa", address, officer=str(town.umi.officer))
    assert both.status == 422
    assert "Yang memeriksa tidak mengaudit" in both.text
    done = await named(visit, "dewa", address, name="Ira", officer=str(town.ira.officer))
    assert "akun Ira Auditor" in done.text
    again = await named(visit, "dewa", address, officer=str(town.ira.officer))
    assert "sudah dicatat sebagai pemeriksa" in again.text
    ira = await visit("ira")
    assert (await ira.go(f"/perkara/{case}")).status == 404
    assert f"/perkara/{case}" not in (await ira.go("/perkara")).html
    assert (await (await visit("oka")).go(f"/perkara/{case}")).status == 200
    assert "Ira Auditor" not in (await (await visit("sari")).go(f"/perkara/{case}")).text


async def test_one_who_becomes_an_auditor_later_does_not_audit_what_they_examined(
    town: Town, visit: Visits
) -> None:
    case, address = await pages_of(town)
    await named(visit, "dewa", address, officer=str(town.putri.officer))
    putri = await visit("putri")
    assert (await putri.go(f"/perkara/{case}")).status == 200
    async with writing(EVERYTHING) as c:
        await store.set_roles(c, town.putri.officer, town.offices["bkpsdm"], ["auditor"])
    assert (await putri.go(f"/perkara/{case}")).status == 404
