"""A device that holds passkeys, in a few lines: what a browser would answer with it."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, NEW = 0x01, 0x04, 0x40


@dataclass(slots=True)
class Authenticator:
    """One passkey for a site; `sure`: it asks who holds it."""

    origin: str
    site: str
    sure: bool = True
    count: int = 0
    handle: str | None = None
    id: bytes = field(default_factory=lambda: token_bytes(16))
    key: Any = field(default_factory=lambda: generate_private_key(SECP256R1()))

    def register(self, options: str) -> str:
        """What the browser sends when the passkey is set up."""
        asked = json.loads(options)
        self.handle = asked["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        cose = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + numbers.x.to_bytes(32)
        cose += b"\x22\x58\x20" + numbers.y.to_bytes(32)
        data = self._data(NEW) + bytes(16) + len(self.id).to_bytes(2) + self.id + cose
        attested = b"\xa3cfmtdnonegattStmt\xa0hauthData\x58" + bytes((len(data),)) + data
        told = self._told("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=told, attestationObject=attested)

    def show(self, options: str) -> str:
        """What it sends when the passkey is shown."""
        self.count += 1
        data = self._data()
        told = self._told("webauthn.get", json.loads(options)["challenge"])
        signed = self.key.sign(data + sha256(told).digest(), ECDSA(SHA256()))
        answer = self._answer(clientDataJSON=told, authenticatorData=data, signature=signed)
        return json.dumps(json.loads(answer) | {"authenticatorAttachment": "platform"})

    def _data(self, more: int = 0) -> bytes:
        flags = PRESENT | more | (VERIFIED if self.sure else 0)
        return sha256(self.site.encode()).digest() + bytes((flags,)) + self.count.to_bytes(4)

    def _told(self, kind: str, challenge: str) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": self.origin}
        return json.dumps(told).encode()

    def _answer(self, **parts: bytes) -> str:
        response: dict[str, Any] = {name: encoded(part) for name, part in parts.items()}
        if "signature" in parts:
            response["userHandle"] = self.handle
        name = encoded(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})


def encoded(raw: bytes) -> str:
    """Bytes as browsers write them."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
