"""Rotation: everything that is sealed moves to the present key, so that the older one may go."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace

import asyncpg
import msgspec
import pytest
from click.testing import CliRunner

from netralitas import cli, rotating
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.cases.nip import NipSealer, open_nip
from netralitas.database.connection import Connection, Row
from netralitas.intake.drafts import draft_place
from netralitas.intake.envelope import (
    OfficeKeys,
    message_place,
    packed,
    report_place,
    seal_to,
    unpacked,
)
from netralitas.intake.sealing import ReceiptSealer
from netralitas.intake.uploads import upload_place
from netralitas.partners.sealing import PartnerSealer
from netralitas.service.door import place as complaint_place
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose, Sealed, SealError
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from netralitas.vault.resealing import reseal_in
from netralitas.webhooks.sealing import WebhookSealer
from tests.world import World

OLD, NEW = bytes(range(32)), bytes(range(1, 33))
NIP = "197405122010011001"
DIGEST = b"d" * 32
TOKEN = b"t" * 16
INDEX = b"i" * 32


def told(secret: bytes) -> str:
    return base64.b64encode(secret).decode()


def before(world: World) -> Settings:
    return Settings(
        demo=True, worker_dsn=world.database.dsn("worker"), secret_vault=told(OLD), vault_key_id="1"
    )


def between(world: World) -> Settings:
    """The settings with both keys."""
    return replace(
        before(world),
        secret_vault=told(NEW),
        vault_key_id="2",
        vault_old_keys=f"1:{told(OLD)}",
    )


def after(world: World) -> Settings:
    return replace(between(world), vault_old_keys="")


def keys(given: Settings, purpose: Purpose) -> Keys:
    return Keys.derive(purpose, given.vault_key_id, given.vault_secrets())


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind is opened again: from which row, with which keys, to what."""

    row: str
    opened: Callable[[Row, Settings], object]
    plain: object


def three(purpose: Purpose, place: Callable[[Row], bytes]) -> Callable[[Row, Settings], object]:
    def opened(row: Row, given: Settings) -> object:
        sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
        return keys(given, purpose).open(sealed, place(row)).rstrip()

    return opened


def office(row: Row, given: Settings, place: bytes) -> bytes:
    return OfficeKeys(keys=keys(given, Purpose.INBOX)).open(row["key_id"], row["sealed"], place)


def message(row: Row, given: Settings) -> bytes:
    name, sealed = unpacked(row["for_office"])
    return OfficeKeys(keys=keys(given, Purpose.INBOX)).open(name, sealed, message_place(DIGEST))


def complaint(row: Row, given: Settings) -> bytes:
    name, sealed = unpacked(row["content"])
    return OfficeKeys(keys=keys(given, Purpose.INBOX)).open(name, sealed, complaint_place(DIGEST))


def webhook(row: Row, given: Settings) -> bytes:
    return WebhookSealer(keys=keys(given, Purpose.WEBHOOK)).open(row["sealed"], row["id"])


def partner(row: Row, given: Settings) -> str:
    return PartnerSealer(keys=keys(given, Purpose.PARTNER)).open(row["sealed"], row["id"])


def nip(row: Row, given: Settings) -> str:
    return open_nip(row["nip_cipher"], row["nip_digest"], keys(given, Purpose.NIP))


KINDS = {
    "identities": Kind(
        "SELECT * FROM vault_entry",
        three(Purpose.IDENTITY, lambda row: f"vault {row['case_file']} reporter".encode()),
        msgspec.json.encode(Identity(name="Siti")),
    ),
    "codes of receipts": Kind(
        "SELECT * FROM receipt_code",
        three(Purpose.RECEIPT, lambda row: f"receipt {row['case_file']}".encode()),
        b"CODE",
    ),
    "second factors": Kind(
        "SELECT * FROM second_factor",
        three(Purpose.SECOND_FACTOR, lambda row: f"second factor {row['officer']}".encode()),
        b"SECRET",
    ),
    "drafts of the desk": Kind(
        "SELECT * FROM desk_draft", three(Purpose.DRAFT, lambda _: draft_place(TOKEN)), b"{}"
    ),
    "names of files on their way": Kind(
        "SELECT * FROM upload",
        lambda row, given: keys(given, Purpose.DRAFT).open(
            Sealed.unpack(row["name"]), upload_place(TOKEN)
        ),
        b"foto.jpg",
    ),
    "secrets of webhooks": Kind(
        "SELECT id, secret AS sealed FROM webhook_receiver", webhook, b"whs"
    ),
    "older secrets of webhooks": Kind(
        "SELECT id, old_secret AS sealed FROM webhook_receiver", webhook, b"old whs"
    ),
    "tokens of partners": Kind("SELECT id, token AS sealed FROM partner", partner, "ntr_token"),
    "NIPs of respondents": Kind("SELECT * FROM respondent", nip, NIP),
    "NIPs of staff lists": Kind("SELECT * FROM staff", nip, NIP),
    "NIPs of officers": Kind("SELECT * FROM officer_nip", nip, NIP),
    "reports in the inbox": Kind(
        "SELECT key_id, sealed_key AS sealed FROM inbox.report",
        lambda row, given: office(row, given, report_place(DIGEST)),
        b"data key",
    ),
    "messages": Kind("SELECT * FROM case_message", message, b"Halo"),
    "complaints about the service": Kind("SELECT * FROM service_complaint", complaint, b"Tutup"),
    "messages about the service": Kind("SELECT * FROM service_message", message, b"Halo"),
}


