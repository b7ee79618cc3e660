"""What each page of the imports shows."""

import msgspec

from netralitas.imports.forms import ConfirmForm, MappingForm, StaffSearchForm, TableForm
from netralitas.imports.queries import BatchLine, Lists, StaffMatch
from netralitas.imports.way_words import STAFF_WORDS, ListedWords, WayWords
from netralitas.web.parts import Crumb

_FOLLOW_UP = Crumb("Tindak lanjut", "/tindak-lanjut")


class ListsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The imports of the office, and a search over its lists; `found` None: nothing asked."""

    lists: Lists
    form: StaffSearchForm
    found: tuple[StaffMatch, ...] | None = None
    note: str | None = None
    done: str | None = None
    crumbs: tuple[Crumb, ...] = STAFF_WORDS.crumbs()


class ExternalPage(msgspec.Struct, frozen=True, kw_only=True):
    """The imports of what other systems say, and where the records are downloaded."""

    way: ListedWords
    lists: Lists
    done: str | None = None

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way here."""
        return (_FOLLOW_UP, *self.way.crumbs())


class UploadPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a file."""

    way: WayWords
    form: TableForm

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way here."""
        return self.way.crumbs(self.way.importing)


class MappingPage(msgspec.Struct, frozen=True, kw_only=True):
    """Which column is which: the form, and the first rows as they stand in the file."""

    way: WayWords
    token: str
    source: str
    file: str
    sheet: str | None
    others: bool
    heads_at: int
    heads: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    remembered: bool
    form: MappingForm

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way here."""
        return self.way.crumbs(self.way.importing, "Kolom")


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """A good row as it would be taken in; of the NIP its last digits."""

    row: int
    cells: tuple[str, ...]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that is wrong."""

    row: int
    column: str
    sentence: str


class ResultPage(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would do: how many rows, the first of them, and what is refused."""

    way: WayWords
    token: str
    source: str
    file: str
    rows: int
    good: int
    refused: int
    faults: tuple[Fault, ...]
    more_faults: int
    labels: tuple[str, ...]
    first: tuple[Preview, ...]
    form: ConfirmForm
    stale: bool = False

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way here."""
        return self.way.crumbs(self.way.importing, "Hasil pemeriksaan")


class UndoPage(msgspec.Struct, frozen=True, kw_only=True):
    """An import that is about to be taken back; `refusal` why it cannot be."""

    way: ListedWords
    batch: BatchLine
    refusal: str | None

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way here."""
        return self.way.crumbs("Batalkan impor")
