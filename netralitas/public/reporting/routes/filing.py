"""Files: one to a request without script, in pieces that survive a broken line with it."""

from typing import Any, Final

import msgspec
from litestar import Controller, Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.params import FromPath, JSONBody
from litestar.response import Redirect
from msgspec.structs import replace

from netralitas.database.connection import Connection
from netralitas.intake.door import PIECE
from netralitas.public.reporting import file_words as words
from netralitas.public.reporting import files, questions
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.drafts import Draft, save, touch
from netralitas.public.reporting.files import FileRefused, Kept
from netralitas.public.reporting.pages import FilesPage
from netralitas.public.reporting.routes.parts import ELSEWHERE, type_request
from netralitas.refusals import NotVisible
from netralitas.web.forms import MEBIBYTE
from netralitas.web.forms.files import file_name
from netralitas.web.forms.given import SentFile, gather
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

LARGEST: Final = 25 * MEBIBYTE
_AROUND: Final = 64 * 1024  # bytes that a form has besides its file
_ASKED: Final = questions.BY_KEY[questions.FILES]
_HERE: Final = _ASKED.href


def _problem(_: type_request, refused: FileRefused) -> Response[dict[str, str]]:
    """Answer the script with the sentence that it shows."""
    return Response(content={"problem": refused.reason}, status_code=422)


_SAYING: Final[dict[int | type[Exception], Any]] = {**ELSEWHERE, FileRefused: _problem}


class Announced(msgspec.Struct, frozen=True):
    """A file that is about to be sent in pieces."""

    name: str
    size: int


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Which pieces of a file are there; the script sends the others."""

    ordinal: int
    piece: int
    pieces: int
    places: tuple[int, ...]
    whole: bool


class FilesController(Controller):
    """`/lapor/berkas`: the files of a draft, as a page."""

    path = _HERE
    include_in_schema = False
    exception_handlers = ELSEWHERE

    @get()
    async def show(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show what has arrived, and where another file is chosen."""
        return await _show(request, door, frame)

    @post(request_max_body_size=LARGEST + _AROUND)
    async def upload(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str] | Redirect:
        """Keep one file, or say why not: 422. Whatever was kept before stays."""
        await door.drafted(request)  # before anything of the file is read
        try:
            sent = await _sent(request, door.largest)
            async with door.changing(request) as (connection, draft):
                await _keep(connection, draft, sent, door.largest)
        except FileRefused as refused:
            return await _show(request, door, frame, wrong=refused.reason)
        return see_other(_HERE)

    @post("/{ordinal:int}/hapus")
    async def drop(
        self, request: type_request, ordinal: FromPath[int], door: NamedDependency[Door]
    ) -> Redirect:
        """Remove one file."""
        async with door.changing(request) as (connection, draft):
            await files.remove(connection, draft, ordinal)
        return see_other(_HERE)

    @post("/lanjut")
    async def go_on(self, request: type_request, door: NamedDependency[Door]) -> Redirect:
        """Go on to the next question."""
        async with door.changing(request) as (connection, draft):
            done = tuple(dict.fromkeys((*draft.answers.done, questions.FILES)))
            answers = replace(draft.answers, done=done)
            await save(connection, draft, answers)
        return see_other(questions.next_address(answers))


