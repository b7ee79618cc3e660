"""What every handler of the door shares: where it leads instead, and what a browser may keep."""

from collections.abc import Iterable
from typing import Any, TypeVar

from litestar import Request, Response
from litestar.datastructures import Cookie
from msgspec.structs import replace

from netralitas.public import sections
from netralitas.public.reporting.door import Elsewhere
from netralitas.web.fragments import see_other
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]
type_answer = TypeVar("type_answer", bound=Response[Any])


def go_elsewhere(_: type_request, error: Elsewhere) -> Response[Any]:
    """Answer with the page that is for now."""
    return see_other(error.address)


def seen_at(address: str, frame: Frame) -> Frame:
    """Return the frame of a page that is asked for again, in another language, at an address.

    For the answer to a form whose own address cannot be asked for; without one it is in none.
    """
    tongues = sections.frame(address, demo=False).tongues if address else ()
    return replace(frame, tongues=tongues)


ELSEWHERE: dict[int | type[Exception], Any] = {Elsewhere: go_elsewhere}
"""The handler of `Elsewhere`, for a controller."""


def with_code(answer: type_answer, cookies: Iterable[Cookie]) -> type_answer:
    """Return the answer with these cookies."""
    for cookie in cookies:
        answer.set_cookie(cookie)
    return answer
