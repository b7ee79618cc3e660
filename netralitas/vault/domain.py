"""Whose identity is in the vault, and what it consists of."""

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """Whose identity it is."""

    REPORTER = "reporter"
    INFORMANT = "informant"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A person's name and how to reach them, as given; None where it was not given."""

    name: str
    address: str | None = None
    telephone: str | None = None
    email: str | None = None
    identity_number: str | None = None
    birth: str | None = None
    occupation: str | None = None
    sex: str | None = None
    citizenship: str | None = None
