"""Pages of the internet that the parties oversee together: shared, and who does what by when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.agreements.domain import RecordKind
from netralitas.agreements.records.content import STEPS, done_on, hold_step
from netralitas.agreements.records.values import PageStep, Record, type_step
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evidence.web.commands import add_address, refer_address
from netralitas.evidence.web.domain import (
    Category,
    Finder,
    NewAddress,
    Platform,
    Referral,
    Taker,
)
from netralitas.refusals import Invalid, RuleBroken
from tests.agreements.conftest import Partners, Statements, Visits
from tests.agreements.signed import signed
from tests.agreements.test_records import keep, typed
from tests.make import days_ago

URL = "https://contoh.example/kampanye?p=1"
ON = date(2026, 1, 5)


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 9), st.booleans()), max_size=12
    )
)
def test_whatever_is_tried_each_step_is_done_once_and_in_order(
    steps: list[tuple[type_step, int, bool]],
) -> None:
    kept: list[Record] = []
    for number, (step, days, planned) in enumerate(steps, start=2):
        on = ON + timedelta(days=days)
        entry = PageStep(step=step, party=1, due_on=on if planned else None)
        try:
            hold_step(entry, on, 1, kept)
        except (RuleBroken, Invalid):
            continue
        kept.append(
            Record(
                id=number, kind=RecordKind.PAGE_STEP, about=1, on=on, entry=entry, officer="Rina"
            )
        )
    done = done_on(1, kept)
    told = [each.entry for each in kept if isinstance(each.entry, PageStep)]
    assert len([step for step in told if step.due_on is None]) == len(done)
    if "answered" in done:
        assert done["asked"] <= done["answered"]
    if "done" in done:
        assert told[-1].step == "done"


async def registered(partners: Partners) -> int:
    """An address of the register, of which it was asked to take it down."""
    new = NewAddress(
        url=URL,
        platform=Platform.FACEBOOK,
        category=Category.ASN_SUPPORT,
        finder=Finder.BAWASLU,
        seen_on=days_ago(30),
        account="akun rahasia",
        note="catatan rahasia",
    )
    address = await add_address(partners.rina, new)
    referral = Referral(taker=Taker.DISKOMINFO, number="1/PM", asked_on=days_ago(20))
    await refer_address(partners.rina, address, referral)
    return address


async def test_a_page_of_the_register_is_shared_without_account_and_note(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    here = f"/kerja-sama/{await signed(partners, 'kudus')}"
    address = await registered(partners)
    sari, putri = await visit("sari"), await visit("putri")
    form = (await sari.go(f"{here}/konten/baru")).form("konten/baru")
    page = await sari.send(form, party="1", register=str(address))
    assert page.status == 200
    assert "Permintaan penurunan oleh pihak pertama" in page.text
    again = await sari.send(form, party="1", register=str(address))
    assert again.status == 409
    assert "sudah dibagikan" in again.text
    theirs = await putri.go(f"{here}/konten")
    for said in (URL, "Facebook", "Kampanye atau dukungan ASN", "Pasal 3 huruf a"):
        assert said in theirs.text, said
    assert "rahasia" not in theirs.text
    about = theirs.link("Catat langkah").removeprefix(f"{here}/catatan/").partition("/")[0]
    plan = {"step": "answered", "party": "2", **typed("due_on", days_ago(2))}
    page = await keep(putri, here, f"{about}/langkah", 10, **plan)
    assert "Jawaban atas permintaan oleh pihak kedua: paling lambat" in page.text
    assert "Terlewat" in page.text
    page = await keep(putri, here, f"{about}/langkah", 1, step="answered", party="2")
    assert "Ditangani" in page.text
    page = await keep(sari, here, f"{about}/langkah", 0, step="done", party="1")
    assert "Catat langkah" not in page.text
    statements.sent.clear()
    await putri.go(f"{here}/konten")
    assert len(statements.sent) <= 6, statements.sent
    async with reading(EVERYTHING) as c:
        told = await c.fetchval(
            "SELECT string_agg(details::text, ' ') FROM event WHERE name = 'agreement.recorded'"
        )
    assert "contoh.example" not in told
    assert "asked" in told


async def test_a_page_with_a_wrong_address_is_not_shared(partners: Partners, visit: Visits) -> None:
    here = f"/kerja-sama/{await signed(partners, 'kudus')}"
    putri = await visit("putri")
    form = (await putri.go(f"{here}/konten/baru")).form("konten/baru")
    assert form.options["register"] == [("", "Pilih…")]
    new = {"party": "2", "platform": "x", "category": "other"}
    for url in (
        "",
        "contoh.example",
        "javascript:alert(1)",
        "https://a:b@contoh.example/",
        "http://[",
    ):
        refused = await putri.send(form, {**new, "url": url})
        assert refused.status == 422, url
    forged = await putri.send(
        form, {**new, "url": URL, "register": str(await registered(partners))}
    )
    assert forged.status == 422
    assert (await putri.send(form, {**new, "url": URL})).status == 200
    stranger = await visit("lain")
    assert (await stranger.go(f"{here}/konten")).status == 404


@pytest.mark.parametrize("word", ["langkah", "bukti", "adendum"])
async def test_an_answer_needs_what_it_answers(
    partners: Partners, visit: Visits, word: str
) -> None:
    here = f"/kerja-sama/{await signed(partners)}"
    sari = await visit("sari")
    alone, about = f"{here}/catatan/{word}", f"{here}/catatan/1/{word}"
    expected = (200, 404) if word == "adendum" else (404, 200)
    assert ((await sari.go(alone)).status, (await sari.go(about)).status) == expected
