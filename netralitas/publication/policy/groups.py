"""Which group of posts may be shown for each class: by how many people work there. Pure.

The groups form one fixed tree. A class is shown as itself where enough people have such a post in
it and in each of its neighbours; else all of these are shown by the name above them. So a name
always describes everybody below it in the tree, and any two names that were ever shown describe
people of whom one holds the other, or nobody of both: whoever compares two dates, between which
people came and went, learns of no smaller group than the two names say. Nor does a name that is
missing tell of a small group that nobody of it is meant.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.publication.domain import Group

PARENTS: Final[Mapping[Group, Group]] = MappingProxyType(
    {
        Group.JPT_MADYA: Group.LEADERS,
        Group.JPT_PRATAMA: Group.LEADERS,
        Group.ADMINISTRATOR: Group.ADMINISTRATORS,
        Group.DISTRICT_HEAD: Group.ADMINISTRATORS,
        Group.SUPERVISOR: Group.SUPERVISORS,
        Group.WARD_HEAD: Group.SUPERVISORS,
        Group.LEADERS: Group.STRUCTURAL,
        Group.ADMINISTRATORS: Group.STRUCTURAL,
        Group.SUPERVISORS: Group.STRUCTURAL,
        Group.STRUCTURAL: Group.ASN,
        Group.FUNCTIONAL: Group.ASN,
        Group.STAFF: Group.GENERAL,
        Group.VILLAGE_HEAD: Group.GENERAL,
        Group.GENERAL: Group.ASN,
    }
)
"""The tree of groups, each with the one above it; ASN is the whole."""

OWN: Final[Mapping[PositionClass, Group]] = MappingProxyType(
    {found: Group(found.value) for found in PositionClass if found.value in set(Group)}
)
"""The finest group of each class. A class without one (other, unknown) is only ever in ASN: it may
be anybody's, so that ASN always describes everybody.
"""


def path(group: Group) -> tuple[Group, ...]:
    """Return a group and those above it, ASN last."""
    found = [group]
    while found[-1] in PARENTS:
        found.append(PARENTS[found[-1]])
    return tuple(found)


def shown_groups(
    staff: Mapping[PositionClass, int], threshold: int
) -> Mapping[PositionClass, Group] | None:
    """Return the group shown for each class of posts; None when not even all together are enough.

    `staff` says how many people have a post of each class; a class that is absent counts none.
    ValueError for a threshold below 1 or a negative number of people.
    """
    if threshold < 1 or any(count < 0 for count in staff.values()):
        raise ValueError("a threshold is at least 1, and staff is never negative")
    if sum(staff.values()) < threshold:
        return None
    merged = _merged(_sizes(staff), threshold)
    return {found: _shown(OWN.get(found), merged) for found in PositionClass}


def described(
    staff: Mapping[PositionClass, int], shown: Mapping[PositionClass, Group], group: Group
) -> int:
    """Return how many people the name of a shown group describes."""
    if group is Group.ASN:
        return sum(staff.values())
    return sum(count for found, count in staff.items() if shown[found] is group)


def _sizes(staff: Mapping[PositionClass, int]) -> Mapping[Group, int]:
    sizes = dict.fromkeys(Group, 0)
    for found, count in staff.items():
        for group in path(OWN.get(found, Group.ASN)):
            sizes[group] += count
    return sizes


def _merged(sizes: Mapping[Group, int], threshold: int) -> frozenset[Group]:
    """Return the groups that are shown by the name above them: too small, or beside one that is."""
    above_small = {above for group, above in PARENTS.items() if sizes[group] < threshold}
    return frozenset(group for group, above in PARENTS.items() if above in above_small)


def _shown(own: Group | None, merged: frozenset[Group]) -> Group:
    """Return the group nearest to ASN at which the way from a class upwards was merged, or its own.

    A group that was merged takes everything below it along.
    """
    if own is None:
        return Group.ASN
    shown = own
    for group in path(own):
        if group in merged:
            shown = PARENTS[group]
    return shown
