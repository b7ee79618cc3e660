"""Where an activity stands: announced, moved, not held."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.prevention import policy
from netralitas.prevention.acts import ANNOUNCE, CANCEL, MOVE
from netralitas.prevention.commands import announce_activity, cancel_activity, move_activity
from netralitas.prevention.forms import AnnounceForm, CancelForm, MoveForm
from netralitas.prevention.routes.acting import ENTRY, Entry, type_answer


class StandingController(Controller):
    """`/pencegahan/kegiatan/{id}/…`: the public is told, another day is set, it is not held."""

    path = "/pencegahan/kegiatan/{number:int}"
    dependencies = ENTRY
    include_in_schema = False

    @get("/pengumuman")
    async def show_announcement(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form, or why the public cannot be told any more."""
        opened = await entry.opened(ANNOUNCE)
        policy.hold_unannounced(opened.activity)
        return await entry.ask(ANNOUNCE, AnnounceForm.blank(), opened)

    @post("/pengumuman")
    async def announce(self, entry: NamedDependency[Entry]) -> type_answer:
        """Tell the public and go to the plan, or say what is wrong and keep what was typed."""
        await entry.opened(ANNOUNCE)
        form = AnnounceForm.parse(await entry.typed())
        return await entry.answer(
            ANNOUNCE,
            form,
            lambda: announce_activity(entry.actor, entry.target(form.version), form.notice),
        )

    @get("/pemindahan")
    async def show_move(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form filled with when and where it is to be, or why that is settled."""
        opened = await entry.opened(MOVE)
        found = opened.activity
        policy.hold_movable(found)
        values = {
            "planned_on": found.planned_on,
            "begins_at": found.begins_at,
            "ends_at": found.ends_at,
            "place": opened.facts["place"],
        }
        return await entry.ask(MOVE, MoveForm.blank(values=values), opened)

    @post("/pemindahan")
    async def move(self, entry: NamedDependency[Entry]) -> type_answer:
        """Put it on another day and go to the plan, or say what is wrong."""
        await entry.opened(MOVE)
        form = MoveForm.parse(await entry.typed())
        return await entry.answer(
            MOVE,
            form,
            lambda: move_activity(entry.actor, entry.target(form.version), form.moved()),
        )

    @get("/pembatalan")
    async def show_cancellation(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the reasons."""
        opened = await entry.opened(CANCEL)
        policy.hold_open(opened.activity)
        return await entry.ask(CANCEL, CancelForm.blank(), opened)

    @post("/pembatalan")
    async def cancel(self, entry: NamedDependency[Entry]) -> type_answer:
        """Cancel it and go to its page, or say what is wrong."""
        await entry.opened(CANCEL)
        form = CancelForm.parse(await entry.typed())
        return await entry.answer(
            CANCEL,
            form,
            lambda: cancel_activity(entry.actor, entry.target(form.version), form.chosen()),
        )
