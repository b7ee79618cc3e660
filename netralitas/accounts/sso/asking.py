"""The way to a provider and back: where a browser is sent, and what is redeemed when it returns."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import structlog
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from netralitas import clock
from netralitas.accounts.sso import tokens
from netralitas.accounts.sso.document import Document, Known
from netralitas.accounts.sso.domain import (
    PATIENCE,
    Provider,
    Returned,
    Somebody,
    SsoProblem,
    SsoRefused,
)
from netralitas.accounts.sso.outbound import Outbound
from netralitas.accounts.sso.trying import Attempt

_log = structlog.get_logger()
_CODE: Final = re.compile(r"[a-z_]{1,40}")
_LONGEST_CODE: Final = 4096


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the one provider; nothing it answers is kept but the document and the keys."""

    provider: Provider
    known: Known

    @classmethod
    def of(cls, provider: Provider) -> "Asking":
        """Return what asks a provider."""
        outbound = Outbound(secure=provider.secure)
        return cls(provider, Known(provider=provider, outbound=outbound))

    async def way_there(self, attempt: Attempt) -> str:
        """Return the address at the provider to which a browser goes with a new try."""
        try:
            async with asyncio.timeout(PATIENCE):
                document = await self.known.document()
        except TimeoutError as error:
            raise SsoRefused(SsoProblem.AWAY) from error
        address: str = prepare_grant_uri(
            document.authorization,
            client_id=self.provider.client_id,
            response_type="code",
            redirect_uri=self.provider.redirect,
            scope=self.provider.scopes,
            state=attempt.state,
            nonce=attempt.nonce,
            code_challenge=create_s256_code_challenge(attempt.verifier),
            code_challenge_method="S256",
        )
        return address

    async def redeem(self, returned: Returned, attempt: Attempt) -> Somebody:
        """Return whom the provider vouches for; SsoRefused with the problem, within ten seconds."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._redeem(returned, attempt)
        except TimeoutError as error:
            raise SsoRefused(SsoProblem.AWAY) from error

    async def _redeem(self, returned: Returned, attempt: Attempt) -> Somebody:
        document = await self.known.document()
        self._hold_issuer(returned, document)
        if returned.error:
            raise _refused_there(returned.error)
        if not 0 < len(returned.code) <= _LONGEST_CODE:
            raise SsoRefused(SsoProblem.STATE)
        answer = await self._exchange(document, returned.code, attempt.verifier)
        claims = await self._claims(answer.get("id_token"), attempt.nonce)
        found = tokens.somebody(claims, self.provider)
        bearer = answer.get("access_token")
        if found.named or not document.userinfo or not isinstance(bearer, str):
            return found
        more = (await self.known.outbound.get(document.userinfo, bearer=bearer)).require()
        if more.get("sub") != claims["sub"]:
            raise SsoRefused(SsoProblem.UNTRUSTED)
        return tokens.somebody({**more, **claims}, self.provider)

    def _hold_issuer(self, returned: Returned, document: Document) -> None:
        """Hold that the answer is of the provider that was asked (RFC 9207)."""
        if returned.issuer != self.provider.issuer and (returned.issuer or document.names_itself):
            raise SsoRefused(SsoProblem.UNTRUSTED)

    async def _exchange(self, document: Document, code: str, verifier: str) -> Mapping[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.provider.redirect,
            "code_verifier": verifier,
        }
        user, password = self.provider.client_id, self.provider.client_secret
        if not password or not document.secret_in_header:
            form["client_id"] = user
        if password and not document.secret_in_header:
            form["client_secret"], password = password, ""
        answer = await self.known.outbound.post(document.token, form, user=user, password=password)
        if answer.status in {400, 401} and "error" in answer.content:
            raise _not_redeemed(str(answer.content["error"]))
        return answer.require()

    async def _claims(self, token: object, nonce: str) -> Mapping[str, Any]:
        if not isinstance(token, str):
            raise SsoRefused(SsoProblem.BROKEN_ANSWER)
        now = clock.now()
        try:
            return tokens.checked(token, await self.known.keys(), self.provider, nonce, now)
        except tokens.KeyMissing:
            keys = await self.known.keys(anew=True)
            return tokens.checked(token, keys, self.provider, nonce, now)


def _refused_there(error: str) -> SsoRefused:
    if error == "access_denied":
        return SsoRefused(SsoProblem.DENIED)
    return SsoRefused(SsoProblem.REFUSED_THERE)


def _not_redeemed(error: str) -> SsoRefused:
    """Return what a refused code means; which error it was is for whoever runs the product."""
    _log.warning("sso", error=error if _CODE.fullmatch(error) else "unreadable")
    if error == "invalid_grant":
        return SsoRefused(SsoProblem.REFUSED_THERE)
    return SsoRefused(SsoProblem.MISCONFIGURED)
