"""Lists with follow-ups and pressure lines in them: nothing twice, and no pressure without need."""

import re

from netralitas.cases.answers import Answers
from tests.cases.conftest import Visits
from tests.discipline.handing import follow, in_hand, remind
from tests.make import Town, person
from tests.pages import Browser

LISTS = ("rina", "galih", "maya", "dewa")


async def processes(browser: Browser, query: str = "") -> list[str]:
    """The stage of each line of the worklist."""
    page = await browser.go(f"/perkara{query}")
    cells = re.findall(
        r'data-label="Tahap"[^>]*><span[^>]*>(.*?)</span></td>', page.html, re.DOTALL
    )
    return [re.sub(r"<[^>]+>|\s+", " ", cell).strip() for cell in cells]


async def test_a_follow_up_is_one_line_for_everybody_who_reads_it(
    town: Town, visit: Visits
) -> None:
    await in_hand(town, person(1), person(2))
    for login in LISTS:
        lines = await processes(await visit(login))
        about = [line for line in lines if "Diterima, jalur belum dipilih" in line]
        assert len(about) == 1, (login, lines)
        assert not [line for line in lines if "Pemantauan" in line], (login, lines)


async def test_watching_shows_itself_when_the_follow_up_is_late(town: Town, visit: Visits) -> None:
    await in_hand(town, days=60)
    lines = await processes(await visit("rina"))
    assert len([line for line in lines if "Tindak lanjut dipantau" in line]) == 1


async def test_watching_shows_itself_once_somebody_was_reminded(town: Town, visit: Visits) -> None:
    case = await in_hand(town)
    rina = await visit("rina")
    assert not [line for line in await processes(rina) if "Pemantauan" in line]
    await remind(town, case)
    lines = await processes(rina)
    assert len([line for line in lines if "Diminta keterangan tindak lanjut" in line]) == 1
    assert (await processes(rina, "?proses=pemantauan-tindak-lanjut")) == [
        line for line in lines if "Diminta keterangan" in line
    ]


async def test_what_waits_for_others_names_the_follow_up_once(town: Town, visit: Visits) -> None:
    case = await in_hand(town, person(1), person(2))
    for login in ("rina", "maya"):
        page = await (await visit(login)).go("/beranda")
        waiting = page.html.split('id="menunggu"')[1]
        assert waiting.count(f'href="/perkara/{case}"') == 1
        assert "Menunggu pilihan jalur" in waiting


async def test_a_choice_of_routes_is_no_single_step(town: Town, visit: Visits) -> None:
    case = await in_hand(town, days=60)
    page = await (await visit("dewa")).go("/beranda")
    late = page.html.split('id="jatuh-tempo"')[1].split("</section>")[0]
    assert "Pilih jalur tindak lanjut" in late
    assert f'class="agenda__step"><a class="govuk-link" href="/perkara/{case}"' in late


async def test_an_objection_window_is_nobodys_deadline(town: Town, visit: Visits) -> None:
    case = await in_hand(town, days=60)
    for step, days in (("choose_discipline", 59), ("examine", 50), ("report_exam", 45)):
        await follow(town, case, step, days=days)
    await follow(town, case, "fix_decree", days=40, answers=Answers(imposed="post_lowered"))
    await follow(town, case, "deliver", days=35)
    page = await (await visit("dewa")).go("/tenggat")
    assert "Pengajuan keberatan" not in page.text
    page = await (await visit("dewa")).go("/perkara")
    assert "Pengajuan keberatan" not in page.text
    late = (await (await visit("dewa")).go("/beranda")).html.split('id="jatuh-tempo"')[1]
    assert "Berlakunya keputusan hukuman disiplin" in late.split("</section>")[0]


async def test_a_finished_follow_up_stands_with_the_finished_by_its_own_end(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town)
    for step in ("choose_discipline", "examine", "find_not_proven", "report_back"):
        await follow(town, case, step)
    dewa = await visit("dewa")
    page = await dewa.go("/perkara?selesai=ya")
    assert f"/perkara/{case}" in page.html
    assert "Hasil dilaporkan" in page.text
    assert "Pemantauan berakhir" not in page.text
    assert await processes(dewa) == []


async def test_a_search_says_where_the_follow_up_stands(town: Town, visit: Visits) -> None:
    case = await in_hand(town)
    number = (await (await visit("dewa")).go(f"/perkara/{case}")).headings[0].split()[-1]
    for login, stage in (
        ("dewa", "Diterima, jalur belum dipilih"),
        ("rina", "Diteruskan ke instansi berwenang"),
    ):
        browser = await visit(login)
        form = (await browser.go("/perkara/cari")).form()
        found = await browser.send(form, cari=number)
        assert f"/perkara/{case}" in found.html
        assert stage in found.text
        assert "dipantau" not in found.text
