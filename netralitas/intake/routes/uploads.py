"""Files of a draft that arrive in pieces; spoken to by a script (static/js/upload.js).

Announced with `name` and `size`, a file has an address: GET says how much has arrived, POST with
`?mulai=` adds a piece there. Every answer is an `Arrived`; without a script the form sends files
as they are.
"""

import msgspec
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused, NotKept
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage
from netralitas.intake.arriving import Arriving
from netralitas.intake.desk import source_of
from netralitas.intake.desk_page import ARRIVING
from netralitas.intake.drafts import read_token
from netralitas.intake.uploads import add_piece, announce, upload
from netralitas.refusals import NotVisible, Refusal, RuleBroken
from netralitas.vault.cipher import Keys
from netralitas.web.forms.files import file_name
from netralitas.web.visit import Visit


class Arrived(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a file stands: bytes that have arrived, whether it is whole, or why it is refused."""

    address: str = ""
    received: int = 0
    size: int = 0
    whole: bool = False
    problem: str = ""


class UploadController(Controller):
    """`/perkara/baru/berkas`: files on their way, each under an address nobody can guess."""

    path = ARRIVING
    include_in_schema = False

    @post("/baru/{draft:str}")
    async def begin(
        self,
        draft: FromPath[str],
        visit: NamedDependency[Visit],
        draft_keys: NamedDependency[Keys],
    ) -> Response[bytes]:
        """Announce a file of a draft, which begins with it if it must."""
        may(visit.actor, Permission.TAKE_IN)
        key = read_token(draft)
        if key is None:
            raise NotVisible
        typed = await visit.typed()
        name, size = file_name(str(typed.get("name") or "")), str(typed.get("size") or "")
        length = int(size) if size.isdecimal() and len(size) < 16 else 0
        kind = source_of(visit.asked.get("jenis"))
        try:
            file = await announce(visit.actor, key, kind.value, name, length, draft_keys)
        except RuleBroken as refused:
            return _answer(refused)
        return _answer(file)

    @get("/{token:str}")
    async def look(
        self, token: FromPath[str], visit: NamedDependency[Visit], storage: NamedDependency[Storage]
    ) -> Response[bytes]:
        """Say how much has arrived: the disk knows."""
        may(visit.actor, Permission.TAKE_IN)
        async with reading(visit.actor) as c:
            file = await upload(c, visit.actor, token)
        if file.digest is None:
            arrived = await Pieces(storage).arrived(token)
            file = msgspec.structs.replace(file, received=arrived)
        return _answer(file)

    @post("/{token:str}")
    async def add(
        self, token: FromPath[str], visit: NamedDependency[Visit], storage: NamedDependency[Storage]
    ) -> Response[bytes]:
        """Add a piece where the last one ended; the last piece makes the file whole."""
        may(visit.actor, Permission.TAKE_IN)
        start = visit.asked.get("mulai") or ""
        offset = int(start) if start.isdecimal() and len(start) < 16 else -1
        piece = await visit.request.body()
        try:
            file = await add_piece(visit.actor, token, offset, piece, Pieces(storage))
        except (FileRefused, NotKept, RuleBroken) as refused:
            return _answer(refused)
        return _answer(file)


def _answer(told: Arriving | Refusal) -> Response[bytes]:
    if isinstance(told, Refusal):
        said, status = Arrived(problem=told.reason), 422
    else:
        said, status = _arrived(told), 200
    content = msgspec.json.encode(said)
    return Response(content, status_code=status, media_type=MediaType.JSON)


def _arrived(file: Arriving) -> Arrived:
    return Arrived(
        address=f"{ARRIVING}/{file.token}",
        received=file.received,
        size=file.size,
        whole=file.digest is not None,
    )
