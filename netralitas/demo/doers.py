"""Whose step a move is: the person who sits where the declaration says."""

from typing import Final

from netralitas.access.domain import Party, Post
from netralitas.demo.people import OFFICERS
from netralitas.workflow.domain import FactDeclaration, Move

_OWN: Final = {Party.OWNER: "kab", Party.SUPERIOR: "prov"}
_SEATS: Final = {
    (officer.office, role): officer.key for officer in reversed(OFFICERS) for role in officer.roles
}
_BY_KEY: Final = {officer.key: officer for officer in OFFICERS}


def doer(act: Move | FactDeclaration, addressee: str | None, keeper: str) -> str:
    """Return the login of whose step it is: the receiver's where somebody sits there, else ours.

    `addressee` is the key of the receiving office, `keeper` who keeps the case.
    """
    for post in act.by:
        if post.party is Party.RECEIVER and (addressee, post.role) in _SEATS:
            return _SEATS[addressee or "", post.role]
    roles = {post.role for post in act.by if post.party is Party.OWNER}
    if roles.intersection(_BY_KEY[keeper].roles):
        return keeper
    for post in act.by:
        office = _OWN.get(post.party)
        if office is not None and (office, post.role) in _SEATS:
            return _SEATS[office, post.role]
    raise LookupError(f"nobody can do {act.code} towards {addressee}")


def posts_of(who: str) -> frozenset[Post]:
    """Return the posts of a person towards the cases of the regency."""
    officer = _BY_KEY[who]
    sides = {office: party for party, office in _OWN.items()}
    side = sides.get(officer.office, Party.RECEIVER)
    return frozenset(Post(party=side, role=role) for role in officer.roles)
