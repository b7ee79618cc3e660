"""Time stamps (RFC 3161) of what was captured: asked for by digest, kept raw, looked into.

The authority is configured by the administrator, so it may stand in the house: no guard. What it
answers is believed only after signature, digest and nonce were checked against the configured
root.
"""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import httpx
from cryptography import x509
from rfc3161_client import (
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from netralitas.evidence.web.domain import StampVerdict

MEDIA_TYPE: Final = "application/timestamp-reply"
"""What a reply is kept as."""

LARGEST: Final = 256 * 1024
"""Bytes a reply may have; a token with its certificates has some thousand."""

_SECONDS: Final = 20.0
_SHA256: Final = "2.16.840.1.101.3.4.2.1"
_HEADERS: Final = {"Content-Type": "application/timestamp-query"}
# TimeStampReq: version 1, SHA-256 and the digest, a nonce of eight bytes, with the certificate.
_BEGINNING: Final = bytes.fromhex("3043 020101 3031 300d 0609 608648016503040201 0500 0420")
_NONCE: Final = b"\x02\x08"
_ENDING: Final = b"\x01\x01\xff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What an authority answered for a digest; `at` is its time, where the stamp holds."""

    verdict: StampVerdict
    reply: bytes | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamper:
    """Asks one authority; `root` holds the certificates by which its answers are believed."""

    url: str
    root: Path | None = None

    async def stamp(self, digest: bytes) -> Stamp:
        """Return what the authority says of a SHA-256 digest; nothing is raised for it."""
        nonce = secrets.randbelow(2**63 - 2**56) + 2**56  # eight bytes, and no sign
        try:
            async with asyncio.timeout(_SECONDS):
                reply = await self._asked(query(digest, nonce))
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, OSError):
            return Stamp(verdict=StampVerdict.UNREACHABLE)
        if not reply:
            return Stamp(verdict=StampVerdict.UNREACHABLE)
        return judged(reply, digest, nonce, self.roots())

    def roots(self) -> tuple[x509.Certificate, ...]:
        """Return the configured certificates; none where no file is named, or it cannot be read."""
        if self.root is None:
            return ()
        try:
            return tuple(x509.load_pem_x509_certificates(self.root.read_bytes()))
        except (OSError, ValueError):
            return ()

    async def _asked(self, asked: bytes) -> bytes:
        """Return the reply, empty where the answer is none."""
        async with (
            httpx.AsyncClient(trust_env=False, timeout=_SECONDS) as client,
            client.stream("POST", self.url, content=asked, headers=_HEADERS) as answer,
        ):
            if answer.status_code != httpx.codes.OK:
                return b""
            reply = b""
            async for piece in answer.aiter_bytes():
                reply += piece
                if len(reply) > LARGEST:
                    return b""
            return reply


def query(digest: bytes, nonce: int) -> bytes:
    """Return the request for a SHA-256 digest; `nonce` has eight bytes, the first from 1 to 127."""
    return _BEGINNING + digest + _NONCE + nonce.to_bytes(8, "big") + _ENDING


def judged(reply: bytes, digest: bytes, nonce: int, roots: tuple[x509.Certificate, ...]) -> Stamp:
    """Return what is known of a reply; without roots, or where it cannot be read, it is kept."""
    try:
        parsed = decode_timestamp_response(reply)
    except ValueError:
        # The reader is strict: some authorities order their certificates as it does not expect.
        verdict = StampVerdict.KEPT if _is_sequence(reply) else StampVerdict.GARBAGE
        return Stamp(verdict=verdict, reply=reply)
    if parsed.status > 1:
        return Stamp(verdict=StampVerdict.REFUSED, reply=reply)
    try:
        return _weighed(parsed, reply, digest, nonce, roots)
    except ValueError:
        return Stamp(verdict=StampVerdict.KEPT, reply=reply)


def _weighed(
    parsed: TimeStampResponse,
    reply: bytes,
    digest: bytes,
    nonce: int,
    roots: tuple[x509.Certificate, ...],
) -> Stamp:
    imprint = parsed.tst_info.message_imprint
    if imprint.message != digest or imprint.hash_algorithm.dotted_string != _SHA256:
        return Stamp(verdict=StampVerdict.OTHER_DIGEST, reply=reply)
    if parsed.tst_info.nonce != nonce:
        return Stamp(verdict=StampVerdict.OTHER_NONCE, reply=reply)
    if not roots or parsed.status == 1:
        return Stamp(verdict=StampVerdict.KEPT, reply=reply)
    verifier = VerifierBuilder(
        roots=[each for each in roots if each.issuer == each.subject],
        intermediates=[each for each in roots if each.issuer != each.subject],
        nonce=nonce,
    )
    try:
        verifier.build().verify(parsed, digest)
    except (VerificationError, ValueError):
        return Stamp(verdict=StampVerdict.UNTRUSTED, reply=reply)
    return Stamp(verdict=StampVerdict.VALID, reply=reply, at=parsed.tst_info.gen_time)


def _is_sequence(reply: bytes) -> bool:
    """Say whether the bytes are one sequence of DER, whatever it holds."""
    if len(reply) < 2 or reply[0] != 0x30:
        return False
    if reply[1] < 0x80:
        return len(reply) == 2 + reply[1]
    width = reply[1] & 0x7F
    return len(reply) == 2 + width + int.from_bytes(reply[2 : 2 + width], "big")
