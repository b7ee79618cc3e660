"""The cases of the clients, made by the product's commands on a running demo."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.queries import desks_of
from netralitas.accounts.sessions import begin
from netralitas.audit.domain import Moment
from netralitas.cases.answers import NOTHING, Answers, Paper
from netralitas.cases.commands import make_move
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    Person,
    PositionClass,
    Source,
    Theme,
)
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, NOBODY, reading, writing
from netralitas.demo.regency import REGENCY
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.intake.commands import take_in
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law import book
from netralitas.law.domain import Regime
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose
from tests.concurrency.walkers import Case

BOOK: Final = book.load()
RECEIPTS: Final = ReceiptSealer(
    keys=Keys.derive(Purpose.RECEIPT, "1", {"1": bytes(32)}), secret=bytes(32)
)
KEYS: Final = Keys.derive(Purpose.IDENTITY, "1", {"1": bytes(32)})  # nobody's identity is kept here


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[None]:
    """This process's engine on the demo's database, as the web's role."""
    await ENGINE.open(settings.app_dsn)
    try:
        yield
    finally:
        await ENGINE.close()


async def prepared(actor: Actor, paper: Paper) -> Case:
    """A case that waits for its registration; no move from here on needs an upload."""
    opened = await take_in(actor, a_report(), None, book=BOOK, keys=KEYS, receipts=RECEIPTS)
    for move, answers in (
        ("start_preliminary_study", NOTHING),
        ("finish_preliminary_study", Answers(papers=(paper,))),
    ):
        case = await where(opened.id)
        request = MoveRequest(
            case=case.id,
            targets=(Target(id=case.proceeding, version=case.version),),
            move=move,
            happened=Moment.time(clock.now()),
            answers=answers,
        )
        await make_move(actor, request, book=BOOK)
    return await where(opened.id)


def a_report() -> NewCase:
    return NewCase(
        source=Source.REPORT,
        channel=Channel.DESK,
        regime=Regime.PEMILU,
        theme=Theme.NEUTRALITY,
        region=REGENCY,
        subject="Kehadiran pejabat dalam kampanye",
        description="Hadir dengan atribut pasangan calon.",
        received=Moment.time(clock.now()),
        respondents=(
            Person(
                name="Bambang Contoh",
                employment=Employment.PNS,
                position_class=PositionClass.ADMINISTRATOR,
            ),
        ),
    )


async def where(case: int) -> Case:
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow("SELECT id, version FROM proceeding WHERE case_file = $1", case)
    return Case(id=case, proceeding=row["id"], version=row["version"])


async def investigator() -> Actor:
    async with reading(NOBODY) as c:
        officer = await c.fetchval("SELECT id FROM officer WHERE login = 'rina'")
        [desk] = await desks_of(c, officer, clock.now())
    return Actor(
        officer=officer,
        organisation=desk.organisation,
        desk=desk.id,
        name="Rina",
        organisation_name=desk.organisation_name,
        organisation_kind="bawaslu",
        roles=desk.roles,
        zone=desk.zone,
    )


async def set_the_scene(
    settings: Settings, clients: int, cases_each: int
) -> tuple[list[str], list[list[Case]]]:
    """A session for each client, as a cookie, and its own cases."""
    async with opened(settings):
        actor = await investigator()
        storage = Storage(settings.data / "files")
        stored = await storage.keep(b"Kajian awal rekaan.", 1_000)
        paper = Paper(kind=DocumentKind.PRELIMINARY_STUDY, title="Kajian awal", stored=stored)
        cases = [[await prepared(actor, paper) for _ in range(cases_each)] for _ in range(clients)]
        now = clock.now()
        async with writing(NOBODY) as c:
            hour = now + timedelta(hours=1)
            tokens = [
                await begin(c, desk=actor.desk, now=now, expires_at=hour) for _ in range(clients)
            ]
    return [f"netralitas={token}" for token in tokens], cases