class PiecesController(Controller):
    """`/lapor/berkas/kiriman`: the same for the script, piece by piece."""

    path = f"{_HERE}/kiriman"
    include_in_schema = False
    exception_handlers = _SAYING

    @post(status_code=200)
    async def announce(
        self, request: type_request, data: JSONBody[Announced], door: NamedDependency[Door]
    ) -> Progress:
        """Say what will come; one that was interrupted goes on where it stopped."""
        async with door.changing(request) as (connection, draft):
            name = file_name(data.name)
            return _progress(await files.announce(connection, draft, name, data.size, door.largest))

    @get("/{ordinal:int}")
    async def look(
        self, request: type_request, ordinal: FromPath[int], door: NamedDependency[Door]
    ) -> Progress:
        """Say which pieces are there."""
        async with door.changing(request) as (connection, draft):
            return _progress(await _file(connection, draft, ordinal))

    @put("/{ordinal:int}/{place:int}", status_code=204, request_max_body_size=PIECE)
    async def put_piece(
        self,
        request: type_request,
        ordinal: FromPath[int],
        place: FromPath[int],
        door: NamedDependency[Door],
    ) -> None:
        """Keep one piece; sent twice it is one."""
        content = await request.body()
        async with door.changing(request) as (connection, draft):
            await files.put(
                connection, draft, await _file(connection, draft, ordinal), place, content
            )

    @post("/{ordinal:int}/selesai", status_code=200)
    async def finish(
        self, request: type_request, ordinal: FromPath[int], door: NamedDependency[Door]
    ) -> Progress:
        """Look at the whole file; one that is not taken is removed, and the reason said: 422."""
        refused: FileRefused | None = None
        async with door.changing(request) as (connection, draft):
            file = await _file(connection, draft, ordinal)
            if not file.whole:
                refused = await _finish(connection, draft, file)
            await touch(connection, draft)
        if refused is not None:
            raise refused
        return _progress(file)

    @delete("/{ordinal:int}")
    async def drop(
        self, request: type_request, ordinal: FromPath[int], door: NamedDependency[Door]
    ) -> None:
        """Remove one file."""
        async with door.changing(request) as (connection, draft):
            await files.remove(connection, draft, ordinal)


async def _show(
    request: type_request, door: Door, frame: Frame, *, wrong: str = ""
) -> Response[str]:
    async with door.changing(request) as (connection, draft):
        kept = await files.listed(connection, draft)
    every = questions.asked_of(draft.answers)
    content = FilesPage(
        title=_ASKED.title,
        back=questions.before(questions.FILES, draft.answers),
        lead=_ASKED.lead,
        place=every.index(_ASKED) + 1,
        of=len(every),
        files=kept,
        most=files.MOST,
        largest=door.largest,
        piece=PIECE,
        hint=words.what_is_taken(door.largest, files.MOST),
        said=words.WHILE_SENDING,
        wrong=wrong,
    )
    status = 422 if wrong else 200
    return page("public/reporting/files.html", content, frame=frame, status=status)


async def _sent(request: type_request, largest: int) -> SentFile:
    """Return the one file of a form; FileRefused for none, for several and for one too large."""
    try:
        received = gather(await request.form())
    except RequestEntityTooLarge as error:
        raise FileRefused(words.too_large(str(words.THE_CHOSEN), largest)) from error
    except ClientException as error:
        raise FileRefused(str(words.ONE_EACH)) from error
    sent: list[Any] = [each for each in received.get("berkas", ()) if getattr(each, "filename", "")]
    if not sent:
        raise FileRefused(str(words.NONE_CHOSEN))
    if len(sent) > 1:
        raise FileRefused(str(words.ONE_EACH))
    return sent[0]  # type: ignore[no-any-return]  # Litestar's upload has what SentFile asks


async def _keep(connection: Connection, draft: Draft, sent: SentFile, largest: int) -> None:
    """Keep a file that arrived as a whole, piece by piece; FileRefused leaves nothing of it."""
    size = sent.file.seek(0, 2)
    sent.file.seek(0)
    file = await files.announce(connection, draft, file_name(sent.filename), size, largest)
    for place in range(file.pieces):
        await files.put(connection, draft, file, place, sent.file.read(PIECE))
    whole = replace(file, places=tuple(range(file.pieces)))
    await files.finish(connection, draft, whole)
    await touch(connection, draft)


async def _finish(connection: Connection, draft: Draft, file: Kept) -> FileRefused | None:
    """Return None when the file is whole; else why not. One of another type is removed."""
    try:
        await files.finish(connection, draft, file)
    except FileRefused as refused:
        if len(file.places) == file.pieces:
            await files.remove(connection, draft, file.ordinal)
        return refused
    return None


async def _file(connection: Connection, draft: Draft, ordinal: int) -> Kept:
    found = await files.listed(connection, draft)
    file = next((each for each in found if each.ordinal == ordinal), None)
    if file is None:
        raise NotVisible(str(words.GONE))
    return file


def _progress(file: Kept) -> Progress:
    return Progress(
        ordinal=file.ordinal,
        piece=PIECE,
        pieces=file.pieces,
        places=file.places,
        whole=file.whole,
    )
