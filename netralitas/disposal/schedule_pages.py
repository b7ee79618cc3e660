"""The pages of the schedule of retention and of holds, in words."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.disposal import words
from netralitas.disposal.domain import Disposable
from netralitas.disposal.pages import LISTS, RETENTION
from netralitas.disposal.queries.schedule import Hold, Rule
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.web.parts import Crumb, Link, Pages
from netralitas.web.register import Cell, RegisterPage, Rows

HOLDS: Final = "/penahanan"


def retention_page(actor: Actor, found: Sequence[Rule], today: date) -> RegisterPage:
    """Return the schedule: each class with the period in force, and what waits for a second."""
    sets = refusal(actor, Permission.SET_RETENTION) is None
    sees = refusal(actor, Permission.SEE_DISPOSAL) is None
    acts = (Link(label=words.PROPOSE, href=f"{RETENTION}/baru"),) if sets else ()
    lists = Link(label=words.LISTS, href=LISTS), Link(label=words.HOLDS, href=HOLDS)
    others = [
        Link(label=label, href=href)
        for permission, label, href in words.BESIDE
        if refusal(actor, permission) is None
    ]
    return RegisterPage(
        title=words.RETENTION,
        lead=words.RETENTION_LEAD,
        crumbs=(Crumb(words.RETENTION),),
        acts=(*acts, *(lists if sees else ()), *others),
        rows=Rows(
            caption=words.RETENTION,
            heads=("Yang disimpan", "Lama", "Sejak", "Dasar", "Berlaku"),
            rows=tuple(_class(each, found, today) for each in Disposable),
        ),
        further=_waiting(actor, found) if sets else None,
    )


def _class(kept: Disposable, found: Sequence[Rule], today: date) -> tuple[Cell, ...]:
    rule = next(
        (r for r in found if r.kept is kept and r.approved_at and r.valid_from <= today), None
    )
    name = Cell(text=words.CLASSES[kept], note=words.SOURCES[kept])
    since = Cell(text=words.STARTS[kept])
    if rule is None:
        return (name, Cell(text=words.UNSET), since, Cell(text=words.NONE), Cell(text=words.NONE))
    basis = Cell(text=rule.basis, note=words.CERTAINTIES[rule.certainty])
    return (name, Cell(text=f"{rule.months} bulan"), since, basis, Cell(text=day(rule.valid_from)))


def _waiting(actor: Actor, found: Sequence[Rule]) -> Rows:
    rows = tuple(
        (
            Cell(text=words.CLASSES[rule.kept], note=f"{rule.months} bulan; {rule.basis}"),
            Cell(text=rule.proposer),
            Cell(text=day(rule.valid_from)),
            Cell(text=words.OTHERS_TURN)
            if rule.proposed_by == actor.officer
            else Cell(text=words.PUT_IN_FORCE, href=f"{RETENTION}/{rule.id}/pemberlakuan"),
        )
        for rule in found
        if rule.approved_at is None
    )
    return Rows(
        caption=words.WAITING,
        heads=("Usulan", "Pengusul", "Berlaku mulai", "Langkah"),
        rows=rows,
        empty_title=words.NO_PROPOSAL,
        empty=words.NO_PROPOSAL_SAID,
    )


def holds_page(
    actor: Actor, found: Sequence[Hold], more: int | None, *, zone: Zone
) -> RegisterPage:
    """Return the holds of the office and those below, the newest first."""
    keeps = refusal(actor, Permission.KEEP_DISPOSAL) is None
    return RegisterPage(
        title=words.HOLDS,
        lead=words.HOLDS_LEAD,
        crumbs=(Crumb(words.RETENTION, RETENTION), Crumb(words.HOLDS)),
        acts=(Link(label=words.PLACE, href=f"{HOLDS}/baru"),) if keeps else (),
        rows=Rows(
            caption=words.HOLDS,
            heads=("Yang ditahan", "Alasan", "Ditetapkan", "Keadaan", "Langkah"),
            rows=tuple(_hold(actor, each, zone, keeps=keeps) for each in found),
            pages=Pages(later=f"{HOLDS}?sebelum={more}" if more else None),
            empty_title=words.NO_HOLD,
            empty=words.NO_HOLD_SAID,
        ),
    )


def _hold(actor: Actor, hold: Hold, zone: Zone, *, keeps: bool) -> tuple[Cell, ...]:
    said, href = f"NIP berakhiran {hold.nip_last}", None
    if hold.case_file is not None:
        said, href = f"Perkara {hold.case_file}", f"/perkara/{hold.case_file}"
        said += f", terlapor {hold.ordinal}" if hold.ordinal else ""
    lifts = keeps and hold.lifted_at is None and hold.organisation == actor.organisation
    step = Cell(text=words.NONE)
    if lifts and hold.placed_by != actor.officer:
        step = Cell(text=words.LIFT, href=f"{HOLDS}/{hold.id}/pencabutan")
    elif lifts:
        step = Cell(text=words.LIFTED_BY_ANOTHER)
    standing = Cell(text=words.HOLDS_STILL, tone="waiting")
    if hold.lifted_at is not None:
        note = f"{hold.lifter}, {moment(hold.lifted_at, zone)}. {hold.lifted_reason}"
        standing = Cell(text=words.LIFTED, note=note, tone="done")
    return (
        Cell(text=said, href=href),
        Cell(text=hold.reason, note=hold.basis),
        Cell(text=hold.placer, note=moment(hold.placed_at, zone)),
        standing,
        step,
    )
