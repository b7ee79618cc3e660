"""The dates of the three real agreements, each with the article that its paper has, or none."""

from datetime import date

import msgspec
import pytest

from netralitas.agreements.content import read
from netralitas.agreements.dates import Alarm, Standing, alarms, last_day, notice_before
from netralitas.law.book import load
from netralitas.law.domain import Zone

WIB = Zone.WIB
CALENDAR = load().calendar()


def due(name: str, ends_on: date | None, evaluated_on: date | None = None) -> dict[str, Alarm]:
    paper = read(name)
    assert paper.signed_on
    standing = Standing(
        signed_on=paper.signed_on,
        ends_on=ends_on,
        evaluated_on=evaluated_on,
        calendar=CALENDAR,
        zone=WIB,
    )
    return {alarm.label: alarm for alarm in alarms(paper, standing)}


def end(name: str) -> date | None:
    paper = read(name)
    assert paper.signed_on
    found = last_day(paper, paper.signed_on, CALENDAR, WIB)
    return found.due.on if found else None


def test_the_last_day_follows_from_the_years_of_the_paper() -> None:
    assert end("belitung_timur") == date(2025, 8, 23)
    assert end("banjarnegara") == date(2030, 12, 18)
    assert end("kudus") is None


def test_belitung_timur_has_a_plain_reminder_that_claims_no_article() -> None:
    found = due("belitung_timur", end("belitung_timur"))
    assert found["Berakhir"].article == "Pasal 7"
    assert found["Berakhir"].explanation
    assert "Dasar: Pasal 7." in found["Berakhir"].explanation.in_words()
    reminder = found["Pengingat sebelum berakhir"]
    assert (reminder.on, reminder.article, reminder.explanation) == (date(2025, 5, 25), "", None)
    assert "tidak mengatur" in reminder.why
    assert (found["Evaluasi"].on, found["Evaluasi"].article) == (None, "Pasal 9")


def test_banjarnegara_tells_three_months_before_and_evaluates_every_year() -> None:
    found = due("banjarnegara", end("banjarnegara"))
    extension = found["Pemberitahuan perpanjangan"]
    assert (extension.on, extension.article) == (date(2030, 9, 18), "Pasal 11 ayat (2)")
    assert extension.explanation
    said = " ".join(extension.explanation.in_words())
    assert "paling lambat 3 bulan sebelum kerja sama berakhir" in said
    assert "Perlu konfirmasi" not in said
    assert (found["Evaluasi"].on, found["Evaluasi"].article) == (date(2026, 12, 18), "Pasal 14")
    again = due("banjarnegara", end("banjarnegara"), date(2026, 11, 2))["Evaluasi"]
    assert again.on == date(2027, 11, 2)


def test_kudus_waits_for_the_end_of_all_stages() -> None:
    open_end = due("kudus", None)
    assert open_end["Berakhir"].on is open_end["Pemberitahuan perpanjangan"].on is None
    assert open_end["Pemberitahuan perpanjangan"].article == "Pasal 15 ayat (2)"
    assert "belum dicatat" in open_end["Pemberitahuan perpanjangan"].why
    known = due("kudus", date(2025, 5, 31))
    assert known["Pemberitahuan perpanjangan"].on == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("name", "on", "article"),
    [
        ("belitung_timur", date(2024, 12, 1), "Pasal 8 ayat (1)"),
        ("kudus", date(2024, 9, 30), "Pasal 15 ayat (3)"),
        ("banjarnegara", date(2024, 9, 30), "Pasal 11 ayat (2)"),
    ],
)
def test_an_early_end_is_told_so_long_before_as_each_paper_says(
    name: str, on: date, article: str
) -> None:
    found = notice_before(read(name), date(2024, 12, 31), CALENDAR, WIB)
    assert (found.on, found.article) == (on, article)
    assert found.explanation
    said = " ".join(found.explanation.in_words())
    assert f"Dasar: {article}." in said
    assert ("alasan" in found.why) is (name == "belitung_timur")
    assert ("Perlu konfirmasi: satuan waktu" in said) is (name == "belitung_timur")


def test_without_a_rule_for_an_early_end_nothing_is_counted() -> None:
    silent = msgspec.structs.replace(read("kudus"), notices=())
    found = notice_before(silent, date(2024, 12, 31), CALENDAR, WIB)
    assert (found.on, found.article, found.explanation) == (None, "", None)
    assert "tidak mengatur" in found.why
