"""The tables made of published outcomes: a page for every year, regime and source that there is.

They are counted from the protected records and from nothing else, by their own attributes. A filter
that no record has is no page. So there are at the most (years + 1) x 4 x 5 of them, whatever the
number of outcomes: some two hundred after ten years.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product
from typing import Final, TypeVar

from netralitas.cases.domain import Source
from netralitas.cases.words import REGIMES, SOURCES, THEMES
from netralitas.language import say
from netralitas.law.domain import Regime
from netralitas.public import words as public_words
from netralitas.public.counting import outcome_words, words
from netralitas.public.counting.bars import bars
from netralitas.public.counting.pages import Block, Filter, FilteredPage, Option
from netralitas.public.sections import FIGURES
from netralitas.public.sheets import Sheet
from netralitas.publication.domain import ProtectedOutcome
from netralitas.publication.policy import FEW
from netralitas.publication.words import GROUPS, LEVELS, STAGES
from netralitas.web.parts import Crumb

type_key = tuple[int | None, Regime | None, Source | None]
Kind = TypeVar("Kind", bound=StrEnum)

EVERYTHING: Final[type_key] = (None, None, None)
ANY: Final = "semua"
_REGIMES: Final = {
    Regime.PEMILU: "pemilu",
    Regime.PEMILIHAN: "pemilihan",
    Regime.OUTSIDE: "di-luar-tahapan",
}
_SOURCES: Final = {
    Source.INFORMATION: "informasi",
    Source.REPORT: "laporan",
    Source.FINDING: "temuan",
    Source.UNKNOWN: "tidak-diketahui",
}


def address(key: type_key) -> str:
    """Return where the page of a filter stands: year, regime, source, as far as one is chosen."""
    year, regime, source = key
    parts = [
        str(year) if year else ANY,
        _REGIMES[regime] if regime else ANY,
        _SOURCES[source] if source else ANY,
    ]
    while len(parts) > 1 and parts[-1] == ANY:
        parts.pop()
    return "/".join((FIGURES, *parts))


def cube_sheets(records: Iterable[ProtectedOutcome], threshold: int) -> Iterator[Sheet]:
    """Yield a page for each filter that a record has, and the one without any."""
    cube = cut(records)
    for key, found in cube.items():
        yield Sheet(
            path=address(key),
            template="public/counting/filtered.html",
            content=_page(key, found, cube.keys(), threshold),
        )


def cut(records: Iterable[ProtectedOutcome]) -> Mapping[type_key, list[ProtectedOutcome]]:
    """Return the records of each filter; the one without any is always there."""
    cube: dict[type_key, list[ProtectedOutcome]] = {EVERYTHING: []}
    for one in records:
        for key in product((None, one.year), (None, one.regime), (None, one.source)):
            cube.setdefault(key, []).append(one)
    return cube


def _page(
    key: type_key, found: Sequence[ProtectedOutcome], known: Iterable[type_key], threshold: int
) -> FilteredPage:
    title = _title(key)
    here = (
        ()
        if key == EVERYTHING
        else (Crumb(str(outcome_words.OUTCOMES_TITLE), address(EVERYTHING)),)
    )
    return FilteredPage(
        title=title,
        crumbs=(Crumb(say("Angka"), FIGURES), *here, Crumb(title)),
        lead=outcome_words.outcomes_of(len(found)),
        definition=outcome_words.OUTCOMES_COUNT,
        filters=tuple(_filters(key, set(known))),
        blocks=tuple(_blocks(found, threshold)) if found else (),
        empty=outcome_words.NO_OUTCOMES,
    )


def _title(key: type_key) -> str:
    year, regime, source = key
    said = (str(year) if year else "", regime and REGIMES[regime], source and SOURCES[source])
    chosen = ", ".join(str(part) for part in said if part)
    return (
        f"{outcome_words.OUTCOMES_TITLE}: {chosen}" if chosen else str(outcome_words.OUTCOMES_TITLE)
    )


def _filters(key: type_key, known: set[type_key]) -> Iterator[Filter]:
    """Yield for each attribute the values that lead to a page, the others staying as they are."""
    years = sorted({one[0] for one in known if one[0]}, reverse=True)
    year, regime, source = key
    offered: dict[str, list[tuple[str, type_key]]] = {
        say("Tahun"): [(str(one), (one, regime, source)) for one in years],
        say("Rezim"): [(str(said), (year, one, source)) for one, said in REGIMES.items()],
        say("Sumber"): [(str(said), (year, regime, one)) for one, said in SOURCES.items()],
    }
    for place, (label, values) in enumerate(offered.items()):
        without = (*key[:place], None, *key[place + 1 :])
        every = [(str(outcome_words.ALL), without), *values]
        yield Filter(
            label=label,
            options=tuple(
                Option(label=said, href=address(to), current=to == key)
                for said, to in every
                if to in known
            ),
        )


def _blocks(found: Sequence[ProtectedOutcome], threshold: int) -> Iterator[Block]:
    """Yield what became of them, of which groups they are, what it was about, how long it took."""
    stages = Counter(one.stage for one in found)
    yield _block("tahap", say("Sampai di mana?"), STAGES, stages, outcome_words.STAGES_COUNT)
    levels = Counter(one.level for one in found if one.level is not None)
    if levels:
        yield _block("hasil", say("Apa hasil akhirnya?"), LEVELS, levels, outcome_words.ENDS_COUNT)
    groups = Counter(one.group for one in found)
    said = outcome_words.staff_or_more(threshold)
    yield _block("jabatan", say("Dari golongan jabatan apa?"), GROUPS, groups, said)
    themes = Counter(one.theme for one in found)
    yield _block("tema", say("Tentang apa?"), THEMES, themes, outcome_words.THEMES_COUNT)
    months = sorted(one.months for one in found if one.months is not None)
    if len(months) >= FEW:
        yield _months(months)


def _block(
    code: str, question: str, said: Mapping[Kind, str], counts: Counter[Kind], definition: str
) -> Block:
    named = [(words.begun(text), counts[one]) for one, text in said.items() if counts[one]]
    return Block(
        code=code,
        question=question,
        sentence=public_words.seen(counts.total(), named),
        definition=definition,
        source=outcome_words.FROM_OUTCOMES,
        heads=(say("Bagian"), str(words.AMOUNT)),
        bars=bars(named),
    )


def _months(months: Sequence[int]) -> Block:
    counts = Counter(months)
    median, ninth = (months[(len(months) * share - 1) // 100] for share in (50, 90))
    return Block(
        code="bulan",
        question=say("Berapa lama sesudah diteruskan?"),
        sentence=outcome_words.months_seen(median, ninth, len(months)),
        definition=outcome_words.MONTHS_COUNT,
        source=outcome_words.FROM_OUTCOMES,
        heads=(say("Dalam"), str(words.AMOUNT)),
        bars=bars((outcome_words.months(month), counts[month]) for month in sorted(counts)),
    )
