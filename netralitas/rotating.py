"""Rotation of the vault's key, composed: everything that is sealed, kind by kind."""

from typing import Final

from netralitas.accounts.second_factor.sealing import place as factor_place
from netralitas.cases.nip import place as nip_place
from netralitas.database.connection import Row
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.intake.drafts import draft_place
from netralitas.intake.envelope import (
    OfficeKeys,
    message_place,
    packed,
    report_place,
    seal_to,
    unpacked,
)
from netralitas.intake.sealing import receipt_place
from netralitas.intake.uploads import upload_place
from netralitas.partners.sealing import place as partner_place
from netralitas.service.door import place as complaint_place
from netralitas.settings import Settings, SettingsError
from netralitas.vault.cipher import Keys, Purpose
from netralitas.vault.commands import place as identity_place
from netralitas.vault.domain import Subject
from netralitas.vault.resealing import Kept, in_one, in_three, reseal_in, under_another
from netralitas.webhooks.sealing import place as webhook_place


def _report_again(row: Row, keys: Keys) -> tuple[object, ...]:
    """Return the key to which a report is sealed now, and its data key sealed to it."""
    office, place = OfficeKeys(keys=keys), report_place(row["digest"])
    data_key = office.open(row["key_id"], row["sealed_key"], place)
    return office.current_id, seal_to(office.public_key(), data_key, place)


def _message_again(row: Row, keys: Keys) -> tuple[object, ...]:
    """Return the office's half of a message, sealed to its present key."""
    office, place = OfficeKeys(keys=keys), message_place(row["digest"])
    text = office.open(*unpacked(row["for_office"]), place)
    return (packed(office.current_id, seal_to(office.public_key(), text, place)),)


def _complaint_again(row: Row, keys: Keys) -> tuple[object, ...]:
    """Return a complaint about the service, sealed to the present key of the office."""
    office, place = OfficeKeys(keys=keys), complaint_place(row["digest"])
    said = office.open(*unpacked(row["content"]), place)
    return (packed(office.current_id, seal_to(office.public_key(), said, place)),)


_RESEALED: Final = "UPDATE {table} SET key_id = $2, nonce = $3, ciphertext = $4 WHERE {key} = $1"
_NIP: Final = """
SELECT id, nip_digest, nip_cipher AS packed FROM {table}
WHERE nip_cipher IS NOT NULL AND {old} ORDER BY id LIMIT $2 FOR UPDATE
"""

_MESSAGES: Final = """
SELECT m.id, k.digest, m.for_office
FROM case_message m JOIN receipt_code k ON k.case_file = m.case_file
WHERE {old} ORDER BY m.id LIMIT $2 FOR UPDATE OF m
"""
_COMPLAINTS: Final = """
SELECT id, digest, content FROM service_complaint
WHERE {old} ORDER BY id LIMIT $2 FOR UPDATE
"""
_ABOUT_SERVICE: Final = """
SELECT m.id, s.digest, m.for_office
FROM service_message m JOIN service_complaint s ON s.id = m.complaint
WHERE {old} ORDER BY m.id LIMIT $2 FOR UPDATE OF m
"""


def _nip(table: str, name: str) -> Kept:
    """Return the NIPs that a table keeps."""
    return Kept(
        name=name,
        purpose=Purpose.NIP,
        old=_NIP.format(table=table, old=under_another("nip_cipher")),
        new=f"UPDATE {table} SET nip_cipher = $2 WHERE id = $1",  # noqa: S608 - constant text
        again=in_one(lambda row: nip_place(row["nip_digest"])),
    )


_WEBHOOKS: Final = """
SELECT id, {column} AS packed FROM webhook_receiver
WHERE {column} IS NOT NULL AND {old} ORDER BY id LIMIT $2 FOR UPDATE
"""


def _webhook(column: str, name: str) -> Kept:
    """Return the secrets of receivers that stand in a column."""
    return Kept(
        name=name,
        purpose=Purpose.WEBHOOK,
        old=_WEBHOOKS.format(column=column, old=under_another(column)),
        new=f"UPDATE webhook_receiver SET {column} = $2 WHERE id = $1",  # noqa: S608 - constant text
        again=in_one(lambda row: webhook_place(row["id"])),
    )


_PARTNERS: Final = """
SELECT id, token AS packed FROM partner
WHERE substring(token FROM 2 FOR get_byte(token, 0)) <> convert_to($1, 'UTF8')
ORDER BY id LIMIT $2 FOR UPDATE
"""


