"""A restore: into an empty database, proved before it is called one."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec
import pyrage

from netralitas.audit import heads, report
from netralitas.audit.heads import BadHead, LogHead, Verifier, verifier_of
from netralitas.audit.renaming import rename
from netralitas.bringing_up import bring_up
from netralitas.database import migrate
from netralitas.database.engine import ENGINE
from netralitas.evidence.storage import Storage
from netralitas.recovery import counting, objects, target
from netralitas.recovery.checking import Checked, check
from netralitas.recovery.manifest import Manifest
from netralitas.recovery.phases import Clock
from netralitas.recovery.place import Place
from netralitas.recovery.refusals import BackupRefused, Damaged
from netralitas.recovery.settling import Settled, settle
from netralitas.settings import Settings, SettingsError
from netralitas.workflows import declared_states

_REASON: Final = "dipulihkan dari cadangan {name}"
_DAMAGE: Final = 20  # findings that are listed


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """How to restore: the keys that open the backup, and what is known of the time since.

    `outside` are signed heads that left the house, `since` the file of what was erased. With
    `same_log` nothing was published after the backup, and the log keeps its name; with `other` the
    backup may be that of another installation, whose log cannot be verified here.
    """

    keys: Sequence[pyrage.x25519.Identity]
    outside: Sequence[str] = ()
    same_log: bool = False
    other: bool = False


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """A restore that was proved: what is there again, what was ended, and how long it took.

    `lost` is how many leaves of the log are known to have been published and are not there;
    `origin` the name of the log from now on, empty where it keeps the one it had; `seconds` of each
    part of the work.
    """

    manifest: Manifest
    files: int
    missing: tuple[str, ...]
    settled: Settled
    lost: int
    origin: str
    migrated: bool
    verified: str
    seconds: dict[str, float]


async def restore(
    folder: Path, settings: Settings, wish: Wish, say: Callable[[str], object]
) -> Restored:
    """Return what was restored from `folder` into the database and the storage of the settings.

    Nothing is touched before every byte was checked and the target found empty. Raises Damaged with
    what is wrong, of the backup or of what was restored; BackupRefused, SettingsError, BadHead.
    """
    clock = Clock(say)
    ours = verifiers_of(settings)
    if not (settings.owner_dsn and settings.auditor_dsn):
        raise SettingsError("NETRALITAS_OWNER_DSN and NETRALITAS_AUDITOR_DSN must be set.")
    clock.begin("read", "Reading every byte of the backup")
    checked = await asyncio.to_thread(check, folder, None if wish.other else ours)
    manifest = _whole(checked)
    migrate.hold_known(manifest.facts.migrations)
    ahead = _ahead(wish, ours, manifest)
    major = await target.hold_ready(settings.owner_dsn, manifest)
    clock.begin("database", "Restoring the database")
    await _fill(settings.owner_dsn, folder, manifest, wish, major)
    async with counting.moment(settings.auditor_dsn) as c:
        wrong = counting.differences(manifest.facts.tables, (await counting.facts(c)).tables)
        digests = await counting.files(c)
    _hold_none(wrong)
    clock.begin("files", "Putting files back")
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    place, storage = Place(folder.parent), Storage.of(settings)
    files, missing = await objects.put_back(place, checked.objects, storage, wish.keys, digests)
    if len(missing) > manifest.missing:
        _hold_none([f"file {digest} is not in the backup" for digest in missing])
    clock.begin("settle", "Ending sessions, holding messages")
    migrated = bool(await migrate.check(settings.owner_dsn, declared_states()))
    if migrated:
        await bring_up(settings.owner_dsn, say)
    settled, origin = await _settled(settings, manifest, wish, ahead)
    clock.begin("verify", "Verifying the record")
    verified = await _verified(settings, manifest, wish)
    return Restored(
        manifest=manifest,
        files=files,
        missing=tuple(missing),
        settled=settled,
        lost=max((heads.stated(note).size - manifest.facts.leaves for note in ahead), default=0),
        origin=origin,
        migrated=migrated,
        verified=verified,
        seconds=clock.end(),
    )


def _whole(checked: Checked) -> Manifest:
    if checked.manifest is None or checked.damage:
        raise Damaged(checked.damage)
    return checked.manifest


def _hold_none(wrong: Sequence[str]) -> None:
    if wrong:
        raise Damaged(wrong[:_DAMAGE])


def verifiers_of(settings: Settings) -> list[Verifier]:
    """Return the public keys that the log of these settings has had, the present one last."""
    return [verifier_of(secret, settings.log_name) for secret in settings.log_secrets()]


def _ahead(wish: Wish, ours: Sequence[Verifier], manifest: Manifest) -> list[str]:
    """Return the heads that left the house after the backup was made, the largest first.

    Raises BadHead for a note that is not of this log, BackupRefused when one contradicts the wish.
    """
    sizes = {note: _opened(note, ours).size for note in wish.outside}
    ahead = [note for note in sizes if sizes[note] > manifest.facts.leaves]
    if ahead and wish.same_log:
        raise BackupRefused("A head left the house after this backup: the log needs a new name.")
    return sorted(ahead, key=sizes.__getitem__, reverse=True)


def _opened(note: str, ours: Sequence[Verifier]) -> LogHead:
    """Return the head of a note that one of the keys has signed; BadHead."""
    for verifier in ours[:-1]:
        with suppress(BadHead):
            return heads.open_renamed(note, verifier)
    return heads.open_renamed(note, ours[-1])


async def _fill(dsn: str, folder: Path, manifest: Manifest, wish: Wish, major: int) -> None:
    await target.grant(dsn, given=True)
    try:
        await asyncio.to_thread(target.fill, dsn, folder, manifest, wish.keys, major)
    finally:
        await target.grant(dsn, given=False)


async def _settled(
    settings: Settings, manifest: Manifest, wish: Wish, ahead: Sequence[str]
) -> tuple[Settled, str]:
    """End what must not go on, and give the log its new name where it may have been published."""
    await ENGINE.open(settings.owner_dsn, size=1, application="netralitas backup")
    try:
        settled = await settle(manifest.made_at)
        if wish.same_log or wish.other or not (ahead or manifest.facts.published):
            return settled, ""
        reason, known = _REASON.format(name=manifest.name), ahead[0] if ahead else None
        *older, key = settings.log_secrets()
        named = await rename(key, settings.log_name, reason, known=known, older=older)
        return settled, named.name
    finally:
        await ENGINE.close()


async def _verified(settings: Settings, manifest: Manifest, wish: Wish) -> str:
    """Return in a sentence that the record is whole and goes on from the head of the backup."""
    if wish.other:
        return "The log of another installation was not verified: use its settings for that."
    since = [note for note in wish.outside if heads.stated(note).size <= manifest.facts.leaves]
    known = [note for note in (manifest.facts.head, *since) if note]
    verdict = await report.verified(settings, known)
    _hold_none([str(each) for each in verdict.findings])
    return f"{verdict.events} events, {verdict.leaves} leaves, {verdict.heads} heads: whole."
