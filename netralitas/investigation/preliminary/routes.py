"""`/perkara/{id}/kajian-awal`: the preliminary study, and the letter about what is lacking."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.cases.queries import title
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.holding import hold_keeper, look_at
from netralitas.investigation.preliminary import words
from netralitas.investigation.preliminary.commands import (
    finish_study,
    save_study,
    tell_reporter,
)
from netralitas.investigation.preliminary.forms import NoticeForm, StudyForm, values_of
from netralitas.investigation.preliminary.pages import NoticePage
from netralitas.investigation.preliminary.queries import (
    LACKING,
    deadlines_of,
    lacking_of,
    latest_study,
    study_page,
    writable,
)
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit
from netralitas.workflow.refusals import MoveRefused

_PAGE: Final = "investigation/preliminary.html"
_NOTICE: Final = "investigation/notice.html"
_PATH: Final = "/perkara/{case:int}/kajian-awal"

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Why the form of a study comes back."""

    status: int = 422
    stale: bool = False
    changed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class PreliminaryStudyController(Controller):
    """The preliminary study of a case."""

    path = _PATH
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the study: its form to who writes it, as long as it is written."""
        return await _shown(visit, case, book)

    @post()
    async def save(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Save what is typed as a new version."""
        form = await _typed(visit, case, book)
        answered = await _done(
            form, lambda: save_study(visit.actor, case, form.study, _seen(form), book=book)
        )
        if answered is None:
            return see_other(f"/perkara/{case}/kajian-awal")
        return await _shown(visit, case, book, form, answered)

    @post("/penyelesaian")
    async def finish(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Finish the study with its paper and the move of its result."""
        form = await _typed(visit, case, book)
        answered = await _done(
            form,
            lambda: finish_study(
                visit.actor, case, form.study, _seen(form), book=book, storage=storage
            ),
        )
        if answered is None:
            return see_other(f"/perkara/{case}?tercatat=1")
        return await _shown(visit, case, book, form, answered)


class CompletenessNoticeController(Controller):
    """The letter that tells a reporter what the report lacks."""

    path = f"{_PATH}/pemberitahuan"
    include_in_schema = False

    @get()
    async def ask(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Ask how the reporter is told."""
        return await _notice(visit, case, book, NoticeForm.blank())

    @post()
    async def send(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Issue the letter, and record that the reporter was told."""
        async with reading(visit.actor) as c:
            hold_keeper(await look_at(c, visit.actor, case, book=book))
        form = NoticeForm.parse(await visit.typed())
        answered = await _done(
            form,
            lambda: tell_reporter(visit.actor, case, form.told_by, book=book, storage=storage),
        )
        if answered is None:
            return see_other(f"/perkara/{case}?tercatat=1")
        return await _notice(visit, case, book, form, answered)


CONTROLLERS: Final = (PreliminaryStudyController, CompletenessNoticeController)


async def _typed(visit: Visit, case: int, book: RuleBook) -> StudyForm:
    """Return the form that was sent, for who may write the study."""
    async with reading(visit.actor) as c:
        hold_keeper(await look_at(c, visit.actor, case, book=book))
    return StudyForm.parse(await visit.typed())


def _seen(form: StudyForm) -> int:
    seen: int | None = form.read_value("version")
    return seen or 0


async def _done(
    form: StudyForm | NoticeForm, doing: Callable[[], Awaitable[object]]
) -> Answered | None:
    """Do it unless the form is wrong; return why not, None when it is done."""
    try:
        form.require()
        await doing()
    except Stale as refusal:
        return Answered(status=409, stale=True, changed=refusal.changed)
    except MoveRefused as refusal:
        sentences = tuple(obstacle.sentence for obstacle in refusal.obstacles)
        return Answered(status=409, refused=sentences)
    except RuleBroken as refusal:
        return Answered(status=409, refused=(refusal.reason,))
    except Invalid as refusal:
        form.refuse_all(refusal.errors)
        return Answered()
    return None


async def _shown(
    visit: Visit,
    case: int,
    book: RuleBook,
    form: StudyForm | None = None,
    answered: Answered | None = None,
) -> Response[str]:
    wanted = visit.asked.get("konsep", "")
    async with reading(visit.actor) as c:
        view = await look_at(c, visit.actor, case, book=book)
        asked = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 5 else None
        content = await study_page(c, view, asked)
        study, version = await latest_study(c, case)
    stale = answered is not None and answered.stale
    if form is not None and stale:
        form = StudyForm.blank(values=values_of(form.study, version))
    if form is None and asked is None and writable(view):
        form = StudyForm.blank(values=values_of(study, version))
    told = answered or Answered(status=200)
    content = msgspec.structs.replace(
        content, form=form, stale=stale, changed=told.changed, refused=told.refused
    )
    return await visit.page(_PAGE, content, status=told.status)


async def _notice(
    visit: Visit, case: int, book: RuleBook, form: NoticeForm, answered: Answered | None = None
) -> Response[str]:
    async with reading(visit.actor) as c:
        view = await look_at(c, visit.actor, case, book=book)
        hold_keeper(view)
        missing = await lacking_of(c, view)
        deadlines = await deadlines_of(c, view)
    base = f"/perkara/{case}"
    told = answered or Answered(status=200)
    content = NoticePage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(title(view), base),
            Crumb(words.TITLE, f"{base}/kajian-awal"),
            Crumb(words.NOTICE),
        ),
        title=words.NOTICE,
        caption=title(view),
        action=f"{base}/kajian-awal/pemberitahuan",
        back=base,
        form=form,
        missing=missing or (),
        deadlines=deadlines,
        blocked=_blocked(view.dossier.handling().state, missing),
        refused=told.refused,
    )
    return await visit.page(_NOTICE, content, status=told.status)


def _blocked(state: str, missing: tuple[str, ...] | None) -> str | None:
    if state != LACKING:
        return words.NOT_LACKING
    return words.NO_FINISHED if missing is None else None
