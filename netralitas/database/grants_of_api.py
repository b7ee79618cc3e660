"""What the application may do with tokens of the machine API, and with the answers it keeps."""

from typing import Final

from netralitas.database.privileges import Grant

API: Final = (
    # What a token opens never changes: another need is another token.
    Grant(table="api_token", insert=True, update=("used_on", "ended_at")),
    # Working memory: kept for a day, so that a write that is sent again is done once.
    Grant(table="api_answer", insert=True, update=("answered_at",), delete=True),
)
"""Tokens, and the answers to writes."""
