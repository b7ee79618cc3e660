"""The forms of moves and facts: bad input, rules that say no, and somebody faster."""

from datetime import date
from typing import Any

import pytest

from netralitas.cases.answers import NOTHING, Answers
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from tests.cases.conftest import Visits
from tests.make import (
    Town,
    days_ago,
    decide_as_usual,
    fact,
    forwarded_case,
    make_case,
    move,
    paper,
    person,
    proceedings,
)
from tests.pages import PDF, Browser, Page

RTL = "Nomor \u202e321"
NASTY: dict[str, Any] = {
    "overlong": "x" * 60_000,
    "nul": "Nomor \x00 aneh",
    "rtl": RTL,
    "emoji": "Surat 😀👨‍👩‍👧",
    "half": "\udc80".encode("utf-8", "surrogateescape"),
    "markup": "<script>alert(1)</script>",
}


async def form_of(browser: Browser, case: int, code: str, noun: str = "langkah") -> Page:
    """The form of a move or fact on the handling."""
    handling = (await proceedings(case))[0]["id"]
    return await browser.go(f"/perkara/{case}/{noun}/{handling}/{code}")


@pytest.mark.parametrize("kind", sorted(NASTY))
async def test_nasty_text_is_never_a_crash_and_comes_back_as_typed(
    town: Town, visit: Visits, kind: str
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "letter_received", "fakta")).form()
    nasty = NASTY[kind]
    typed = {"letter_in_number": nasty, "letter_in_subject": "Perihal saya"}
    sent = await rina.send(form, {**typed, "letter_in_date-day": "kemarin"})
    assert sent.status == 422
    again = sent.form()
    assert again.values["letter_in_subject"] == ["Perihal saya"]
    if kind in {"emoji", "rtl", "overlong", "markup"}:
        assert again.values["letter_in_number"] == [nasty]
    assert "<script>alert(1)" not in sent.html


async def test_an_empty_form_names_everything_that_is_missing(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "letter_received", "fakta")).form()
    empty = {name: "" for name in form.names if name != "versions"}
    sent = await rina.send(form, empty)
    assert sent.status == 422
    assert "Isi kapan ini terjadi." in sent.text
    assert "Perihal surat masuk wajib diisi." in sent.text
    assert "Nomor surat masuk wajib diisi." not in sent.text
    assert "Tanggal surat masuk wajib diisi." not in sent.text


