"""One question after the other; the first answer begins the draft."""

from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec.structs import replace

from netralitas import clock
from netralitas.database.transactions import receiving
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Answers
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.public import sections
from netralitas.public.reporting import questions, words
from netralitas.public.reporting.dates import window
from netralitas.public.reporting.door import Door, Elsewhere
from netralitas.public.reporting.drafts import Draft, begin, save
from netralitas.public.reporting.forms import KnownForm, Question, WhereForm
from netralitas.public.reporting.holder import Holder, carrying
from netralitas.public.reporting.offices import office_of, region_choices
from netralitas.public.reporting.pages import QuestionPage, WindowPage
from netralitas.public.reporting.questions import Asked
from netralitas.public.reporting.routes.parts import ELSEWHERE, type_request, with_code
from netralitas.refusals import NotVisible
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

_LARGEST: Final = 64 * 1024  # bytes: a story of 5000 letters, each of up to nine as it is sent
_FIRST: Final = questions.QUESTIONS[0]


class QuestionController(Controller):
    """`/lapor/{question}`: show it with what was answered, and take the answer."""

    path = sections.REPORT
    include_in_schema = False
    exception_handlers = ELSEWHERE

    @get("/{key:str}")
    async def show(
        self,
        request: type_request,
        key: FromPath[str],
        door: NamedDependency[Door],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show one question; the first needs no draft."""
        asked, asking = _asked(key)
        draft = await _draft(door, request, asked)
        answers = draft.answers if draft else Answers()
        form = asking.of(answers, **await _context(asked, door, frame))
        return _page(asked, form, answers, frame, has_code=draft is not None)

    @post("/{key:str}", request_max_body_size=_LARGEST)
    async def answer(
        self,
        request: type_request,
        key: FromPath[str],
        door: NamedDependency[Door],
        frame: NamedDependency[Frame],
    ) -> Response[str] | Redirect:
        """Keep the answer and go on, or say what is wrong and keep what was typed: 422."""
        asked, asking = _asked(key)
        context = await _context(asked, door, frame)
        form = asking.parse(await request.form(), **context)
        if asked is _FIRST and await _draft(door, request, asked) is None:
            return await _begin(door, request, form, frame)
        async with door.changing(request) as (connection, draft):
            if isinstance(form, KnownForm):
                form.check_after(draft.answers)
            if not form.valid:
                return _page(asked, form, draft.answers, frame, status=422)
            answers = _with(draft.answers, asked, form)
            await save(connection, draft, answers)
        return see_other(_next(asked, answers))

    @get("/batas-waktu")
    async def window(
        self,
        request: type_request,
        door: NamedDependency[Door],
        book: NamedDependency[RuleBook],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show until when this can be reported, and how that is counted."""
        draft = await door.drafted(request)
        answers = draft.answers
        office = office_of(answers.region, await door.offices())
        zone = Zone(office.zone if office else frame.zone)
        today = clock.today(zone.tz)
        counted = window(answers.regime, answers.known_on, today, _book(book, answers), zone)
        if counted is None:
            raise Elsewhere(questions.next_address(answers))
        content = WindowPage(
            title=str(words.WINDOW),
            back=questions.BY_KEY[questions.KNOWN].href,
            window=counted,
            next=questions.next_address(answers),
        )
        return page("public/reporting/window.html", content, frame=frame)


def _asked(key: str) -> tuple[Asked, type[Question]]:
    """Return a question with its form: the files have none, and a page of their own."""
    asked = questions.BY_KEY.get(key)
    if asked is None or asked.form is None:
        raise NotVisible
    return asked, asked.form


async def _draft(door: Door, request: type_request, asked: Asked) -> Draft | None:
    """Return the draft of who asks; None where there is none yet, at the first question only."""
    try:
        return await door.drafted(request)
    except Elsewhere as elsewhere:
        if asked is _FIRST and elsewhere.address == questions.RESUME:
            return None
        raise


async def _context(asked: Asked, door: Door, frame: Frame) -> dict[str, Any]:
    """Return what a form is told: what day it is, and the regions there are."""
    context: dict[str, Any] = {"today": clock.today(ZoneInfo(frame.zone))}
    if asked.form is WhereForm:
        context["choices"] = {"region": region_choices(await door.offices())}
    return context


async def _begin(
    door: Door, request: type_request, form: Question, frame: Frame
) -> Response[str] | Redirect:
    """Begin a draft with the first answer and show its code."""
    if not form.valid:
        return _page(_FIRST, form, Answers(), frame, status=422, has_code=False)
    door.count_start(request)
    holder = Holder.new(door.secret)
    async with receiving(door.engine, holder.digest) as connection:
        await begin(connection, holder, _with(Answers(), _FIRST, form))
    cookie = carrying(holder.code, sections.REPORT, https=door.https)
    return with_code(see_other(questions.CODE), cookie)


def _with(answers: Answers, asked: Asked, form: Question) -> Answers:
    done = tuple(dict.fromkeys((*answers.done, asked.key)))
    return replace(form.put(answers), done=done)


def _next(asked: Asked, answers: Answers) -> str:
    """Return where to go: to what the law counts when that was just asked, else onwards."""
    formal = answers.level is not Confidentiality.ANONYMOUS
    if asked.key == questions.KNOWN and answers.known_on is not None and formal:
        return questions.WINDOW
    return questions.next_address(answers)


def _book(book: RuleBook, answers: Answers) -> RuleBook:
    return book.at(answers.region) if answers.region else book


def _page(
    asked: Asked,
    form: Question,
    answers: Answers,
    frame: Frame,
    *,
    status: int = 200,
    has_code: bool = True,
) -> Response[str]:
    every = questions.asked_of(answers)
    content = QuestionPage(
        title=asked.title,
        back=questions.before(asked.key, answers),
        key=asked.key,
        lead=asked.lead,
        place=every.index(asked) + 1 if asked in every else len(every),
        of=len(every),
        form=form,
        hints=tuple(words.LEVEL_HINTS.values()) if asked is _FIRST else (),
        button=words.NEXT,
        has_code=has_code,
    )
    return page("public/reporting/question.html", content, frame=frame, status=status)
