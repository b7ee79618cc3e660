"""Planning an activity: by whom, with whom, for whom, and who reads it from then on."""

from collections.abc import Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements.queries import offices_of, one_cooperation
from netralitas.audit.record import open_stream
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.prevention import policy, store
from netralitas.prevention.commands.opening import note, refuse
from netralitas.prevention.domain import NewActivity, NewUnit
from netralitas.prevention.queries.choices import is_known_region, is_possible_party
from netralitas.prevention.queries.offer import units_of
from netralitas.refusals import Invalid

_NOT_YOURS: Final = "Kerja sama ini tidak ada, atau kantor Anda bukan pihaknya."
_NOT_INVITED: Final = "Pilih unit kerja dari para pihak kegiatan ini saja."


async def plan_activity(actor: Actor, new: NewActivity) -> int:
    """Return the id of a new activity, which both parties see from then on.

    Raises NotAllowed, or Invalid with what contradicts itself, by field.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        chain = await readers_for(c, actor.organisation)
        others, party, readers = await _who(c, actor, chain, new)
        if not await is_known_region(c, new.region):
            raise Invalid({"region": ["Kecamatan ini tidak dikenal. Pilih lagi."]})
        if new.invited:
            await _hold_invited(c, new, readers)
        head = await open_stream(c, "activity")
        await store.add(c, head.stream, actor.organisation, new, readers)
        await store.invite(c, head.stream, new.invited, readers)
        details = _planned(new, party, others)
        await note(c, actor, head, "activity.planned", readers, details)
        return head.stream


async def add_unit_in(connection: Connection, new: NewUnit) -> int:
    """Return the id of a new work unit; the connection must be the owner's.

    The application's role only reads units, as it does agreements: the demo and tests add them.
    """
    return await store.add_unit(connection, new)


async def _hold_invited(c: Connection, new: NewActivity, readers: Sequence[int]) -> None:
    """Hold that units are invited once each, and are of those who take part."""
    known = {unit.id for unit in await units_of(c, readers)}
    if not known.issuperset(new.invited) or len(set(new.invited)) < len(new.invited):
        raise Invalid({"invited": [_NOT_INVITED]})


def _planned(new: NewActivity, party: int | None, others: Sequence[int]) -> dict[str, Any]:
    """Return what the event of a plan keeps: codes, ids, days, numbers."""
    return {
        "theme": new.theme.value if new.theme else None,
        "kind": new.kind.value,
        "together": new.together.value,
        "planned_on": new.planned_on.isoformat(),
        "region": new.region,
        "agreement": new.agreement,
        "party": party,
        "others": others,
        "begins_at": new.begins_at.isoformat("minutes") if new.begins_at else None,
        "ends_at": new.ends_at.isoformat("minutes") if new.ends_at else None,
        "invited": sorted(new.invited),
        "fund": new.fund.value if new.fund else None,
        "cost": new.cost,
    }


async def _who(
    c: Connection, actor: Actor, chain: Sequence[int], new: NewActivity
) -> tuple[list[int], int | None, tuple[int, ...]]:
    """Return the other organisations, the actor's party of the agreement, and who reads it."""
    cooperation = None
    if new.agreement is not None:
        cooperation = await one_cooperation(c, new.agreement)
        if cooperation is None or cooperation.party_of(chain) is None:
            raise Invalid({"agreement": [_NOT_YOURS]})
    refuse(policy.plan_problems(new, cooperation, clock.today(ZoneInfo(actor.zone))))
    if cooperation is not None:
        party = cooperation.party_of(chain)
        others = [one.organisation for one in cooperation.parties if one.organisation != party]
        return others, party, tuple(sorted({*chain, *cooperation.readers}))
    if new.other is None:
        return [], None, tuple(chain)
    if new.other in chain or not await is_possible_party(c, new.other):
        raise Invalid({"other": ["Pilih instansi pemerintah daerah atau Bawaslu yang lain."]})
    readers = await offices_of(c, [new.other])
    return [new.other], None, tuple(sorted({*chain, *readers}))
