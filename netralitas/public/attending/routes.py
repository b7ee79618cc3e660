"""`/hadir/{token}`: who is present says so, and takes the test. No cookie."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.law import words as law_words
from netralitas.law.domain import Zone
from netralitas.public import sections
from netralitas.public.attending import words
from netralitas.public.attending.forms import (
    AnswersForm,
    PresentForm,
    answers_form,
    unit_options,
)
from netralitas.public.attending.pages import RoomPage, TestPage, ThanksPage, Way
from netralitas.public.attending.rooms import Room, Rooms, new_number
from netralitas.public.reporting.routes.parts import type_request
from netralitas.refusals import NotVisible
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

type_answer = Response[str] | Redirect

_ROOM: Final = "public/attending/room.html"
_TEST: Final = "public/attending/test.html"
_THANKS: Final = "public/attending/thanks.html"


class AttendController(Controller):
    """The page of a room."""

    path = f"{sections.ATTEND}/{{token:str}}"
    include_in_schema = False

    @get()
    async def show(
        self,
        token: FromPath[str],
        request: type_request,
        rooms: NamedDependency[Rooms],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Ask who is present; before and after its hours, say when it is open."""
        room = await rooms.find(request, token)
        form = None
        if room.is_open(clock.now()):
            choices = unit_options(room.shown)
            form = PresentForm.blank(values={"number": new_number()}, choices=choices)
        return page(_ROOM, _room_page(room, form), frame=frame)

    @post()
    async def attend(
        self,
        token: FromPath[str],
        request: type_request,
        rooms: NamedDependency[Rooms],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Take it, or say what is missing and keep what was typed; nothing once it is closed."""
        room = await rooms.find(request, token)
        if not room.is_open(clock.now()):
            return page(_ROOM, _room_page(room, None, lost=True), frame=frame, status=409)
        form = PresentForm.parse(await request.form(), choices=unit_options(room.shown))
        if not form.valid:
            return page(_ROOM, _room_page(room, form), frame=frame, status=422)
        await rooms.send(request, room, form.said(), form.number)
        return see_other(f"{room.address}/tercatat")

    @get("/tercatat")
    async def thank(
        self,
        token: FromPath[str],
        request: type_request,
        rooms: NamedDependency[Rooms],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Say that it was taken, and lead to the test if there is one."""
        room = await rooms.find(request, token)
        content = _thanks(room, words.PRESENT, words.PRESENT_TAKEN)
        return page(_THANKS, content, frame=frame)

    @get("/terjawab")
    async def thank_for_answers(
        self,
        token: FromPath[str],
        request: type_request,
        rooms: NamedDependency[Rooms],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Say that the answers were taken."""
        room = await rooms.find(request, token)
        content = _thanks(room, words.ANSWERED, words.ANSWERS_TAKEN)
        return page(_THANKS, content, frame=frame)

    @get("/{test:str}")
    async def ask(
        self,
        token: FromPath[str],
        test: FromPath[str],
        request: type_request,
        rooms: NamedDependency[Rooms],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the questions; outside of its hours, the page of the room."""
        room = await _with_test(rooms, request, token, test)
        if not room.is_open(clock.now()):
            return page(_ROOM, _room_page(room, None), frame=frame)
        form = answers_form(room.shown.questions).blank(values={"number": new_number()})
        return page(_TEST, _test_page(room, test, form), frame=frame)

    @post("/{test:str}")
    async def answer(
        self,
        token: FromPath[str],
        test: FromPath[str],
        request: type_request,
        rooms: NamedDependency[Rooms],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Take the answers, or say which question has none; nothing once it is closed."""
        room = await _with_test(rooms, request, token, test)
        if not room.is_open(clock.now()):
            return page(_ROOM, _room_page(room, None, lost=True), frame=frame, status=409)
        form = answers_form(room.shown.questions).parse(await request.form())
        if not form.valid:
            return page(_TEST, _test_page(room, test, form), frame=frame, status=422)
        await rooms.send(request, room, form.said(words.TESTS[test]), form.number)
        return see_other(f"{room.address}/terjawab")


async def _with_test(rooms: Rooms, request: type_request, token: str, test: str) -> Room:
    """Return the room if it has this test; NotVisible else."""
    room = await rooms.find(request, token)
    if test not in words.TESTS or not room.shown.questions:
        raise NotVisible
    return room


def _room_page(room: Room, form: PresentForm | None, *, lost: bool = False) -> RoomPage:
    shown = room.shown
    return RoomPage(
        title=shown.title,
        when=law_words.day(shown.day),
        place=shown.place,
        organiser=shown.organiser,
        action=room.address,
        form=form,
        closed=None if form else _closed(room),
        lost=lost,
        tests=_tests(room) if form else (),
    )


def _closed(room: Room) -> str:
    zone = Zone(room.shown.zone)
    if clock.now() < room.opens_at:
        return words.opens(law_words.moment(room.opens_at, zone))
    return words.closed(law_words.moment(room.closes_at, zone))


def _test_page(room: Room, test: str, form: AnswersForm) -> TestPage:
    phase = words.TESTS[test]
    return TestPage(
        title=words.TEST_TITLES[phase],
        activity=room.shown.title,
        lead=words.TEST_LEADS[phase],
        action=f"{room.address}/{test}",
        form=form,
    )


def _thanks(room: Room, title: str, sentence: str) -> ThanksPage:
    tests = _tests(room) if room.is_open(clock.now()) else ()
    return ThanksPage(title=title, activity=room.shown.title, sentence=sentence, tests=tests)


def _tests(room: Room) -> tuple[Way, ...]:
    if not room.shown.questions:
        return ()
    return tuple(
        Way(label=words.TEST_TITLES[phase], href=f"{room.address}/{test}")
        for test, phase in words.TESTS.items()
    )
