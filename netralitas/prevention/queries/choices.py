"""What can be picked when an activity is planned: places, agreements, the other party."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.accounts.domain import OrganisationKind
from netralitas.accounts.queries import organisations, readers_for
from netralitas.agreements.queries import cooperations
from netralitas.agreements.words import plain_day
from netralitas.database.connection import Connection
from netralitas.prevention.queries.files import files_of
from netralitas.prevention.queries.offer import units_of
from netralitas.prevention.queries.posts import posts_of
from netralitas.prevention.words import PLATFORMS, WHOLE_REGENCY
from netralitas.reference.domain import RegionLevel
from netralitas.reference.queries import region_chain, regions

type_pairs = list[tuple[str, str]]

_OFFICE: Final = "SELECT region FROM organisation WHERE id = $1"
_REGION: Final = "SELECT true FROM region WHERE code = $1"
_PARTY: Final = """
SELECT true FROM organisation WHERE id = $1 AND kind IN ('bawaslu', 'government')
"""

# Whoever plans looks for the other side.
_OTHER_SIDE: Final = {
    OrganisationKind.BAWASLU: OrganisationKind.GOVERNMENT,
    OrganisationKind.GOVERNMENT: OrganisationKind.BAWASLU,
}


async def plan_choices(c: Connection, actor: Actor) -> dict[str, type_pairs]:
    """Return the options of the form of a plan, by field; the agreement of today first."""
    chain = await readers_for(c, actor.organisation)
    side = _OTHER_SIDE[OrganisationKind(actor.organisation_kind)]
    agreements = await cooperations(c, chain)
    offices = {*chain, *(reader for one in agreements for reader in one.readers)}
    return {
        "region": await _places(c, actor),
        "agreement": [(str(one.id), one.title) for one in agreements],
        "invited": [(str(unit.id), unit.name) for unit in await units_of(c, sorted(offices))],
        "other": [
            (str(one.id), one.name) for one in await organisations(c, side) if one.id not in chain
        ],
    }


async def proof_choices(c: Connection, activity: int) -> dict[str, type_pairs]:
    """Return what can show that a duty was done: the files of an activity, the posts about it."""
    return {
        "file": [(str(one.id), one.title) for one in await files_of(c, activity)],
        "post": [
            (str(one.id), f"{PLATFORMS[one.platform]}, {plain_day(one.posted_on)}")
            for one in await posts_of(c, activity)
        ],
    }


async def is_known_region(c: Connection, region: str) -> bool:
    """Say whether there is a region of this code."""
    return bool(await c.fetchval(_REGION, region))


async def is_possible_party(c: Connection, organisation: int) -> bool:
    """Say whether an organisation can hold an activity with another."""
    return bool(await c.fetchval(_PARTY, organisation))


async def _places(c: Connection, actor: Actor) -> type_pairs:
    """Return the sub-districts within the region of the office, and that region as a whole."""
    office: str | None = await c.fetchval(_OFFICE, actor.organisation)
    chain = await region_chain(c, office) if office else ()
    below = RegionLevel.REGENCY if len(chain) < 2 else RegionLevel.DISTRICT
    places = [(region.code, region.name) for region in await regions(c, below, within=office)]
    if chain:
        whole = chain[-1]
        said = WHOLE_REGENCY if whole.level is RegionLevel.REGENCY else "{region}"
        places.append((whole.code, said.format(region=whole.name)))
    return places
