"""What stands on the prepared pages, and which of them change when something does."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from netralitas.intake.door import OfficeShown, Service
from netralitas.language import SOURCE, heard, speaking
from netralitas.law import book
from netralitas.public import sections, sheets
from netralitas.public.counting.counting import Counted
from netralitas.public.pages import Stand
from netralitas.public.service.composing import service_sheet
from netralitas.public.sheets import Sheet
from netralitas.publication.domain import Ending, Stage
from netralitas.publication.policy.totals import Milestone
from netralitas.publication.queries import Published
from netralitas.service.domain import Duty, Profile
from tests.public.made import compose, ended, figures, published, record, release

NOW = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)
STAND = Stand(moment=NOW, position=1234)


FILTERED = ("semua", "2024")
REGIMES = ("semua", "pemilihan")


def written(
    counted: Counted | None = None, told: Published | None = None, *, demo: bool = True
) -> dict[str, str]:
    """Every page by its address, as it is sent."""
    made = compose(counted or figures(), told or published(0))
    return {sheet.path: sheet.write(STAND, demo=demo).decode() for sheet in made}


def words_of(html: str) -> str:
    """What a reader sees, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_page_of_the_navigation_is_prepared_and_no_other_is_linked() -> None:
    pages = written(told=published(3))
    linked = {
        href
        for html in pages.values()
        for href in re.findall(r'href="(/[^"#]*)', html)
        if not href.startswith("/static/") and heard(href)[0] == SOURCE
    }
    assert pages.keys() >= sections.PREPARED - {sections.LOG}
    answered = {
        *(sections.CALCULATOR, sections.REPORT, sections.ACKNOWLEDGE, sections.VERIFY),
        sections.COMPLAIN,
    }
    kept = {path for path in linked if path.startswith("/data/versi/20")}
    assert linked - pages.keys() == {"/masuk", sections.LOG, *answered, *sections.DATA, *kept}


def test_outside_of_the_demo_nothing_leads_to_the_staff_site() -> None:
    pages = written(demo=False)
    assert [path for path, html in pages.items() if "/masuk" in html or "rekaan" in html] == []


def test_in_the_demo_every_page_says_that_all_is_invented() -> None:
    pages = written(told=published(2))
    silent = [path for path, html in pages.items() if "semua orang dan perkara rekaan" not in html]
    assert silent == []
    assert [path for path, html in pages.items() if "data rekaan" not in html] == []


def test_every_page_says_as_of_when_it_speaks() -> None:
    said = "Senin, 2 September 2024 pukul 10.20 WIB."
    pages = written(told=published(2))
    text = {path: words_of(html).replace(" .", ".") for path, html in pages.items()}
    assert [path for path in text if said not in text[path]] == []


def test_the_front_page_shows_four_figures_and_two_ways_that_are_never_mixed() -> None:
    html = written()["/"]
    amounts = re.findall(r'figure__amount">([\d.]+)<', html)
    assert amounts == ["100", "40", "60", "9"]
    cases, respondents = re.findall(r'<ol class="flow">.*?</ol>', html, re.DOTALL)
    assert set(re.findall(r"flow__amount\">[\d.]+ (\w+)", cases)) == {"perkara"}
    assert set(re.findall(r"flow__amount\">[\d.]+ (\w+)", respondents)) == {"terlapor"}
    assert re.findall(r'rect width="([\d.]+%)"', cases) == ["100.0%", "60.0%", "40.0%"]


def test_the_front_page_without_anything_teaches_what_will_be_there() -> None:
    html = written(figures(**dict.fromkeys(Milestone, 0)))["/"]
    assert "Belum ada hasil yang diterbitkan." in html
    assert 'rect width="0.0%"' in html


def test_a_release_has_a_page_in_the_list_and_on_the_front() -> None:
    pages = written(told=published(7))
    said = words_of(pages["/hasil/7"])
    assert "Netralitas ASN, 2024: 1 terlapor" in said
    assert (
        "Pelaksana: perkara netralitas ASN yang masuk tahun 2024, Pemilihan (Pilkada), dari"
        " laporan. Selesai: sanksi moral. Selesai dalam 3 bulan setelah diteruskan." in said
    )
    assert "Pihak lain tidak menanggapi sampai batas waktunya." in said
    assert hrefs(pages["/hasil"]) == [f"/hasil/{number}" for number in range(7, 0, -1)]
    assert hrefs(pages["/"]) == [f"/hasil/{number}" for number in range(7, 2, -1)]


