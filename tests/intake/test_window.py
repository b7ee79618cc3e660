"""The reporting window at the desk over HTTP: while typing, by its button, and beside errors."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as some

from netralitas.intake.forms import ReportForm
from netralitas.intake.window import window_of
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook, load
from netralitas.law.calendar import Calendar, DayKind, SpecialDay
from netralitas.law.domain import Zone
from tests.cases.conftest import Statements, Visits
from tests.intake.test_desk import day, desk, matter, take_in
from tests.make import Town, days_ago
from tests.pages import Browser, Page, read

WINDOW: Final = "/perkara/baru/batas-waktu"
HTMX: Final = {"HX-Request": "true", "HX-Request-Type": "partial"}
SAME_SITE: Final = {"Sec-Fetch-Site": "same-origin"}


def on(name: str, moment: date) -> dict[str, str]:
    """A date as it is typed into its three inputs."""
    parts = {"day": moment.day, "month": moment.month, "year": moment.year}
    return {f"{name}-{part}": str(number) for part, number in parts.items()}


def dates(regime: str, known: date, received: date) -> dict[str, str]:
    """What the window depends on, as it is typed."""
    return {"regime": regime, **on("known_on", known), **on("received_on", received)}


LATE: Final = dates("pemilihan", date(2024, 8, 27), date(2024, 9, 4))
IN_TIME: Final = dates("pemilihan", date(2024, 8, 27), date(2024, 9, 3))


async def typing(browser: Browser, **typed: str) -> Page:
    """What the desk says under the dates while they are typed."""
    page = read(await browser.client.get(WINDOW, params=typed, headers=HTMX))
    assert page.status == 200
    assert "<html" not in page.html
    assert page.headings == ["Batas waktu penyampaian laporan"]
    return page


async def check(browser: Browser, **changes: str) -> Page:
    """Fill in the form and press the button that checks the window."""
    form = await desk(browser)
    form.action = WINDOW
    return await browser.send(form, matter(**changes))


async def test_a_report_on_the_last_day_is_in_time(town: Town, visit: Visits) -> None:
    page = await typing(await visit("rina"), **IN_TIME)
    assert "Dalam batas waktu" in page.text
    assert (
        "Laporan ini diterima Selasa, 3 September 2024, sebelum batas waktu penyampaian berakhir"
        " pada Selasa, 3 September 2024 (7 hari kalender sejak dugaan pelanggaran diketahui"
        " dan/atau ditemukan; UU 1/2015 Pasal 134 ayat (4))." in page.text
    )
    assert "perlu konfirmasi · satuan waktu: lazim disebut" in page.text
    assert "Selasa, 3 September 2024 dihitung: hari kalender ke-7." in page.text
    assert "Agustus 2024" in page.html
    assert page.link("Tentang aturan ini") == "/referensi/aturan/pemilihan.report_window"
    assert "Lewat" not in page.text


async def test_a_report_a_day_later_is_late_and_the_receipt_says_the_same(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    page = await typing(rina, **LATE)
    assert "Lewat batas waktu" in page.text
    said = (
        "Laporan ini diterima Rabu, 4 September 2024, setelah batas waktu penyampaian berakhir"
        " pada Selasa, 3 September 2024 (7 hari kalender"
    )
    formal = (
        "Laporan tetap diterima. Kajian awal menilai akibatnya bagi syarat formal. Pasal tentang"
        " syarat formal laporan Pemilihan belum ditemukan (perlu konfirmasi)."
    )
    assert said in page.text
    assert formal in page.text
    receipt = await take_in(rina, **on("act", date(2024, 8, 26)), **LATE)
    assert receipt.status == 200
    assert said in receipt.text
    assert formal in receipt.text


async def test_in_a_pemilu_working_days_are_counted_and_the_article_is_named(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    known = date(2024, 2, 5)  # 8, 9 and 14 February are days off
    page = await typing(rina, **dates("pemilu", known, date(2024, 2, 19)))
    assert "Dalam batas waktu" in page.text
    assert "Senin, 19 Februari 2024 (7 hari kerja sejak" in page.text
    assert "perlu konfirmasi" not in page.text
    late = await typing(rina, **dates("pemilu", known, date(2024, 2, 20)))
    assert "Perbawaslu 7/2022 Pasal 15 ayat (3) (perlu konfirmasi, sumber kedua)." in late.text


NOT_COMPUTED: list[tuple[str, dict[str, str], str, str]] = [
    ("nothing typed", {}, "Belum dihitung", "Pilih rezim dan isi tanggal diketahui"),
    ("an unknown regime", {"regime": "pilkades"}, "Belum dihitung", "Pilih rezim"),
    ("no date", {"regime": "pemilihan"}, "Belum dihitung", "Isi tanggal diketahui: batas waktu"),
    (
        "half a date",
        {"regime": "pemilu", "known_on-day": "3"},
        *("Tidak dapat dihitung", "Tanggal diketahui"),
    ),
    (
        "tomorrow",
        {"regime": "pemilihan", **day("known_on", -1), **day("received_on", 0)},
        *("Tidak dapat dihitung", "Tanggal diketahui tidak boleh sesudah hari ini"),
    ),
    (
        "known after it was received",
        {"regime": "pemilihan", **day("known_on", 1), **day("received_on", 3)},
        *("Tidak dapat dihitung", "tidak boleh setelah tanggal diterima"),
    ),
    (
        "a year that is not loaded",
        dates("pemilu", date(2017, 6, 5), date(2017, 6, 9)),
        *("Tidak dapat dihitung", "Kalender hari libur tahun 2017 belum dimuat."),
    ),
    (
        "outside the stages",
        dates("luar_tahapan", date(2024, 6, 3), date(2024, 6, 4)),
        "Tidak ada batas waktu",
        "Di luar tahapan tidak ditemukan aturan batas waktu penyampaian laporan.",
    ),
    ("NUL", {"regime": "pemilu\x00", "known_on-year": "\x00"}, "Belum dihitung", "Pilih rezim"),
]


@pytest.mark.parametrize(
    ("typed", "remaining", "sentence"),
    [case[1:] for case in NOT_COMPUTED],
    ids=[case[0] for case in NOT_COMPUTED],
)
async def test_what_cannot_be_computed_says_why(
    town: Town, visit: Visits, typed: dict[str, str], remaining: str, sentence: str
) -> None:
    page = await typing(await visit("rina"), **typed)
    assert remaining in page.text
    assert sentence in page.text
    assert "Paling lambat" not in page.text
    assert "berakhir pada" not in page.text


async def test_outside_the_stages_the_page_says_how_sure_that_is(town: Town, visit: Visits) -> None:
    page = await typing(await visit("rina"), regime="luar_tahapan")
    assert "langsung diteruskan kepada otoritas ASN" in page.text
    assert "perlu konfirmasi · sumber kedua" in page.text


async def test_without_a_day_of_receipt_the_window_is_said_but_not_compared(
    town: Town, visit: Visits
) -> None:
    known = {"regime": "pemilihan", **on("known_on", date(2024, 8, 27))}
    rina = await visit("rina")
    month = {"received_on-month": "9", "received_on-year": "2024", "received_time": "10.20"}
    for received in ({"received_on-month": "9", "received_on-year": "2024"}, month):
        page = await typing(rina, **known, **received)
        assert "Tanggal diterima belum lengkap" in page.text
        assert "Paling lambat Selasa, 3 September 2024 (7 hari kalender" in page.text
        assert "Isi tanggal diterima sampai harinya" in page.text
    assert "Tanggal diterima wajib diisi." in (await typing(rina, **known)).text


async def test_the_button_keeps_everything_and_takes_nothing_in(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    page = await check(rina, name="", subject="", **on("act", date(2024, 8, 26)), **LATE)
    assert page.status == 200
    assert "Lewat batas waktu" in page.text
    assert "wajib diisi" not in page.text
    assert "Perbaiki:" not in page.html
    again = page.form("/perkara/baru")
    assert again.values["reporter_name"] == ["Nama Pelapor Rahasia"]
    assert again.values["known_on-day"] == ["27"]
    assert f'formaction="{WINDOW}#batas-waktu"' in page.html
    assert "Belum ada perkara yang berjalan" in (await rina.go("/perkara")).text
    wrong = await check(rina, **day("known_on", -1))
    assert wrong.status == 422
    assert "Perbaiki:" in wrong.html
    assert wrong.text.count("Tanggal diketahui tidak boleh sesudah hari ini") >= 3


async def test_the_window_stands_beside_the_errors_of_the_form(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"), subject="", **on("act", date(2024, 8, 26)), **LATE)
    assert page.status == 422
    assert "Perihal wajib diisi." in page.text
    assert "Lewat batas waktu" in page.text


@pytest.mark.parametrize("kind", ["temuan", "informasi"])
async def test_only_a_report_has_a_window(town: Town, visit: Visits, kind: str) -> None:
    rina = await visit("rina")
    assert "Batas waktu" not in (await rina.go(f"/perkara/baru?jenis={kind}")).text
    assert "Batas waktu penyampaian laporan" in (await rina.go("/perkara/baru")).text


async def test_the_part_is_for_who_takes_in_and_no_page_by_itself(
    town: Town, visit: Visits
) -> None:
    for login in ("sari", "maya", "hadi"):
        client = (await visit(login)).client
        assert (await client.get(WINDOW, headers=HTMX)).status_code == 403
        assert (await client.post(WINDOW, headers=SAME_SITE)).status_code == 403
    page = await (await visit("rina")).go(WINDOW)
    assert page.address == "/perkara/baru"


async def test_the_window_is_told_within_a_few_questions(
    town: Town, visit: Visits, statements: Statements
) -> None:
    rina = await visit("rina")
    statements.sent.clear()
    await typing(rina, **LATE)
    assert len(statements.sent) <= 10, [s[:90] for s in statements.sent]


def test_a_day_off_of_the_region_counts(town_book: RuleBook) -> None:
    typed = dates("pemilu", date(2024, 6, 3), date(2024, 6, 13))
    form = ReportForm.parse(typed, today=date(2024, 6, 30))
    everywhere = window_of(form, town_book, Zone.WIB).deadline
    there = window_of(form, town_book.at("99.01"), Zone.WIB).deadline
    assert everywhere.remaining == "Lewat batas waktu"
    assert there.remaining == "Dalam batas waktu"


@pytest.fixture
def town_book() -> RuleBook:
    """The law with 5 June 2024 off in one regency."""
    book = load()
    plain = book.calendar()
    off = SpecialDay(
        kind=DayKind.REGIONAL_HOLIDAY, name="Hari jadi", source="Contoh", provisional=False
    )
    regional = Calendar(
        version=plain.version,
        first_year=plain.first_year,
        last_year=plain.last_year,
        days={**plain.days, date(2024, 6, 5): off},
        provisional_years=plain.provisional_years,
    )
    rules = [rule for code in book.codes() for rule in book.versions(code)]
    return RuleBook(rules, plain, regional={"99.01": regional})


@given(
    regime=some.sampled_from(["pemilu", "pemilihan", "luar_tahapan", "", "x"]),
    known=some.one_of(some.dates(), some.text()),
    received=some.one_of(some.dates(), some.text()),
    hour=some.text(max_size=6),
)
def test_whatever_is_typed_the_window_is_a_sentence(
    regime: str, known: object, received: object, hour: str
) -> None:
    typed = {"regime": regime, "known_on": str(known), "received_on": str(received)}
    form = ReportForm.parse(typed | {"received_time": hour}, today=days_ago(0))
    said = window_of(form, load(), Zone.WITA).deadline
    assert said.remaining
    assert said.sentence.endswith((".", ")"))
    if said.due is not None and said.tone in {"done", "late"}:
        moment = form.moment_received(Zone.WITA)
        assert moment is not None
        assert moment.instant is not None
        assert (moment.instant <= said.due) == (said.tone == "done")
        assert law_words.day(moment.instant.astimezone(Zone.WITA.tz).date()) in said.sentence
