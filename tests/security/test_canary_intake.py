"""Whoever reports, informs or saw something is met by nobody who is not entitled, anywhere."""

import io
import re
import zipfile
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence

import asyncpg
import httpx
import pytest
import structlog

from netralitas.database.embedded_paths import layout
from netralitas.public.reporting.routes import closing
from netralitas.settings import Settings
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.documents.papers import opened, together
from tests.make import Town
from tests.notices.post_office import open_post_office
from tests.security.canaries import (
    AT_THE_DOOR,
    CONFIDENTIAL,
    INFORMED,
    NEVER,
    OF_INTAKE,
    PICTURED,
    TYPED,
    UNSENT,
    WRITTEN,
    Canary,
    singing,
)
from tests.security.crawler import Crawler, Seen
from tests.security.dump import dumped
from tests.security.intake_scene import Intake, intake_scene, outside

EVERYBODY = (
    *("rina", "bagas", "sari", "tono", "wulan", "nita", "galih"),
    *("maya", "dewa", "endah", "putri", "lain", "hadi"),
)
HANDLING = {"rina", "bagas", "sari", "tono", "wulan", "nita"}
"""Who reads the messages of whoever reported to the office."""

SEEING_PAPERS = {*HANDLING, "galih"}
"""Who reads the papers of its cases: the superior office too. An original is as it came."""

TAKING_IN = {"rina", "bagas", "sari", "tono", "wulan"}
BEGIN = (
    *("/beranda", "/perkara", "/perkara/cari?q=z", "/tenggat", "/perkara/baru", "/kotak-masuk"),
    *("/daftar-pegawai", "/daftar-pegawai/impor", "/kotak-masuk/999999", "/tidak-ada"),
)
OUTSIDE = (
    *("/", "/lapor", "/lapor/periksa", "/cek-status", "/angka", "/hasil", "/tidak-ada"),
    *("/log", "/log/checkpoint", "/log/kepala.jsonl", "/log/tile/0/000", "/log/tile/1/000.p/1"),
    *("/log/konsistensi/256/256", "/log/pernyataan", "/log/periksa.py"),
)
OF_A_HOLDER = (
    *("/lapor", "/lapor/kode", "/lapor/kejadian", "/lapor/anda", "/lapor/periksa", "/lapor/berkas"),
    *("/lapor/tanda-terima", "/lapor/tanda-terima.pdf", "/cek-status", "/cek-status/pesan"),
)

Heard = dict[str, set[str]]
"""Where each canary was heard."""


@pytest.fixture
async def intake(
    town: Town, visit: Visits, engine: Database, settings: Settings, log: io.StringIO
) -> AsyncIterator[Intake]:
    async with (
        open_post_office() as mail,
        intake_scene(visit, engine, settings, log, mail) as scene,
    ):
        yield scene


def contents(body: bytes) -> Iterator[bytes]:
    """Yield what was answered, and what is packed in it: parts of a workbook, a paper's words."""
    yield body
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            yield from (name.encode() + archive.read(name) for name in archive.namelist())
    if body.startswith(b"%PDF-1.7") and b"/Producer" in body:
        yield together(body).encode()
        with opened(body) as pdf:
            yield str(dict(pdf.docinfo)).encode() + str(pdf.open_metadata()).encode()


def heard(seen: Iterable[Seen], listened_for: Sequence[Canary]) -> Heard:
    """Return where each was heard: in a body at its address, or around it, which nobody may."""
    found: Heard = {}
    for one in seen:
        for text in {text for part in contents(one.body) for text in singing(part, listened_for)}:
            found.setdefault(text, set()).add(one.address.partition("?")[0])
        for text in singing(one.around + one.title, listened_for):
            found.setdefault(text, set()).add(f"around {one.address}")
    return found


def allowed(intake: Intake, login: str) -> dict[str, re.Pattern[str]]:
    """Return where this officer may meet what."""
    first, second = intake.cases["confidential"], intake.cases["informant"]
    rules: list[tuple[Sequence[Canary], str]] = []
    if login in HANDLING:
        rules += [
            (WRITTEN, rf"/perkara/{first}/pesan"),
            ((INFORMED,), rf"/perkara/{second}/pesan"),
        ]
    if login in SEEING_PAPERS:
        rules.append(((PICTURED,), r"/perkara/\d+/dokumen/\d+"))
    if login in TAKING_IN:
        rules.append((AT_THE_DOOR, rf"{intake.waiting}(/penerimaan|/penolakan)?"))
    if login == "rina":
        rules.append((TYPED, rf"{intake.draft}|/perkara/baru"))
    return {one.text: re.compile(where) for group, where in rules for one in group}


async def crawled(visit: Visits, login: str, known: set[str]) -> list[Seen]:
    """Everything that somebody can be answered; `known` grows by what was found of cases."""
    crawler = Crawler((await visit(login)).client)
    await crawler.walk([*BEGIN, *sorted(known)])
    known |= {each for each in crawler.addresses if each.startswith(("/perkara/", "/kotak-masuk/"))}
    return crawler.seen


