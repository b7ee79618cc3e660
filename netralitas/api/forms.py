"""The form by which a token is made."""

from collections.abc import Sequence
from datetime import date

from netralitas.access.domain import Role
from netralitas.accounts.words import ROLES
from netralitas.api.domain import MACHINE_ROLES, NewToken, Scope
from netralitas.api.words import (
    NAME_MISSING,
    NEW_SYSTEM,
    ROLES_MISSING,
    SCOPES,
    SCOPES_MISSING,
    TOO_LONG,
)
from netralitas.web.forms import Choice, Choices, DateField, Form, Text, optional

_NEW = "baru"


class TokenForm(Form):
    """What a token is for, whose it is, what it opens, and until when."""

    system = Choice("Dipakai oleh")
    name = Text(
        "Nama aplikasi", hint="Misalnya: Aplikasi SDM BKPSDM", missing=NAME_MISSING, maximum=80
    )
    roles = optional(
        Choices(
            "Peran aplikasi baru",
            tuple((role.value, ROLES[role]) for role in MACHINE_ROLES),
            hint="Peran menentukan perkara dan bagian mana yang terlihat, sama seperti bagi orang.",
        )
    )
    scopes = Choices(
        "Yang boleh dilakukan",
        tuple((scope.value, said) for scope, said in SCOPES.items()),
        missing=SCOPES_MISSING,
    )
    until = DateField("Berlaku sampai dengan", hint="Paling lama satu tahun.", missing=TOO_LONG)

    def check(self) -> None:
        """Hold that a new system is given a role."""
        if self.read_value("system") == _NEW and not self.read_value("roles"):
            self.refuse("roles", ROLES_MISSING)

    def new(self) -> NewToken:
        """Return the token that a valid form asks for."""
        system: str = self.read_value("system")
        until: date = self.read_value("until")
        desk = None if system == _NEW else int(system)
        return NewToken(
            name=self.read_value("name"),
            scopes=tuple(map(Scope, self.read_value("scopes") or ())),
            until=until,
            desk=desk,
            roles=tuple(map(Role, self.read_value("roles") or ())) if desk is None else (),
        )


def offered(systems: Sequence[tuple[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the systems to be picked from: a new one, then those that are known."""
    return {"system": ((_NEW, NEW_SYSTEM), *systems)}


def blank(systems: Sequence[tuple[str, str]]) -> TokenForm:
    """Return the form as it is first shown: for a new system."""
    return TokenForm.blank(values={"system": _NEW}, choices=offered(systems))
