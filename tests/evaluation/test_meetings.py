"""Meetings over HTTP: planned, held, decided; what is open comes back until it is done."""

from datetime import timedelta

import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.commands import NewDecision, decide
from netralitas.evaluation.words import EVENTS
from netralitas.law.words import day as long_day
from tests.conftest import Database
from tests.evaluation.conftest import (
    Statements,
    Visits,
    bring_log_up_to_date,
    held,
    planned,
)
from tests.make import Town, days_ago, make_case
from tests.pages import Browser, Page
from tests.prevention.world import make_partners

OF_A_PACK = {"meeting.pack_asked", "meeting.pack_made", "meeting.signed"}  # see test_packs
REMINDER = "BKPSDM menjawab tiga surat yang belum dijawab"


def typed_day(name: str, ago: int) -> dict[str, str]:
    """A date as it is typed into its three inputs."""
    on = days_ago(ago)
    parts = (("day", on.day), ("month", on.month), ("year", on.year))
    return {f"{name}-{part}": str(value) for part, value in parts}


async def plan(browser: Browser, *, ago: int = 0, title: str = "Rapat triwulan IV") -> Page:
    """Plan a meeting on the page."""
    form = (await browser.go("/evaluasi/rapat/baru")).form("/rapat/baru")
    party = form.pick("other_party", "BKPSDM")
    typed = {"title": title, "place": "Kantor Bawaslu", "other_party": party}
    return await browser.send(form, {**typed, **typed_day("planned_on", ago)})


async def act(browser: Browser, meeting: str, name: str, /, **typed: str) -> Page:
    """Fill in one form of a meeting and send it."""
    page = await browser.go(f"{meeting}/{name}")
    assert page.status == 200, page.text
    return await browser.send(page.form(name), typed)


async def decided(town: Town, meeting: int, text: str = REMINDER, *, due_in: int = 7) -> int:
    """A decision that BKPSDM is to carry out."""
    new = NewDecision(
        text=text, organisation=town.offices["bkpsdm"], due_on=days_ago(0) + timedelta(days=due_in)
    )
    return await decide(town.sekar, meeting, new)


async def test_a_meeting_is_planned_prepared_held_and_recorded(town: Town, visit: Visits) -> None:
    browser = await visit("sekar")
    page = await plan(browser)
    meeting = page.address
    assert page.headings[0] == "Rapat triwulan IV"
    assert "Direncanakan" in page.text
    page = await act(browser, meeting, "acara", text="Tindak lanjut rekomendasi BKN")
    assert "Tindak lanjut rekomendasi BKN" in page.text
    page = await act(browser, meeting, "pelaksanaan", **typed_day("held_on", 0))
    assert "Terlaksana" in page.text
    office = str(town.offices["bkpsdm"])
    page = await act(
        browser, meeting, "kehadiran", organisation=office, persons="3", capacity="Kepala, dua staf"
    )
    assert "Kepala, dua staf" in page.text
    page = await act(
        browser,
        meeting,
        "keputusan",
        text=REMINDER,
        organisation=office,
        **typed_day("due_on", -30),
    )
    assert REMINDER in page.text
    assert "Sisa 30 hari" in page.text


