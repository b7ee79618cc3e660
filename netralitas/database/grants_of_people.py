"""What the application may do with requests for accounts and with work that goes to a successor."""

from typing import Final

from netralitas.database.privileges import Grant

PEOPLE: Final = (
    # Whom it is about never changes; their name is taken out once the account is made.
    Grant(
        table="account_request",
        insert=True,
        update=(
            *("state", "officer", "login", "name", "email", "new_password", "new_factor"),
            *("proposed_by", "confirmed_by", "confirmed_at", "established"),
            *("code", "expires_at", "used_at"),
        ),
    ),
    Grant(table="desk_handover", insert=True, update=("done_at", "cancelled_at")),
)
"""Invitations, resets, handing over."""
