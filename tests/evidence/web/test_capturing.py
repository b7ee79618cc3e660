"""A capture: asked for in one transaction, made by the worker, recorded once, kept for good."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import asyncpg
import pytest

from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.folder import Folder
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.commands import (
    Capturing,
    ask_capture,
    ask_capture_for_case,
    link_case,
)
from netralitas.evidence.web.domain import Problem
from netralitas.evidence.web.warc import MEDIA_TYPE
from netralitas.law import book
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.settings import Settings
from netralitas.work import make_worker
from tests.cases.test_interests import all_done
from tests.conftest import Database
from tests.evidence.web.conftest import Authority, Site
from tests.evidence.web.happening import ACCOUNT, entered, letting, rows, work_done
from tests.evidence.web.serving import page, sent_to
from tests.make import Town, make_case

PAGE = "/akun/unggahan"
ONE = "SELECT * FROM capture"
EVENTS = "SELECT name, details FROM event WHERE name LIKE '%captur%' ORDER BY id"


def checked(path: Path) -> int:
    """With what `warcio check` ends for a kept file."""
    run = [str(Path(sys.executable).parent / "warcio"), "check", str(path)]
    done = subprocess.run(run, check=False, capture_output=True)  # noqa: S603 - its own program
    return done.returncode


async def test_an_address_is_captured_kept_and_stamped(
    town: Town,
    engine: Database,
    settings: Settings,
    web: Site,
    authority: Authority,
    tmp_path: Path,
) -> None:
    address = await entered(town, f"{web.address}{PAGE}")
    await ask_capture(town.rina, address)
    assert web.asked == []  # only the worker asks
    async with authority.open():
        stamping = {"tsa_url": authority.url, "tsa_root": str(authority.root)}
        await work_done(engine, letting(settings, web, **stamping))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["status"], row["problem"]) == ("done", 200, None)
    assert (row["shot"], row["warc_verdict"]) == ("none", "valid")
    storage = Storage(settings.data / "files")
    kept, reply = (Folder(storage.root).path(row[name].hex()) for name in ("warc", "warc_stamp"))
    assert checked(kept) == 0
    assert authority.agrees(kept, reply)
    spoilt = tmp_path / "spoilt.warc.gz"
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    spoilt.write_bytes(content)
    assert checked(spoilt) != 0
    assert not authority.agrees(spoilt, reply)
    (known,) = await rows(engine, "SELECT * FROM file WHERE digest = $1", row["warc"])
    assert known["media_type"] == MEDIA_TYPE


async def test_events_hold_digests_and_neither_address_nor_account(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    address = await entered(town, f"{web.address}{PAGE}")
    await ask_capture(town.rina, address)
    await work_done(engine, letting(settings, web))
    asked, made = await rows(engine, EVENTS)
    assert (asked["name"], made["name"]) == ("address.capture_asked", "address.page_captured")
    (row,) = await rows(engine, ONE)
    assert row["warc"].hex() in made["details"]
    for event in await rows(engine, "SELECT details::text, canonical FROM event"):
        for secret in (web.place, "unggahan", ACCOUNT):
            assert secret not in event["details"]
            assert secret.encode() not in event["canonical"]


async def test_a_capture_for_a_case_becomes_its_evidence(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    case = await make_case(town)
    url = f"{web.address}{PAGE}"
    await ask_capture_for_case(town.rina, case.id, url, book=book.load())
    await work_done(engine, letting(settings, web))
    papers = await rows(engine, "SELECT kind, title, file FROM document")
    (row,) = await rows(engine, ONE)
    assert [(paper["kind"], paper["file"]) for paper in papers] == [("evidence", row["warc"])]
    assert "unggahan" not in papers[0]["title"]
    names = [event["name"] for event in await rows(engine, EVENTS)]
    assert names == ["case.capture_asked", "case.page_captured"]


async def test_what_was_captured_before_a_finding_becomes_its_evidence_with_it(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    address = await entered(town, f"{web.address}{PAGE}")
    await ask_capture(town.rina, address)
    await work_done(engine, letting(settings, web))
    case = await make_case(town)
    await link_case(town.rina, address, case.id)
    await ask_capture(town.rina, address)  # and what is captured from now on
    await work_done(engine, letting(settings, web))
    assert len(await rows(engine, "SELECT FROM document WHERE kind = 'evidence'")) == 2
    with pytest.raises(RuleBroken):
        await link_case(town.rina, address, case.id)


async def test_a_redirect_to_a_private_address_fails_for_good_and_says_why(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    web.answers["/away"] = sent_to("http://169.254.169.254/latest/")
    address = await entered(town, f"{web.address}/away")
    await ask_capture(town.rina, address)
    await work_done(engine, letting(settings, web))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"], row["tries"]) == ("failed", "not_public", 1)
    assert row["warc"] is None
    assert await rows(engine, "SELECT FROM file") == []


async def test_without_the_setting_loopback_is_never_asked(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    await ask_capture(town.rina, await entered(town, f"{web.address}{PAGE}"))
    await work_done(engine, settings)
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"]) == ("failed", "port")
    assert web.asked == []


async def test_what_may_pass_is_tried_three_times(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    web.answers["/broken"] = b"no answer at all"
    await ask_capture(town.rina, await entered(town, f"{web.address}/broken"))
    await work_done(engine, letting(settings, web))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"], row["tries"]) == ("failed", "answer", 3)
    assert web.asked == ["/broken"] * 3
    assert await rows(engine, "SELECT FROM job WHERE kind = 'capture_page'") == []


async def test_what_has_passed_is_captured_by_a_later_try(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    web.answers["/broken"] = b"no answer at all"
    await ask_capture(town.rina, await entered(town, f"{web.address}/broken"))
    await all_done(engine, make_worker(letting(settings, web)))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"], row["tries"]) == ("waiting", "answer", 1)
    web.answers["/broken"] = page("there again")
    await work_done(engine, letting(settings, web))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"]) == ("done", None)


async def test_a_job_that_comes_twice_captures_once(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    capture = await ask_capture(town.rina, await entered(town, f"{web.address}{PAGE}"))
    await work_done(engine, letting(settings, web))
    async with writing(EVERYTHING) as c:
        capturing = Capturing(letting(settings, web), Storage(settings.data / "files"))
        await capturing.run(c, {"capture": capture})
    assert web.asked == [PAGE]
    assert len(await rows(engine, EVENTS)) == 2


async def test_a_page_above_the_limit_leaves_nothing(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    web.answers["/big"] = page("x" * 2_000_000)
    await ask_capture(town.rina, await entered(town, f"{web.address}/big"))
    await work_done(engine, letting(settings, web, capture_megabytes=1))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"]) == ("failed", "too_large")
    assert await rows(engine, "SELECT FROM file") == []


async def test_a_mistake_of_ours_is_said_and_not_tried_for_ever(
    town: Town,
    engine: Database,
    settings: Settings,
    web: Site,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await ask_capture(town.rina, await entered(town, f"{web.address}{PAGE}"))
    monkeypatch.setattr("netralitas.evidence.web.commands.capturing.write_warc", None)
    await work_done(engine, letting(settings, web))
    (row,) = await rows(engine, ONE)
    assert (row["state"], row["problem"]) == ("failed", Problem.MACHINE.value)


async def test_one_page_is_not_asked_for_twice_at_a_time(
    town: Town, engine: Database, web: Site
) -> None:
    address = await entered(town, f"{web.address}{PAGE}")
    await ask_capture(town.rina, address)
    with pytest.raises(RuleBroken):
        await ask_capture(town.rina, address)
    case = await make_case(town)
    await ask_capture_for_case(town.rina, case.id, web.address, book=book.load())
    with pytest.raises(RuleBroken):
        await ask_capture_for_case(town.rina, case.id, web.address, book=book.load())


async def test_others_ask_for_nothing(town: Town, engine: Database, web: Site) -> None:
    address = await entered(town, f"{web.address}{PAGE}")
    case = await make_case(town)
    with pytest.raises(NotVisible):
        await ask_capture(town.lain, address)
    for stranger in (town.dewa, town.nita, replace(town.rina, roles=frozenset())):
        with pytest.raises(NotAllowed):
            await ask_capture(stranger, address)
    for stranger in (town.lain, town.dewa):
        with pytest.raises(NotVisible):
            await ask_capture_for_case(stranger, case.id, web.address, book=book.load())
    with pytest.raises(NotAllowed):
        await ask_capture_for_case(town.nita, case.id, web.address, book=book.load())
    assert await rows(engine, ONE) == []


async def test_what_is_over_is_never_said_otherwise(
    town: Town, engine: Database, settings: Settings, web: Site
) -> None:
    await ask_capture(town.rina, await entered(town, f"{web.address}{PAGE}"))
    await work_done(engine, letting(settings, web))
    for statement in (
        "UPDATE capture SET status = 404",
        "DELETE FROM capture",
        "DELETE FROM web_address",
    ):
        with pytest.raises(asyncpg.PostgresError):
            await rows(engine, statement)
