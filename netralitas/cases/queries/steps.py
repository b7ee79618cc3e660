"""What can be done next, by whom, and why the rest cannot: links from the declarations."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import msgspec

from netralitas.access.policy import Permission
from netralitas.cases.answers import NOTHING
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.moving import standing
from netralitas.cases.queries.file import CaseView, declared
from netralitas.cases.queries.strips import Group, handling_of
from netralitas.web.parts import NextStep
from netralitas.workflow.decision import Option
from netralitas.workflow.engine import facts_for, not_yours, options
from netralitas.workflow.words import who
from netralitas.workflows import WORKFLOWS

ELSEWHERE = frozenset({"respondent_added"})
"""Facts with a page of their own."""

_PLENARY: Final = ("Putuskan dalam rapat pleno", "/pleno")
_WRITTEN: Final = {
    "preliminary_study": (
        *("finish_preliminary_study", "Susun kajian awal di sini", "kajian-awal"),
    ),
    "incomplete": (
        *("notify_completeness", "Buat surat pemberitahuan kelengkapan"),
        "kajian-awal/pemberitahuan",
    ),
    "registered": ("start_clarification", "Siapkan klarifikasi", "klarifikasi"),
    "clarification": ("finish_clarification", "Kelola klarifikasi", "klarifikasi"),
    "study": ("submit_to_plenary", "Susun kajian di sini", "kajian"),
    "finding_submitted": ("fix_finding", *_PLENARY),
    "registration_plenary": ("approve_preliminary_study", *_PLENARY),
    "plenary": ("decide_other_law", *_PLENARY),
}
"""By state: whoever can make the move has a page on which its papers are written, which comes
first; the move itself stays for papers that exist already. A place begins at the case, or at "/".
"""


class StepGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The steps of one proceeding, or of referrals that stand alike."""

    title: str
    usual: tuple[NextStep, ...]
    unusual: tuple[NextStep, ...]
    facts: tuple[NextStep, ...]


def step_groups(view: CaseView, groups: Sequence[Group]) -> tuple[StepGroup, ...]:
    """Return the steps of the handling and of each other group; one link is the primary.

    What the reader can do comes before what others must do.
    Of proceedings on respondents who stand alike only the moves that may be made on all of them at
    once are here; the others stand with their respondent.
    """
    found = []
    handling = handling_of(view)
    if handling is not None:
        found.append(_group(view, "Penanganan Bawaslu", handling, single=True))
    found += [
        _group(view, group.title, group.first, single=group.first.respondent is None)
        for group in groups
    ]
    saying = sorted((group for group in found if _says_something(group)), key=_waits)
    return tuple(_with_one_primary(saying))


def respondent_steps(view: CaseView, found: LockedProceeding) -> tuple[NextStep, ...]:
    """Return the moves and facts that concern this proceeding alone and are possible."""
    chosen = _options(view, found)
    moves = [_link(view, found, o) for o in chosen if o.possible and not o.move.batch]
    return (*moves, *_facts(view, found))


def chosen_steps(
    view: CaseView, found: LockedProceeding, codes: Collection[str]
) -> tuple[NextStep, ...]:
    """Return the possible moves of this proceeding that are among `codes`."""
    chosen = _options(view, found)
    return tuple(_link(view, found, o) for o in chosen if o.possible and o.move.code in codes)


def opening_steps(view: CaseView) -> tuple[NextStep, ...]:
    """Return the proceedings that the reader may open on the case by hand."""
    if not view.may(Permission.MAKE_MOVE):
        return ()
    where = standing(view.setting(), None, NOTHING)
    return tuple(
        NextStep(
            label=declared.move(code).label,
            href=f"/perkara/{view.dossier.id}/proses/{declared.code}/{code}",
        )
        for declared in {known.code: known for known in WORKFLOWS}.values()
        for code in declared.by_hand
        if not not_yours(where, declared.move(code))
    )


def move_address(case: int, proceeding: int, move: str) -> str:
    """Return where the form of a move stands."""
    return f"/perkara/{case}/langkah/{proceeding}/{move}"


