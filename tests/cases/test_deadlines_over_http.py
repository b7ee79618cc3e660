"""A deadline is extended, paused and resumed from the page of its case."""

from datetime import date

import pytest

from netralitas.cases.answers import Answers
from netralitas.cases.domain import Person
from netralitas.documents.domain import DocumentKind
from tests.cases.conftest import Visits
from tests.make import (
    Town,
    days_ago,
    fact,
    forward_as_usual,
    letter,
    make_case,
    move,
    paper,
    person,
)
from tests.pages import Browser, FoundForm, Page

VERIFY = "Verifikasi laporan di SBT oleh Satgas"
STUDY = "Kajian awal"


def typed(on: date, **values: str) -> dict[str, str]:
    """A day and what else is written beside it."""
    day = {"happened-day": on.day, "happened-month": on.month, "happened-year": on.year}
    written = {name: str(value) for name, value in day.items()}
    return {**written, "reason": "Menunggu keterangan ahli.", **values}


BASIS = {"basis": "Surat BKN nomor 12/2026"}


async def received(town: Town, *people: Person) -> int:
    """A case that BKN has received."""
    case = (await make_case(town, *people)).id
    await forward_as_usual(town, case)
    answers = Answers(letter_in=letter())
    await move(town.rina, case, "receive", workflow="referral", answers=answers)
    return case


async def form_of(browser: Browser, case: int, link: str) -> FoundForm:
    page = await browser.go(f"/perkara/{case}")
    shown = await browser.go(page.link(link))
    assert shown.status == 200, shown.text
    return shown.form()


async def extended(browser: Browser, case: int, **values: str) -> Page:
    form = await form_of(browser, case, f"Perpanjang: {VERIFY}")
    return await browser.send(form, typed(days_ago(0), added="5", **BASIS, **values))


async def test_an_extended_deadline_says_what_was_added_and_why(town: Town, visit: Visits) -> None:
    case = await received(town)
    rina = await visit("rina")
    page = await extended(rina, case)
    assert page.address == f"/perkara/{case}"
    assert "7 hari kalender + tambahan 5 hari kalender" in page.text
    assert "Sisa 12 hari" in page.text
    assert "Diganti oleh perpanjangan" in page.text
    assert "Tenggat diperpanjang." in page.text
    assert f"{VERIFY}: ditambah 5 hari kalender." in page.text
    assert "Dasar: Surat BKN nomor 12/2026" in page.text


