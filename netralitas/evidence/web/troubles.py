"""What went wrong on the way to a server of the internet, in a word."""

import ssl

import httpx

from netralitas.evidence.web.domain import Problem


def problem_of(error: BaseException) -> Problem:
    """Return the word for an error of the client, of the connection or of time."""
    if isinstance(error, httpx.InvalidURL):
        return Problem.ADDRESS
    if isinstance(error, httpx.ConnectError):
        return Problem.CERTIFICATE if _is_of_tls(error) else Problem.UNREACHABLE
    if isinstance(error, httpx.ConnectTimeout):
        return Problem.UNREACHABLE
    if isinstance(error, (TimeoutError, httpx.TimeoutException)):
        return Problem.TOO_SLOW
    return Problem.ANSWER


def _is_of_tls(error: BaseException) -> bool:
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLError):
            return True
        found = found.__cause__ or found.__context__
    return False
