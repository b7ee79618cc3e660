"""Acts on a study: a further version, comments, the second reading, submitting it."""

from netralitas.investigation.study.commands.acts import (
    add_comment,
    read_second,
    resolve_comment,
    save_version,
)
from netralitas.investigation.study.commands.submitting import submit

__all__ = ["add_comment", "read_second", "resolve_comment", "save_version", "submit"]
