"""All that leaves for a provider: short requests with an end, and answers of JSON with a limit.

Which provider is asked stands in the settings, and which of its addresses in its own document.
Nothing else of a request of ours chooses where to: no redirect is followed, no proxy of the
environment is used.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote_plus, urlsplit

import httpx
import msgspec

from netralitas.accounts.sso.domain import SsoProblem, SsoRefused

LARGEST: Final = 512 * 1024
"""Bytes an answer may have; a document with its keys has some thousand."""

_SECONDS: Final = 5.0
_JSON: Final = {"Accept": "application/json", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a provider answered: a status, and an object of JSON, empty for anything else."""

    status: int
    content: Mapping[str, Any]

    def require(self) -> Mapping[str, Any]:
        """Return the object of a good answer; SsoRefused for any other."""
        if self.status >= 500 or self.status == httpx.codes.TOO_MANY_REQUESTS:
            raise SsoRefused(SsoProblem.AWAY)
        if self.status != httpx.codes.OK or not self.content:
            raise SsoRefused(SsoProblem.BROKEN_ANSWER)
        return self.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbound:
    """Asks a provider; `secure` demands TLS for each address."""

    secure: bool

    async def get(self, address: str, *, bearer: str = "") -> Answer:
        """Return what stands at an address; SsoRefused(AWAY) when nobody answers in time."""
        headers = {**_JSON, "Authorization": f"Bearer {bearer}"} if bearer else _JSON
        return await self._ask("GET", address, headers, None)

    async def post(
        self, address: str, form: Mapping[str, str], *, user: str = "", password: str = ""
    ) -> Answer:
        """Return the answer to a form; a name and secret go along as RFC 6749, 2.3.1 says."""
        headers = dict(_JSON)
        if password:
            both = f"{quote_plus(user)}:{quote_plus(password)}".encode()
            headers["Authorization"] = f"Basic {b64encode(both).decode()}"
        return await self._ask("POST", address, headers, form)

    async def _ask(
        self, method: str, address: str, headers: Mapping[str, str], form: Mapping[str, str] | None
    ) -> Answer:
        self.hold(address)
        try:
            async with (
                httpx.AsyncClient(trust_env=False, timeout=_SECONDS) as client,
                client.stream(method, address, headers=headers, data=form) as answer,
            ):
                return Answer(status=answer.status_code, content=_read(await _body(answer)))
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise SsoRefused(SsoProblem.AWAY) from error

    def hold(self, address: str) -> None:
        """Hold that an address of a provider's document may be asked; SsoRefused otherwise."""
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise SsoRefused(SsoProblem.BROKEN_ANSWER) from error
        schemes = {"https"} if self.secure else {"https", "http"}
        if parts.scheme not in schemes or not parts.hostname or "@" in parts.netloc:
            raise SsoRefused(SsoProblem.BROKEN_ANSWER)


async def _body(answer: httpx.Response) -> bytes:
    body = b""
    async for piece in answer.aiter_bytes():
        body += piece
        if len(body) > LARGEST:
            raise SsoRefused(SsoProblem.BROKEN_ANSWER)
    return body


def _read(body: bytes) -> Mapping[str, Any]:
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
