"""Drafts of the desk: what an officer has typed so far, sealed, found by the token of the form.

Nobody but the officer goes on with it. What became a case keeps the token alone, so that the same
form sent twice is one case.
"""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.intake import words
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault.cipher import Keys, Sealed

LARGEST: Final = 200_000
"""How many bytes a draft may have."""

_TOKEN: Final = re.compile(r"[0-9a-f]{32}")
_BLOCK: Final = 1024  # filled up to multiples of this: the length says nothing

type_typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as far as it was typed: of which kind of matter, what stands in which input."""

    token: str
    kind: str
    typed: dict[str, list[str]]
    touched_at: datetime

    @property
    def subject(self) -> str:
        """What it is about, in the officer's words."""
        return " ".join(self.typed.get("subject", [])).strip()[:200] or words.NO_SUBJECT


def new_token() -> str:
    """Return a token for a form that is about to be filled in: 32 hexadecimal digits."""
    return secrets.token_hex(16)


def read_token(typed: str | None) -> bytes | None:
    """Return the 16 bytes of a token; None for anything that is none."""
    text = typed or ""
    return bytes.fromhex(text) if _TOKEN.fullmatch(text) else None


async def save_in(
    c: Connection, actor: Actor, token: bytes, kind: str, typed: type_typed, keys: Keys
) -> bool:
    """Hold that the draft has what was typed; False when it has become a case already.

    Raises RuleBroken when it is too large, NotVisible when the token is another officer's.
    """
    plain = msgspec.json.encode({name: list(texts) for name, texts in typed.items()})
    if len(plain) > LARGEST:
        raise RuleBroken(words.TOO_LARGE)
    sealed = keys.seal(plain.ljust(-(-len(plain) // _BLOCK) * _BLOCK), draft_place(token))
    if await became_in(c, actor, token, kind) is not None:
        return False
    await c.execute(_SAVE, token, kind, sealed.key_id, sealed.nonce, sealed.ciphertext, clock.now())
    return True


async def became_in(c: Connection, actor: Actor, token: bytes, kind: str) -> int | None:
    """Return which case the form of this token has become, None when none yet.

    Afterwards its row is locked: whoever sends the same form waits. NotVisible: it is another's.
    """
    readers = [actor.organisation]
    now = clock.now()
    await c.execute(_BEGIN, token, actor.officer, actor.organisation, kind, now, readers)
    row = await c.fetchrow(_LOCK, token, actor.officer)
    if row is None:
        raise NotVisible
    case: int | None = row["case_file"]
    return case


async def done_in(c: Connection, token: bytes, case: int) -> None:
    """Hold that the form of this token has become a case, and nothing typed is left of it."""
    await c.execute(_UPLOADS_GONE, token)
    await c.execute(_DONE, token, case, clock.now())


async def load(c: Connection, actor: Actor, token: bytes, keys: Keys) -> Draft:
    """Return a draft of this officer; NotVisible for another's, or one that became a case."""
    row = await c.fetchrow(_ONE, token, actor.officer)
    if row is None:
        raise NotVisible
    return _opened(row, keys)


async def drafts_of(c: Connection, actor: Actor, keys: Keys) -> list[Draft]:
    """Return the officer's own drafts, the latest first, at most ten."""
    rows = await c.fetch(_OWN, actor.officer, actor.organisation)
    return [_opened(row, keys) for row in rows]


async def delete_in(c: Connection, actor: Actor, token: bytes) -> list[str]:
    """Hold that the officer's draft is gone; return the tokens of its uploads, whose pieces may go.

    NotVisible when it is another's, or has become a case.
    """
    row = await c.fetchrow(_ONE, token, actor.officer)
    if row is None:
        raise NotVisible
    uploads = await c.fetch(_UPLOADS_GONE, token)
    await c.execute(_DELETE, token)
    return [bytes(each["token"]).hex() for each in uploads]


def _opened(row: Row, keys: Keys) -> Draft:
    token = bytes(row["token"])
    sealed = Sealed(
        key_id=row["key_id"], nonce=bytes(row["nonce"]), ciphertext=bytes(row["ciphertext"])
    )
    typed = msgspec.json.decode(keys.open(sealed, draft_place(token)), type=dict[str, list[str]])
    return Draft(token=token.hex(), kind=row["kind"], typed=typed, touched_at=row["touched_at"])


def draft_place(token: bytes) -> bytes:
    """Return where a draft belongs: it opens under this token only."""
    return b"desk draft " + token


_BEGIN = """
INSERT INTO desk_draft (token, officer, organisation, kind, touched_at, readers)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (token) DO NOTHING
"""

_LOCK = "SELECT case_file FROM desk_draft WHERE token = $1 AND officer = $2 FOR UPDATE"

_SAVE = """
UPDATE desk_draft SET kind = $2, key_id = $3, nonce = $4, ciphertext = $5, touched_at = $6,
                      version = version + 1
WHERE token = $1
"""

_DONE = """
UPDATE desk_draft SET case_file = $2, touched_at = $3, key_id = NULL, nonce = NULL,
                      ciphertext = NULL
WHERE token = $1
"""

_COLUMNS = "SELECT token, kind, key_id, nonce, ciphertext, touched_at FROM desk_draft "

_ONE = (
    _COLUMNS
    + """
WHERE token = $1 AND officer = $2 AND case_file IS NULL AND ciphertext IS NOT NULL
"""
)

_OWN = (
    _COLUMNS
    + """
WHERE officer = $1 AND organisation = $2 AND case_file IS NULL AND ciphertext IS NOT NULL
ORDER BY touched_at DESC LIMIT 10
"""
)

_UPLOADS_GONE = "DELETE FROM upload WHERE draft = $1 RETURNING token"

_DELETE = "DELETE FROM desk_draft WHERE token = $1"
