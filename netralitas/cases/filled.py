"""From a form that is filled in to what a command takes: for pages, and for the machine API."""

from dataclasses import replace

from netralitas.cases.answers import Paper
from netralitas.cases.facts import FactRequest
from netralitas.cases.forms import AnswerForm, answers_of
from netralitas.cases.forms.answers import LARGEST, PAPERS
from netralitas.cases.moving import MoveRequest, Target
from netralitas.cases.queries import Act
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import FileRefused, NotKept
from netralitas.evidence.storage import Storage
from netralitas.workflow.words import ASKS


async def keep_papers(form: AnswerForm, storage: Storage) -> tuple[Paper, ...]:
    """Return the uploaded papers, kept under their digest; what cannot be kept is an error."""
    papers = []
    for ask in PAPERS:
        for received in form.read_value(ask.value) or ():
            try:
                stored = await storage.keep(received.content, LARGEST)
            except (FileRefused, NotKept) as refusal:
                form.refuse(ask.value, refusal.reason)
                continue
            kind = DocumentKind(ask.value)
            papers.append(Paper(kind=kind, title=ASKS[ask], stored=stored))
    return tuple(papers)


def move_asked(act: Act, form: AnswerForm, papers: tuple[Paper, ...]) -> MoveRequest:
    """Return the move that a valid form asks for, on every proceeding that it names."""
    versions = form.read_value("versions") or {}
    answers = answers_of(form)
    chosen = [int(one) for one in form.read_value("others") or ()]
    chosen += answers.recommended_each
    if act.proceeding is not None:
        chosen.insert(0, act.proceeding.id)
    return MoveRequest(
        case=act.view.dossier.id,
        targets=tuple(Target(id=one, version=versions.get(one, 0)) for one in chosen),
        move=act.code,
        happened=form.happened.moment(act.view.dossier.zone),
        note=_note(form),
        answers=replace(answers, papers=papers),
        overrides=frozenset(form.read_value("overrides") or ()),
    )


def fact_asked(act: Act, form: AnswerForm, papers: tuple[Paper, ...]) -> FactRequest:
    """Return the fact that a valid form states."""
    about = act.proceeding.id if act.proceeding else 0
    return FactRequest(
        case=act.view.dossier.id,
        target=Target(id=about, version=form.versions.get(about, 0)),
        fact=act.code,
        happened=form.happened.moment(act.view.dossier.zone),
        note=_note(form),
        answers=replace(answers_of(form), papers=papers),
        overrides=frozenset(form.read_value("overrides") or ()),
    )


def _note(form: AnswerForm) -> str | None:
    """Return the reason or note, with the ground on which a requirement was passed over."""
    reason: str | None = form.read_value("reason")
    basis = form.read_value("override_basis") if form.read_value("overrides") else None
    return f"{reason}\nDasar: {basis}" if basis else reason
