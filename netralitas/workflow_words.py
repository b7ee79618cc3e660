"""The words of every workflow in one place: which phases, holders and facts it has, and waits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.discipline import words as discipline
from netralitas.investigation import words as handling
from netralitas.investigation.words import threads
from netralitas.publication.words import proceeding as publication
from netralitas.referral import words as referral
from netralitas.referral.words import compliance
from netralitas.vault import words as identity_access
from netralitas.workflow.domain import Holder, State


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowWords:
    """How a workflow is spoken of: by the code of each phase, holder and fact.

    `title` names a proceeding of it, and may name its office by "{office}". `waiting` says what is
    waited for in a state: "Menunggu rapat pleno".
    """

    title: str
    phases: Mapping[str, str]
    holders: Mapping[Holder, str]
    facts: Mapping[str, str]
    waiting: Callable[[State], str]


def waiting(code: str, state: State, office: str | None = None) -> str:
    """Return what is waited for in a state of the workflow, its office by name where that counts.

    "Menunggu rapat pleno"; the label of a state in which nothing is waited for.
    """
    if code == "referral" and office is not None:
        return referral.waiting(state, office)
    return WORDS[code].waiting(state)


def holder(code: str, state: State, office: str | None = None) -> str:
    """Return who holds the ball, the office by its name where it is its turn."""
    if office is not None and state.holder in {Holder.AUTHORITY, Holder.FOLLOW_UP}:
        return office
    return WORDS[code].holders[state.holder]


def _thread(title: str) -> WorkflowWords:
    return WorkflowWords(
        title=title,
        phases=threads.PHASES,
        holders=threads.HOLDERS,
        facts=threads.FACTS,
        waiting=threads.waiting,
    )


WORDS: Final[Mapping[str, WorkflowWords]] = {
    "handling": WorkflowWords(
        title="Penanganan Bawaslu",
        phases=handling.PHASES,
        holders=handling.HOLDERS,
        facts=handling.FACTS,
        waiting=handling.waiting,
    ),
    "referral": WorkflowWords(
        title="Penerusan ke {office}",
        phases=referral.PHASES,
        holders=referral.HOLDERS,
        facts=referral.FACTS,
        waiting=referral.waiting,
    ),
    "discipline": WorkflowWords(
        title="Tindak lanjut oleh {office}",
        phases=discipline.PHASES,
        holders=discipline.HOLDERS,
        facts=discipline.FACTS,
        waiting=discipline.waiting,
    ),
    "compliance": WorkflowWords(
        title="Pemantauan tindak lanjut",
        phases=compliance.PHASES,
        holders=compliance.HOLDERS,
        facts=compliance.FACTS,
        waiting=compliance.waiting,
    ),
    "publication": WorkflowWords(
        title="Publikasi hasil",
        phases=publication.PHASES,
        holders=publication.HOLDERS,
        facts=publication.FACTS,
        waiting=publication.waiting,
    ),
    "office_publication": WorkflowWords(
        title="Publikasi hasil oleh {office}",
        phases=publication.PHASES,
        holders=publication.OFFICE_HOLDERS,
        facts=publication.FACTS,
        waiting=publication.waiting,
    ),
    "identity_access": WorkflowWords(
        title="Pembukaan identitas pelapor",
        phases=identity_access.PHASES,
        holders=identity_access.HOLDERS,
        facts=identity_access.FACTS,
        waiting=identity_access.waiting,
    ),
    "criminal": _thread("Jalur pidana"),
    "organiser_ethics": _thread("Jalur kode etik penyelenggara"),
    "litigation": _thread("Jalur pengadilan"),
}
"""By the code of the workflow; a version adds words and takes none away."""
