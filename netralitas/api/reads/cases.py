"""A case, from its page; a line of the worklist, from the list's."""

import re
from typing import Final

from netralitas.api.reads.proceedings import proceedings_of
from netralitas.api.shapes import cases as shapes
from netralitas.cases.queries import CasePage, CaseView
from netralitas.web.parts import Deadline
from netralitas.worklist.pages import Line

_LAST_NUMBER: Final = re.compile(r"(\d+)$")
_BEFORE: Final = re.compile(r"sebelum=(\d+)")


def number_in(href: str) -> int:
    """Return the number with which an address of a page ends; ValueError for none."""
    found = _LAST_NUMBER.search(href.partition("?")[0])
    if found is None:
        raise ValueError(f"no number in {href}")
    return int(found[1])


def case_line(line: Line) -> shapes.CaseLine:
    """Return a line of the worklist."""
    return shapes.CaseLine(
        case=number_in(line.href),
        number=line.number,
        subject=line.subject,
        respondents=line.respondents,
        process=line.process,
        stage=line.stage,
        waits_for=line.waits,
        waits_since=line.waits_since,
        due=line.due,
        deadline=line.rule,
        investigator=line.investigator,
        next_step=line.step,
    )


def case(view: CaseView, page: CasePage) -> shapes.Case:
    """Return a case from its page."""
    return shapes.Case(
        id=page.id,
        number=page.number,
        caption=page.caption,
        numbers=tuple(shapes.Fact(label=one.label, value=one.value) for one in page.numbers),
        subject=page.subject,
        description=page.description,
        summary=tuple(shapes.Fact(label=one.label, value=one.value) for one in page.summary),
        embargo=page.embargo,
        respondents=respondents(page),
        proceedings=proceedings_of(view),
        deadlines=deadlines(page),
        letters=letters(page),
        papers=papers(page),
        packages=packages(page),
    )


def respondents(page: CasePage) -> tuple[shapes.Respondent, ...]:
    """Return the respondents as their cards say them."""
    return tuple(
        shapes.Respondent(
            id=one.id,
            ordinal=one.ordinal,
            name=one.name,
            identified=one.identified,
            employment=one.employment,
            position=one.position,
            nip=one.nip,
            decided=one.decided,
            recommended=one.recommended,
            imposed=one.imposed,
            standings=tuple(
                shapes.Standing(
                    title=each.title, state=each.state, waiting=each.waiting, notes=each.notes
                )
                for each in one.standings
            ),
        )
        for one in page.respondents
    )


def deadlines(page: CasePage) -> shapes.DeadlineList:
    """Return the deadlines, none for those who do not see them."""
    return shapes.DeadlineList(
        running=tuple(map(_deadline, page.deadlines)),
        ended=tuple(
            shapes.EndedDeadline(title=one.title, verdict=one.verdict, sentence=one.sentence)
            for one in page.ended
        ),
    )


def _deadline(one: Deadline) -> shapes.Deadline:
    return shapes.Deadline(
        title=one.title,
        remaining=one.remaining,
        sentence=one.sentence,
        due=one.due.isoformat() if one.due else None,
        source=one.source,
        doubt=one.doubt,
        updating=one.updating,
        steps=one.steps,
    )


def letters(page: CasePage) -> tuple[shapes.Letter, ...]:
    """Return the letters in and out."""
    return tuple(
        shapes.Letter(
            id=number_in(one.href),
            direction=one.direction,
            number=one.printed,
            subject=one.subject,
            dated_on=one.dated_on,
            way=one.way,
        )
        for one in page.letters
    )


def papers(page: CasePage) -> shapes.PaperList:
    """Return the papers; those that are evidence are only counted."""
    return shapes.PaperList(
        items=tuple(
            shapes.Paper(
                id=number_in(one.href),
                kind=one.kind,
                title=one.title,
                size=one.size,
                digest=one.digest,
            )
            for one in page.papers.lines
            if one.is_file
        ),
        evidence=page.papers.evidence,
    )


def packages(page: CasePage) -> tuple[shapes.Package, ...]:
    """Return what was handed over."""
    return tuple(
        shapes.Package(
            id=number_in(one.href),
            receiver=one.receiver,
            frozen_at=one.frozen_at,
            letter=one.letter,
            state=one.state,
        )
        for one in page.packages
    )


def events(page: CasePage) -> shapes.EventList:
    """Return the page of the timeline, and where the next one begins."""
    older = _BEFORE.search(page.timeline.older or "")
    return shapes.EventList(
        items=tuple(
            shapes.Event(
                events=tuple(each.id for each in one.subjects),
                when=one.when,
                on=one.machine,
                recorded=one.recorded,
                sentence=one.sentence,
                who=one.who,
                details=one.details,
                note=one.note,
                exceptional=one.exceptional,
                corrects=one.corrects,
                corrected_by=one.corrected_by,
            )
            for one in page.timeline.entries
        ),
        next=older[1] if older else None,
    )
