"""A try to sign in through a provider: sealed in the browser that began it, ten minutes."""

import binascii
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

import msgspec
from litestar.datastructures import Cookie

from netralitas.accounts.sso.domain import SsoProblem, SsoRefused
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Sealed, SealError

LASTS: Final = timedelta(minutes=10)
"""So long somebody may take at the provider."""

_LONGEST_GOAL: Final = 1000
_PLACE: Final = b"sign-in elsewhere"


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """What the browser carries that began: three random texts, where it was going, since when."""

    state: str
    nonce: str
    verifier: str
    goal: str
    begun: datetime

    @classmethod
    def begin(cls, goal: str, now: datetime) -> "Attempt":
        """Return a new one; `goal` is a path of ours, and forgotten when it is very long."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        kept = goal if len(goal) <= _LONGEST_GOAL else ""
        return cls(state=state, nonce=nonce, verifier=verifier, goal=kept, begun=now)

    @property
    def digest(self) -> bytes:
        """What is kept of it once it was used."""
        return sha256(self.state.encode()).digest()

    def hold(self, state: str, now: datetime) -> None:
        """Hold that an answer is one to this try, in time; SsoRefused otherwise."""
        same = hmac.compare_digest(state.encode("utf-8", "replace"), self.state.encode())
        if not same or not timedelta() <= now - self.begun <= LASTS:
            raise SsoRefused(SsoProblem.STATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trying:
    """The cookie in which a try goes along; a browser cannot read or change what is in it."""

    keys: Keys
    settings: Settings

    @property
    def name(self) -> str:
        """Return the cookie's name; the prefix needs TLS, as that of the session."""
        return "__Host-netralitas-sso" if self.settings.https else "netralitas-sso"

    def carrying(self, attempt: Attempt) -> Cookie:
        """Return the cookie of a try."""
        sealed = self.keys.seal(msgspec.json.encode(attempt), _PLACE)
        return self._cookie(urlsafe_b64encode(sealed.pack()).decode(), LASTS)

    def removed(self) -> Cookie:
        """Return the cookie that makes the browser forget its try."""
        return self._cookie("", timedelta())

    def carried(self, value: str | None) -> Attempt:
        """Return the try in a cookie; SsoRefused for none, or one that is not ours."""
        try:
            packed = urlsafe_b64decode((value or "").encode("ascii"))
            opened = self.keys.open(Sealed.unpack(packed), _PLACE)
            return msgspec.json.decode(opened, type=Attempt)
        except (SealError, binascii.Error, UnicodeError, msgspec.MsgspecError) as error:
            raise SsoRefused(SsoProblem.STATE) from error

    def _cookie(self, value: str, lasts: timedelta) -> Cookie:
        """Return it for the way back from another site, hence lax."""
        return Cookie(
            key=self.name,
            value=value,
            path="/",
            max_age=int(lasts.total_seconds()),
            secure=self.settings.https,
            httponly=True,
            samesite="lax",
        )
