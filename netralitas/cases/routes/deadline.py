"""`/perkara/{id}/tenggat/…`: a deadline is extended, paused and resumed, in the open."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from litestar import Controller, Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.cases.deadlines import (
    DeadlineRequest,
    extend_deadline,
    pause_deadline,
    resume_deadline,
)
from netralitas.cases.forms import DeadlineForm, ExtensionForm, PauseForm, ResumptionForm
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import CaseView, ClockAsked, clock_asked
from netralitas.cases.routes.desk import DESK, Desk
from netralitas.cases.routes.small import changed_since, crumbs, done_or_refused, look, shown
from netralitas.law import words as law_words
from netralitas.law.entries import LawData
from netralitas.legislation.words import citation_choices, stale_citation
from netralitas.refusals import Stale

type_answer = Response[str] | Redirect
type_act = Callable[[Actor, DeadlineRequest, DeadlineForm, LawData], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What is done to a deadline: the last word of its address, its words, its form, its command.

    `lead` may name the unit of the deadline as {unit}.
    """

    code: str
    title: str
    lead: str
    form: type[DeadlineForm]
    fields: tuple[str, ...]
    act: type_act


def _extend(
    actor: Actor, request: DeadlineRequest, form: DeadlineForm, law: LawData
) -> Awaitable[object]:
    return extend_deadline(actor, request, form.read_value("added"), law=law)


def _pause(
    actor: Actor, request: DeadlineRequest, _form: DeadlineForm, law: LawData
) -> Awaitable[object]:
    return pause_deadline(actor, request, law=law)


def _resume(
    actor: Actor, request: DeadlineRequest, _form: DeadlineForm, law: LawData
) -> Awaitable[object]:
    return resume_deadline(actor, request, law=law)


_OLD: Final = "Tanggal yang lama tetap terbaca."
EXTENSION: Final = Doing(
    code="perpanjangan",
    title="Perpanjang tenggat",
    lead=f"Tambahan dihitung dalam {{unit}} dari awal hitungan yang sama. {_OLD}",
    form=ExtensionForm,
    fields=("added", "happened", "reason", "basis"),
    act=_extend,
)
PAUSE: Final = Doing(
    code="jeda",
    title="Jeda tenggat",
    lead=(
        "Selama dijeda, tenggat tidak jatuh tempo dan tidak terlambat. Saat dilanjutkan, {unit}"
        " yang lewat selama jeda ditambahkan."
    ),
    form=PauseForm,
    fields=("happened", "reason", "basis"),
    act=_pause,
)
RESUMPTION: Final = Doing(
    code="lanjut",
    title="Lanjutkan tenggat",
    lead=f"Jumlah {{unit}} yang lewat sejak hari sesudah jeda dimulai ditambahkan. {_OLD}",
    form=ResumptionForm,
    fields=("happened", "reason"),
    act=_resume,
)


async def provide_extension() -> Doing:
    """Return that a deadline is extended."""
    return EXTENSION


async def provide_pause() -> Doing:
    """Return that a deadline is paused."""
    return PAUSE


async def provide_resumption() -> Doing:
    """Return that a deadline is resumed."""
    return RESUMPTION


class DeadlineController(Controller):
    """What is done to a deadline by a form; the heirs say what, as the dependency `doing`."""

    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        clock: FromPath[int],
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
        law: NamedDependency[LawData],
    ) -> Response[str]:
        """Show the form, or why there is nothing to fill in."""
        view, found = await _look(desk, case, clock, doing)
        form = doing.form.blank(values={"version": found.version}, choices=_choices(found, law))
        return await shown(_page(view, found, doing, form), desk)

    @post()
    async def record(
        self,
        case: FromPath[int],
        clock: FromPath[int],
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
        law: NamedDependency[LawData],
    ) -> type_answer:
        """Record it, or show the form again with what stands against it."""
        view, found = await _look(desk, case, clock, doing)
        form = _parsed(await desk.typed(), found, doing, law, today=view.today)
        if not form.valid:
            return await shown(_page(view, found, doing, form), desk, status=422)
        try:
            acting = doing.act(desk.actor, _request(view, found, form), form, law)
            answer = await done_or_refused(form, acting, f"/perkara/{case}#tenggat")
        except Stale:
            changed = await changed_since(view, found.proceeding, form.version)
            page = _page(view, found, doing, form, changed=changed)
            return await shown(page, desk, status=409)
        return answer or await shown(_page(view, found, doing, form), desk, status=422)


class ExtensionController(DeadlineController):
    """A deadline becomes longer."""

    path = "/perkara/{case:int}/tenggat/{clock:int}/perpanjangan"
    dependencies = DESK | {"doing": Provide(provide_extension)}


class PauseController(DeadlineController):
    """A deadline stands still."""

    path = "/perkara/{case:int}/tenggat/{clock:int}/jeda"
    dependencies = DESK | {"doing": Provide(provide_pause)}


class ResumptionController(DeadlineController):
    """A deadline goes on."""

    path = "/perkara/{case:int}/tenggat/{clock:int}/lanjut"
    dependencies = DESK | {"doing": Provide(provide_resumption)}


async def _look(desk: Desk, case: int, clock: int, doing: Doing) -> tuple[CaseView, ClockAsked]:
    return await look(desk, case, lambda c, view: clock_asked(c, view, clock, doing.code))


def _choices(found: ClockAsked, law: LawData) -> dict[str, tuple[tuple[str, str], ...]]:
    return {"others": found.others, "basis": citation_choices(law.laws)}


def _parsed(
    data: FormMultiDict,
    found: ClockAsked,
    doing: Doing,
    law: LawData,
    *,
    today: date,
) -> DeadlineForm:
    """Return the form as sent; it asks about a law that had been replaced by the day it decides."""
    form = doing.form.parse(data, choices=_choices(found, law), today=today)
    happened = form.read_value("happened")
    on = happened.on if happened is not None and happened.on is not None else today
    if "basis" in form.fields:
        form.warn("basis", stale_citation(law.laws, form.read_value("basis"), on))
    return form


def _request(view: CaseView, found: ClockAsked, form: DeadlineForm) -> DeadlineRequest:
    others = tuple(int(one) for one in form.read_value("others") or ())
    return DeadlineRequest(
        case=view.dossier.id,
        clocks=(found.id, *others),
        version=form.version,
        happened=form.happened.moment(view.dossier.zone),
        reason=form.reason,
        basis=form.read_value("basis"),
    )


def _page(
    view: CaseView,
    found: ClockAsked,
    doing: Doing,
    form: DeadlineForm,
    *,
    changed: tuple[str, ...] | None = None,
) -> FormPage:
    stale = changed is not None
    unit = law_words.unit(found.rule.unit) if found.rule else "waktu"
    return FormPage(
        crumbs=crumbs(view, doing.title),
        title=doing.title,
        lead=doing.lead.format(unit=unit),
        action=f"/perkara/{view.dossier.id}/tenggat/{found.id}/{doing.code}",
        back=f"/perkara/{view.dossier.id}#tenggat",
        button=doing.title,
        form=form,
        fields=(*doing.fields, "others") if found.others else doing.fields,
        hidden={"version": str(found.version) if stale else form.field("version").value},
        known=found.known,
        blocked=found.blocked,
        instead=found.instead,
        changed=changed or (),
        stale=stale,
    )
