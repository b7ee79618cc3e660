"""The page of a draft: what it is written from, as far as its reader sees the case."""

from datetime import date
from typing import Final

from netralitas.cases.domain import Employment
from netralitas.cases.queries import CaseView, LockedProceeding, title
from netralitas.cases.words import EMPLOYMENTS
from netralitas.database.connection import Connection, Row
from netralitas.discipline.examiners.queries import team_said
from netralitas.discipline.paper_pages import DraftPage
from netralitas.discipline.policy.summons import safe_day
from netralitas.discipline.policy.terms import last_day
from netralitas.discipline.queries.draft_letters import called_for, letter_of, summonses_in
from netralitas.discipline.sanctions import kind_of, recommended_said
from netralitas.documents.letters import (
    Draft,
    Known,
    KnownPerson,
    Sanction,
    Side,
    find_draft,
)
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb
from netralitas.workflow.posts import APPOINTING, COMMISSIONER, FOLLOW_UP, INVESTIGATOR

_WRITERS: Final = {
    Side.OFFICE: frozenset({FOLLOW_UP, APPOINTING}),
    Side.BAWASLU: frozenset({INVESTIGATOR, COMMISSIONER}),
}


_PEOPLE: Final = """
SELECT id, name, position, unit, grade, employment FROM respondent
WHERE case_file = $1 AND id = ANY ($2) ORDER BY ordinal
"""
_EVENTS: Final = """
SELECT e.facts, e.details ->> 'exam_on' AS exam_on, e.details ->> 'decree_number' AS decree,
       coalesce(e.details -> 'letters', '[]')::text AS letters, o.name AS office
FROM event e JOIN organisation o ON o.id = e.organisation
WHERE e.stream = $1 AND e.proceeding = $2
  AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
ORDER BY e.id
"""
_RECOMMENDED: Final = """
SELECT coalesce(kind, level) FROM sanction
WHERE case_file = $1 AND respondent = $2 AND side = 'recommended'
ORDER BY event DESC LIMIT 1
"""


async def draft_page(
    connection: Connection, view: CaseView, proceeding: int, code: str
) -> DraftPage:
    """Return the page of a draft of this proceeding; NotVisible to whom it is not to write."""
    draft = find_draft(code)
    found = view.proceeding(proceeding)
    _hold_writer(view, found, draft)
    known = await _known(connection, view, found, draft)
    base = f"/perkara/{view.dossier.id}"
    return DraftPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(title(view), base), Crumb(draft.title)),
        title=draft.title,
        back=base,
        pdf=f"{base}/proses/{proceeding}/surat/{code}.pdf",
        sheet=draft.written(known, view.dossier.regime),
        written_at=view.now,
    )


def _hold_writer(view: CaseView, found: LockedProceeding, draft: Draft) -> None:
    belongs = any(step.startswith(f"{found.workflow}.") for step in draft.steps)
    if not belongs or _WRITERS[draft.side].isdisjoint(view.posts(found)):
        raise NotVisible


async def _known(
    connection: Connection, view: CaseView, found: LockedProceeding, draft: Draft
) -> Known:
    """Return what is known; of what the reader does not see, as of what nobody knows, nothing."""
    followed = _followed(view, found)
    events = await connection.fetch(_EVENTS, view.dossier.id, followed.id) if followed else []
    told = _told(view, followed)
    imposed = view.dossier.imposed.get(followed.id) if followed else None
    kind = kind_of(imposed) if imposed else None
    begun = told.get("in_force")
    step = next(iter(draft.steps)).partition(".")[2]
    safe = safe_day(step, view.today, view.book)
    office = view.file.organisation(followed.addressee) if followed else None
    return Known(
        office=office or view.actor.organisation_name,
        addressee=office if found.workflow == "compliance" else _addressee(view, found),
        bawaslu=view.file.owner_name,
        case_number=title(view),
        today=view.today,
        people=await _people(connection, view, found),
        recommendation=letter_of(events, "handed_on"),
        recommended=await _recommended(connection, view, found),
        summonses=summonses_in(events),
        exam_on=called_for(events, draft, told),
        safe_on=safe.on if safe else None,
        told=told,
        imposed=Sanction(label=kind.label, article=kind.article, months=kind.months)
        if kind
        else None,
        decree_number=next((e["decree"] for e in reversed(events) if e["decree"]), None),
        term_until=last_day(begun, kind.months) if begun and kind and kind.months else None,
        team=await team_said(connection, followed.id) if followed else (),
    )


def _followed(view: CaseView, found: LockedProceeding) -> LockedProceeding | None:
    """Return the follow-up on the same respondent, the last one where there are several."""
    if found.workflow == "discipline":
        return found
    followed = [
        each
        for each in view.dossier.proceedings
        if each.workflow == "discipline"
        and found.respondent is not None
        and each.respondent == found.respondent
    ]
    return followed[-1] if followed else None


def _addressee(view: CaseView, found: LockedProceeding) -> str | None:
    return view.file.organisation(found.addressee) if found.addressee else None


def _told(view: CaseView, followed: LockedProceeding | None) -> dict[str, date]:
    going = followed.id if followed else 0
    return {
        fact: told.on
        for (of, fact), told in view.dossier.told.items()
        if of == going and told.on is not None
    }


async def _people(
    connection: Connection, view: CaseView, found: LockedProceeding
) -> tuple[KnownPerson, ...]:
    """Return the respondent of the proceeding, or all that one letter of Bawaslu concerns."""
    wanted = [found.respondent]
    if found.workflow == "handling":
        wanted = [each.id for each in view.dossier.respondents]
    elif found.workflow == "compliance":
        alike = (found.workflow, found.addressee, found.state)
        wanted = [
            each.respondent
            for each in view.dossier.proceedings
            if (each.workflow, each.addressee, each.state) == alike
        ]
    rows = await connection.fetch(_PEOPLE, view.dossier.id, wanted)
    return tuple(map(_person, rows))


def _person(row: Row) -> KnownPerson:
    return KnownPerson(
        name=row["name"],
        position=row["position"],
        unit=row["unit"],
        grade=row["grade"],
        employment=EMPLOYMENTS[Employment(row["employment"])],
    )


async def _recommended(
    connection: Connection, view: CaseView, found: LockedProceeding
) -> str | None:
    said: str | None = await connection.fetchval(_RECOMMENDED, view.dossier.id, found.respondent)
    return None if said is None else recommended_said(said)
