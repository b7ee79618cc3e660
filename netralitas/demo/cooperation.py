"""The demo's agreement after the model of Belitung Timur, and what was done under it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from netralitas.access.domain import Actor
from netralitas.demo import recording
from netralitas.demo.activity_deck import FIRST, RECENT, Activity
from netralitas.demo.activity_materials import Beside
from netralitas.demo.founding_agreement import SIGNED_ON, count_plan, found_agreement
from netralitas.demo.pacing import ZONE
from netralitas.demo.regency import DISTRICTS
from netralitas.demo.telling import Teller, type_story
from netralitas.prevention.commands import (
    Target,
    announce_activity,
    cancel_activity,
    hold_activity,
    move_activity,
    plan_activity,
)
from netralitas.prevention.domain import (
    Attendance,
    CancelReason,
    Fund,
    Move,
    NewActivity,
    Record,
    Together,
)
from netralitas.prevention.policy import needs_people

_UNITS: Final = "SELECT id, code, staff FROM unit ORDER BY id"
_DUTIES: Final = "SELECT id, theme, organisation FROM duty ORDER BY id"
_PLANNED_BEFORE: Final = timedelta(days=40)
_ANNOUNCED_BEFORE: Final = timedelta(days=8)
_HOURS: Final = (time(9), time(11, 30))
_MOVED_TO: Final = "Balai pertemuan kecamatan"
_NEVER_REACHED: Final = frozenset({"setwan", "kec-05", "kec-08"})
"""Units that nobody has visited yet: the dashboard names them."""


_REASONS: Final = {"postponed": CancelReason.POSTPONED, "budget": CancelReason.BUDGET}


class Cooperation:
    """Tells what the parties of the agreement did together."""

    def __init__(self, teller: Teller, rng: Random) -> None:
        """`rng` decides who came."""
        self._teller = teller
        self._rng = rng
        self._agreement = 0
        self._beside = Beside(teller.clerk.storage)

    @property
    def agreement(self) -> int:
        """Return the id of the agreement; LookupError before it is signed."""
        if not self._agreement:
            raise LookupError("nothing happens under an agreement before it is signed")
        return self._agreement

    async def found(self) -> None:
        """Let both parties sign the agreement, and its work plan be counted from then on."""
        self._agreement = await found_agreement(self._teller)
        await count_plan(self._teller, self._agreement)

    def stories(self) -> Iterator[type_story]:
        """Yield the agreement, and each activity under it, as stories."""
        yield self.found()
        calendar, workday = self._teller.book.calendar(), self._teller.workday
        after = [SIGNED_ON + timedelta(days=each.days) for each in FIRST]
        days = [calendar.workday_after(on, 1, inclusive=True) for on in after]
        days += [workday(each.days) for each in RECENT]
        for place, (activity, on) in enumerate(zip((*FIRST, *RECENT), days, strict=True)):
            seed = self._rng.getrandbits(32)
            yield self._tell(activity, on, DISTRICTS[place % len(DISTRICTS)], Random(seed))  # noqa: S311 - no secret

    async def _tell(
        self, activity: Activity, on: date, district: tuple[str, str], rng: Random
    ) -> None:
        actor = self._teller.actors[activity.who]
        first = on - timedelta(days=activity.moved)
        with await self._teller.at(self._planned_at(first)):
            identity = await plan_activity(actor, await self._plan(activity, first, district, rng))
        version = 1
        if activity.announced:
            version = await self._announce(actor, activity, identity, on)
        target = Target(activity=identity, version=version)
        if activity.ended in _REASONS:
            with await self._teller.at(_at(on - timedelta(days=3), 14)):
                await cancel_activity(actor, target, _REASONS[activity.ended])
        elif activity.ended == "held":
            with await self._teller.at(_at(on, 16)):
                said = await self._record(activity, rng)
                await hold_activity(actor, target, on, said)
                held = Target(activity=identity, version=version + 1)
                await self._beside.put(actor, held, activity, on, said)

    async def _plan(
        self, activity: Activity, on: date, district: tuple[str, str], rng: Random
    ) -> NewActivity:
        """Return the activity as it was first planned."""
        code, name = district
        far = not needs_people(activity.kind)
        units = await recording.rows(_UNITS)
        return NewActivity(
            theme=activity.theme,
            kind=activity.kind,
            title=activity.title,
            planned_on=on,
            begins_at=None if far else _HOURS[0],
            ends_at=None if far else _HOURS[1],
            region=code,
            audience="ASN perangkat daerah dan kecamatan",
            invited=() if far else tuple(row["id"] for row in rng.sample(units, 6)),
            together=activity.together,
            place=None if far else f"Aula Kecamatan {name}",
            agreement=self.agreement,
            fund=Fund.NONE if far else Fund.APBD if activity.who == "dewa" else Fund.APBN,
            cost=None if far else rng.randint(4, 18) * 250_000,
        )

    async def _announce(self, actor: Actor, activity: Activity, identity: int, on: date) -> int:
        """Tell the public, and move what was put off; return the version after that."""
        moment = _at(min(on - _ANNOUNCED_BEFORE, self._teller.today - timedelta(days=1)), 11)
        with await self._teller.at(moment):
            target = Target(activity=identity, version=1)
            await announce_activity(actor, target, activity.notice)
            if not activity.moved:
                return 2
            move = Move(planned_on=on, begins_at=_HOURS[0], ends_at=_HOURS[1], place=_MOVED_TO)
            await move_activity(actor, Target(activity=identity, version=2), move)
        return 3

    def _planned_at(self, on: date) -> datetime:
        first = SIGNED_ON + timedelta(days=1)
        return _at(max(min(on - _PLANNED_BEFORE, self._teller.today), first), 10)

    async def _record(self, activity: Activity, rng: Random) -> Record:
        """Return who came, of some of the units, and which duties were done."""
        units = [row for row in await recording.rows(_UNITS) if row["code"] not in _NEVER_REACHED]
        came = rng.sample(units, rng.randint(4, 8))
        if not needs_people(activity.kind):
            came = []
        duty_rows = await recording.rows(_DUTIES)
        mine = [row for row in duty_rows if row["theme"] == activity.theme]
        if activity.together is Together.ALONE:
            own = self._teller.offices["pemkab" if activity.who == "dewa" else "kab"]
            mine = [row for row in mine if row["organisation"] == own]
        done = rng.sample(mine, max(1, len(mine) * 2 // 3)) if mine else []
        return Record(
            attendance=tuple(
                Attendance(
                    unit=row["id"], present=rng.randint(row["staff"] // 5, row["staff"] // 2)
                )
                for row in came
            ),
            duties=tuple(sorted(row["id"] for row in done)),
        )


def _at(on: date, hour: int) -> datetime:
    return datetime(on.year, on.month, on.day, hour, tzinfo=ZONE)
