"""Fills an empty database with the demo: offices, officers, cases, activities, meetings."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from netralitas import clock
from netralitas.cases.nip import NipSealer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo import founding, recording
from netralitas.demo.account_stories import AccountStories
from netralitas.demo.address_stories import AddressStories
from netralitas.demo.answering import Clerk
from netralitas.demo.cast import Cast
from netralitas.demo.conducting import Conductor
from netralitas.demo.cooperation import Cooperation
from netralitas.demo.drawing import Drawing
from netralitas.demo.exchange_stories import ExchangeStories
from netralitas.demo.inbox_stories import Counter, InboxStories
from netralitas.demo.intake_stories import Desk, IntakeStories
from netralitas.demo.laying import Layer
from netralitas.demo.meetings import Meetings, put_in_order
from netralitas.demo.oversight import Oversight
from netralitas.demo.pacing import ZONE, Pace
from netralitas.demo.package_stories import PackageStories
from netralitas.demo.posting import Citizens
from netralitas.demo.privacy_stories import tell_of_personal_data
from netralitas.demo.public_papers import show_papers
from netralitas.demo.receipts import Sample, keep, papers, sample
from netralitas.demo.scripts import Script
from netralitas.demo.service_stories import ServiceStories
from netralitas.demo.stories import Stories
from netralitas.demo.system_stories import SystemStories
from netralitas.demo.telling import Teller, type_story
from netralitas.demo.threads import with_threads
from netralitas.editions.current import LAW
from netralitas.evidence.storage import Storage
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox.collecting import collect
from netralitas.intake.inbox.offices import show_offices
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law import book
from netralitas.notices.commands import Reminding
from netralitas.service.commands import tell_complaint
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose
from netralitas.work import follow_case

CHANCE: Final = "Tanjung Lestari"
"""The same word, the same cases."""

_CASES: Final = "SELECT id FROM case_file ORDER BY id"
_COMPLAINTS: Final = "SELECT id FROM service_complaint ORDER BY id"
_DONE_JOBS: Final = """
DELETE FROM job WHERE kind IN ('index_case', 'match_interest', 'show_package', 'tell_complaint')
"""


async def seed(
    owner_dsn: str, public_dsn: str, settings: Settings, say: Callable[[str], object]
) -> None:
    """Fill the database as its owner, who alone may record at moments of the past.

    One connection, because the moment of recording is a setting of the session; and one of the
    public site, through which the public reports.
    """
    await ENGINE.open(owner_dsn, size=1, application="netralitas seed", command_seconds=None)
    try:
        async with Citizens.at(public_dsn, settings.secret("receipt")) as citizens:
            await recording.begin()
            say("Offices and officers")
            teller = await _teller(settings)
            counter = Counter(
                citizens=citizens, keys=OfficeKeys(keys=_keys(settings, Purpose.INBOX))
            )
            await _open_the_door(counter)
            say("Cases")
            samples = await _tell(teller, counter, settings)
            await recording.record_at(None)
            with clock.at(clock.now()):  # nothing happens after it was recorded
                await tell_of_personal_data(teller)
            await put_in_order()
            await _follow()
            keep(settings.data, [*await _samples(teller), *samples, *await papers()])
            async with writing(EVERYTHING) as connection:
                await Reminding(settings).run(connection)
    finally:
        await ENGINE.close()


async def _teller(settings: Settings) -> Teller:
    """Return who tells, with everything in place that stands before the first case."""
    rules, today = book.load(), clock.today(ZONE)
    offices = await founding.found(today)
    return Teller(
        actors=await founding.actors(),
        offices=offices,
        elections=await founding.elections(),
        book=rules,
        keys=_keys(settings, Purpose.IDENTITY),
        receipts=ReceiptSealer(
            keys=_keys(settings, Purpose.RECEIPT), secret=settings.secret("receipt")
        ),
        clerk=Clerk(storage=Storage.of(settings), calendar=rules.calendar()),
        conductor=Conductor(clock.now()),
        today=today,
    )


async def _open_the_door(counter: Counter) -> None:
    """Do at once what the worker would do: the public site knows the offices from now on."""
    async with writing(EVERYTHING) as connection:
        law = await LAW.follow(connection)
        await show_offices(connection, law.hours, counter.keys)


async def _tell(teller: Teller, counter: Counter, settings: Settings) -> list[Sample]:
    """Tell every story of the demo; return the receipts of those who reported on the web."""
    rng = Random(CHANCE)  # noqa: S311 - no secret
    nips = NipSealer(keys=_keys(settings, Purpose.NIP), secret=settings.secret("index"))
    cast = Cast(nips, rng)
    cooperation = Cooperation(teller, rng)
    await show_papers(teller)
    stories = Stories(teller, cast)
    inbox = InboxStories(stories, counter)
    service = ServiceStories(teller, counter)
    desk = Desk(drafts=_keys(settings, Purpose.DRAFT), nips=nips)
    told: list[type_story] = [
        *stories.all(),
        *(teller.tell(script) for script in _scripts(teller, cast, rng)),
        *cooperation.stories(),
        *Meetings(teller).stories(lambda: cooperation.agreement),
        *inbox.all(),
        *PackageStories(stories, counter).all(),
        *SystemStories(stories).all(),
        *IntakeStories(stories, desk).all(),
        *AddressStories(teller).all(),
        *AccountStories(teller).all(),
        *ExchangeStories(teller, lambda: cooperation.agreement).all(),
        *service.all(),
        *Oversight(teller).all(),
    ]
    await teller.conductor.conduct(told)
    return [*inbox.samples, *service.samples]


def _scripts(teller: Teller, cast: Cast, rng: Random) -> Iterator[Script]:
    pace = Pace(calendar=teller.book.calendar(), rng=rng)
    layer = Layer(pace, dict(teller.elections), teller.today)
    return map(layer.script, with_threads(Drawing(pace, cast).plans()))


async def _follow() -> None:
    """Do at once what the worker would do for each case, and take its jobs away."""
    async with writing(EVERYTHING) as connection:
        await collect(connection)
        for row in await connection.fetch(_CASES):
            await follow_case(connection, {"case_file": row["id"]})
        for row in await connection.fetch(_COMPLAINTS):
            await tell_complaint(connection, {"complaint": row["id"]})
        await connection.execute(_DONE_JOBS)


async def _samples(teller: Teller) -> list[Sample]:
    return [
        await sample(case.id, case.receipt, about, teller.receipts)
        for about, case in teller.shown.items()
    ]


def _keys(settings: Settings, purpose: Purpose) -> Keys:
    return Keys.derive(purpose, settings.vault_key_id, settings.vault_secrets())
