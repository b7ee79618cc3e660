"""What the page of a code shows."""

import msgspec

from netralitas.public.acknowledging.forms import ReceivedForm, SheetCodeForm
from netralitas.public.pages import PublicPage


class SheetPage(PublicPage, frozen=True, kw_only=True):
    """Where the code is typed; `missing` after one that is whole but belongs to no package."""

    form: SheetCodeForm
    missing: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line of what is known of the package."""

    label: str
    value: str


class ReceiptPage(PublicPage, frozen=True, kw_only=True):
    """The package behind a code; `form` asks for its receipt, None once it is confirmed.

    `just` is true right after it was; `confirmed` says since when it is.
    """

    rows: tuple[Row, ...]
    digest: str
    form: ReceivedForm | None
    confirmed: str | None = None
    just: bool = False
