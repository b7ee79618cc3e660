"""A form that is asked for a second factor keeps what was typed, and goes on after the proof."""

import re
from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.accounts.second_factor import words
from netralitas.accounts.second_factor.carried import PRESSED, SECRETS, carried
from netralitas.app import create_app
from netralitas.refusals import RuleBroken
from netralitas.settings import Settings
from netralitas.web.forms import Form
from netralitas.web.forms.base import NEVER_SENT_BACK
from tests.device import enrolled
from tests.make import Town
from tests.pages import PDF, Browser, FoundForm, Page, read
from tests.people.conftest import (
    Statements,
    Visits,
    quick_hashes,
    settings,
    site,
    statements,
    town,
    value,
    visit,
)

__all__ = ["Statements", "quick_hashes", "settings", "site", "statements", "town", "visit"]

QUESTION = ["Tunjukkan faktor kedua Anda"]
CARRYING = "/akun/konfirmasi/isian"
LATER = timedelta(minutes=11)
HERE = {"Sec-Fetch-Site": "same-origin"}
WHY = 'Baris "satu"\n<b>dua</b>'
TYPED = "rahmi.baru@tanjung-lestari.go.id"


def waiting(page: Page, **shown: str) -> FoundForm:
    """The form that waits on the page of the question, with what is shown, its button pressed."""
    form = page.form()
    form.names.append(PRESSED)
    form.values[PRESSED] = ["1"]
    for name, text in shown.items():
        form.values[f"faktor-{name}"] = [text]
    return form


async def typed_too_late(browser: Browser, town: Town) -> FoundForm:
    """The form for somebody's address, opened while the proof held."""
    return (await browser.go(f"/pengelolaan/akun/orang/{town.rina.officer}/surel")).form("/surel")


async def mail(town: Town) -> object:
    return await value("SELECT email FROM officer WHERE id = $1", town.rina.officer)


async def test_what_was_typed_waits_at_the_question_and_is_sent_on_by_the_right_code(
    town: Town, visit: Visits
) -> None:
    hadi = await visit("hadi")
    device = await enrolled(hadi)
    form = await typed_too_late(hadi, town)
    with clock.at(clock.now() + LATER):
        question = await hadi.send(form, email=TYPED)
        assert (question.status, question.headings) == (200, QUESTION)
        assert question.address == CARRYING
        assert "Ketik kode" not in question.text
        wrong = await hadi.send(waiting(question, code="000000"))
        assert (wrong.status, words.WRONG_CODE in wrong.text) == (422, True)
        empty = await hadi.send(waiting(wrong, code=""))
        assert (empty.status, "Ketik kode dari aplikasi Anda." in empty.text) == (422, True)
        assert empty.form().values["email"] == [TYPED]
        assert await mail(town) is None
        done = await hadi.send(waiting(empty, code=device.code()))
        assert (done.status, done.address) == (200, f"/pengelolaan/akun/orang/{town.rina.officer}")
        assert await mail(town) == TYPED


async def test_a_code_on_paper_and_a_proof_in_another_tab_let_it_go_on_too(
    town: Town, visit: Visits
) -> None:
    hadi = await visit("hadi")
    device = await enrolled(hadi)
    made = await hadi.send((await hadi.go("/akun/kode-pemulihan")).form())
    on_paper = re.findall(r"<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</code>", made.html)
    form = await typed_too_late(hadi, town)
    with clock.at(clock.now() + LATER):
        question = await hadi.send(form, email=TYPED)
        asked = question.form()
        asked.action += "&pemulihan=1"  # as its second button does
        paper = await hadi.send(asked)
        assert (paper.status, "Kode pemulihan" in paper.text) == (200, True)
        assert (await hadi.send(waiting(paper, code=on_paper[0]))).status == 200
        assert await mail(town) == TYPED
    with clock.at(clock.now() + 3 * LATER):
        question = await hadi.send(form, email=f"lagi.{TYPED}")
        other = (await hadi.go("/akun/konfirmasi")).form("/akun/konfirmasi")
        await hadi.send(other, code=device.code())
        assert (await hadi.send(question.form())).status == 200
        assert await mail(town) == f"lagi.{TYPED}"


