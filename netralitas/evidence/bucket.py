"""Kept files in a bucket that speaks S3, under the names that they have in a folder.

Everything is asked in requests of a few megabytes: a slow reader keeps none open for long, and one
that failed is made again by the client.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import obstore
import structlog
from anyio import to_thread
from obstore.exceptions import (
    BaseError,
    NotFoundError,
    PermissionDeniedError,
    UnauthenticatedError,
)
from obstore.store import S3Store

from netralitas.evidence.backing import name_of
from netralitas.evidence.domain import FileLost, StorageAway, Stored
from netralitas.settings import Settings

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig, S3Credential

MEBIBYTE: Final = 1024 * 1024
PART: Final = 5 * MEBIBYTE
"""So much goes up at once; S3 takes no smaller parts."""

_PARTS: Final = 3
_RANGE: Final = 4 * MEBIBYTE
_ASKED_AT_ONCE: Final = 16
_PATIENCE: Final = 10.0  # seconds until a page is told that nobody answers
_RETRIES: "RetryConfig" = {
    "max_retries": 3,
    "retry_timeout": timedelta(seconds=8),
    "backoff": {"init_backoff": timedelta(milliseconds=100), "max_backoff": timedelta(seconds=1)},
}

_MISSING: Final = (NotFoundError, FileNotFoundError)
_REFUSED: Final = (PermissionDeniedError, UnauthenticatedError, PermissionError)
"""The client has names of its own for these, and raises those of Python."""

_STATUS: Final = re.compile(r"status code: (\d{3})")
_log: Final = structlog.get_logger("netralitas.evidence")


class Bucket:
    """A bucket of an S3-compatible server; only its name and address are ever said."""

    def __init__(self, store: S3Store, place: str) -> None:
        """Nothing is asked yet; `place` is what messages call it."""
        self._store = store
        self.place_name = place

    @classmethod
    def of(cls, settings: Settings) -> "Bucket":
        """Return the bucket of the settings; the machine's own AWS variables do not count."""
        endpoint = settings.files_endpoint.rstrip("/")
        credential: S3Credential = {
            "access_key_id": settings.files_key_id,
            "secret_access_key": settings.files_secret,
            "token": None,
            "expires_at": None,
        }
        client: ClientConfig = {
            "allow_http": endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=2),
            "read_timeout": timedelta(seconds=30),
            "timeout": timedelta(minutes=5),
        }
        place = f"bucket {settings.files_bucket} at {endpoint or 'AWS'}"
        own = endpoint or f"https://s3.{settings.files_region}.amazonaws.com"
        store = S3Store(
            settings.files_bucket,
            endpoint=own,
            region=settings.files_region,
            virtual_hosted_style_request=False,
            skip_signature=False,
            unsigned_payload=False,
            client_options=client,
            retry_config=_RETRIES,
            credential_provider=lambda: credential,
        )
        return cls(store, place)

    async def hold_there(self) -> None:
        """Hold that the bucket answers; StorageAway says why not."""
        with self._told():
            await self._hold_bucket("00")

    async def place(self, path: Path, stored: Stored) -> None:
        """Hold what `Backing.place` says: the server shows a file only when every part is there."""
        key = name_of(stored.digest)
        with self._told():
            if await self._size(key) != stored.size:
                await obstore.put_async(
                    self._store, key, path, chunk_size=PART, max_concurrency=_PARTS
                )
        await to_thread.run_sync(path.unlink)

    async def open(
        self, digest: str, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """Return the bytes from `start` on, at most `length`; FileLost, StorageAway."""
        key = name_of(digest)
        with self._told():
            async with asyncio.timeout(_PATIENCE):
                size = await self._size(key)
                if size is None:
                    await self._hold_bucket(key)
        if size is None:
            raise FileLost(digest)
        end = size if length is None else min(size, start + length)
        return self._ranges(key, start, end)

    async def _ranges(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        for place in range(start, end, _RANGE):
            with self._told():
                piece = await obstore.get_range_async(
                    self._store, key, start=place, end=min(end, place + _RANGE)
                )
            yield bytes(piece)

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield all bytes; blocks. Raises FileLost, StorageAway."""
        key = name_of(digest)
        with self._told():
            try:
                size = obstore.head(self._store, key)["size"]
            except _MISSING as error:
                next(obstore.list(self._store, key), None)  # or the bucket itself is not there
                raise FileLost(digest) from error
        for place in range(0, size, _RANGE):
            with self._told():
                end = min(size, place + _RANGE)
                piece = obstore.get_range(self._store, key, start=place, end=end)
            yield bytes(piece)

    async def sizes(self, digests: Collection[str]) -> Mapping[str, int | None]:
        """Return the size of each in bytes, None for one that is not there; StorageAway."""
        limit = asyncio.Semaphore(_ASKED_AT_ONCE)

        async def size(digest: str) -> int | None:
            async with limit:
                return await self._size(name_of(digest))

        with self._told():
            found = dict(zip(digests, await asyncio.gather(*map(size, digests)), strict=True))
            if None in found.values():
                await self._hold_bucket("00")
        return found

    async def remove(self, digest: str) -> None:
        """Hold that it is not there; StorageAway."""
        with self._told():
            await obstore.delete_async(self._store, name_of(digest))

    def path(self, digest: str) -> None:
        """Return None: the file must be fetched."""

    async def _size(self, key: str) -> int | None:
        """Return the size of an object; None where it, or the bucket, is not there."""
        try:
            return (await obstore.head_async(self._store, key))["size"]
        except _MISSING:
            return None

    async def _hold_bucket(self, below: str) -> None:
        """Hold that the bucket is there, by asking what lies below a name; NotFoundError."""
        await anext(obstore.list(self._store, below), None)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the client raises into StorageAway, and say it in the log."""
        try:
            yield
        except (BaseError, *_MISSING, *_REFUSED, TimeoutError) as error:
            away = StorageAway(f"{self.place_name} {_why(error)}")
            _log.error("storage_away", problem=away.problem, kind=type(error).__name__)
            raise away from error


def _why(error: Exception) -> str:
    """Return in words what is wrong; nothing of what the server said, which may tell too much."""
    found = _STATUS.search(str(error))  # of a list the client tells no more than the number
    status = found[1] if found else ""
    if isinstance(error, _MISSING) or status == "404":
        return "is not there"
    if isinstance(error, _REFUSED) or status in {"401", "403"}:
        return "refuses the key or its secret"
    return "does not answer as it should"
