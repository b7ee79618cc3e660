"""The demo's packages for an office without a desk: one confirmed by code, one that waits."""

from datetime import datetime, timedelta
from typing import Final

from netralitas import clock
from netralitas.cases.domain import Employment
from netralitas.database.transactions import EVERYTHING, receiving, writing
from netralitas.demo.inbox_stories import Counter
from netralitas.demo.steps import DECIDED, Steps
from netralitas.demo.telling import CaseTold, type_story
from netralitas.intake import codes
from netralitas.public.acknowledging.receipts import behind, confirm
from netralitas.referral.packages.commands.collecting import collect_acknowledgements, show_package
from netralitas.referral.packages.commands.sealing import make_code, seal_package
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.door import Acknowledged
from netralitas.referral.packages.queries.listing import latest_package

OUTSIDE: Final = "dpmd"
"""Village officials are followed up by an office in which nobody has a desk here."""


class PackageStories:
    """Cases of village officials, handed over in a sealed file with a sheet."""

    def __init__(self, steps: Steps, counter: Counter) -> None:
        """`counter` is where somebody outside confirms."""
        self._steps = steps
        self._t = steps.t
        self._counter = counter

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [self.confirmed(), self.waiting()]

    async def confirmed(self) -> None:
        """Sent by hand three weeks ago; after four days its receiver typed the code."""
        at = self._t.when(26, 9)
        said = "Kepala desa memandu acara deklarasi dukungan"
        case = await self._forwarded(at, said)
        with await self._t.at(at + timedelta(days=4, hours=3)):
            code = await self._made(case)
        with await self._t.at(at + timedelta(days=8, hours=2)):
            await self._confirm(case, code)

    async def waiting(self) -> None:
        """Sent by post the day before yesterday; nobody has confirmed it yet."""
        at = self._t.when(6, 10)
        said = "Kepala desa membagikan stiker calon kepada warga"
        case = await self._forwarded(at, said)
        with await self._t.at(at + timedelta(days=4, hours=3)):
            await self._made(case)

    async def _forwarded(self, at: datetime, said: str) -> CaseTold:
        person = self._steps.cast.employed(Employment.VILLAGE_HEAD)
        case = await self._steps.take(at, said, (person,))
        await self._steps.walk(case, at, DECIDED)
        await self._steps.forward(case, at + timedelta(days=4), OUTSIDE)
        return case

    async def _made(self, case: CaseTold) -> str:
        """Make the sealed file and the sheet, and tell the public site; the code of the sheet."""
        actor, package = self._t.actors["rina"], await self._package(case)
        await seal_package(actor, package, self._t.clerk.storage)
        made = await make_code(actor, package, self._t.receipts.secret)
        async with writing(EVERYTHING) as connection:
            await show_package(connection, package.id, self._counter.keys)
        return made.secret

    async def _confirm(self, case: CaseTold, code: str) -> None:
        """Let somebody at that office confirm, and the worker tell the case."""
        digest = codes.package_digest(code, self._t.receipts.secret)
        async with receiving(self._counter.citizens.engine, digest) as connection:
            found = await behind(connection, digest)
            if found is None:
                raise LookupError(f"the code of case {case.id} shows nothing")
            said = Acknowledged(
                name="Marta Wulandari", post="Pengadministrasi umum", on=clock.now().date()
            )
            await confirm(connection, found, said)
        async with writing(EVERYTHING) as connection:
            await collect_acknowledgements(connection, book=self._t.book, keys=self._counter.keys)

    async def _package(self, case: CaseTold) -> Package:
        async with writing(EVERYTHING) as connection:
            return await latest_package(connection, case.id, clock.now())
