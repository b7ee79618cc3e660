"""What a partner's answer says: good, or why not, in a word and in its own sentence."""

import re
from typing import Final

import httpx

from netralitas.partners import wire
from netralitas.partners.domain import Problem
from netralitas.partners.wire import FailedError

LARGEST_ANSWER: Final = 12 * 1024 * 1024
"""Bytes of an answer that is no file."""

LONGEST_SENTENCE: Final = 1000

_BUSY: Final = frozenset({408, 425, 429, 502, 503, 504})
_OF_STATUS: Final = {401: Problem.DENIED, 404: Problem.NOT_THERE, 412: Problem.CHANGED}
_IN_PROGRESS: Final = "in-progress"
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


async def hold_good(answer: httpx.Response) -> None:
    """Hold that an answer is good; FailedError with what a bad one says."""
    if answer.is_success:
        return
    status = answer.status_code
    said = _told(await body_of(answer)) if status in range(400, 500) else wire.Told()
    problem = _OF_STATUS.get(status, Problem.REFUSED)
    if answer.is_redirect:
        problem = Problem.REDIRECT
    elif status in _BUSY or said.type.endswith(_IN_PROGRESS):
        problem = Problem.BUSY
    elif answer.is_server_error:
        problem = Problem.FAULT
    elif said.type.endswith("#scope"):
        problem = Problem.SCOPES
    raise FailedError(
        problem, status=status, sentence=_sentence(said), retry_after=_seconds(answer)
    )


async def body_of(answer: httpx.Response) -> bytes:
    """Return the body of an answer that is no file; FailedError for one that is too large."""
    found = bytearray()
    async for piece in answer.aiter_raw():
        found += piece
        if len(found) > LARGEST_ANSWER:
            raise FailedError(Problem.TOO_LARGE)
    return bytes(found)


def _told(body: bytes) -> wire.Told:
    try:
        return wire.read(body, wire.Told)
    except FailedError:
        return wire.Told()


def _sentence(said: wire.Told) -> str | None:
    """Return what a partner says in one line; what it sends is text and never more than that."""
    parts = [said.detail, *(one.sentence for one in said.obstacles)]
    parts += [each for sentences in (said.errors or {}).values() for each in sentences]
    parts += [*said.changed, said.remedy or ""]
    line = " ".join(dict.fromkeys(filter(None, parts)))
    return " ".join(_UNSEEN.sub(" ", line).split())[:LONGEST_SENTENCE] or None


def _seconds(answer: httpx.Response) -> int | None:
    said = answer.headers.get("retry-after", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else None
