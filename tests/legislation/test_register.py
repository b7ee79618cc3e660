"""Looking for a law, its standing on a day, and what a citation names."""

import pytest

from tests.legislation.conftest import Visits
from tests.pages import Page

REGISTER = "/referensi/peraturan"
CITATION = "/referensi/kutipan"


async def looked_for(visit: Visits, words: str) -> Page:
    browser = await visit("rina")
    return await browser.go(f"{REGISTER}?cari={words.replace(' ', '+')}")


def found(page: Page) -> set[str]:
    """The laws in the list."""
    return {label for label, href in page.links.items() if href.startswith(f"{REGISTER}/")}


@pytest.mark.parametrize(
    ("words", "laws"),
    [
        ("94/2021", {"PP 94/2021", "PerBKN 6/2022"}),
        ("PP Nomor 53 Tahun 2010", {"PP 53/2010"}),
        ("DISIPLIN pns", {"PP 53/2010", "PP 94/2021", "PerBKN 6/2022"}),
        ("tidak ada yang begini", set()),
    ],
)
async def test_laws_are_found_by_number_by_citation_and_by_words(
    visit: Visits, words: str, laws: set[str]
) -> None:
    page = await looked_for(visit, words)
    assert page.status == 200
    assert found(page) == laws
    assert words in page.html


async def test_nothing_found_says_what_to_write(visit: Visits) -> None:
    page = await looked_for(visit, "tidakada")
    assert "Tidak ada peraturan untuk" in page.text
    assert "Tulis nomor dan tahunnya" in page.text


async def test_too_many_words_are_refused_and_kept(visit: Visits) -> None:
    page = await looked_for(visit, "x" * 201)
    assert page.status == 422
    assert "paling banyak 200 karakter" in page.text


async def test_a_law_stands_as_on_the_day_asked_for(visit: Visits) -> None:
    browser = await visit("rina")
    before = await browser.go(f"{REGISTER}/pp-53-2010?tanggal=2021-08-30")
    after = await browser.go(f"{REGISTER}/pp-53-2010?tanggal=2021-08-31")
    assert "diganti" not in before.text.replace("Diganti oleh", "")
    assert "PP 53/2010 diganti PP 94/2021 sejak Selasa, 31 Agustus 2021" in after.text
    assert after.links["PP 94/2021"] == f"{REGISTER}/pp-94-2021"


async def test_a_law_names_what_it_replaced_and_the_rules_that_rest_on_it(visit: Visits) -> None:
    page = await (await visit("rina")).go(f"{REGISTER}/pp-94-2021")
    assert page.links["PP 53/2010"] == f"{REGISTER}/pp-53-2010"
    assert "/referensi/aturan/asn.panggilan_1" in page.links.values()


async def test_a_day_that_does_not_exist_is_refused_and_today_is_shown(visit: Visits) -> None:
    page = await (await visit("rina")).go(f"{REGISTER}/uu-7-2017?tanggal=31+2+2024")
    assert page.status == 422
    assert "tidak ada tanggal 31 Februari 2024" in page.text


async def test_a_citation_names_its_laws_and_what_replaced_them(visit: Visits) -> None:
    browser = await visit("rina")
    page = await browser.go(f"{CITATION}?kutipan=Pasal+3+PP+53/2010,+UU+7/2017&tanggal=2024-02-05")
    assert "memuat peraturan yang sudah diganti" in page.text
    assert "PP 53/2010 diganti PP 94/2021" in page.text
    assert found(page) == {"PP 53/2010", "UU 7/2017"}
    assert 'name="tanggal-month" type="text" value="2"' in page.html


async def test_the_same_citation_was_good_before_it_was_replaced(visit: Visits) -> None:
    page = await (await visit("rina")).go(f"{CITATION}?kutipan=PP+53/2010&tanggal=2020-02-05")
    assert "Tidak ditemukan bahwa peraturan yang dikutip sudah diganti" in page.text


async def test_a_citation_of_nothing_known_says_how_to_write_one(visit: Visits) -> None:
    page = await (await visit("rina")).go(f"{CITATION}?kutipan=adat+setempat&tanggal=2024-02-05")
    assert page.status == 200
    assert "Tidak ada peraturan yang dikenali" in page.text


async def test_an_empty_citation_is_asked_for_again(visit: Visits) -> None:
    page = await (await visit("rina")).go(f"{CITATION}?kutipan=&tanggal=2024-02-05")
    assert page.status == 422
    assert "Kutipan wajib diisi." in page.text


async def test_the_question_offers_the_register_and_today(visit: Visits) -> None:
    page = await (await visit("rina")).go(CITATION)
    assert page.status == 200
    assert '<option value="UU 7/2017">' in page.html
