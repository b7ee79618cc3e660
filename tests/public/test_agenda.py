"""The agenda as pages, as a calendar and as a feed."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar, Event

from netralitas.cases.domain import Theme
from netralitas.prevention.domain import ActivityKind, ActivityState
from netralitas.public.agenda.calendar_file import calendar_file
from netralitas.public.agenda.composing import PAGE, agenda_sheets
from netralitas.public.agenda.domain import Announced
from netralitas.public.agenda.feed import MOST, feed
from netralitas.public.library.composing import library_sheets, links
from netralitas.public.pages import Stand
from tests.public.activities import SITE, TODAY, activity, cancelled, material, moved, told

NOW = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)
STAND = Stand(moment=NOW, position=1)
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def pages(*activities: Announced) -> dict[str, str]:
    """Every page of the agenda by its address, as a reader sees it."""
    made = agenda_sheets(activities, links([material(activity=1)]), lambda _: TODAY)
    return {sheet.path: words_of(sheet.write(STAND, demo=False).decode()) for sheet in made}


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2]).split())


def test_an_activity_says_when_where_for_whom_and_by_whom() -> None:
    shown = pages(activity(notice="Bawa kartu pegawai."))
    for said in (
        "Senin, 2 September 2024, pukul 09.00 sampai 11.30 WITA",
        "Aula Camat, Kecamatan Melati",
        "ASN kecamatan",
        "Bawaslu Kabupaten Contoh bersama Pemerintah Kabupaten Contoh",
        "Sari Contoh, Dosen",
        "Bawa kartu pegawai.",
    ):
        assert said in shown["/agenda"]
        assert said in shown["/agenda/1"]
    assert "Selebaran 1 (PDF, 2,4 MB)" in shown["/agenda/1"]
    assert "Diumumkan untuk Senin, 2 September 2024." in shown["/agenda/1"]


def test_what_comes_stands_before_what_was_the_nearest_first() -> None:
    days = (-9, -2, 0, 5)
    made = [activity(at, TODAY + timedelta(days=day)) for at, day in enumerate(days, 1)]
    said = pages(*made)["/agenda"]
    coming, past = said.partition("90 hari terakhir")[::2]
    assert re.findall(r"Sosialisasi (\d)", coming) == ["3", "4"]
    assert re.findall(r"Sosialisasi (\d)", past) == ["2", "1"]
    assert past.count("Pelaksanaan belum dicatat") == 2


def test_a_moved_one_keeps_its_first_day_and_a_cancelled_one_its_reason() -> None:
    shown = pages(moved(1), cancelled(2))
    assert "Rabu, 4 September 2024" in shown["/agenda/1"]
    assert "Pindah hari Semula Senin, 2 September 2024." in shown["/agenda/1"]
    assert (
        "Dipindahkan dari Senin, 2 September 2024 ke Rabu, 4 September 2024." in shown["/agenda/1"]
    )
    assert "Dibatalkan" in shown["/agenda"]
    assert "Kegiatan dibatalkan: anggaran tidak tersedia." in shown["/agenda/2"]


def test_each_theme_has_an_agenda_and_hours_of_a_service_have_one() -> None:
    hours = activity(
        3, kind=ActivityKind.HOURS_CHANGE, theme=None, begins_at=None, ends_at=None, speakers=()
    )
    shown = pages(activity(1), activity(2, theme=Theme.MONEY_POLITICS), hours)
    assert re.findall(r"Sosialisasi (\d)", shown["/agenda/tema/politik-uang"]) == ["2"]
    assert re.findall(r"Sosialisasi (\d)", shown["/agenda/tema/jam-layanan"]) == ["3"]
    assert "Belum ada kegiatan mendatang" in shown["/agenda/tema/kampanye-hitam"]
    assert "Senin, 2 September 2024 Sosialisasi 3" in shown["/agenda"]


def test_a_long_agenda_comes_in_pages_and_each_activity_once() -> None:
    made = [activity(at, TODAY + timedelta(days=at)) for at in range(PAGE * 2 + 1)]
    shown = pages(*made)
    found = [
        int(number)
        for path in ("/agenda", "/agenda/daftar/2", "/agenda/daftar/3")
        for number in re.findall(r"Sosialisasi (\d+)", shown[path])
    ]
    assert found == list(range(PAGE * 2 + 1))
    assert "/agenda/daftar/4" not in shown


def test_the_library_says_type_size_day_office_theme_and_the_activity() -> None:
    made = [material(1, activity=7), material(2, media_type="image/png", activity=8)]
    (sheet,) = library_sheets(made, {7})
    html = sheet.write(STAND, demo=False).decode()
    said = words_of(html)
    assert "Selebaran 1 PDF, 2,4 MB. Tema: Netralitas ASN." in said
    assert "Bawaslu Kabupaten Contoh, Senin, 2 September 2024 ." in said
    assert f'href="/materi/{1:064x}/selebaran-1.pdf"' in html
    assert 'href="/agenda/7"' in html
    assert 'href="/agenda/8"' not in html


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Éfek Jéra: Panduan!", "efek-jera-panduan.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("民主", "materi.pdf"),
        ("x" * 300, "x" * 60 + ".pdf"),
    ],
)
def test_a_file_is_named_in_plain_letters(title: str, name: str) -> None:
    assert material(title=title).name == name


def events(*activities: Announced) -> list[Event]:
    """The events of the calendar, read again."""
    body = calendar_file(activities, SITE, demo=False)
    return Calendar.from_ical(body).events


def test_the_calendar_says_hours_in_utc_and_leads_to_the_page() -> None:
    (event,) = events(activity())
    assert datetime(2024, 9, 2, 1, 0, tzinfo=UTC) == event.DTSTART
    assert datetime(2024, 9, 2, 3, 30, tzinfo=UTC) == event.DTEND
    assert str(event["UID"]) == "kegiatan-1@netralitas.example.id"
    assert str(event["URL"]) == f"{SITE}/agenda/1"
    assert (event["SEQUENCE"], str(event["STATUS"])) == (0, "CONFIRMED")
    assert "Narasumber: Sari Contoh, Dosen." in str(event["DESCRIPTION"])


def test_an_activity_without_hours_takes_its_day() -> None:
    (event,) = events(activity(begins_at=None, ends_at=None))
    assert (TODAY, TODAY + timedelta(days=1)) == (event.DTSTART, event.DTEND)


def test_an_activity_that_never_ends_before_it_begins() -> None:
    (event,) = events(activity(ends_at=time(8)))
    assert "DTEND" not in event


def test_a_move_and_a_cancellation_keep_the_uid_and_raise_the_sequence() -> None:
    (first,), (second,), (third,) = events(activity()), events(moved()), events(cancelled())
    assert first["UID"] == second["UID"] == third["UID"]
    assert (second["SEQUENCE"], third["SEQUENCE"]) == (1, 1)
    assert second.DTSTART.date() == date(2024, 9, 4)
    assert str(third["STATUS"]) == "CANCELLED"
    assert str(third["SUMMARY"]) == "Dibatalkan: Sosialisasi 1"


def test_the_calendar_of_nothing_is_one_and_the_same_is_the_same_bytes() -> None:
    assert Calendar.from_ical(calendar_file((), SITE, demo=True)).walk("VEVENT") == []
    one, other = (calendar_file([activity(), moved(2)], SITE, demo=True) for _ in range(2))
    assert one == other
    assert all(len(line) <= 75 for line in one.split(b"\r\n"))


def entries(activities: Sequence[Announced]) -> list[dict[str, str]]:
    """The entries of the feed, read again."""
    root = ET.fromstring(feed(activities, SITE, NOW, demo=False))  # noqa: S314 - our own bytes
    return [
        {child.tag.partition("}")[2]: (child.text or "") for child in entry}
        for entry in root.findall("atom:entry", ATOM)
    ]


def test_the_feed_tells_each_announcement_move_and_cancellation_newest_first() -> None:
    found = entries([moved(1), cancelled(2)])
    assert [entry["title"] for entry in found] == [
        "Dibatalkan: Sosialisasi 2",
        "Pindah hari: Sosialisasi 1",
        "Diumumkan: Sosialisasi 2",
        "Diumumkan: Sosialisasi 1",
    ]
    assert len({entry["id"] for entry in found}) == 4
    assert all(entry["id"].startswith("urn:uuid:") for entry in found)
    assert found[0]["updated"] == "2024-08-21T02:00:00+00:00"
    again = {entry["title"]: entry["id"] for entry in entries([activity(1)])}
    assert again["Diumumkan: Sosialisasi 1"] == found[3]["id"]


def test_a_feed_of_nothing_says_since_when_and_a_long_one_ends() -> None:
    root = ET.fromstring(feed((), SITE, NOW, demo=True))  # noqa: S314 - our own bytes
    assert root.findtext("atom:updated", namespaces=ATOM) == "2024-09-02T03:20:00+00:00"
    assert root.findtext("atom:title", namespaces=ATOM) == "Agenda Netralitas (data rekaan)"
    assert len(entries([activity(at) for at in range(MOST + 5)])) == MOST


def test_no_character_that_xml_has_not_breaks_the_feed() -> None:
    (entry,) = entries([activity(title="Tanda \x0b & <b>")])
    assert entry["title"] == "Diumumkan: Tanda  & <b>"


def test_one_that_was_held_is_said_to_be() -> None:
    held = activity(state=ActivityState.HELD, changes=(told(TODAY),))
    assert "Terlaksana" in pages(held)["/agenda/1"]
