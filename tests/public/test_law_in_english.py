"""Guide, agenda, library and calculator in English: all is said but what binds or was typed."""

import re
from collections.abc import Iterator
from datetime import date

import httpx
import pytest

from netralitas.language import ENGLISH, Phrase, gettext, speaking
from netralitas.law.book import load
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Unit, Zone
from netralitas.law.explanation import explain
from netralitas.law.months import months_of
from netralitas.law.spoken import spoken
from netralitas.law.violations import load as violations
from netralitas.legislation.queries.sanctions import sanctions_page
from netralitas.public import sections
from netralitas.public.agenda.composing import agenda_sheets
from netralitas.public.guide import sanctions
from netralitas.public.guide.composing import guide_sheet
from netralitas.public.library.composing import library_sheets, links
from netralitas.public.pages import Stand
from netralitas.public.sheets import Sheet, in_each_language
from tests.public.activities import TODAY, activity, cancelled, material, moved
from tests.public.test_agenda import NOW

START = date(2024, 2, 5)
_INDONESIAN = re.compile(
    r"\b(yang|dan|atau|tidak|dengan|untuk|Anda|pada|belum|sudah|dari|ini|bagi|bila|oleh|akan)\b"
)
_KEPT = re.compile(
    r'<(\w+)[^>]* lang="id"[^>]*>.*?</\1>|“[^”]*”|(id|href|aria-labelledby)="[^"]*"', re.DOTALL
)
"""What is marked as Indonesian, or quoted; and addresses, which no language changes."""


def indonesian(html: str) -> list[str]:
    """The Indonesian words of a page outside of what is marked as Indonesian."""
    main = html.partition("<main")[2].partition("</main>")[0]
    assert main
    return _INDONESIAN.findall(_KEPT.sub(" ", main))


def sheets() -> Iterator[Sheet]:
    found = [activity(1, notice="Bawa yang perlu."), moved(2), cancelled(3)]
    made = in_each_language(
        lambda: (
            guide_sheet(violations(), TODAY),
            *agenda_sheets(found, links([material(activity=1)]), lambda _: TODAY),
            *agenda_sheets((), {}, lambda _: TODAY),
            *library_sheets([material(activity=1)], {1}),
            *library_sheets((), ()),
        )
    )
    return (sheet for sheet in made if sheet.locale == ENGLISH)


def test_the_prepared_pages_hold_no_indonesian_word_but_what_binds_or_was_typed() -> None:
    stand = Stand(moment=NOW, position=1)
    written = {sheet.path: sheet.write(stand, demo=False).decode() for sheet in sheets()}
    assert {path: found for path, html in written.items() if (found := indonesian(html))} == {}
    assert (
        '<span lang="id">PP 42/2004 Pasal 11 huruf c jo. Pasal 15</span>' in written["/en/panduan"]
    )
    assert "Bawaslu Kabupaten Contoh together with" in written["/en/agenda/1"]


def test_every_rule_is_explained_without_an_indonesian_word() -> None:
    book = load()
    with speaking(ENGLISH):
        for code in book.codes():
            rule = spoken(book.versions(code)[-1])
            assert rule.label != book.versions(code)[-1].label
            if rule.unit is Unit.HOURS:
                continue
            told = explain(rule, START, book.calendar(), Zone.WIB)
            notes = [
                day.note for month in months_of(told) for week in month.weeks for day in week if day
            ]
            said = _KEPT.sub(" ", " ".join([*told.on_page(), *notes]))
            assert _INDONESIAN.findall(said) == [], code


def test_every_day_off_has_a_name_in_english() -> None:
    names = {special.name for special in load().calendar().days.values()}
    with speaking(ENGLISH):
        assert {name for name in names if gettext(name) == name} == set()


def test_a_calendar_loaded_for_an_english_page_explains_itself_in_both_languages() -> None:
    days = load().calendar().days
    with speaking(ENGLISH):
        made = Calendar(
            version=1,
            first_year=2024,
            last_year=2024,
            days={on: special for on, special in days.items() if on.year == 2024},
        )
        assert str(made.day(date(2024, 2, 14)).reason).endswith("(polling day)")
    reason = made.day(date(2024, 2, 14)).reason
    assert reason == str(reason) == "Hari Pemilihan Umum (hari pemungutan suara)"


def test_a_rule_that_an_office_named_itself_keeps_its_name() -> None:
    with speaking(ENGLISH):
        assert gettext("Nama buatan kantor") == "Nama buatan kantor"


def test_the_guide_knows_every_kind_of_sanction_and_whom_it_meets() -> None:
    lines = [line for part in sanctions_page().parts for line in part.lines]
    assert {line.label for line in lines} == set(sanctions.KINDS)
    assert {line.persons for line in lines} == set(sanctions.PERSONS)
    assert all(isinstance(kind, Phrase) for kind in sanctions.KINDS.values())


@pytest.mark.parametrize("path", [sections.ACKNOWLEDGE, sections.VERIFY, sections.CALCULATOR])
async def test_what_is_asked_is_asked_in_english(visitor: httpx.AsyncClient, path: str) -> None:
    answered = await visitor.get(f"/en{path}")
    assert answered.status_code == 200
    assert indonesian(answered.text) == []


async def test_an_answer_names_the_rule_in_both_languages(visitor: httpx.AsyncClient) -> None:
    asked = {"aturan": "pemilu.handle_max", "tanggal": "2024-02-05", "zona": "WIB"}
    answered = await visitor.get(f"/en{sections.CALCULATOR}", params=asked)
    assert "Handling a finding or report with additional statements" in answered.text
    indonesian_name = "Penanganan temuan atau laporan dengan keterangan tambahan"
    assert f'<span lang="id">{indonesian_name}</span>' in answered.text
    machine = await visitor.get(
        sections.EXPLAIN, params={"rule": "pemilu.handle_max", "from": "2024-02-05"}
    )
    assert machine.json()["label"] == indonesian_name
