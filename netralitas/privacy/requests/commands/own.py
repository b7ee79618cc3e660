"""An officer takes their own data along."""

import msgspec

from netralitas.access.domain import Actor
from netralitas.accounts.events import happened
from netralitas.database.transactions import writing
from netralitas.privacy.requests.queries.data import acts_of, data_of_officer


async def own_data(actor: Actor) -> bytes:
    """Return the officer's own data as JSON; it stands on record that they took them."""
    async with writing(actor) as c:
        data = await data_of_officer(c, actor.officer)
        data["acts_done"] = await acts_of(c, actor.officer)
        await happened(c, actor, "officer.own_data")
        return msgspec.json.format(msgspec.json.encode(data), indent=2)