async def fill(c: Connection, world: World, given: Settings) -> None:
    """One sealed thing of each kind, under the key of these settings."""
    readers, case = [world.own], world.case_file
    await put_in(
        c,
        case_file=case,
        subject=Subject.REPORTER,
        identity=Identity(name="Siti"),
        readers=readers,
        keys=keys(given, Purpose.IDENTITY),
    )
    receipts = ReceiptSealer(keys=keys(given, Purpose.RECEIPT), secret=INDEX)
    code = receipts.seal("CODE", case)
    await c.execute(
        "INSERT INTO receipt_code (case_file, digest, key_id, nonce, ciphertext, readers)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        *(case, DIGEST, code.key_id, code.nonce, code.ciphertext, readers),
    )
    factor = FactorSealer(keys=keys(given, Purpose.SECOND_FACTOR)).seal("SECRET", world.officer)
    await c.execute(
        "INSERT INTO second_factor (officer, key_id, nonce, ciphertext, confirmed_at)"
        " VALUES ($1, $2, $3, $4, now())",
        *(world.officer, factor.key_id, factor.nonce, factor.ciphertext),
    )
    draft = keys(given, Purpose.DRAFT).seal(b"{}   ", draft_place(TOKEN))
    await c.execute(
        "INSERT INTO desk_draft (token, officer, organisation, kind, key_id, nonce, ciphertext,"
        " touched_at, readers) VALUES ($1, $2, $3, 'report', $4, $5, $6, now(), $7)",
        *(TOKEN, world.officer, world.own, draft.key_id, draft.nonce, draft.ciphertext, readers),
    )
    name = keys(given, Purpose.DRAFT).seal(b"foto.jpg", upload_place(TOKEN))
    await c.execute(
        "INSERT INTO upload (draft, token, name, size, touched_at, readers)"
        " VALUES ($1, $1, $2, 1, now(), $3)",
        *(TOKEN, name.pack(), readers),
    )
    number = NipSealer(keys=keys(given, Purpose.NIP), secret=INDEX).seal(NIP)
    await c.execute(
        "INSERT INTO respondent (case_file, ordinal, employment, position_class, nip_cipher,"
        " nip_digest, readers) VALUES ($1, 1, 'pns', 'staff', $2, $3, $4)",
        *(case, number.cipher, number.digest, readers),
    )
    await c.execute(
        "INSERT INTO staff (batch, name, employment, position_class, nip_cipher, nip_digest,"
        " readers) VALUES (1, 'n', 'pns', 'staff', $1, $2, $3)",
        *(number.cipher, number.digest, readers),
    )
    await c.execute(
        "INSERT INTO officer_nip (officer, nip_cipher, nip_digest, nip_last)"
        " VALUES ($1, $2, $3, '1001')",
        *(world.officer, number.cipher, number.digest),
    )
    inbox = OfficeKeys(keys=keys(given, Purpose.INBOX))
    for_office = seal_to(inbox.public_key(), b"Halo", message_place(DIGEST))
    await c.execute(
        "INSERT INTO case_message (case_file, for_office, for_reporter, written_at, readers)"
        " VALUES ($1, $2, '', now(), $3)",
        *(case, packed(inbox.current_id, for_office), readers),
    )
    said = seal_to(inbox.public_key(), b"Tutup", complaint_place(DIGEST))
    await c.execute(
        "INSERT INTO service_complaint (id, organisation, number, digest, mailbox, content, proved,"
        " state, sent_at, kept_out, readers)"
        " VALUES ($1, $2, 'PL-1', $3, $3, $4, true, 'received', now(), '{}', $5)",
        *(case, world.own, DIGEST, packed(inbox.current_id, said), readers),
    )
    await c.execute(
        "INSERT INTO service_message (complaint, for_office, for_sender, written_at, kept_out,"
        " readers) VALUES ($1, $2, '', now(), '{}', $3)",
        *(case, packed(inbox.current_id, for_office), readers),
    )
    await c.execute("INSERT INTO inbox.draft (digest, content) VALUES ($1, '')", DIGEST)
    data_key = seal_to(inbox.public_key(), b"data key", report_place(DIGEST))
    await c.execute(
        "INSERT INTO inbox.report (digest, number, office, readers, confidentiality, regime,"
        " proved, key_id, sealed_key, mailbox)"
        " VALUES ($1, 'LW-1', $2, $3, 'anonymous', 'pemilihan', true, $4, $5, $1)",
        *(DIGEST, world.own, readers, inbox.current_id, data_key),
    )


