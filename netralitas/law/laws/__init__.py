"""The register of laws: what replaced or amended a law, since when; stale citations.

It holds only what a source states; where no source says it, the register answers "unknown".
"""

from netralitas.law.laws.domain import Law, Standing, State
from netralitas.law.laws.register import (
    Register,
    cited,
    law,
    load,
    read_register,
    stale,
    standing,
)

__all__ = [
    "Law",
    "Register",
    "Standing",
    "State",
    "cited",
    "law",
    "load",
    "read_register",
    "stale",
    "standing",
]
