"""How a message is signed: the Standard Webhooks convention, version 1.0.0, HMAC-SHA256.

`spec/standard-webhooks.md` of github.com/standard-webhooks/standard-webhooks says it: signed are
the id, the time of the attempt and the body, with full stops between; the header carries one
signature for each secret in force.
"""

import base64
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Final

from netralitas.webhooks.domain import Message

SECRET_BYTES: Final = 32
PREFIX: Final = "whsec_"


def new_secret() -> bytes:
    """Return a secret of 256 random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def written(secret: bytes) -> str:
    """Return a secret as people copy it: `whsec_` and base64."""
    return PREFIX + base64.b64encode(secret).decode()


def headers(message: Message, at: datetime, keys: Sequence[bytes]) -> dict[str, str]:
    """Return the three headers of an attempt at a moment, signed with each of the secrets."""
    stamp = str(int(at.timestamp()))
    signed = b".".join((message.id.encode(), stamp.encode(), message.body))
    signatures = (f"v1,{_signature(key, signed)}" for key in keys)
    return {
        "webhook-id": message.id,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(signatures),
    }


def _signature(key: bytes, signed: bytes) -> str:
    return base64.b64encode(hmac.digest(key, signed, sha256)).decode()
