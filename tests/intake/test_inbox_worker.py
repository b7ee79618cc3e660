"""The worker on the inbox: offices shown, refusals told, content emptied, drafts cleared away."""

from datetime import date, timedelta

import asyncpg
import pytest

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.intake import codes
from netralitas.intake.domain import Confidentiality
from netralitas.intake.inbox.collecting import clear_away, collect
from netralitas.intake.inbox.offices import Shown, show_offices
from netralitas.intake.inbox.refusing import refuse_report
from netralitas.law.domain import Certainty
from netralitas.law.hours import Hours, OfficeHours
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.work import follow_case, make_worker
from tests.cases.conftest import Visits
from tests.intake.letterbox import OFFICE, Letterbox, photo
from tests.intake.test_inbox import SECRETS, case_of, taken
from tests.make import Town

REASON = "Bukan wewenang Bawaslu, melainkan dinas pendidikan."


def hours(**changes: object) -> OfficeHours:
    """The hours of the regency office."""
    given = {
        "organisation": "kab",
        "valid_from": date(2020, 1, 1),
        "valid_to": None,
        "weekdays": frozenset(range(5)),
        "opens": None,
        "closes": None,
        "basis": "Pengumuman rekaan",
        "certainty": Certainty.T,
    }
    return OfficeHours([Hours(**(given | changes))])  # type: ignore[arg-type]  # real fields


async def test_the_public_site_knows_every_office_that_takes_in_and_no_other(
    town: Town, letterbox: Letterbox
) -> None:
    async def show(c: Connection) -> None:
        assert await show_offices(c, hours(), OFFICE) == Shown(written=2, dropped=0)

    await letterbox.work(show)
    rows = {row["id"]: row for row in await letterbox.rows("SELECT * FROM published.office")}
    assert set(rows) == {town.offices["kab"], town.offices["lain"]}  # nobody takes in for prov
    own = rows[town.offices["kab"]]
    assert own["readers"] == [town.offices["kab"], town.offices["prov"]]
    assert (own["key_id"], own["public_key"]) == (OFFICE.current_id, OFFICE.public_key())
    assert '{"code": "99.01", "name": "Kabupaten Contoh"}' in own["regions"]
    assert "Senin sampai Jumat selama 24 jam" in own["service"]
    assert '"weekdays": [0, 1, 2, 3, 4]' in own["service"]
    assert "tidak dipungut biaya" in own["service"]


async def test_an_office_is_written_again_only_when_something_changed(
    town: Town, letterbox: Letterbox
) -> None:
    found: list[Shown] = []

    async def show(c: Connection) -> None:
        found.append(await show_offices(c, hours(), OFFICE))

    async def show_later(c: Connection) -> None:
        found.append(await show_offices(c, hours(weekdays=frozenset({0})), OFFICE))

    await letterbox.work(show, show, show_later)
    await letterbox.rows("UPDATE officer SET disabled_at = now() WHERE login = 'lain'")
    await letterbox.work(show_later)
    assert [(each.written, each.dropped) for each in found] == [(2, 0), (0, 0), (1, 0), (0, 1)]


async def test_a_refusal_is_told_by_code_with_its_reason(town: Town, letterbox: Letterbox) -> None:
    sent = await letterbox.send(files=(photo(),))
    await refuse_report(town.rina, sent.id, REASON)
    await letterbox.work(collect)
    told = await letterbox.told(sent)
    assert told is not None
    assert told["status"] == "Tidak diterima"
    assert told["sentence"] == (
        f"Bawaslu Kabupaten Contoh tidak menerima laporan ini dengan alasan: “{REASON}”"
    )
    assert [step["sentence"] for step in told["steps"]] == [
        "Laporan dikirim.",
        "Kantor tidak menerima laporan ini.",
    ]


async def test_who_may_refuse_and_once_only(town: Town, letterbox: Letterbox) -> None:
    sent = await letterbox.send()
    with pytest.raises(NotVisible):
        await refuse_report(town.lain, sent.id, REASON)
    with pytest.raises(NotAllowed):
        await refuse_report(town.sari, sent.id, REASON)
    await refuse_report(town.rina, sent.id, REASON)
    with pytest.raises(RuleBroken, match="sudah diterima atau ditolak"):
        await refuse_report(town.wulan, sent.id, REASON)


