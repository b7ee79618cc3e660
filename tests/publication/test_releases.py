"""Releases: drafted from the case, protected, published after two approvals, ended in the open."""

import re
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

import piccolo_migrations
from netralitas import clock
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock
from netralitas.cases.answers import Answers
from netralitas.cases.change import Change
from netralitas.cases.domain import PositionClass
from netralitas.cases.record import enter
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.publication.domain import Ending, EndReason
from netralitas.publication.queries import (
    CaseRelease,
    Published,
    edition_mark,
    opened_since,
    published,
    releases_of,
)
from netralitas.refusals import Invalid, RuleBroken
from tests.conftest import Database
from tests.make import Town, days_ago, fact, forwarded_case, letter, move, person, proceedings
from tests.publication.conftest import (
    approve,
    concluded_case,
    count_staff,
    draft,
    end,
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
    assert (line.record.months, line.record.since) == (1, None)
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
    assert line.record.since is not None
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


async def test_a_summary_names_no_other_respondent_and_no_place_around_the_case(
    town: Town, engine: Database
) -> None:
    case = await recommended_case(town, person(name="Budi Santosa"), person(name="Wira Kusuma"))
    await changed(engine, "case_file", "place = 'Desa Karangjati'", f"id = {case}")
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute(
            "INSERT INTO region (code, name, level)"
            " VALUES ('99.01.77', 'Kecamatan Rawa Cendana', 'district')"
        )
        await root.execute(
            "INSERT INTO unit (organisation, code, name, staff, counted_on)"
            " VALUES ($1, 'DPU', 'Dinas Pekerjaan Umum', 40, '2024-01-01')",
            town.offices["bkpsdm"],
        )
    finally:
        await root.close()
    first, _ = await respondents_of(case)
    for named in ("bersama wira.", "di karangjati.", "di rawa cendana.", "di dinas pekerjaan umum"):
        with pytest.raises(Invalid):
            await draft(town, case, first, summary=named)
    await draft(town, case, first, summary="Hadir di sebuah desa pada jam kerja.")


async def test_a_correction_is_a_new_version_and_the_old_one_stays_in_the_register(
    town: Town,
) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    before = await mark()
    await end(publisher(town), case, "correct")
    assert await mark() != before
    [old] = (await public()).corrected
    assert (old.ending, old.replaced_by) == (Ending.CORRECTED, None)
    assert old.reason is EndReason.WRONG_DATA
    assert old.ended_on is not None
    await draft(town, case)
    assert [release.version for release in await on_the_case(town, case)] == [1, 2]


async def test_a_withdrawn_release_is_kept_among_the_withdrawn(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    before = await mark()
    await end(town.sari, case, "withdraw")
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
    await end(publisher(town), case, "correct")
    marks.append(await mark())
    await draft(town, case)
    assert await mark() == marks[-1]
    await changed(engine, "release", "published_at = now()", "version = 2")
    marks.append(await mark())
    assert [one.replaced_by for one in (await public()).corrected] == [
        one.code for one in (await public()).current
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
            workflow_version=2,
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


async def test_nobody_reads_a_release_before_its_embargo_ends(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await approve(town, case)
    await move(town.dewa, case, "no_objection", workflow="publication")
    later = Answers(embargo=days_ago(-2))
    await move(publisher(town), case, "publish", workflow="publication", answers=later)
    assert await public() == Published(current=(), corrected=(), withdrawn=())
    [own] = await on_the_case(town, case)
    assert (own.waiting, own.published_on) == (True, days_ago(-2))
    before, looked = await mark(), clock.now()
    with clock.at(clock.now() + timedelta(days=3)):
        [release] = (await public()).current
        assert release.published_on == days_ago(1)
        assert await mark() != before
        async with reading(EVERYTHING) as c:
            assert await opened_since(c, looked)


async def test_what_was_withdrawn_under_its_embargo_was_never_public(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await approve(town, case)
    await move(town.dewa, case, "no_objection", workflow="publication")
    later = Answers(embargo=days_ago(-2))
    await move(publisher(town), case, "publish", workflow="publication", answers=later)
    await end(town.sari, case, "withdraw", public_reason="too_early")
    with clock.at(clock.now() + timedelta(days=3)):
        assert await public() == Published(current=(), corrected=(), withdrawn=())


async def test_why_a_release_ended_is_told_to_everybody_and_names_nobody(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    for note in ("Terlapor Contoh 1 keberatan.", "Sekda meminta.", "A.B. dari Dinas Y."):
        with pytest.raises(Invalid) as refused:
            await end(town.sari, case, "withdraw", public_reason="other", public_note=note)
        assert "public_note" in refused.value.errors
    with pytest.raises(Invalid):
        await end(town.sari, case, "withdraw", public_reason="other")
    said = "Angka pada hasil itu dibaca dari surat yang salah."
    await end(town.sari, case, "withdraw", public_reason="other", public_note=said)
    [release] = (await public()).withdrawn
    assert (release.ending, release.reason, release.note) == (
        *(Ending.WITHDRAWN, EndReason.OTHER, said),
    )


async def test_an_answer_to_an_earlier_notice_does_not_count_for_the_next(town: Town) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await approve(town, case)
    await move(*(town.dewa, case, "objection_raised"), workflow="publication", note="Keberatan.")
    await move(*(town.sari, case, "return_to_draft"), workflow="publication", note="Diperbaiki.")
    await approve(town, case)
    with pytest.raises(RuleBroken, match="belum menanggapi"):
        await move(publisher(town), case, "publish", workflow="publication")
    await move(town.dewa, case, "no_objection", workflow="publication")
    await move(publisher(town), case, "publish", workflow="publication")
    [release] = (await public()).current
    assert not release.objection


async def test_the_address_of_a_release_reveals_neither_order_nor_number(town: Town) -> None:
    case = await recommended_case(town, person(name="Budi Santosa"), person(name="Wira Kusuma"))
    first, second = await respondents_of(case)
    codes = []
    for one in (first, second):
        await draft(town, case, one)
    async with reading(town.rina) as c:
        codes = [row["code"] for row in await c.fetch("SELECT code FROM release ORDER BY id")]
    assert len(set(codes)) == 2
    assert all(re.fullmatch("[0-9a-f]{12}", code) for code in codes)


async def test_a_release_from_before_addresses_were_given_gets_one(
    town: Town, engine: Database
) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await publish(town, case)
    text = (Path(piccolo_migrations.__file__).parent / "sql" / "open_data.sql").read_text()
    giving, _, _ = text.partition("-- What the open data")
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("ALTER TABLE release ALTER COLUMN code DROP NOT NULL")
        await root.execute("UPDATE release SET code = NULL")
        await root.execute(f"SET ROLE netralitas_owner; {giving}; RESET ROLE")
    finally:
        await root.close()
    [release] = (await public()).current
    assert re.fullmatch("[0-9a-f]{12}", release.code)
