"""Releases: drafted from the case, protected, published after two approvals, ended in the open."""

import asyncpg
import pytest

from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock
from netralitas.cases.answers import Answers
from netralitas.cases.change import Change
from netralitas.cases.domain import PositionClass
from netralitas.cases.record import enter
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.publication.queries import (
    CaseRelease,
    Published,
    edition_mark,
    published,
    releases_of,
)
from netralitas.refusals import Invalid, RuleBroken
from tests.conftest import Database
from tests.make import Town, fact, forwarded_case, letter, move, person, proceedings
from tests.publication.conftest import (
    approve,
    concluded_case,
    count_staff,
    draft,
    publish,
    publisher,
    recommended_case,
    respondents_of,
)


async def public() -> Published:
    """What the worker finds to publish."""
    async with reading(EVERYTHING) as c:
        return await published(c)


async def mark() -> str:
    async with reading(EVERYTHING) as c:
        return await edition_mark(c)


async def on_the_case(town: Town, case: int) -> tuple[CaseRelease, ...]:
    async with reading(town.rina) as c:
        return await releases_of(c, case)


async def test_a_release_is_made_from_the_case_by_construction(town: Town) -> None:
    case = await concluded_case(town, person(position_class=PositionClass.DISTRICT_HEAD))
    await draft(town, case, summary="Seorang pegawai hadir pada deklarasi.")
    [release] = await on_the_case(town, case)
    assert (release.version, release.state, release.other_party) == (
        1,
        "Rilis disusun",
        "BKPSDM Kabupaten Contoh",
    )
    [line] = release.outcomes
    assert line.group == "Administrator dan camat"
    assert line.became == "Selesai: hukuman disiplin sedang"
    assert (line.months, line.since) == (1, None)
    assert line.sentence.startswith("Administrator dan camat: perkara netralitas ASN yang masuk")
    assert await public() == Published(current=(), corrected=(), withdrawn=())


