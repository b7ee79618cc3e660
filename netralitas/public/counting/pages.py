"""What the pages with figures show: questions, each with its answer as bars, tiles or numbers."""

import msgspec

from netralitas.public.pages import Flow, PublicPage, Share
from netralitas.web.parts import Crumb


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two amounts beside each other, and the parts of the longest bar that they are."""

    label: str
    amounts: tuple[int, int]
    widths: tuple[str, str]


class GridRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a table: what it is about, and a text under each of the other heads."""

    label: str
    cells: tuple[str, ...]


class Tile(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map: an amount of `unit`; `shade` from 0 to 5 repeats it."""

    name: str
    amount: int
    unit: str
    staff: int
    shade: int


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One question and its answer: a sentence, what exactly is counted from which source, numbers.

    Of `bars`, `pairs`, `tiles` and `rows` one is filled; `heads` are those of the table. `empty`
    says what would stand here, where there is nothing yet.
    """

    code: str
    question: str
    sentence: str
    definition: str
    source: str
    heads: tuple[str, ...] = ()
    bars: tuple[Share, ...] = ()
    pairs: tuple[Pair, ...] = ()
    tiles: tuple[Tile, ...] = ()
    rows: tuple[GridRow, ...] = ()
    empty: str = ""

    @property
    def title(self) -> str:
        """Return the question, which is the caption of the table."""
        return self.question

    @property
    def parts(self) -> tuple[Share, ...]:
        """Return the bars."""
        return self.bars


class CountsPage(PublicPage, frozen=True, kw_only=True):
    """What came in and what became of it; then a block for each further question."""

    flows: tuple[Flow, ...]
    source: str
    blocks: tuple[Block, ...]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a filter, and the address of the page that it leads to."""

    label: str
    href: str
    current: bool


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """An attribute by which outcomes are filtered, with every value that leads to a page."""

    label: str
    options: tuple[Option, ...]


class FilteredPage(PublicPage, frozen=True, kw_only=True):
    """The published outcomes of a filter, counted by their other attributes."""

    title: str
    crumbs: tuple[Crumb, ...]
    lead: str
    definition: str
    filters: tuple[Filter, ...]
    blocks: tuple[Block, ...]
    empty: str
