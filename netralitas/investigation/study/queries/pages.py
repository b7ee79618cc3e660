"""The pages of a study, filled: as it stands, one version, the form of a further one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netralitas.access.domain import Post
from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.documents.queries import Document
from netralitas.investigation.study import words
from netralitas.investigation.study.comparing import changes
from netralitas.investigation.study.domain import Content, Reading, Section, Study, Verdict
from netralitas.investigation.study.forms import CommentForm, ReadingForm
from netralitas.investigation.study.pages import (
    ChangedLine,
    CitedLine,
    CommentLine,
    ConclusionLine,
    ElementLine,
    PieceLine,
    Said,
    StudyPage,
    VersionLine,
    VersionPage,
)
from netralitas.investigation.study.policy import (
    DRAFTED_IN,
    LATER,
    SECOND_READER,
    SUBMITTED_FROM,
    hold_resolver,
    missing,
)
from netralitas.investigation.study.queries.people import People, evidence_of, people_of
from netralitas.investigation.study.store import study_of
from netralitas.law.laws import Register, State
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.web.parts import Crumb
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

_TITLE = "Kajian dugaan pelanggaran"
_STALE = frozenset({State.REPLACED, State.AMENDED})
_SECTIONS = tuple((each.value, said) for each, said in words.SECTIONS.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """All that the form of a version asks about: the study, the people, the evidence."""

    view: CaseView
    study: Study
    people: tuple[People, ...]
    evidence: tuple[Document, ...]

    @property
    def state(self) -> str:
        """Return the state of the handling."""
        return self.view.dossier.handling().state

    @property
    def posts(self) -> frozenset[Post]:
        """Return the posts in which the reader acts on the handling."""
        return self.view.posts(self.view.dossier.handling())

    @property
    def writes(self) -> bool:
        """Say whether the reader writes versions, in this state."""
        return INVESTIGATOR in self.posts and self.state in DRAFTED_IN

    @property
    def comments(self) -> bool:
        """Say whether the reader comments and reads as the second, in this state."""
        return bool(self.posts & {INVESTIGATOR, COMMISSIONER}) and self.state in DRAFTED_IN

    @property
    def base(self) -> str:
        """Return the address of the case."""
        return f"/perkara/{self.view.dossier.id}"

    @property
    def act_on(self) -> date:
        """Return the day on which laws had to be in force: that of the act, else today."""
        return self.view.dossier.act_on or self.view.today

    def crumbs(self, *more: Crumb) -> tuple[Crumb, ...]:
        """Return the way to the study and beyond."""
        here = Crumb("Kajian", f"{self.base}/kajian") if more else Crumb("Kajian")
        return (Crumb("Perkara", "/perkara"), Crumb(title(self.view), self.base), here, *more)


async def writing_of(c: Connection, view: CaseView) -> Writing:
    """Return what a study is written from."""
    case = view.dossier.id
    return Writing(
        view=view,
        study=await study_of(c, case),
        people=await people_of(c, case),
        evidence=await evidence_of(c, case),
    )


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
    author = view.actor.officer in study.authors
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
        drafting=None if state in DRAFTED_IN else LATER,
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


def said_of(found: Writing, content: Content, laws: Register) -> Said:
    """Return what a version says, its stale citations flagged."""
    pieces = {each.id: each for each in found.evidence}
    concluded = {each.respondent: each for each in content.conclusions}

    def cited(text: str) -> CitedLine:
        return CitedLine(text=text, stale=stale_in(laws, text, found.act_on))

    return Said(
        facts=content.facts,
        pieces=tuple(_piece(found, one, pieces.get(one)) for one in content.evidence),
        evidence_said=content.evidence_said,
        elements=tuple(
            ElementLine(cited=cited(e.article), element=e.element, analysis=e.analysis)
            for e in content.elements
        ),
        citations=tuple(map(cited, content.citations)),
        conclusions=tuple(
            ConclusionLine(
                called=one.called,
                post=one.post,
                findings=words.findings_said(concluded[one.id].findings)
                if one.id in concluded
                else "",
                reason=concluded[one.id].reason if one.id in concluded else "",
            )
            for one in found.people
        ),
    )


def stale_in(laws: Register, text: str, on: date) -> str | None:
    """Return what replaced or amended the laws cited in the text by the day `on`, or None."""
    standings = (laws.standing(law.id, on) for law in laws.cited(text))
    said = [each.sentence for each in standings if {each.state, each.perhaps} & _STALE]
    return "; ".join(said) or None


def _piece(found: Writing, identity: int, piece: Document | None) -> PieceLine:
    if piece is None:
        return PieceLine(title=f"Berkas {identity} (tidak dapat Anda baca)", href=None)
    return PieceLine(title=piece.title, href=f"{found.base}/dokumen/{identity}")


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
