"""What the application may do with sessions, second factors and what lies between both."""

from typing import Final

from netralitas.database.privileges import Grant

SIGNING: Final = (
    # Working memory, not record. Whoever sweeps may lock, which needs a column to change.
    Grant(
        table="session",
        insert=True,
        update=("digest", "desk", "seen_at", "expires_at", "revoked_at", "stepped_up_at"),
        delete=True,
    ),
    Grant(table="half_session", insert=True, update=("expires_at",), delete=True),
    Grant(table="spent_challenge", insert=True, update=("expires_at",), delete=True),
    Grant(table="throttle", insert=True, update=("failures", "window_from"), delete=True),
    Grant(
        table="second_factor",
        insert=True,
        update=("key_id", "nonce", "ciphertext", "last_step", "confirmed_at"),
        delete=True,
    ),
    Grant(table="recovery_code", insert=True, update=("used_at",), delete=True),
    Grant(table="passkey", insert=True, update=("sign_count", "used_at"), delete=True),
)
"""Sign-in, its second step and its sessions."""