def hrefs(html: str) -> list[str]:
    return re.findall(r'outcomes__title"><a class="govuk-link" href="([^"]+)"', html)


@pytest.mark.parametrize(
    ("amount", "lists"),
    [
        (0, [0]),
        (1, [1]),
        (50, [50]),
        (99, [99]),
        (100, [50, 50]),
        (149, [99, 50]),
        (150, [50, 50, 50]),
    ],
)
def test_lists_hold_each_release_once_from_newest_to_oldest(amount: int, lists: list[int]) -> None:
    pages = written(told=published(amount))
    found = []
    path: str | None = "/hasil"
    while path:
        found.append(hrefs(pages[path]))
        older = re.search(r'href="([^"]+)" rel="next"', pages[path])
        path = older[1] if older else None
    assert [len(each) for each in found] == lists
    assert [href for each in found for href in each] == [
        f"/hasil/{number}" for number in range(amount, 0, -1)
    ]


def test_the_way_back_from_an_older_list_leads_to_the_newest() -> None:
    pages = written(told=published(150))
    assert 'href="/hasil" rel="prev"' in pages["/hasil/daftar/2"]
    assert 'href="/hasil/daftar/2" rel="prev"' in pages["/hasil/daftar/1"]


def test_a_release_of_several_says_how_many_became_what() -> None:
    mixed = release(
        1,
        records=(record(), record(), record(stage=Stage.FOLLOWED_UP, level=None, months=None)),
        objection=True,
        answered="Pihak lain menyatakan keberatan.",
        summary="Tiga pegawai menghadiri kampanye.",
    )
    pages = written(told=published(0, current=(mixed,)))
    said = words_of(pages["/hasil"])
    assert "2 terlapor selesai: sanksi moral; 1 terlapor dalam tindak lanjut instansi." in said
    assert "Ada keberatan" in said
    assert "Tiga pegawai menghadiri kampanye." in pages["/hasil/1"]


def test_a_corrected_release_leads_to_its_next_version_and_back() -> None:
    old = ended(1, ending=Ending.CORRECTED, replaced_by="2")
    new = release(2, version=2)
    pages = written(told=published(0, current=(new,), corrected=(old,)))
    assert hrefs(pages["/hasil"]) == ["/hasil/2"]
    assert hrefs(pages["/hasil/koreksi"]) == ["/hasil/1"]
    assert "1 Oktober 2024. Alasan: data pada hasil itu keliru." in pages["/hasil/1"]
    assert 'href="/hasil/2"' in pages["/hasil/1"]
    assert 'href="/hasil/1"' in pages["/hasil/2"]


def test_a_withdrawn_release_says_that_it_was_withdrawn_and_nothing_else() -> None:
    gone = ended(5, ending=Ending.WITHDRAWN, summary="Kalimat yang keliru.")
    pages = written(told=published(0, withdrawn=(gone,)))
    assert "Ditarik pada Selasa, 1 Oktober 2024." in pages["/hasil/5"]
    for path in ("/hasil/5", "/hasil/koreksi", "/hasil", "/"):
        text = pages[path]
        for silent in ("Kalimat yang keliru.", "Pelaksana", "sanksi moral"):
            assert silent not in text.replace("Sanksi moral", ""), (path, silent)


def test_pages_escape_what_a_person_wrote() -> None:
    sly = release(1, summary="<script>alert(1)</script>", party="Kantor <b>")
    html = written(told=published(0, current=(sly,)))["/hasil/1"]
    assert "<script>alert" not in html
    assert "Kantor &lt;b&gt;" in html


def etags(
    counted: Counted, told: Published, stand: Stand = STAND, *, demo: bool = True
) -> dict[str, str]:
    return {sheet.path: sheet.etag(stand, demo=demo) for sheet in compose(counted, told)}


def differing(before: dict[str, str], after: dict[str, str]) -> set[str]:
    paths = before.keys() | after.keys()
    return {path for path in paths if before.get(path) != after.get(path)}


