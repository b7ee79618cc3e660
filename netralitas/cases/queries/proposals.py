"""Which receiver is proposed for each respondent on the form that hands them over. Pure."""

from collections.abc import Sequence
from datetime import date

import msgspec

from netralitas.accounts.domain import Organisation
from netralitas.cases.domain import Employment
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.file import CaseView
from netralitas.cases.words import EMPLOYMENTS, UNIDENTIFIED
from netralitas.database.connection import Row
from netralitas.referral.policy import PROPOSALS, Proposal, successor_for
from netralitas.workflow.domain import Ask


class ReceiverProposal(msgspec.Struct, frozen=True, kw_only=True):
    """To whom somebody is best handed over: offices of today by name, why, and how sure that is.

    `offices` is empty where no such office is known to this installation.
    """

    about: str
    offices: tuple[str, ...]
    why: str
    source: str
    certainty: str


def proposals_of(
    view: CaseView,
    asked: Sequence[Ask],
    proceeding: LockedProceeding | None,
    people: Sequence[Row],
    offices: Sequence[Organisation],
) -> tuple[ReceiverProposal, ...]:
    """Return a proposal for each kind of employment among the respondents, or for a successor.

    None where the form asks for no receiver.
    """
    if Ask.SUCCESSOR in asked and proceeding is not None:
        proposal = successor_for(proceeding.state)
        return (_said("Instansi pengganti", proposal, offices, view.today),)
    if Ask.ADDRESSEE not in asked:
        return ()
    kinds: dict[Employment, list[str]] = {}
    for row in people:
        who = f"{row['ordinal']}. {row['name'] or UNIDENTIFIED}"
        kinds.setdefault(Employment(row["employment"]), []).append(who)
    return tuple(
        _said(f"{EMPLOYMENTS[kind]}: {', '.join(names)}", PROPOSALS[kind], offices, view.today)
        for kind, names in kinds.items()
    )


def _said(
    about: str, proposal: Proposal, known: Sequence[Organisation], on: date
) -> ReceiverProposal:
    fitting = (
        office.name
        for role in proposal.roles
        for office in known
        if office.authority.role is role and office.authority.valid_on(on)
    )
    return ReceiverProposal(
        about=about,
        offices=tuple(fitting),
        why=proposal.why,
        source=proposal.source,
        certainty=proposal.certainty,
    )
