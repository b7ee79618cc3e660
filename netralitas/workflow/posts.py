"""The posts that declarations name: a role on one side of a case."""

from netralitas.access.domain import Party, Post, Role

INVESTIGATOR = Post(party=Party.OWNER, role=Role.INVESTIGATOR)
COMMISSIONER = Post(party=Party.OWNER, role=Role.COMMISSIONER)
SUPERVISOR = Post(party=Party.OWNER, role=Role.SUPERVISOR)
SUPERIOR_COMMISSIONER = Post(party=Party.SUPERIOR, role=Role.COMMISSIONER)
FOLLOW_UP = Post(party=Party.RECEIVER, role=Role.FOLLOW_UP)
LIAISON = Post(party=Party.RECEIVER, role=Role.LIAISON)
APPOINTING = Post(party=Party.RECEIVER, role=Role.APPOINTING)
PUBLISHER = Post(party=Party.OWNER, role=Role.PUBLISHER)
OTHER_PUBLISHER = Post(party=Party.RECEIVER, role=Role.PUBLISHER)
