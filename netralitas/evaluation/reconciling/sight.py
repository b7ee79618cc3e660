"""What of referrals and follow-ups a reader follows, asked beforehand for every state.

Asked only afterwards, a page could lose its lines and a count would tell of what nobody shows.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from netralitas.access.domain import Actor
from netralitas.discipline.queries.rows import seen_by
from netralitas.workflows import WORKFLOWS

_NOBODY: Final = -1  # no organisation has this number
_SHARED: Final = frozenset({"referral", "discipline"})
_PLACES: Final = ("owner", "addressee", "further")


@lru_cache(maxsize=1024)
def places(actor: Actor) -> tuple[str, ...]:
    """Return where the reader follows what, as the statement compares it: "owner.referral.sent"."""
    return tuple(sorted(set(_followed(actor))))


def _followed(actor: Actor) -> Iterator[str]:
    for declared in WORKFLOWS:
        if declared.code not in _SHARED:
            continue
        for state in declared.states:
            for place in _PLACES:
                row = {
                    "workflow": declared.code,
                    "workflow_version": declared.version,
                    "state": state.code,
                    "owner": actor.organisation if place == "owner" else _NOBODY,
                    "addressee": actor.organisation if place == "addressee" else None,
                }
                if seen_by(actor, row):
                    yield f"{place}.{declared.code}.{state.code}"
