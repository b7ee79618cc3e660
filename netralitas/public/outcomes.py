"""Published outcomes as pages: one for each release, lists that stay as they are, the register."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from netralitas.public import words
from netralitas.public.pages import OutcomePage, OutcomesPage, ReleaseLine
from netralitas.public.sections import OUTCOMES
from netralitas.public.sheets import Sheet
from netralitas.publication.queries import PublicRelease, Published
from netralitas.web.parts import Crumb, Pages

BLOCK: Final = 50
"""Releases on an older list. Blocks are counted from the oldest, so that a new release changes the
newest list alone; that one holds up to 99.
"""

LATEST: Final = 5
CORRECTIONS: Final = f"{OUTCOMES}/koreksi"
_LIST: Final = "public/outcomes.html"
_CRUMB: Final = Crumb("Hasil", OUTCOMES)


def latest(published: Published) -> tuple[ReleaseLine, ...]:
    """Return the lines of the few releases that came out last."""
    return tuple(map(_line, published.current[:LATEST]))


def outcome_sheets(published: Published) -> Iterator[Sheet]:
    """Yield the lists, the register of corrections and withdrawals, and a page for each release."""
    yield from _lists(published.current)
    ended = sorted(
        (*published.corrected, *published.withdrawn),
        key=lambda release: (release.ended_on or release.published_on, release.id),
        reverse=True,
    )
    yield Sheet(path=CORRECTIONS, template=_LIST, content=_register(ended))
    earlier = {release.replaced_by: release.id for release in ended if release.replaced_by}
    for release in (*published.current, *ended):
        content = _page(release, earlier)
        yield Sheet(path=_address(release.id), template="public/outcome.html", content=content)


def _lists(current: Sequence[PublicRelease]) -> Iterator[Sheet]:
    """Yield the newest list, then the older ones, numbered from the oldest."""
    blocks = max(0, len(current) // BLOCK - 1)
    newest = len(current) - blocks * BLOCK
    yield _list(current[:newest], blocks + 1, blocks)
    for number in range(blocks, 0, -1):
        begin = newest + (blocks - number) * BLOCK
        yield _list(current[begin : begin + BLOCK], number, blocks)


def _list(releases: Sequence[PublicRelease], number: int, blocks: int) -> Sheet:
    newest = number == blocks + 1
    newer = None if newest else OUTCOMES if number == blocks else _list_address(number + 1)
    content = OutcomesPage(
        title=words.OUTCOMES if newest else words.older_outcomes(number),
        lead=words.OUTCOMES_LEAD,
        crumbs=() if newest else (_CRUMB, Crumb(f"Daftar {number}")),
        lines=tuple(map(_line, releases)),
        pages=Pages(earlier=newer, later=_list_address(number - 1) if number > 1 else None),
        empty=words.NO_OUTCOMES,
    )
    path = OUTCOMES if newest else _list_address(number)
    return Sheet(path=path, template=_LIST, content=content)


def _register(ended: Sequence[PublicRelease]) -> OutcomesPage:
    return OutcomesPage(
        title=words.CORRECTIONS,
        lead=words.CORRECTIONS_LEAD,
        crumbs=(_CRUMB, Crumb(words.CORRECTIONS)),
        lines=tuple(map(_line, ended)),
        pages=Pages(),
        empty=words.NO_CORRECTIONS,
    )


def _page(release: PublicRelease, earlier: Mapping[int, int]) -> OutcomePage:
    """Return a release's page. What was withdrawn is no longer said."""
    withdrawn = _is_withdrawn(release)
    before = earlier.get(release.id)
    return OutcomePage(
        title=_title(release),
        crumbs=(_CRUMB, Crumb(words.release(release.id))),
        organisation=release.party,
        published_on=release.published_on,
        version=release.version,
        sentences=() if withdrawn else tuple(one.sentence for one in release.outcomes),
        summary=None if withdrawn else release.summary,
        answer=release.answered,
        ended=words.ended(release.ending, release.ended_on),
        later=_address(release.replaced_by) if release.replaced_by else None,
        earlier=_address(before) if before else None,
    )


def _line(release: PublicRelease) -> ReleaseLine:
    became = Counter(one.became for one in release.outcomes)
    return ReleaseLine(
        href=_address(release.id),
        title=_title(release),
        sentence=words.ended(release.ending, release.ended_on) or words.what_became(became),
        published_on=release.published_on,
        mark=release.ending or ("Ada keberatan" if release.objection else ""),
    )


def _title(release: PublicRelease) -> str:
    """Return the number of a release and what it is about, which is not said of a withdrawn one."""
    if _is_withdrawn(release) or not release.outcomes:
        return words.release(release.id)
    first = release.outcomes[0]
    return words.release_about(release.id, first.theme, first.year, len(release.outcomes))


def _is_withdrawn(release: PublicRelease) -> bool:
    return release.ending is not None and release.replaced_by is None


def _address(release: int) -> str:
    return f"{OUTCOMES}/{release}"


def _list_address(number: int) -> str:
    return f"{OUTCOMES}/daftar/{number}"
