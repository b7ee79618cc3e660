"""The desk over HTTP: the form of the page filled in, the receipt, and what bad input meets."""

import re
from typing import Any

import pytest

from netralitas import clock
from netralitas.intake.forms import InformationForm, MatterForm, ReporterForm, RespondentForm
from netralitas.law.domain import Zone
from tests.cases.conftest import Statements, Visits
from tests.make import Town, days_ago
from tests.pages import Browser, FoundForm, Page

ACT, KNOWN, RECEIVED = 4, 3, 0  # days before today


def day(name: str, ago: int) -> dict[str, str]:
    """A date as it is typed into its three inputs."""
    on = days_ago(ago)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


def matter(**changes: str) -> dict[str, str]:
    """What is typed for a report that can be taken in."""
    typed = {
        "subject": "Lurah memasang spanduk pasangan calon",
        "description": "Dipasang di depan kantor kelurahan\npada jam kerja.",
        "regime": "pemilihan",
        "place": "Kantor kelurahan",
        "name": "Wira Kusuma",
        "employment": "pns",
        "position_class": "ward_head",
        "position": "Lurah",
        "unit": "Kelurahan Contoh",
        "nip": "19740512 201001 1 001",
        "reporter_name": "Nama Pelapor Rahasia",
        "reporter_address": "Jalan Rahasia 7",
        "reporter_phone": "0812 3456 7890",
        **day("act", ACT),
        **day("known_on", KNOWN),
    }
    return typed | changes


async def desk(browser: Browser, kind: str = "laporan") -> FoundForm:
    """The form of the desk as the page shows it."""
    page = await browser.go(f"/perkara/baru?jenis={kind}")
    assert page.status == 200
    return page.form("/perkara/baru" if kind == "laporan" else kind)


async def take_in(browser: Browser, kind: str = "laporan", **changes: str) -> Page:
    """Fill in the form and send it."""
    form = await desk(browser, kind)
    typed = {name: text for name, text in matter(**changes).items() if name in form.names}
    return await browser.send(form, typed)


@pytest.mark.parametrize(
    ("kind", "title", "number"),
    [
        ("laporan", "Tanda terima laporan", "001/LP/"),
        ("temuan", "Tanda catat hasil pengawasan", "001/TM/"),
        ("informasi", "Tanda terima informasi awal", "001/IA/"),
    ],
)
async def test_each_kind_of_matter_is_taken_in_and_gets_a_receipt(
    town: Town, visit: Visits, kind: str, title: str, number: str
) -> None:
    page = await take_in(await visit("wulan"), kind)
    assert page.status == 200
    assert page.headings[0] == title
    assert re.fullmatch(r"/perkara/\d+/tanda-terima", page.address)
    assert number in page.text
    assert "Bawaslu Kabupaten Contoh" in page.text
    assert page.link("Buka perkara") == page.address.removesuffix("/tanda-terima")


