"""Every piece of evidence has the next ordinal of its case, whichever way it came."""

import asyncio

import asyncpg
import pytest

from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evidence.folder import Folder
from netralitas.refusals import NotVisible
from netralitas.settings import Settings
from tests.cases.conftest import Statements, Visits
from tests.evidence.exhibits.world import PDF, enter, photo
from tests.make import Town, forwarded_case, make_case, person


async def ordinals(case: int) -> list[int]:
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT ordinal FROM exhibit WHERE case_file = $1 ORDER BY 1", case)
    return [row[0] for row in rows]


class GivenUpError(Exception):
    """Somebody stops in the middle."""


async def attached_and_given_up(town: Town, case: int) -> None:
    """Attach the same papers again, in a transaction that does not hold."""
    async with writing(town.actors["rina"]) as c:
        await c.execute(
            "INSERT INTO document (case_file, event, kind, title, file, readers)"
            " SELECT case_file, event, kind, 'x', file, readers FROM document"
            " WHERE case_file = $1",
            case,
        )
        raise GivenUpError


async def test_ordinals_go_on_without_a_gap_also_after_a_transaction_was_given_up(
    town: Town, settings: Settings
) -> None:
    case = (await make_case(town)).id
    other = (await make_case(town)).id
    await enter(town, settings, case, PDF, photo())
    with pytest.raises(GivenUpError):
        await attached_and_given_up(town, case)
    await enter(town, settings, case, photo("blue"))
    await enter(town, settings, other, photo("green"))
    assert (await ordinals(case), await ordinals(other)) == ([1, 2, 3], [1])


async def test_eight_at_once_get_eight_numbers(town: Town, settings: Settings) -> None:
    case = (await make_case(town)).id
    colours = [(number * 30, 0, 0) for number in range(8)]
    files = [photo(f"rgb({r},{g},{b})") for r, g, b in colours]
    await asyncio.gather(*(enter(town, settings, case, file) for file in files))
    assert await ordinals(case) == list(range(1, 9))


async def test_the_same_file_twice_is_one_original_and_two_entries(
    town: Town, settings: Settings
) -> None:
    case = (await make_case(town)).id
    same = photo("purple")
    await enter(town, settings, case, same, same)
    async with reading(EVERYTHING) as c:
        files = await c.fetch(
            "SELECT DISTINCT encode(d.file, 'hex') FROM exhibit x JOIN document d"
            " ON d.id = x.document WHERE x.case_file = $1",
            case,
        )
    assert await ordinals(case) == [1, 2]
    assert len(files) == 1
    assert Folder(settings.data / "files").path(files[0][0]).read_bytes() == same


async def test_what_is_shown_follows_from_the_content(town: Town, settings: Settings) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo(), PDF)
    async with reading(EVERYTHING) as c:
        found = await c.fetch(
            "SELECT nature FROM exhibit WHERE case_file = $1 ORDER BY ordinal", case
        )
    assert [row[0] for row in found] == ["photo", "document"]


async def test_an_entry_is_never_removed_nor_numbered_anew(town: Town, settings: Settings) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF)
    for statement in ("DELETE FROM exhibit", "UPDATE exhibit SET ordinal = 9"):
        with pytest.raises(asyncpg.PostgresError):
            async with writing(EVERYTHING) as c:
                await c.execute(statement)


async def test_the_reader_of_a_handed_over_paper_reads_its_entry(
    town: Town, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF, photo())
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE document SET readers = readers || 999 WHERE title = 'Berkas 2'"
            " AND case_file = $1",
            case,
        )
        rows = await c.fetch(
            "SELECT 999 = ANY (readers) FROM exhibit WHERE case_file = $1 ORDER BY ordinal", case
        )
    assert [row[0] for row in rows] == [False, True]


async def test_a_receiver_adds_none(town: Town, settings: Settings) -> None:
    case = (await forwarded_case(town, person(1))).id
    with pytest.raises(NotVisible):
        await enter(town, settings, case, PDF, login="maya")
    assert await ordinals(case) == []


async def test_a_case_with_three_hundred_pieces_opens_with_few_questions(
    town: Town, visit: Visits, settings: Settings, statements: Statements
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, *([PDF] * 300))
    rina = await visit("rina")
    later = ""
    for address, shown in ((f"/perkara/{case}", "300"), (f"/perkara/{case}/bukti", "Bukti 50")):
        await rina.go(address)  # statements are prepared once for a connection
        statements.sent.clear()
        page = await rina.go(address)
        assert page.status == 200
        assert shown in page.text
        assert "Bukti 51" not in page.text
        assert len(statements.sent) <= 12, statements.sent
        later = address
    following = await rina.go((await rina.go(later)).link("Berikutnya"))
    assert "Bukti 51" in following.text
    await rina.go(f"/perkara/{case}/bukti/300")
    statements.sent.clear()
    assert (await rina.go(f"/perkara/{case}/bukti/300")).status == 200
    assert len(statements.sent) <= 12, statements.sent
