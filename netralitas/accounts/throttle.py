"""Failed sign-ins are counted per account and per address, known by keyed digests only."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final, Self

from netralitas.accounts import words
from netralitas.accounts.domain import plain_login
from netralitas.database.connection import Connection
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany

WINDOW: Final = timedelta(minutes=15)
PER_ACCOUNT: Final = 10
PER_ADDRESS: Final = 50
"""More, because a whole office may stand behind one address."""

# One statement, so that tries at the same moment are counted one after another. A window that has
# passed begins anew; a full one does not grow, so that waiting always helps.
_COUNT: Final = """
    INSERT INTO throttle AS t (digest, failures, window_from) VALUES ($1, 1, $2)
    ON CONFLICT (digest) DO UPDATE SET
        failures = CASE WHEN t.window_from <= $3 THEN 1 ELSE least(t.failures + 1, $4 + 1) END,
        window_from = CASE WHEN t.window_from <= $3 THEN $2 ELSE t.window_from END
    RETURNING failures, window_from
"""

_CLEAR: Final = "DELETE FROM throttle WHERE digest = $1"

_TAKE_BACK: Final = "UPDATE throttle SET failures = greatest(failures - 1, 0) WHERE digest = $1"

# What somebody else is just counting is left for the next time.
_SWEEP: Final = """
    DELETE FROM throttle WHERE digest IN (
        SELECT digest FROM throttle WHERE window_from <= $1 LIMIT 100 FOR UPDATE SKIP LOCKED)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One try to sign in or to show a second factor, as the counters know it.

    Neither login nor address can be read back.
    """

    account: bytes
    address: bytes

    @classmethod
    def of(cls, *, login: str, address: str, settings: Settings) -> Self:
        """Return the digests of a login (in any spelling) and an address."""
        key = settings.secret("index")
        return cls(
            account=_keyed(key, "sign-in account", plain_login(login)),
            address=_keyed(key, "sign-in address", address),
        )

    @classmethod
    def with_factor(cls, *, officer: int, address: str, settings: Settings) -> Self:
        """Return the digests for codes of a second factor, which are counted by themselves."""
        key = settings.secret("index")
        return cls(
            account=_keyed(key, "second factor", str(officer)),
            address=_keyed(key, "sign-in address", address),
        )

    @classmethod
    def about(cls, purpose: str, *, text: str, address: str, of: Settings) -> Self:
        """Return the digests for something else than signing in, counted by itself."""
        key = of.secret("index")
        return cls(account=_keyed(key, purpose, text), address=_keyed(key, purpose, address))

    @classmethod
    def with_password(cls, *, officer: int, address: str, settings: Settings) -> Self:
        """Return the digests for the present password of whoever changes it."""
        key = settings.secret("index")
        return cls(
            account=_keyed(key, "present password", str(officer)),
            address=_keyed(key, "sign-in address", address),
        )

    @classmethod
    def with_passkey(cls, *, credential: bytes, address: str, settings: Settings) -> Self:
        """Return the digests for answers of a passkey, where it alone says who it is."""
        key = settings.secret("index")
        return cls(
            account=_keyed(key, "passkey", credential.hex()),
            address=_keyed(key, "sign-in address", address),
        )


async def count(c: Connection, tried: Try, now: datetime) -> TooMany | None:
    """Count a try before it is judged; return the refusal, with the wait, if there were too many.

    It is returned, not raised, so that the caller commits the count first. The address comes before
    the account here and in `succeeded`: locks are taken in one order.
    """
    for digest, most in ((tried.address, PER_ADDRESS), (tried.account, PER_ACCOUNT)):
        row = await c.fetchrow(_COUNT, digest, now, now - WINDOW, most)
        if row["failures"] > most:
            wait = row["window_from"] + WINDOW - now
            return TooMany(words.TOO_MANY, retry_after=max(1, int(wait.total_seconds())))
    return None


async def succeeded(c: Connection, tried: Try, now: datetime) -> None:
    """Forget the account's failures and this try of the address; sweep a few old counters out."""
    await c.execute(_TAKE_BACK, tried.address)
    await c.execute(_CLEAR, tried.account)
    await c.execute(_SWEEP, now - WINDOW)


async def forget_account(c: Connection, login: str, settings: Settings) -> None:
    """Forget the failures of an account whose password was just reset."""
    await c.execute(_CLEAR, Try.of(login=login, address="", settings=settings).account)


def _keyed(key: bytes, purpose: str, text: str) -> bytes:
    return hmac.new(key, f"{purpose}\0{text}".encode("utf-8", "surrogatepass"), sha256).digest()


async def count_tokens(
    c: Connection, address: str, settings: Settings, now: datetime
) -> TooMany | None:
    """Count a token that did not hold against the address it came from; the refusal if too many.

    Tokens that hold are not counted: whoever shares the address goes on.
    """
    digest = _keyed(settings.secret("index"), "token address", address)
    row = await c.fetchrow(_COUNT, digest, now, now - WINDOW, PER_ADDRESS)
    if row["failures"] <= PER_ADDRESS:
        return None
    wait = row["window_from"] + WINDOW - now
    return TooMany(words.TOO_MANY_TOKENS, retry_after=max(1, int(wait.total_seconds())))
