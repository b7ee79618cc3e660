"""What passes through the public door about the service: a complaint, sealed. Pure."""

import hmac
from typing import Final

import msgspec

from netralitas.intake import codes

_CODE: Final = b"netralitas service code\x00"
_NUMBER: Final = b"netralitas service number\x00"


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody says of the service; `officer` and `contact` as they were typed."""

    what: str
    when: str | None = None
    officer: str | None = None
    contact: str | None = None


def read_said(content: bytes) -> Said:
    """Return what `write_said` wrote; msgspec.ValidationError for anything else."""
    return msgspec.json.decode(content, type=Said)


def write_said(said: Said) -> bytes:
    """Return a complaint as it is sealed."""
    return msgspec.json.encode(said)


def place(digest: bytes) -> bytes:
    """Return the place of a complaint: it opens as that of its code alone."""
    return b"service complaint " + digest


def code_of(form: str, secret: bytes) -> str:
    """Return the code of a complaint: the same for the same form, however often it is sent.

    `form` is 128 bits of chance that stand in the form and are kept nowhere.
    """
    made = hmac.digest(secret, _CODE + form.encode(errors="replace"), "sha256")
    return codes.make(made[: codes.CHANCE_BYTES])


def number_of(form: str, secret: bytes) -> str:
    """Return the number of a complaint, such as "PL-7K3Q-9M2P": of chance alone."""
    made = hmac.digest(secret, _NUMBER + form.encode(errors="replace"), "sha256")
    plain = "".join(codes.ALPHABET[byte & 31] for byte in made[:8])
    return f"PL-{plain[:4]}-{plain[4:]}"