async def test_nothing_at_all_is_a_form_with_errors(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    answer = await rina.client.post(form.action, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 422
    assert "Muat ulang halaman" in answer.text


async def test_doubled_fields_that_contradict_are_refused(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    sent = await rina.send(form, {"happened-day": ["1", "2"], "versions": ["1:1", "1:2"]})
    assert sent.status == 422
    assert "dikirim lebih dari sekali" in sent.text


@pytest.mark.parametrize("versions", ["", "x", "1:1;DROP", "9" * 400, "1:-1", "\u0661:\u0661"])
async def test_broken_versions_ask_to_reload(town: Town, visit: Visits, versions: str) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    sent = await rina.send(form, versions=versions)
    assert sent.status == 422
    assert "Muat ulang halaman" in sent.text


async def test_a_date_in_the_future_is_refused_with_the_day_it_is(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    sent = await rina.send(form, {"happened-year": "2050", "reason": "Catatan saya"})
    assert sent.status == 422
    assert "tidak boleh sesudah hari ini" in sent.text
    assert sent.form().values["reason"] == ["Catatan saya"]


async def test_a_date_before_the_act_is_refused_with_the_day_of_the_act(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    early = days_ago(40)
    sent = await rina.send(
        form,
        {
            "happened-day": str(early.day),
            "happened-month": str(early.month),
            "happened-year": str(early.year),
            "reason": "Dokumennya tidak ada.",
        },
    )
    assert sent.status == 422
    assert "lebih awal daripada tanggal kejadian" in sent.text


def on_day(on: date) -> dict[str, str]:
    parts = {"day": on.day, "month": on.month, "year": on.year}
    return {f"happened-{part}": str(value) for part, value in parts.items()}


async def test_what_is_entered_late_needs_a_word_on_why_there_is_no_document(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town, received=20)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    late = await rina.send(form, on_day(days_ago(8)))
    assert late.status == 422
    assert "Catatan terlambat: ini terjadi lebih dari 7 hari yang lalu." in late.text
    done = await rina.send(late.form(), {"reason": "Lembar disposisinya hilang."})
    assert done.status == 200
    assert "dicatat terlambat," in done.text


async def test_what_is_entered_late_with_its_document_needs_no_further_word(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town, received=20)).id
    rina = await visit("rina")
    begun = (await form_of(rina, case, "start_preliminary_study")).form()
    assert (await rina.send(begun, on_day(days_ago(7)))).status == 200
    form = (await form_of(rina, case, "finish_preliminary_study")).form()
    done = await rina.send(form, on_day(days_ago(8)), preliminary_study=PDF)
    assert done.status == 200, done.text


async def test_a_letter_sent_before_it_was_dated_is_refused(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "letter_sent", "fakta")).form()
    dated, sent_on = days_ago(1), days_ago(2)
    sent = await rina.send(
        form,
        {
            "letter_out_number": "1/K/2026",
            "letter_out_subject": "Undangan",
            **_day("letter_out_date", dated),
            **_day("letter_out_sent", sent_on),
        },
    )
    assert sent.status == 422
    assert "Tanggal dikirim tidak boleh sebelum tanggal surat." in sent.text


def _day(name: str, on: date) -> dict[str, str]:
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


async def test_a_file_that_is_no_paper_is_refused_before_anything_is_recorded(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    rina = await visit("rina")
    form = (await form_of(rina, case, "finish_preliminary_study")).form()
    for content in (b"", b"MZ\x90\x00" + b"\x00" * 80, b"just words"):
        sent = await rina.send(form, preliminary_study=content, reason="Catatan")
        assert sent.status == 422
        assert sent.form().values["reason"] == ["Catatan"]
        assert "Berkas perlu dipilih kembali" in sent.text
    assert (await proceedings(case))[0]["state"] == "preliminary_study"


async def test_two_officers_at_once_the_slower_one_sees_what_changed_and_can_go_on(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina, bagas = await visit("rina"), await visit("bagas")
    slow = (await form_of(rina, case, "start_preliminary_study")).form()
    quick = (await form_of(bagas, case, "known", "fakta")).form()
    assert (await bagas.send(quick)).address == f"/perkara/{case}"
    stale = await rina.send(slow, reason="Yang saya ketik")
    assert stale.status == 409
    assert "Dugaan pelanggaran diketahui" in stale.text
    assert "Bagas Wiratama" in stale.text
    again = stale.form()
    assert again.values["reason"] == ["Yang saya ketik"]
    done = await rina.send(again)
    assert done.address == f"/perkara/{case}"
    assert "Sudah tercatat Kajian awal dimulai." in done.text


async def test_a_form_sent_twice_after_a_correctable_mistake_stays_stale(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    slow = (await form_of(rina, case, "start_preliminary_study")).form()
    await fact(town.bagas, case, "known")
    wrong = await rina.send(slow, {"happened-year": "2050"})
    assert wrong.status == 422
    right = {"happened-year": str(days_ago(0).year)}
    assert (await rina.send(wrong.form(), right)).status == 409


async def test_a_move_whose_state_has_gone_names_the_rule(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    await move(town.bagas, case, "start_preliminary_study")
    stale = await rina.send(form)
    assert stale.status == 409
    refused = await form_of(rina, case, "start_preliminary_study")
    assert refused.status == 200
    assert "tidak tersedia pada tahap" in refused.text
    assert "Kembali ke perkara" in refused.links


async def test_a_refused_move_keeps_what_was_typed_and_offers_the_override(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    await decide_as_usual(town, case)
    rina = await visit("rina")
    form = (await form_of(rina, case, "forward")).form()
    values = {
        "letter_out_number": "77/K/2026",
        "letter_out_subject": "Penerusan",
        **_day("letter_out_date", days_ago(0)),
        "respondents": [value for value, _ in form.options["respondents"]],
        "addressee": form.pick("addressee", "KASN"),
        "evidence_list": PDF,
    }
    assert "KASN (tidak berwenang hari ini)" in dict(form.options["addressee"]).values()
    refused = await rina.send(form, values)
    assert refused.status == 409
    assert "tidak berwenang pada tanggal penerusan" in refused.text
    again = refused.form()
    assert again.values["letter_out_number"] == ["77/K/2026"]
    override = {"overrides": ["receiver_valid"], "evidence_list": PDF}
    assert (await rina.send(again, override)).status == 422
    reason = "Berkas lama yang dikirim ulang menurut surat."
    assert refused.links["Lihat instansi penerima"] == "/tindak-lanjut/instansi"
    ground = {"override_basis": "SE MenPANRB 4/2024"}
    assert (await rina.send(again, {**override, "reason": reason})).status == 422
    done = await rina.send(again, {**override, **ground, "reason": reason})
    assert "Syarat dikesampingkan" in done.text, done.text
    assert reason in done.text
    assert "Dasar: SE MenPANRB 4/2024" in done.text


async def test_a_register_number_used_before_is_said_at_its_field(
    town: Town, visit: Visits
) -> None:
    first, second = (await make_case(town)).id, (await make_case(town)).id
    rina = await visit("rina")
    for case in (first, second):
        study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
        await move(town.rina, case, "start_preliminary_study")
        await move(town.rina, case, "finish_preliminary_study", answers=study)
    page = await form_of(rina, first, "register")
    assert "001/Reg/LP/Kab/99.01" in page.text
    done = await rina.send(page.form(), register_number="9/Reg/Khusus")
    assert done.headings[0] == "9/Reg/Khusus"
    form = (await form_of(rina, second, "register")).form()
    sent = await rina.send(form, register_number="9/Reg/Khusus")
    assert sent.status == 422
    assert "sudah dipakai di kantor ini" in sent.text


async def test_the_last_look_names_state_clocks_holder_and_readers(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "start_preliminary_study")
    page = await form_of(await visit("rina"), case, "finish_preliminary_study")
    assert "menjadi “Kajian awal selesai”" in page.text
    assert "Tenggat selesai: Kajian awal" in page.text
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    page = await form_of(await visit("rina"), case, "register")
    assert "Tenggat mulai: Penanganan temuan atau laporan paling lambat" in page.text
    assert "Giliran berikutnya: Staf penanganan pelanggaran." in page.text
    assert "Terlihat oleh Bawaslu Kabupaten Contoh" in page.text


async def test_unknown_moves_facts_and_proceedings_do_not_exist(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    handling = (await proceedings(case))[0]["id"]
    rina = await visit("rina")
    for address in (
        f"/perkara/{case}/langkah/{handling}/nonsense",
        f"/perkara/{case}/langkah/999999/register",
        f"/perkara/{case}/fakta/{handling}/register",
        f"/perkara/{case}/langkah/99999999999999999999/register",
        "/perkara/99999999999999999999",
    ):
        assert (await rina.go(address)).status == 404, address


async def test_a_reader_without_a_part_in_it_is_told_who_may(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    page = await form_of(await visit("nita"), case, "start_preliminary_study")
    assert page.status == 403
    assert "membaca saja" in page.text


async def test_the_superior_office_can_take_the_case_over(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    galih = await visit("galih")
    page = await galih.go((await galih.go(f"/perkara/{case}")).link("Ambil alih penanganan"))
    assert "di luar alur biasa" in page.text
    done = await galih.send(page.form(), reason="Diambil alih menurut keputusan pleno provinsi.")
    assert "Diambil alih Bawaslu tingkat lain" in done.text


async def test_a_move_is_made_on_the_respondents_ticked_and_no_others(
    town: Town, visit: Visits
) -> None:
    case = (await forwarded_case(town, person(1), person(2), person(3))).id
    maya = await visit("maya")
    page = await maya.go((await maya.go(f"/perkara/{case}")).link("Catat penerimaan"))
    form = page.form()
    assert len(form.values["others"]) == 2
    await maya.send(form, others=form.values["others"][:1])
    states = [row["state"] for row in await proceedings(case) if row["workflow"] == "referral"]
    assert sorted(states) == ["forwarded", "received", "received"]


async def test_what_leaves_the_normal_path_is_ticked_for_nobody_else(
    town: Town, visit: Visits
) -> None:
    case = (await forwarded_case(town, person(1), person(2))).id
    maya = await visit("maya")
    way = (await maya.go(f"/perkara/{case}")).link("Tolak penerusan")
    assert way.endswith("?terlapor=semua")
    assert "others" not in (await maya.go(way)).form().values
    form = (await maya.go(way.replace("/reject", "/receive"))).form()
    assert len(form.values["others"]) == 1


async def test_the_words_for_a_reporter_stand_ready_and_name_nobody(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    for code, given in (
        ("start_preliminary_study", NOTHING),
        ("find_incomplete", Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))),
    ):
        await move(town.rina, case, code, answers=given)
    rina = await visit("rina")
    page = await form_of(rina, case, "notify_completeness")
    text = page.text.split("Teks untuk pelapor")[1]
    assert "laporan ini belum lengkap" in text
    assert "Kami tidak pernah meminta kode itu." in text
    link = page.link("Buka teks ini di WhatsApp (tab baru)")
    assert link.startswith("https://wa.me/?text=Bawaslu+")
    for word in ("Budi", "Camat", "Perhubungan"):
        assert word not in link
    done = await rina.send(page.form(), told_by="whatsapp", delivery_receipt=PDF)
    assert "Pelapor diberi tahu: whatsapp." in done.text
    assert "Tanda terima penyampaian" in done.text
    async with reading(EVERYTHING) as c:
        running = await c.fetchval(
            "SELECT count(*) FROM clock WHERE case_file = $1 AND rule LIKE '%.notify'"
            " AND ended_by IS NULL AND superseded_by IS NULL",
            case,
        )
    assert running == 0
