"""What every write of the API shares: its key, the version it was decided on, its answer."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeVar

import msgspec
from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import HeaderParameter

from netralitas.api import words
from netralitas.api.call import Call
from netralitas.api.commands.once import Request, once
from netralitas.api.frame import current_bearer
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries import changes_since
from netralitas.database.connection import Connection
from netralitas.evidence.storage import Storage
from netralitas.web.refusals import Declined

MEBIBYTE: Final = 1024 * 1024
LARGEST_BODY: Final = 64 * MEBIBYTE
"""Of a write with its files, which base64 makes a third larger."""

_VERSION: Final = re.compile(r'(?:W/)?"?([0-9]{1,9})(?:-[0-9a-f]{1,64})?"?')
_Answer = TypeVar("_Answer", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(Call):
    """A write: under which key, decided on which version; where files are kept."""

    key: str | None
    match: str | None
    storage: Storage

    async def once(self, doing: Callable[[Connection], Awaitable[_Answer]]) -> Response[_Answer]:
        """Return the answer of a write that is done once, however often it is sent."""
        request = self.request
        body = await request.body()
        made = Request.of(current_bearer(request), self.key, request.method, request.url.path, body)
        answered = await once(made, doing)
        headers = {"Cache-Control": "private, no-store"}
        if answered.again:
            headers["Idempotency-Replayed"] = "true"
        told: Response[Any] = Response(
            answered.body,
            status_code=answered.status,
            media_type="application/json",
            headers=headers,
        )
        return told


async def provide_write(
    call: NamedDependency[Call],
    storage: NamedDependency[Storage],
    key: Annotated[
        str | None,
        HeaderParameter(
            name="Idempotency-Key",
            description="Required. 8 to 100 of A-Z a-z 0-9 . _ : - and another one for each write."
            " The same key with the same body is answered the same for 24 hours, and done once.",
        ),
    ] = None,
    match: Annotated[
        str | None,
        HeaderParameter(
            name="If-Match",
            description="Required where a proceeding is in the address: its version as it was"
            " read, or its ETag.",
        ),
    ] = None,
) -> Write:
    """Return it as the dependency `write`."""
    return Write(
        actor=call.actor,
        book=call.book,
        request=call.request,
        key=key,
        match=match,
        storage=storage,
    )


WRITE: Final = {"write": Provide(provide_write)}
"""The dependency of a controller that writes."""


async def hold_version(c: Connection, case: int, found: LockedProceeding, sent: str | None) -> None:
    """Hold that a write was decided on the proceeding as it stands; Declined otherwise."""
    if sent is None:
        raise Declined(words.VERSION_NEEDED, status=428, kind="precondition-needed")
    match = _VERSION.fullmatch(sent.strip())
    if match is None:
        raise Declined(words.VERSION_UNREADABLE, status=400, kind="malformed")
    version = int(match[1])
    if version != found.version:
        changed = await changes_since(c, case, {found.id: min(version, 2**31 - 1)})
        raise Declined(words.VERSION_CHANGED, status=412, kind="changed", changed=changed)