def test_when_the_log_grows_only_pages_with_figures_change() -> None:
    before = etags(figures(), published(3))
    later = Stand(moment=NOW + timedelta(minutes=5), position=1235)
    assert differing(before, etags(figures(), published(3), later)) == {"/", "/angka"}


def test_a_new_release_changes_the_front_the_newest_list_and_its_own_page() -> None:
    before = etags(figures(), published(120))
    after = etags(figures(), published(121))
    assert differing(before, after) == {
        *("/", "/hasil", "/hasil/121", "/data"),
        *("/angka/semua", "/angka/2024", "/angka/semua/pemilihan", "/angka/2024/pemilihan"),
        *(f"/angka/{year}/{regime}/laporan" for year in FILTERED for regime in REGIMES),
    }


def test_another_look_changes_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    before = etags(figures(), published(1))
    monkeypatch.setattr(sheets, "look", lambda: b"another")
    assert differing(before, etags(figures(), published(1))) == set(before)


def test_the_demo_has_pages_of_its_own() -> None:
    before = etags(figures(), published(1), demo=False)
    assert differing(before, etags(figures(), published(1))) == set(before)


def test_the_same_sheet_is_written_to_the_same_bytes() -> None:
    assert list(all_bytes()) == list(all_bytes())


def all_bytes() -> Iterator[bytes]:
    made: tuple[Sheet, ...] = compose(figures(), published(3))
    yield from (sheet.write(STAND, demo=True) for sheet in made)


def test_only_what_changed_is_written() -> None:
    made = compose(figures(), published(3))
    held = {sheet.path: sheet.etag(STAND, demo=True) for sheet in made}
    held["/tentang"] = "another"
    del held["/hasil/2"]
    tagged = sheets.tagged(made, STAND, demo=True)
    found = sheets.changed(tagged, held, STAND, demo=True)
    assert [page.path for page in found] == ["/tentang", "/hasil/2"]
    assert all(page.body.startswith(b"<!doctype html>") for page in found)


def test_the_standard_of_service_says_the_law_with_its_doubt_and_names_nobody_unasked() -> None:
    office = OfficeShown(
        id=3,
        name="Bawaslu Kabupaten Contoh",
        zone="Asia/Jakarta",
        regions=(),
        service=Service(hours="Senin sampai Jumat pukul 08.00 sampai 16.00"),
        readers=(3,),
        key_id="1",
        public_key=bytes(32),
    )
    profile = Profile(
        address="Jalan Melati 5", telephone="0719 1", evaluation="Evaluasi setiap bulan."
    )
    duties = (
        Duty(id=1, post="Penerimaan laporan", hours="Senin"),
        Duty(id=2, post="Informasi", hours="Selasa", name="Rina Paramita"),
    )
    sheet = service_sheet(book.load(), (office,), {3: profile}, {3: duties}, (), date(2026, 12, 20))
    said = words_of(sheet.write(STAND, demo=True).decode())
    for told in (
        *("Jalan Melati 5", "Senin sampai Jumat pukul 08.00 sampai 16.00", "0719 1"),
        *("Senin: petugas piket", "Selasa: Rina Paramita", "tidak dipungut biaya"),
        *("UU 7/2017 Pasal 454 ayat (6)", "perlu konfirmasi", "Aturan kantor, bukan ketentuan"),
        *("Jumat, 25 Desember 2026", "Evaluasi setiap bulan.", "Belum ditetapkan kantor ini."),
        *("UU 25/2009 tentang Pelayanan Publik", "Jaminan pelayanan", "Keamanan"),
    ):
        assert told in said, told
    assert "Jumat, 26 Maret 2027" not in said
    assert "Senin sampai Jumat pukul 08.00" in _hours_in_english(office)  # in words alone
    known = replace(office.service, weekdays=tuple(range(5)), opens=time(8), closes=time(16))
    assert "Monday to Friday, 08:00 to 16:00" in _hours_in_english(replace(office, service=known))


def _hours_in_english(office: OfficeShown) -> str:
    with speaking("en"):
        sheet = service_sheet(book.load(), (office,), {}, {}, (), date(2026, 12, 20))
    return words_of(replace(sheet, locale="en").write(STAND, demo=True).decode())
