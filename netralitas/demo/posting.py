"""Citizens of the demo: they send through the public door, as its role and by its functions."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Self

from netralitas import clock
from netralitas.audit.domain import Precision
from netralitas.database.connection import Connection
from netralitas.database.engine import Engine
from netralitas.database.transactions import receiving
from netralitas.demo.letterbox import Written
from netralitas.demo.pacing import ZONE
from netralitas.demo.photograph import photograph
from netralitas.intake.door import PIECE, Answers, OfficeShown
from netralitas.law.domain import Regime
from netralitas.public.reporting import drafts, files, messages, sending
from netralitas.public.reporting.holder import Holder
from netralitas.public.reporting.offices import office_of, offices
from netralitas.public.service import sending as complaining
from netralitas.service.door import Said, code_of, number_of

_LARGEST: Final = 4 * 1024 * 1024
_TOKEN_BYTES: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A report that was sent: the number of its receipt, and who holds the code."""

    number: str
    holder: Holder = field(repr=False)
    office: OfficeShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizens:
    """Whoever writes through the public door; `secret` is that of the codes of receipts."""

    engine: Engine
    secret: bytes = field(repr=False)

    @classmethod
    @asynccontextmanager
    async def at(cls, public_dsn: str, secret: bytes) -> AsyncIterator[Self]:
        """Yield them with a connection of the public site."""
        engine = Engine()
        await engine.open(public_dsn, size=1, application="netralitas seed", command_seconds=None)
        try:
            yield cls(engine=engine, secret=secret)
        finally:
            await engine.close()

    async def send(self, written: Written) -> Posted:
        """Write a report, with its photograph, and send it to the nearest office."""
        holder = Holder.new(self.secret)
        async with receiving(self.engine, holder.digest) as c:
            draft = await drafts.begin(c, holder, _answers(written))
            if written.banner is not None:
                await _attach(c, draft, photograph(written.banner))
            office = office_of(written.region, await offices(c))
            if office is None:
                raise LookupError(f"no office takes in what happens in {written.region}")
            await sending.send(c, draft, office, proved=True)
            report = await sending.report_of(c, holder)
        if report is None:
            raise LookupError("the report was not sent")
        return Posted(number=report.number, holder=holder, office=office)

    async def complain(self, said: Said, region: str) -> Posted:
        """Send a complaint about the service of the office nearest to a region."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        holder = Holder.of(code_of(token, self.secret), self.secret)
        number = number_of(token, self.secret)
        async with receiving(self.engine, holder.digest) as c:
            office = office_of(region, await offices(c))
            if office is None:
                raise LookupError(f"no office is complained about in {region}")
            await complaining.send(c, holder, office, said, number=number, proved=True)
        return Posted(number=number, holder=holder, office=office)

    async def write(self, posted: Posted, text: str) -> None:
        """Write to the office with the code of a receipt."""
        async with receiving(self.engine, posted.holder.digest) as c:
            await messages.write(c, posted.holder, posted.office, text)


def _answers(written: Written) -> Answers:
    today = clock.now().astimezone(ZONE).date()
    return Answers(
        level=written.level,
        story=written.story,
        respondent=written.respondent,
        regime=Regime.PEMILIHAN,
        act_on=today - timedelta(days=written.acted),
        act_precision=Precision.DAY,
        known_on=today - timedelta(days=written.acted - 1),
        region=written.region,
        place=written.place,
        links=written.links,
        witnesses=written.witnesses,
        reporter=written.reporter,
    )


async def _attach(c: Connection, draft: drafts.Draft, content: bytes) -> None:
    file = await files.announce(c, draft, "foto.jpg", len(content), _LARGEST)
    for place in range(file.pieces):
        await files.put(c, draft, file, place, content[place * PIECE : (place + 1) * PIECE])
    (whole,) = await files.listed(c, draft)
    await files.finish(c, draft, whole)
