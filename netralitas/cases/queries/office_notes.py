"""What the card of a respondent notes of a follow-up, and the pages of it for the office."""

from netralitas.cases.domain import Employment, PositionClass
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.file import CaseView
from netralitas.database.connection import Row
from netralitas.discipline.domain import Signer
from netralitas.discipline.noted import Followed, notes_on
from netralitas.web.parts import NextStep
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP


def office_notes(view: CaseView, proceeding: LockedProceeding, row: Row) -> tuple[str, ...]:
    """Return what is to be known of a follow-up, a sentence each; of other proceedings nothing."""
    if proceeding.workflow != "discipline":
        return ()
    dossier = view.dossier
    told = {f: found.on for (of, f), found in dossier.told.items() if of == proceeding.id}
    return notes_on(
        Followed(
            state=proceeding.state,
            employment=Employment(row["employment"]),
            position=PositionClass(row["position_class"]),
            told=told,
            check=dossier.checks.get(proceeding.id),
            imposed=dossier.imposed.get(proceeding.id),
            signer=Signer(row["signer"]) if row["signer"] else None,
        )
    )


def office_pages(view: CaseView, proceeding: LockedProceeding) -> tuple[NextStep, ...]:
    """Return the pages of a follow-up that its office alone opens."""
    if proceeding.workflow != "discipline":
        return ()
    if view.posts(proceeding).isdisjoint({FOLLOW_UP, APPOINTING}):
        return ()
    base = f"/perkara/{view.dossier.id}/proses/{proceeding.id}"
    return (NextStep(label="Pemeriksa", href=f"{base}/pemeriksa"),)
