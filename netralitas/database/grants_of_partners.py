"""What may be done with partners: administrators keep them, the worker exchanges with them."""

from typing import Final

from netralitas.database.privileges import Grant

PARTNERS: Final = (
    # Where a partner is and whom it stands for stay as they were entered.
    Grant(
        table="partner",
        insert=True,
        update=("state", "reason", "token", "failures", "next_at", "lease", "fence"),
    ),
    Grant(table="partner_package", update=("next_at",)),
    Grant(table="partner_proceeding"),
    Grant(table="partner_answer", update=("state", "problem", "body", "settled_by", "last_at")),
)
"""What the staff application may do."""

EXCHANGED_BY_THE_WORKER: Final = (
    Grant(table="partner", update=("cursor", "position", "pulled_at")),
    Grant(
        table="partner_package",
        insert=True,
        update=(
            *("state", "problem", "about", "sentence", "tries", "case_file", "arrived_at"),
            *("looked_at", "gone_at"),
        ),
    ),
    Grant(
        table="partner_proceeding",
        insert=True,
        update=("remote_state", "remote_version", "seen_at"),
    ),
    Grant(
        table="partner_answer",
        insert=True,
        update=("tries", "status", "sentence", "body", "version"),
    ),
)
"""What the worker may do beyond it: note what came in, and what became of an answer."""
