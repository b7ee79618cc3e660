"""The bundle of a case: all that its reader may see in one bag, which proves itself."""

import hashlib
import io
import zipfile
from pathlib import Path

import httpx
import msgspec
import pytest
from click.testing import CliRunner

from netralitas import clock
from netralitas.audit.heads import verifier_of
from netralitas.audit.sequencer import sequence, sign_head
from netralitas.cases.attaching import attach_paper
from netralitas.cases.bundle.bag import made, manifest
from netralitas.cases.bundle.checking import Checked, NotABundle, check_bundle
from netralitas.cases.bundle.contents import Contents
from netralitas.cli import main
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.folder import Folder
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from netralitas.vault.domain import Identity
from tests.cases.conftest import Statements, Visits
from tests.conftest import Database
from tests.documents.papers import together
from tests.make import Town, make_case, move
from tests.pages import Browser
from tests.referral.packaging import decided_case, forwarding, kept

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
_MADE = "SELECT details FROM event WHERE stream = $1 AND name = 'case.bundle_made'"


@pytest.fixture
def storage(settings: Settings) -> Storage:
    return Storage(settings.data / "files")


async def _fetched(browser: Browser, case: int, purpose: str = "hearing") -> httpx.Response:
    answer = await browser.client.post(
        f"/perkara/{case}/bundel", data={"purpose": purpose}, headers=FROM_HERE
    )
    assert answer.status_code == 200, answer.text
    return answer


async def _signed(database: Database, settings: Settings) -> None:
    """Let the worker put every event into the log and sign how far it goes."""
    await ENGINE.close()
    await ENGINE.open(database.dsn("worker"))
    try:
        async with writing(EVERYTHING) as c:
            await sequence(c, 100_000)
            await sign_head(c, settings.secret("log"), settings.log_name, clock.now())
    finally:
        await ENGINE.close()
        await ENGINE.open(database.dsn("app"))