async def test_every_act_is_an_event_of_the_meeting_without_its_words(
    town: Town, visit: Visits, engine: Database
) -> None:
    browser = await visit("sekar")
    meeting = (await plan(browser, title="Judul yang tidak masuk peristiwa")).address
    page = await act(browser, meeting, "acara", text="Acara yang dihapus")
    await browser.send(page.form("penghapusan"))
    await make_partners(town)
    await browser.send((await browser.go(f"{meeting}/usulan")).form("/usulan/units"))
    await act(browser, meeting, "rencana", title="Judul yang lain")
    await act(browser, meeting, "pelaksanaan")
    await act(browser, meeting, "notulen", text="Notulen yang tidak masuk peristiwa")
    office = str(town.offices["bkpsdm"])
    page = await act(
        browser, meeting, "kehadiran", organisation=office, persons="3", capacity="Kepala"
    )
    await browser.send(page.form("penghapusan"))
    page = await act(
        browser, meeting, "keputusan", text=REMINDER, organisation=office, **typed_day("due_on", 0)
    )
    finish = await browser.go(page.link("Catat selesai"))
    await browser.send(finish.form("penyelesaian"))
    await make_case(town)
    await bring_log_up_to_date(engine)
    await browser.send((await browser.go(f"{meeting}/angka")).form("angka"))
    other = (await plan(browser)).address
    await browser.send((await browser.go(f"{other}/pembatalan")).form("pembatalan"))
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT e.name, e.details::text, e.readers FROM event e"
            " JOIN stream s ON s.id = e.stream WHERE s.kind = 'meeting'"
        )
    assert {row["name"] for row in rows} == set(EVENTS) - OF_A_PACK
    assert not [row for row in rows if "Judul" in row["details"] or "BKPSDM" in row["details"]]
    assert not [row for row in rows if "Notulen" in row["details"]]
    readers = {town.offices["kab"], town.offices["prov"], town.offices["bkpsdm"]}
    assert all(set(row["readers"]) == readers for row in rows)


async def test_an_open_decision_stands_on_the_next_agenda_until_it_is_done(
    town: Town, visit: Visits
) -> None:
    first = await held(town, ago=30, title="Rapat pertama")
    await decided(town, first, due_in=-10)
    second = await planned(town, ago=-7, title="Rapat kedua")
    browser = await visit("sekar")
    page = await browser.go(f"/evaluasi/rapat/{second}")
    assert REMINDER in page.text
    assert "Terlambat 10 hari" in page.text
    finish = await browser.go(page.link("Catat selesai"))
    assert REMINDER in finish.text
    await browser.send(finish.form("penyelesaian"))
    third = await planned(town, ago=-8, title="Rapat ketiga")
    assert REMINDER not in (await browser.go(f"/evaluasi/rapat/{third}")).text
    assert REMINDER in (await browser.go(f"/evaluasi/rapat/{first}")).text


async def test_an_earlier_meeting_shows_what_was_open_on_its_day(town: Town, visit: Visits) -> None:
    first = await held(town, ago=30, title="Rapat pertama")
    await decided(town, first, due_in=-12)
    second = await held(town, ago=10, title="Rapat kedua")
    browser = await visit("sekar")
    page = await browser.go(f"/evaluasi/rapat/{second}")
    assert "Terlambat 2 hari" in page.text
    await decided(town, second, "Diputus belakangan")
    assert "Diputus belakangan" not in (await browser.go(f"/evaluasi/rapat/{first}")).text


async def test_a_meeting_that_bkpsdm_invites_to_takes_over_what_bawaslu_noted(
    town: Town, visit: Visits
) -> None:
    await decided(town, await held(town, ago=5))
    browser = await visit("mira")
    page = await browser.go("/evaluasi/rapat/baru")
    form = page.form("/rapat/baru")
    party = form.pick("other_party", "Kabupaten Contoh")
    typed = {"title": "Rapat balasan", "place": "Kantor BKPSDM", "other_party": party}
    page = await browser.send(form, {**typed, **typed_day("planned_on", -3)})
    assert page.headings[0] == "Rapat balasan"
    assert REMINDER in page.text
    assert (await (await visit("sekar")).go(page.address)).status == 200


async def test_decisions_of_other_parties_do_not_mix(town: Town, visit: Visits) -> None:
    await decided(town, await held(town, ago=5))
    assert REMINDER not in (await (await visit("asing")).go("/evaluasi")).text


async def test_both_parties_and_the_office_above_read_it_and_nobody_else(
    town: Town, visit: Visits
) -> None:
    meeting = f"/evaluasi/rapat/{await held(town)}"
    expected = {"sekar": 200, "mira": 200, "rina": 200, "galih": 200, "dewa": 200, "asing": 404}
    for login, status in expected.items():
        browser = await visit(login)
        for place in ("", "/angka", "/bahan", "/paket"):
            assert (await browser.go(meeting + place)).status == status, (login, place)


