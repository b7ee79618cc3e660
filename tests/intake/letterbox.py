"""Reports as the public site leaves them in the inbox, written as its role; the worker's rounds."""

import io
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import asyncpg
from PIL import Image

from netralitas import clock
from netralitas.app import keys
from netralitas.audit.domain import Precision
from netralitas.database.connection import Connection
from netralitas.database.context import local_settings
from netralitas.database.engine import ENGINE, _prepare
from netralitas.database.transactions import EVERYTHING, Context, writing
from netralitas.intake import codes
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Answers, Reporter, Told, Witness, new_number, write_answers
from netralitas.intake.envelope import (
    CodeKeys,
    OfficeKeys,
    content_place,
    label_place,
    message_place,
    new_data_key,
    piece_place,
    report_place,
    seal,
    seal_to,
)
from netralitas.law.domain import Regime
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.vault.cipher import Purpose
from tests.conftest import Database
from tests.make import REGION, days_ago

SETTINGS = Settings(demo=True, secret_vault=DEMO_SECRET, secret_receipt=DEMO_SECRET)
OFFICE = OfficeKeys(keys=keys(SETTINGS, Purpose.INBOX))
PIECE = 1000
REPORTER = Reporter(
    name="Nama Pelapor Rahasia", address="Jalan Rahasia 7", telephone="0812", voter=True
)
WITNESS = Witness(name="Nama Saksi Rahasia", contact="0813 0000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A report in the inbox, and what its sender has of it."""

    id: int
    code: str
    digest: bytes
    number: str


def answers(**changes: Any) -> Answers:  # noqa: ANN401 - fields by name
    """What somebody answered who knows a good deal."""
    given: dict[str, Any] = {
        "story": "Lurah memasang spanduk pasangan calon di kantor kelurahan.",
        "respondent": Told(name="Wira Kusuma", position="Lurah", unit="Kelurahan Contoh"),
        "regime": Regime.PEMILIHAN,
        "act_on": days_ago(4),
        "act_precision": Precision.DAY,
        "known_on": days_ago(3),
        "region": REGION,
        "place": "Kantor kelurahan",
        "links": ("https://contoh.example/unggahan/1",),
        "witnesses": (WITNESS,),
        "reporter": REPORTER,
    }
    return Answers(**(given | changes))


def photo(*, size: tuple[int, int] = (64, 48), gps: bool = True) -> bytes:
    """A JPEG as a telephone makes it: with where it was taken."""
    exif = Image.Exif()
    if gps:
        exif[0x010F] = "Telepon Rahasia"
        exif.get_ifd(0x8825)[1] = "S"
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, format="JPEG", exif=exif)
    return written.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterbox:
    """Where the public writes: a database, and the offices that it writes to, by code."""

    database: Database
    offices: Mapping[str, int]

    @asynccontextmanager
    async def writing(self, digest: bytes) -> AsyncIterator[Connection]:
        """A transaction of the public site in which a code sees its own rows."""
        connection = await asyncpg.connect(self.database.dsn("public"))
        try:
            async with connection.transaction():
                await connection.execute(local_settings(Context(receipt=digest)))
                yield connection
        finally:
            await connection.close()

    async def send(
        self,
        given: Answers | None = None,
        level: Confidentiality = Confidentiality.NAMED,
        *,
        office: str = "kab",
        files: tuple[bytes, ...] = (),
        told: bytes | None = None,
        proved: bool = True,
        sent_at: datetime | None = None,
        keys_of: OfficeKeys = OFFICE,
    ) -> Sent:
        """Send a report with these files; `told` is another digest than the first file has."""
        code = codes.make(secrets.token_bytes(12))
        digest, data_key = codes.digest(code, SETTINGS.secret("receipt")), new_data_key()
        content = write_answers(given or answers(level=level))
        number, readers = new_number(), await self._readers(office)
        async with self.writing(digest) as c:
            await c.execute(
                "INSERT INTO inbox.draft (digest, content) VALUES ($1, $2)",
                *(digest, seal(data_key, content, content_place(digest))),
            )
            for ordinal, file in enumerate(files, start=1):
                plain = told if told and ordinal == 1 else sha256(file).digest()
                await _put_file(c, digest, data_key, ordinal, file, plain)
            await c.execute(
                "INSERT INTO inbox.report (digest, number, office, readers, confidentiality,"
                " proved, key_id, sealed_key, mailbox, sent_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                *(digest, number, self.offices[office], readers, level.value, proved),
                keys_of.current_id,
                seal_to(keys_of.public_key(), data_key, report_place(digest)),
                CodeKeys.of(code).mailbox_public,
                sent_at or clock.now(),
            )
            found = await c.fetchval("SELECT id FROM inbox.report WHERE digest = $1", digest)
        return Sent(id=found, code=code, digest=digest, number=number)

    async def write(self, sent: Sent, text: str) -> None:
        """Write to the office with the code of a report."""
        place = message_place(sent.digest)
        mailbox = CodeKeys.of(sent.code).mailbox_public
        async with self.writing(sent.digest) as c:
            await c.execute(
                "INSERT INTO inbox.message (digest, key_id, for_office, for_reporter)"
                " VALUES ($1, $2, $3, $4)",
                *(sent.digest, OFFICE.current_id),
                seal_to(OFFICE.public_key(), text.encode(), place),
                seal_to(mailbox, text.encode(), place),
            )

    async def told(self, sent: Sent) -> dict[str, Any] | None:
        """What the public site shows to the code, None for nothing."""
        connection = await asyncpg.connect(self.database.dsn("public"))
        await _prepare(connection)
        try:
            content: dict[str, Any] | None = await connection.fetchval(
                "SELECT content FROM published.status WHERE digest = $1", sent.digest
            )
        finally:
            await connection.close()
        return content

    async def thread(self, sent: Sent) -> list[tuple[bool, str]]:
        """The messages that the code opens: from the office or not, and the text."""
        connection = await asyncpg.connect(self.database.dsn("public"))
        try:
            rows = await connection.fetch(
                "SELECT from_office, sealed FROM published.message WHERE digest = $1"
                " ORDER BY ordinal",
                sent.digest,
            )
        finally:
            await connection.close()
        mine, place = CodeKeys.of(sent.code), message_place(sent.digest)
        return [(row[0], mine.open_mail(row[1], place).decode()) for row in rows]

    async def work(self, *rounds: Callable[[Connection], Awaitable[object]]) -> None:
        """Let the worker do these rounds, as its own role."""
        await ENGINE.close()
        await ENGINE.open(self.database.dsn("worker"))
        try:
            for done in rounds:
                async with writing(EVERYTHING) as c:
                    await done(c)
        finally:
            await ENGINE.close()
            await ENGINE.open(self.database.dsn("app"))

    async def rows(self, query: str, *values: object) -> list[Any]:
        """What stands in the database, as the superuser sees it."""
        connection = await asyncpg.connect(self.database.dsn("postgres"))
        try:
            found: list[Any] = await connection.fetch(query, *values)
        finally:
            await connection.close()
        return found

    async def _readers(self, office: str) -> list[int]:
        above = [self.offices["prov"]] if office == "kab" else []
        return [self.offices[office], *above]


async def _put_file(
    c: Connection, digest: bytes, data_key: bytes, ordinal: int, file: bytes, told: bytes
) -> None:
    await c.execute(
        "INSERT INTO inbox.file (digest, ordinal, label, size, sha256, media_type)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        *(digest, ordinal, seal(data_key, b"foto-rumah.jpg", label_place(digest, ordinal))),
        *(len(file), told, "image/jpeg" if file.startswith(b"\xff\xd8") else "application/pdf"),
    )
    for place, at in enumerate(range(0, len(file), PIECE)):
        sealed = seal(data_key, file[at : at + PIECE], piece_place(digest, ordinal, place))
        await c.execute(
            "INSERT INTO inbox.piece (digest, ordinal, place, sealed) VALUES ($1, $2, $3, $4)",
            *(digest, ordinal, place, sealed),
        )
