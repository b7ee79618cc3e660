"""What a case page says of study and plenary: where they are, what is to be kept inside."""

from netralitas.access.policy import Field, Permission, Phase, Relation, refusal
from netralitas.cases.queries.file import CaseView
from netralitas.investigation.plenary.policy import ON_THE_TABLE
from netralitas.investigation.words import EMBARGO, EMBARGOED


def embargo_of(view: CaseView) -> str | None:
    """Return what is to be kept inside, from the plenary until something is told outside."""
    inside = view.towards in {Relation.OWNER, Relation.SUPERIOR}
    return EMBARGO if inside and not EMBARGOED.isdisjoint(_states(view)) else None


def study_of(view: CaseView) -> str | None:
    """Return where this reader reads the study, once there can be one."""
    early = view.phase in {Phase.INTAKE, Phase.PRELIMINARY}
    reads = Field.STUDY_DRAFT in view.seen and not early
    return f"/perkara/{view.dossier.id}/kajian" if reads else None


def plenary_of(view: CaseView) -> str | None:
    """Return where this reader follows a case to the plenary before which it lies."""
    waits = not ON_THE_TABLE.isdisjoint(_states(view))
    follows = refusal(view.actor, Permission.SEE_PLENARY) is None
    return "/pleno" if waits and follows and view.towards is Relation.OWNER else None


def _states(view: CaseView) -> frozenset[str]:
    return frozenset(p.state for p in view.dossier.proceedings if p.workflow == "handling")