async def test_only_the_secretaries_and_commissioners_of_the_parties_keep_it(
    town: Town, visit: Visits
) -> None:
    meeting = f"/evaluasi/rapat/{await planned(town)}"
    expected = {"sekar": 200, "mira": 200, "sari": 200, "rina": 403, "dewa": 403, "galih": 403}
    for login, status in expected.items():
        browser = await visit(login)
        assert (await browser.go(f"{meeting}/acara")).status == status, login
    page = await (await visit("rina")).go(meeting)
    assert "Tambah acara" not in page.text
    assert (await (await visit("rina")).go("/evaluasi/rapat/baru")).status == 403
    assert "Rencanakan rapat" not in (await (await visit("rina")).go("/evaluasi")).links


async def test_that_it_took_place_is_offered_from_its_day_on(town: Town, visit: Visits) -> None:
    browser = await visit("sekar")
    early = await browser.go(f"/evaluasi/rapat/{await planned(town, ago=-1)}")
    assert "Catat pelaksanaan" not in early.links
    assert "Pelaksanaan dapat dicatat mulai hari rapat." in early.text
    due = await browser.go(f"/evaluasi/rapat/{await planned(town)}")
    assert due.links["Catat pelaksanaan"].endswith("/pelaksanaan")
    assert "mulai hari rapat" not in due.text


async def test_an_empty_list_teaches(town: Town, visit: Visits) -> None:
    page = await (await visit("sekar")).go("/evaluasi")
    assert "Belum ada rapat evaluasi" in page.text
    assert "Tidak ada keputusan yang menunggu" in page.text
    assert page.links["Evaluasi"] == "/evaluasi"
    page = await (await visit("sekar")).go(f"/evaluasi/rapat/{await held(town)}")
    for sentence in ("Acara masih kosong", "Kehadiran belum dicatat", "Belum ada keputusan"):
        assert sentence in page.text


async def test_a_cancelled_meeting_stays_on_the_list_and_takes_nothing_any_more(
    town: Town, visit: Visits
) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await planned(town)}"
    page = await browser.send((await browser.go(f"{meeting}/pembatalan")).form("pembatalan"))
    assert "Dibatalkan" in page.text
    assert (await browser.go(f"{meeting}/acara")).status == 409
    assert "Dibatalkan" in (await browser.go("/evaluasi")).text


async def test_the_list_goes_on_by_pages(town: Town, visit: Visits) -> None:
    for number in range(27):
        await planned(town, ago=number, title=f"Rapat nomor {number}.")
    browser = await visit("sekar")
    page = await browser.go("/evaluasi")
    assert ("Rapat nomor 24." in page.text, "Rapat nomor 25." in page.text) == (True, False)
    address = page.link("Berikutnya")
    further = await browser.client.get(address)
    assert ("Rapat nomor 24." in further.text, "Rapat nomor 26." in further.text) == (False, True)
    for nonsense in ("2024-99-99.1", "x", "9"):
        answer = await browser.client.get(f"/evaluasi?sebelum={nonsense}")
        assert "Rapat nomor 0." in answer.text


@pytest.mark.parametrize("place", ["", "/angka", "/bahan", "/paket"])
async def test_no_page_of_a_meeting_asks_more_with_more_in_it(
    town: Town, visit: Visits, statements: Statements, engine: Database, place: str
) -> None:
    await make_case(town, received=20)
    await bring_log_up_to_date(engine)
    browser = await visit("sekar")
    counts, before = [], 0
    for meeting in (await held(town, ago=2), await held(town, ago=1)):
        await browser.send((await browser.go(f"/evaluasi/rapat/{meeting}/angka")).form("angka"))
        await browser.go(f"/evaluasi/rapat/{meeting}{place}")
        before = len(statements.sent)
        await browser.go(f"/evaluasi/rapat/{meeting}{place}")
        # Charts that are not drawn yet are asked for besides.
        counts.append(sum("INSERT INTO" not in one for one in statements.sent[before:]))
        for number in range(3):
            await decided(town, meeting, f"Keputusan {meeting} {number}")
    assert counts[0] == counts[1] <= 12, statements.sent[before:]


async def test_a_day_is_said_as_on_a_letter(town: Town, visit: Visits) -> None:
    page = await (await visit("sekar")).go(f"/evaluasi/rapat/{await held(town, ago=1)}")
    assert long_day(days_ago(1)) in page.text
