"""`/akun/kode-pemulihan`: ten codes for the day on which a device is lost, shown once."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.accounts.second_factor import words
from netralitas.accounts.second_factor.commands.recovering import make_codes
from netralitas.accounts.second_factor.pages import RecoveryPage
from netralitas.accounts.second_factor.queries import held_by, recovery_used
from netralitas.accounts.second_factor.routes.counter import COUNTER, RECOVERY, Counter
from netralitas.database.transactions import reading
from netralitas.law.domain import Zone


class RecoveryController(Controller):
    """How many codes are left, when some were used, and the way to new ones."""

    path = RECOVERY
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> Response[str]:
        """Count them."""
        return await _counted(counter)

    @post()
    async def make(self, counter: NamedDependency[Counter]) -> Response[str]:
        """Make ten and show them, this once."""
        return await _counted(counter, await make_codes(counter.bearer))


async def _counted(counter: Counter, made: tuple[str, ...] = ()) -> Response[str]:
    actor = counter.bearer.session.actor
    async with reading(actor) as c:
        held = await held_by(c, actor.officer)
        used = await recovery_used(c, actor.officer)
    content = RecoveryPage(
        left=held.recovery,
        possible=held.any,
        used=tuple(words.moment(at, Zone(actor.zone)) for at in used),
        made=made,
    )
    return await counter.show("accounts/recovery_codes.html", content)
