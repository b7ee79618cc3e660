"""From a request to the doorway it stands in, and from who was admitted to the answer."""

from typing import Any, Final
from urllib.parse import urlencode

from litestar import Request
from litestar.response import Redirect

from netralitas.accounts import cookies
from netralitas.accounts.address import address_of
from netralitas.accounts.agents import agent_of
from netralitas.accounts.commands.signing import Admitted, Doorway
from netralitas.accounts.domain import Step
from netralitas.accounts.middleware import current_session
from netralitas.settings import Settings
from netralitas.web.fragments import see_other

HOME: Final = "/beranda"
SIGN_IN: Final = "/masuk"
PROVE: Final = f"{SIGN_IN}/faktor-kedua"
ENROL: Final = f"{SIGN_IN}/pemasangan"
DESK: Final = "/meja"


def doorway_of(request: Request[Any, Any, Any], settings: Settings) -> Doorway:
    """Return the browser in which somebody signs in."""
    return Doorway(
        address=address_of(request, settings),
        settings=settings,
        before=current_session(request),
        agent=agent_of(request.headers.get("user-agent")),
    )


def answer(admitted: Admitted, goal: str, settings: Settings) -> Redirect:
    """Return the way to the second step; or to the goal, by way of the desks if there are several.

    `goal` is an address of this site. The browser gets the cookie that belongs to it.
    """
    if admitted.step is not Step.SESSION:
        way = see_other(with_next(PROVE if admitted.step is Step.PROVE else ENROL, goal))
        way.set_cookie(cookies.carrying(admitted.token, settings, half=True))
        return way
    way = see_other(with_next(DESK, goal) if admitted.several_desks else goal)
    way.set_cookie(cookies.carrying(admitted.token, settings))
    return way


def with_next(address: str, goal: str) -> str:
    """Return an address from which one goes on to the goal."""
    return address if goal == HOME else f"{address}?{urlencode({'next': goal})}"
