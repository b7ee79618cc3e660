"""What stands on the agenda, who came, what was said."""

from dataclasses import dataclass

from netralitas.access.domain import Actor
from netralitas.accounts.queries import organisations
from netralitas.evaluation import store
from netralitas.evaluation.commands.standing import sitting
from netralitas.evaluation.policy import check_minutes, hold_held, hold_planned
from netralitas.evaluation.queries.proposals import proposals
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


async def add_proposed(actor: Actor, meeting: int, code: str | None = None) -> int:
    """Return how many proposals are now on the agenda besides: the one of this code, or all.

    What is open no longer, or stands there already, is passed over. Raises RuleBroken once the
    meeting is no plan any more.
    """
    added: dict[str, int] = {}
    async with sitting(actor, meeting) as now:
        hold_planned(now.meeting, "Penambahan acara")
        for each in await proposals(now.connection, actor, now.meeting, now.today):
            if each.added or code not in {None, each.code}:
                continue
            item = await store.add_item(now.connection, meeting, each.text, origin=each.code)
            if item is not None:
                added[each.code] = item
        if added:
            await now.happened("meeting.agenda_proposed", items=added)
    return len(added)


async def keep_minutes(actor: Actor, meeting: int, text: str) -> None:
    """Let this be the minutes of a meeting that was held and that nobody has signed.

    Raises RuleBroken before and after.
    """
    async with sitting(actor, meeting) as now:
        signed = await store.is_signed(now.connection, meeting)
        check_minutes(now.meeting, signed=signed)
        await store.keep_minutes(now.connection, meeting, text)
        await now.happened("meeting.minutes_kept")


async def remove_item(actor: Actor, meeting: int, item: int) -> None:
    """Take an item off the agenda of a planned meeting; NotVisible when it is not on it."""
    async with sitting(actor, meeting) as now:
        hold_planned(now.meeting, "Penghapusan acara")
        if not await store.remove_item(now.connection, meeting, item):
            raise NotVisible
        await now.happened("meeting.agenda_removed", item=item)


async def add_presence(actor: Actor, meeting: int, new: NewPresence) -> None:
    """Note how many came of an organisation, once for each.

    Raises RuleBroken before the meeting was held and once it is signed, Invalid for an organisation
    that is unknown or noted already.
    """
    async with sitting(actor, meeting) as now:
        hold_held(now.meeting, "Kehadiran")
        await now.hold_unsigned("kehadiran")
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
        await now.hold_unsigned("kehadiran")
        if not await store.remove_presence(now.connection, meeting, organisation):
            raise NotVisible
        await now.happened("meeting.presence_removed", organisation=organisation)
