"""What the page about the API shows: values."""

import msgspec


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be asked or done."""

    method: str
    path: str
    summary: str
    description: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of problem, at whose name its `type` points."""

    kind: str
    status: str
    title: str


class ReferencePage(msgspec.Struct, frozen=True, kw_only=True):
    """The API for people who write programs, in English."""

    title: str
    about: tuple[str, ...]
    operations: tuple[Operation, ...]
    problems: tuple[Problem, ...]
