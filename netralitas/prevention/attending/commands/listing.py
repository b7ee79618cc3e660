"""The list of presence: people typed, people of a table, a wrong line taken off."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import writing
from netralitas.prevention.attending import policy, store
from netralitas.prevention.attending.commands.telling import counted, opened, put, tell
from netralitas.prevention.attending.domain import NewAttendee, Way, row_key
from netralitas.prevention.attending.queries.presence import named_of
from netralitas.prevention.queries.offer import offer_for
from netralitas.refusals import Invalid, RuleBroken, Stale


async def list_people(actor: Actor, activity: int, people: Mapping[int, NewAttendee]) -> None:
    """Hold that these people are on the list, all or none; the key is the row they were typed in.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled, its day has not come), or Invalid by the
    field of the row: the same person twice, more than work in the unit, an unknown unit.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    if not people:
        raise Invalid({"": ["Isi nama sedikitnya satu orang."]})
    rows = list(people)
    placed = await _add(actor, activity, Way.LIST, list(people.values()))
    if placed.faults:
        raise Invalid(
            {row_key(name, rows[place]): [said] for place, (name, said) in placed.faults.items()}
        )


async def import_people(actor: Actor, activity: int, people: Sequence[NewAttendee]) -> None:
    """Hold that the people of a checked table are on the list, all or none.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled, its day has not come, nobody in it), Stale
    when somebody came onto the list since the rows were checked.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    if not people:
        raise RuleBroken("Tidak ada baris yang dapat diimpor.", rule="import.empty")
    placed = await _add(actor, activity, Way.IMPORT, people)
    if placed.faults:
        raise Stale("Daftar hadir berubah sejak berkas diperiksa. Periksa kembali hasilnya.")


async def remove_person(actor: Actor, activity: int, person: int) -> None:
    """Take a wrong line off the list; who was counted because of it is not counted any more.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled).
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        named = await named_of(c, found.id)
        present = await store.present(c, found.id)
        unit = await store.remove(c, found.id, person)
        if unit is not None:
            left = policy.after_removal(present.get(unit, 0), named[unit])
            if left > 0:
                await store.count(c, found.id, {unit: left})
            else:
                await store.count_nobody(c, found.id, unit)
        details = await counted(c, found.id)
        await tell(c, actor, found, head, "activity.person_removed", details)


async def _add(
    actor: Actor, activity: int, way: Way, people: Sequence[NewAttendee]
) -> policy.Placed:
    """Return where people could be placed; they are on the list only where no one is refused."""
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        policy.hold_day_come(found, clock.today(ZoneInfo(actor.zone)))
        offer = await offer_for(c, found)
        standing = await store.known(c, found.id, offer.units)
        placed = policy.place_people(standing, people)
        if not placed.faults:
            await put(c, actor, found, head, way, placed)
        return placed
