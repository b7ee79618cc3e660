"""Who may call which function, and what the search function reads."""

from typing import Final

from netralitas.database.bootstrap import APP, AUDITOR, WORKER
from netralitas.database.grants_of_disposal import ERASERS

FUNCTIONS: Final = {
    "recording_time()": (APP, WORKER),
    "opened_identities(bigint)": (APP,),
    **ERASERS,
}
"""Who may call which function of the owner; the triggers call the rest themselves."""

HANDED_OVER: Final = {"search_cases(text, integer)": (APP, WORKER, AUDITOR)}
"""The same for what belongs to the search role: granted by the migration that gave it away."""

SEARCHED: Final = ("case_text", "exclusion")
"""All that the owner of the search function can read."""
