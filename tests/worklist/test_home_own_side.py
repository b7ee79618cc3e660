"""Home: first what the own side holds, then what others have let pass; what comes next."""

import pytest

from netralitas.access.domain import Role
from netralitas.cases.domain import Theme
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evaluation.commands import NewDecision, NewMeeting, Plan, decide, hold, plan
from netralitas.evaluation.domain import MeetingKind
from netralitas.law.words import day as long_day
from netralitas.prevention.commands import plan_activity
from netralitas.prevention.domain import ActivityKind, NewActivity, Together
from tests.cases.conftest import Statements, Visits
from tests.discipline.handing import in_hand
from tests.make import REGION, Town, add_person, days_ago, make_case
from tests.pages import Page

ALLOWED = 12  # statements for one page, the frame and the session included
BOTH = "Rapat dan kegiatan berikutnya"


@pytest.fixture
async def keepers(town: Town) -> Town:
    """The town with a secretary of meetings and a publisher on the side of Bawaslu."""
    async with writing(EVERYTHING) as c:
        for login, office, role in (
            ("seno", "kab", Role.SECRETARY),
            ("putra", "kab", Role.PUBLISHER),
            ("yoga", "bkpsdm", Role.PUBLISHER),
        ):
            town.actors[login] = await add_person(c, town.offices, login, login, office, role)
    return town


def part(page: Page, identity: str) -> str:
    """A section of the page, from its heading to its end; nothing when there is none."""
    _, _, rest = page.html.partition(f'id="{identity}"')
    return rest.partition("</section>")[0]


async def meeting(town: Town, *, ago: int, title: str) -> int:
    """A meeting of Bawaslu with BKPSDM, planned for so many days ago."""
    new = NewMeeting(
        kind=MeetingKind.PERIODIC,
        other_party=town.offices["bkpsdm"],
        plan=Plan(title=title, planned_on=days_ago(ago), place="Kantor Bawaslu"),
    )
    return await plan(town.sari, new)


async def activity(town: Town, *, ago: int, title: str) -> int:
    """An activity of Bawaslu with BKPSDM, planned for so many days ago."""
    new = NewActivity(
        theme=Theme.NEUTRALITY,
        kind=ActivityKind.SOCIALIZATION,
        title=title,
        planned_on=days_ago(ago),
        region=REGION,
        audience="ASN kecamatan",
        together=Together.JOINT,
        other=town.offices["bkpsdm"],
    )
    return await plan_activity(town.rina, new)


async def decided(town: Town, *texts: str, due_in: int) -> None:
    """Decisions of a meeting of thirty days ago, each due so many days from today."""
    held = await meeting(town, ago=30, title="Rapat yang lalu")
    await hold(town.sari, held, days_ago(30))
    for text in texts:
        due_on = days_ago(-due_in)
        new = NewDecision(text=text, organisation=town.offices["bkpsdm"], due_on=due_on)
        await decide(town.sari, held, new)


async def test_an_investigator_reads_first_what_they_must_do_themselves(
    town: Town, visit: Visits
) -> None:
    late = [await in_hand(town, days=90) for _ in range(8)]
    own = await make_case(town, received=20)
    page = await (await visit("rina")).go("/beranda")
    mine, theirs = part(page, "jatuh-tempo"), part(page, "pihak-lain")
    assert f'href="/perkara/{own.id}"' in mine
    assert "Mulai kajian awal" in mine
    assert not [case for case in late if f'href="/perkara/{case}"' in mine]
    assert theirs.count('class="agenda__item') == 3
    assert "Tenggat pihak lain yang terlewat" in page.text
    assert 'href="/perkara?tenggat=terlambat"' in theirs
    assert 'href="/tindak-lanjut"' in theirs


async def test_who_has_nothing_due_is_told_that_the_late_ones_are_with_others(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town, days=90)
    for login in ("rina", "maya"):
        page = await (await visit(login)).go("/beranda")
        mine, theirs = part(page, "jatuh-tempo"), part(page, "pihak-lain")
        assert "Tidak ada tenggat di pihak Anda" in mine, login
        assert f'href="/perkara/{case}"' in theirs
        assert "?tenggat=terlambat" not in theirs  # there are no more than these


async def test_the_section_of_the_others_is_there_only_when_they_are_late(
    town: Town, visit: Visits
) -> None:
    await in_hand(town)
    page = await (await visit("rina")).go("/beranda")
    assert "Tenggat pihak lain" not in page.text


async def test_the_follow_up_of_the_own_office_stays_its_first_work(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town, days=90)
    page = await (await visit("dewa")).go("/beranda")
    assert f'href="/perkara/{case}"' in part(page, "jatuh-tempo")