async def test_it_goes_on_only_in_its_own_session_and_to_its_own_address(
    town: Town, visit: Visits
) -> None:
    hadi, nadia = await visit("hadi"), await visit("nadia")
    device = await enrolled(hadi)
    form = await typed_too_late(hadi, town)
    with clock.at(clock.now() + LATER):
        question = await hadi.send(form, email=TYPED)
        stolen = await nadia.send(waiting(question, code=device.code()))
        assert (stolen.status, words.CARRIED_ELSEWHERE in stolen.text) == (409, True)
        elsewhere = waiting(question, code=device.code())
        elsewhere.action = elsewhere.action.replace("surel", "nonaktif")
        assert (await hadi.send(elsewhere)).status == 409
        forged = waiting(question, code=device.code(), stempel="é")
        assert (await hadi.send(forged)).status == 409
        for goal in ("", "?next=//contoh.test/x", "?next=/akun/konfirmasi/isian"):
            lost = await hadi.client.post(CARRYING + goal, data={"a": "b"}, headers=HERE)
            assert lost.headers["location"] == "/akun/konfirmasi"
        foreign = await hadi.client.post(
            f"{CARRYING}?next=/x", headers={"Sec-Fetch-Site": "cross-site"}
        )
        assert foreign.status_code == 403
        assert await mail(town) is None


async def test_files_are_named_to_be_chosen_again_and_nothing_goes_on_without_them(
    town: Town, visit: Visits
) -> None:
    hadi = await visit("hadi")
    device = await enrolled(hadi)
    with clock.at(clock.now() + LATER):
        papers = {"paper": ("surat <tugas>.pdf", PDF), "none": ("", b"")}
        sent = await hadi.client.post(
            f"{CARRYING}?next=/pengelolaan/x", data={"why": WHY}, files=papers, headers=HERE
        )
        question = read(sent)
        assert "Pilih lagi berkas surat <tugas>.pdf" in question.text
        form = waiting(question, code=device.code())
        assert form.files == ["paper"]
        assert form.values["why"] == [WHY]
        again = await hadi.send(form)
        assert (again.status, "Pilih lagi berkas surat" in again.text) == (422, True)
        form = waiting(again, code=device.code())
        answer = await hadi.client.post(
            form.action, data=form.values, files={"paper": ("surat.pdf", PDF)}, headers=HERE
        )
        assert (answer.status_code, answer.headers["location"]) == (307, "/pengelolaan/x")


async def test_whoever_has_no_factor_sets_one_up_beside_it(town: Town, visit: Visits) -> None:
    hadi = await visit("hadi")
    form = await typed_too_late(hadi, town)
    with clock.at(clock.now() + LATER):
        question = await hadi.send(form, email=TYPED)
        assert question.link("Pasang faktor kedua") == "/akun/faktor-kedua"
        still = await hadi.send(question.form())
        assert (still.status, still.headings) == (200, QUESTION)
        await enrolled(hadi)
        assert (await hadi.send(still.form())).status == 200
        assert await mail(town) == TYPED


async def test_lists_of_administration_are_shown_without_a_proof_and_what_they_do_takes_one(
    town: Town, visit: Visits
) -> None:
    hadi = await visit("hadi")
    device = await enrolled(hadi)
    with clock.at(clock.now() + LATER):
        for listed in ("akun", "akun/permintaan", "token", "webhook"):
            assert (await hadi.go(f"/pengelolaan/{listed}")).address == f"/pengelolaan/{listed}"
        form = (await hadi.go("/pengelolaan/token")).form()
        day = clock.now() + timedelta(days=30)
        until = {"day": day.day, "month": day.month, "year": day.year}
        question = await hadi.send(
            form,
            {f"until-{part}": str(number) for part, number in until.items()},
            name="SIMPEG",
            roles=["investigator"],
            scopes=["cases.read", "cases.write"],
        )
        assert question.headings == QUESTION
        made = await hadi.send(waiting(question, code=device.code()))
        assert (made.status, "ntr_" in made.html) == (200, True)
        assert await value("SELECT cardinality(scopes) FROM api_token") == 2
    assert (await hadi.go("/pengelolaan/webhook/baru")).address == "/pengelolaan/webhook/baru"


def test_no_secret_is_carried_and_no_more_than_a_page_holds() -> None:
    load = carried({"password": "rahasia", "name": ["Dua", "nama"], "faktor-code": "123456"})
    assert load.texts == (("name", "Dua"), ("name", "nama"))
    for much in ({"text": "x" * 1_000_001}, {"tick": ["1"] * 2_001}):
        with pytest.raises(RuleBroken):
            carried(much)


def test_every_field_that_is_a_secret_is_known_by_its_name(settings: Settings) -> None:
    create_app(settings, open_engine=False)  # so that every form of the site is there
    forms, found = [Form], set()
    while forms:
        form = forms.pop()
        forms += form.__subclasses__()
        if form.__module__.startswith("netralitas."):
            found |= {name for name, each in form.fields.items() if each.kind in NEVER_SENT_BACK}
    assert found == SECRETS
