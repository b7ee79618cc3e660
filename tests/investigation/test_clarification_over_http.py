"""The clarification through its pages: people, invitations, sessions, minutes, the calendar."""

import pytest

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.law.domain import Regime
from tests.cases.conftest import Statements, Visits
from tests.investigation.hearing import (
    REPORTER,
    ROOM,
    ahead,
    at,
    events_of,
    hours,
    invited,
    last,
    listed,
    pass_time,
    registered,
    state_of,
)
from tests.make import Town
from tests.pages import PDF, Browser, Page

MP3 = b"ID3\x03\x00\x00\x00\x00\x00\x21" + b"\x00" * 64
NINE_TO_TEN = "09.00\N{EN DASH}10.00 WIB"
CONDUCT = {
    "identity_checked": "ya",
    "oath": "sworn",
    "companion": "nobody",
    "read_back": "ya",
    "signed": "signed",
}


async def form_of(browser: Browser, case: int, rest: str) -> Page:
    session = await last("clarification_session", case)
    return await browser.go(at(case, f"/sesi/{session}{rest}"))


async def asked(browser: Browser, case: int, question: str = "Apa?", answer: str = "Ya.") -> Page:
    page = await form_of(browser, case, "")
    return await browser.send(page.form("/jawaban"), {"question": question, "answer": answer})


async def closed(browser: Browser, case: int, **changes: str) -> Page:
    page = await form_of(browser, case, "/penutupan")
    values = {name: told for name, told in {**CONDUCT, **changes}.items() if told}
    return await browser.send(page.form("/penutupan"), values)


