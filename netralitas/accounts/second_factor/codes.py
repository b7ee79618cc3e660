"""Codes by time (RFC 6238) and how a secret reaches a device: pure but for the chance in it."""

import hmac
from datetime import datetime
from typing import Final

import pyotp
import segno

SECONDS: Final = 30
"""How long a code is shown."""

_ISSUER: Final = "Netralitas"
_LATE: Final = (0, -1, 1)  # clocks of devices are a little off: one code before and after
_GROUP: Final = 4


def new_secret() -> str:
    """Return a secret of 160 random bits, in the 32 letters and digits that devices take."""
    return pyotp.random_base32()


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """Return the step of time whose code was typed: the present one or a neighbour; else None."""
    code = "".join(typed.split())
    if not (code.isascii() and code.isdecimal()):
        return None
    for step in (step_at(now) + late for late in _LATE):
        if hmac.compare_digest(code_of(secret, step), code):
            return step
    return None


def step_at(now: datetime) -> int:
    """Return the step of time in which a moment lies."""
    return int(now.timestamp()) // SECONDS


def code_of(secret: str, step: int) -> str:
    """Return the six digits that a device with this secret shows during a step of time."""
    return pyotp.TOTP(secret, interval=SECONDS).at(step * SECONDS)


def groups(secret: str) -> tuple[str, ...]:
    """Return the secret in groups of four, to be typed where no camera is at hand."""
    return tuple(secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP))


def picture(secret: str, name: str) -> str:
    """Return the QR code of a secret as the address of an SVG image; `name` is shown beside it."""
    link = pyotp.TOTP(secret, interval=SECONDS).provisioning_uri(name=name, issuer_name=_ISSUER)
    return segno.make_qr(link, error="m").svg_data_uri(scale=4, border=4, dark="#000", light="#fff")
