"""The page of the preliminary study, and that of the letter to the reporter."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.policy import Field
from netralitas.cases.queries import CaseView, LockedProceeding, title
from netralitas.cases.queries.deadlines import clocks_of
from netralitas.database.connection import Connection
from netralitas.intake.policy import explained_window
from netralitas.intake.words import in_time, late
from netralitas.investigation.holding import keeps
from netralitas.investigation.preliminary import store, words
from netralitas.investigation.preliminary.domain import CHECKED, Group, Handled, Item, Study
from netralitas.investigation.preliminary.pages import (
    RequirementGroup,
    RequirementLine,
    StudyPage,
    VersionLine,
)
from netralitas.investigation.preliminary.policy import Requirement, requirements, unmet
from netralitas.investigation.preliminary.store import Saved
from netralitas.law.domain import Regime, Zone
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.law.words import day
from netralitas.web.parts import Crumb, Deadline, Link

WRITING: Final = "preliminary_study"
BEGINNING: Final = "report_received"
LACKING: Final = "incomplete"
_MOVES: Final = {
    BEGINNING: ("start_preliminary_study", "Mulai kajian awal"),
    WRITING: ("finish_preliminary_study", "Unggah kajian awal yang sudah ada di kertas"),
}
"""By state: the step of the handling that the page leads to beside its form."""


async def study_page(
    connection: Connection, view: CaseView, wanted: int | None = None
) -> StudyPage:
    """Return the page of the study, with its last version or the one that is `wanted`.

    Drafts are shown to those who read drafts of studies; the others see what was finished, and
    nothing while the plenary sits. The form is left to the caller.
    """
    known = [
        each
        for each in await store.versions(connection, view.dossier.id)
        if Field.STUDY_DRAFT in view.seen or (each.finished and Field.DECISION in view.seen)
    ]
    shown = next((each for each in known if wanted in {None, each.version}), None)
    study = shown.study if shown else Study()
    base = f"/perkara/{view.dossier.id}"
    return StudyPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(title(view), base), Crumb(words.TITLE)),
        title=words.TITLE,
        caption=title(view),
        action=f"{base}/kajian-awal",
        finish=f"{base}/kajian-awal/penyelesaian",
        back=base,
        form=None,
        groups=_groups(view, study),
        figures=_figures(study) if shown else (),
        conclusion=study.conclusion,
        deadlines=await deadlines_of(connection, view),
        versions=tuple(_version(each, base, shown) for each in known),
        shown=_version(shown, base, shown) if shown else None,
        waiting=_waiting(view, known),
        ways=_ways(view, known),
    )


async def latest_study(connection: Connection, case: int) -> tuple[Study, int]:
    """Return the last version of a study and its number; an empty study and 0 where none is."""
    known = await store.versions(connection, case, 1)
    return (known[0].study, known[0].version) if known else (Study(), 0)


async def lacking_of(connection: Connection, view: CaseView) -> tuple[str, ...] | None:
    """Return what the finished study says is lacking, in sentences; None without such a study."""
    finished = [each for each in await store.versions(connection, view.dossier.id) if each.finished]
    if not finished:
        return None
    study = finished[0].study
    return tuple(
        f"{words.ITEMS[item]}: {words.reason(item, study.answer(item))}"
        for item in unmet(study, Regime(view.dossier.regime))
    )


async def deadlines_of(connection: Connection, view: CaseView) -> tuple[Deadline, ...]:
    """Return the deadlines that run on the handling."""
    return (await clocks_of(connection, view, ())).running


def writable(view: CaseView) -> bool:
    """Say whether the reader can write the study now."""
    return keeps(view) and view.dossier.handling().state == WRITING


def _waiting(view: CaseView, known: Sequence[Saved]) -> str | None:
    if writable(view) or known:
        return None
    if Field.DECISION not in view.seen:
        return words.EMBARGOED
    if view.dossier.handling().state in {BEGINNING, WRITING}:
        return words.NOT_FINISHED
    return words.ON_PAPER


def _ways(view: CaseView, known: Sequence[Saved]) -> tuple[Link, ...]:
    if not keeps(view):
        return ()
    handling = view.dossier.handling()
    base = f"/perkara/{view.dossier.id}"
    found = [_way(base, handling)] if handling.state in _MOVES else []
    if handling.state == LACKING and any(each.finished for each in known):
        found.append(Link(label=words.WRITE_NOTICE, href=f"{base}/kajian-awal/pemberitahuan"))
    return tuple(found)


def _way(base: str, handling: LockedProceeding) -> Link:
    move, label = _MOVES[handling.state]
    return Link(label=label, href=f"{base}/langkah/{handling.id}/{move}")


def _groups(view: CaseView, study: Study) -> tuple[RequirementGroup, ...]:
    asked = requirements(Regime(view.dossier.regime))
    return tuple(
        RequirementGroup(
            title=words.GROUPS[group],
            lines=tuple(_line(view, study, each) for each in asked if each.group is group),
        )
        for group in Group
    )


def _line(view: CaseView, study: Study, each: Requirement) -> RequirementLine:
    answer = study.answer(each.item)
    return RequirementLine(
        field=each.item.value,
        label=words.ITEMS[each.item],
        basis=each.basis,
        checked=each.item in CHECKED,
        judged=words.JUDGEMENTS[answer.judgement] if answer.judgement else words.NOT_JUDGED,
        reason=words.reason(each.item, answer),
        proposed=window_said(view) if each.item is Item.IN_TIME else None,
    )


def window_said(view: CaseView) -> str:
    """Return what the dates say of the window in which a report could be made."""
    if Regime(view.dossier.regime) is Regime.OUTSIDE:
        return words.NO_RULE
    if view.file.known_on is None:
        return words.NO_WINDOW
    zone = Zone(view.dossier.zone)
    try:
        told = explained_window(Regime(view.dossier.regime), view.file.known_on, view.book, zone)
    except (UnknownRule, NotInForce, CannotCompute) as refusal:
        return refusal.reason
    on = day(view.file.received_at.astimezone(zone.tz).date())
    if view.file.received_at <= told.due.at:
        return f"Menurut tanggal yang tercatat: terpenuhi. {in_time(told, on)}"
    came, _ = late(told, on)
    return f"Menurut tanggal yang tercatat: belum terpenuhi. {came}"


def _figures(study: Study) -> tuple[tuple[str, str], ...]:
    handled = words.HANDLED[study.handled] if study.handled else words.NOT_SAID
    if study.handled is Handled.YES:
        handled = f"{handled}: {study.handled_where or words.NOT_SAID}"
    return (
        ("Hasil", words.RESULTS[study.result] if study.result else words.NOT_SAID),
        (
            "Jenis dugaan pelanggaran",
            words.SUSPICIONS[study.suspicion] if study.suspicion else words.NOT_SAID,
        ),
        ("Yang menangani", words.HANDLERS[study.handler] if study.handler else words.NOT_SAID),
        ("Penanganan sebelumnya", handled),
    )


def _version(each: Saved, base: str, shown: Saved | None) -> VersionLine:
    return VersionLine(
        version=each.version,
        officer=each.officer_name,
        at=each.written_at,
        finished=each.finished,
        href=f"{base}/kajian-awal?konsep={each.version}",
        current=shown is not None and each.version == shown.version,
    )
