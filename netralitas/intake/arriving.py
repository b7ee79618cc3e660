"""A file of a draft, as far as it has arrived; the whole ones become evidence. Pure."""

from collections.abc import Mapping, Sequence

import msgspec

from netralitas.evidence.domain import Stored
from netralitas.intake import words
from netralitas.intake.domain import Evidence


class Arriving(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a draft: `size` and `received` in bytes, `digest` in hexadecimal once it is whole.

    `token` stands in the address to which its pieces go. The `name` is sealed where it is kept, and
    empty where nobody asked for it.
    """

    id: int
    token: str
    name: str = ""
    size: int
    received: int
    digest: str | None
    media_type: str | None

    @property
    def stored(self) -> Stored | None:
        """What is kept; None while something is missing."""
        if self.digest is None or self.media_type is None:
            return None
        return Stored(digest=self.digest, size=self.size, media_type=self.media_type)


def as_evidence(
    files: Sequence[Arriving], titles: Mapping[int, str | None]
) -> tuple[Evidence, ...]:
    """Return the whole files under what was said of them; of which nothing was said, a number.

    The name a file arrived under is not kept: it may name somebody.
    """
    taken: set[str] = set()
    evidence = []
    whole = [(file, stored) for file in files if (stored := file.stored)]
    for number, (file, stored) in enumerate(whole, start=1):
        title = titles.get(file.id) or words.piece_of_evidence(number)
        title = title if title not in taken else f"{title} ({number})"
        taken.add(title)
        evidence.append(Evidence(title=title, stored=stored))
    return tuple(evidence)


def still_arriving(files: Sequence[Arriving]) -> list[str]:
    """Return a sentence for each file of which something is missing."""
    return [words.still_arriving(each.name) for each in files if each.stored is None]
