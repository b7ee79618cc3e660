"""`/pemusnahan/{id}/…`: a list is reviewed, submitted, given back or approved."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.database.transactions import reading
from netralitas.disposal import words
from netralitas.disposal.commands import approve, give_back, leave_out, submit
from netralitas.disposal.forms import ApproveForm, LeaveOutForm, SubmitForm
from netralitas.disposal.pages import LISTS, RETENTION
from netralitas.disposal.queries.lists import Known, known_in
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.register import Sheet
from netralitas.web.visit import Visit


class DecidingController(Controller):
    """The steps of one list."""

    path = f"{LISTS}/{{disposal:int}}"
    include_in_schema = False

    @get("/baris/{item:int}")
    async def ask_why(
        self, disposal: FromPath[int], item: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Ask why a line is left out."""
        await _known(visit, disposal, Permission.KEEP_DISPOSAL)
        return await shown(visit, _leaving(disposal, item), LeaveOutForm.blank())

    @post("/baris/{item:int}")
    async def leave(
        self, disposal: FromPath[int], item: FromPath[int], visit: NamedDependency[Visit]
    ) -> type_answer:
        """Leave it out."""
        await _known(visit, disposal, Permission.KEEP_DISPOSAL)
        form = LeaveOutForm.parse(await visit.typed())

        async def doing() -> str:
            await leave_out(visit.actor, disposal, item, form.reason)
            return f"{LISTS}/{disposal}"

        return await answered(visit, _leaving(disposal, item), form, doing)

    @get("/pengajuan")
    async def ask(self, disposal: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask whether the list is as it should be."""
        known = await _known(visit, disposal, Permission.KEEP_DISPOSAL)
        return await shown(visit, _submitting(known), SubmitForm.blank())

    @post("/pengajuan")
    async def submit(self, disposal: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Submit it to somebody else."""
        known = await _known(visit, disposal, Permission.KEEP_DISPOSAL)
        form = SubmitForm.parse(await visit.typed())

        async def doing() -> str:
            await submit(visit.actor, disposal, form.version)
            return f"{LISTS}/{disposal}"

        return await answered(visit, _submitting(known), form, doing)

    @post("/pengembalian")
    async def give_back(self, disposal: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Give it back to be reviewed."""
        await _known(visit, disposal, Permission.APPROVE_DISPOSAL)
        await give_back(visit.actor, disposal)
        return see_other(f"{LISTS}/{disposal}")

    @get("/persetujuan")
    async def ask_consent(
        self, disposal: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Ask for the consent to destroy archives, after the second factor."""
        await _known(visit, disposal, Permission.APPROVE_DISPOSAL)
        hold_stepped_up(visit.actor, clock.now())
        return await shown(visit, _approving(disposal), ApproveForm.blank())

    @post("/persetujuan")
    async def approve(self, disposal: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Approve it: the worker carries it out."""
        await _known(visit, disposal, Permission.APPROVE_DISPOSAL)
        form = ApproveForm.parse(await visit.typed(), today=visit.today)

        async def doing() -> str:
            await approve(visit.actor, disposal, form.letter())
            return f"{LISTS}/{disposal}"

        return await answered(visit, _approving(disposal), form, doing)


async def _known(visit: Visit, disposal: int, permission: Permission) -> Known:
    """Return the list, for who may do this at all."""
    may(visit.actor, permission)
    async with reading(visit.actor) as c:
        return await known_in(c, disposal)


def _crumbs(disposal: int) -> tuple[Crumb, ...]:
    return (
        Crumb(words.RETENTION, RETENTION),
        Crumb(words.LISTS, LISTS),
        Crumb(f"{words.LIST} {disposal}", f"{LISTS}/{disposal}"),
    )


def _leaving(disposal: int, item: int) -> Sheet:
    return Sheet(
        title=words.LEAVE_OUT,
        lead=words.LEAVE_OUT_LEAD,
        action=f"{LISTS}/{disposal}/baris/{item}",
        back=f"{LISTS}/{disposal}",
        crumbs=_crumbs(disposal),
    )


def _submitting(known: Known) -> Sheet:
    return Sheet(
        title=words.SUBMIT,
        lead=words.SUBMIT_LEAD,
        action=f"{LISTS}/{known.id}/pengajuan",
        back=f"{LISTS}/{known.id}",
        crumbs=_crumbs(known.id),
        version=known.lines,
    )


def _approving(disposal: int) -> Sheet:
    return Sheet(
        title=words.APPROVE,
        lead=words.APPROVE_LEAD,
        action=f"{LISTS}/{disposal}/persetujuan",
        back=f"{LISTS}/{disposal}",
        crumbs=_crumbs(disposal),
        danger=True,
    )
