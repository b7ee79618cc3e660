"""What all forms of the law share: who may, how they come back, where they lead."""

from collections.abc import Callable, Sequence
from typing import Final

from litestar import Response
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.editions import addresses
from netralitas.editions.commands.changing import propose
from netralitas.editions.domain import Entry
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

TEMPLATE: Final = "editions/form.html"
# Beside which field a refusal stands, where the form has one of the name.
_FIELDS: Final = {
    "law.holiday_twice": "on",
    "law.year_not_loaded": "on",
    "law.overlap": "valid_from",
    "law.reason": "reason",
    "law.file": "file",
}

type_answer = Response[str] | Redirect


async def propose_it(
    visit: Visit,
    form: Form,
    entries: Callable[[], Sequence[Entry]],
    page: Callable[[], object],
    template: str = TEMPLATE,
) -> type_answer:
    """Return the way to the preview of the change, or the page with what is wrong in the form."""
    may(visit.actor, Permission.CHANGE_LAW)
    try:
        said = tuple(entries())
        reason = str(form.value_of("reason"))
        draft = await propose(visit.actor, reason=reason, entries=said)
    except Invalid:
        pass  # the form says it already
    except RuleBroken as refused:
        name = _FIELDS.get(refused.rule or "", "")
        form.refuse(name if name in form.fields else "", refused.reason)
    else:
        return see_other(addresses.draft(draft))
    return await visit.page(template, page(), status=422)