def fact_address(case: int, proceeding: int, fact: str) -> str:
    """Return where the form of a fact stands."""
    return f"/perkara/{case}/fakta/{proceeding}/{fact}"


def _options(view: CaseView, proceeding: LockedProceeding) -> tuple[Option, ...]:
    if not view.may(Permission.MAKE_MOVE):
        return ()
    return options(declared(proceeding), standing(view.setting(), proceeding, NOTHING))


def _group(view: CaseView, title: str, proceeding: LockedProceeding, *, single: bool) -> StepGroup:
    chosen = [o for o in _options(view, proceeding) if single or o.move.batch]
    ordered = sorted(chosen, key=lambda option: not option.possible)
    usual = (_link(view, proceeding, o) for o in ordered if not o.move.exceptional)
    return StepGroup(
        title=title,
        usual=(*_written(view, proceeding, chosen), *_drawn_together(usual)),
        unusual=_drawn_together(_link(view, proceeding, o) for o in ordered if o.move.exceptional),
        facts=_facts(view, proceeding) if single else (),
    )


def _written(
    view: CaseView, proceeding: LockedProceeding, chosen: Sequence[Option]
) -> tuple[NextStep, ...]:
    """Return the page on which the papers of this state are written, for who writes them."""
    known = _WRITTEN.get(proceeding.state) if proceeding.workflow == "handling" else None
    if known is None:
        return ()
    move, label, place = known
    if not any(option.possible and option.move.code == move for option in chosen):
        return ()
    href = place if place.startswith("/") else f"/perkara/{view.dossier.id}/{place}"
    return (NextStep(label=label, href=href),)


def _drawn_together(steps: Iterable[NextStep]) -> tuple[NextStep, ...]:
    """Return the steps with those that the same reason blocks as one, so that it is said once."""
    found: dict[tuple[str, ...], NextStep] = {}
    for step in steps:
        key = (step.blocked, step.who or "") if step.blocked else (step.label,)
        first = found.setdefault(key, step)
        if first is not step:
            found[key] = msgspec.structs.replace(first, also=(*first.also, step.label))
    return tuple(found.values())


def _says_something(group: StepGroup) -> bool:
    return bool(group.usual or group.unusual or group.facts)


def _waits(group: StepGroup) -> bool:
    """Say whether none of the usual steps is the reader's to make."""
    return not any(step.href for step in group.usual)


def _facts(view: CaseView, proceeding: LockedProceeding) -> tuple[NextStep, ...]:
    if not view.may(Permission.RECORD_FACT):
        return ()
    found = facts_for(declared(proceeding), standing(view.setting(), proceeding, NOTHING))
    return tuple(
        NextStep(label=fact.label, href=fact_address(view.dossier.id, proceeding.id, fact.code))
        for fact in found
        if fact.code not in ELSEWHERE
    )


def _link(view: CaseView, proceeding: LockedProceeding, option: Option) -> NextStep:
    if option.possible:
        href = move_address(view.dossier.id, proceeding.id, option.move.code)
        if option.move.batch:
            href += "?terlapor=semua"  # on all that stand alike, unless unticked on the form
        return NextStep(label=option.move.label, href=href)
    reasons = [o.sentence for o in option.obstacles if o.rule != "post"]
    by = who(option.move.by)
    return NextStep(
        label=option.move.label,
        blocked=" ".join(reasons) or f"Dilakukan oleh {by}.",
        who=f"Dilakukan oleh {by}." if reasons else None,
    )


def _with_one_primary(groups: Sequence[StepGroup]) -> list[StepGroup]:
    """Return the groups with the first possible usual step of all of them as the primary one."""
    found: list[StepGroup] = []
    marked = False
    for group in groups:
        if not marked and group.usual and group.usual[0].href:
            first = msgspec.structs.replace(group.usual[0], primary=True)
            found.append(msgspec.structs.replace(group, usual=(first, *group.usual[1:])))
            marked = True
        else:
            found.append(group)
    return found
