"""The lists of both parties side by side: what differs comes first and is named."""

import re

from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evaluation.reconciling.domain import BEGINNING, Cursor, read_cursor
from netralitas.web.formats import plain_date
from tests.discipline.handing import handed_over, in_hand
from tests.evaluation.conftest import Statements, Visits, held
from tests.make import Town, days_ago, forwarded_case, person


def test_a_place_that_is_none_is_the_beginning() -> None:
    place = Cursor(alike=True, case=12, respondent=34)
    assert read_cursor(str(place)) == place
    assert [read_cursor(text) for text in (None, "", "2.1.1", "1.x.1")] == [BEGINNING] * 4


async def test_respondents_of_both_parties_are_compared_and_differing_ones_come_first(
    town: Town, visit: Visits, statements: Statements
) -> None:
    alike = await in_hand(town, person(1))
    differing = await in_hand(town, person(2))
    await forwarded_case(town, person(3))  # BKPSDM reads nothing of it yet
    await handed_over(town, person(4))  # nobody there has accepted it yet
    await _say(differing, "gone")
    path = f"/evaluasi/rapat/{await held(town)}/rekonsiliasi"

    browser = await visit("putri")
    before = len(statements.sent)
    page = await browser.go(path)
    assert len(statements.sent) - before <= 12
    assert "2 terlapor, 1 di antaranya berbeda" in page.text
    first, second = page.text.split("Menurut sistem lain sudah berakhir atau tidak ditemukan")
    assert "SBT 17: Tidak ditemukan lagi di sistem itu" in first
    assert "Sama" in second
    assert f"/perkara/{alike}" in page.html
    assert f"/perkara/{differing}" in page.html


async def test_each_side_sees_in_it_no_more_than_of_the_case_itself(
    town: Town, visit: Visits
) -> None:
    await in_hand(town, person(1))
    path = f"/evaluasi/rapat/{await held(town)}/rekonsiliasi"
    secretary = await (await visit("mira")).go(path)
    assert "Terlapor Contoh 1" not in secretary.text
    assert "Surat: Tidak ditampilkan" in secretary.text
    assert "Diteruskan: Tidak terbaca instansi Anda" in secretary.text
    investigator = await (await visit("rina")).go(path)
    assert "Terlapor Contoh 1" in investigator.text
    assert re.search(rf"Diteruskan: {plain_date(days_ago(0))} Surat: \d", investigator.text)
    table = (await (await visit("rina")).client.get(f"{path}.csv")).content.decode()
    assert "Terlapor Contoh 1" in table
    assert (await (await visit("asing")).go(path)).status == 404


async def _say(case: int, standing: str) -> None:
    """Let a system outside say something of everybody in a case."""
    async with writing(EVERYTHING) as c:
        await c.execute(
            "INSERT INTO external_record (case_file, respondent, event, system, number, standing,"
            " said, as_of, as_of_precision, according_to, readers)"
            " SELECT r.case_file, r.id, (SELECT max(id) FROM event WHERE stream = $1), 'sbt', '17',"
            " $2, '', current_date, 'day', 'BKN', r.readers FROM respondent r"
            " WHERE r.case_file = $1",
            *(case, standing),
        )
