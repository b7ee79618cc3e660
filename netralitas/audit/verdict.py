"""What verification says: whole or not, and which rows are wrong."""

from typing import Final

import msgspec

LISTED: Final = 100
"""How many findings are listed; the rest are counted."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is not as it was recorded, and what is wrong with it.

    `row` is the row's key: the id, of a leaf its position, of a tile level/position, of a head its
    size. `stream` and `version` say where in the record it stands, if anywhere.
    """

    table: str
    row: str
    problem: str
    stream: int | None = None
    version: int | None = None

    def __str__(self) -> str:
        """Return the finding as a line to read."""
        place = "" if self.stream is None else f" (stream {self.stream}"
        if place:
            place += ")" if self.version is None else f", version {self.version})"
        return f"{self.table} {self.row}{place}: {self.problem}"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What was read and what was found; `whole` when there is no finding.

    `heads` counts the signed heads that were compared, `outside` ones included; `signed` is the
    number of leaves under the last stored head. Of the leaves so many are `padding`, and so many
    stand for the seal of a receipt. An erased note is no finding: its commitment
    stands. `findings` holds the first hundred of `found`.
    """

    whole: bool
    events: int
    streams: int
    leaves: int
    heads: int
    signed: int
    erased_notes: int
    padding: int
    receipts: int
    found: int
    findings: tuple[Finding, ...]


class Findings:
    """Collects what is wrong in bounded memory."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.found = 0
        self.listed: list[Finding] = []

    def add(
        self,
        table: str,
        row: object,
        problem: str,
        *,
        stream: int | None = None,
        version: int | None = None,
    ) -> None:
        """Count a finding, and list it while there is room."""
        self.found += 1
        if len(self.listed) < LISTED:
            self.listed.append(
                Finding(table=table, row=str(row), problem=problem, stream=stream, version=version)
            )