async def test_a_paused_deadline_says_since_when_and_why_and_can_be_resumed(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = await form_of(rina, case, f"Jeda: {STUDY}")
    page = await rina.send(form, typed(days_ago(0), **BASIS))
    assert "Dijeda sejak" in page.text
    assert "Menunggu keterangan ahli. Dasar: Surat BKN nomor 12/2026." in page.text
    assert "Sebelum jeda berakhir" in page.text
    assert f"Lanjutkan tenggat: {STUDY}" in page.links
    assert f"Jeda: {STUDY}" not in page.links
    resumed = await rina.send(
        await form_of(rina, case, f"Lanjutkan tenggat: {STUDY}"), typed(days_ago(0))
    )
    assert "Sisa 2 hari" in resumed.text
    assert "Jeda berakhir; tenggat berjalan kembali." in resumed.text
    assert "Diganti sesudah jeda" in resumed.text


async def test_a_deadline_met_while_it_stood_still_was_met(town: Town, visit: Visits) -> None:
    case = (await make_case(town, received=6)).id
    rina = await visit("rina")
    form = await form_of(rina, case, f"Jeda: {STUDY}")
    await rina.send(form, typed(days_ago(5), **BASIS))
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    page = await rina.go(f"/perkara/{case}")
    assert "saat tenggatnya dijeda sejak" in page.text
    assert "Terpenuhi" in page.text
    assert "Terlewat" not in page.text


async def test_the_same_is_done_for_other_respondents_who_are_ticked(
    town: Town, visit: Visits
) -> None:
    case = await received(town, person(1), person(2), person(3))
    rina = await visit("rina")
    form = await form_of(rina, case, f"Perpanjang: {VERIFY}")
    assert [label for _, label in form.options["others"]] == ["Terlapor 2", "Terlapor 3"]
    values = typed(days_ago(0), added="5", others=form.pick("others", "Terlapor 3"), **BASIS)
    page = await rina.send(form, values)
    assert f"{VERIFY} · 2 terlapor (1, 3)" in page.text
    assert f"{VERIFY} · terlapor 2" in page.text


async def test_the_extension_of_the_law_leads_to_its_own_step(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "register")
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    shown = await rina.go(page.link("Perpanjang: Penanganan temuan atau laporan"))
    assert "memakai langkah “Diperlukan keterangan tambahan”" in shown.text
    assert "seluruhnya paling banyak 5 hari kalender" in shown.text
    assert not [form for form in shown.forms if "perpanjangan" in form.action]
    step = await rina.go(shown.link("Diperlukan keterangan tambahan"))
    assert step.form().action.endswith("/handling_extended")


async def test_a_form_that_is_refused_comes_back_with_everything_typed(
    town: Town, visit: Visits
) -> None:
    case = await received(town)
    rina = await visit("rina")
    form = await form_of(rina, case, f"Perpanjang: {VERIFY}")
    good = typed(days_ago(0), added="5", **BASIS)
    for wrong in (
        {"added": "0"},
        {"added": "x"},
        {"basis": ""},
        typed(days_ago(1)),
        typed(days_ago(-9)),
    ):
        page = await rina.send(form, {**good, **wrong})
        assert page.status == 422, wrong
        again = page.form().values
        assert again["reason"] == ["Menunggu keterangan ahli."]
        assert again["added"] == [wrong.get("added", "5")]


async def test_an_old_law_is_asked_about_before_it_is_taken(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = await form_of(rina, case, f"Jeda: {STUDY}")
    page = await rina.send(form, typed(days_ago(0), basis="UU 5/2014"))
    assert page.status == 422
    assert "sudah diganti" in page.text
    done = await rina.send(page.form(), {"basis-sure": "UU 5/2014"})
    assert done.address == f"/perkara/{case}"


async def test_whoever_was_slower_sees_what_happened_and_sends_again(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    slow = await form_of(rina, case, f"Jeda: {STUDY}")
    await fact(town.bagas, case, "known")
    stale = await rina.send(slow, typed(days_ago(0), **BASIS))
    assert stale.status == 409
    assert "Dugaan pelanggaran diketahui" in stale.text
    assert stale.form().values["reason"] == ["Menunggu keterangan ahli."]
    assert (await rina.send(stale.form())).address == f"/perkara/{case}"


async def test_a_second_pause_says_that_there_is_one(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    address = (await rina.go(f"/perkara/{case}")).link(f"Jeda: {STUDY}")
    await rina.send((await rina.go(address)).form(), typed(days_ago(0), **BASIS))
    again = await rina.go(address)
    assert again.status == 200
    assert "sedang dijeda sejak" in again.text
    ahead = await rina.go(address.replace("jeda", "lanjut"))
    assert ahead.form().action.endswith("/lanjut")


async def test_a_resumption_without_a_pause_is_refused(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    address = (await rina.go(f"/perkara/{case}")).link(f"Jeda: {STUDY}")
    shown = await rina.go(address.replace("jeda", "lanjut"))
    assert "tidak sedang dijeda" in shown.text


@pytest.mark.parametrize("login", ["nita", "galih"])
async def test_who_only_reads_is_offered_nothing(town: Town, visit: Visits, login: str) -> None:
    case = (await make_case(town)).id
    rina, reader = await visit("rina"), await visit(login)
    address = (await rina.go(f"/perkara/{case}")).link(f"Jeda: {STUDY}")
    page = await reader.go(f"/perkara/{case}")
    assert f"Jeda: {STUDY}" not in page.links
    assert (await reader.go(address)).status == 403


async def test_no_deadline_of_another_case_and_no_deadline_at_all(
    town: Town, visit: Visits
) -> None:
    one, other = (await make_case(town)).id, (await make_case(town)).id
    rina, lain = await visit("rina"), await visit("lain")
    address = (await rina.go(f"/perkara/{one}")).link(f"Jeda: {STUDY}")
    assert (await lain.go(address)).status == 404
    elsewhere = address.replace(f"/perkara/{one}/", f"/perkara/{other}/")
    assert (await rina.go(elsewhere)).status == 404
    assert (await rina.go(f"/perkara/{one}/tenggat/{10**30}/jeda")).status == 404
