"""How often a token may ask: so many requests a minute, counted in each web process."""

from dataclasses import dataclass, field
from typing import Final

SECONDS: Final = 60
_MOST_KNOWN: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a token may still ask in this minute, which ends in `seconds`."""

    limit: int
    remaining: int
    seconds: int

    @property
    def over(self) -> bool:
        """Say whether this very request was one too many."""
        return self.remaining < 0

    def headers(self) -> dict[str, str]:
        """Return what tells the sender."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(0, self.remaining)),
            "RateLimit-Reset": str(self.seconds),
        }


@dataclass(slots=True, kw_only=True)
class Limiter:
    """Counts the requests of each token in the present minute; forgets those of earlier ones."""

    limit: int
    minute: int = 0
    counted: dict[int, int] = field(default_factory=dict)

    def take(self, token: int, now: float) -> Left:
        """Count one request of a token at `now` (seconds of any clock)."""
        minute = int(now // SECONDS)
        if minute != self.minute or len(self.counted) > _MOST_KNOWN:
            self.minute = minute
            self.counted.clear()
        asked = self.counted.get(token, 0) + 1
        self.counted[token] = asked
        seconds = max(1, int((minute + 1) * SECONDS - now))
        return Left(limit=self.limit, remaining=self.limit - asked, seconds=seconds)
