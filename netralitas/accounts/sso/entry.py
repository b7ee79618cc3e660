"""The one place where somebody the provider vouches for goes on as everybody else who signs in."""

from netralitas import clock
from netralitas.accounts.commands.signing import Admitted, Doorway, admit_in, begin_in
from netralitas.accounts.domain import Way
from netralitas.accounts.queries import desks_of
from netralitas.accounts.sso.domain import SsoProblem, SsoRefused
from netralitas.database.connection import Connection


async def enter_in(c: Connection, officer: int, doorway: Doorway, *, factor: bool) -> Admitted:
    """Return the session of an officer, or the way to their second factor; the last thing of `c`.

    `factor`: the provider was shown one, which is as good here for signing in, and for nothing
    more: how long ago that was it does not say. Raises SsoRefused without a desk today.
    """
    admitted: Admitted | None
    if factor:
        desks = await desks_of(c, officer, clock.now())
        admitted = await begin_in(c, Way.SSO, desks, doorway) if desks else None
    else:
        admitted = await admit_in(c, officer, Way.SSO, doorway)
    if admitted is None:
        raise SsoRefused(SsoProblem.NO_ACCOUNT)
    return admitted
