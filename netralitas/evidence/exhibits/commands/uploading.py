"""Files on their way to become evidence: announced, arriving, whole, and then entered."""

import hashlib
import hmac
import re
import secrets
from collections.abc import AsyncIterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.commands import attach_evidence_in
from netralitas.cases.queries import CaseView
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.domain import FileRefused, Scan, Stored
from netralitas.evidence.exhibits import store
from netralitas.evidence.exhibits.commands.describing import hold_day, hold_may_add
from netralitas.evidence.exhibits.domain import Facts, nature_of
from netralitas.evidence.exhibits.queries.waiting import Waiting, waiting_file, waiting_of
from netralitas.evidence.media import hold_extension
from netralitas.evidence.pieces import Pieces
from netralitas.refusals import RuleBroken

MOST: Final = 50
"""Files of one officer on their way to one case."""

_EXTENSION: Final = re.compile(r"[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A file that is about to arrive: its name as the browser tells it, and its size in bytes."""

    name: str
    size: int


def extension_of(name: str) -> str:
    """Return the end of a file's name after the last dot, in small letters; "" for none."""
    last = name.rpartition(".")[2].lower() if "." in name else ""
    return last if _EXTENSION.fullmatch(last) else ""


async def announce_in(
    connection: Connection, view: CaseView, file: Announced, *, secret: bytes, limit: int
) -> Waiting:
    """Return the file that is about to arrive, begun if it must be.

    A file of the same name and size of this officer that is still arriving goes on; only a keyed
    digest of its name is kept. Raises RuleBroken (empty, too large, too many), NotAllowed.
    """
    hold_may_add(view)
    if file.size <= 0:
        raise RuleBroken(f"Berkas “{file.name}” kosong. Pilih berkas yang berisi.")
    if file.size > limit:
        raise RuleBroken(
            f"Berkas “{file.name}” terlalu besar. Batasnya {limit // 2**20} MB untuk tiap berkas."
        )
    known = await waiting_of(connection, view.dossier.id, view.actor.officer)
    mark = hmac.digest(secret, f"{file.size}/{file.name}".encode(), hashlib.sha256)
    for each in known:
        if each.mark == mark and not each.whole:
            return each
    if len(known) >= MOST:
        raise RuleBroken(f"Paling banyak {MOST} berkas sekaligus. Simpan dulu yang sudah ada.")
    token = secrets.token_bytes(16)
    await store.announce(
        connection,
        token=token,
        case=view.dossier.id,
        officer=view.actor.officer,
        mark=mark,
        extension=extension_of(file.name),
        size=file.size,
        at=clock.now(),
        readers=[view.actor.organisation],
    )
    return await waiting_file(connection, view.dossier.id, view.actor.officer, token.hex())


async def receive(
    actor: Actor,
    file: Waiting,
    offset: int,
    content: AsyncIterable[bytes],
    pieces: Pieces,
) -> Waiting:
    """Return how a file stands after what came was added at `offset`, and kept when it is whole.

    Nothing is asked of the database while bytes arrive; a line that breaks leaves what came. Raises
    FileRefused (then it is none of the case's any more) and NotKept.
    """
    if file.whole:
        return file
    stored = None
    try:
        received = await pieces.extend(file.token, offset, content, file.size)
        if received == file.size:
            stored = await pieces.adopt(
                file.token, file.size, check=lambda kind: hold_extension(file.extension, kind)
            )
    except FileRefused:
        await discard(actor, (file.token,), pieces)
        raise
    if stored is None:  # the disk knows how much is there
        return msgspec.structs.replace(file, received=received)
    async with writing(actor) as connection:
        await _note(connection, bytes.fromhex(file.token), received, stored)
        return await waiting_file(connection, file.case, actor.officer, file.token)


async def discard(actor: Actor, tokens: Sequence[str], pieces: Pieces) -> None:
    """Hold that these files are on their way no more, and nothing of them is left there."""
    async with writing(actor) as connection:
        await store.remove(connection, [bytes.fromhex(token) for token in tokens])
    for token in tokens:
        await pieces.discard(token)


async def note_whole_in(connection: Connection, view: CaseView, came: Sequence[Stored]) -> None:
    """Hold that files which came with a form wait as the others do: an error loses none.

    Raises NotAllowed.
    """
    hold_may_add(view)
    for stored in came:  # as many as a form may have
        token = secrets.token_bytes(16)
        await store.announce(
            connection,
            token=token,
            case=view.dossier.id,
            officer=view.actor.officer,
            mark=b"",
            extension="",
            size=stored.size,
            at=clock.now(),
            readers=[view.actor.organisation],
        )
        await _note(connection, token, stored.size, stored)


async def enter_in(
    connection: Connection, view: CaseView, title: str, facts: Facts
) -> tuple[int, ...]:
    """Return the ordinals of the evidence that all whole files of the officer became.

    One event; of several files each gets a number behind the title, and its nature from its
    content. Raises RuleBroken (none, or one still arriving; a day that has not come), NotAllowed.
    """
    hold_may_add(view)
    hold_day(view, facts)
    waiting = await waiting_of(connection, view.dossier.id, view.actor.officer)
    if any(not each.whole for each in waiting):
        raise RuleBroken(
            "Ada berkas yang belum selesai diunggah. Pilih berkas itu sekali lagi agar dilanjutkan,"
            " atau hapus dari daftar."
        )
    stored = [each.stored for each in waiting if each.stored]
    if not stored:
        raise RuleBroken("Pilih sekurang-kurangnya satu berkas.")
    total = len(stored)
    kept = [
        (title if total == 1 else f"{title} ({number} dari {total})", one)
        for number, one in enumerate(stored, start=1)
    ]
    event = await attach_evidence_in(connection, view.actor, view.dossier.id, kept)
    entered = await store.entered_by(connection, event)
    for exhibit, _, kind in entered:  # at most MOST
        nature = nature_of(kind)
        await store.describe(
            connection,
            exhibit,
            Facts(
                nature=nature,
                origin=facts.origin,
                obtained_on=facts.obtained_on,
                description=facts.description,
            ),
        )
    await store.remove(connection, [bytes.fromhex(each.token) for each in waiting])
    return tuple(ordinal for _, ordinal, _ in entered)


async def sweep_in(connection: Connection, before: datetime) -> None:
    """Hold that no file is on its way to which nothing came since `before`."""
    await store.sweep(connection, before)


async def _note(connection: Connection, token: bytes, received: int, stored: Stored | None) -> None:
    scanned = stored is not None and stored.scan is not Scan.NOT_YET
    await store.note_arrived(
        connection,
        token,
        received=received,
        digest=bytes.fromhex(stored.digest) if stored else None,
        media_type=stored.media_type if stored else None,
        scan=stored.scan.value if stored and scanned else None,
        at=clock.now(),
    )
