"""The kinds of tables that come in by pages: where, for whom, in which words, how each is done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from anyio import to_thread

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports.commands import (
    NewList,
    NewRecords,
    take_in_external,
    take_in_staff,
    undo_external,
    undo_import,
)
from netralitas.imports.domain import Checked, ImportKind
from netralitas.imports.external import Placed, place_rows
from netralitas.imports.forms import (
    EXTERNAL_MAPPING,
    STAFF_MAPPING,
    ExternalUploadForm,
    MappingForm,
    TableForm,
    UploadForm,
)
from netralitas.imports.queries import digests_of, less_known
from netralitas.imports.showing import Arrived
from netralitas.imports.staff import staff_lines
from netralitas.imports.way_words import EXTERNAL_WORDS, STAFF_WORDS, ListedWords, WayWords

type_check = Callable[[Actor, Arrived, Checked, NipSealer], Awaitable[Checked]]
type_take = Callable[[Actor, Arrived, dict[str, int], Checked, NipSealer], Awaitable[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a kind of table comes in: `check` refuses what the database contradicts, `take` stores.

    `take` raises what the command of the kind raises.
    """

    kind: ImportKind
    permission: Permission
    words: WayWords
    upload: type[TableForm]
    mapping: type[MappingForm]
    check: type_check
    take: type_take


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """How an import of a kind that is listed is taken back as a whole."""

    kind: ImportKind
    permission: Permission
    words: ListedWords
    undo: Callable[[Actor, int], Awaitable[None]]


async def _check_staff(actor: Actor, _: Arrived, checked: Checked, sealer: NipSealer) -> Checked:
    digests = await to_thread.run_sync(digests_of, checked, sealer)
    async with reading(actor) as c:
        return await less_known(c, checked, digests)


async def _take_staff(
    actor: Actor, arrived: Arrived, mapping: dict[str, int], checked: Checked, sealer: NipSealer
) -> int:
    new = NewList(
        source=arrived.parcel.source,
        digest=arrived.opened.digest,
        columns=arrived.opened.heads(mapping),
        lines=await to_thread.run_sync(staff_lines, checked.good, sealer),
        refused=checked.refused_rows,
    )
    return await take_in_staff(actor, new)


async def _check_external(
    actor: Actor, arrived: Arrived, checked: Checked, sealer: NipSealer
) -> Checked:
    return (await _place(actor, arrived, checked, sealer)).checked


async def _take_external(
    actor: Actor, arrived: Arrived, mapping: dict[str, int], checked: Checked, sealer: NipSealer
) -> int:
    placed = await _place(actor, arrived, checked, sealer)
    new = NewRecords(
        source=arrived.parcel.source,
        digest=arrived.opened.digest,
        columns=arrived.opened.heads(mapping),
        lines=placed.lines,
        refused=checked.refused_rows,
    )
    return await take_in_external(actor, new)


async def _place(actor: Actor, arrived: Arrived, checked: Checked, sealer: NipSealer) -> Placed:
    today = clock.today(ZoneInfo(actor.zone))
    async with reading(actor) as c:
        return await place_rows(c, actor, checked, sealer, arrived.parcel.source, today)


STAFF_WAY: Final = Way(
    kind=ImportKind.STAFF,
    permission=Permission.IMPORT_STAFF,
    words=STAFF_WORDS,
    upload=UploadForm,
    mapping=STAFF_MAPPING,
    check=_check_staff,
    take=_take_staff,
)
STAFF_UNDOING: Final = Undoing(
    kind=ImportKind.STAFF,
    permission=Permission.IMPORT_STAFF,
    words=STAFF_WORDS,
    undo=undo_import,
)
EXTERNAL_WAY: Final = Way(
    kind=ImportKind.EXTERNAL,
    permission=Permission.IMPORT_EXTERNAL,
    words=EXTERNAL_WORDS,
    upload=ExternalUploadForm,
    mapping=EXTERNAL_MAPPING,
    check=_check_external,
    take=_take_external,
)
EXTERNAL_UNDOING: Final = Undoing(
    kind=ImportKind.EXTERNAL,
    permission=Permission.IMPORT_EXTERNAL,
    words=EXTERNAL_WORDS,
    undo=undo_external,
)
