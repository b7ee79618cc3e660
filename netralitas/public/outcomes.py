"""Published outcomes as pages: one for each release, lists that stay as they are, the register."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from netralitas.public import words
from netralitas.public.pages import OutcomePage, OutcomesPage, ReleaseLine
from netralitas.public.sections import OUTCOMES
from netralitas.public.sheets import Sheet
from netralitas.publication.domain import EndReason
from netralitas.publication.queries import PublicRelease, Published
from netralitas.publication.words import ENDINGS, reason
from netralitas.web.parts import Crumb, Pages

BLOCK: Final = 50
"""Releases on an older list. Blocks are counted from the oldest, so that a new release changes the
newest list alone; that one holds up to 99.
"""

LATEST: Final = 5
"""So many of those that came out last stand on the home page."""
CORRECTIONS: Final = f"{OUTCOMES}/koreksi"
_LIST: Final = "public/outcomes.html"
_CRUMB: Final = Crumb(words.RELEASE, OUTCOMES)


def lines(releases: Sequence[PublicRelease]) -> tuple[ReleaseLine, ...]:
    """Return each release as a line of a list."""
    return tuple(map(_line, releases))


def outcome_sheets(published: Published) -> Iterator[Sheet]:
    """Yield the lists, the register of corrections and withdrawals, and a page for each release."""
    yield from _lists(published.current)
    ended = sorted(
        (*published.corrected, *published.withdrawn),
        key=lambda release: (release.ended_at or release.published_at, release.code),
        reverse=True,
    )
    yield Sheet(path=CORRECTIONS, template=_LIST, content=_register(ended))
    earlier = {release.replaced_by: release.code for release in ended if release.replaced_by}
    for release in (*published.current, *ended):
        content = _page(release, earlier)
        yield Sheet(path=address(release.code), template="public/outcome.html", content=content)


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
        crumbs=() if newest else (_CRUMB, Crumb(words.list_number(number))),
        lines=lines(releases),
        pages=Pages(earlier=newer, later=_list_address(number - 1) if number > 1 else None),
        empty=words.NO_OUTCOMES,
        how=words.HOW_OUTCOMES_COME,
    )
    path = OUTCOMES if newest else _list_address(number)
    return Sheet(path=path, template=_LIST, content=content)


def _register(ended: Sequence[PublicRelease]) -> OutcomesPage:
    return OutcomesPage(
        title=words.CORRECTIONS,
        lead=words.CORRECTIONS_LEAD,
        crumbs=(_CRUMB, Crumb(words.CORRECTIONS)),
        lines=lines(ended),
        pages=Pages(),
        empty=words.NO_CORRECTIONS,
        how=words.HOW_CORRECTIONS_COME,
    )


def _page(release: PublicRelease, earlier: Mapping[str, str]) -> OutcomePage:
    """Return a release's page. What was withdrawn is no longer said."""
    silent = is_silent(release)
    before = earlier.get(release.code)
    return OutcomePage(
        title=title(release),
        crumbs=(_CRUMB, Crumb(words.DETAILS)),
        organisation=release.party,
        published_on=release.published_on,
        version=release.version,
        sentences=() if silent else tuple(one.sentence for one in release.outcomes),
        summary=None if silent else release.summary,
        answer=release.answered,
        ended=ended_words(release),
        note=release.note if release.ending else None,
        later=address(release.replaced_by) if release.replaced_by else None,
        earlier=address(before) if before else None,
    )


def _line(release: PublicRelease) -> ReleaseLine:
    became = Counter(one.became for one in release.outcomes)
    return ReleaseLine(
        href=address(release.code),
        title=title(release),
        sentence=ended_words(release) or words.what_became(became),
        note=release.note if release.ending else None,
        published_on=release.published_on,
        mark=_mark(release),
    )


def title(release: PublicRelease) -> str:
    """Return what a release is about; of one that is no longer said, that alone."""
    if is_silent(release) or not release.outcomes:
        return str(words.RELEASE_GONE if is_silent(release) else words.RELEASE)
    first = release.outcomes[0]
    return words.release_about(first.theme, first.year, len(release.outcomes))


def is_silent(release: PublicRelease) -> bool:
    """Say whether what a release said is no longer said: nothing replaces it, or it told too much.

    What was wrong stays readable only beside what is right.
    """
    told_too_much = release.reason is EndReason.RECOGNISABLE
    return release.ending is not None and (release.replaced_by is None or told_too_much)


def ended_words(release: PublicRelease) -> str | None:
    """Return how, when and why a release ended, without what was noted; None while it holds."""
    if release.ending is None:
        return None
    return words.ended(ENDINGS[release.ending], release.ended_on, reason(release.reason))


def address(code: str) -> str:
    """Return where the page of a release is."""
    return f"{OUTCOMES}/{code}"


def _mark(release: PublicRelease) -> str:
    if release.ending is not None:
        return ENDINGS[release.ending]
    return words.OBJECTED if release.objection else ""


def _list_address(number: int) -> str:
    return f"{OUTCOMES}/daftar/{number}"
