"""Who keeps an imported case, and two imports that meet."""

import json
from pathlib import Path

from netralitas.database.engine import ENGINE
from netralitas.database.transactions import reading
from netralitas.imports.cases.checking import check, read_file
from netralitas.imports.cases.commands import Register, open_batch, take_in_case
from netralitas.law import book
from tests.imports.cases.conftest import Office

_LINE = json.dumps({"key": "1/2020", "regime": "pemilihan", "source": "report"}).encode()


async def test_a_named_officer_keeps_the_cases_and_answers_for_them(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "register.jsonl"
    file.write_bytes(_LINE)
    await office.take_in(file, "--officer", "rina")
    rina = office.town.rina.officer
    [row] = await office.rows(
        "SELECT f.investigator, e.actor, b.officer, b.kind FROM case_file f"
        " JOIN event e ON e.stream = f.id JOIN imported_case i ON i.case_file = f.id"
        " JOIN import_batch b ON b.id = i.batch"
    )
    assert tuple(row) == (rina, rina, rina, "cases")


async def test_of_two_imports_that_meet_one_takes_the_line_in_and_the_other_leaves_nothing(
    office: Office,
) -> None:
    actor, rules = office.town.rina, book.load()
    await ENGINE.open(office.database.dsn("app"))
    try:
        async with reading(actor) as c:
            checked = await check(c, actor, read_file(_LINE, table=False))
        [placed] = checked.good
        batch = await open_batch(actor, Register(source="buku", digest=b"d", good=1, refused=0))
        first = await take_in_case(actor, placed, batch, book=rules)
        second = await take_in_case(actor, placed, batch, book=rules)
    finally:
        await ENGINE.close()
    assert first == ()
    assert [said.refuses for said in second] == [True]
    [row] = await office.rows("SELECT count(*) AS amount FROM stream WHERE kind = 'case'")
    assert row["amount"] == 1
    assert (await office.verified()).whole
