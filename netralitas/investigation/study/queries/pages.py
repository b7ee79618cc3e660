"""The pages of a study, filled: as it stands, and one version."""

from collections.abc import Sequence

from netralitas.cases.queries import title
from netralitas.investigation.study import words
from netralitas.investigation.study.comparing import changes
from netralitas.investigation.study.domain import Reading, Section, Study, Verdict
from netralitas.investigation.study.forms import CommentForm, ReadingForm
from netralitas.investigation.study.pages import (
    ChangedLine,
    CommentLine,
    StudyPage,
    VersionLine,
    VersionPage,
)
from netralitas.investigation.study.policy import (
    DRAFTED_IN,
    LATER,
    SECOND_READER,
    SUBMITTED,
    SUBMITTED_FROM,
    hold_resolver,
    missing,
)
from netralitas.investigation.study.queries.said import said_of
from netralitas.investigation.study.queries.writing import Writing
from netralitas.law.laws import Register, State
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.web.parts import Crumb

_TITLE = "Kajian dugaan pelanggaran"
_STALE = frozenset({State.REPLACED, State.AMENDED})
_SECTIONS = tuple((each.value, said) for each, said in words.SECTIONS.items())


def study_page(
    found: Writing,
    laws: Register,
    *,
    comment: CommentForm | None = None,
    reading: ReadingForm | None = None,
    refused: Sequence[str] = (),
    done: str | None = None,
) -> StudyPage:
    """Return the page of the study; forms that are given stand there with their errors."""
    study, view = found.study, found.view
    latest, base = study.latest, f"{found.base}/kajian"
    author = not view.actor.hands.isdisjoint(study.authors)
    state = found.state
    reads = found.comments and latest is not None and not author
    called = [(each.id, each.called) for each in found.people]
    return StudyPage(
        crumbs=found.crumbs(),
        title=_TITLE,
        caption=title(view),
        href=base,
        back=found.base,
        number=study.number,
        said=said_of(found, latest.content, laws) if latest else None,
        sections=_SECTIONS,
        comments={s.value: _comments(found, s) for s in Section},
        versions=tuple(_version_line(study, number, base) for number in range(study.number, 0, -1)),
        lacking=missing(study, called) if state in DRAFTED_IN and latest else (),
        drafting=None if state in DRAFTED_IN else (SUBMITTED if latest else LATER),
        write=f"{base}/ubah" if found.writes else None,
        comment=(comment or CommentForm.blank()) if found.comments and latest else None,
        reading=(reading or ReadingForm.blank(values={"version": study.number})) if reads else None,
        not_second=SECOND_READER if found.comments and author else None,
        submit=f"{base}/pengajuan" if found.writes and state == SUBMITTED_FROM and latest else None,
        refused=tuple(refused),
        done=done,
    )


def version_page(found: Writing, laws: Register, number: int) -> VersionPage:
    """Return the page of one version; NotVisible for one that there is not."""
    versions = {each.number: each for each in found.study.versions}
    if number not in versions:
        raise NotVisible
    shown, before = versions[number], versions.get(number - 1)
    called = [(each.id, each.called) for each in found.people]
    old = before.content if before else None
    return VersionPage(
        crumbs=found.crumbs(Crumb(f"Versi {number}")),
        title=f"Kajian, versi {number}",
        caption=title(found.view),
        back=f"{found.base}/kajian",
        author=shown.author,
        at=shown.written_at,
        said=said_of(found, shown.content, laws),
        sections=_SECTIONS,
        changed=tuple(
            ChangedLine(
                section=words.SECTIONS[each.section], added=each.added, removed=each.removed
            )
            for each in changes(old, shown.content, called)
        )
        if before
        else (),
        first=before is None,
    )


def _comments(found: Writing, section: Section) -> tuple[CommentLine, ...]:
    return tuple(
        CommentLine(
            text=each.text,
            author=each.author,
            at=each.written_at,
            resolved=each.resolved,
            resolve=f"{found.base}/kajian/catatan/{each.id}/penyelesaian"
            if each.resolved is None and _resolves(found, each.officer)
            else None,
        )
        for each in found.study.comments
        if each.section is section
    )


def _resolves(found: Writing, commented: int) -> bool:
    try:
        hold_resolver(found.view.actor.officer, commented, found.study.authors)
    except RuleBroken:
        return False
    return found.comments


def _version_line(study: Study, number: int, base: str) -> VersionLine:
    version = next(each for each in study.versions if each.number == number)
    read = [each for each in study.readings if each.version == number]
    last = read[-1] if read else None
    return VersionLine(
        number=number,
        author=version.author,
        at=version.written_at,
        href=f"{base}/versi/{number}",
        reading=_reading(last) if last else None,
        reason=last.reason if last else None,
        tone="done" if last and last.verdict is Verdict.APPROVED else "waiting",
    )


def _reading(reading: Reading) -> str:
    return f"{words.VERDICTS[reading.verdict]}: {reading.reader}"
