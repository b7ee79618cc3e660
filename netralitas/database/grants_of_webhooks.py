"""What may be done with receivers of webhooks: administrators keep them, the worker tells them."""

from typing import Final

from netralitas.database.privileges import Grant

WEBHOOKS: Final = (
    # Where a receiver is and what it is told of stay as they were entered.
    Grant(
        table="webhook_receiver",
        insert=True,
        update=(
            *("state", "reason", "secret", "old_secret", "old_until"),
            *("position", "failures", "next_at", "lease", "fence"),
        ),
    ),
    Grant(table="webhook_delivery", insert=True, update=("state",)),
)
"""What the staff application may do."""

TOLD_BY_THE_WORKER: Final = (
    Grant(
        table="webhook_delivery",
        update=("tries", "status", "problem", "last_at"),
        delete=True,
    ),
)
"""What the worker may do beyond it: note what became of a message, forget that it arrived."""
