"""The drafts of papers that go with a move or fact, as links from its form. Pure."""

from netralitas.access.policy import Relation
from netralitas.cases.queries.acts import Act
from netralitas.documents.letters import Side, drafts_at
from netralitas.web.parts import Link


def drafts_of(act: Act) -> tuple[Link, ...]:
    """Return the drafts of papers that go with the act, for who writes them."""
    proceeding = act.proceeding
    if proceeding is None:
        return ()
    side = Side.BAWASLU if act.view.towards is Relation.OWNER else Side.OFFICE
    base = f"/perkara/{act.view.dossier.id}/proses/{proceeding.id}/surat"
    return tuple(
        Link(label=f"Konsep: {draft.title}", href=f"{base}/{draft.code}")
        for draft in drafts_at(act.workflow.code, act.code)
        if draft.side is side
    )
