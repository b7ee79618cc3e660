"""A line of the log for each sign-in that was refused: which step, why, whose account if any."""

from typing import Final

import structlog

from netralitas.refusals import Invalid, Refusal
from netralitas.web.refusals import TooMany

_log: Final = structlog.get_logger("netralitas.accounts")


def sign_in_refused(step: str, refusal: Refusal, officer: int | None) -> None:
    """Hold that the log tells of it: never what was typed, and no address."""
    reason = {Invalid: "wrong", TooMany: "throttled"}.get(type(refusal), "refused")
    _log.info("sign_in_refused", step=step, reason=reason, officer=officer)
