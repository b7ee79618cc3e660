"""Who of a new list is on the list already."""

from collections.abc import Sequence
from typing import Final

from netralitas.cases.nip import NipSealer
from netralitas.database.connection import Connection
from netralitas.imports import words
from netralitas.imports.domain import Checked, Refused
from netralitas.imports.schemas import STAFF

_KNOWN: Final = "SELECT nip_digest FROM staff WHERE nip_digest = ANY ($1)"


async def known_digests(c: Connection, digests: Sequence[bytes]) -> frozenset[bytes]:
    """Return those of the numbers that are on the lists of the actor's office."""
    rows = await c.fetch(_KNOWN, list(digests)) if digests else []
    return frozenset(row[0] for row in rows)


async def less_known(c: Connection, checked: Checked, digests: Sequence[bytes | None]) -> Checked:
    """Return the rows with those refused whose number is known; `digests` in their order."""
    known = await known_digests(c, [digest for digest in digests if digest is not None])
    label = STAFF.column("nip").label
    return checked.less(
        [
            Refused(row=good.row, column=label, sentence=words.ON_THE_LIST)
            for good, digest in zip(checked.good, digests, strict=True)
            if digest in known
        ]
    )


def digests_of(checked: Checked, sealer: NipSealer) -> list[bytes | None]:
    """Return the digest of each good row's number, None without one."""
    numbers = (good.values.get("nip") for good in checked.good)
    return [sealer.digest(str(number)) if number else None for number in numbers]
