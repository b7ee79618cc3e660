"""What is declared of a table: its personal columns, why they are there, and how they leave."""

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """By which ground somebody's data are processed."""

    PUBLIC_TASK = "public_task"
    SECRECY = "secrecy"
    AGREEMENT = "agreement"
    ARCHIVE = "archive"
    RUNNING = "running"


class Kept(StrEnum):
    """A class of the retention schedule: what begins and ends together."""

    IDENTITY = "identity"
    CASE = "case"
    ATTENDANCE = "attendance"
    STAFF_LIST = "staff_list"
    ACCOUNT = "account"
    SERVICE = "service"
    WEB_REGISTER = "web_register"
    OFFICE = "office"
    PUBLISHED = "published"
    RECORD = "record"
    WORKING = "working"


class Leaves(StrEnum):
    """How the content of a column leaves the house, when its time is over."""

    EMPTIED = "emptied"
    KEY_ERASED = "key_erased"
    PSEUDONYM = "pseudonym"
    DELETED = "deleted"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A personal column: what stands there, in which form, why, who reads it, how it leaves.

    `because` says why one is kept for good.
    """

    column: str
    what: str
    form: str
    why: str
    read_by: str
    leaves: Leaves
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, each of its columns in one place: personal, of nobody, or plain.

    `holds`, `purpose` and `readers` are said on the page of the inventory, in Indonesian. `others`
    can hold words or bytes and say nothing of a person, `because` of what; `plain` are numbers,
    moments and references.
    """

    holds: str | None = None
    purpose: str | None = None
    readers: str | None = None
    basis: Basis | None = None
    retention: Kept | None = None
    personal: tuple[Column, ...] = ()
    others: tuple[str, ...] = ()
    because: str | None = None
    plain: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the name of every column that is declared, in no order."""
        return (*(each.column for each in self.personal), *self.others, *self.plain)