async def test_no_page_of_the_staff_tells_anybody_what_is_not_for_them(
    intake: Intake, visit: Visits
) -> None:
    rina = await visit("rina")
    everything = (*OF_INTAKE, *intake.codes.values())
    shown = [
        Seen(method="GET", address=address, status=200, body=answer.content, around=b"")
        for address in (intake.draft, intake.waiting, f"/perkara/{intake.cases['informant']}/pesan")
        for answer in [await rina.client.get(address)]
    ]
    assert {each.text for each in (*AT_THE_DOOR, *TYPED, INFORMED)} <= set(heard(shown, everything))
    known = {f"/perkara/{case}" for case in intake.cases.values()} | {intake.draft, intake.waiting}
    for login in EVERYBODY:
        seen = await crawled(visit, login, known)
        rules = allowed(intake, login)
        wrong = {
            (text, address)
            for text, addresses in heard(seen, everything).items()
            for address in addresses
            if text not in rules or not rules[text].fullmatch(address)
        }
        assert wrong == set(), login
        failed = [(one.method, one.address) for one in seen if one.status >= 500]
        assert failed == [], (login, re.findall(r'\{[^\n]*"failure"[^\n]*', intake.log.getvalue()))
    assert len(known) > 60, "the crawl did not get into the cases"
    assert intake.log.getvalue().count('"request"') > 500
    assert singing(intake.log.getvalue().encode(), everything) == []


async def test_the_public_site_tells_each_holder_of_a_code_their_own_and_others_nothing(
    intake: Intake,
) -> None:
    codes = intake.codes
    everything = (*OF_INTAKE, *codes.values())
    async with outside(intake.site) as client:
        stranger = Crawler(client)
        await stranger.walk(OUTSIDE)
    assert len(stranger.seen) >= 15
    assert heard(stranger.seen, everything) == {}
    for name, may in (
        ("confidential", WRITTEN),
        ("informant", (INFORMED,)),
        ("named", ()),
        ("waiting", ()),
    ):
        shown = await opened_by(intake.holders[name].client)
        found = heard(shown, everything)
        assert set(found) == {each.text for each in (*may, codes[name])}, name
        assert not any(place.startswith("around") for places in found.values() for place in places)
    assert intake.log.getvalue().count('"/lapor/') > 50
    assert singing(intake.log.getvalue().encode(), everything) == []


async def opened_by(client: httpx.AsyncClient) -> list[Seen]:
    """What a browser is shown that holds a code; the cookie that carries it is its own."""
    shown = []
    for address in OF_A_HOLDER:
        answer = await client.get(address)
        headers = [pair for pair in answer.headers.multi_items() if pair[0] != "set-cookie"]
        around = f"{answer.url} {headers}".encode()
        status = answer.status_code
        one = Seen(method="GET", address=address, status=status, body=answer.content, around=around)
        shown.append(one)
    proof = await client.post("/cek-status/bukti")
    assert proof.headers["content-type"].startswith("application/json")
    around = f"{proof.url} {proof.headers.multi_items()}".encode()
    sent = Seen(
        method="POST", address="/cek-status/bukti", status=200, body=proof.content, around=around
    )
    shown.append(sent)
    papers = [one for one in shown if one.body.startswith(b"%PDF")]
    assert len(papers) == 1, "the receipt was not printed"
    return shown


async def test_nothing_that_is_kept_mailed_or_logged_holds_any_of_them(
    intake: Intake, engine: Database, settings: Settings
) -> None:
    everything = (*OF_INTAKE, *intake.codes.values())
    tables = dumped(engine)
    full = {"case_message", "vault_entry", "desk_draft", "upload", "staff", "reporting"}
    full |= {"inbox.draft", "inbox.report", "inbox.file", "inbox.piece", "published.message"}
    full |= {"inbox.receipt_seal", "published.log_head", "published.log_tile"}
    full |= {"published.log_entry"}
    assert full <= set(tables)
    found = {table: singing(rows, everything) for table, rows in tables.items()}
    assert {table: texts for table, texts in found.items() if texts} == {}
    assert intake.mail.raw, "nothing was mailed"
    assert singing(b"".join(intake.mail.raw), everything) == []
    assert singing(intake.log.getvalue().encode(), everything) == []
    assert singing(layout(engine.server.folder).log.read_bytes(), everything) == []
    kept = sorted(path for path in settings.data.rglob("*") if path.is_file())
    assert singing("\n".join(map(str, kept)).encode(), everything) == []
    sealed = [path for path in kept if path.is_relative_to(settings.data / "waiting")]
    assert sealed
    assert [path for path in sealed if singing(path.read_bytes(), everything)] == []


async def test_the_ear_hears_one_leak_wherever_it_is_planted(
    intake: Intake, visit: Visits, engine: Database
) -> None:
    everything = (*OF_INTAKE, *intake.codes.values())
    code = intake.holders["confidential"].code
    structlog.get_logger("netralitas.intake").info("planted", code=code)
    assert singing(intake.log.getvalue().encode(), everything) == [code]
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        planted = f"Spanduk {CONFIDENTIAL.name.upper()}".encode()
        await root.execute("UPDATE inbox.draft SET content = content || $1", planted)
        await root.execute(
            "UPDATE case_file SET subject = $1 WHERE id = $2",
            f"Spanduk {CONFIDENTIAL.email}",
            intake.cases["confidential"],
        )
    finally:
        await root.close()
    told = {table: singing(rows, everything) for table, rows in dumped(engine).items()}
    assert {table for table, texts in told.items() if texts} == {
        *("case_file", "inbox.draft"),
    }
    assert CONFIDENTIAL.email in told["case_file"]
    assert told["inbox.draft"] == [CONFIDENTIAL.name]
    found = heard(await crawled(visit, "nita", set()), NEVER)
    assert CONFIDENTIAL.email in found


async def test_an_error_of_ours_at_the_door_is_told_without_its_message(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = intake.holders["unsent"]

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"row ({UNSENT.name}, {holder.code}) violates a constraint")

    monkeypatch.setattr(closing, "report_of", broken)
    answer = await holder.get("/tanda-terima")
    assert answer.status_code == 500
    everything = (*OF_INTAKE, *intake.codes.values())
    assert singing(answer.content, everything) == []
    assert "RuntimeError" in intake.log.getvalue()
    assert singing(intake.log.getvalue().encode(), everything) == []
