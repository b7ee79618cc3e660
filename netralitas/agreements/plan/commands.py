"""What changes the realisation of a work plan: feeds, and figures entered by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.agreements.commands.opening import Opened, Told, note, opened
from netralitas.agreements.paper import Indicator
from netralitas.agreements.plan import store
from netralitas.agreements.plan.domain import Feed, NewEntry, Place, hold_feed
from netralitas.agreements.plan.reckoning import indicator_at
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.refusals import Invalid, NotVisible, RuleBroken

_FED = "Realisasi indikator ini dihitung dari catatan sistem, jadi tidak diisi tangan."
_BY_HAND = "Realisasi indikator ini sudah diisi tangan, jadi tidak dihitung dari catatan sistem."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """An indicator of an agreement under lock."""

    opened: Opened
    indicator: Indicator
    at: store.At

    async def happened(self, name: str, **details: object) -> None:
        """Record what was done: places, codes and numbers."""
        place = self.at.place
        details |= {"version": place.version, "row": place.row, "number": place.number}
        told = Told(
            name=name,
            readers=self.opened.now.readers,
            details={**details, "aspect": place.aspect.value},
        )
        await note(self.opened.connection, self.opened.actor, self.opened.head, told)


async def declare_feed(actor: Actor, agreement: int, place: Place, feed: Feed) -> int:
    """Return the id of what is counted for an indicator from now on, from the signing onwards.

    Raises NotVisible for a place that the text does not have; RuleBroken where the agreement is not
    signed, something feeds it already, or figures were entered by hand.
    """
    async with _changing(actor, agreement, place) as found:
        hold_feed(feed, found.opened.now.offices)
        c = found.opened.connection
        if await store.fed_by(c, found.at) is not None:
            raise RuleBroken("Indikator ini sudah ditautkan.", remedy="Akhiri dahulu tautannya.")
        if await store.entries_standing(c, found.at):
            raise RuleBroken(_BY_HAND, rule="plan.by_hand", remedy="Tarik dahulu isiannya.")
        added = await store.add_feed(c, found.at, feed)
        said = {
            "feed": added,
            "kind": feed.kind.value,
            "theme": feed.theme.value if feed.theme else None,
            "activity_kind": feed.activity_kind.value if feed.activity_kind else None,
            "party": feed.party,
        }
        await found.happened("agreement.fed", **said)
        return added


async def end_feed(actor: Actor, agreement: int, place: Place) -> None:
    """Let nothing be counted for an indicator any more. Raises RuleBroken where nothing was."""
    async with _changing(actor, agreement, place) as found:
        fed = await store.fed_by(found.opened.connection, found.at)
        if fed is None:
            raise RuleBroken("Indikator ini tidak ditautkan.")
        await store.end_feed(found.opened.connection, fed, found.at)
        await found.happened("agreement.feed_ended", feed=fed)


async def enter_figure(
    actor: Actor, agreement: int, place: Place, new: NewEntry, file: Stored | None = None
) -> int:
    """Return the id of a figure that replaces the one of the same year or month.

    Raises Invalid for a year outside the plan or a time to come; RuleBroken where the indicator is
    fed, has no unit, or the year is told both as a whole and by months.
    """
    async with _changing(actor, agreement, place) as found:
        c = found.opened.connection
        _hold_entry(found, new)
        if await store.fed_by(c, found.at) is not None:
            raise RuleBroken(_FED, rule="plan.fed", remedy="Akhiri dahulu tautannya.")
        same = [e for e in await store.entries_standing(c, found.at) if e.year == new.year]
        if any((each.month is None) != (new.month is None) for each in same):
            raise RuleBroken(
                "Satu tahun diisi sekaligus atau per bulan, tidak keduanya.",
                remedy="Tarik dahulu isian tahun itu.",
            )
        for each in same:
            if each.month == new.month:
                await store.withdraw(c, each.id, found.at)
        digest = await add_in(c, file) if file else None
        added = await store.add_entry(c, found.at, new, digest)
        said = {"year": new.year, "month": new.month, "amount": new.amount}
        await found.happened("agreement.figure_entered", entry=added, **said)
        return added


async def withdraw_figure(actor: Actor, agreement: int, place: Place, entry: int) -> None:
    """Let a figure count no more; that it was entered stays. Raises NotVisible for no such one."""
    async with _changing(actor, agreement, place) as found:
        if not await store.stands(found.opened.connection, found.at, entry):
            raise NotVisible
        await store.withdraw(found.opened.connection, entry, found.at)
        await found.happened("agreement.figure_withdrawn", entry=entry)


def _hold_entry(found: _Open, new: NewEntry) -> None:
    if not found.indicator.unit:
        raise RuleBroken("Indikator ini tidak memiliki satuan, jadi realisasinya bukan angka.")
    years = found.opened.paper.years
    if new.year not in years:
        raise Invalid({"year": [f"Rencana kerja ini untuk {years[0]} sampai {years[-1]}."]})
    today = found.opened.today
    if (new.year, new.month or 1) > (today.year, today.month):
        raise Invalid({"month" if new.month else "year": ["Waktunya belum tiba."]})
    if new.amount < 0:
        raise Invalid({"amount": ["Realisasi tidak boleh negatif."]})


@asynccontextmanager
async def _changing(actor: Actor, agreement: int, place: Place) -> AsyncIterator[_Open]:
    """Open an indicator of a signed agreement, in a transaction of its own, for one event."""
    async with opened(actor, agreement) as now:
        if now.now.signed_on is None:
            raise RuleBroken("Rencana kerja dilaksanakan setelah kerja sama ditandatangani.")
        now.hold_fresh(place.version)
        at = store.At(
            agreement=agreement,
            place=place,
            officer=actor.officer,
            now=clock.now(),
            readers=now.now.readers,
        )
        yield _Open(opened=now, indicator=indicator_at(now.paper, place), at=at)
