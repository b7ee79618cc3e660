"""What every database of this version has: schema, rights, states, reference data, the law."""

from collections.abc import Callable

from netralitas.accounts.commands.administration import as_system
from netralitas.database.engine import ENGINE
from netralitas.database.migrate import migrate
from netralitas.editions.commands.shipping import ship_law
from netralitas.reference.load import load_reference
from netralitas.workflows import declared_states


async def bring_up(owner_dsn: str, say: Callable[[str], object]) -> None:
    """Bring the database to this version; again it changes nothing. The engine must be closed.

    Raises what `migrate` raises.
    """
    await migrate(owner_dsn, declared_states(), say)
    say("Regions and elections")
    await load_reference(owner_dsn)
    say("Rules, calendar and catalogues")
    await ENGINE.open(owner_dsn, size=1, application="netralitas migrate", command_seconds=None)
    try:
        await as_system()
        await ship_law()
    finally:
        await ENGINE.close()
