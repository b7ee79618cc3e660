"""Fills an empty database with the demo: offices, officers, cases, activities, meetings."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from netralitas import clock
from netralitas.cases.nip import NipSealer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo import founding, recording
from netralitas.demo.answering import Clerk
from netralitas.demo.cast import Cast
from netralitas.demo.conducting import Conductor
from netralitas.demo.cooperation import Cooperation
from netralitas.demo.drawing import Drawing
from netralitas.demo.laying import Layer
from netralitas.demo.meetings import Meetings, put_in_order
from netralitas.demo.pacing import ZONE, Pace
from netralitas.demo.receipts import keep, sample
from netralitas.demo.scripts import Script
from netralitas.demo.stories import Stories
from netralitas.demo.telling import Teller, type_story
from netralitas.demo.threads import with_threads
from netralitas.evidence.storage import Storage
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law import book
from netralitas.notices.commands import Reminding
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose
from netralitas.work import follow_case

CHANCE: Final = "Tanjung Lestari"
"""The same word, the same cases."""

_CASES: Final = "SELECT id FROM case_file ORDER BY id"
_DONE_JOBS: Final = "DELETE FROM job WHERE kind = 'index_case'"


async def seed(owner_dsn: str, settings: Settings, say: Callable[[str], object]) -> None:
    """Fill the database as its owner, who alone may record at moments of the past.

    One connection, because the moment of recording is a setting of the session.
    """
    await ENGINE.open(owner_dsn, size=1, application="netralitas seed", command_seconds=None)
    try:
        await recording.begin()
        say("Offices and officers")
        teller = await _teller(settings)
        say("Cases")
        await teller.conductor.conduct(await _stories(teller, settings))
        await recording.record_at(None)
        await put_in_order()
        await _follow(teller, settings)
    finally:
        await ENGINE.close()


async def _teller(settings: Settings) -> Teller:
    """Return who tells, with everything in place that stands before the first case."""
    rules, masters, today = book.load(), settings.vault_secrets(), clock.today(ZONE)
    offices = await founding.found(today)
    return Teller(
        actors=await founding.actors(),
        offices=offices,
        elections=await founding.elections(),
        book=rules,
        keys=Keys.derive(Purpose.IDENTITY, settings.vault_key_id, masters),
        receipts=ReceiptSealer(
            keys=Keys.derive(Purpose.RECEIPT, settings.vault_key_id, masters),
            secret=settings.secret("receipt"),
        ),
        clerk=Clerk(storage=Storage(settings.data / "files"), calendar=rules.calendar()),
        conductor=Conductor(clock.now()),
        today=today,
    )


async def _stories(teller: Teller, settings: Settings) -> list[type_story]:
    """Return every story of the demo, with the agreement in place that activities hang on."""
    rng = Random(CHANCE)  # noqa: S311 - no secret
    nip_keys = Keys.derive(Purpose.NIP, settings.vault_key_id, settings.vault_secrets())
    cast = Cast(NipSealer(keys=nip_keys, secret=settings.secret("index")), rng)
    cooperation = Cooperation(teller, rng)
    agreement = await cooperation.found()
    return [
        *Stories(teller, cast).all(),
        *(teller.tell(script) for script in _scripts(teller, cast, rng)),
        *cooperation.stories(),
        *Meetings(teller).stories(agreement),
    ]


def _scripts(teller: Teller, cast: Cast, rng: Random) -> Iterator[Script]:
    pace = Pace(calendar=teller.book.calendar(), rng=rng)
    layer = Layer(pace, dict(teller.elections), teller.today)
    return map(layer.script, with_threads(Drawing(pace, cast).plans()))


async def _follow(teller: Teller, settings: Settings) -> None:
    """Do at once what the worker would do for each case, and take its jobs away."""
    async with writing(EVERYTHING) as connection:
        for row in await connection.fetch(_CASES):
            await follow_case(connection, {"case_file": row["id"]})
        await connection.execute(_DONE_JOBS)
        await Reminding(settings).run(connection)
    samples = [
        await sample(case.id, case.receipt, about, teller.receipts)
        for about, case in teller.shown.items()
    ]
    keep(settings.data, samples)
