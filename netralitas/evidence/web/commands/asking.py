"""Asking for a capture: one row, one job, one event, in one transaction."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.cases.commands import tell_in
from netralitas.cases.queries import view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.web import store
from netralitas.evidence.web.commands.events import happened
from netralitas.evidence.web.queries import hold_capturing
from netralitas.jobs.queue import enqueue
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken

CAPTURE: Final = "capture_page"
"""The kind of the job that captures one page."""

_WAITS: Final = "Halaman ini sedang ditangkap. Tunggu sampai selesai."


async def ask_capture(actor: Actor, address: int) -> int:
    """Return the id of a capture of an address, which the worker makes now.

    Where a finding was opened from the address, the capture becomes its evidence. Raises
    NotVisible, NotAllowed, RuleBroken (one waits already).
    """
    may(actor, Permission.KEEP_WEB_REGISTER)
    async with writing(actor) as c:
        found, head = await store.locked(c, address)
        asking = store.Asking(
            url=found.url,
            organisation=actor.organisation,
            officer=actor.officer,
            readers=found.readers,
            address=address,
            case=found.case_file,
        )
        capture = await _asked(c, asking)
        said = {"capture": capture}
        await happened(c, actor, head, "address.capture_asked", found.readers, said)
    return capture


async def ask_capture_for_case(actor: Actor, case: int, url: str, *, book: RuleBook) -> int:
    """Return the id of a capture for a case, whose evidence it becomes.

    Raises NotVisible, NotAllowed, RuleBroken (one of the same page waits already).
    """
    async with writing(actor) as c:
        view = await view_case(c, actor, case, now=clock.now(), book=book)
        hold_capturing(view)
        readers = view.dossier.handling().readers
        asking = store.Asking(
            url=url,
            organisation=actor.organisation,
            officer=actor.officer,
            readers=readers,
            case=case,
        )
        capture = await _asked(c, asking)
        await tell_in(c, actor, case, "case.capture_asked", readers, {"capture": capture})
    return capture


async def _asked(c: Connection, asking: store.Asking) -> int:
    if await store.waits(c, asking.url, address=asking.address, case=asking.case):
        raise RuleBroken(_WAITS, rule="capture.waiting")
    capture = await store.ask(c, asking, clock.now())
    await enqueue(c, CAPTURE, {"capture": capture}, natural_key=f"{CAPTURE} {capture}")
    return capture
