"""What is said of a piece of evidence: said anew, with an event of its case."""

from netralitas.access.policy import Permission
from netralitas.cases.commands import tell_in
from netralitas.cases.queries import CaseView, may_attach
from netralitas.database.connection import Connection
from netralitas.evidence.exhibits import store
from netralitas.evidence.exhibits.domain import Exhibit, Facts
from netralitas.refusals import NotAllowed, RuleBroken

DESCRIBED = "case.exhibit_described"
NOT_YOURS = "Keterangan bukti ditulis oleh Bawaslu yang menangani perkara ini."


def hold_may_add(view: CaseView) -> None:
    """Hold that the reader handles the case; NotAllowed else."""
    view.hold(Permission.ATTACH)
    if not may_attach(view):
        raise NotAllowed(NOT_YOURS)


async def describe_in(connection: Connection, view: CaseView, found: Exhibit, facts: Facts) -> None:
    """Hold that these facts are what is said of the evidence; the event tells its codes only.

    Raises NotAllowed (who does not handle the case), RuleBroken (a day that has not come).
    """
    hold_may_add(view)
    hold_day(view, facts)
    details: dict[str, object] = {"exhibit": found.ordinal, "nature": facts.nature.value}
    if facts.origin is not None:
        details["origin"] = facts.origin.value
    readers = view.dossier.handling().readers
    await tell_in(connection, view.actor, view.dossier.id, DESCRIBED, readers, details)
    await store.describe(connection, found.id, facts)


def hold_day(view: CaseView, facts: Facts) -> None:
    """Hold that evidence was not obtained in the future; RuleBroken."""
    if facts.obtained_on is not None and facts.obtained_on > view.today:
        raise RuleBroken("Tanggal diperoleh tidak boleh sesudah hari ini.", rule="date.future")