async def test_a_published_release_says_what_became_of_it_and_names_nobody(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    [release] = (await public()).current
    assert release.party == "Bawaslu Kabupaten Contoh"
    assert release.answered == "Pihak lain menyatakan tidak keberatan."
    assert not release.objection
    shown = repr(release)
    for sign in ("Terlapor Contoh", "Kepala Bidang", "Dinas Contoh", f"case={case}"):
        assert sign not in shown


async def test_an_objection_is_shown_with_the_release(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case, answer="objection_raised")
    [release] = (await public()).current
    assert release.objection
    assert release.answered == "Pihak lain menyatakan keberatan."


async def test_that_nobody_answered_can_be_published(town: Town) -> None:
    case = await recommended_case(town)
    await draft(town, case)
    await publish(town, case)
    [release] = (await public()).current
    [line] = release.outcomes
    assert line.stage == "Dalam tindak lanjut instansi"
    assert line.since is not None
    assert "Belum ada jawaban sejak" in line.sentence


async def test_what_is_published_is_what_holds_on_that_day(town: Town) -> None:
    case = await recommended_case(town)
    await draft(town, case)
    await approve(town, case)
    await move(town.dewa, case, "no_objection", workflow="publication")
    await move(
        *(town.dewa, case, "respondent_retired"), workflow="discipline", note="Sudah pensiun."
    )
    await move(publisher(town), case, "publish", workflow="publication")
    [release] = (await public()).current
    assert release.outcomes[0].became == "Selesai: berakhir tanpa keputusan sanksi"


async def test_nothing_is_published_apart_where_the_staff_was_not_counted(
    town: Town, engine: Database
) -> None:
    case = await concluded_case(town)
    await count_staff(engine, town.offices["bkpsdm"], {PositionClass.STAFF: 9})
    with pytest.raises(RuleBroken, match="kurang dari ambang 10 orang") as refused:
        await draft(town, case)
    assert refused.value.remedy
    assert "dicatat oleh pengelola sistem" in refused.value.remedy
    assert await on_the_case(town, case) == ()


async def test_a_decision_is_not_published_before_it_is_forwarded(town: Town) -> None:
    case = (await forwarded_case(town)).id
    sent = Answers(letter_out=letter("Pembatalan penerusan"))
    await move(
        *(town.sari, case, "cancel"), workflow="referral", note="Salah alamat.", answers=sent
    )
    with pytest.raises(RuleBroken, match="belum diteruskan"):
        await draft(town, case)


async def test_a_closed_statement_of_ethics_is_not_published_apart(town: Town) -> None:
    case = await concluded_case(town, imposed="moral_closed")
    with pytest.raises(RuleBroken, match="pernyataan tertutup"):
        await draft(town, case)


@pytest.mark.parametrize(
    ("summary", "word"),
    [
        ("Oleh Budi.", "Budi"),
        ("Oleh budi santosa.", "budi santosa"),
        ("Pegawai di Gantung.", "Gantung"),
        ("NIP 197405122010011001", "197405122010011001"),
        ("Tulis ke @akun_budi", "@akun_budi"),
    ],
)
async def test_a_summary_that_names_somebody_is_refused_with_the_word(
    town: Town, summary: str, word: str
) -> None:
    somebody = person(name="Budi Santosa", unit="Kecamatan Gantung", position="Kepala Seksi")
    case = await concluded_case(town, somebody)
    with pytest.raises(Invalid) as refused:
        await draft(town, case, summary=summary)
    [sentence] = refused.value.errors["summary"]
    assert f"“{word}”" in sentence
    assert "UU 14/2008 Pasal 17" in sentence
    assert await on_the_case(town, case) == ()


async def test_a_summary_may_not_name_another_respondent_of_the_case_either(town: Town) -> None:
    case = await recommended_case(town, person(name="Budi Santosa"), person(name="Wira Kusuma"))
    first, _ = await respondents_of(case)
    with pytest.raises(Invalid):
        await draft(town, case, first, summary="Bersama Wira.")


async def test_a_correction_is_a_new_version_and_the_old_one_stays_in_the_register(
    town: Town,
) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    before = await mark()
    await move(publisher(town), case, "correct", workflow="publication", note="Golongan keliru.")
    assert await mark() != before
    [old] = (await public()).corrected
    assert (old.ending, old.replaced_by) == ("Dikoreksi", None)
    assert old.ended_on is not None
    await draft(town, case)
    assert [release.version for release in await on_the_case(town, case)] == [1, 2]


async def test_a_withdrawn_release_is_kept_among_the_withdrawn(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    before = await mark()
    await move(town.sari, case, "withdraw", workflow="publication", note="Keliru.")
    assert await mark() != before
    found = await public()
    assert (len(found.current), len(found.corrected), len(found.withdrawn)) == (0, 0, 1)


async def test_the_mark_changes_only_when_something_public_does(town: Town) -> None:
    case = await concluded_case(town)
    before = await mark()
    await draft(town, case)
    await approve(town, case)
    assert await mark() == before
    await move(town.dewa, case, "no_objection", workflow="publication")
    await move(publisher(town), case, "publish", workflow="publication")
    assert await mark() != before


async def test_the_mark_changes_with_everything_that_may_change_a_page(
    town: Town, engine: Database
) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case, answer="objection_raised")
    marks = [await mark()]
    await fact(town.rina, case, "letter_received", Answers(letter_in=letter("Surat")))
    assert await mark() == marks[-1]
    await move(publisher(town), case, "correct", workflow="publication", note="Golongan keliru.")
    marks.append(await mark())
    await draft(town, case)
    assert await mark() == marks[-1]
    await changed(engine, "release", "published_at = now()", "version = 2")
    marks.append(await mark())
    assert [one.replaced_by for one in (await public()).corrected] == [
        one.id for one in (await public()).current
    ]
    for change in ("name = name || ' Baru'", "zone = 'Asia/Jayapura'"):
        await changed(engine, "organisation", change, f"id = {town.rina.organisation}")
        marks.append(await mark())
    assert len(set(marks)) == len(marks) == 5


async def changed(database: Database, table: str, change: str, where: str) -> None:
    """Change a row beside the commands, as the load of reference data does."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        assert await root.execute(f"UPDATE {table} SET {change} WHERE {where}") == "UPDATE 1"
    finally:
        await root.close()


async def test_an_event_about_a_published_release_changes_the_mark(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    before = await mark()
    [found] = [row for row in await proceedings(case) if row["workflow"] == "publication"]
    async with writing(town.rina) as c:
        head = await lock(c, case)
        told = Event(
            stream=case,
            kind=EventKind.FACT,
            name="publication.objection_raised",
            actor=town.rina.officer,
            organisation=town.rina.organisation,
            readers=(town.rina.organisation,),
            happened=Moment.time(head.now),
            workflow="publication",
            workflow_version=1,
            proceeding=found["id"],
            from_state="published",
            to_state="published",
            facts=("objection_raised",),
        )
        await enter(c, head, [Change(event=told)])
    assert await mark() != before
    [release] = (await public()).current
    assert release.objection


async def test_the_other_party_reads_a_release_from_its_notice_on(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    seen = "SELECT count(*) FROM release WHERE case_file = $1"
    async with reading(town.dewa) as c:
        assert await c.fetchval(seen, case) == 0
    await approve(town, case)
    async with reading(town.dewa) as c:
        assert await c.fetchval(seen, case) == 1
    async with reading(town.maya) as c:
        assert await c.fetchval(seen, case) == 0