async def test_once_it_is_answered_the_inbox_keeps_its_digests_and_nothing_that_opens(
    town: Town, visit: Visits, letterbox: Letterbox
) -> None:
    kept, refused, waiting = [await letterbox.send(files=(photo(),)) for _ in range(3)]
    await taken(await visit("rina"), kept)
    await refuse_report(town.rina, refused.id, REASON)
    await letterbox.work(collect, collect)
    for sent in (kept, refused):
        [row] = await letterbox.rows(
            "SELECT r.sealed_key, d.content, (SELECT count(*) FROM inbox.piece p"
            " WHERE p.digest = r.digest) AS pieces, f.sha256, r.number"
            " FROM inbox.report r JOIN inbox.draft d USING (digest) JOIN inbox.file f"
            " USING (digest) WHERE r.id = $1",
            sent.id,
        )
        assert (row["sealed_key"], row["content"], row["pieces"]) == (b"", b"", 0)
        assert (len(row["sha256"]), row["number"]) == (32, sent.number)
    [left] = await letterbox.rows(
        "SELECT length(content) > 0 AS whole FROM inbox.draft WHERE digest = $1", waiting.digest
    )
    assert left["whole"]
    assert (await (await visit("rina")).go(f"/kotak-masuk/{waiting.id}")).status == 200


async def test_what_was_taken_in_shows_its_status_to_the_same_code(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = await letterbox.send(level=Confidentiality.CONFIDENTIAL)
    assert await letterbox.told(sent) is None
    case = case_of(await taken(await visit("rina"), sent))
    await letterbox.work(lambda c: follow_case(c, {"case_file": case}))
    told = await letterbox.told(sent)
    assert told is not None
    assert told["status"] == "Diterima"
    assert [secret for secret in (*SECRETS, "Wira Kusuma") if secret in repr(told)] == []


async def test_drafts_that_nobody_touches_are_gone_and_reports_stay(
    letterbox: Letterbox,
) -> None:
    sent = await letterbox.send(files=(photo(),))
    digests = {days: codes.digest(f"draft {days}", b"s" * 32) for days in (13, 15)}
    for days, digest in digests.items():
        async with letterbox.writing(digest) as c:
            await c.execute(
                "INSERT INTO inbox.draft (digest, wrapped, content, touched_at)"
                " VALUES ($1, 'w', 'c', $2)",
                *(digest, clock.now() - timedelta(days=days)),
            )
            await c.execute(
                "INSERT INTO inbox.file (digest, ordinal, label, size) VALUES ($1, 1, 'l', 9)",
                digest,
            )
    await letterbox.rows(
        "UPDATE inbox.draft SET touched_at = now() - interval '99 days' WHERE digest = $1",
        sent.digest,
    )
    await letterbox.work(clear_away)
    left = {row["digest"] for row in await letterbox.rows("SELECT digest FROM inbox.draft")}
    assert left == {sent.digest, digests[13]}
    files = {row["digest"] for row in await letterbox.rows("SELECT digest FROM inbox.file")}
    assert files == left


async def test_drafts_and_uploads_of_the_desk_are_gone_after_thirty_days(
    town: Town, letterbox: Letterbox
) -> None:
    for days in (29, 31):
        token, at = bytes([days]) * 16, clock.now() - timedelta(days=days)
        await letterbox.rows(
            "INSERT INTO desk_draft (token, officer, organisation, kind, version, touched_at,"
            " readers) VALUES ($1, $2, $3, 'report', 1, $4, $5)",
            *(token, town.rina.officer, town.rina.organisation, at, [town.rina.organisation]),
        )
        await letterbox.rows(
            "INSERT INTO upload (draft, token, name, size, received, touched_at, readers)"
            " VALUES ($1, $1, 'x', 9, 0, $2, $3)",
            *(token, at, [town.rina.organisation]),
        )
    await letterbox.work(clear_away)
    for table in ("desk_draft", "upload"):
        left = await letterbox.rows(f"SELECT token FROM {table}")
        assert [row["token"] for row in left] == [bytes([29]) * 16]


async def test_the_worker_does_all_of_it_by_itself(town: Town, letterbox: Letterbox) -> None:
    settings = Settings(demo=True, secret_vault=DEMO_SECRET)
    periodic = make_worker(settings).periodic
    assert {"collect", "clear_away", "show_offices"} <= set(periodic)
    await letterbox.work(*(periodic[name].run for name in ("collect", "show_offices")))
    shown = await letterbox.rows("SELECT public_key FROM published.office")
    assert {row["public_key"] for row in shown} == {OFFICE.public_key()}


async def test_the_public_role_reads_no_report_but_that_of_its_code(letterbox: Letterbox) -> None:
    first, second = await letterbox.send(), await letterbox.send()
    async with letterbox.writing(first.digest) as c:
        assert [row["id"] for row in await c.fetch("SELECT id FROM inbox.report")] == [first.id]
    assert second.id != first.id
    connection = await asyncpg.connect(letterbox.database.dsn("public"))
    try:
        assert await connection.fetch("SELECT id FROM inbox.report") == []
    finally:
        await connection.close()
