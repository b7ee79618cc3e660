"""The calculator for people and for machines. It asks no database, and keeps nothing.

It counts by the law that the worker put out last.
"""

from datetime import datetime
from typing import Any, Final

from litestar import Controller, Request, Response, get
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.law.explanation import explain, explained
from netralitas.law.refusals import CannotCompute, NotInForce
from netralitas.law.spoken import spoken
from netralitas.public import sections
from netralitas.public.calculator.forms import CalculatorForm, rule_choices
from netralitas.public.calculator.pages import Answer, CalculatorPage
from netralitas.refusals import Invalid
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

TEMPLATE: Final = "public/calculator.html"
RULE: Final = "aturan"
_FORMATS: Final = ("%Y-%m-%d", "%Y-%m-%dT%H:%M")
_ASKED: Final = ("rule", "from", "zone")

type_request = Request[Any, Any, Any]


class CalculatorController(Controller):
    """`/kalkulator-tenggat`: the questions, and behind a full address the answer."""

    path = sections.CALCULATOR
    include_in_schema = False

    @get()
    async def show(
        self,
        request: type_request,
        frame: NamedDependency[Frame],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the questions, the answer, or what is wrong with what was asked: 422.

        An address that names nothing but a rule has it chosen, and asks the rest.
        """
        if not request.query_params.keys() - {RULE}:
            chosen = {RULE: request.query_params.get(RULE), "zona": Zone.WIB.name}
            form = CalculatorForm.blank(values=chosen, choices=_choices(book))
            return page(TEMPLATE, CalculatorPage(form=form), frame=frame)
        form = CalculatorForm.parse(request.query_params, choices=_choices(book))
        if not form.valid:
            return page(TEMPLATE, CalculatorPage(form=form), frame=frame, status=422)
        return page(TEMPLATE, _answered(form, book), frame=frame)


class ExplanationController(Controller):
    """`/api/v1/deadlines/explain`: the same as JSON, as the command line prints it."""

    path = sections.EXPLAIN

    @get()
    async def explain(
        self, request: type_request, book: NamedDependency[RuleBook]
    ) -> dict[str, object]:
        """Return how a date is reached. `rule`, `from` (a day, or a minute), `zone` (WIB).

        404 for an unknown rule, 422 for what cannot be read or cannot be computed.
        """
        asked = {name: request.query_params.get(name, "") for name in _ASKED}
        begin = _begin(asked)
        try:
            told = explained(book, asked["rule"], begin, asked["zone"] or Zone.WIB.name)
        except (CannotCompute, NotInForce) as refusal:
            raise Invalid({"from": [refusal.reason]}, _typed(asked)) from refusal
        return told.as_json()


def _choices(book: RuleBook) -> dict[str, list[tuple[str, str]]]:
    return {"aturan": rule_choices(spoken(book.versions(code)[-1]) for code in book.codes())}


def _answered(form: CalculatorForm, book: RuleBook) -> CalculatorPage:
    """Return the page with the questions as they were understood: a day stands in three parts."""
    understood = {name: form.read_value(name) for name in form.fields}
    again = CalculatorForm.blank(values=understood, choices=_choices(book))
    try:
        return CalculatorPage(form=again, answer=_answer(form, book))
    except (CannotCompute, NotInForce) as refusal:
        return CalculatorPage.refusing(again, refusal)


def _answer(form: CalculatorForm, book: RuleBook) -> Answer:
    start = form.start()
    on = start.date() if isinstance(start, datetime) else start
    rule = book.rule(form.read_value("aturan"), on)
    told = explain(spoken(rule), start, book.calendar(), form.zone())
    return Answer.of(told, rule.label, clock.now())


def _begin(asked: dict[str, str]) -> datetime:
    """Return the naive local moment of `from`; Invalid names each parameter that cannot be read."""
    wrong: dict[str, list[str]] = {}
    begin = next(filter(None, (_read(asked["from"], form) for form in _FORMATS)), None)
    if begin is None:
        wrong["from"] = ["“from” adalah tanggal seperti 2024-02-05, atau 2024-02-05T10:20."]
    if asked["zone"] and asked["zone"] not in Zone.__members__:
        wrong["zone"] = ["“zone” adalah WIB, WITA, atau WIT."]
    if begin is None or wrong:
        raise Invalid(wrong, _typed(asked))
    return begin


def _typed(asked: dict[str, str]) -> dict[str, list[str]]:
    return {name: [text] for name, text in asked.items()}


def _read(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 - local to the zone that is asked for
    except ValueError:
        return None
