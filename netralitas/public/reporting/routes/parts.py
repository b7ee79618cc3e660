"""What every handler of the door shares: where it leads instead, and what a browser may keep."""

from collections.abc import Iterable
from typing import Any, TypeVar

from litestar import Request, Response
from litestar.datastructures import Cookie

from netralitas.public.reporting.door import Elsewhere
from netralitas.web.fragments import see_other

type_request = Request[Any, Any, Any]
type_answer = TypeVar("type_answer", bound=Response[Any])


def go_elsewhere(_: type_request, error: Elsewhere) -> Response[Any]:
    """Answer with the page that is for now."""
    return see_other(error.address)


ELSEWHERE: dict[int | type[Exception], Any] = {Elsewhere: go_elsewhere}
"""The handler of `Elsewhere`, for a controller."""


def with_code(answer: type_answer, cookies: Iterable[Cookie]) -> type_answer:
    """Return the answer with these cookies."""
    for cookie in cookies:
        answer.set_cookie(cookie)
    return answer
