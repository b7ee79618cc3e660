"""What a browser is asked for a passkey: for whom, at which address, and a challenge used once.

A challenge carries its own end and a seal, so that to look at a page writes nothing. Whoever
answers one spends it.
"""

import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from netralitas.settings import Settings

LASTS: Final = timedelta(minutes=30)
"""How long a page that asks for a passkey may stand open."""

_NONCE: Final = 16
_END: Final = 8
_ALGORITHMS: Final = (-8, -7, -257)  # EdDSA, ECDSA and RSA, each with SHA-256: what ours verifies
_PATIENCE: Final = 5 * 60 * 1000  # milliseconds that the browser gives the person


class AnswerRefusedError(Exception):
    """An answer that does not count: wrong, malformed, late, of another place or device."""


class Asking(StrEnum):
    """What a challenge is for; its answer counts for nothing else."""

    SIGN_IN = "sign in"
    SHOW = "show"
    REGISTER = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A passkey is asked for: by which site, what for, and in which session (its digest).

    For SIGN_IN there is no session yet: anybody may answer, and the answer says who.
    """

    site: str
    origin: str
    asking: Asking
    place: bytes
    key: bytes


def question(settings: Settings, asking: Asking, place: bytes = b"") -> Question | None:
    """Return the question; None where the address is no name but a number: browsers refuse it."""
    address = urlsplit(settings.base_url)
    host = address.hostname or ""
    if not host or _is_number(host):
        return None
    origin = f"{address.scheme}://{address.netloc}"
    key = settings.secret("index")
    return Question(site=host, origin=origin, asking=asking, place=place, key=key)


def challenge(asked: Question, now: datetime) -> bytes:
    """Return a new challenge, which ends by itself."""
    ends = int((now + LASTS).timestamp()).to_bytes(_END)
    drawn = secrets.token_bytes(_NONCE) + ends
    return drawn + _seal(asked, drawn)


def end_of(asked: Question, given: bytes, now: datetime) -> datetime | None:
    """Return when a challenge ends; None for one that we did not give there, or that has ended."""
    drawn, seal = given[: _NONCE + _END], given[_NONCE + _END :]
    if not hmac.compare_digest(seal, _seal(asked, drawn)):
        return None
    ends = datetime.fromtimestamp(int.from_bytes(drawn[_NONCE:]), UTC)
    return ends if ends > now else None


def user_handle(officer: int, settings: Settings) -> bytes:
    """Return by what a device knows whose passkey it is: nothing that names them."""
    told = f"passkey user\0{officer}".encode()
    return hmac.new(settings.secret("index"), told, sha256).digest()


def to_sign_in(settings: Settings, now: datetime) -> str | None:
    """Return what a browser is asked to sign in without a password; None where it cannot be."""
    asked = question(settings, Asking.SIGN_IN)
    return to_show(asked, (), now) if asked else None


def to_show(asked: Question, credentials: Sequence[bytes], now: datetime) -> str:
    """Return what the browser is asked, as JSON: one of these passkeys, any of the site's if none.

    Without a password the device must make sure who holds it.
    """
    sure = "required" if asked.asking is Asking.SIGN_IN else "preferred"
    return json.dumps(
        {
            "challenge": encoded(challenge(asked, now)),
            "rpId": asked.site,
            "timeout": _PATIENCE,
            "userVerification": sure,
            "allowCredentials": _described(credentials),
        }
    )


def to_register(
    asked: Question, handle: bytes, name: str, present: Sequence[bytes], now: datetime
) -> str:
    """Return the same for a new passkey of a person, on no device that has one already."""
    return json.dumps(
        {
            "rp": {"id": asked.site, "name": "Netralitas"},
            "user": {"id": encoded(handle), "name": name, "displayName": name},
            "challenge": encoded(challenge(asked, now)),
            "pubKeyCredParams": [{"type": "public-key", "alg": alg} for alg in _ALGORITHMS],
            "timeout": _PATIENCE,
            "excludeCredentials": _described(present),
            "authenticatorSelection": {
                "residentKey": "preferred",
                "requireResidentKey": False,
                "userVerification": "preferred",
            },
            "attestation": "none",
        }
    )


def encoded(raw: bytes) -> str:
    """Return bytes as browsers write them in JSON."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _described(credentials: Sequence[bytes]) -> list[dict[str, Any]]:
    return [{"type": "public-key", "id": encoded(each)} for each in credentials]


def _seal(asked: Question, drawn: bytes) -> bytes:
    told = b"\0".join((b"passkey challenge", asked.asking.encode(), asked.place, drawn))
    return hmac.new(asked.key, told, sha256).digest()


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
