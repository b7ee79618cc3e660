"""What may be published, decided by pure rules: protection by population, and redaction."""

from netralitas.publication.policy.groups import OWN, PARENTS, described, path, shown_groups
from netralitas.publication.policy.protection import THRESHOLD, coarse_time, protect
from netralitas.publication.policy.redaction import leak_in
from netralitas.publication.policy.stages import LEVELS, Course, is_closed, level_of, stage_of
from netralitas.publication.policy.totals import FEW

__all__ = [
    "FEW",
    "LEVELS",
    "OWN",
    "PARENTS",
    "THRESHOLD",
    "Course",
    "coarse_time",
    "described",
    "is_closed",
    "leak_in",
    "level_of",
    "path",
    "protect",
    "shown_groups",
    "stage_of",
]