def _checked(content: bytes, folder: Path, settings: Settings) -> Checked:
    path = folder / "bundle.zip"
    path.write_bytes(content)
    return check_bundle(path, verifier_of(settings.secret("log"), settings.log_name))


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def _packed(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in members.items():
            packed.writestr(f"perkara/{name}", content)
    return written.getvalue()


async def test_a_bundle_holds_every_paper_and_proves_every_event_under_the_signed_head(
    town: Town,
    visit: Visits,
    storage: Storage,
    settings: Settings,
    engine: Database,
    tmp_path: Path,
) -> None:
    case = await decided_case(town, storage=storage)
    await _signed(engine, settings)
    sari = await visit("sari")
    answer = await _fetched(sari, case)
    assert answer.headers["content-disposition"].startswith('attachment; filename="perkara-')
    found = _checked(answer.content, tmp_path, settings)
    assert found.problems == ()
    assert found.signed
    assert found.waiting == 0
    assert found.proved >= 7
    members = _members(answer.content)
    contents = msgspec.json.decode(members["data/daftar-isi.json"], type=Contents)
    assert [paper.kind for paper in contents.papers] == ["Kajian awal", "Kajian", "Berita acara"]
    assert all(members[f"data/{paper.path}"] for paper in contents.papers)
    assert "Rahasia" in together(members["data/daftar-isi.pdf"])
    assert "Rapatplenomemutuskan" in together(members["data/daftar-isi.pdf"])


async def test_it_is_on_record_who_took_it_along_and_for_what(
    town: Town, visit: Visits, storage: Storage, engine: Database
) -> None:
    case = await decided_case(town, storage=storage)
    rina = await visit("rina")
    content = (await _fetched(rina, case)).content
    async with reading(town.rina) as c:
        (row,) = await c.fetch(_MADE, case)
    told = row["details"]
    assert told["purpose"] == "hearing"
    tags = _members(content)["tagmanifest-sha256.txt"]
    assert told["bundle"] == hashlib.sha256(tags).hexdigest()
    assert "Bundel perkara dibuat dan diunduh." in (await rina.go(f"/perkara/{case}")).text


async def test_the_log_of_each_piece_of_evidence_knows_that_it_left_and_why(
    town: Town, visit: Visits, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await attach_paper(town.rina, case, await kept(storage, DocumentKind.EVIDENCE))
    rina = await visit("rina")
    await _fetched(rina, case)
    page = await rina.go(f"/perkara/{case}/bukti/1/penjagaan")
    assert "Disertakan dalam berkas perkara yang diekspor" in page.text
    assert "Sidang atau gugatan" in page.text


async def test_without_a_purpose_nothing_is_made_and_nothing_recorded(
    town: Town, visit: Visits, engine: Database
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/bundel")).form()
    refused = await rina.send(form)
    assert refused.status == 422
    assert "Pilih" in refused.text
    async with reading(town.rina) as c:
        assert not await c.fetch(_MADE, case)


async def test_who_receives_a_hand_over_takes_along_the_package_and_nothing_else(
    town: Town, visit: Visits, storage: Storage, settings: Settings, tmp_path: Path
) -> None:
    case = await decided_case(town, storage=storage)
    answers = await forwarding(town, case, "bkn", storage=storage)
    await move(town.rina, case, "forward", answers=answers)
    whole = _members((await _fetched(await visit("rina"), case)).content)
    fetched = (await _fetched(await visit("maya"), case)).content
    part = _members(fetched)
    assert _checked(fetched, tmp_path, settings).problems == ()
    inside, outside = _audit(whole), _audit(part)
    assert len(outside) < len(inside)
    assert all(event["canonical"] for event in inside)
    assert not any(event["canonical"] for event in outside)
    kinds = {paper.kind for paper in _contents(part).papers}
    assert "Berita acara" not in kinds
    assert kinds < {paper.kind for paper in _contents(whole).papers} | {"Daftar bukti"}


async def test_who_does_not_see_the_case_gets_no_bundle(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    lain = await visit("lain")
    assert (await lain.go(f"/perkara/{case}/bundel")).status == 404
    answer = await lain.client.post(
        f"/perkara/{case}/bundel", data={"purpose": "archive"}, headers=FROM_HERE
    )
    assert answer.status_code == 404


async def test_a_paper_that_the_disk_lacks_is_named_before_anything_is_sent(
    town: Town, visit: Visits, storage: Storage
) -> None:
    case = await decided_case(town, storage=storage)
    rina = await visit("rina")
    digest = _contents(_members((await _fetched(rina, case)).content)).papers[1].sha256
    original = Folder(storage.root).path(digest).read_bytes()
    Folder(storage.root).path(digest).unlink()
    try:
        answer = await rina.client.post(
            f"/perkara/{case}/bundel", data={"purpose": "archive"}, headers=FROM_HERE
        )
    finally:
        Folder(storage.root).path(digest).write_bytes(original)
    assert answer.status_code == 409
    assert "Bundel belum dapat dibuat" in answer.text
    async with reading(town.rina) as c:
        assert len(await c.fetch(_MADE, case)) == 1


async def test_a_paper_that_was_changed_on_the_disk_breaks_the_bundle_off(
    town: Town, visit: Visits, storage: Storage, tmp_path: Path, settings: Settings
) -> None:
    case = await decided_case(town, storage=storage)
    rina = await visit("rina")
    digest = _contents(_members((await _fetched(rina, case)).content)).papers[0].sha256
    original = Folder(storage.root).path(digest).read_bytes()
    Folder(storage.root).path(digest).write_bytes(original[:-1] + b"?")
    try:
        answer = await rina.client.post(
            f"/perkara/{case}/bundel", data={"purpose": "archive"}, headers=FROM_HERE
        )
        with pytest.raises(NotABundle):
            _checked(answer.content, tmp_path, settings)
    finally:
        Folder(storage.root).path(digest).write_bytes(original)


async def test_the_reporter_is_nowhere_in_it(town: Town, visit: Visits, storage: Storage) -> None:
    reporter = Identity(name="Zulfikar Pelapor Rahasia", telephone="081234509876")
    case = await decided_case(town, storage=storage, reporter=reporter)
    members = _members((await _fetched(await visit("sari"), case)).content)
    text = together(members["data/daftar-isi.pdf"]).encode()
    for content in (*members.values(), text):
        assert b"Zulfikar" not in content
        assert b"081234509876" not in content


@pytest.mark.parametrize("path", ["bagit.txt", "data/daftar-isi.json", "manifest-sha256.txt"])
async def test_a_changed_byte_is_named(
    town: Town, visit: Visits, settings: Settings, tmp_path: Path, path: str
) -> None:
    case = (await make_case(town)).id
    members = _members((await _fetched(await visit("rina"), case)).content)
    changed = members[path]
    members[path] = changed[:-2] + bytes([changed[-2] ^ 1]) + changed[-1:]
    found = _checked(_packed(members), tmp_path, settings)
    assert any(problem.startswith(path) for problem in found.problems) or (
        path == "manifest-sha256.txt" and found.problems
    )


async def test_a_file_put_in_or_left_out_is_named(
    town: Town, visit: Visits, settings: Settings, tmp_path: Path
) -> None:
    case = (await make_case(town)).id
    members = _members((await _fetched(await visit("rina"), case)).content)
    added = _checked(_packed({**members, "data/selipan.txt": b"x"}), tmp_path, settings)
    assert added.problems == ("data/selipan.txt: no manifest names it",)
    del members["data/daftar-isi.pdf"]
    left = _checked(_packed(members), tmp_path, settings)
    assert left.problems == ("data/daftar-isi.pdf: missing",)


async def test_an_event_that_was_rewritten_does_not_stand_in_the_log(
    town: Town, visit: Visits, settings: Settings, engine: Database, tmp_path: Path
) -> None:
    case = (await make_case(town)).id
    await _signed(engine, settings)
    members = _members((await _fetched(await visit("rina"), case)).content)
    proof = msgspec.json.decode(members["data/jejak-audit.json"])
    event = proof["events"][0]
    event["canonical"] = event["canonical"].replace("receive_report", "receive_repork")
    found = _checked(_bagged(members, proof), tmp_path, settings)
    assert found.problems == (f"event {event['event']}: its words are not those that were hashed",)
    event["hash"] = hashlib.sha256(event["canonical"].encode()).hexdigest()
    again = _checked(_bagged(members, proof), tmp_path, settings)
    assert again.problems == (f"event {event['event']}: it does not stand in the log of the head",)


async def test_the_command_says_whole_broken_or_no_bundle(
    town: Town, visit: Visits, settings: Settings, engine: Database, tmp_path: Path
) -> None:
    case = (await make_case(town)).id
    await _signed(engine, settings)
    content = (await _fetched(await visit("rina"), case)).content
    key = str(verifier_of(settings.secret("log"), settings.log_name))
    whole, broken, other = (tmp_path / name for name in ("a.zip", "b.zip", "c.zip"))
    whole.write_bytes(content)
    broken.write_bytes(_packed({**_members(content), "data/selipan.txt": b"x"}))
    other.write_bytes(b"%PDF-1.7")
    said = CliRunner().invoke(main, ["bundle", "verify", str(whole), "--key", key])
    assert (said.exit_code, said.output.split(":")[0]) == (0, "whole")
    said = CliRunner().invoke(main, ["bundle", "verify", str(broken)])
    assert said.exit_code == 1
    assert "data/selipan.txt: no manifest names it" in said.output
    assert "not compared with a key" in said.output
    assert CliRunner().invoke(main, ["bundle", "verify", str(other)]).exit_code == 2
    assert CliRunner().invoke(main, ["bundle", "verify", str(whole), "--key", "x"]).exit_code == 2


async def test_twenty_papers_more_take_no_query_more(
    town: Town, visit: Visits, storage: Storage, statements: Statements
) -> None:
    case = await decided_case(town, storage=storage)
    rina = await visit("rina")
    await _fetched(rina, case)
    statements.sent.clear()
    await _fetched(rina, case)
    before = len(statements.sent)
    others = [await kept(storage, DocumentKind.OTHER)] * 20
    for paper in others:
        await attach_paper(town.rina, case, paper)
    statements.sent.clear()
    content = (await _fetched(rina, case)).content
    assert len(statements.sent) == before
    assert len(_contents(_members(content)).papers) == 23


def _contents(members: dict[str, bytes]) -> Contents:
    return msgspec.json.decode(members["data/daftar-isi.json"], type=Contents)


def _audit(members: dict[str, bytes]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = msgspec.json.decode(members["data/jejak-audit.json"])["events"]
    return found


def _bagged(members: dict[str, bytes], proof: object) -> bytes:
    """The bag with another proof, its manifests made to fit: what a forger would send."""
    payload = {name: body for name, body in members.items() if name.startswith("data/")}
    payload["data/jejak-audit.json"] = msgspec.json.encode(proof)
    listed = (made(name, body) for name, body in payload.items())
    tags = {
        "bagit.txt": members["bagit.txt"],
        "bag-info.txt": members["bag-info.txt"],
        "manifest-sha256.txt": manifest(listed),
    }
    over = manifest(made(name, body) for name, body in tags.items())
    return _packed({**tags, "tagmanifest-sha256.txt": over, **payload})
