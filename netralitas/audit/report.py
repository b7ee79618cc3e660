"""The verdict on the record for the command line: in lines to read, or as JSON."""

from collections.abc import Sequence
from pathlib import Path

import asyncpg
import msgspec

from netralitas.audit.heads import BadHead, verifier_of
from netralitas.audit.padding import padding_key
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from netralitas.settings import Settings, SettingsError

_LAST = "SELECT note FROM log_head ORDER BY size DESC LIMIT 1"


async def verify_database(
    settings: Settings, heads: Sequence[Path], *, as_json: bool
) -> tuple[bool, str]:
    """Return whether the record is whole, and what to print about it.

    `heads` are files with signed heads that left the house earlier. Raises BadHead for a file that
    is none, SettingsError without a DSN.
    """
    outside = [read_note(path) for path in heads]
    verdict = await verified(settings, outside)
    if as_json:
        return verdict.whole, msgspec.json.encode(verdict).decode()
    return verdict.whole, "\n".join(_lines(verdict))


async def verified(settings: Settings, outside: Sequence[str]) -> Verdict:
    """Return the verdict on the record, with every secret that the log has had.

    `outside` are notes that left the house. Raises BadHead, SettingsError without a DSN.
    """
    first, *later = settings.log_secrets()
    return await verify(
        _dsn(settings),
        verifier_of(first, settings.log_name),
        outside,
        padding=padding_key(first),
        later=[padding_key(secret) for secret in later],
    )


async def last_head(settings: Settings) -> str:
    """Return the last signed head, to be kept outside the house; empty when none is signed yet."""
    connection = await asyncpg.connect(_dsn(settings))
    try:
        note: str | None = await connection.fetchval(_LAST)
        return note or ""
    finally:
        await connection.close()


def read_note(path: Path) -> str:
    """Return a note that was kept in a file; BadHead when it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadHead(f"{path} is no text") from error


def _dsn(settings: Settings) -> str:
    if not settings.auditor_dsn:
        raise SettingsError("NETRALITAS_AUDITOR_DSN is not set.")
    return settings.auditor_dsn


def _lines(verdict: Verdict) -> list[str]:
    read = (
        f"{verdict.events} events in {verdict.streams} streams, {verdict.leaves} leaves,"
        f" {verdict.heads} signed heads up to leaf {verdict.signed},"
        f" {verdict.erased_notes} erased notes (commitments intact);"
        f" {verdict.receipts} leaves are seals of receipts, {verdict.padding} are padding."
    )
    if verdict.whole:
        return [read, "The record is whole."]
    more = verdict.found - len(verdict.findings)
    rest = [f"… and {more} more."] if more else []
    return [read, "THE RECORD IS BROKEN:", *(f"- {found}" for found in verdict.findings), *rest]
