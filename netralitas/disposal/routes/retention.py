"""`/retensi`: how long each class is kept."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.database.transactions import reading
from netralitas.disposal import words
from netralitas.disposal.commands import propose_rule, put_in_force
from netralitas.disposal.forms import NothingForm, RuleForm
from netralitas.disposal.pages import RETENTION
from netralitas.disposal.queries.schedule import rules
from netralitas.disposal.schedule_pages import retention_page
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.parts import Crumb
from netralitas.web.register import REGISTER, Sheet
from netralitas.web.visit import Visit

_CRUMBS: Final = (Crumb(words.RETENTION, RETENTION),)
_NEW: Final = Sheet(
    title=words.PROPOSE,
    lead=words.PROPOSE_LEAD,
    action=f"{RETENTION}/baru",
    back=RETENTION,
    crumbs=_CRUMBS,
    selects=("kept", "certainty"),
)


class RetentionController(Controller):
    """The schedule, proposed and put into force."""

    path = RETENTION
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the period of each class."""
        may(visit.actor, Permission.SEE_RETENTION)
        async with reading(visit.actor) as c:
            found = await rules(c)
        return await visit.page(REGISTER, retention_page(visit.actor, found, visit.today))

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Ask for a period."""
        may(visit.actor, Permission.SET_RETENTION)
        return await shown(visit, _NEW, RuleForm.blank(values={"valid_from": visit.today}))

    @post("/baru")
    async def propose(self, visit: NamedDependency[Visit]) -> type_answer:
        """Propose it to another administrator."""
        may(visit.actor, Permission.SET_RETENTION)
        form = RuleForm.parse(await visit.typed(), today=visit.today)

        async def doing() -> str:
            await propose_rule(visit.actor, form.rule())
            return RETENTION

        return await answered(visit, _NEW, form, doing)

    @get("/{rule:int}/pemberlakuan")
    async def confirm(self, rule: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask once more, after the second factor."""
        may(visit.actor, Permission.SET_RETENTION)
        hold_stepped_up(visit.actor, clock.now())
        return await shown(visit, _in_force(rule), NothingForm.blank())

    @post("/{rule:int}/pemberlakuan")
    async def put(self, rule: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Put it into force."""
        may(visit.actor, Permission.SET_RETENTION)

        async def doing() -> str:
            await put_in_force(visit.actor, rule)
            return RETENTION

        form = NothingForm.parse(await visit.typed())
        return await answered(visit, _in_force(rule), form, doing)


def _in_force(rule: int) -> Sheet:
    return Sheet(
        title=words.PUT_IN_FORCE,
        lead=words.PUT_IN_FORCE_LEAD,
        action=f"{RETENTION}/{rule}/pemberlakuan",
        back=RETENTION,
        crumbs=_CRUMBS,
    )
