"""Where each proceeding stands: a strip for the handling, one for each group of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from netralitas import workflow_words
from netralitas.access.policy import Field, part_of
from netralitas.cases import words
from netralitas.cases.domain import Source
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.file import CaseView, declared, state_of
from netralitas.investigation import words as handling_words
from netralitas.law.domain import Zone
from netralitas.law.words import day
from netralitas.web.parts import Stage, Strip
from netralitas.workflow.domain import Holder
from netralitas.workflow_words import WORDS

_SHORT_MONTHS = 3
_BESIDE: Final = frozenset({"compliance", "identity_access"})
_USUAL: Final = {
    Source.REPORT: handling_words.REPORT_STRIP,
    Source.INFORMATION: handling_words.INFORMATION_STRIP,
    Source.FINDING: handling_words.FINDING_STRIP,
    Source.UNKNOWN: (),  # only the phases that are known to have been passed
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Proceedings that stand alike: one workflow, office and state; `first` speaks for them all."""

    title: str
    members: tuple[LockedProceeding, ...]

    @property
    def first(self) -> LockedProceeding:
        """Return the proceeding by which the group is addressed."""
        return self.members[0]


def handling_of(view: CaseView) -> LockedProceeding | None:
    """Return Bawaslu's handling when the reader may follow it."""
    if Field.STAGE not in view.seen:
        return None
    return next((p for p in view.dossier.proceedings if p.workflow == "handling"), None)


def groups_of(view: CaseView) -> tuple[Group, ...]:
    """Return the other proceedings the reader sees, those that stand alike together.

    Those of one workflow follow each other, in the order of their respondents.
    """
    alike: dict[tuple[object, ...], list[LockedProceeding]] = {}
    for proceeding in view.dossier.proceedings:
        if proceeding.workflow != "handling" and part_of(proceeding.workflow) in view.seen:
            of_case = proceeding.id if proceeding.respondent is None else None
            key = (
                *(proceeding.workflow, proceeding.workflow_version, proceeding.addressee),
                *(proceeding.state, of_case),
            )
            alike.setdefault(key, []).append(proceeding)
    order = list(dict.fromkeys(workflow for workflow, *_ in alike))
    ordered = sorted(
        alike.values(),
        key=lambda members: (order.index(members[0].workflow), _concerned(view, members)),
    )
    return tuple(
        Group(title=_group_title(view, members), members=tuple(members)) for members in ordered
    )


def strips(view: CaseView, groups: Sequence[Group]) -> tuple[Strip, ...]:
    """Return a strip for the handling, and one for each group that nothing has followed yet."""
    handling = handling_of(view)
    found = [] if handling is None else [_handling_strip(view, handling)]
    return (*found, *(_strip(view, group) for group in groups if _leads(view, group)))


def waiting(view: CaseView, proceeding: LockedProceeding) -> str:
    """Return what is waited for and since when: "Menunggu rapat pleno sejak … (3 hari)"."""
    state = state_of(proceeding)
    office = view.file.organisation(proceeding.addressee) if proceeding.addressee else None
    said = workflow_words.waiting(proceeding.workflow, state, office)
    course = view.file.course(proceeding.id)
    since = course.since.astimezone(Zone(view.dossier.zone).tz).date()
    if state.final:
        return f"{said} {words.since(since, course.precision)}"
    return f"{said} {words.waiting_since(since, course.precision, view.today)}"


def respondents_said(view: CaseView, members: Sequence[LockedProceeding]) -> str:
    """Return which respondents these are on, by number: "4 terlapor (1-3, 5)"."""
    concerned = _concerned(view, members)
    if len(concerned) == 1:
        return f"terlapor {concerned[0]}"
    return f"{len(concerned)} terlapor ({words.ranges(concerned)})"


def _concerned(view: CaseView, members: Sequence[LockedProceeding]) -> list[int]:
    ordinals = {known.id: known.ordinal for known in view.dossier.respondents}
    return sorted({ordinals.get(member.respondent or 0, 0) for member in members})


def _group_title(view: CaseView, members: Sequence[LockedProceeding]) -> str:
    """Return whose proceedings these are: "Penerusan ke BKN: 4 terlapor (1-3, 5)"."""
    first = members[0]
    title = WORDS[first.workflow].title.format(office=view.file.organisation(first.addressee))
    return title if first.respondent is None else f"{title}: {respondents_said(view, members)}"


def _leads(view: CaseView, group: Group) -> bool:
    """Say whether the group is where its respondents stand: a referral until it is followed up.

    The pressure line and the opening of an identity go beside the case and have no strip.
    """
    if group.first.workflow in _BESIDE:
        return False
    followed = {
        proceeding.respondent
        for proceeding in view.dossier.proceedings
        if proceeding.workflow == "discipline"
    }
    return group.first.workflow != "referral" or not followed.issuperset(
        member.respondent for member in group.members
    )


def _handling_strip(view: CaseView, handling: LockedProceeding) -> Strip:
    entered = _entered(view, handling)
    now = state_of(handling)
    usual = _USUAL[Source(view.dossier.source)]
    phases = [
        phase
        for phase in handling_words.PHASES
        if phase in usual or phase in entered or phase == now.phase
    ]
    return Strip(
        title="Penanganan Bawaslu",
        holder=waiting(view, handling),
        stages=tuple(_stage(phases, phase, now.phase, entered) for phase in phases),
    )


def _entered(view: CaseView, proceeding: LockedProceeding) -> dict[str, date | None]:
    """Return when each phase was entered last; the plenary sat also on a preliminary study."""
    entered: dict[str, date | None] = {}
    for passed in view.file.passed:
        if passed.proceeding != proceeding.id:
            continue
        state = declared(proceeding).state(passed.state)
        entered[state.phase] = passed.on
        if state.holder is Holder.PLENARY:
            entered["plenary"] = passed.on
    return entered


def _stage(
    phases: Sequence[str], phase: str, now: str, entered: Mapping[str, date | None]
) -> Stage:
    standing = _standing(phases, phase, now, phase in entered)
    return Stage(
        label=handling_words.PHASES[phase],
        state=standing,
        note=None if standing == "ahead" else _note(entered.get(phase)),
    )


def _standing(
    phases: Sequence[str],
    phase: str,
    now: str,
    entered: bool,  # noqa: FBT001 - a column of a table
) -> Literal["done", "current", "ahead", "skipped"]:
    if phase == now:
        return "current"
    if phases.index(phase) > phases.index(now):
        return "ahead"
    return "done" if entered else "skipped"


def _strip(view: CaseView, group: Group) -> Strip:
    now = state_of(group.first)
    labels = WORDS[group.first.workflow].phases
    entered = _entered(view, group.first)
    standings = {
        phase: _standing(list(labels), phase, now.phase, phase in entered) for phase in labels
    }
    return Strip(
        title=group.title,
        holder=waiting(view, group.first),
        stages=tuple(
            Stage(
                label=now.label if phase == now.phase else labels[phase],
                state=standing,
                note="selesai" if now.final and phase == now.phase else None,
            )
            for phase, standing in standings.items()
            if standing != "skipped"  # a route that was not taken
        ),
    )


def _plain(on: date) -> str:
    return day(on).split(", ", 1)[1]


def _note(on: date | None) -> str | None:
    """Return the day as a short note under its stage: "2 Sep 2024"."""
    if on is None:
        return None
    number, month, year = _plain(on).split()
    return f"{number} {month[:_SHORT_MONTHS]} {year}"
