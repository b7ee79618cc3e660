"""Every refusal and failure as an answer: one table from exception to page."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException

from netralitas.database.away import DatabaseAway, is_away
from netralitas.language import locale, phrase
from netralitas.refusals import (
    Invalid,
    NotAllowed,
    NotVisible,
    Refusal,
    RuleBroken,
    Stale,
    StepUpNeeded,
    Unavailable,
)
from netralitas.web import logging
from netralitas.web.by_way import SIGN_IN, STEP_UP, by_way_of
from netralitas.web.error_words import LAST_RESORT, WORDS, Words
from netralitas.web.fragments import is_fragment
from netralitas.web.frame import PRODUCT
from netralitas.web.problems import TITLES, Obstacle, Problem, address_of, kind_of
from netralitas.web.refusals import Declined, NotReady, NotSignedIn, TooMany
from netralitas.web.templates import render

_RETRY_AFTER_AWAY = 5  # seconds
_RETRY_AFTER_UNAVAILABLE = 30  # seconds

type_request = Request[object, object, State]


class ErrorPage(msgspec.Struct, frozen=True, kw_only=True):
    """What an error page says; the whole context of its template."""

    product: str
    status: int
    title: str
    reason: str
    advice: tuple[str, ...] = ()
    rule: str | None = None
    changed: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    reference: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What to say about one exception: status, sentence, and what only some of them carry."""

    status: int
    reason: str | None = None
    rule: str | None = None
    remedy: str | None = None
    changed: tuple[str, ...] = ()
    typed: Mapping[str, list[str]] = {}
    errors: Mapping[str, list[str]] | None = None
    headers: Mapping[str, str] = {}
    instead: str | None = None
    kind: str | None = None
    obstacles: tuple[Obstacle, ...] = ()


def _refused(status: int) -> Callable[[Refusal], Answer]:
    return lambda error: Answer(status=status, reason=error.reason, rule=error.rule)


def _rule_broken(error: RuleBroken) -> Answer:
    return Answer(
        status=409,
        reason=error.reason,
        rule=error.rule,
        remedy=error.remedy,
        obstacles=tuple(map(_obstacle, getattr(error, "obstacles", ()))),
    )


def _obstacle(said: Any) -> Obstacle:  # noqa: ANN401 - the frame knows no workflow
    basis = said.basis.code if said.basis else None
    return Obstacle(rule=said.rule, sentence=said.sentence, basis=basis)


def _step_up(error: StepUpNeeded) -> Answer:
    return Answer(status=403, reason=error.reason, instead=STEP_UP, kind="second-factor")


def _not_signed_in(error: NotSignedIn) -> Answer:
    return Answer(status=401, reason=error.reason, instead=SIGN_IN)


def _stale(error: Stale) -> Answer:
    typed = {name: list(texts) for name, texts in error.typed.items()}
    return Answer(status=409, reason=error.reason, changed=error.changed, typed=typed, kind="stale")


def _invalid(error: Invalid) -> Answer:
    sentences = tuple(sentence for found in error.errors.values() for sentence in found)
    return Answer(status=422, reason=error.reason, changed=sentences, errors=error.errors)


def _too_many(error: TooMany) -> Answer:
    wait = {"Retry-After": str(error.retry_after)}
    return Answer(status=429, reason=error.reason, headers=wait)


def _not_ready(error: NotReady) -> Answer:
    wait = {"Retry-After": str(error.retry_after)}
    return Answer(
        status=503, reason=error.reason, remedy=phrase("Muat ulang sebentar lagi."), headers=wait
    )


def _away(error: DatabaseAway) -> Answer:  # noqa: ARG001 - nothing of it is for the person
    return Answer(status=503, headers={"Retry-After": str(_RETRY_AFTER_AWAY)})


def _unavailable(error: Unavailable) -> Answer:
    wait = {"Retry-After": str(_RETRY_AFTER_UNAVAILABLE)}
    return Answer(status=503, reason=error.reason, headers=wait)


def _declined(error: Declined) -> Answer:
    return Answer(
        status=error.status,
        reason=error.reason,
        headers=error.headers,
        kind=error.kind,
        changed=error.changed,
    )


def _http(error: HTTPException) -> Answer:
    return Answer(status=error.status_code, headers=dict(error.headers or {}))


