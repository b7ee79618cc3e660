"""Signing in through a provider: what is set of it, whom it vouches for, what can go wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from netralitas.refusals import Refusal

PATIENCE = 10.0
"""Seconds that a provider is waited for, everything it is asked in one step together."""

SKEW = 60
"""Seconds by which the clocks of both sides may differ."""


class SsoProblem(StrEnum):
    """Why nobody was let in through the provider; the sentences stand in `words`."""

    AWAY = "away"
    MISCONFIGURED = "misconfigured"
    BROKEN_ANSWER = "broken_answer"
    UNTRUSTED = "untrusted"
    CLOCK = "clock"
    STATE = "state"
    USED = "used"
    DENIED = "denied"
    REFUSED_THERE = "refused_there"
    NOBODY_NAMED = "nobody_named"
    NO_ACCOUNT = "no_account"
    SEVERAL_ACCOUNTS = "several_accounts"
    OTHER_IDENTITY = "other_identity"


class SsoRefused(Refusal):
    """Nobody is let in; `problem` says why, and `minutes` by how much clocks differ."""

    def __init__(self, problem: SsoProblem, minutes: int = 0) -> None:
        """Keep the problem; its sentence needs the provider's name and stands in `words`."""
        super().__init__(problem.value)
        self.problem = problem
        self.minutes = minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """The one provider of this installation, as the settings have it.

    An empty claim is not asked for. `factor_values` are those of `acr` and `amr` by which it says
    that a second factor was shown there.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    label: str
    scopes: str
    email_claim: str
    nip_claim: str
    factor_values: frozenset[str]
    redirect: str

    @property
    def secure(self) -> bool:
        """Say whether everything of it must be reached through TLS; not on this same machine."""
        return self.issuer.startswith("https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """Whom a provider vouches for: its own name for them, and what it has verified."""

    subject: str
    email: str | None
    nip: str | None
    factor: bool

    @property
    def named(self) -> bool:
        """Say whether there is anything by which an account could be known at first."""
        return self.email is not None or self.nip is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a browser brings back from a provider, as it stands in the address."""

    code: str = ""
    state: str = ""
    error: str = ""
    issuer: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Returned":
        """Return what an address carries; what is absent is empty."""
        return cls(
            code=query.get("code", ""),
            state=query.get("state", ""),
            error=query.get("error", ""),
            issuer=query.get("iss", ""),
        )
