"""A restore: into an empty database, proved before it is called one."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netralitas.audit import heads, report
from netralitas.audit.heads import BadHead, LogHead, Verifier, verifier_of
from netralitas.audit.renaming import rename
from netralitas.bringing_up import bring_up
from netralitas.database import migrate
from netralitas.database.engine import ENGINE
from netralitas.evidence.storage import Storage
from netralitas.recovery import counting, objects, target
from netralitas.recovery.checking import Checked, check
from netralitas.recovery.erasing import erase_again, hold_readable
from netralitas.recovery.manifest import Manifest
from netralitas.recovery.phases import Clock
from netralitas.recovery.place import Place
from netralitas.recovery.refusals import BackupRefused, Damaged
from netralitas.recovery.settling import Settled, settle
from netralitas.recovery.wishes import Restored, Wish
from netralitas.settings import Settings, SettingsError
from netralitas.workflows import declared_states

_REASON: Final = "dipulihkan dari cadangan {name}"
_DAMAGE: Final = 20  # findings that are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What a restore is done with: the backup as it was read, and where it goes."""

    folder: Path
    settings: Settings
    wish: Wish
    manifest: Manifest
    checked: Checked
    major: int
    ahead: Sequence[str]


async def restore(
    folder: Path, settings: Settings, wish: Wish, say: Callable[[str], object]
) -> Restored:
    """Return what was restored from `folder` into the database and the storage of the settings.

    Nothing is touched before every byte was checked and the target found empty. Raises Damaged with
    what is wrong, of the backup or of what was restored; BackupRefused, SettingsError, BadHead.
    """
    clock = Clock(say)
    clock.begin("read", "Reading every byte of the backup")
    work = await _ready(folder, settings, wish)
    clock.begin("database", "Restoring the database")
    digests = await _database(work)
    clock.begin("settle", "Ending sessions, holding messages")  # before anything else may fail
    migrated = bool(await migrate.check(settings.owner_dsn, declared_states()))
    if migrated:
        await bring_up(settings.owner_dsn, say)
    settled, origin = await _settled(work)
    clock.begin("files", "Putting files back")
    files, missing = await _files(work, digests)
    erased = ""
    if wish.erasures is not None:
        clock.begin("erase", "Erasing again what was erased since")
        erased = await asyncio.to_thread(erase_again, settings, wish.erasures)
    clock.begin("verify", "Verifying the record")
    verified = await _verified(work)
    return Restored(
        manifest=work.manifest,
        files=files,
        missing=missing,
        settled=settled,
        lost=max((heads.stated(each).size for each in work.ahead), default=_leaves(work))
        - _leaves(work),
        origin=origin,
        migrated=migrated,
        erased=erased,
        verified=verified,
        seconds=clock.end(),
    )


def verifiers_of(settings: Settings) -> list[Verifier]:
    """Return the public keys that the log of these settings has had, the present one last."""
    return [verifier_of(secret, settings.log_name) for secret in settings.log_secrets()]


async def _ready(folder: Path, settings: Settings, wish: Wish) -> _Work:
    """Return what there is to do; raises what says that it must not be begun."""
    if not (settings.owner_dsn and settings.auditor_dsn):
        raise SettingsError("NETRALITAS_OWNER_DSN and NETRALITAS_AUDITOR_DSN must be set.")
    ours = verifiers_of(settings)
    checked = await asyncio.to_thread(check, folder, None if wish.other else ours)
    if checked.manifest is None or checked.damage:
        raise Damaged(checked.damage)
    migrate.hold_known(checked.manifest.facts.migrations)
    if wish.erasures is not None:
        hold_readable(wish.erasures)
    return _Work(
        folder=folder,
        settings=settings,
        wish=wish,
        manifest=checked.manifest,
        checked=checked,
        ahead=_ahead(wish, ours, checked.manifest),
        major=await target.hold_ready(settings.owner_dsn, checked.manifest),
    )


async def _database(work: _Work) -> list[str]:
    """Restore the database, compare what it holds, and return the digests of the files it knows."""
    dsn = work.settings.owner_dsn
    await target.grant(dsn, given=True)
    try:
        await asyncio.to_thread(
            target.fill, dsn, work.folder, work.manifest, work.wish.keys, work.major
        )
    finally:
        await target.grant(dsn, given=False)
    async with counting.moment(work.settings.auditor_dsn) as c:
        found = (await counting.facts(c)).tables
        _hold_none(counting.differences(work.manifest.facts.tables, found))
        return await counting.files(c)


async def _files(work: _Work, digests: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Put the files back; return how many, and those that were missing when it was made."""
    work.settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    storage, place = Storage.of(work.settings), Place(work.folder.parent)
    count, missing = await objects.put_back(
        place, work.checked.objects, storage, work.wish.keys, digests
    )
    if len(missing) > work.manifest.missing:
        _hold_none([f"file {digest} is not in the backup" for digest in missing])
    return count, tuple(missing)


def _hold_none(wrong: Sequence[str]) -> None:
    if wrong:
        raise Damaged(wrong[:_DAMAGE])


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


async def _settled(work: _Work) -> tuple[Settled, str]:
    """End what must not go on, and give the log its new name where it may have been published."""
    settings, wish, ahead = work.settings, work.wish, work.ahead
    await ENGINE.open(settings.owner_dsn, size=1, application="netralitas backup")
    try:
        settled = await settle(work.manifest.made_at)
        if wish.same_log or wish.other or not (ahead or work.manifest.facts.published):
            return settled, ""
        reason, known = _REASON.format(name=work.manifest.name), ahead[0] if ahead else None
        *older, key = settings.log_secrets()
        named = await rename(key, settings.log_name, reason, known=known, older=older)
        return settled, named.name
    finally:
        await ENGINE.close()


async def _verified(work: _Work) -> str:
    """Return in a sentence that the record is whole and goes on from the head of the backup."""
    if work.wish.other:
        return "The log of another installation was not verified: use its settings for that."
    since = [each for each in work.wish.outside if heads.stated(each).size <= _leaves(work)]
    known = [note for note in (work.manifest.facts.head, *since) if note]
    verdict = await report.verified(work.settings, known)
    _hold_none([str(each) for each in verdict.findings])
    return f"{verdict.events} events, {verdict.leaves} leaves, {verdict.heads} heads: whole."


def _leaves(work: _Work) -> int:
    """Return how many leaves the log had in the backup."""
    return work.manifest.facts.leaves