ANSWERS: dict[type[Exception], Callable[..., Answer]] = {
    Invalid: _invalid,
    RuleBroken: _rule_broken,
    Stale: _stale,
    NotVisible: _refused(404),
    NotAllowed: _refused(403),
    StepUpNeeded: _step_up,
    NotSignedIn: _not_signed_in,
    Declined: _declined,
    TooMany: _too_many,
    NotReady: _not_ready,
    Unavailable: _unavailable,
    Refusal: _refused(409),
    DatabaseAway: _away,
    HTTPException: _http,
}


def exception_handlers(write: Callable[[ErrorPage], str]) -> dict[int | type[Exception], Any]:
    """Return what answers any exception of an application, with pages as `write` writes them.

    For `Litestar(exception_handlers=…)`: only app-level handlers see unknown routes. They
    themselves never fail.
    """

    def answer_error(request: type_request, error: Exception) -> Response[object]:
        error = _innermost(error)
        answer = _answer(error)
        if answer.status >= 500 and not _expected(error):
            logging.failure(error)
        try:
            return _response(request, answer, write)
        except Exception as broken:  # noqa: BLE001 - the last net: a page must come back
            logging.failure(broken)
            return Response(
                content=LAST_RESORT[locale()], status_code=500, media_type=MediaType.HTML
            )

    return {Exception: answer_error}


def _on_bare_page(shown: ErrorPage) -> str:
    return render("errors/error.html", page=shown)


EXCEPTION_HANDLERS = exception_handlers(_on_bare_page)
"""Of the staff site, where an unknown address has no person and so no frame."""


def _expected(error: Exception) -> bool:
    return is_away(error) or isinstance(error, NotReady | Unavailable)


def _innermost(error: Exception) -> Exception:
    while isinstance(error, ExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


def _answer(error: Exception) -> Answer:
    for known in type(error).__mro__:
        if known in ANSWERS:
            return ANSWERS[known](error)
    return ANSWERS[DatabaseAway](error) if is_away(error) else Answer(status=500)


def _response(
    request: type_request, answer: Answer, write: Callable[[ErrorPage], str]
) -> Response[object]:
    words = WORDS.get(answer.status) or WORDS[400 if answer.status < 500 else 500]
    if wants_json(request):
        return _problem(request, answer, words)
    if answer.instead is not None:
        return by_way_of(request, answer.instead)
    shown = _error_page(request, answer, words)
    fragment = is_fragment(request)
    return Response(
        content=render("errors/fragment.html", page=shown) if fragment else write(shown),
        status_code=answer.status,
        media_type=MediaType.HTML,
        headers=dict(answer.headers),
    )


def _error_page(request: type_request, answer: Answer, words: Words) -> ErrorPage:
    remedy = (answer.remedy,) if answer.remedy else ()
    return ErrorPage(
        product=PRODUCT,
        status=answer.status,
        title=words.title,
        reason=answer.reason or words.reason,
        advice=remedy or words.advice,
        rule=answer.rule,
        changed=answer.changed,
        typed=tuple(text for texts in answer.typed.values() for text in texts if text.strip()),
        reference=logging.request_id(request.scope) if answer.status >= 500 else None,
    )


def _problem(request: type_request, answer: Answer, words: Words) -> Response[object]:
    kind = answer.kind or kind_of(answer.status)
    problem = Problem(
        type=address_of(kind),
        status=answer.status,
        title=TITLES[kind],
        detail=str(answer.reason or words.reason),
        rule=answer.rule,
        remedy=str(answer.remedy) if answer.remedy else None,
        errors={name: [*map(str, found)] for name, found in (answer.errors or {}).items()} or None,
        obstacles=answer.obstacles,
        changed=tuple(map(str, answer.changed)) if answer.errors is None else (),
        reference=logging.request_id(request.scope) if answer.status >= 500 else None,
    )
    return Response(
        content=problem,
        status_code=answer.status,
        media_type="application/problem+json",
        headers=dict(answer.headers),
    )


def wants_json(request: type_request) -> bool:
    """Return whether a machine asks: by the address, or by accepting JSON and no HTML."""
    accepted = request.headers.get("accept", "")
    return request.url.path.startswith("/api") or (
        "json" in accepted and "text/html" not in accepted
    )
