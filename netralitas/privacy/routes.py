"""What the registers of privacy share: their list, and the form by which an entry begins."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.settings import Settings
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.forms import Form
from netralitas.web.register import REGISTER, RegisterPage, Sheet
from netralitas.web.visit import Visit

F = TypeVar("F", bound=Form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Generic[F]):
    """A register: who keeps it, its list, and how an entry begins.

    `day` is the field of the form that is today's at first; `record` returns the address of the
    new entry.
    """

    permission: Permission
    sheet: Sheet
    form: type[F]
    day: str
    listed: Callable[[Connection, Visit], Awaitable[RegisterPage]]
    record: Callable[[Visit, F, Settings], Awaitable[str]]

    async def begin(self, visit: Visit, settings: Settings) -> type_answer:
        """Return the way to the entry that was typed, or the form with what is wrong."""
        form = self.form.parse(await visit.typed(), today=visit.today)
        return await answered(visit, self.sheet, form, lambda: self.record(visit, form, settings))


class KeptController(Controller):
    """The first pages of a register; a subclass names its path and what is kept."""

    include_in_schema = False
    kept: ClassVar[Kept[Any]]

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the entries of the office, the newest first."""
        may(visit.actor, self.kept.permission)
        async with reading(visit.actor) as c:
            content = await self.kept.listed(c, visit)
        return await visit.page(REGISTER, content)

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Ask what there is to record."""
        may(visit.actor, self.kept.permission)
        blank = self.kept.form.blank(values={self.kept.day: visit.today})
        return await shown(visit, self.kept.sheet, blank)

    @post("/baru")
    async def record(
        self, visit: NamedDependency[Visit], settings: NamedDependency[Settings]
    ) -> type_answer:
        """Record it."""
        may(visit.actor, self.kept.permission)
        return await self.kept.begin(visit, settings)
