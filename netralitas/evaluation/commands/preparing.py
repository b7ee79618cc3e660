"""What stands on the agenda, and who came."""

from dataclasses import dataclass

from netralitas.access.domain import Actor
from netralitas.accounts.queries import organisations
from netralitas.evaluation import store
from netralitas.evaluation.commands.standing import sitting
from netralitas.evaluation.policy import hold_held, hold_planned
from netralitas.refusals import Invalid, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPresence:
    """How many came of an organisation, in which capacities; no names."""

    organisation: int
    persons: int
    capacity: str


async def add_item(actor: Actor, meeting: int, text: str) -> None:
    """Put an item at the end of the agenda of a planned meeting.

    Raises RuleBroken once it is no plan any more, Invalid for an item that stands there already.
    """
    async with sitting(actor, meeting) as now:
        hold_planned(now.meeting, "Penambahan acara")
        item = await store.add_item(now.connection, meeting, text)
        if item is None:
            raise Invalid({"text": ["Acara ini sudah tercantum."]})
        await now.happened("meeting.agenda_added", item=item)


async def remove_item(actor: Actor, meeting: int, item: int) -> None:
    """Take an item off the agenda of a planned meeting; NotVisible when it is not on it."""
    async with sitting(actor, meeting) as now:
        hold_planned(now.meeting, "Penghapusan acara")
        if not await store.remove_item(now.connection, meeting, item):
            raise NotVisible
        await now.happened("meeting.agenda_removed", item=item)


async def add_presence(actor: Actor, meeting: int, new: NewPresence) -> None:
    """Note how many came of an organisation, once for each.

    Raises RuleBroken before the meeting was held, Invalid for an organisation that is unknown or
    noted already.
    """
    async with sitting(actor, meeting) as now:
        hold_held(now.meeting, "Kehadiran")
        if new.organisation not in {each.id for each in await organisations(now.connection)}:
            raise Invalid({"organisation": ["Pilih lagi instansinya dari daftar."]})
        added = await store.add_presence(
            *(now.connection, meeting),
            organisation=new.organisation,
            persons=new.persons,
            capacity=new.capacity,
        )
        if not added:
            raise Invalid(
                {
                    "organisation": [
                        "Kehadiran instansi ini sudah dicatat. Hapus dahulu catatannya bila keliru."
                    ]
                }
            )
        await now.happened(
            "meeting.presence_recorded", organisation=new.organisation, persons=new.persons
        )


async def remove_presence(actor: Actor, meeting: int, organisation: int) -> None:
    """Forget who came of an organisation, as it was wrong; NotVisible when nothing is noted."""
    async with sitting(actor, meeting) as now:
        if not await store.remove_presence(now.connection, meeting, organisation):
            raise NotVisible
        await now.happened("meeting.presence_removed", organisation=organisation)
