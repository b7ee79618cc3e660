"""Thirty cases as they stand in old books: taken in, verified, written again as they were."""

import json
from dataclasses import replace
from pathlib import Path

import msgspec

from netralitas.database.engine import ENGINE
from netralitas.database.transactions import reading
from netralitas.imports.cases.checking import check, read_file
from netralitas.imports.cases.line import CaseLine
from netralitas.imports.cases.loading import codes_of
from netralitas.imports.cases.schema import written
from netralitas.imports.cases.writing import written_line
from tests.imports.cases.conftest import REGISTER, Office, TakenIn, opened
from tests.make import forwarded_case, person


async def normal(office: Office, content: bytes) -> list[object]:
    """The lines of a file in normal form: what they say, as the office knows its codes."""
    await ENGINE.open(office.database.dsn("app"))
    try:
        async with reading(office.town.rina) as c:
            checked = await check(c, office.town.rina, read_file(content, table=False))
            codes = await codes_of(c, office.town.rina)
            return [written_line(placed, codes) for placed in checked.good]
    finally:
        await ENGINE.close()


async def test_all_thirty_are_taken_in_and_what_has_no_place_is_named_by_row(
    taken_in: TakenIn,
) -> None:
    said = taken_in.said
    assert said.exit_code == 0, said.output
    *noted, last = said.output.splitlines()
    assert last == "30 cases taken in, 0 refused."
    assert [line.split("\t")[:3] for line in noted] == [
        ["26", "noted", "proceedings[4].addressee"],
        ["27", "noted", "remarks"],
        ["29", "noted", "known"],
        ["29", "noted", "received"],
        ["29", "noted", "respondents[0].employment"],
        ["29", "noted", "letters[0].dated"],
        ["29", "noted", "letters[0].sent"],
        ["29", "noted", "happenings[2]"],
    ]


async def test_the_chain_holds_and_every_event_says_that_it_came_from_a_register(
    taken_in: TakenIn,
) -> None:
    verdict = await taken_in.office.verified()
    assert verdict.whole, verdict.findings
    assert (
        await taken_in.office.rows(
            "SELECT name FROM event WHERE workflow IS NOT NULL"
            ' AND NOT (details @> \'{"imported": true, "exceptional": true}\''
            " AND name = workflow || '.as_found')"
        )
        == []
    )


async def test_written_again_nothing_was_lost_and_nothing_invented(
    taken_in: TakenIn, beginning: Office
) -> None:
    exported = await taken_in.office.export()
    assert exported.exit_code == 0, exported.output
    again = [json.loads(line) for line in exported.stdout.splitlines()]
    assert again == await normal(beginning, REGISTER.read_bytes())


async def test_what_is_written_is_taken_in_elsewhere_and_written_the_same(
    taken_in: TakenIn, office: Office, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    await taken_in.office.export(str(first))
    again = await office.take_in(first)
    assert again.exit_code == 0, again.output
    await office.export(str(second))
    assert second.read_bytes() == first.read_bytes()
    assert len(first.read_bytes().splitlines()) == 30


def test_the_schema_in_the_documents_is_that_of_the_format() -> None:
    assert Path("docs/import-cases.schema.json").read_text("utf-8") == written()


def test_every_example_line_is_as_the_schema_says_but_for_what_is_noted() -> None:
    for number, line in enumerate(REGISTER.read_bytes().splitlines(), start=1):
        if number != 29:  # which says what cannot be so
            assert msgspec.json.decode(line, type=CaseLine).key


async def test_a_case_that_was_handled_here_is_written_and_taken_in_elsewhere_the_same(
    beginning: Office, tmp_path: Path
) -> None:
    server = beginning.database.server
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    async with opened(server, beginning.database.name) as here:
        await ENGINE.open(here.dsn("app"))
        await forwarded_case(beginning.town, person(1), person(2), received=9)
        await ENGINE.close()
        await replace(beginning, database=here).export(str(first))
    async with opened(server, beginning.database.name) as there:
        office = replace(beginning, database=there)
        again = await office.take_in(first)
        assert again.exit_code == 0, again.output
        await office.export(str(second))
    [line] = first.read_bytes().splitlines()
    assert second.read_bytes().splitlines() == [line]
    case = json.loads(line)
    assert [one["workflow"] for one in case["proceedings"]] == ["referral", "referral"]
    assert "plenary_decided" in {fact for h in case["happenings"] for fact in h.get("facts", ())}
