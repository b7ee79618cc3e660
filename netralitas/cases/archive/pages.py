"""The pages of static archives: the list of hand-overs, and one."""

from collections.abc import Sequence

import msgspec

from netralitas.access.domain import Actor
from netralitas.cases.archive import words
from netralitas.cases.archive.domain import ArchivedCase, Handover
from netralitas.cases.archive.queries import Line
from netralitas.web.parts import Crumb, Pages

HOME = "/perkara/arsip"


class ListPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every hand-over of the office; `new` is where another is begun, for who may."""

    title: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[Line, ...]
    pages: Pages
    new: str | None


class HandoverPage(msgspec.Struct, frozen=True, kw_only=True):
    """One hand-over; `keeps` is whether this reader fills and closes it, `own` takes bundles."""

    title: str
    crumbs: tuple[Crumb, ...]
    here: str
    handover: Handover
    cases: tuple[ArchivedCase, ...]
    keeps: bool
    own: bool


def list_page(lines: Sequence[Line], more: int | None, *, keeps: bool) -> ListPage:
    """Return the list, with a way to older hand-overs."""
    return ListPage(
        title=words.TITLE,
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(words.TITLE)),
        lines=tuple(lines),
        pages=Pages(later=f"{HOME}?sebelum={more}" if more else None),
        new=f"{HOME}/baru" if keeps else None,
    )


def handover_page(
    actor: Actor, handover: Handover, cases: Sequence[ArchivedCase], *, keeps: bool
) -> HandoverPage:
    """Return the page of a hand-over."""
    own = handover.organisation == actor.organisation
    title = handover.number or f"Penyerahan arsip {handover.id}"
    return HandoverPage(
        title=title,
        crumbs=crumbs(title),
        here=f"{HOME}/{handover.id}",
        handover=handover,
        cases=tuple(cases),
        keeps=keeps and own,
        own=own,
    )


def crumbs(*names: str) -> tuple[Crumb, ...]:
    """Return the way to a page below the list; the last name is the page itself."""
    return (
        Crumb("Perkara", "/perkara"),
        Crumb(words.TITLE, HOME),
        *(Crumb(name) for name in names),
    )
