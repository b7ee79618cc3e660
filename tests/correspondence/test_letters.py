"""Letters of a case: as printed, with both sides by name, read by those they concern."""

from dataclasses import replace
from datetime import date

from netralitas.cases.answers import Answers
from netralitas.correspondence.commands import add_letter_in
from netralitas.correspondence.domain import Direction
from netralitas.correspondence.queries import letters_of
from netralitas.database.connection import Connection
from tests.cases.conftest import Visits
from tests.correspondence.letterbox import letters as stored
from tests.discipline.handing import in_hand
from tests.make import Town, letter, move
from tests.world import World


async def enter(
    c: Connection,
    world: World,
    printed: str,
    *,
    dated_on: date,
    reply_to: int | None = None,
    readers: tuple[int, ...] = (),
) -> int:
    return await add_letter_in(
        c,
        case_file=world.case_file,
        proceeding=world.proceeding,
        event=world.event,
        direction=Direction.IN if reply_to else Direction.OUT,
        printed=printed,
        dated_on=dated_on,
        subject="Penerusan dugaan pelanggaran netralitas",
        organisation=world.own,
        correspondent=world.authority,
        readers=readers or world.readers,
        method="courier",
        received_on=date(2024, 9, 12),
        reply_to=reply_to,
    )


async def test_letters_stand_as_printed_oldest_first(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        sent = await enter(c, world, " 012/PP.01/K.BB/09/2024 ", dated_on=date(2024, 9, 10))
        answer = await enter(c, world, "B-7/KASN", dated_on=date(2024, 9, 20), reply_to=sent)
        early = await enter(c, world, "tanpa nomor", dated_on=date(2024, 9, 1))
        found = await letters_of(c, world.case_file)
    assert [letter.id for letter in found] == [early, sent, answer]
    assert found[1].printed == " 012/PP.01/K.BB/09/2024 "
    assert (found[1].organisation, found[1].correspondent) == ("Kantor OWN", "Kantor AUT")
    assert (found[2].direction, found[2].reply_to) == ("in", sent)
    assert (found[1].received_on, found[1].sent_on) == (date(2024, 9, 12), None)


async def test_a_receiver_reads_the_letter_it_was_named_on_and_no_other(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        both = (world.own, world.authority)
        sent = await enter(c, world, "1", dated_on=date(2024, 9, 10), readers=both)
        await enter(c, world, "2", dated_on=date(2024, 9, 11))
    async with world.acting(world.authority, world.clerk) as c:
        assert [letter.id for letter in await letters_of(c, world.case_file)] == [sent]


async def test_what_a_receiver_sends_out_is_in_its_own_record(town: Town, visit: Visits) -> None:
    case = await in_hand(town)
    passing = Answers(letter_out=replace(letter("Penerusan kepada bupati lain"), copies=("Arsip",)))
    await move(town.dewa, case, "pass_on", workflow="discipline", answers=passing)
    sent = (await stored(case))[-1]
    office = town.offices["bkpsdm"]
    assert (sent["organisation"], sent["correspondent"]) == (office, office)
    page = await (await visit("dewa")).go("/surat?cari=bupati lain")
    assert "Keluar Pihak lain tidak dicatat" in page.text
    seen = await (await visit("rina")).go(f"/perkara/{case}/surat/{sent['id']}")
    assert "Tembusan bukan bukti penerimaan" in seen.text
    assert "Buktikan penerimaan" not in seen.links