async def test_the_first_invitation_begins_the_clarification_and_stands_in_the_calendar(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    page = await rina.go((await rina.go(f"/perkara/{case}")).link("Siapkan klarifikasi"))
    assert "Belum ada orang yang diklarifikasi" in page.text
    done = await listed(rina, case, "respondent")
    assert "Terlapor 1: Terlapor Contoh 1" in done.text
    done = await invited(rina, case)
    assert done.address == at(case), done.text
    assert NINE_TO_TEN in done.text
    assert await state_of(case) == "clarification"
    assert (await events_of(case))[-1] == "handling.start_clarification"
    month = ahead(5).strftime("%Y-%m")
    listing = await (await visit("bagas")).go(f"/klarifikasi?bulan={month}")
    assert ROOM in listing.text
    assert "Terlapor Contoh" not in listing.text
    session = await form_of(rina, case, "")
    assert "Terlapor Contoh 1" in session.text
    assert "Terlapor Contoh" not in session.html.split("</title>")[0]
    deadlines = await rina.go("/tenggat")
    assert deadlines.link("Kalender klarifikasi") == "/klarifikasi"
    case_page = await rina.go(f"/perkara/{case}")
    assert "Undangan klarifikasi disampaikan." in case_page.text


async def test_a_later_first_invitation_leaves_an_event_and_no_move(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    await invited(rina, case)
    await listed(rina, case, "expert", name="Dr. Ahli Rekaan", expertise="Bahasa")
    done = await invited(rina, case, hours(6))
    assert "Ahli: Dr. Ahli Rekaan" in done.text
    assert (await events_of(case))[-1] == "investigation.invited"
    assert await state_of(case) == "clarification"


async def test_an_invitation_for_tomorrow_is_refused_with_the_article_and_goes_with_a_reason(
    town: Town, visit: Visits
) -> None:
    case = await registered(town, regime=Regime.PEMILU)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    soon = hours(0, "23.50", "23.55")
    refused = await invited(rina, case, soon)
    assert refused.status == 422
    assert "Perbawaslu 7/2022 Pasal 29 ayat (2)" in refused.text
    assert refused.form("/undangan").values["place"] == [ROOM]
    assert await state_of(case) == "registered"
    done = await invited(rina, case, {**soon, "late_reason": "Yang diundang akan ke luar negeri."})
    assert done.address == at(case), done.text
    session = await form_of(rina, case, "")
    assert "Yang diundang akan ke luar negeri." in session.text


async def test_outside_the_election_no_source_names_days_and_the_page_says_so(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    person = await last("heard_person", case)
    page = await rina.go(at(case, f"/orang/{person}/undangan"))
    assert "Tidak ditemukan ketentuan" in page.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"mode": "online", "link": "https://rapat.example/1"}, "Sesi daring memerlukan alasan"),
        ({"mode": "online", "ground": "disaster"}, "Isi tautan sesi daring."),
        ({"ground": "security"}, "hanya diisi untuk sesi daring"),
        ({"ends": "08.00"}, "Jam selesai harus sesudah jam mulai."),
    ],
)
async def test_a_session_that_cannot_be_is_refused_and_typed_text_stays(
    town: Town, visit: Visits, changes: dict[str, str], sentence: str
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    refused = await invited(rina, case, {**hours(), **changes})
    assert refused.status == 422
    assert sentence in refused.text
    assert refused.form("/undangan").values["place"] == [ROOM]


async def test_after_an_absence_there_is_a_second_invitation_and_no_third(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    person = await last("heard_person", case)
    for day, second in ((5, False), (7, True)):
        done = await invited(rina, case, hours(day), person)
        assert done.status == 200, done.text
        assert ("Undangan kedua" in done.text) is second
        await pass_time(case)
        confirm = await form_of(rina, case, "/ketidakhadiran")
        done = await rina.send(confirm.form("/ketidakhadiran"))
        assert "Tidak hadir" in done.text
    names = await events_of(case)
    assert names.count("handling.no_show") == 2
    assert names.count("handling.second_invitation") == 1
    page = await rina.go(at(case))
    assert "Terbitkan undangan" not in page.text
    refused = await invited(rina, case, hours(9), person)
    assert refused.status == 409
    assert "Undangan kedua sudah disampaikan" in refused.text


async def test_a_session_is_held_with_its_minutes_and_nothing_changes_afterwards(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    await invited(rina, case)
    await pass_time(case)
    nothing = await closed(rina, case)
    assert nothing.status == 409
    assert "sedikitnya satu tanya jawab" in nothing.text
    await asked(rina, case, "Apakah Anda hadir?", "Saya hadir.")
    page = await asked(rina, case, "Siapa yang mengundang?", "Saya lupa.")
    change = await rina.go(page.link("Ubah tanya jawab 2"))
    changed = await rina.send(change.form("/2"), {"answer": "Panitia."})
    assert "Panitia." in changed.text
    assert "Saya lupa." not in changed.text
    done = await closed(rina, case, oath="refused", oath_reason="Keyakinan.")
    assert "Terlaksana" in done.text, done.text
    assert "Keyakinan." in done.text
    assert (await events_of(case))[-1] == "handling.session_held"
    assert not [form for form in done.forms if form.action.endswith("/jawaban")]
    late = await rina.send(page.form("/jawaban"), {"question": "Lagi?", "answer": "Tidak."})
    assert late.status == 409
    assert await state_of(case) == "clarification"
    finish = await rina.go((await rina.go(at(case))).link("Selesaikan klarifikasi"))
    await rina.send(finish.form())
    assert await state_of(case) == "study"


async def test_an_online_session_is_not_closed_without_being_recorded(
    town: Town, visit: Visits
) -> None:
    case = await registered(town, regime=Regime.PEMILU)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    online = {"mode": "online", "ground": "geography", "link": "https://rapat.example/1"}
    done = await invited(rina, case, {**hours(12), **online})
    assert "Daring" in done.text
    await pass_time(case)
    await asked(rina, case)
    refused = await closed(rina, case)
    assert refused.status == 422
    assert "wajib direkam secara audiovisual" in refused.text
    assert "Terlaksana" in (await closed(rina, case, recorded="ya")).text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"oath": "refused"}, "Tulis alasan tidak bersedia disumpah"),
        ({"signed": "refused"}, "Tulis alasan tidak bersedia menandatangani"),
    ],
)
async def test_a_refusal_of_oath_or_signature_needs_its_reason_alone(
    town: Town, visit: Visits, changes: dict[str, str], sentence: str
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    await invited(rina, case)
    await pass_time(case)
    await asked(rina, case)
    refused = await closed(rina, case, **changes)
    assert refused.status == 422
    assert sentence in refused.text
    [name] = changes
    done = await closed(rina, case, **changes, **{f"{name}_reason": "Tidak berkenan."})
    assert "Tidak berkenan." in done.text


async def test_a_slower_change_of_an_answer_is_told_and_keeps_what_was_typed(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina, bagas = await visit("rina"), await visit("bagas")
    await listed(rina, case, "respondent")
    await invited(rina, case)
    page = await asked(rina, case)
    slow = await bagas.go(page.link("Ubah tanya jawab 1"))
    await asked(rina, case, "Kapan?", "Kemarin.")
    late = await bagas.send(slow.form("/jawaban/1"), {"answer": "Tulisan Bagas."})
    assert late.status == 409
    assert late.form("/jawaban/1").values["answer"] == ["Tulisan Bagas."]
    done = await bagas.send(late.form("/jawaban/1"))
    assert "Tulisan Bagas." in done.text


async def test_of_who_reports_and_testifies_the_role_alone_is_ever_said(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    form = (await rina.go(at(case, "/orang"))).form("/orang")
    entry = form.pick("vault_entry", "Pelapor 1")
    pages = [await listed(rina, case, "reporter", vault_entry=entry)]
    again = await listed(rina, case, "reporter", vault_entry=entry)
    assert again.status == 409
    assert "sudah ada dalam daftar" in again.text
    pages.append(await invited(rina, case))
    receipt = await form_of(rina, case, "/penerimaan")
    assert "tidak dimasukkan ke berkas" in receipt.text
    assert receipt.form("/penerimaan").files == []
    pages.append(await rina.send(receipt.form("/penerimaan"), {"how": "hand"}))
    await pass_time(case)
    pages.append(await asked(rina, case))
    pages.append(await closed(rina, case))
    pages.append(await rina.go(f"/perkara/{case}"))
    assert not [page for page in pages if REPORTER.name in page.html]
    async with reading(EVERYTHING) as c:
        said = [
            *await c.fetch("SELECT details::text AS said FROM event WHERE stream = $1", case),
            *await c.fetch("SELECT frozen AS said FROM official_paper"),
            *await c.fetch("SELECT h::text AS said FROM heard_person h"),
        ]
    assert len(said) > 8
    assert not [row for row in said if REPORTER.name in row["said"]]


async def test_a_witness_may_stand_on_no_list_of_the_vault_and_the_minutes_leave_a_blank(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    done = await listed(rina, case, "witness")
    assert "Saksi 1" in done.text
    await invited(rina, case)
    await pass_time(case)
    await asked(rina, case)
    await closed(rina, case)
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT frozen AS said FROM official_paper WHERE case_file = $1 ORDER BY id",
            case,
        )
    assert len(rows) == 3
    assert all("Saksi 1: ……" in row["said"] for row in rows)


async def test_the_receipt_of_an_invitation_is_proved_and_a_recording_stays_with_the_office(
    town: Town, visit: Visits
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    await listed(rina, case, "respondent")
    await invited(rina, case)
    receipt = await form_of(rina, case, "/penerimaan")
    done = await rina.send(receipt.form("/penerimaan"), {"how": "whatsapp", "proof": PDF})
    assert "WhatsApp, " in done.text
    await pass_time(case)
    recording = await form_of(rina, case, "/rekaman")
    done = await rina.send(recording.form("/rekaman"), {"recording": MP3})
    assert done.status == 200, done.text
    assert "Rekaman sesi klarifikasi" in (await rina.go(f"/perkara/{case}")).text
    galih = await (await visit("galih")).go(f"/perkara/{case}")
    assert "Bukti penerimaan undangan" in galih.text
    assert "Rekaman sesi klarifikasi" not in galih.text


async def test_two_sessions_never_share_an_officer_or_a_room(town: Town, visit: Visits) -> None:
    first, second = await registered(town), await registered(town)
    rina = await visit("rina")
    for case in (first, second):
        await listed(rina, case, "respondent")
    await invited(rina, first)
    refused = await invited(rina, second, hours(begins="09.30", ends="10.30"))
    assert refused.status == 409
    assert "Petugas yang dipilih sudah bertugas dalam sesi lain" in refused.text
    assert f"{NINE_TO_TEN} (perkara " in refused.text
    other = str(town.bagas.officer)
    refused = await invited(
        rina, second, hours(begins="09.30", ends="10.30", officer=other, place=ROOM.upper() + " ")
    )
    assert "Tempat ini sudah dipakai" in refused.text
    assert await state_of(second) == "registered"
    after = await invited(rina, second, hours(begins="10.00", ends="11.00"))
    assert after.address == at(second), after.text


async def test_who_is_kept_out_of_the_other_case_learns_the_hour_alone(
    town: Town, visit: Visits
) -> None:
    first, second = await registered(town), await registered(town)
    rina, bagas = await visit("rina"), await visit("bagas")
    for case in (first, second):
        await listed(rina, case, "respondent")
    await invited(rina, first)
    await exclude(town.sari, first, town.bagas.officer, ExclusionGround.NAMED, "Disebut.")
    refused = await invited(bagas, second, hours(officer=str(town.bagas.officer)))
    assert "Tempat ini sudah dipakai" in refused.text
    assert NINE_TO_TEN in refused.text
    assert "(perkara" not in refused.text
    assert (await bagas.go(at(first))).status == 404
    month = ahead(5).strftime("%Y-%m")
    assert ROOM not in (await bagas.go(f"/klarifikasi?bulan={month}")).text


async def test_a_cancelled_session_frees_its_hour(town: Town, visit: Visits) -> None:
    first, second = await registered(town), await registered(town)
    rina = await visit("rina")
    for case in (first, second):
        await listed(rina, case, "respondent")
    await invited(rina, first)
    cancelling = await form_of(rina, first, "/pembatalan")
    assert (await rina.send(cancelling.form("/pembatalan"))).status == 422
    done = await rina.send(cancelling.form("/pembatalan"), {"reason": "Ruang dipakai pleno."})
    assert "Dibatalkan" in done.text
    assert (await invited(rina, second)).address == at(second)


async def test_others_read_or_do_not_see_it(town: Town, visit: Visits) -> None:
    case = await registered(town)
    await listed(await visit("rina"), case, "respondent")
    await invited(await visit("rina"), case)
    session = await last("clarification_session", case)
    for login in ("sari", "galih", "nita"):
        browser = await visit(login)
        page = await browser.go(at(case))
        assert page.status == 200
        assert "Tambah orang" not in page.text
        assert (await browser.go(at(case, f"/sesi/{session}"))).status == 200
        assert (await browser.go(at(case, f"/sesi/{session}/penutupan"))).status == 403
    for login in ("dewa", "maya", "lain", "hadi"):
        browser = await visit(login)
        assert (await browser.go(at(case))).status == 404
        assert (await browser.go(at(case, f"/sesi/{session}"))).status == 404
    assert (await (await visit("dewa")).go("/klarifikasi")).status == 403
    assert ROOM not in (await (await visit("lain")).go("/klarifikasi")).text
    other = await registered(town)
    assert (await (await visit("rina")).go(at(other, f"/sesi/{session}"))).status == 404


async def test_the_pages_cost_at_most_twelve_queries(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = await registered(town)
    rina = await visit("rina")
    for number in range(3):
        await listed(rina, case, "witness")
        await invited(rina, case, hours(begins=f"1{number}.00", ends=f"1{number}.30"))
    session = await last("clarification_session", case)
    person = await last("heard_person", case)
    for address in (
        at(case),
        at(case, "/orang"),
        at(case, f"/orang/{person}/undangan"),
        at(case, f"/sesi/{session}"),
        at(case, f"/sesi/{session}/penutupan"),
        "/klarifikasi",
    ):
        statements.sent.clear()
        assert (await rina.go(address)).status == 200
        assert len(statements.sent) <= 12, (address, statements.sent)
