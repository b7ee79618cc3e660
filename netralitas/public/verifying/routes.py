"""`/verifikasi`: whether a paper is the one that was issued. No file is kept, no code noted.

The answer is the page itself, without a redirect: an address would carry the code. No cookie.
"""

from typing import Final

from anyio import to_thread
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.database.transactions import asking
from netralitas.documents.official.verifying import Known, known_again
from netralitas.law import words as law_words
from netralitas.public import sections
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.routes.parts import type_request
from netralitas.public.verifying import words
from netralitas.public.verifying.forms import LARGEST, PaperForm
from netralitas.public.verifying.pages import Answer, VerifyPage
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

_AROUND: Final = 64 * 1024  # bytes of a form beside its file


class VerifyController(Controller):
    """The public page of whoever holds a paper."""

    path = sections.VERIFY
    include_in_schema = False

    @get()
    async def ask(self, frame: NamedDependency[Frame]) -> Response[str]:
        """Ask for the code or the file."""
        return _shown(VerifyPage(form=PaperForm.blank()), frame)

    @post(status_code=200, request_max_body_size=LARGEST + _AROUND)
    async def answer(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Say yes or no: 422 for a mistyped code, 404 for a paper that was not issued like that."""
        door.count_try(request)
        form = PaperForm.parse(await request.form())
        if not form.valid:
            return _shown(VerifyPage(form=form), frame, status=422)
        digest = None
        if form.file is not None:
            digest = await to_thread.run_sync(form.file[0].digest)
        async with asking(door.engine) as connection:
            found = await known_again(connection, code=form.code, digest=digest)
        if found is None:
            return _shown(VerifyPage(form=form, denied=True), frame, status=404)
        return _shown(VerifyPage(form=PaperForm.blank(), answer=_answer(found)), frame)


def _answer(found: Known) -> Answer:
    return Answer(
        office=found.office,
        title=found.title,
        number=found.number or words.NO_NUMBER,
        issued_on=law_words.day(found.issued_on),
        said=words.COPIES[found.copy.value] if found.copy else words.CODE_ALONE,
    )


def _shown(content: VerifyPage, frame: Frame, status: int = 200) -> Response[str]:
    return page("public/verifying/verify.html", content, frame=frame, status=status)
