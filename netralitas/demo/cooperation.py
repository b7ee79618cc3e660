"""The demo's agreement after the model of Belitung Timur, and what was done under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from netralitas.agreements.commands import add_agreement_in
from netralitas.agreements.domain import AgreementKind, EndsBy, NewAgreement, NewParty
from netralitas.agreements.model import duties
from netralitas.cases.domain import Theme
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo import recording
from netralitas.demo.pacing import ZONE
from netralitas.demo.regency import DISTRICTS
from netralitas.demo.telling import Teller, type_story
from netralitas.prevention.commands import (
    Target,
    cancel_activity,
    hold_activity,
    plan_activity,
)
from netralitas.prevention.domain import (
    ActivityKind,
    Attendance,
    CancelReason,
    NewActivity,
    Record,
    Together,
)

SIGNED_ON: Final = date(2024, 3, 4)
ENDS_ON: Final = date(2027, 3, 3)

_UNITS: Final = "SELECT id, code, staff FROM unit ORDER BY id"
_DUTIES: Final = "SELECT id, theme, organisation FROM duty ORDER BY id"
_PLANNED_BEFORE: Final = timedelta(days=40)
_NEVER_REACHED: Final = frozenset({"setwan", "kec-05", "kec-08"})
"""Units that nobody has visited yet: the dashboard names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity of the demo, so many days after the signing, or from today on; or before today.

    `ended` None: it is still planned.
    """

    title: str
    theme: Theme
    days: int
    ended: str | None = "held"
    kind: ActivityKind = ActivityKind.SOCIALIZATION
    together: Together = Together.JOINT
    who: str = "wulan"


_NEUTRAL: Final = Theme.NEUTRALITY
_MONEY: Final = Theme.MONEY_POLITICS
_BLACK: Final = Theme.BLACK_CAMPAIGN
_ALONE: Final = Together.ALONE
_ONLINE: Final = ActivityKind.DISSEMINATION

FIRST: Final = (
    Activity(title="Pembukaan kerja sama bagi pimpinan perangkat daerah", theme=_NEUTRAL, days=15),
    Activity(title="Netralitas bagi guru sekolah menengah", theme=_NEUTRAL, days=51),
    Activity(title="Menolak politik uang di kecamatan", theme=_MONEY, days=79),
    Activity(title="Bijak bermedia sosial", theme=_BLACK, days=100, kind=ActivityKind.LITERACY),
    Activity(title="Pembekalan pejabat pengawas", theme=_NEUTRAL, days=127, who="dewa"),
    Activity(title="Netralitas bagi tenaga kesehatan", theme=_NEUTRAL, days=150),
    Activity(title="Apel bersama menjelang penetapan calon", theme=_NEUTRAL, days=196),
    Activity(title="Unggahan bersama sebelum kampanye", theme=_BLACK, days=205, kind=_ONLINE),
    Activity(title="Mengenali politik uang di kelurahan", theme=_MONEY, days=219),
    Activity(title="Bahaya kabar bohong bagi pegawai", theme=_BLACK, days=234),
    Activity(title="Rapat kerja camat dan lurah", theme=_NEUTRAL, days=241, ended="postponed"),
    Activity(title="Netralitas pada masa tenang", theme=_NEUTRAL, days=264, together=_ALONE),
    Activity(
        title="Pelatihan pengawasan partisipatif",
        theme=_NEUTRAL,
        days=366,
        kind=ActivityKind.TRAINING,
    ),
    Activity(title="Politik uang dan pelayanan publik", theme=_MONEY, days=430, who="dewa"),
    Activity(title="Literasi pemilih muda di kantor", theme=_BLACK, days=505),
    Activity(title="Disiplin pegawai dan netralitas", theme=_NEUTRAL, days=590, who="dewa"),
)
"""Counted from the signing."""

RECENT: Final = (
    Activity(title="Netralitas bagi pegawai kontrak", theme=_NEUTRAL, days=-205),
    Activity(title="Politik uang: belajar dari perkara", theme=_MONEY, days=-161),
    Activity(title="Kampanye hitam di grup percakapan", theme=_BLACK, days=-133),
    Activity(title="Netralitas bagi penyuluh dan pendamping", theme=_NEUTRAL, days=-96),
    Activity(title="Kunjungan ke empat kecamatan", theme=_MONEY, days=-68, ended="budget"),
    Activity(title="Unggahan bersama: netral itu keren", theme=_NEUTRAL, days=-47, kind=_ONLINE),
    Activity(title="Netralitas menjelang pemilihan ulang", theme=_NEUTRAL, days=-19),
    Activity(title="Menangkal politik uang di desa", theme=_MONEY, days=-6, ended=None),
    Activity(title="Netralitas bagi perangkat kecamatan", theme=_NEUTRAL, days=12, ended=None),
    Activity(title="Lawan kampanye hitam", theme=_BLACK, days=33, ended=None, who="dewa"),
)
"""Counted from today: one that was to be held is not, and two lie ahead."""

_REASONS: Final = {"postponed": CancelReason.POSTPONED, "budget": CancelReason.BUDGET}


class Cooperation:
    """Tells what the parties of the agreement did together."""

    def __init__(self, teller: Teller, rng: Random) -> None:
        """`rng` decides who came."""
        self._teller = teller
        self._rng = rng
        self._agreement = 0

    async def found(self) -> int:
        """Return the id of the agreement, which both parties see from now on."""
        offices = self._teller.offices
        new = NewAgreement(
            kind=AgreementKind.NOTA_KESEPAKATAN,
            title="Netralitas ASN dan pencegahan pelanggaran di Tanjung Lestari",
            place="Muara Embun",
            signed_on=SIGNED_ON,
            ends_by=EndsBy.TERM,
            ends_on=ENDS_ON,
            parties=(
                NewParty(
                    organisation=offices["kab"],
                    printed="011/HK.02/K.TL-01/03/2024",
                    capacity="Ketua Bawaslu Kabupaten Tanjung Lestari",
                ),
                NewParty(
                    organisation=offices["pemkab"],
                    printed="005/NK/III/TL/2024",
                    capacity="Bupati Tanjung Lestari",
                ),
            ),
            duties=duties(bawaslu=offices["kab"], government=offices["pemkab"]),
        )
        async with writing(EVERYTHING) as connection:
            self._agreement = await add_agreement_in(connection, new)
        return self._agreement

    def stories(self) -> Iterator[type_story]:
        """Yield each activity as a story."""
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
        code, name = district
        with await self._teller.at(self._planned_at(on)):
            identity = await plan_activity(
                actor,
                NewActivity(
                    theme=activity.theme,
                    kind=activity.kind,
                    title=activity.title,
                    planned_on=on,
                    region=code,
                    audience="ASN perangkat daerah dan kecamatan",
                    together=activity.together,
                    place=None if activity.kind is _ONLINE else f"Aula Kecamatan {name}",
                    agreement=self._agreement,
                ),
            )
        target = Target(activity=identity, version=1)
        if activity.ended in _REASONS:
            with await self._teller.at(_at(on - timedelta(days=3), 14)):
                await cancel_activity(actor, target, _REASONS[activity.ended])
        elif activity.ended == "held":
            with await self._teller.at(_at(on, 16)):
                said = await self._record(activity, rng)
                await hold_activity(actor, target, on, said)

    def _planned_at(self, on: date) -> datetime:
        first = SIGNED_ON + timedelta(days=1)
        return _at(max(min(on - _PLANNED_BEFORE, self._teller.today), first), 10)

    async def _record(self, activity: Activity, rng: Random) -> Record:
        """Return who came, of some of the units, and which duties were done."""
        units = [row for row in await recording.rows(_UNITS) if row["code"] not in _NEVER_REACHED]
        came = rng.sample(units, rng.randint(4, 8))
        if activity.kind is _ONLINE:
            came = []
        duty_rows = await recording.rows(_DUTIES)
        mine = [row for row in duty_rows if row["theme"] == activity.theme.value]
        if activity.together is Together.ALONE:
            own = self._teller.offices["pemkab" if activity.who == "dewa" else "kab"]
            mine = [row for row in mine if row["organisation"] == own]
        done = rng.sample(mine, max(1, len(mine) * 2 // 3))
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
