"""What a provider says of itself: where it is asked, and the keys by which its tokens are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from netralitas import clock
from netralitas.accounts.sso.domain import Provider, SsoProblem, SsoRefused
from netralitas.accounts.sso.outbound import Outbound

KEPT: Final = timedelta(hours=1)
"""So long the document and the keys are not asked for again."""

AT_MOST_EVERY: Final = timedelta(minutes=1)
"""No key that nobody knows makes us ask more often."""

_WELL_KNOWN: Final = "/.well-known/openid-configuration"
_KINDS: Final = frozenset({"RSA", "EC", "OKP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The addresses of a provider; `userinfo` is empty where it has none."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    secret_in_header: bool
    names_itself: bool

    @classmethod
    def read(cls, content: Mapping[str, Any], provider: Provider, outbound: Outbound) -> "Document":
        """Return what a document says; SsoRefused when it is another's, or not all there."""
        if content.get("issuer") != provider.issuer:
            raise SsoRefused(SsoProblem.MISCONFIGURED)
        found = {
            name: content.get(name)
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
        }
        userinfo = content.get("userinfo_endpoint") or ""
        addresses = [*found.values(), *([userinfo] if userinfo else [])]
        for address in addresses:
            if not isinstance(address, str):
                raise SsoRefused(SsoProblem.BROKEN_ANSWER)
            outbound.hold(address)
        methods = content.get("token_endpoint_auth_methods_supported")
        return cls(
            authorization=str(found["authorization_endpoint"]),
            token=str(found["token_endpoint"]),
            keys=str(found["jwks_uri"]),
            userinfo=str(userinfo),
            secret_in_header=not isinstance(methods, list) or "client_secret_basic" in methods,
            names_itself=content.get("authorization_response_iss_parameter_supported") is True,
        )


@dataclass(slots=True, kw_only=True)
class Known:
    """The document and the keys of a provider, as this process last read them."""

    provider: Provider
    outbound: Outbound
    _document: Document | None = None
    _read_at: datetime | None = None
    _keys: KeySet | None = None
    _keys_at: datetime | None = None

    async def document(self) -> Document:
        """Return the addresses, read anew after an hour; SsoRefused when that cannot be."""
        if self._document is None or not _fresh(self._read_at, KEPT):
            answer = await self.outbound.get(self.provider.issuer.rstrip("/") + _WELL_KNOWN)
            self._document = Document.read(answer.require(), self.provider, self.outbound)
            self._read_at = clock.now()
        return self._document

    async def keys(self, *, anew: bool = False) -> KeySet:
        """Return the keys; `anew`: read them again, unless that was done a moment ago."""
        if self._keys is None or not _fresh(self._keys_at, AT_MOST_EVERY if anew else KEPT):
            answer = await self.outbound.get((await self.document()).keys)
            self._keys = _read(answer.require())
            self._keys_at = clock.now()
        return self._keys


def _fresh(at: datetime | None, lasts: timedelta) -> bool:
    return at is not None and timedelta() <= clock.now() - at < lasts


def _read(content: Mapping[str, Any]) -> KeySet:
    """Return the public keys for signatures; one that cannot be read is left out."""
    listed = content.get("keys")
    found = []
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict) and each.get("kty") in _KINDS and each.get("use") != "enc":
            try:
                found += KeySet.import_key_set({"keys": [each]}).keys
            except (JoseError, ValueError, TypeError, KeyError):
                continue
    if not found:
        raise SsoRefused(SsoProblem.BROKEN_ANSWER)
    return KeySet(found)
