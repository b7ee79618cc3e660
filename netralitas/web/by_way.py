"""The way to a page from which one comes back: to sign in, and to show the second factor."""

from typing import Final
from urllib.parse import quote, urlsplit

from litestar import Request, Response
from litestar.datastructures import State
from litestar.response import Redirect

from netralitas.web.fragments import is_fragment, local_path, see_other

SIGN_IN: Final = "/masuk"
STEP_UP: Final = "/akun/konfirmasi"
CARRYING: Final = f"{STEP_UP}/isian"
"""Where a form waits until the second factor was shown."""

type_request = Request[object, object, State]


def by_way_of(request: type_request, page: str) -> Response[object]:
    """Return the way to a page from which one comes back to where one was."""
    if page == STEP_UP and request.method == "POST" and not is_fragment(request):
        return _with_everything(request)
    address = f"{page}?next={quote(_back_to(request), safe='/')}"
    if is_fragment(request):
        return Response(content=b"", status_code=401, headers={"HX-Redirect": address})
    return see_other(address)


def _with_everything(request: type_request) -> Response[object]:
    """Return the way to the second factor on which the browser takes the whole form along (307)."""
    own = _local(str(request.url))
    return Redirect(f"{CARRYING}?next={quote(own, safe='/')}", status_code=307)


def _back_to(request: type_request) -> str:
    """Return where to go on: the page itself, or for a form the page that held it."""
    address = str(request.url)
    if request.method not in {"GET", "HEAD"} or is_fragment(request):
        address = request.headers.get("hx-current-url") or request.headers.get("referer") or ""
    return _local(address)


def _local(address: str) -> str:
    """Return path and query of an address of ours."""
    try:
        asked = urlsplit(address)
    except ValueError:
        return "/"
    return local_path(f"{asked.path}?{asked.query}" if asked.query else asked.path)
