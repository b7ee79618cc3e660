"""What every handler of the door shares: where it leads instead, and what a browser may keep."""

from typing import Any

from litestar import Request, Response
from litestar.response import Redirect

from netralitas.public.reporting.door import Elsewhere
from netralitas.web.fragments import see_other

type_request = Request[Any, Any, Any]


def go_elsewhere(_: type_request, error: Elsewhere) -> Response[Any]:
    """Answer with the page that is for now."""
    return see_other(error.address)


ELSEWHERE: dict[int | type[Exception], Any] = {Elsewhere: go_elsewhere}
"""The handler of `Elsewhere`, for a controller."""


def with_code(answer: Redirect, *cookies: Any) -> Redirect:  # noqa: ANN401 - Litestar's cookies
    """Return the redirect with these cookies."""
    for cookie in cookies:
        answer.set_cookie(cookie)
    return answer
