"""What the application may do with requests under an agreement, task forces and duty rosters."""

from typing import Final

from netralitas.database.privileges import Grant

EXCHANGE: Final = (
    # The letter stays as it was written; where the request stands moves on.
    Grant(
        table="exchange_request",
        insert=True,
        update=("state", "return_by", "returned_on"),
    ),
    Grant(table="exchange_item", insert=True),
    Grant(table="exchange_decision", insert=True),
    Grant(table="exchange_delivery", insert=True),
    # A decree ends, somebody leaves, a day of duty is taken back: nothing is taken away.
    Grant(table="task_force", insert=True, update=("ended_on",)),
    Grant(table="task_force_member", insert=True, update=("valid_to",)),
    Grant(table="duty_shift", insert=True, update=("cancelled_at",)),
)
"""Requests, task forces and duty rosters."""
