"""`/layanan/pengaduan`: a complaint about the service, without account and without script.

The answer to what was sent is the receipt itself: a form that is sent twice is one complaint.
"""

import secrets
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from litestar import Controller, Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.database.transactions import receiving
from netralitas.intake.door import OfficeShown
from netralitas.law.book import RuleBook
from netralitas.law.deadline import due
from netralitas.law.domain import Zone
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.law.words import day
from netralitas.public import sections
from netralitas.public.reporting import proof
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.holder import Holder, carrying
from netralitas.public.reporting.routes.parts import seen_at, type_request, with_code
from netralitas.public.service import words
from netralitas.public.service.forms import ComplaintForm
from netralitas.public.service.pages import ComplainPage, SentPage
from netralitas.public.service.sending import send
from netralitas.service.door import Said, code_of, number_of
from netralitas.service.policy import RULE
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

_FORM: Final = "public/service/complain.html"
_SENT: Final = "public/service/sent.html"
_TOKEN_BYTES: Final = 16
_LONGEST_TOKEN: Final = 40


class ComplainController(Controller):
    """A complaint about the service."""

    path = sections.COMPLAIN
    include_in_schema = False

    @get()
    async def ask(
        self, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form; nothing is kept before it is sent."""
        known = await door.offices()
        form = ComplaintForm.blank(choices=_choices(known))
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        return _asked(_Question(form=form, known=known, token=token), door, frame)

    @post(status_code=200, request_max_body_size=64 * 1024)
    async def send(
        self,
        request: type_request,
        door: NamedDependency[Door],
        book: NamedDependency[RuleBook],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Send it and show the receipt: 422 with what is wrong, 503 while many send at once."""
        door.count_start(request)
        known = await door.offices()
        given = await request.form()
        token = str(given.get("tanda", ""))[:_LONGEST_TOKEN]
        form = ComplaintForm.parse(given, choices=_choices(known))
        if not form.valid or len(token) < _TOKEN_BYTES:
            fresh = token if len(token) >= _TOKEN_BYTES else secrets.token_urlsafe(_TOKEN_BYTES)
            wrong = "" if len(token) >= _TOKEN_BYTES else words.STALE
            asked = _Question(form=form, known=known, token=fresh, wrong=wrong)
            return _asked(asked, door, frame, status=422)
        holder = door.holder_of(code_of(token, door.secret))
        proved = _proved(given, holder, door)
        if not proved and (seconds := door.wait()):
            asked = _Question(form=form, known=known, token=token, wrong=words.QUEUE)
            answer = _asked(asked, door, frame, status=503)
            answer.headers["Retry-After"] = str(seconds)
            return answer
        office = next(each for each in known if str(each.id) == form.office)
        number = number_of(token, door.secret)
        said = Said(what=form.what, when=form.when, officer=form.officer, contact=form.contact)
        async with receiving(door.engine, holder.digest) as connection:
            await send(connection, holder, office, said, number=number, proved=proved)
        content = SentPage(
            number=number, code=holder.code, office=office.name, due=_due(book, office)
        )
        answer = page(_SENT, content, frame=seen_at("", frame))  # asked for again it is the form
        return with_code(answer, carrying(holder.code, sections.STATUS, https=door.https))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """The form as one visitor sees it: `token` makes a second sending the same complaint."""

    form: ComplaintForm
    known: tuple[OfficeShown, ...]
    token: str
    wrong: str = ""


def _asked(asked: _Question, door: Door, frame: Frame, status: int = 200) -> Response[str]:
    holder = door.holder_of(code_of(asked.token, door.secret))
    content = ComplainPage(
        form=asked.form,
        only=str(asked.known[0].id) if len(asked.known) == 1 else "",
        token=asked.token,
        task=proof.task(holder.digest, door.secret, int(clock.now().timestamp())),
        bits=proof.BITS,
        wrong=asked.wrong,
        closed="" if asked.known else words.CLOSED,
    )
    return page(_FORM, content, frame=frame, status=status)


def _choices(known: tuple[OfficeShown, ...]) -> dict[str, list[tuple[str, str]]]:
    return {"office": [(str(each.id), each.name) for each in known]}


def _proved(given: FormMultiDict, holder: Holder, door: Door) -> bool:
    task, number = str(given.get("tugas", "")), str(given.get("jawaban", ""))
    now = int(clock.now().timestamp())
    return proof.solved(task, number, holder.digest, door.secret, now)


def _due(book: RuleBook, office: OfficeShown) -> str:
    """Return the day by which the office wants to have answered; empty where no rule says one."""
    zone = Zone(office.zone)
    now = clock.now()
    there = book.at(office.regions[0].code) if office.regions else book
    try:
        rule = book.rule(RULE, now.astimezone(ZoneInfo(office.zone)).date())
        return day(due(rule, now, there.calendar(), zone).on)
    except (UnknownRule, NotInForce, CannotCompute):
        return ""
