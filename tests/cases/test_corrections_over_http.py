"""A wrong date is corrected in the open: two persons, a clock that moves, both events readable."""

import re
from datetime import date

from netralitas import clock
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.facts import FactRequest, record_fact
from netralitas.cases.moving import Target
from netralitas.law import book
from tests.cases.conftest import Visits
from tests.make import (
    Town,
    days_ago,
    fact,
    forwarded_case,
    letter,
    make_case,
    person,
    proceedings,
)
from tests.pages import Browser, Page


def day(name: str, on: date) -> dict[str, str]:
    """The three inputs of a day."""
    parts = {"day": on.day, "month": on.month, "year": on.year}
    return {f"{name}-{part}": str(value) for part, value in parts.items()}


async def propose(browser: Browser, case: int, on: date, about: str = "Laporan diterima") -> Page:
    """Propose that the report came in on another day."""
    page = await browser.go(f"/perkara/{case}")
    form_page = await browser.go(page.link(f"koreksi waktu: {about}"))
    assert form_page.status == 200, form_page.text
    values = {**day("happened", on), "happened-time": "", "reason": "Menurut tanda terima."}
    return await browser.send(form_page.form(), values)


async def test_a_corrected_date_moves_the_clock_and_both_events_stay_readable(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina, sari = await visit("rina"), await visit("sari")
    assert "Sisa 2 hari" in (await rina.go(f"/perkara/{case}")).text
    proposed = await propose(rina, case, days_ago(1))
    assert "Koreksi menunggu persetujuan orang kedua" in proposed.text
    assert "Sisa 2 hari" in proposed.text
    assert not [form for form in proposed.forms if form.action.endswith("/persetujuan")]
    page = await sari.go(f"/perkara/{case}")
    done = await sari.send(page.form("/persetujuan"))
    assert done.address == f"/perkara/{case}"
    assert re.search(r"Sisa (2[4-9]|3\d|4[0-7]) jam", done.text)
    assert "Koreksi menunggu persetujuan" not in done.text
    assert "Diganti oleh koreksi" in done.text
    assert "<s>Laporan diterima.</s>" in done.html
    assert "waktunya sudah dikoreksi" in done.links
    assert "Koreksi waktu disetujui dan berlaku." in done.text
    assert "Menurut tanda terima." in done.text


async def test_the_proposer_cannot_agree_to_their_own_correction(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina, sari = await visit("rina"), await visit("sari")
    await propose(rina, case, days_ago(1))
    form = (await sari.go(f"/perkara/{case}")).form("/persetujuan")
    assert (await rina.send(form)).status == 403
    assert "Sisa 2 hari" in (await rina.go(f"/perkara/{case}")).text


async def test_a_correction_of_a_correction_is_about_the_last_one(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina, sari = await visit("rina"), await visit("sari")
    first = (await rina.go(f"/perkara/{case}")).link("koreksi waktu: Laporan diterima")
    await propose(rina, case, days_ago(2))
    await sari.send((await sari.go(f"/perkara/{case}")).form("/persetujuan"))
    again = await rina.send(
        (await rina.go(first)).form(), {**day("happened", days_ago(1)), "reason": "x"}
    )
    assert again.status == 422
    assert "sudah dikoreksi" in again.text
    await propose(rina, case, days_ago(1), "Koreksi waktu disetujui")
    done = await sari.send((await sari.go(f"/perkara/{case}")).form("/persetujuan"))
    assert re.search(r"Sisa (2[4-9]|3\d|4[0-7]) jam", done.text)


async def test_a_stale_proposal_shows_what_changed_and_keeps_the_reason(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    slow = (await rina.go(page.link("koreksi waktu: Laporan diterima"))).form()
    await fact(town.bagas, case, "known")
    values = {**day("happened", days_ago(1)), "reason": "Menurut tanda terima."}
    stale = await rina.send(slow, values)
    assert stale.status == 409
    assert "Dugaan pelanggaran diketahui" in stale.text
    assert stale.form().values["reason"] == ["Menurut tanda terima."]
    assert (await rina.send(stale.form())).address == f"/perkara/{case}"


async def test_an_agreement_to_a_case_that_changed_says_what_happened(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina, sari = await visit("rina"), await visit("sari")
    await propose(rina, case, days_ago(1))
    form = (await sari.go(f"/perkara/{case}")).form("/persetujuan")
    await fact(town.bagas, case, "known")
    stale = await sari.send(form)
    assert stale.status == 409
    assert "Dugaan pelanggaran diketahui" in stale.text


async def test_bad_corrections_come_back_with_everything_typed(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    form = (await rina.go(page.link("koreksi waktu: Laporan diterima"))).form()
    future = day("happened", days_ago(-400))
    for values in (future, day("happened", days_ago(300)), {"happened-day": "99"}):
        sent = await rina.send(form, {**values, "reason": "Alasan saya"})
        assert sent.status == 422, sent.text
        assert sent.form().values["reason"] == ["Alasan saya"]
    assert (await rina.send(form, day("happened", days_ago(1)))).status == 422
    answer = await rina.client.post(
        f"/perkara/{case}/koreksi/999/persetujuan", headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code == 404


async def test_a_receiver_known_to_have_it_corrects_though_it_never_pressed_receive(
    town: Town, visit: Visits
) -> None:
    case = (await forwarded_case(town, person(1))).id
    referral = next(row for row in await proceedings(case) if row["workflow"] == "referral")
    request = FactRequest(
        case=case,
        target=Target(id=referral["id"], version=referral["version"]),
        fact="referral_received",
        happened=Moment.time(clock.now()),
        answers=Answers(letter_in=letter()),
    )
    await record_fact(town.rina, request, book=book.load())
    maya = await visit("maya")
    proposed = await propose(maya, case, days_ago(0), "Penerusan ternyata sudah diterima")
    assert "Koreksi menunggu persetujuan" in proposed.text


async def test_a_receiver_corrects_its_own_date_once_it_has_accepted(
    town: Town, visit: Visits
) -> None:
    case = (await forwarded_case(town, person(1))).id
    maya = await visit("maya")
    page = await maya.go(f"/perkara/{case}")
    assert not [label for label in page.links if "koreksi waktu" in label]
    form = (await maya.go(page.link("Catat penerimaan"))).form()
    await maya.send(form)
    proposed = await propose(maya, case, days_ago(0), "Penerusan diterima")
    assert "Koreksi menunggu persetujuan" in proposed.text
