"""Activities, agreements, figures and publications over the API."""

from datetime import date
from typing import Annotated

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from netralitas.access.policy import Permission, may
from netralitas.agreements.queries import Asked, agreement_page, register_page
from netralitas.api import words
from netralitas.api.call import Call, Paged
from netralitas.api.domain import Scope
from netralitas.api.filling import described, sent_to_form
from netralitas.api.frame import by
from netralitas.api.reads import beside as reads
from netralitas.api.shapes import beside as shapes
from netralitas.api.shapes import forms
from netralitas.api.writes import WRITE, Write
from netralitas.database.connection import Connection
from netralitas.evaluation.recap.domain import Week, read_week, week_of
from netralitas.evaluation.recap.queries import recap_page
from netralitas.evaluation.recap.words import UNREADABLE
from netralitas.law.domain import Zone
from netralitas.prevention.commands import plan_activity
from netralitas.prevention.forms import PlanForm
from netralitas.prevention.queries import activities_page
from netralitas.prevention.queries.activity import plan_tab
from netralitas.prevention.queries.choices import plan_choices
from netralitas.publication.queries import published
from netralitas.refusals import Invalid


class ActivitiesController(Controller):
    """Activities of prevention."""

    path = "/activities"
    tags = ("Activities",)
    opt = by(Scope.ACTIVITIES_READ)
    dependencies = WRITE

    @get(summary="List activities, the latest first", operation_id="listActivities")
    async def list(
        self, call: NamedDependency[Call], paging: Paged
    ) -> Response[shapes.ActivityList]:
        """Return a page of the activities; pages are of a fixed length."""
        may(call.actor, Permission.SEE_PREVENTION)
        asked = {"setelah": paging.cursor} if paging.cursor else {}
        page = await call.read(lambda c: activities_page(c, call.actor, asked, call.today))
        return call.answer(reads.activities(page))

    @get("/{activity:int}", summary="Get one activity", operation_id="getActivity")
    async def show(
        self, call: NamedDependency[Call], activity: FromPath[int]
    ) -> Response[shapes.Activity]:
        """Return the plan of an activity, and what happened to it."""
        may(call.actor, Permission.SEE_PREVENTION)
        tab = await call.read(lambda c: plan_tab(c, call.actor, activity, None))
        return call.answer(reads.activity(tab))

    @get("/form", summary="Get the form of a new activity", operation_id="getActivityForm")
    async def form(self, call: NamedDependency[Call]) -> Response[forms.FormShape]:
        """Return what a planned activity must say, with what may be picked."""
        may(call.actor, Permission.RECORD_ACTIVITY)
        choices = await call.read(lambda c: plan_choices(c, call.actor))
        return call.answer(described(PlanForm.blank(choices=choices), words.NEW_ACTIVITY))

    @post(
        summary="Plan an activity",
        operation_id="planActivity",
        opt=by(Scope.ACTIVITIES_WRITE),
    )
    async def plan(
        self, write: NamedDependency[Write], data: JSONBody[forms.Filled]
    ) -> Response[forms.Entered]:
        """Plan an activity, which both parties see from then on."""
        return await write.once(lambda c: _plan(c, write, data))


async def _plan(c: Connection, write: Write, data: forms.Filled) -> forms.Entered:
    may(write.actor, Permission.RECORD_ACTIVITY)
    choices = await plan_choices(c, write.actor)
    form = PlanForm.parse(sent_to_form(data), choices=choices, today=write.today)
    return forms.Entered(id=await plan_activity(write.actor, form.planned()))


class AgreementsController(Controller):
    """Agreements between the parties."""

    path = "/agreements"
    tags = ("Agreements",)
    opt = by(Scope.AGREEMENTS_READ)

    @get(summary="List agreements", operation_id="listAgreements")
    async def list(self, call: NamedDependency[Call]) -> Response[shapes.AgreementList]:
        """Return every agreement that the system's office takes part in."""
        may(call.actor, Permission.SEE_AGREEMENTS)
        zone, calendar = Zone(call.actor.zone), call.book.calendar()
        page = await call.read(lambda c: register_page(c, call.today, calendar, zone, keeps=False))
        return call.answer(reads.agreements(page))

    @get("/{agreement:int}", summary="Get one agreement", operation_id="getAgreement")
    async def show(
        self, call: NamedDependency[Call], agreement: FromPath[int]
    ) -> Response[shapes.AgreementWhole]:
        """Return an agreement with the dates that it asks to be kept."""
        may(call.actor, Permission.SEE_AGREEMENTS)
        asked = Asked(
            actor=call.actor, today=call.today, calendar=call.book.calendar(), keeps=False
        )
        page = await call.read(lambda c: agreement_page(c, agreement, asked))
        return call.answer(reads.agreement(page))


class FiguresController(Controller):
    """Figures and what is published."""

    path = ""
    tags = ("Figures",)
    opt = by(Scope.FIGURES_READ)

    @get("/indicators", summary="Get the indicators of a week", operation_id="getIndicators")
    async def indicators(
        self,
        call: NamedDependency[Call],
        week: Annotated[
            str | None,
            QueryParameter(max_length=8, description='As ISO 8601 numbers it: "2024-W36".'),
        ] = None,
    ) -> Response[shapes.Figures]:
        """Return what a week amounted to in the system's office and those below it."""
        may(call.actor, Permission.SEE_MEETINGS)
        page = await recap_page(call.actor, _week(week, call.today), call.now)
        return call.answer(reads.figures(page))

    @get("/publications", summary="List publications", operation_id="listPublications")
    async def publications(self, call: NamedDependency[Call]) -> Response[shapes.PublicationList]:
        """Return the releases that hold, of the cases that the system's office reads."""
        may(call.actor, Permission.LIST_CASES)
        found = await call.read(published)
        listed = shapes.PublicationList(items=tuple(map(reads.publication, found.current)))
        return call.answer(listed)


def _week(told: str | None, today: date) -> Week:
    """Return the week that is asked for, the present one where none is; Invalid for no week."""
    if told is None:
        return week_of(today)
    found = read_week(told)
    if found is None:
        raise Invalid({"week": [str(UNREADABLE)]})
    return found
