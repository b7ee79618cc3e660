"""Whether a paper in hand is the one issued: on the public page, and at the command line."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import anyio
import httpx
import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.official.commands import attach_scan
from netralitas.documents.official.queries import Standing
from netralitas.documents.official.queries.listing import File
from netralitas.documents.official.verifying import Copy, known_again
from netralitas.evidence.domain import Stored
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.public_app import create_public_app
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import DEMO_SECRET, Settings
from tests.conftest import Database
from tests.documents.official.issuing import CONTENT, issued, number
from tests.documents.official.test_issuing import bytes_of
from tests.make import Town, make_case
from tests.programs import Ran, run

OTHER_CODE = codes.make(bytes(range(12)))


@pytest.fixture
async def public(
    town: Town, engine: Database, settings: Settings
) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody at the public site, which has the rights of its own role."""
    site = create_public_app(replace(settings, public_dsn=engine.dsn("public")))
    transport = httpx.ASGITransport(app=site, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx and Litestar type the protocol differently
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(site.lifespan())
        yield await stack.enter_async_context(
            httpx.AsyncClient(
                transport=transport,
                base_url=settings.base_url,
                headers={"Sec-Fetch-Site": "same-origin"},
            )
        )


async def asked(
    public: httpx.AsyncClient, code: str = "", file: bytes | None = None
) -> httpx.Response:
    """The answer to a code, a file, or both."""
    files = {"file": ("naskah.pdf", file)} if file is not None else {"x": ("", b"")}
    return await public.post("/verifikasi", data={"code": code}, files=files)


def standing(made: int, case: int, code: str, readers: tuple[int, ...], paper: str) -> Standing:
    """A paper as a page knows it."""

    file = File(digest="0" * 64, size=1, media_type="application/pdf")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Standing(
        id=made,
        case_file=case,
        paper=paper,
        office="",
        officer="",
        number=None,
        printed_reason=None,
        version=None,
        issued_on=at.date(),
        issued_at=at,
        code=code,
        readers=readers,
        pdf=file,
        docx=file,
        scan=None,
    )


async def test_yes_to_the_paper_that_was_issued(
    town: Town, storage: Storage, public: httpx.AsyncClient
) -> None:
    made = await issued(town.rina, storage, (await make_case(town)).id)
    pdf = await bytes_of(storage, made.pdf.digest)
    docx = await bytes_of(storage, made.docx.digest)
    for code, file in ((made.code, None), ("", pdf), (made.code.lower(), pdf), ("", docx)):
        answer = await asked(public, code, file)
        assert answer.status_code == 200
        assert "Ya, naskah ini diterbitkan oleh Bawaslu Kabupaten Contoh" in answer.text
        assert number(1) in answer.text
        assert ("Kode saja tidak membuktikan" in answer.text) == (file is None)


async def test_no_to_one_changed_byte_another_code_and_a_mix(
    town: Town, storage: Storage, public: httpx.AsyncClient
) -> None:
    case = (await make_case(town)).id
    made, other = [await issued(town.rina, storage, case) for _ in range(2)]
    pdf = await bytes_of(storage, made.pdf.digest)
    changed = pdf[:-20] + bytes([pdf[-20] ^ 1]) + pdf[-19:]
    for code, file in (("", changed), (made.code, changed), (OTHER_CODE, None), (other.code, pdf)):
        answer = await asked(public, code, file)
        assert answer.status_code == 404
        assert "Tidak, kode atau berkas ini tidak sama" in answer.text


async def test_the_answer_tells_nothing_of_the_case(
    town: Town, storage: Storage, public: httpx.AsyncClient
) -> None:
    case = await make_case(town)
    made = await issued(town.rina, storage, case.id)
    answer = await asked(public, made.code)
    for secret in (CONTENT.subject, "Terlapor Contoh", case.receipt, "Rina", made.code):
        assert secret not in answer.text
    assert "set-cookie" not in answer.headers


async def test_what_was_mistyped_is_said(public: httpx.AsyncClient) -> None:
    for code in ("", "K7QX", "K7QX-2M4P-9RTV-3WYZ-A5BD"):
        assert (await asked(public, code)).status_code == 422
    assert (await public.get("/verifikasi")).status_code == 200


async def test_whoever_tries_too_many_waits(public: httpx.AsyncClient) -> None:
    answers = [(await asked(public, OTHER_CODE)).status_code for _ in range(40)]
    assert answers[0] == 404
    assert answers[-1] == 429


async def test_a_signed_scan_is_known_again_and_stays(
    town: Town, storage: Storage, public: httpx.AsyncClient
) -> None:
    case = await make_case(town)
    made = await issued(town.rina, storage, case.id, "surat-penerusan")
    scan = await storage.keep(await bytes_of(storage, made.pdf.digest) + b"\n% signed", 10**7)
    paper = standing(made.id, case.id, made.code, case.readers, "surat-penerusan")
    await attach_scan(town.rina, paper, scan)
    answer = await asked(public, made.code, await bytes_of(storage, scan.digest))
    assert "pindaian naskah yang ditandatangani" in answer.text
    with pytest.raises(Invalid):
        await attach_scan(town.rina, paper, scan)


async def test_a_paper_to_a_reporter_takes_no_scan(town: Town, storage: Storage) -> None:
    case = await make_case(town)
    made = await issued(town.rina, storage, case.id, "pemberitahuan-status")
    paper = standing(made.id, case.id, made.code, case.readers, "pemberitahuan-status")
    with pytest.raises(RuleBroken):
        await attach_scan(town.rina, paper, Stored(digest="0" * 64, size=1, media_type="x"))


async def test_the_command_line_asks_the_same(town: Town, storage: Storage) -> None:
    made = await issued(town.rina, storage, (await make_case(town)).id)
    digest = bytes.fromhex(made.docx.digest)
    async with reading(EVERYTHING) as c:
        found = await known_again(c, digest=digest, code=made.code)
        assert found is not None
        assert found.copy is Copy.DOCX
        assert await known_again(c, digest=digest, code=OTHER_CODE) is None
        assert await known_again(c, digest=bytes(32)) is None


async def verify(database: Database, *arguments: str | Path) -> Ran:
    """Run the command in a process of its own, which knows nothing but the database."""
    given = {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_APP_DSN": database.dsn("app"),
        "NETRALITAS_SECRET_VAULT": DEMO_SECRET,
    }
    return await anyio.to_thread.run_sync(
        lambda: run("document", "verify", *arguments, environment=given)
    )


async def test_the_command_ends_with_0_for_yes_1_for_no_and_2_for_trouble(
    town: Town, engine: Database, storage: Storage, tmp_path: Path
) -> None:
    made = await issued(town.rina, storage, (await make_case(town)).id)
    paper, changed = tmp_path / "paper.pdf", tmp_path / "changed.pdf"
    content = await bytes_of(storage, made.pdf.digest)
    paper.write_bytes(content)
    changed.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    yes = await verify(engine, paper, "--code", made.code)
    assert (yes.code, number(1) in yes.out) == (0, True), yes
    no = await verify(engine, changed)
    assert (no.code, no.out.startswith("No:")) == (1, True), no
    assert (await verify(engine, paper, "--code", OTHER_CODE)).code == 1
    assert (await verify(engine, tmp_path / "none.pdf")).code == 2
