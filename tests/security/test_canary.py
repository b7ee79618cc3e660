"""A case full of unmistakable strings: nobody meets one who is not entitled to it, anywhere."""

import base64
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import asyncpg
import httpx
import pytest

from netralitas.app import keys
from netralitas.audit.report import verify_database
from netralitas.cases.answers import NOTHING, Answers, Paper
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.cases.routes import case as case_routes
from netralitas.cases.search_text import index_case
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.jobs.worker import Worker
from netralitas.settings import Settings, load
from netralitas.vault.cipher import Purpose
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Subject
from netralitas.web import logging
from tests.cases.conftest import BASE, Visits
from tests.conftest import Database
from tests.intake.test_desk import desk, matter
from tests.make import Town, letter, move, paper
from tests.pages import PDF, UNPACKED
from tests.security.canaries import (
    EVERY,
    FILE_NAME,
    HIDDEN,
    NAME,
    NIP,
    NUMBER,
    REPORTER,
    RESPONDENT,
    WITNESS,
    singing,
)
from tests.security.crawler import SAME_ORIGIN, Crawler, Seen
from tests.security.dump import dumped

READERS: Final = ("rina", "sari", "tono", "nita", "galih", "maya")
"""Who may read the respondent's name once the case is forwarded to BKN, where Maya sits."""

OTHERS: Final = ("wulan", "bagas", "dewa", "lain", "hadi")
"""Field supervisor, excluded officer, other receiver, other office, administrator."""

