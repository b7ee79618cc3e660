"""A paper issued: its number, its files, and that it stays as it is."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import asyncpg
import pytest

from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.official import sheet
from netralitas.documents.official.catalogue import CATALOGUE
from netralitas.documents.official.commands import Content, issue_in, preview
from netralitas.evidence.storage import Storage
from netralitas.refusals import Invalid, NotVisible
from tests.documents.official.issuing import issue_of, issued, number
from tests.documents.papers import text_of
from tests.make import Town, days_ago, make_case


async def bytes_of(storage: Storage, digest: str) -> bytes:
    """The whole file."""
    return b"".join([piece async for piece in await storage.open(digest)])


async def test_papers_of_one_register_are_numbered_one_after_the_other(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    first = await issued(town.rina, storage, case)
    second = await issued(town.rina, storage, case, "surat-penerusan")
    other = await issued(town.rina, storage, case, "ba-klarifikasi")
    assert [first.number, second.number, other.number] == [number(1), number(2), number(1, "BA")]


async def test_both_files_are_kept_and_can_be_made_again_from_what_was_frozen(
    town: Town, storage: Storage
) -> None:
    made = await issued(town.rina, storage, (await make_case(town)).id)
    async with reading(town.rina) as c:
        row = await c.fetchrow("SELECT * FROM official_paper WHERE id = $1", made.id)
    again = sheet.thawed(row["frozen"])
    assert await sheet.as_pdf(again) == await bytes_of(storage, made.pdf.digest)
    assert await sheet.as_docx(again) == await bytes_of(storage, made.docx.digest)
    assert made.code in text_of(await bytes_of(storage, made.pdf.digest))


async def test_a_report_bears_the_number_of_its_case(town: Town, storage: Storage) -> None:
    case = await make_case(town)
    made = await issued(town.rina, storage, case.id, "laporan")
    assert made.number == case.receipt


async def test_a_number_as_printed_needs_a_reason_and_is_used_once(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    with pytest.raises(Invalid) as without:
        await issued(town.rina, storage, case, printed="7/X")
    assert "printed_reason" in without.value.errors
    said = {"printed": "7/X", "printed_reason": "Dicatat di buku lama"}
    assert (await issued(town.rina, storage, case, **said)).number == "7/X"
    with pytest.raises(Invalid) as used:
        await issued(town.rina, storage, case, **said)
    assert used.value.errors["printed"] == [
        "Nomor 7/X sudah dipakai naskah lain kantor ini. Periksa nomornya."
    ]
    assert (await issued(town.rina, storage, case, "ba-pleno", **said)).number == "7/X"


async def test_the_register_passes_over_a_number_that_was_used_as_printed(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    said = {"printed": number(1), "printed_reason": "Terbit sebelum sistem dipakai"}
    await issued(town.rina, storage, case, **said)
    assert (await issued(town.rina, storage, case)).number == number(2)


async def test_a_number_of_the_register_cannot_be_printed_again(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await issued(town.rina, storage, case)
    with pytest.raises(Invalid):
        await issued(town.rina, storage, case, printed=number(1), printed_reason="Sama")


async def test_a_paper_of_tomorrow_is_refused(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    with pytest.raises(Invalid) as refused:
        await issued(town.rina, storage, case, on=days_ago(0) + timedelta(days=1))
    assert "on" in refused.value.errors


async def test_another_office_finds_no_case_to_write_about(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    for stranger in (town.lain, town.dewa):
        with pytest.raises(NotVisible):
            await issued(stranger, storage, case)
    with pytest.raises(NotVisible):
        await issued(town.rina, storage, case, "surat-cinta")


async def test_a_draft_takes_no_number_and_leaves_nothing(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    async with reading(town.rina) as c:
        draft = text_of(await preview(c, town.rina, issue_of(case)))
    assert "KONSEP" in draft
    assert "Kode verifikasi" not in draft
    assert (await issued(town.rina, storage, case)).number == number(1)


async def test_a_paper_is_never_said_differently(town: Town, storage: Storage) -> None:
    made = await issued(town.rina, storage, (await make_case(town)).id)
    for change in ("DELETE FROM official_paper", "UPDATE paper_number SET printed = 'x'"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with writing(town.rina) as c:
                await c.execute(change)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with writing(town.rina) as c:
            await c.execute("UPDATE official_paper SET number = 'x' WHERE id = $1", made.id)


async def test_eight_issuers_of_whom_some_give_up_leave_no_gap_and_no_double(
    town: Town, storage: Storage
) -> None:
    cases = [(await make_case(town)).id for _ in range(8)]

    async def one(place: int) -> None:
        for turn in range(3):
            with suppress(ZeroDivisionError):
                async with writing(town.rina) as c:
                    await issue_in(c, town.rina, issue_of(cases[place]), storage=storage)
                    _ = 1 // ((place + turn) % 3)  # a third of them is undone

    await asyncio.gather(*(one(place) for place in range(8)))
    async with reading(EVERYTHING) as c:
        numbers = [row[0] for row in await c.fetch("SELECT number FROM official_paper")]
        serials = await c.fetchval(
            "SELECT last_serial FROM number_series WHERE kind = 'paper.letter'"
        )
    assert sorted(numbers) == [number(serial) for serial in range(1, serials + 1)]
    assert len(numbers) == 16


@pytest.mark.parametrize("paper", CATALOGUE)
async def test_every_paper_of_the_catalogue_is_issued(
    town: Town, storage: Storage, paper: str
) -> None:
    case = (await make_case(town)).id
    made = await issued(town.rina, storage, case, paper, content=Content(subject="Perihal"))
    assert (made.title, made.kind) == (CATALOGUE[paper].title, CATALOGUE[paper].kind)
