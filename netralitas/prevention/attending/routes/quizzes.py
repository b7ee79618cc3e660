"""The test of an activity: its questions, and results on paper."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.prevention.attending.commands import note_papers, remove_papers, write_questions
from netralitas.prevention.attending.form_pages import papers_page, quiz_page
from netralitas.prevention.attending.forms import PapersForm, QuizForm
from netralitas.prevention.attending.queries import questions_of
from netralitas.prevention.attending.questions import as_text
from netralitas.prevention.attending.routes.room import BASE, ROOM, Room, type_answer
from netralitas.prevention.attending.words import SLUGS
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.web.form_page import refused_on

_QUESTIONS: Final = "prevention/attending/quiz.html"
_PAPERS: Final = "prevention/attending/papers.html"


class QuizController(Controller):
    """`…/kehadiran/tes` and `…/kehadiran/tes/kertas`."""

    path = BASE
    dependencies = ROOM
    include_in_schema = False

    @get("/tes")
    async def show(self, room: NamedDependency[Room]) -> Response[str]:
        """Show the questions as they stand."""
        opened = await room.opened()
        questions = await room.seen(lambda c: questions_of(c, room.number))
        form = QuizForm.blank(values={"questions": as_text(questions)} if questions else None)
        return await room.page(_QUESTIONS, quiz_page(form, opened))

    @post("/tes")
    async def write(self, room: NamedDependency[Room]) -> type_answer:
        """Hold that these are the questions, or say which one is wrong."""
        opened = await room.opened()
        form = QuizForm.parse(await room.typed())
        try:
            form.require()
            await write_questions(room.actor, room.number, form.written)
        except (Invalid, RuleBroken) as refused:
            status = refused_on(form, refused)
            return await room.page(_QUESTIONS, quiz_page(form, opened), status=status)
        return room.back("soal")

    @get("/tes/kertas")
    async def show_papers(self, room: NamedDependency[Room]) -> Response[str]:
        """Show the form of results on paper."""
        return await self._papers(room, PapersForm.blank())

    @post("/tes/kertas")
    async def note(self, room: NamedDependency[Room]) -> type_answer:
        """Hold that the papers say this, or say what is wrong."""
        await room.opened()
        form = PapersForm.parse(await room.typed())
        try:
            await note_papers(room.actor, room.number, *form.result())
        except (Invalid, RuleBroken) as refused:
            return await self._papers(room, form, refused_on(form, refused))
        return room.back("kertas")

    @post("/tes/kertas/{phase:str}/penghapusan")
    async def remove(self, room: NamedDependency[Room], phase: FromPath[str]) -> Redirect:
        """Hold that there is no result of papers of this phase."""
        await room.opened()
        meant = next((one for one, slug in SLUGS.items() if slug == phase), None)
        if meant is None:
            raise NotVisible
        await remove_papers(room.actor, room.number, meant)
        return room.back("kertas-dihapus")

    async def _papers(self, room: Room, form: PapersForm, status: int = 200) -> Response[str]:
        opened = await room.opened()
        questions = await room.seen(lambda c: questions_of(c, room.number))
        content = papers_page(form, opened, len(questions))
        return await room.page(_PAPERS, content, status=status)
