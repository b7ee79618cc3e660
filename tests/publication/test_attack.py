"""The attack: with all that two dates released, nobody is certain of anything about a small group.

A season of a regency is invented (2 to 15 respondents, some posts with a handful of holders), and
published at two dates between which people came and went and some releases were corrected. What an
adversary reads is taken from the very pages, files and feed. The same attack finds protections that
are broken, of everything or of the files alone.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations

import pytest

from netralitas.cases.domain import PositionClass
from netralitas.cases.words import REGIMES, SOURCES
from netralitas.public.counting.blocks import blocks
from netralitas.public.counting.counting import Counted
from netralitas.public.counting.cube import cube_sheets
from netralitas.public.counting.pages import FilteredPage
from netralitas.publication.domain import Group, Level, ProtectedOutcome
from netralitas.publication.policy import OWN, THRESHOLD, path, shown_groups
from netralitas.publication.policy.totals import Totals, protected
from netralitas.publication.words import GROUPS
from netralitas.publication.words import LEVELS as OUTCOMES
from tests.publication.adversary import KNOWN, Adversary, Read
from tests.publication.artefacts import counted, readings, shown_on
from tests.publication.season import (
    LEVELS,
    Released,
    Season,
    alone,
    apart,
    by_size,
    releases,
    season,
    type_protection,
    type_shown,
    type_staff,
)

SEEDS = range(10)
_SMALL = 1e-6


def attacked(
    found: Season, protection: type_protection, in_files: type_protection | None = None
) -> Adversary:
    """Let the adversary read every page and file of both dates, and the feed.

    `in_files` is the protection of the files, where that is another one.
    """
    published = list(releases(found, protection))
    in_rows = list(releases(found, in_files)) if in_files else published
    numbers = sorted({one.respondent for one in published})
    meant = defaultdict(set)
    for number, whom in readings(published):
        meant[number].add(whom)
    reads = [
        Read(level=found.outcomes[number].level or Level.OTHER, meant=tuple(meant[number]))
        for number in numbers
    ]
    return Adversary(
        reads=reads,
        tables=_tables(published, numbers),
        files=counted(in_rows, numbers),
        imposed=_imposed(found),
        staff=found.most,
    )


def _imposed(found: Season) -> dict[Level, int]:
    """What the page with totals says was decided, closed statements of ethics among it."""
    counts = Counter(one.level or Level.OTHER for one in found.outcomes)
    totals = protected(Totals(recommended=counts, imposed=counts), THRESHOLD)
    at = datetime(2026, 1, 5, tzinfo=UTC)
    counted = Counted(totals=totals, activities=(), at=at, threshold=THRESHOLD)
    (shown,) = (block for block in blocks(counted) if block.code == "sanksi")
    said = {text.lower(): level for level, text in OUTCOMES.items()}
    return {said[pair.label.lower()]: pair.amounts[1] for pair in shown.pairs}


def _group(word: str) -> Group:
    return next(group for group, said in GROUPS.items() if said.lower() == word.lower())


def _tables(
    published: list[Released], numbers: list[int]
) -> Iterator[tuple[frozenset[int], frozenset[PositionClass], int]]:
    """Yield each line about posts on the filtered pages of each date: of which record it is."""
    for shown in (shown_on(0, published), shown_on(1, published)):
        sheets = cube_sheets([one.record for one in shown.values()], THRESHOLD)
        for content in (sheet.content for sheet in sheets):
            assert isinstance(content, FilteredPage)
            chosen = [_chosen(content, one.record) for one in shown.values()]
            for block in content.blocks:
                for bar in block.bars if block.code == "jabatan" else ():
                    group = _group(bar.label)
                    here = [
                        one
                        for one, is_in in zip(shown.values(), chosen, strict=True)
                        if is_in and one.record.group is group
                    ]
                    assert len(here) == bar.amount
                    for one in here:
                        place = frozenset({numbers.index(one.respondent)})
                        yield place, one.means[group], 1


def _chosen(page: FilteredPage, record: ProtectedOutcome) -> bool:
    """Say whether a page counts a record, by what its title says it is filtered by."""
    words = page.title.partition(": ")[2]
    year = re.search(r"\d{4}", words)
    regimes = [one for one, said in REGIMES.items() if said in words.split(", ")]
    sources = [one for one, said in SOURCES.items() if said in words.split(", ")]
    return (
        (not year or int(year[0]) == record.year)
        and (not regimes or record.regime in regimes)
        and (not sources or record.source in sources)
    )


def certainties(found: Season, adversary: Adversary) -> list[str]:
    """Name what is certain of a group under the threshold, beyond what one over it tells."""
    most, certain = found.most, []
    for group in _small_groups(most):
        size = sum(most[one] for one in group)
        for level in LEVELS:
            least, at_most = adversary.bounds(group, level)
            whom = [
                read.whom for read in adversary.reads if read.level is level and read.whom & group
            ]
            large = [meant for meant in whom if sum(most[one] for one in meant) >= THRESHOLD]
            rest = min((sum(most[one] for one in meant - group) for meant in large), default=0)
            if least > max(0, len(large) - rest) + _SMALL:
                certain.append(f"{least:.0f} of {sorted(group)} ({size}): {level}")
            if at_most < _SMALL and not _nobody_around(adversary, found, group, level):
                certain.append(f"nobody of {sorted(group)} ({size}): {level}")
    return certain


def _small_groups(most: type_staff) -> Iterator[frozenset[PositionClass]]:
    """Yield every group of classes that has people, and fewer than the threshold."""
    small = [one for one in KNOWN if 0 < most[one] < THRESHOLD]
    for amount in range(1, len(small) + 1):
        for group in combinations(small, amount):
            if sum(most[one] for one in group) < THRESHOLD:
                yield frozenset(group)


def _nobody_around(
    adversary: Adversary, found: Season, group: frozenset[PositionClass], level: Level
) -> bool:
    """Say whether of no class that stands beside these anybody got it: that is of a large group."""
    shown = shown_groups(found.now, THRESHOLD)
    assert shown is not None
    names = {shown[one] for one in group}
    around = frozenset(one for one in KNOWN if names & set(path(OWN[one])))
    return adversary.bounds(around, level)[1] < _SMALL


def honest(staff: type_staff) -> type_shown:
    """The protection of the product."""
    shown = shown_groups(staff, THRESHOLD)
    assert shown is not None
    return shown


@pytest.mark.parametrize("seed", SEEDS)
def test_of_no_small_group_anything_is_certain(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an invented season
    for _ in range(4):
        found = season(chance)
        assert certainties(found, attacked(found, honest)) == []


@pytest.mark.parametrize("in_files", [False, True], ids=["everywhere", "in the files alone"])
@pytest.mark.parametrize("broken", [apart, alone, by_size])
def test_the_attack_finds_a_protection_that_is_broken(
    broken: type_protection, *, in_files: bool
) -> None:
    chance = random.Random(7)  # noqa: S311 - an invented season
    for _ in range(60):
        found = season(chance)
        adversary = attacked(found, honest, broken) if in_files else attacked(found, broken)
        if certainties(found, adversary):
            return
    raise AssertionError("the adversary found nothing")