BEGIN: Final = ("/beranda", "/perkara", "/perkara/cari", "/tenggat", "/perkara/baru")
OFTEN: Final = ("/perkara/999999", "/tidak-ada", "/perkara/cari?q=x", "/sehat", "/siap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The case, and everything that was logged while it was made and read."""

    case: int
    log: io.StringIO


@pytest.fixture
async def scene(town: Town, visit: Visits, settings: Settings, log: io.StringIO) -> Scene:
    """Taken in at the desk, a witness added, an officer excluded, not yet forwarded."""
    visit.site = logging.RequestLog(visit.site)
    rina = await visit("rina")
    typed = matter(
        name=RESPONDENT,
        nip=f"{NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}",
        reporter_name=REPORTER.name,
        reporter_address=REPORTER.address or "",
        reporter_phone=REPORTER.telephone or "",
    )
    receipt = await rina.send(await desk(rina), typed)
    assert receipt.status == 200, receipt.text
    case = int(re.findall(r"\d+", receipt.address)[0])
    async with writing(town.rina) as c:
        for subject, identity in ((Subject.WITNESS, WITNESS), (Subject.REPORTER, REPORTER)):
            await put_in(
                c,
                case_file=case,
                subject=subject,
                identity=identity,
                readers=[town.offices["kab"]],
                keys=keys(settings, Purpose.IDENTITY),
            )
    attached = await rina.client.post(
        f"/perkara/{case}/dokumen",
        data={"kind": "evidence", "title": "Foto kegiatan"},
        files={"file": (FILE_NAME, PDF)},
        headers=SAME_ORIGIN,
    )
    assert attached.status_code == 303, attached.text
    bagas = town.bagas.officer
    await exclude(town.sari, case, bagas, ExclusionGround.RELATED, "Kerabat terlapor.")
    async with writing(EVERYTHING) as c:
        await index_case(c, {"case_file": case})
    return Scene(case=case, log=log)


async def forwarded(town: Town, case: int, storage: Storage) -> None:
    """Lead the case along the usual path to BKN, with papers that can be downloaded."""

    async def kept(kind: DocumentKind) -> tuple[Paper]:
        return (replace(paper(kind), stored=await storage.keep(PDF + kind.encode(), 1_000)),)

    async with reading(EVERYTHING) as c:
        [row] = await c.fetch("SELECT id FROM respondent WHERE case_file = $1", case)
    sending = Answers(
        letter_out=letter(),
        respondents=(row["id"],),
        addressee=town.offices["bkn"],
        papers=await kept(DocumentKind.EVIDENCE_LIST),
    )
    rina, sari = town.rina, town.sari
    for who, code, answers in (
        (rina, "start_preliminary_study", NOTHING),
        (rina, "finish_preliminary_study", await kept(DocumentKind.PRELIMINARY_STUDY)),
        (rina, "register", NOTHING),
        (rina, "start_clarification", NOTHING),
        (rina, "finish_clarification", NOTHING),
        (rina, "submit_to_plenary", await kept(DocumentKind.STUDY)),
        (sari, "decide_other_law", await kept(DocumentKind.MINUTES)),
        (rina, "forward", sending),
    ):
        given = Answers(papers=answers) if isinstance(answers, tuple) else answers
        await move(who, case, code, answers=given)


async def crawled(visit: Visits, case: int, logins: Sequence[str]) -> dict[str, list[Seen]]:
    """Everything that each of these people can be answered, and nobody too."""
    crawlers = {login: Crawler((await visit(login)).client) for login in logins}
    transport = httpx.ASGITransport(visit.site, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=UNPACKED) as nobody:
        crawlers["nobody"] = Crawler(nobody)
        found: set[str] = {f"/perkara/{case}"}
        for crawler in crawlers.values():
            await crawler.walk([*BEGIN, *OFTEN, *sorted(found)])
            found |= {each for each in crawler.addresses if each.startswith(f"/perkara/{case}")}
        for crawler in crawlers.values():
            await crawler.walk(sorted(found))
    assert len(found) >= 20, "the crawl did not get into the case"
    return {login: crawler.seen for login, crawler in crawlers.items()}


def heard(seen: Sequence[Seen]) -> tuple[set[str], list[str]]:
    """Which canaries were heard in bodies, and where any was in what nobody may find one in."""
    in_bodies: set[str] = set()
    around: list[str] = []
    for one in seen:
        in_bodies.update(singing(one.body, EVERY))
        found = singing(one.around + one.title, EVERY)
        around += [f"{one.method} {one.address} {one.status}: {text}" for text in found]
    return in_bodies, around


async def test_no_page_tells_anybody_what_is_not_for_them(
    town: Town, visit: Visits, scene: Scene, engine: Database, settings: Settings
) -> None:
    before = await crawled(visit, scene.case, ("rina", "maya", "bagas", "lain"))
    for login, seen in before.items():
        assert heard(seen) == ({RESPONDENT} if login == "rina" else set(), []), login
    await forwarded(town, scene.case, Storage(settings.data / "files"))
    after = await crawled(visit, scene.case, (*READERS, *OTHERS))
    for login, seen in after.items():
        assert heard(seen) == ({RESPONDENT} if login in READERS else set(), []), login
        assert [(one.method, one.address) for one in seen if one.status >= 500] == [], login
    assert any(b"1713" in one.body for one in after["rina"]), "the last digits are for the owner"
    assert scene.log.getvalue().count('"request"') > 200
    assert singing(scene.log.getvalue().encode(), EVERY) == []


async def test_nothing_kept_contains_them_but_what_they_are_kept_in(
    town: Town, visit: Visits, scene: Scene, engine: Database, settings: Settings
) -> None:
    await forwarded(town, scene.case, Storage(settings.data / "files"))
    dump = dumped(engine)
    assert {"respondent", "event", "event_note", "job", "vault_entry", "case_text"} <= set(dump)
    assert [table for table, rows in dump.items() if singing(rows, (*HIDDEN, NUMBER))] == []
    told = [table for table, rows in dump.items() if singing(rows, (NAME,))]
    assert told == ["case_key", "case_text", "package", "respondent"]
    kept = list(settings.data.rglob("*"))
    assert any(path.is_file() for path in kept)
    assert singing("\n".join(map(str, kept)).encode(), EVERY) == []


@pytest.mark.parametrize("as_json", [False, True])
async def test_the_verdict_on_a_broken_record_quotes_nobody(
    scene: Scene, engine: Database, settings: Settings, as_json: bool
) -> None:
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("SET session_replication_role = replica")
        await root.execute("UPDATE event SET canonical = canonical || ' ', to_state = 'closed'")
        await root.execute("UPDATE event_note SET text = text || ' '")
        await root.execute("UPDATE proceeding SET state = 'closed'")
    finally:
        await root.close()
    lines = settings.lines() | {"NETRALITAS_AUDITOR_DSN": engine.dsn("auditor")}
    whole, text = await verify_database(load(lines), (), as_json=as_json)
    assert not whole
    assert "event" in text
    assert singing(text.encode(), EVERY) == []


async def test_an_error_of_ours_is_told_without_its_message(
    visit: Visits, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:  # noqa: ANN401 - whatever it is called with
        raise RuntimeError(f"row ({RESPONDENT}, {NIP}, {REPORTER.name}) violates a constraint")

    monkeypatch.setattr(case_routes, "case_page", broken)
    transport = httpx.ASGITransport(visit.site, raise_app_exceptions=False)
    cookies = (await visit("rina")).client.cookies
    async with httpx.AsyncClient(transport=transport, base_url=BASE, cookies=cookies) as client:
        answer = await client.get(f"/perkara/{scene.case}")
    assert answer.status_code == 500
    assert singing(answer.content, EVERY) == []
    assert "RuntimeError" in scene.log.getvalue()
    assert singing(scene.log.getvalue().encode(), EVERY) == []


async def test_a_job_that_fails_leaves_only_the_kind_of_its_failure(
    scene: Scene, engine: Database
) -> None:
    async def failing(_: Connection, __: object) -> None:
        raise ValueError(f"{REPORTER.name} {NIP}")

    await ENGINE.close()
    await ENGINE.open(engine.dsn("worker"))
    await Worker({"index_case": failing}).do_job()
    dump = dumped(engine)
    assert b"ValueError" in dump["job"]
    assert singing(dump["job"], EVERY) == []
    assert "job_failed" in scene.log.getvalue()
    assert singing(scene.log.getvalue().encode(), EVERY) == []


async def test_the_console_of_the_demo_says_no_more_than_the_log(
    visit: Visits, scene: Scene
) -> None:
    console = io.StringIO()
    logging.configure(demo=True, stream=console)
    transport = httpx.ASGITransport(visit.site)
    cookies = (await visit("rina")).client.cookies
    async with httpx.AsyncClient(transport=transport, base_url=BASE, cookies=cookies) as client:
        await Crawler(client).walk([f"/perkara/{scene.case}", *OFTEN])
    assert console.getvalue().count("request") > 20
    assert singing(console.getvalue().encode(), EVERY) == []


def test_the_ear_hears_every_disguise() -> None:
    for canary in EVERY:
        plain = canary.text.encode()
        for disguise in (
            plain,
            plain.upper(),
            plain.hex().encode(),
            plain.replace(b" ", b"%20"),
            base64.b64encode(b"x" + plain + b"yz"),
            base64.b64encode(b"xy" + plain),
            base64.urlsafe_b64encode(plain),
        ):
            assert singing(b"<p>" + disguise + b"</p>", EVERY), (canary.text, disguise)
    assert singing(b"zkenari:1 'zcendrawasih':2", EVERY)
    assert singing(b"", EVERY) == singing(b"Bambang 1713 0812", EVERY) == []
