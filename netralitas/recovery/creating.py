"""Making a backup: the database as of one moment, then the files that it knows, then the proof."""

import asyncio
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
import pyrage

from netralitas import clock
from netralitas.audit.heads import verifier_of
from netralitas.evidence.storage import Storage
from netralitas.recovery import counting, manifest, objects
from netralitas.recovery.checking import parts_of
from netralitas.recovery.identities import recipients_of
from netralitas.recovery.manifest import Facts, Listed, Manifest, Object
from netralitas.recovery.objects import Kept, Tagging
from netralitas.recovery.place import Place, sync
from netralitas.recovery.programs import program, reading_from
from netralitas.recovery.refusals import Damaged
from netralitas.recovery.sealing import Part, seal
from netralitas.settings import Settings, SettingsError

FORMAT: Final = 1
_DUMP: Final = ("--format=custom", "--exclude-schema=pg_catalog", "--lock-wait-timeout=60000")


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A backup that was made: its manifest, and what was sealed of the files just now."""

    manifest: Manifest
    kept: Kept


class _Dumped(msgspec.Struct, frozen=True, kw_only=True):
    facts: Facts
    files: tuple[str, ...]
    part: Part
    by: int


async def create(settings: Settings, to: Path) -> Made:
    """Return the backup that is in the place `to` now, read again after it was written.

    The files come after the database, so that every file which it knows is there. Raises
    BackupRefused, SettingsError, StorageAway, Damaged (the disk gave other bytes than it got) or
    OSError of a full disk; then there is no backup, and sealed files may lie there for the next.
    """
    recipients = recipients_of(settings)
    if not settings.auditor_dsn:
        raise SettingsError("NETRALITAS_AUDITOR_DSN is not set.")
    seed, place = settings.secret("log"), Place(to)
    ours = [verifier_of(each, settings.log_name) for each in settings.log_secrets()]
    began = clock.now()
    with place.held(ours), place.draft(began) as folder:
        dumped = await _dumped(settings.auditor_dsn, folder / manifest.DATABASE, recipients)
        storage = Storage.of(settings)
        await storage.hold_there()
        tagging = Tagging(settings.secret("index"))
        known = _known(place)
        kept = await asyncio.to_thread(
            objects.keep, place, dumped.files, storage.backing, tagging, known, recipients
        )
        written = Manifest(
            format=FORMAT,
            name=folder.name.removeprefix(".").removesuffix(".part"),
            made_at=began.isoformat(timespec="seconds"),
            program=version("netralitas"),
            key=str(ours[-1]),
            facts=dumped.facts,
            dumped_by=dumped.by,
            database=dumped.part,
            files=_list(folder / manifest.OBJECTS, kept.listed),
            missing=len(kept.missing),
        )
        manifest.write(folder, written, seed, settings.log_name)
        damage = parts_of(folder, written)
        if damage:
            raise Damaged(damage)
    return Made(manifest=written, kept=kept)


async def _dumped(dsn: str, to: Path, recipients: list[pyrage.x25519.Recipient]) -> _Dumped:
    """Return what the database held at the moment of which the sealed dump at `to` is."""
    async with counting.moment(dsn) as c:
        snapshot: str = await c.fetchval("SELECT pg_export_snapshot()")
        facts = await counting.facts(c)
        files = await counting.files(c)
        path, major = program("pg_dump", facts.server)

        def sealed(source: BinaryIO) -> Part:
            with to.open("wb") as target:
                return seal(source, target, recipients)

        command = (path, *_DUMP, f"--snapshot={snapshot}")
        part = await asyncio.to_thread(lambda: reading_from(command, dsn, sealed))
    sync(to)
    return _Dumped(facts=facts, files=tuple(files), part=part, by=major)


def _known(place: Place) -> dict[str, Object]:
    """Return the sealed files of the newest backup whose list can be read, by tag."""
    for name in reversed(place.names()):
        try:
            return {each.tag: each for each in manifest.proved_objects(place.root / name)}
        except Damaged:
            continue
    return {}


def _list(to: Path, listed: tuple[Object, ...]) -> Listed:
    """Write the list of kept files, and return what the manifest says of it."""
    text = msgspec.json.Encoder().encode_lines(listed)
    to.write_bytes(text)
    size = sum(each.size for each in listed)
    return Listed(sha256=manifest.sha256_of(text), files=len(listed), size=size)
