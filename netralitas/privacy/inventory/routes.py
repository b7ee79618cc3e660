"""`/data-pribadi`: the inventory of personal data."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may, refusal
from netralitas.privacy.inventory.pages import inventory_page
from netralitas.web.visit import Visit


class InventoryController(Controller):
    """What the installation holds of people."""

    path = "/data-pribadi"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show every table with personal data."""
        may(visit.actor, Permission.SEE_INVENTORY)
        sees = refusal(visit.actor, Permission.SEE_RETENTION) is None
        return await visit.page(
            "privacy/inventory.html", inventory_page("/retensi" if sees else None)
        )


CONTROLLERS = (InventoryController,)
