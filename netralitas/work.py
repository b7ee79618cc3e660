"""The worker, composed: which handler does which job, and what comes again by itself."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from anyio import to_thread

from netralitas import clock
from netralitas.accounts.people.commands.confirming import MAIL_CODE
from netralitas.accounts.people.commands.handing import hand_over_what_is_due
from netralitas.accounts.people.commands.mailing import MailingCodes
from netralitas.accounts.telling import TELL_OFFICER, TellingOfficers
from netralitas.audit.sequencer import sequence, sign_head
from netralitas.cases.interests.detecting import JOB as MATCH_INTEREST
from netralitas.cases.interests.detecting import detect_conflicts, match_interest
from netralitas.cases.nightly import compare_clocks
from netralitas.cases.nip import NipSealer
from netralitas.cases.recounting import JOB as RECOUNT
from netralitas.cases.recounting import look_for_stragglers, recount_chunk
from netralitas.cases.search_text import index_case
from netralitas.charts.commands import DRAW as DRAW_CHART
from netralitas.charts.commands import clear_charts, draw_chart
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.disposal.commands import CARRY_OUT, FORGET, CarryingOut, Forgetting, propose_due
from netralitas.editions.current import LAW
from netralitas.evaluation.packs.commands import MAKE as MAKE_PACK
from netralitas.evaluation.packs.commands import Maker
from netralitas.evidence.exhibits.commands import sweep_in
from netralitas.evidence.integrity.rechecking import RECHECK, SCAN, Rechecking, ask_for_recheck
from netralitas.evidence.integrity.telling import TELL, TellingAlarm
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.commands import CAPTURE, Capturing
from netralitas.evidence.web.guard import Guard
from netralitas.imports.waiting import sweep
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox.collecting import STAFF_DRAFTS, clear_away, collect
from netralitas.intake.inbox.offices import show_offices
from netralitas.jobs.schedule import Periodic, daily, every
from netralitas.jobs.worker import Worker
from netralitas.measuring.record import told
from netralitas.notices.commands import (
    SEND,
    Reminding,
    RemindingOfAgreements,
    RemindingOfIncidents,
    Sending,
    tell_moved,
)
from netralitas.partners.courier import SLOTS, House
from netralitas.partners.courier import Courier as PartnerCourier
from netralitas.partners.sealing import PartnerSealer
from netralitas.partners.warning import WARN, WarningOfPartners
from netralitas.prevention.attending.commands.collecting import Attending
from netralitas.prevention.attending.commands.doors import SHOW as SHOW_ROOMS
from netralitas.prevention.attending.commands.showing import ShowingRooms
from netralitas.public.log.mailing import MAIL_HEAD, Closing, MailingHeads, key_told
from netralitas.public.preparing import Preparer
from netralitas.publication.status import tell
from netralitas.referral.packages.commands.collecting import Acknowledging
from netralitas.referral.packages.commands.sealing import SHOW as SHOW_PACKAGE
from netralitas.service.commands import TELL as TELL_COMPLAINT
from netralitas.service.commands import Complaints, tell_complaint
from netralitas.settings import Settings, SettingsError
from netralitas.vault.cipher import Keys, Purpose
from netralitas.web import logging
from netralitas.webhooks.courier import CONNECTIONS, Courier
from netralitas.webhooks.outbox import sweep as forget_delivered
from netralitas.webhooks.sealing import WebhookSealer

SEQUENCE_EVERY = timedelta(seconds=1)
ROUNDS = 20
COMMAND_SECONDS = 60.0
"""Longest statement of a job: figures over a whole country take longer than a page may."""
SIGN_EVERY = timedelta(minutes=1)
CLOSE_EVERY = timedelta(minutes=1)
STRAGGLERS_EVERY = timedelta(minutes=1)
COLLECT_EVERY = timedelta(seconds=2)
SHOW_OFFICES_EVERY = timedelta(minutes=1)
CLEAR_EVERY = timedelta(hours=1)
RECHECK_EVERY = timedelta(minutes=1)
HAND_OVER_EVERY = timedelta(minutes=1)
REMIND_EVERY = timedelta(minutes=5)
AGREEMENTS_EVERY = timedelta(hours=1)
NIGHT = time(1, 30)
MORNING = time(7, 0)
JAKARTA = ZoneInfo("Asia/Jakarta")


async def work(settings: Settings, metrics: int | None = None) -> None:
    """Do jobs until a signal comes; what is under way is finished first.

    `metrics` is a port of loopback at which figures are told.
    """
    if not settings.worker_dsn:
        raise SettingsError("NETRALITAS_WORKER_DSN is not set.")
    logging.configure(demo=settings.demo)
    await ENGINE.open(
        settings.worker_dsn,
        size=4 + CONNECTIONS + SLOTS,
        application="netralitas worker",
        command_seconds=COMMAND_SECONDS,
    )
    try:
        await Storage.of(settings).hold_there()
        worker = make_worker(settings)
        async with told(worker, metrics):
            await worker.run()
    finally:
        await ENGINE.close()


async def follow_case(connection: Connection, payload: Mapping[str, int]) -> None:
    """Make what hangs on a case follow it: who is kept out, how it is found, what its code says."""
    await detect_conflicts(connection, payload["case_file"])
    await index_case(connection, payload)
    await tell(connection, payload["case_file"])


async def recount(connection: Connection, _: Mapping[str, int]) -> None:
    """Count the next open deadlines again under the law in force, and tell whom they concern."""
    moved = await recount_chunk(connection, await LAW.follow(connection))
    await tell_moved(connection, moved)


async def find_stragglers(connection: Connection) -> None:
    """Have deadlines counted again that were begun while an edition was put into force."""
    await look_for_stragglers(connection, (await LAW.follow(connection)).edition)


async def compare(connection: Connection) -> None:
    """Compare every open deadline with what it would be computed as today."""
    await compare_clocks(connection, (await LAW.follow(connection)).book)


async def propose(connection: Connection) -> None:
    """Put what is due by the schedule of retention on lists for people to review."""
    await propose_due(connection)


def office_keys(settings: Settings) -> OfficeKeys:
    """Return the key pairs to which the public site seals."""
    pairs = Keys.derive(Purpose.INBOX, settings.vault_key_id, settings.vault_secrets())
    return OfficeKeys(keys=pairs)


def nip_sealer(settings: Settings) -> NipSealer:
    """Return what knows the numbers of civil servants again."""
    pairs = Keys.derive(Purpose.NIP, settings.vault_key_id, settings.vault_secrets())
    return NipSealer(keys=pairs, secret=settings.secret("index"))


def make_worker(settings: Settings) -> Worker:
    """Return the worker of this installation."""
    storage = Storage.of(settings)
    rechecking = Rechecking(settings, storage)
    acknowledging = Acknowledging(partial(office_keys, settings), LAW.follow)
    attending = Attending(keys=partial(office_keys, settings), sealer=partial(nip_sealer, settings))
    rooms = ShowingRooms(keys=partial(office_keys, settings))
    preparer = _preparer(settings, storage)
    warning = WarningOfPartners(settings)

    return Worker(
        {
            "index_case": follow_case,
            MATCH_INTEREST: match_interest,
            RECOUNT: recount,
            SHOW_PACKAGE: acknowledging.show,
            SHOW_ROOMS: rooms.show,
            SEND: Sending(settings, LAW.follow),
            DRAW_CHART: draw_chart,
            MAKE_PACK: Maker(storage).run,
            RECHECK: rechecking.recheck,
            SCAN: rechecking.scan,
            TELL: TellingAlarm(settings),
            TELL_OFFICER: TellingOfficers(settings),
            WARN: warning.write,
            MAIL_HEAD: MailingHeads(settings),
            MAIL_CODE: MailingCodes(settings),
            TELL_COMPLAINT: tell_complaint,
            CAPTURE: Capturing(settings, storage).run,
            CARRY_OUT: CarryingOut(storage).run,
            FORGET: Forgetting(storage).run,
        },
        {
            **_upkeep(settings),
            "collect": Periodic(run=collect, following=every(COLLECT_EVERY)),
            "acknowledge": Periodic(run=acknowledging.collect, following=every(COLLECT_EVERY)),
            "attend": Periodic(run=attending.collect, following=every(COLLECT_EVERY)),
            "show_rooms": Periodic(run=rooms.show, following=every(SHOW_OFFICES_EVERY)),
            "recheck_files": Periodic(run=ask_for_recheck, following=every(RECHECK_EVERY)),
            "hand_over": Periodic(run=hand_over_what_is_due, following=every(HAND_OVER_EVERY)),
            "clear_away": Periodic(
                run=_clearing(settings, storage, attending), following=every(CLEAR_EVERY)
            ),
            "warn_of_partners": Periodic(run=warning.run, following=daily(MORNING, JAKARTA)),
            "prepare_public": Periodic(run=preparer.run, following=preparer.following),
        },
        beside=(_courier(settings), _partners(settings, storage)),
    )


def _clearing(
    settings: Settings, storage: Storage, attending: Attending
) -> Callable[[Connection], Awaitable[None]]:
    """Return what takes away whatever was kept for a while, each by its own rule."""

    async def clear(connection: Connection) -> None:
        await clear_away(connection)
        await clear_charts(connection)
        await forget_delivered(connection, clock.now())
        await attending.clear(connection)
        await Pieces(storage).sweep(clock.now() - STAFF_DRAFTS)
        await sweep_in(connection, clock.now() - STAFF_DRAFTS)
        await to_thread.run_sync(sweep, settings.data / "waiting", clock.now())

    return clear


def _courier(settings: Settings) -> Courier:
    """Return what tells other systems what happened."""
    kept = Keys.derive(Purpose.WEBHOOK, settings.vault_key_id, settings.vault_secrets())
    guard = Guard.of(settings.webhook_allow)
    return Courier(WebhookSealer(keys=kept), guard, settings.base_url)


def _partners(settings: Settings, storage: Storage) -> PartnerCourier:
    """Return what exchanges cases with other installations."""
    kept = Keys.derive(Purpose.PARTNER, settings.vault_key_id, settings.vault_secrets())
    return PartnerCourier(
        House(
            sealer=PartnerSealer(keys=kept),
            guard=Guard.of(settings.webhook_allow),
            storage=storage,
            follow=LAW.follow,
            largest=settings.evidence_megabytes * 1024 * 1024,
        )
    )


def _preparer(settings: Settings, storage: Storage) -> Preparer:
    """Return what writes the public pages."""
    return Preparer(
        demo=settings.demo,
        threshold=settings.protection_threshold,
        site=settings.public_address,
        storage=storage,
        verifier=key_told(settings),
    )


def _upkeep(settings: Settings) -> Mapping[str, Periodic]:
    """Return what keeps the log, the deadlines and the offices as they are to be."""
    complaints = Complaints(keys=partial(office_keys, settings), law=LAW.follow)

    async def sign(connection: Connection) -> None:
        await sign_head(connection, settings.secret("log"), settings.log_name, clock.now())

    async def put_in_order(connection: Connection) -> None:
        for _ in range(ROUNDS):  # a backlog does not wait for the next second
            if not await sequence(connection):
                return

    async def show(connection: Connection) -> None:
        law = await LAW.follow(connection)
        await show_offices(connection, law.hours, office_keys(settings))

    return {
        "sequence": Periodic(run=put_in_order, following=every(SEQUENCE_EVERY)),
        "sign_head": Periodic(run=sign, following=every(SIGN_EVERY)),
        "close_day": Periodic(run=Closing(settings).run, following=every(CLOSE_EVERY)),
        "compare_clocks": Periodic(run=compare, following=daily(NIGHT, JAKARTA)),
        "propose_disposal": Periodic(run=propose, following=daily(NIGHT, JAKARTA)),
        "find_stragglers": Periodic(run=find_stragglers, following=every(STRAGGLERS_EVERY)),
        "remind": Periodic(run=Reminding(settings).run, following=every(REMIND_EVERY)),
        "remind_of_incidents": Periodic(
            run=RemindingOfIncidents(settings).run, following=every(REMIND_EVERY)
        ),
        "remind_of_agreements": Periodic(
            run=RemindingOfAgreements(settings, LAW.follow).run, following=every(AGREEMENTS_EVERY)
        ),
        "complaints": Periodic(run=complaints.collect, following=every(COLLECT_EVERY)),
        "show_offices": Periodic(run=show, following=every(SHOW_OFFICES_EVERY)),
    }
