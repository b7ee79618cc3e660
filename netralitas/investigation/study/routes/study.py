"""The study as it stands, its versions, and every act on it."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.evidence.storage import Storage
from netralitas.investigation.study import words
from netralitas.investigation.study.commands import (
    add_comment,
    read_second,
    resolve_comment,
    save_version,
    submit,
)
from netralitas.investigation.study.domain import Section, Verdict
from netralitas.investigation.study.forms import CommentForm, ReadingForm, SubmitForm
from netralitas.investigation.study.queries import (
    Writing,
    study_page,
    version_page,
)
from netralitas.investigation.study.routes.desk import Desk, provide_desk
from netralitas.investigation.study.writing import blank_sheet, sent_sheet
from netralitas.refusals import Stale
from netralitas.web.fragments import see_other

type_answer = Response[str] | Redirect

_PAGE: Final = "investigation/study.html"
_WRITE: Final = "investigation/write_study.html"
_VERSION: Final = "investigation/study_version.html"
_NEWER: Final = "Versi kajian yang lebih baru sudah disimpan sejak Anda membuka halaman ini."


class StudyController(Controller):
    """The study as it stands, its versions, and every act on it."""

    path = "/perkara/{case:int}/kajian"
    dependencies = {"desk": Provide(provide_desk)}  # noqa: RUF012 - as Litestar declares it
    include_in_schema = False

    @get()
    async def show(self, desk: NamedDependency[Desk]) -> Response[str]:
        """Show the study with what is said about it."""
        found = await desk.look()
        done = words.DONE.get(desk.asked.get("tercatat", ""))
        return await desk.page(_PAGE, study_page(found, desk.law.laws, done=done))

    @get("/versi/{number:int}")
    async def version(self, number: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show one version and what changed in it."""
        return await desk.page(_VERSION, version_page(await desk.look(), desk.law.laws, number))

    @get("/ubah")
    async def ask(self, desk: NamedDependency[Desk]) -> Response[str]:
        """Show the form of a further version."""
        sheet = blank_sheet(await desk.written(), desk.law.laws)
        return await desk.page(_WRITE, sheet.page())

    @post("/ubah")
    async def save(self, desk: NamedDependency[Desk]) -> type_answer:
        """Save a further version; what was typed over an older one comes back with 409."""
        found = await desk.written()
        sheet = sent_sheet(found, desk.law.laws, await desk.typed())
        if not sheet.valid:
            return await desk.page(_WRITE, sheet.page(), status=422)
        try:
            await save_version(
                desk.actor,
                desk.case,
                sheet.content,
                base=sheet.form.base,
                book=desk.law.book,
            )
        except Stale:
            latest = found.study.latest
            changed = (words.saved_by(latest),) if latest else ()
            return await desk.page(_WRITE, sheet.page(stale=True, changed=changed), status=409)
        return see_other(f"{desk.back}?tercatat=versi")

    @post("/catatan")
    async def comment(self, desk: NamedDependency[Desk]) -> type_answer:
        """Say something of a section."""
        found = await desk.commented()
        form = CommentForm.parse(await desk.typed())
        if not form.valid:
            content = study_page(found, desk.law.laws, comment=form)
            return await desk.page(_PAGE, content, status=422)
        await add_comment(
            desk.actor, desk.case, Section(form.section), form.text, book=desk.law.book
        )
        return see_other(f"{desk.back}#{form.section}")

    @post("/catatan/{comment:int}/penyelesaian")
    async def resolve(self, comment: FromPath[int], desk: NamedDependency[Desk]) -> type_answer:
        """Settle a comment."""
        found = await desk.commented()
        doing = resolve_comment(desk.actor, desk.case, comment, book=desk.law.book)
        return await self._again(desk, found, await desk.refused(doing), "catatan")

    @post("/pembacaan")
    async def read(self, desk: NamedDependency[Desk]) -> type_answer:
        """Approve or return the last version."""
        found = await desk.commented()
        form = ReadingForm.parse(await desk.typed())
        if not form.valid:
            content = study_page(found, desk.law.laws, reading=form)
            return await desk.page(_PAGE, content, status=422)
        doing = read_second(
            desk.actor,
            desk.case,
            form.version,
            Verdict(form.verdict),
            form.read_value("reason"),
            book=desk.law.book,
        )
        return await self._again(desk, found, await desk.refused(doing), "pembacaan")

    @post("/pengajuan")
    async def submit(
        self, desk: NamedDependency[Desk], storage: NamedDependency[Storage]
    ) -> type_answer:
        """Submit the last version to the plenary."""
        found = await desk.written()
        form = SubmitForm.parse(await desk.typed())
        if not form.valid:
            content = study_page(found, desk.law.laws, refused=[s for s, _ in form.error_list])
            return await desk.page(_PAGE, content, status=422)
        doing = submit(desk.actor, desk.case, form.version, book=desk.law.book, storage=storage)
        refused = await desk.refused(doing)
        if refused is None:
            return see_other(f"/perkara/{desk.case}?tercatat=1")
        return await self._again(desk, found, refused, "")

    async def _again(
        self,
        desk: Desk,
        found: Writing,
        refused: tuple[int, tuple[str, ...]] | None,
        done: str,
    ) -> type_answer:
        """Return the way on, or the page with what said no."""
        if refused is None:
            return see_other(f"{desk.back}?tercatat={done}")
        status, sentences = refused
        content = study_page(found, desk.law.laws, refused=sentences)
        return await desk.page(_PAGE, content, status=status)
