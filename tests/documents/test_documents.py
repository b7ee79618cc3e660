"""Papers of a case: attached by an event, shared one by one, invisible to everybody else."""

import asyncpg
import pytest

from netralitas.database.connection import Connection
from netralitas.documents.commands import attach_in, share_in
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import document, documents_of
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.refusals import NotVisible
from tests.world import World

STORED = Stored(digest="ab" * 32, size=7, media_type="application/pdf")


async def enter(c: Connection, world: World, kind: DocumentKind, title: str = "Kajian") -> int:
    await add_in(c, STORED)
    return await attach_in(
        c,
        case_file=world.case_file,
        proceeding=world.proceeding,
        event=world.event,
        kind=kind,
        title=title,
        stored=STORED,
        readers=world.readers,
    )


async def test_papers_are_listed_in_the_order_they_were_attached(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        ids = [
            await enter(c, world, DocumentKind.STUDY, "Kajian"),
            await enter(c, world, DocumentKind.EVIDENCE_LIST, "Daftar bukti"),
        ]
        found = await documents_of(c, world.case_file)
    assert [(paper.id, paper.title) for paper in found] == [
        (ids[0], "Kajian"),
        (ids[1], "Daftar bukti"),
    ]
    assert (found[0].digest, found[0].size) == (STORED.digest, STORED.size)
    assert (found[0].kind, found[0].proceeding) == ("study", world.proceeding)


async def test_a_paper_needs_its_file(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        lost = Stored(digest="cd" * 32, size=7, media_type="application/pdf")
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await attach_in(
                c,
                case_file=world.case_file,
                event=world.event,
                kind=DocumentKind.OTHER,
                title="x",
                stored=lost,
                readers=world.readers,
            )


async def test_a_shared_paper_is_read_by_the_receiver_and_no_other_is(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        draft = await enter(c, world, DocumentKind.STUDY_DRAFT, "Konsep kajian")
        study = await enter(c, world, DocumentKind.STUDY)
        await share_in(c, [study], world.authority)
        await share_in(c, [study], world.authority)
        readers = await c.fetchval("SELECT readers FROM document WHERE id = $1", study)
    assert readers == [*world.readers, world.authority]
    async with world.acting(world.authority, world.clerk) as c:
        assert [paper.id for paper in await documents_of(c, world.case_file)] == [study]
        assert (await document(c, world.case_file, study)).title == "Kajian"
        with pytest.raises(NotVisible):
            await document(c, world.case_file, draft)


async def test_what_one_cannot_see_one_cannot_share(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        study = await enter(c, world, DocumentKind.STUDY)
    with pytest.raises(NotVisible):
        async with world.acting(world.stranger, world.clerk) as c:
            await share_in(c, [study], world.stranger)
    async with world.acting(world.stranger, world.clerk) as c:
        assert await documents_of(c, world.case_file) == []


async def test_a_paper_is_found_under_its_own_case_only(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        study = await enter(c, world, DocumentKind.STUDY)
        with pytest.raises(NotVisible):
            await document(c, world.case_file + 1, study)
