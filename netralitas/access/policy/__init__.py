"""Who may see and do what: one decision, asked by pages, commands, lists, files and tests.

Row security in the database is the net below; this says which fields and which acts. Everything not
granted here is refused. Nobody at all is granted the identity of a reporter, an informant or a
witness: that is opened through its own proceeding.
"""

from netralitas.access.policy.acts import Permission
from netralitas.access.policy.fields import Field, fields_visible, part_of
from netralitas.access.policy.permissions import (
    GRANTS,
    Grant,
    may,
    may_see,
    refusal,
    roles_for,
)
from netralitas.access.policy.relations import (
    Phase,
    Relation,
    Sides,
    phase_of,
    posts,
    relation,
)
from netralitas.access.policy.step_up import STEP_UP_LASTS, hold_stepped_up, is_stepped_up

__all__ = [
    "GRANTS",
    "STEP_UP_LASTS",
    "Field",
    "Grant",
    "Permission",
    "Phase",
    "Relation",
    "Sides",
    "fields_visible",
    "hold_stepped_up",
    "is_stepped_up",
    "may",
    "may_see",
    "part_of",
    "phase_of",
    "posts",
    "refusal",
    "relation",
    "roles_for",
]
