"""Evidence, activities, agreements, figures and publications, from their pages."""

import re
from typing import Final

from netralitas.agreements.pages import AgreementCard, AgreementPage, RegisterPage
from netralitas.api.reads.cases import number_in
from netralitas.api.shapes import beside as shapes
from netralitas.api.shapes.cases import Fact
from netralitas.evaluation.recap.pages import RecapPage
from netralitas.evidence.exhibits.pages import ExhibitsPage
from netralitas.prevention.activity_pages import PlanTab
from netralitas.prevention.pages import ActivitiesPage
from netralitas.publication.queries import PublicRelease

_AFTER: Final = re.compile(r"setelah=([^&#]+)")


def exhibits(page: ExhibitsPage) -> shapes.ExhibitList:
    """Return the list of evidence."""
    return shapes.ExhibitList(
        items=tuple(
            shapes.Exhibit(
                ordinal=number_in(one.href),
                title=one.title,
                nature=one.nature,
                origin=one.origin,
                obtained_on=one.obtained_on,
                entered_at=one.entered_at,
                size=one.size,
                digest=one.digest,
                scan=one.scan,
                damaged=one.damaged,
            )
            for one in page.lines
        ),
        amount=page.amount,
        next=_later(page.pages.later),
    )


def activities(page: ActivitiesPage) -> shapes.ActivityList:
    """Return the list of activities."""
    return shapes.ActivityList(
        items=tuple(
            shapes.ActivityLine(
                id=number_in(one.href),
                title=one.title,
                theme=one.theme,
                kind=one.kind,
                planned_on=one.planned_on,
                held_on=one.held_on,
                region=one.region,
                organiser=one.organiser,
                state=one.state,
                people=one.people,
            )
            for one in page.lines
        ),
        next=_later(page.pages.later),
    )


def activity(tab: PlanTab) -> shapes.Activity:
    """Return one activity."""
    return shapes.Activity(
        id=tab.head.number,
        title=tab.head.title,
        caption=tab.head.caption,
        state=tab.head.state,
        plan=tuple(Fact(label=label, value=value) for label, value in tab.plan),
        invited=tab.invited,
        notice=tab.notice,
        history=tuple(Fact(label=one.when, value=one.sentence) for one in tab.history),
    )


def agreements(page: RegisterPage) -> shapes.AgreementList:
    """Return the register of agreements."""
    return shapes.AgreementList(items=tuple(map(_agreement, page.agreements)))


def agreement(page: AgreementPage) -> shapes.AgreementWhole:
    """Return one agreement."""
    return shapes.AgreementWhole(
        agreement=_agreement(page.agreement),
        ended=page.ended,
        dates=tuple(
            shapes.Date(
                title=one.title,
                remaining=one.remaining,
                sentence=one.sentence,
                due=one.due.isoformat() if one.due else None,
            )
            for one in page.dates
        ),
        history=page.history,
    )


def _agreement(card: AgreementCard) -> shapes.Agreement:
    return shapes.Agreement(
        id=number_in(card.href),
        kind=card.kind,
        title=card.title,
        signed=card.signed,
        ends=card.ends,
        left=card.left,
        stage=card.stage,
        alarm=card.alarm,
        parties=tuple(
            shapes.Party(place=one.place, name=one.name, number=one.printed, capacity=one.capacity)
            for one in card.parties
        ),
    )


def figures(page: RecapPage) -> shapes.Figures:
    """Return the indicators of a week."""
    return shapes.Figures(
        office=page.office,
        week=page.code,
        days=page.days,
        figures=tuple(
            shapes.Figure(
                title=one.label,
                sentence=one.sentence,
                amount=one.amount,
                parts=tuple(shapes.Part(label=label, amount=of) for label, of in one.parts),
            )
            for one in page.lines
        ),
    )


def publication(release: PublicRelease) -> shapes.Publication:
    """Return a release as everybody reads it."""
    return shapes.Publication(
        code=release.code,
        party=release.party,
        version=release.version,
        published_on=release.published_on,
        ended_on=release.ended_on,
        summary=release.summary,
        outcomes=tuple(
            shapes.Outcome(year=one.year, theme=one.theme, group=one.group, became=one.became)
            for one in release.outcomes
        ),
    )


def _later(href: str | None) -> str | None:
    found = _AFTER.search(href or "")
    return found[1] if found else None
