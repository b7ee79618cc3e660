"""Packages of another installation come in: whole and once, or not at all and with the reason."""

import asyncio
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from netralitas.access.domain import Role
from netralitas.accounts import store
from netralitas.accounts.domain import Seat
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evidence.web.guard import Guard
from netralitas.referral.packages.manifests import digest_of
from tests.cases.conftest import Visits
from tests.make import days_ago
from tests.partners.exchanging import LARGEST, Exchange
from tests.partners.sending import (
    PHOTO,
    STUDY,
    TOKEN,
    Answer,
    Package,
    answer,
    manifest,
    paper,
    problem,
    standing,
)

pytestmark = pytest.mark.anyio
PARTNER = "SELECT state, reason, failures FROM partner"
HELD = "SELECT problem, encode(about, 'hex') AS about, sentence, state FROM partner_package"


async def test_a_package_becomes_a_case_of_the_office_once_and_whole(
    exchange: Exchange, visit: Visits
) -> None:
    package = exchange.sender.add(Package(said=manifest(2, 5)))
    await exchange.run()
    await exchange.run()
    [case] = await exchange.ask("SELECT * FROM case_file")
    assert (case["owner"], case["subject"]) == (
        exchange.town.offices["kirim"],
        "Camat pada kampanye",
    )
    rows = await exchange.ask("SELECT workflow, state, addressee FROM proceeding ORDER BY id")
    office = exchange.town.offices["bkpsdm"]
    assert [tuple(row) for row in rows] == [
        ("handling", "forwarded", None),
        ("referral", "forwarded", office),
        ("referral", "forwarded", office),
    ]
    people = await exchange.ask("SELECT name, nip_cipher FROM respondent ORDER BY ordinal")
    assert [tuple(row) for row in people] == [("Terlapor 2", None), ("Terlapor 5", None)]
    digests = await exchange.ask("SELECT kind, encode(file, 'hex') AS file FROM document")
    assert {(row["kind"], row["file"]) for row in digests} == {
        ("study", digest_of(STUDY)),
        ("evidence", digest_of(PHOTO)),
    }
    kept = await exchange.one("SELECT encode(digest, 'hex') FROM package")
    assert kept == package.digest
    links = await exchange.ask("SELECT remote, ordinal FROM partner_proceeding ORDER BY remote")
    assert [tuple(row) for row in links] == [(700, 2), (701, 5)]
    clocks = await exchange.ask("SELECT rule FROM clock")
    assert [row["rule"] for row in clocks] == ["asn.package_answer"] * 2
    dewa = await visit("dewa")
    page = await dewa.go(f"/perkara/{case['id']}")
    assert page.status == 200
    assert "Camat pada kampanye" in page.text
    assert "Perkara ini datang dari Bawaslu Kabupaten Pengirim" in page.text
    assert (await (await visit("lain")).go(f"/perkara/{case['id']}")).status == 404


async def test_a_changed_byte_lets_nothing_in_and_is_tried_again(exchange: Exchange) -> None:
    exchange.sender.add(Package())
    exchange.sender.add(Package(id=8, case=80, said=manifest(1, papers=())))
    wrong = digest_of(PHOTO)
    exchange.sender.papers[wrong] = PHOTO[:-1] + b"?"
    await exchange.run()
    [row, later] = await exchange.ask(f"{HELD} ORDER BY remote")
    assert (row["problem"], row["about"], row["state"]) == ("paper", wrong, "held")
    assert later["state"] == "entered"  # the next one does not wait for it
    assert await exchange.one("SELECT count(*) FROM case_file") == 1
    exchange.sender.papers[wrong] = PHOTO
    await exchange.run()
    assert await exchange.one("SELECT count(*) FROM case_file") == 1  # not before its time
    await exchange.due()
    await exchange.run()
    assert [tuple(row) for row in await exchange.ask(f"{HELD} WHERE state = 'held'")] == []


BIG = replace(paper("study", b"."), size=LARGEST + 1)


@pytest.mark.parametrize(
    ("package", "reason"),
    [
        (Package(said=manifest(form=99)), "manifest"),
        (Package(said=manifest(receiver="a\x00b")), "manifest"),
        (Package(said=manifest(papers=(BIG,))), "too_large"),
        (Package(said=manifest(papers=(paper("exam_minutes", STUDY),))), "manifest"),
        (Package(said=manifest(papers=(paper("study", b"MZ\x00\x01"),))), "paper_refused"),
        (Package(about={"regime": "lain"}), "content"),
        (Package(about={"region": "77.77"}), "content"),
        (Package(about={"subject": "a\x00b"}), "content"),
        (Package(about={"known_on": "2026-08-01"}), "content"),
        (Package(proceedings=[standing(700, 2, state="tidak_ada")]), "content"),
        (Package(proceedings=[standing(700, 9)]), "content"),
    ],
)
async def test_what_cannot_be_a_case_is_held_with_the_reason(
    exchange: Exchange, package: Package, reason: str
) -> None:
    exchange.sender.add(package, b"MZ\x00\x01", STUDY, PHOTO)
    await exchange.run()
    [row] = await exchange.ask(HELD)
    assert (row["state"], row["problem"]) == ("held", reason)
    assert await exchange.ask("SELECT id FROM case_file") == []
    assert await exchange.ask("SELECT id FROM file_alarm") == []


