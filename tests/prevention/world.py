"""Two parties with an agreement, sub-districts and units, and activities between them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import asyncpg

from netralitas.access.domain import Actor
from netralitas.agreements import model
from netralitas.agreements.commands import add_agreement_in
from netralitas.agreements.domain import AgreementKind, EndsBy, NewAgreement, NewParty
from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import reading
from netralitas.prevention.commands import Target, add_unit_in, hold_activity, plan_activity
from netralitas.prevention.domain import (
    ActivityKind,
    Attendance,
    NewActivity,
    NewUnit,
    Record,
    Together,
)
from tests.make import Town

MELATI, KENANGA = "99.01.01", "99.01.02"
COUNTED_ON = date(2024, 7, 1)
SIGNED_ON = date(2022, 8, 23)
PLANNED_ON, HELD_ON = date(2024, 9, 2), date(2024, 9, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners:
    """The town with an agreement of `kab` and `bkpsdm`, three units by code, and the duties."""

    town: Town
    agreement: int
    units: dict[str, int]

    def __getattr__(self, login: str) -> Actor:
        """The person of a login."""
        return getattr(self.town, login)  # type: ignore[no-any-return]  # an Actor


@asynccontextmanager
async def as_owner() -> AsyncIterator[Connection]:
    """A committed transaction of the database's owner, who adds what the application only reads."""
    dsn = str(ENGINE.config["dsn"]).replace("netralitas_app", "netralitas_owner")
    connection = await asyncpg.connect(dsn)
    try:
        async with connection.transaction():
            await connection.execute(local_settings(EVERYTHING))
            yield connection
    finally:
        await connection.close()


def nota(town: Town, **changes: Any) -> NewAgreement:  # noqa: ANN401 - fields by name
    """The agreement of Bawaslu and the local government, after the model."""
    kab, pemda = town.offices["kab"], town.offices["bkpsdm"]
    made = NewAgreement(
        kind=AgreementKind.NOTA_KESEPAKATAN,
        title="Pengawasan partisipatif dan netralitas ASN",
        place="Kota Contoh",
        signed_on=SIGNED_ON,
        ends_by=EndsBy.TERM,
        ends_on=date(2030, 8, 23),
        parties=(
            NewParty(organisation=kab, printed="019/HK.02/K.XX/08/2022", capacity="Ketua Bawaslu"),
            NewParty(organisation=pemda, printed="007/NK/I/XX/2022", capacity="Bupati"),
        ),
        duties=model.duties(bawaslu=kab, government=pemda),
    )
    return replace(made, **changes)


async def make_partners(town: Town) -> Partners:
    """Commit sub-districts, the agreement and three units of 40, 25 and 10 people."""
    units = {}
    async with as_owner() as c:
        await c.execute(
            "INSERT INTO region (code, name, level) VALUES ($1, 'Kecamatan Melati', 'district'),"
            " ($2, 'Kecamatan Kenanga', 'district') ON CONFLICT DO NOTHING",
            *(MELATI, KENANGA),
        )
        agreement = await add_agreement_in(c, nota(town))
        for code, name, region, staff in (
            ("dinas", "Dinas Pendidikan", MELATI, 40),
            ("camat", "Kantor Camat Melati", MELATI, 25),
            ("rsud", "Rumah Sakit Daerah", None, 10),
        ):
            units[code] = await add_unit_in(
                c,
                NewUnit(
                    organisation=town.offices["bkpsdm"],
                    code=code,
                    name=name,
                    region=region,
                    staff=staff,
                    counted_on=COUNTED_ON,
                ),
            )
    return Partners(town=town, agreement=agreement, units=units)


def planned(partners: Partners, **changes: Any) -> NewActivity:  # noqa: ANN401 - fields by name
    """A joint socialization of neutrality in Melati, planned for PLANNED_ON."""
    made = NewActivity(
        theme=Theme.NEUTRALITY,
        kind=ActivityKind.SOCIALIZATION,
        title="Sosialisasi netralitas di Melati",
        planned_on=PLANNED_ON,
        region=MELATI,
        audience="ASN kecamatan",
        together=Together.JOINT,
        agreement=partners.agreement,
    )
    return replace(made, **changes)


async def plan(partners: Partners, actor: Actor | None = None, **changes: Any) -> int:  # noqa: ANN401 - fields by name
    """Plan an activity, by Rina of Bawaslu unless somebody else does."""
    return await plan_activity(actor or partners.rina, planned(partners, **changes))


async def hold(
    partners: Partners,
    activity: int,
    *,
    actor: Actor | None = None,
    version: int = 1,
    held_on: date | None = None,
    duties: tuple[int, ...] = (),
    **present: int,
) -> None:
    """Record an activity as held, with people of the units by code."""
    said = Record(
        attendance=tuple(
            Attendance(unit=partners.units[code], present=number)
            for code, number in present.items()
        ),
        duties=duties,
    )
    target = Target(activity=activity, version=version)
    await hold_activity(actor or partners.rina, target, held_on or HELD_ON, said)


async def duties(
    partners: Partners, office: str, theme: Theme = Theme.NEUTRALITY
) -> tuple[int, ...]:
    """The duties of a party for a theme, in their order."""
    query = (
        "SELECT id FROM duty WHERE agreement = $1 AND organisation = $2 AND theme = $3"
        " ORDER BY ordinal"
    )
    organisation = partners.town.offices[office]
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(query, partners.agreement, organisation, theme.value)
    return tuple(row["id"] for row in rows)


async def events(activity: int) -> list[Any]:
    """The events of an activity, the first one first."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT name, details, event.readers, note.text AS note FROM event"
            " LEFT JOIN event_note note ON note.event = event.id"
            " WHERE stream = $1 ORDER BY version",
            activity,
        )
