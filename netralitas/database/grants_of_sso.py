"""What the application may do with links to a provider's identities, and NIPs of officers."""

from typing import Final

from netralitas.database.privileges import Grant

SSO: Final = (
    # An identity is an officer's or is not: nobody moves it from one to another.
    Grant(table="sso_link", insert=True, delete=True),
    # Old ones are swept out past those that another is just sweeping: a lock takes the privilege.
    Grant(table="sso_used", insert=True, update=("used_at",), delete=True),
    Grant(
        table="officer_nip",
        insert=True,
        update=("nip_cipher", "nip_digest", "nip_last"),
        delete=True,
    ),
)
"""Sign-in through a provider."""