async def test_the_receipt_says_what_comes_next_and_by_when(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"))
    assert re.search(r"Kajian awal paling lambat \w+, \d+ \w+ \d{4} \(2 hari", page.text)
    assert "Dasar: Perbawaslu 8/2020 · perlu konfirmasi · lazim disebut" in page.text
    assert "Sisa" not in page.text
    assert re.search(r"Diterima \w+, \d+ \w+ \d{4} pukul \d\d\.\d\d WIB", page.text)


async def test_a_receipt_without_an_hour_shows_the_day_only(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"), received_time="", **day("received_on", 1))
    assert "pukul" not in page.text


async def test_a_late_report_is_taken_in_and_the_receipt_says_so(town: Town, visit: Visits) -> None:
    late = await take_in(await visit("rina"), **day("act", 20), **day("known_on", 15))
    assert late.status == 200
    assert "setelah batas waktu penyampaian berakhir pada" in late.text
    assert "7 hari kalender sejak dugaan pelanggaran diketahui" in late.text
    assert "UU 1/2015 Pasal 134 ayat (4)" in late.text
    assert "Laporan tetap diterima." in late.text
    assert "batas waktu" not in (await take_in(await visit("rina"))).text


async def test_outside_the_stages_there_is_no_window(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"), regime="luar_tahapan", **day("known_on", 2))
    assert page.status == 200
    assert "batas waktu" not in page.text


@pytest.mark.parametrize("kind", ["laporan", "temuan", "informasi"])
async def test_everything_is_on_one_page_of_at_most_25_fields(
    town: Town, visit: Visits, kind: str
) -> None:
    form = await desk(await visit("rina"), kind)
    asked = {re.sub(r"-(day|month|year)$", "", name) for name in form.names} - {"token"}
    on_demand = {*MatterForm.details, *RespondentForm.details, *ReporterForm.details}
    on_demand |= set(InformationForm.request)
    assert 10 <= len(asked - on_demand) <= 25
    if kind == "laporan":
        assert on_demand - set(InformationForm.request) <= asked


async def test_the_form_is_filled_in_as_far_as_it_is_known(town: Town, visit: Visits) -> None:
    form = await desk(await visit("rina"))
    assert form.values["received_on-day"] == [str(days_ago(0).day)]
    assert re.fullmatch(r"\d\d\.\d\d", form.values["received_time"][0])
    assert form.values["region"] == ["99.01"]
    assert form.values["channel"] == ["desk"]
    assert ("99.01", "Kabupaten Contoh") in form.options["region"]


@pytest.mark.parametrize("login", ["sari", "galih", "maya", "dewa", "nita", "hadi"])
async def test_who_may_not_take_in_is_told_who_may(town: Town, visit: Visits, login: str) -> None:
    browser = await visit(login)
    shown = await browser.go("/perkara/baru")
    sent = await browser.client.post(
        "/perkara/baru", data=matter(), headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert (shown.status, sent.status_code) == (403, 403)
    assert "staf penanganan pelanggaran atau pengawas lapangan" in shown.text


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("nothing typed", dict.fromkeys(matter(), ""), "Perihal wajib diisi."),
    ("no reporter", {"reporter_name": ""}, "Isi nama pelapor."),
    ("nobody reported", {"name": "", "nip": ""}, "Isi nama terlapor, atau centang"),
    ("both at once", {"unidentified": "ya"}, "sekaligus belum teridentifikasi"),
    ("a NIP of nobody", {"name": "", "unidentified": "ya"}, "NIP hanya diisi"),
    ("overlong subject", {"subject": "a" * 201}, "Perihal paling banyak 200 karakter"),
    ("overlong story", {"description": "a" * 10_000_00}, "Uraian kejadian paling banyak"),
    ("unknown regime", {"regime": "pilkades"}, "Pilihan untuk rezim tidak dikenal."),
    ("unknown region", {"region": "00.00"}, "Pilihan untuk wilayah kejadian tidak dikenal."),
    ("unknown election", {"election": "pemilu.x"}, "tidak dikenal"),
    ("no such day", {"act-day": "31", "act-month": "2"}, "Tanggal kejadian"),
    ("words for a year", {"known_on-year": "kemarin"}, "Tanggal diketahui"),
    ("tomorrow", day("received_on", -1), "tidak boleh sesudah hari ini"),
    ("known before the act", day("known_on", 9), "Tanggal diketahui tidak boleh sebelum kejadian"),
    ("received before the act", day("received_on", 9), "Tanggal diterima tidak boleh sebelum"),
    ("known after receipt", day("received_on", 3) | day("known_on", 1), "setelah tanggal diterima"),
    ("a later hour", {"received_time": "23.59"}, "belum terjadi"),
    ("no hour", {"received_time": "siang"}, "Jam diterima"),
    ("a short NIP", {"nip": "1974"}, "NIP terdiri atas 18 angka"),
    ("a telephone of letters", {"reporter_phone": "telepon"}, "harus berupa nomor telepon"),
    ("NUL", {"subject": "Lurah\x00"}, "Perihal memuat karakter"),
    ("NUL in a name", {"reporter_name": "A\x00"}, "Nama pelapor memuat karakter"),
    ("right to left", {"name": "\u202eamuK"}, "Nama terlapor memuat tanda pembalik"),
    ("twice and different", {"subject": ["Satu", "Dua"]}, "dikirim lebih dari sekali"),
]


@pytest.mark.parametrize(("typed", "sentence"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
async def test_bad_input_is_a_sentence_and_nothing_typed_is_lost(
    town: Town, visit: Visits, typed: dict[str, Any], sentence: str
) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    sent: dict[str, Any] = {**matter(), **typed}
    page = await browser.send(form, sent)
    if sentence == "belum terjadi" and f"{clock.now().astimezone(Zone.WIB.tz):%H.%M}" == "23.59":
        pytest.skip("at 23.59 no later minute of the day is left to type")
    assert page.status == 422
    assert sentence in page.text
    assert page.html.startswith("<!doctype html>")
    assert "Perbaiki:" in page.html
    again = page.form("/perkara/baru")
    for name, text in sent.items():
        if isinstance(text, str) and _can_stand_again(again, name, text):
            assert again.values[name] == [text], name


def _can_stand_again(form: FoundForm, name: str, text: str) -> bool:
    """Everything can, but a NUL and a choice that nobody has."""
    offered = dict(form.options.get(name, [(text, "")]))
    return text in offered and "\x00" not in text


async def test_nothing_is_taken_in_when_something_is_wrong(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    await take_in(browser, subject="")
    assert "Belum ada perkara yang berjalan" in (await browser.go("/perkara")).text


@pytest.mark.parametrize("text", ["Lurah 😀 spanduk", "نص عربي", "<b>Lurah</b> & 'kawan'", "Å"])
async def test_any_human_text_is_kept_as_typed(town: Town, visit: Visits, text: str) -> None:
    page = await take_in(await visit("rina"), subject=text)
    assert page.status == 200
    assert text in page.text


async def test_a_receipt_number_is_taken_once(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    first = await take_in(browser, receipt_number="17/LP/2019")
    assert "17/LP/2019" in first.text
    second = await take_in(browser, receipt_number="17/LP/2019")
    assert second.status == 422
    assert "Nomor 17/LP/2019 sudah dipakai di kantor ini." in second.text
    assert second.form("/perkara/baru").values["subject"] == [matter()["subject"]]


async def test_automatic_numbers_follow_one_another(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    pages = [await take_in(browser) for _ in range(3)]
    found = [re.search(r"(\d{3})/LP/", page.text) for page in pages]
    assert [match[1] for match in found if match] == ["001", "002", "003"]


async def test_an_unidentified_respondent_is_enough(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"), name="", nip="", unidentified="ya")
    assert page.status == 200


async def test_a_month_is_enough_for_the_act(town: Town, visit: Visits) -> None:
    typed = {"act-day": "", "act-month": "8", "act-year": "2024"}
    page = await take_in(await visit("rina"), **typed)
    assert page.status == 200
    early = {"known_on-day": "31", "known_on-month": "7", "known_on-year": "2024"}
    refused = await take_in(await visit("rina"), **typed, **early)
    assert "Tanggal diketahui tidak boleh sebelum kejadian (Agustus 2024)." in refused.text


async def test_a_month_or_a_year_is_enough_for_the_receipt(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    blank = {"act-day": "", "act-month": "", "act-year": "", "received_time": ""}
    blank |= {"known_on-day": "", "known_on-month": "", "known_on-year": ""}
    month = {"received_on-day": "", "received_on-month": "10", "received_on-year": "2020"}
    page = await take_in(rina, **blank, **month)
    assert page.status == 200
    assert "Oktober 2020" in page.text
    assert "31 Oktober 2020" not in page.text
    assert "/X/2020" not in page.text
    year = await take_in(rina, **blank, **month | {"received_on-month": ""})
    assert "Tahun 2020" in year.text
    refused = await take_in(rina, **blank | {"received_time": "10.20"}, **month)
    assert "Jam diisi hanya bila tanggalnya diketahui sampai hari." in refused.text
    known = {"known_on-day": "20", "known_on-month": "10", "known_on-year": "2020"}
    assert (await take_in(rina, **blank | known, **month)).status == 200


async def test_information_may_come_from_nobody_but_not_from_an_address_alone(
    town: Town, visit: Visits
) -> None:
    nobody = {"reporter_name": "", "reporter_address": "", "reporter_phone": ""}
    assert (await take_in(await visit("rina"), "informasi", **nobody)).status == 200
    page = await take_in(await visit("rina"), "informasi", reporter_name="")
    assert page.status == 422
    assert "Isi nama pemberi informasi" in page.text


async def test_the_receipt_is_for_the_office_alone(town: Town, visit: Visits) -> None:
    address = (await take_in(await visit("rina"))).address
    for login, status in (
        ("sari", 200),
        ("galih", 200),
        ("lain", 404),
        ("maya", 404),
        ("hadi", 404),
    ):
        assert (await (await visit(login)).go(address)).status == status, login
    assert (await (await visit("rina")).go("/perkara/999999/tanda-terima")).status == 404


async def test_the_desk_asks_few_questions(
    town: Town, visit: Visits, statements: Statements
) -> None:
    browser = await visit("rina")
    address = (await take_in(browser)).address
    for place in ("/perkara/baru", address):
        statements.sent.clear()
        await browser.go(place)
        assert len(statements.sent) <= 12, statements.sent
