"""The kinds of sanction by level, as the catalogue of the follow-up has them."""

from netralitas.cases.domain import Employment
from netralitas.cases.words import EMPLOYMENTS
from netralitas.discipline.sanctions import CATALOGUE, SanctionKind
from netralitas.discipline.words import REMEDIES
from netralitas.legislation import addresses
from netralitas.legislation.pages.sanctions import SanctionLine, SanctionPart, SanctionsPage
from netralitas.legislation.words import unsure
from netralitas.legislation.words.sanctions import GROUPS, SanctionGroup


def sanctions_page() -> SanctionsPage:
    """Return every kind but that of no sanction."""
    return SanctionsPage(
        crumbs=addresses.crumbs(addresses.SANCTIONS), parts=tuple(map(_part, GROUPS))
    )


def _part(group: SanctionGroup) -> SanctionPart:
    kinds = [kind for kind in CATALOGUE if kind.level in group.levels]
    waiting = next((kind.waits_for for kind in kinds if kind.waits_for), None)
    return SanctionPart(
        title=group.title,
        note=group.note,
        decides=group.decides.who,
        decides_article=group.decides.article,
        decides_unsure=unsure(group.decides.certainty),
        waiting=waiting or "",
        lines=tuple(_line(kind, substitutes=waiting is not None) for kind in kinds),
    )


def _line(kind: SanctionKind, *, substitutes: bool) -> SanctionLine:
    """Return a kind; one in force beside others that wait stands in for them."""
    in_force = "berlaku sebagai pengganti" if substitutes else "berlaku"
    return SanctionLine(
        label=kind.label,
        persons=_persons(kind),
        article=kind.article,
        unsure=unsure(kind.certainty),
        remedy=REMEDIES[kind.remedy],
        state=in_force if kind.in_force else "belum berlaku",
        in_force=kind.in_force,
    )


def _persons(kind: SanctionKind) -> str:
    named = [EMPLOYMENTS[each] for each in Employment if each in kind.persons]
    outside = {EMPLOYMENTS[Employment.UNKNOWN], EMPLOYMENTS[Employment.OTHER]}
    return ", ".join(str(name) for name in named if name not in outside)