async def test_the_next_three_of_meetings_and_activities_stand_by_their_day(
    town: Town, visit: Visits
) -> None:
    await activity(town, ago=-2, title="Sosialisasi pertama")
    await meeting(town, ago=-3, title="Rapat kedua")
    await activity(town, ago=-4, title="Sosialisasi ketiga")
    await meeting(town, ago=-5, title="Rapat keempat")
    await activity(town, ago=1, title="Sosialisasi kemarin")
    for login in ("rina", "sari", "dewa", "endah"):
        page = await (await visit(login)).go("/beranda")
        found = part(page, "berikutnya")
        places = [found.find(said) for said in ("pertama", "Rapat kedua", "ketiga")]
        assert 0 < places[0] < places[1] < places[2], login
        assert "keempat" not in found
        assert "kemarin" not in found
        assert long_day(days_ago(-2)) in found


async def test_who_may_not_see_meetings_reads_the_activities_alone(
    keepers: Town, visit: Visits
) -> None:
    await meeting(keepers, ago=-1, title="Rapat besok")
    found = await activity(keepers, ago=-2, title="Sosialisasi lusa")
    for login in ("wulan", "putra", "yoga", "nita"):
        page = await (await visit(login)).go("/beranda")
        assert f"/pencegahan/kegiatan/{found}" in part(page, "berikutnya"), login
        assert "Rapat besok" not in page.text
    assert BOTH not in (await (await visit("lain")).go("/beranda")).text


async def test_publishers_read_their_releases_and_no_list_of_what_waits(
    keepers: Town, visit: Visits
) -> None:
    await in_hand(keepers)
    for login in ("putra", "yoga"):
        page = await (await visit(login)).go("/beranda")
        assert "Rilis yang sedang berjalan" in page.text
        assert "Belum ada rilis yang berjalan" in page.text
        assert "Paling lama menunggu" not in page.text
        assert "Perihal tidak ditampilkan" not in page.text


async def test_the_home_of_a_secretary_is_the_work_of_meetings(
    keepers: Town, visit: Visits
) -> None:
    await in_hand(keepers, days=90)
    await decided(keepers, "Menjawab tiga surat", due_in=7)
    await decided(keepers, "Menyusun jadwal bersama", due_in=-5)
    past = await meeting(keepers, ago=4, title="Rapat tanpa catatan")
    await meeting(keepers, ago=-4, title="Rapat pekan ini")
    planned = await activity(keepers, ago=-3, title="Sosialisasi berikut")
    for login in ("seno", "putri"):
        page = await (await visit(login)).go("/beranda")
        assert "Perihal tidak ditampilkan" not in page.text
        decisions = part(page, "keputusan")
        assert 0 < decisions.find("Menyusun jadwal") < decisions.find("Menjawab tiga surat")
        assert "Catat selesai" in decisions
        meetings = part(page, "rapat")
        assert 0 < meetings.find("Rapat tanpa catatan") < meetings.find("Rapat pekan ini")
        assert f'href="/evaluasi/rapat/{past}"' in meetings
        assert meetings.count("Belum dicatat terlaksana") == 1
        assert f"/pencegahan/kegiatan/{planned}" in part(page, "kegiatan")
        browser = await visit(login)
        assert (await browser.go(page.link("Rencanakan rapat"))).status == 200
        assert (await browser.go(page.link("rencanakan kegiatan"))).status == 200


async def test_an_empty_home_of_a_secretary_teaches(keepers: Town, visit: Visits) -> None:
    page = await (await visit("seno")).go("/beranda")
    for said in (
        "Tidak ada keputusan yang menunggu",
        "Belum ada rapat yang direncanakan",
        "Belum ada kegiatan yang direncanakan",
    ):
        assert said in page.text


async def test_of_many_open_decisions_the_home_shows_seven_and_leads_to_the_rest(
    keepers: Town, visit: Visits
) -> None:
    await decided(keepers, *(f"Keputusan nomor {number}" for number in range(8)), due_in=3)
    page = await (await visit("seno")).go("/beranda")
    assert part(page, "keputusan").count("Keputusan nomor") >= 7
    assert "Keputusan nomor 7" not in page.text
    assert (await (await visit("seno")).go("/evaluasi")).text.count("Keputusan nomor 7") >= 1
    assert page.link("Semua keputusan yang belum selesai") == "/evaluasi#keputusan"


@pytest.mark.parametrize("login", ["rina", "wulan", "maya", "dewa", "seno", "yoga"])
async def test_a_home_asks_the_same_few_questions_however_much_there_is(
    keepers: Town, visit: Visits, statements: Statements, login: str
) -> None:
    browser = await visit(login)
    await browser.go("/beranda")  # the persons of the demo bar are asked for once
    counts = []
    for _ in range(2):
        for days in (2, 5):
            await in_hand(keepers, days=90)
            await make_case(keepers, received=20)
            await meeting(keepers, ago=-days, title="Rapat")
            await activity(keepers, ago=-days, title="Kegiatan")
        await decided(keepers, "Satu", "Dua", due_in=2)
        statements.sent.clear()
        await browser.go("/beranda")
        counts.append(len(statements.sent))
    assert counts[0] == counts[1] <= ALLOWED, counts
