"""The pages with figures: each question answered by numbers, filters that lead to pages alone."""

import re
from dataclasses import replace

import httpx
import msgspec

from netralitas.cases.domain import Source
from netralitas.language import ENGLISH, speaking
from netralitas.law.domain import Regime
from netralitas.public.counting.blocks import blocks
from netralitas.public.counting.cube import address, cube_sheets, cut
from netralitas.publication.domain import Group, Level, Stage
from netralitas.publication.policy import THRESHOLD
from netralitas.publication.policy.totals import Place, Receiver
from netralitas.web.formats import number
from tests.public.made import figures, published, record, release
from tests.public.test_composing import STAND, words_of, written


def test_every_question_has_a_sentence_or_table_a_definition_and_a_source() -> None:
    html = written()["/angka"]
    sections = re.findall(
        r'<section class="measure" aria-labelledby="(\w+)">(.*?)</section>', html, re.DOTALL
    )
    assert [code for code, _ in sections] == [
        *("tahun", "langkah", "lama", "penerima", "sanksi", "kecamatan", "hasil"),
    ]
    for code, section in sections[:-1]:
        assert section.count("?</h2>") == 1, code
        assert "<caption" in section, code
        assert "Sumber: " in section, code
    links = re.findall(r'class="govuk-link" href="#(\w+)"', html)
    assert set(links) <= set(re.findall(r'id="(\w+)"', html))


def test_the_numbers_of_the_page_are_those_that_were_counted() -> None:
    said = words_of(written()["/angka"])
    assert "Dari masuk sampai diregistrasi 60 5 hari 9 hari" in said
    assert "BKN 60 50 83% 41 hari tidak diketahui" in said
    assert "Dari 60 yang diterima instansi, 50 sudah dijawab (83%)." in said
    assert "Sanksi moral 0 9" in said
    assert "Hukuman disiplin sedang 50 0" in said
    assert "Perkara yang masuk sampai akhir tahun 2023" in said


def test_in_english_the_same_numbers_are_said_in_english() -> None:
    with speaking(ENGLISH):
        found = {block.code: block for block in blocks(figures())}
        [first, *_] = cube_sheets([record(months=number) for number in range(1, 7)], THRESHOLD)
    assert found["lama"].sentence == (
        "The longest: from coming in to registration, half within 5 days and nine out of ten within"
        " 9 days."
    )
    assert found["penerima"].sentence == "Of 60 received by agencies, 50 have been answered (83%)."
    assert found["tahun"].sentence == "Most in 2024: 100 cases."
    assert [pair.label for pair in found["sanksi"].pairs][1:] == [
        *("Moral sanction", "Medium disciplinary punishment"),
    ]
    html = msgspec.structs.replace(first, locale=ENGLISH).write(STAND, demo=True).decode()
    assert "6 published outcomes, one for each respondent." in words_of(html)
    assert "1 month 1" in words_of(html)
    assert 'href="/en/angka/2024"' in html


def test_what_nobody_may_know_yet_is_no_figure() -> None:
    said = words_of(written()["/angka"]) + words_of(written()["/"])
    for silent in ("rapat pleno", "Bukan pelanggaran", "tertutup", "Camat", "Administrator"):
        assert silent not in said


def test_several_offices_are_compared_and_the_smallest_are_one_line() -> None:
    places = tuple(Place(code=f"{n:02}.01", name=f"Daerah {n}", cases=n) for n in range(50, 0, -1))
    receivers = tuple(Receiver(name=f"Kantor {n}", handed=n, answered=0) for n in range(50, 0, -1))
    counted = figures()
    totals = replace(counted.totals, offices=places, receivers=receivers, districts=())
    found = {block.code: block for block in blocks(replace(counted, totals=totals))}
    assert "kecamatan" not in found
    assert found["daerah"].bars[-1].label == "Daerah lain (10)"
    assert sum(bar.amount for bar in found["daerah"].bars) == sum(range(51))
    assert found["penerima"].rows[-1].label == "Instansi lain"
    assert found["penerima"].rows[-1].cells[0] == number(sum(range(11)))


RECORDS = (
    record(),
    record(group=Group.ADMINISTRATORS, stage=Stage.FORWARDED, level=None, months=None),
    record(year=2023, regime=Regime.PEMILU, source=Source.FINDING, level=Level.HEAVY),
)


def test_there_is_a_page_for_every_filter_that_a_record_has_and_for_no_other() -> None:
    sheets = {sheet.path for sheet in cube_sheets(RECORDS, THRESHOLD)}
    assert sheets == {address(key) for key in cut(RECORDS)}
    assert "/angka/2023/pemilu/temuan" in sheets
    assert "/angka/2023/pemilihan" not in sheets
    assert "/angka/2022" not in sheets
    assert len(sheets) == 15


def test_the_parts_of_every_filtered_page_are_its_records() -> None:
    for key, records in cut(RECORDS).items():
        (sheet,) = (one for one in cube_sheets(RECORDS, THRESHOLD) if one.path == address(key))
        content = sheet.content
        for block in content.blocks:  # type: ignore[attr-defined]  # a page with blocks
            parts = sum(bar.amount for bar in block.bars)
            assert parts == len(records) or block.code == "hasil"


def test_the_filters_lead_to_pages_alone_from_wherever_one_stands() -> None:
    current = release(1, records=RECORDS)
    pages = written(told=published(0, current=(current,)))
    filtered = {path: html for path, html in pages.items() if path.startswith("/angka/")}
    assert len(filtered) == 15
    for html in filtered.values():
        links = set(re.findall(r'href="(/angka/[^"#]+)', html))
        assert links <= filtered.keys()
    said = words_of(filtered["/angka/2024"])
    assert "2 hasil yang diterbitkan, satu untuk setiap terlapor." in said
    assert "Administrator dan camat 1" in said


async def test_a_filter_that_nobody_has_is_no_page(visitor: httpx.AsyncClient) -> None:
    for path in ("/angka/1999", "/angka/2024/pemilu/temuan/camat", "/angka/semua/semua/x"):
        assert (await visitor.get(path)).status_code in {404, 503}
