"""Rules of time: the list, and the form of a new version."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may, may_see
from netralitas.database.transactions import reading
from netralitas.editions import addresses
from netralitas.editions.form_pages import rule_page
from netralitas.editions.forms import RuleForm
from netralitas.editions.forms.rule import values_of
from netralitas.editions.queries import entries
from netralitas.editions.routes.acting import TEMPLATE, propose_it, type_answer
from netralitas.editions.showing import rules_page
from netralitas.law.domain import Rule
from netralitas.law.entries import RULE, LawData, rule_key
from netralitas.web.visit import Visit


class RulesController(Controller):
    """`/administrasi/hukum/aturan`: every rule, and what comes after its present version."""

    path = addresses.RULES
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show every rule with the way to a new version."""
        may_see(visit.actor, Permission.CHANGE_LAW)
        return await visit.page("editions/rules.html", rules_page(law))

    @get("/{code:str}/versi-baru")
    async def show_version(
        self, code: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the form, filled with what the present version says; 404 for an unknown code."""
        present = _present(visit, law, code)
        form = RuleForm.blank(values=values_of(present))
        return await visit.page(TEMPLATE, rule_page(form, present))

    @post("/{code:str}/versi-baru")
    async def add_version(
        self, code: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Propose it, or say what is wrong."""
        present = _present(visit, law, code)
        form = RuleForm.parse(await visit.typed())
        form.hold_successor(present)
        async with reading(visit.actor) as c:
            stands = await entries(c, law.edition)
        body = stands[RULE, rule_key(present.code, present.version)]
        return await propose_it(
            visit, form, lambda: form.entries(present, body), lambda: rule_page(form, present)
        )


def _present(visit: Visit, law: LawData, code: str) -> Rule:
    """Return the newest version of the rule; raises UnknownRule."""
    may(visit.actor, Permission.CHANGE_LAW)
    return law.book.versions(code)[-1]