async def test_another_digest_than_that_of_the_manifest_lets_nothing_in(
    exchange: Exchange,
) -> None:
    package = exchange.sender.add(Package())
    package.text = package.text.replace("Camat", "Lurah")
    await exchange.run()
    [row] = await exchange.ask(HELD)
    assert row["problem"] == "manifest"


async def hang(_: asyncio.StreamWriter) -> None:
    """Never answer."""
    await asyncio.Event().wait()


async def cut(writer: asyncio.StreamWriter) -> None:
    """Promise more than comes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
    await writer.drain()


@pytest.mark.parametrize(
    ("said", "reason", "stopped"),
    [
        (problem("401 Unauthorized"), "denied", True),
        (problem("403 Forbidden", kind="scope"), "scopes", True),
        (answer(b"", "302 Found", "Location: https://lain.example/"), "redirect", False),
        (problem("503 Service Unavailable"), "busy", False),
        (answer(b"", "500 Internal Server Error"), "fault", False),
        (answer(b"bukan JSON"), "answer", False),
        (answer(b"[" * 100_000), "answer", False),
        (answer({"items": [{"id": -1}], "next": None}), "answer", False),
        (answer(b"HTTP", "999 ?"), "refused", False),
        (cut, "answer", False),
    ],
)
async def test_a_partner_that_does_not_answer_well_is_asked_later_or_no_more(
    exchange: Exchange, said: Answer, reason: str, *, stopped: bool
) -> None:
    exchange.sender.add(Package())
    exchange.sender.instead["/packages"] = [said]
    with capture_logs() as lines:
        await exchange.run()
    assert [line["problem"] for line in lines if line["event"] == "partner_failed"] == [reason]
    assert TOKEN not in repr(lines)
    [row] = await exchange.ask(
        "SELECT state, reason, failures, next_at > now() AS later FROM partner"
    )
    assert (row["state"], row["reason"]) == ("stopped" if stopped else "active", reason)
    assert (row["failures"], row["later"]) == (1, True)
    assert await exchange.ask("SELECT id FROM partner_package") == []
    if not stopped:
        await exchange.run()
        [row] = await exchange.ask(PARTNER)
        assert tuple(row) == ("active", None, 0)
        assert await exchange.one("SELECT count(*) FROM case_file") == 1


async def test_a_partner_that_hangs_is_let_go(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netralitas.partners.calling.SECONDS", 0.05)
    exchange.sender.instead["/packages"] = [hang]
    await exchange.run()
    assert await exchange.one("SELECT reason FROM partner") == "too_slow"


async def test_an_address_that_is_not_public_is_not_dialled(exchange: Exchange) -> None:
    await exchange.run(guard=Guard())
    assert await exchange.one("SELECT reason FROM partner") in {"not_public", "address"}
    assert exchange.sender.asked == []


async def test_what_breaks_before_the_end_of_the_transaction_leaves_nothing(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange.sender.add(Package())

    async def killed(*_: object) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr("netralitas.partners.inbox.entered", killed)
        await exchange.run()
    for table in ("case_file", "document", "partner_package", "partner_proceeding", "package"):
        assert await exchange.one(f"SELECT count(*) FROM {table}") == 0
    await exchange.run()
    assert await exchange.one("SELECT count(*) FROM case_file") == 1


async def test_nothing_comes_in_for_an_office_that_works_here_by_now(exchange: Exchange) -> None:
    sender = exchange.town.offices["kirim"]
    seat = Seat(organisation=sender, title="Petugas", roles=(Role.INVESTIGATOR,))
    async with writing(EVERYTHING) as c:
        officer = await store.add_officer(c, login="baru", name="Baru", password=None)
        assert officer is not None
        await store.add_desk(c, officer, seat, days_ago(1))
    exchange.sender.add(Package())
    await exchange.run()
    [row] = await exchange.ask(HELD)
    assert row["sentence"].startswith("Instansi ini mempunyai petugas")


async def test_another_office_sees_neither_partner_nor_package(exchange: Exchange) -> None:
    exchange.sender.add(Package())
    await exchange.run()
    for actor, seen in ((exchange.town.dewa, 1), (exchange.town.rina, 0)):
        async with reading(actor) as c:
            for table in ("partner", "partner_package", "partner_proceeding"):
                assert await c.fetchval(f"SELECT count(*) FROM {table}") == seen
