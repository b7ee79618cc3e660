"""To whom a form can address something: the offices of the day, and those that ended."""

from collections.abc import Sequence
from typing import Final

from netralitas.accounts.domain import Organisation, OrganisationKind
from netralitas.accounts.queries import organisations
from netralitas.cases.queries.file import CaseView
from netralitas.database.connection import Connection
from netralitas.workflow.domain import Ask, Move

type_pairs = Sequence[tuple[str, str]]

_OFFICES: Final = frozenset({Ask.ADDRESSEE, Ask.SUCCESSOR, Ask.FOLLOW_UP_OFFICE})
_RECEIVING: Final = frozenset(
    {OrganisationKind.AUTHORITY, OrganisationKind.GOVERNMENT, OrganisationKind.OTHER}
)
_JUDGED: Final = frozenset({"receiver_valid", "successor_valid"})


async def offices_for(connection: Connection, asked: Sequence[Ask]) -> tuple[Organisation, ...]:
    """Return every office there is, where the form asks for one."""
    return await organisations(connection) if _OFFICES.intersection(asked) else ()


def office_choices(
    view: CaseView, move: Move, asked: Sequence[Ask], offices: Sequence[Organisation]
) -> dict[str, type_pairs]:
    """Return the offices that may be picked for each answer that names one."""
    found: dict[str, type_pairs] = {
        ask.value: _addressees(view, move, offices)
        for ask in (Ask.ADDRESSEE, Ask.SUCCESSOR)
        if ask in asked
    }
    if Ask.FOLLOW_UP_OFFICE in asked:
        found[Ask.FOLLOW_UP_OFFICE.value] = tuple(
            (str(office.id), office.name)
            for office in offices
            if office.kind is OrganisationKind.GOVERNMENT and office.authority.valid_on(view.today)
        )
    return found


def _addressees(view: CaseView, move: Move, offices: Sequence[Organisation]) -> type_pairs:
    """Return who may be addressed; those without authority today stay, and say so, last."""
    judged = not _JUDGED.isdisjoint(move.requires)
    pairs = []
    for office in offices:
        if office.id == view.dossier.owner or (judged and office.kind not in _RECEIVING):
            continue
        ended = judged and not office.authority.valid_on(view.today)
        pairs.append((ended, str(office.id), f"{office.name}{_remark(view, office, ended=ended)}"))
    return tuple((identity, name) for _, identity, name in sorted(pairs, key=lambda p: p[0]))


def _remark(view: CaseView, office: Organisation, *, ended: bool) -> str:
    if office.authority.doubtful_on(view.today):
        return " (perlu konfirmasi)"
    return " (tidak berwenang hari ini)" if ended else ""
