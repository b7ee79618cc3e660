"""Answers in HTML: whole pages, fragments for htmx, redirects."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response
from litestar.enums import MediaType
from litestar.response import Redirect

from netralitas.language import local, speaking
from netralitas.web.frame import Frame
from netralitas.web.templates import render

type_request = Request[Any, Any, Any]


def is_fragment(request: type_request) -> bool:
    """Return whether htmx asks for a part of a page that is already on the screen."""
    headers = request.headers
    return headers.get("hx-request") == "true" and headers.get("hx-request-type") == "partial"


def page(
    template: str,
    content: object,
    *,
    frame: Frame,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[str]:
    """Return a page or fragment, written at once in the language and zone of the frame.

    The template sees two names only: `page`, the one struct made for it, and `frame`.
    """
    with speaking(frame.locale, frame.zone):
        html = render(template, page=content, frame=frame)
    return Response(
        content=html,
        status_code=status,
        media_type=MediaType.HTML,
        headers=dict(headers or {}),
    )


def see_other(address: str) -> Redirect:
    """Return the redirect after a POST: the browser gets the page at `address` with GET.

    It is the page in the language in which was asked.
    """
    return Redirect(local(address), status_code=303)


def local_path(claimed: str | None, default: str = "/") -> str:
    """Return an address on this site, for going back after sign-in; `default` for any other.

    Browsers read "//host" and "/\\host" as other sites.
    """
    if not claimed or not claimed.startswith("/") or claimed[1:2] in {"/", "\\"}:
        return default
    return claimed if claimed.isprintable() and "\\" not in claimed else default
