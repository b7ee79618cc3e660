"""`/perkara/{id}/klarifikasi/sesi/{session}`: a session before, while and after it is held."""

import msgspec
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification.commands import (
    add_answer,
    change_answer,
    close_session,
)
from netralitas.investigation.clarification.domain import Session, SessionState
from netralitas.investigation.clarification.forms import (
    AnswerForm,
    ChangedAnswerForm,
    ConductForm,
)
from netralitas.investigation.clarification.queries import (
    answer_seen,
    session_page,
    session_seen,
)
from netralitas.investigation.clarification.routes.acting import (
    SHEET,
    Layout,
    Sheet,
    say,
    type_answer,
)
from netralitas.investigation.holding import keeps
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.web.fragments import see_other

_PAGE = "investigation/session.html"


class SessionController(Controller):
    """A session and what is asked in it."""

    path = "/perkara/{case:int}/klarifikasi/sesi/{session:int}"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def show(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the session, with the form of the next question while it is open."""
        return await _shown(sheet, session)

    @post("/jawaban")
    async def add(
        self, session: FromPath[int], sheet: NamedDependency[Sheet]
    ) -> Response[str] | Redirect:
        """Add a question and its answer."""
        async with reading(sheet.actor) as c:
            await session_seen(c, await sheet.kept(c), session)
        form = AnswerForm.parse(await sheet.typed())
        status = 422
        if form.valid:
            try:
                await add_answer(
                    *(sheet.actor, sheet.case, session, form.question, form.answer),
                    book=sheet.book,
                )
            except RuleBroken as refusal:
                status = say(form, refusal)
            else:
                return see_other(f"/perkara/{sheet.case}/klarifikasi/sesi/{session}#tanya-jawab")
        return await _shown(sheet, session, form, status)

    @get("/jawaban/{said:int}")
    async def ask_answer(
        self, session: FromPath[int], said: FromPath[int], sheet: NamedDependency[Sheet]
    ) -> Response[str]:
        """Show an answer to be changed."""
        async with reading(sheet.actor) as c:
            view = await sheet.kept(c)
            found, _, answer = await answer_seen(c, view, session, said)
        if answer is None:
            raise NotVisible
        values = {
            "question": answer.question,
            "answer": answer.answer,
            "version": found.version,
        }
        layout = _changing(session, said, answer.ordinal)
        return await sheet.ask(view, ChangedAnswerForm.blank(values=values), layout)

    @post("/jawaban/{said:int}")
    async def change_answer(
        self, session: FromPath[int], said: FromPath[int], sheet: NamedDependency[Sheet]
    ) -> type_answer:
        """Let it say this."""
        async with reading(sheet.actor) as c:
            view = await sheet.kept(c)
            found, _, answer = await answer_seen(c, view, session, said)
        if answer is None:
            raise NotVisible
        form = ChangedAnswerForm.parse(await sheet.typed())
        return await sheet.answer(
            view,
            form,
            _changing(session, said, answer.ordinal),
            lambda: change_answer(
                *(sheet.actor, sheet.case, session, said),
                *(form.question, form.answer, form.version),
                book=sheet.book,
            ),
            found.version,
        )


class ClosingController(Controller):
    """The end of a session, with its minutes."""

    path = "/perkara/{case:int}/klarifikasi/sesi/{session:int}/penutupan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask how it went."""
        async with reading(sheet.actor) as c:
            view = await sheet.kept(c)
            found, _ = await session_seen(c, view, session)
        form = ConductForm.blank(values={"version": found.version})
        return await sheet.ask(view, form, _closing(found))

    @post()
    async def close(
        self,
        session: FromPath[int],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Issue the minutes."""
        async with reading(sheet.actor) as c:
            view = await sheet.kept(c)
            found, _ = await session_seen(c, view, session)
        form = ConductForm.parse(await sheet.typed())
        return await sheet.answer(
            view,
            form,
            _closing(found),
            lambda: close_session(
                *(sheet.actor, sheet.case, session, form.conduct, form.version),
                book=sheet.book,
                storage=storage,
            ),
            found.version,
        )


async def _shown(
    sheet: Sheet, session: int, form: AnswerForm | None = None, status: int = 200
) -> Response[str]:
    async with reading(sheet.actor) as c:
        view = await sheet.seen(c)
        content = await session_page(c, view, session)
        found, _ = await session_seen(c, view, session)
    if form is None and keeps(view) and found.state is SessionState.PLANNED:
        form = AnswerForm.blank()
    content = msgspec.structs.replace(content, form=form)
    return await sheet.page(_PAGE, content, status=status)


def _changing(session: int, said: int, ordinal: int) -> Layout:
    return Layout(
        title=f"Ubah tanya jawab {ordinal}",
        lead="Tanya jawab dapat diubah sampai berita acara diterbitkan.",
        button="Simpan tanya jawab",
        path=f"/sesi/{session}/jawaban/{said}",
        goal=f"/sesi/{session}",
    )


def _closing(session: Session) -> Layout:
    return Layout(
        title="Tutup sesi dan terbitkan berita acara",
        lead="Berita acara diterbitkan dengan nomor dari tanya jawab yang tersimpan; sesudahnya"
        " tidak ada yang berubah. Tidak bersedia disumpah tidak menghentikan sesi.",
        button="Terbitkan berita acara",
        path=f"/sesi/{session.id}/penutupan",
        goal=f"/sesi/{session.id}",
    )
