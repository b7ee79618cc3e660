"""What the text of a setting means: a number, a path, a secret, the address of a database."""

import base64
import binascii
from pathlib import Path

PREFIX = "NETRALITAS_"
HOW = "Make one with: openssl rand -base64 32"


class SettingsError(Exception):
    """A setting is missing or unusable; the message is one sentence that says what to do."""


def value_of(key: str, kind: object, text: str) -> object:
    """Return a setting as bool, int, Path or text, whichever `kind` is; SettingsError else."""
    if kind is bool:
        if text.lower() not in {"yes", "no", "true", "false", "1", "0"}:
            raise SettingsError(f"{key} must be yes or no.")
        return text.lower() in {"yes", "true", "1"}
    if kind is int:
        if not text.isdecimal() or len(text) > 9 or int(text) == 0:
            raise SettingsError(f"{key} must be a whole number from 1 to 999999999.")
        return int(text)
    return Path(text) if kind is Path else text


def secret_bytes(name: str, text: str) -> bytes:
    """Return the 32 bytes of the secret `name`; SettingsError for what is no such secret."""
    key = f"{PREFIX}SECRET_{name.upper()}"
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SettingsError(f"{key} is not base64. {HOW}") from error
    if len(value) != 32 or len(set(value)) < 4:
        raise SettingsError(f"{key} must be 32 random bytes in base64. {HOW}")
    return value


def keys_by_name(text: str) -> dict[str, bytes]:
    """Return the keys of "1:BASE64,2:BASE64"; SettingsError when a part is no such pair."""
    pairs = [part.partition(":") for part in text.split(",") if part.strip()]
    return {name.strip(): secret_bytes("vault", secret.strip()) for name, _, secret in pairs}


def is_dsn(text: str) -> bool:
    """Say whether a text is the address of a PostgreSQL database."""
    scheme, _, rest = text.partition("://")
    hosts = rest.partition("/")[0].rpartition("@")[2].split(",")
    ports = [host.rpartition("]")[2].partition(":")[2] for host in hosts]
    return scheme in {"postgresql", "postgres"} and all(not p or p.isdecimal() for p in ports)
