"""Which published outcomes count where several releases speak of one respondent. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from netralitas.publication.queries.public import PublicRelease

type_about = tuple[PublicRelease, Sequence[int | None]]


def about_of(attributes: Mapping[str, Any], respondents: Sequence[int]) -> Sequence[int | None]:
    """Return of which respondent each record of a release is; None of those that never said it.

    Releases of several respondents from before this was kept do not say it.
    """
    if "about" in attributes:
        said: list[int | None] = attributes["about"]
        return said
    amount = len(attributes["outcomes"])
    return tuple(respondents) if amount == len(respondents) == 1 else (None,) * amount


def counted_once(newest_first: Iterable[type_about]) -> Iterator[PublicRelease]:
    """Yield the releases as they are counted: of a respondent only the newest that holds.

    Bawaslu tells that it forwarded, the office that followed up what it decided: one respondent.
    """
    told: set[int | None] = set()
    for release, about in newest_first:
        kept = [
            record for record, one in zip(release.records, about, strict=True) if one not in told
        ]
        yield msgspec.structs.replace(release, records=tuple(kept))
        told |= set(about) - {None}
