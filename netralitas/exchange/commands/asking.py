"""Asking in writing: one party, of an office of another one."""

from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.record import open_stream
from netralitas.database.transactions import writing
from netralitas.exchange import policy, store
from netralitas.exchange.commands.opening import Told, note, refuse
from netralitas.exchange.domain import Ground, NewRequest
from netralitas.exchange.queries import ground_of, offices_under
from netralitas.refusals import Invalid


async def ask(actor: Actor, new: NewRequest) -> int:
    """Return the id of a new request, which those whom its label lets read from then on.

    Raises NotVisible; NotAllowed for who keeps no requests or acts for no party; RuleBroken under
    an agreement that is not in force; Invalid with what the letter contradicts, by field.
    """
    may(actor, Permission.KEEP_EXCHANGE)
    async with writing(actor) as c:
        ground = await ground_of(c, new.agreement)
        asking = policy.hold_party(ground, await readers_for(c, actor.organisation))
        policy.hold_in_force(ground)
        offices = await offices_under(c, ground)
        asked = _asked(new, asking, offices)
        refuse(policy.request_problems(new, ground, clock.today(ZoneInfo(actor.zone))))
        if await store.number_is_used(c, new, actor.organisation):
            raise Invalid({"number": ["Nomor surat ini sudah dipakai untuk permintaan lain."]})
        readers = policy.readers_of(
            new.label, ground.readers, (actor.organisation, new.addressee, asking, asked)
        )
        head = await open_stream(c, "exchange")
        told = Told("exchange.asked", new.asked_on, readers, _details(new, ground, asked))
        await note(c, actor, head, told)
        sides = store.Sides(
            asker=actor.organisation,
            asking=asking,
            addressee=new.addressee,
            asked=asked,
            readers=readers,
        )
        await store.add(c, head.stream, new, sides, actor.officer)
    return head.stream


def _asked(new: NewRequest, asking: int, offices: dict[int, tuple[str, int]]) -> int:
    """Return the party of the office that is asked; Invalid for one of the own party, or none."""
    _, party = offices.get(new.addressee, ("", asking))
    if party == asking:
        raise Invalid({"addressee": ["Permintaan ditujukan kepada kantor pihak lain."]})
    return party


def _details(new: NewRequest, ground: Ground, asked: int) -> dict[str, object]:
    return {
        "agreement": ground.id,
        "kind": new.kind.value,
        "label": new.label.value,
        "asked": asked,
        "addressee": new.addressee,
        "items": len(new.items),
        "answer_by": new.answer_by.isoformat() if new.answer_by else None,
        "state": "asked",
    }