async def _receive(c: Connection, world: World, given: Settings) -> None:
    """A receiver of webhooks with a secret and an older one."""
    sealer = WebhookSealer(keys=keys(given, Purpose.WEBHOOK))
    await c.execute(
        "INSERT INTO webhook_receiver (id, organisation, name, url, topics, state, secret,"
        " old_secret, old_until, position, failures, next_at, fence, made_by, made_at, readers)"
        " VALUES (1, $1, '', '', '{}', 'active', $2, $3, now(), 0, 0, now(), 0, $4, now(), $5)",
        *(world.own, sealer.seal(b"whs", 1), sealer.seal(b"old whs", 1), world.officer),
        [world.own],
    )


async def _exchange(c: Connection, world: World, given: Settings) -> None:
    """A partner whose token is sealed."""
    await c.execute(
        "INSERT INTO partner (id, organisation, name, address, sender, desk, state, token,"
        " position, failures, next_at, fence, made_by, made_at, readers)"
        " VALUES (1, $1, '', '', $1, 1, 'active', $2, 0, 0, now(), 0, $3, now(), $4)",
        *(world.own, PartnerSealer(keys=keys(given, Purpose.PARTNER)).seal("ntr_token", 1)),
        *(world.officer, [world.own]),
    )


@pytest.fixture
async def sealed_world(world: World) -> World:
    """A world in which one thing of each kind is sealed under the first key."""
    root = await asyncpg.connect(world.database.dsn("postgres"))
    try:
        await root.execute("SET session_replication_role = replica")  # rows without what they need
        await fill(root, world, before(world))
        await _receive(root, world, before(world))
        await _exchange(root, world, before(world))
    finally:
        await root.close()
    return world


async def opened(world: World, name: str, given: Settings) -> object:
    """What a thing of this kind is, by the keys of these settings."""
    kind = KINDS[name]
    root = await asyncpg.connect(world.database.dsn("postgres"))
    try:
        return kind.opened(await root.fetchrow(kind.row), given)
    finally:
        await root.close()


def test_each_kind_is_tried_here() -> None:
    assert {kept.name for kept in rotating.KINDS} == set(KINDS)


async def test_after_rotation_everything_opens_without_the_older_key(sealed_world: World) -> None:
    for name, kind in KINDS.items():
        assert await opened(sealed_world, name, before(sealed_world)) == kind.plain, name
        with pytest.raises(SealError):
            await opened(sealed_world, name, after(sealed_world))
    counts = await rotating.rotate(between(sealed_world))
    assert counts == [f"{kept.name}: 1" for kept in rotating.KINDS]
    for name, kind in KINDS.items():
        assert await opened(sealed_world, name, after(sealed_world)) == kind.plain, name


async def test_rotating_again_finds_nothing_to_do(sealed_world: World) -> None:
    await rotating.rotate(between(sealed_world))
    again = await rotating.rotate(after(sealed_world))
    assert again == [f"{kept.name}: 0" for kept in rotating.KINDS]


async def test_it_goes_on_chunk_by_chunk(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        for _ in range(5):
            await put_in(
                c,
                case_file=world.case_file,
                subject=Subject.WITNESS,
                identity=Identity(name="Siti"),
                readers=(world.own,),
                keys=keys(before(world), Purpose.IDENTITY),
            )
    kept = rotating.KINDS[0]
    present = keys(between(world), Purpose.IDENTITY)
    async with world.acting(role="worker") as c:
        assert [await reseal_in(c, kept, present, most=2) for _ in range(4)] == [2, 2, 1, 0]


async def test_a_row_that_does_not_open_is_named_and_stays(sealed_world: World) -> None:
    root = await asyncpg.connect(sealed_world.database.dsn("postgres"))
    await root.execute("SET session_replication_role = replica")
    await root.execute("UPDATE vault_entry SET ciphertext = 'x'")
    entry = await root.fetchval("SELECT id FROM vault_entry")
    await root.close()
    with pytest.raises(SealError, match=f"identities, row {entry}: "):
        await rotating.rotate(between(sealed_world))
    with pytest.raises(SealError, match="which the settings lack"):
        await opened(sealed_world, "identities", after(sealed_world))


def test_the_command_is_there() -> None:
    answer = CliRunner().invoke(cli.main, ["vault", "rotate", "--help"])
    assert answer.exit_code == 0
    assert "Seal everything again under the present key" in answer.output