KINDS: Final = (
    Kept(
        name="identities",
        purpose=Purpose.IDENTITY,
        old="""SELECT id, case_file, subject, key_id, nonce, ciphertext FROM vault_entry
        WHERE key_id <> $1 AND erased_by IS NULL ORDER BY id LIMIT $2 FOR UPDATE""",
        new=_RESEALED.format(table="vault_entry", key="id"),
        again=in_three(lambda row: identity_place(row["case_file"], Subject(row["subject"]))),
    ),
    Kept(
        name="codes of receipts",
        purpose=Purpose.RECEIPT,
        old="""SELECT case_file, key_id, nonce, ciphertext FROM receipt_code
        WHERE key_id <> $1 AND ciphertext IS NOT NULL ORDER BY case_file LIMIT $2 FOR UPDATE""",
        new=_RESEALED.format(table="receipt_code", key="case_file"),
        again=in_three(lambda row: receipt_place(row["case_file"])),
    ),
    Kept(
        name="second factors",
        purpose=Purpose.SECOND_FACTOR,
        old="""SELECT officer, key_id, nonce, ciphertext FROM second_factor
        WHERE key_id <> $1 ORDER BY officer LIMIT $2 FOR UPDATE""",
        new=_RESEALED.format(table="second_factor", key="officer"),
        again=in_three(lambda row: factor_place(row["officer"])),
    ),
    Kept(
        name="drafts of the desk",
        purpose=Purpose.DRAFT,
        old="""SELECT token, key_id, nonce, ciphertext FROM desk_draft
        WHERE key_id <> $1 AND ciphertext IS NOT NULL ORDER BY token LIMIT $2 FOR UPDATE""",
        new=_RESEALED.format(table="desk_draft", key="token"),
        again=in_three(lambda row: draft_place(row["token"])),
    ),
    Kept(
        name="names of files on their way",
        purpose=Purpose.DRAFT,
        old=f"""SELECT token, name AS packed FROM upload
        WHERE {under_another("name")} ORDER BY token LIMIT $2 FOR UPDATE""",  # noqa: S608 - constant text
        new="UPDATE upload SET name = $2 WHERE token = $1",
        again=in_one(lambda row: upload_place(row["token"])),
    ),
    _webhook("secret", "secrets of webhooks"),
    _webhook("old_secret", "older secrets of webhooks"),
    Kept(
        name="tokens of partners",
        purpose=Purpose.PARTNER,
        old=_PARTNERS,
        new="UPDATE partner SET token = $2 WHERE id = $1",
        again=in_one(lambda row: partner_place(row["id"])),
    ),
    _nip("respondent", "NIPs of respondents"),
    _nip("staff", "NIPs of staff lists"),
    _nip("officer_nip", "NIPs of officers"),
    Kept(
        name="reports in the inbox",
        purpose=Purpose.INBOX,
        old="""SELECT id, digest, key_id, sealed_key FROM inbox.report
        WHERE key_id <> $1 AND octet_length(sealed_key) > 0
        ORDER BY id LIMIT $2 FOR UPDATE""",
        new="UPDATE inbox.report SET key_id = $2, sealed_key = $3 WHERE id = $1",
        again=_report_again,
    ),
    Kept(
        name="messages",
        purpose=Purpose.INBOX,
        old=_MESSAGES.format(old=under_another("m.for_office")),
        new="UPDATE case_message SET for_office = $2 WHERE id = $1",
        again=_message_again,
    ),
    Kept(
        name="complaints about the service",
        purpose=Purpose.INBOX,
        old=_COMPLAINTS.format(old=under_another("content")),
        new="UPDATE service_complaint SET content = $2 WHERE id = $1",
        again=_complaint_again,
    ),
    Kept(
        name="messages about the service",
        purpose=Purpose.INBOX,
        old=_ABOUT_SERVICE.format(old=under_another("m.for_office")),
        new="UPDATE service_message SET for_office = $2 WHERE id = $1",
        again=_message_again,
    ),
)
"""Everything that is sealed under the vault's key for longer than the worker takes to move it."""


async def rotate(settings: Settings) -> list[str]:
    """Return, kind by kind, how much was sealed again under the present key of the settings.

    Chunk by chunk, each in a transaction of its own: what was interrupted is simply run again.
    Raises SealError at the first row that does not open; its chunk stays as it was.
    """
    if not settings.worker_dsn:
        raise SettingsError("NETRALITAS_WORKER_DSN is not set.")
    await ENGINE.open(settings.worker_dsn, size=1, application="netralitas vault rotate")
    try:
        return [f"{kept.name}: {await reseal_all(kept, settings)}" for kept in KINDS]
    finally:
        await ENGINE.close()


async def reseal_all(kept: Kept, settings: Settings, most: int = 100) -> int:
    """Return how many rows of a kind were sealed again; afterwards none is under an older key."""
    keys = Keys.derive(kept.purpose, settings.vault_key_id, settings.vault_secrets())
    done = 0
    while True:
        async with writing(EVERYTHING) as connection:
            found = await reseal_in(connection, kept, keys, most)
        done += found
        if not found:
            return done
