"""What an official paper is: its register, how secret it is, on which size of paper."""

from dataclasses import dataclass
from enum import StrEnum

from netralitas.documents.domain import DocumentKind
from netralitas.law.domain import Regime


class Register(StrEnum):
    """A book of numbers of an office; each begins anew every year."""

    LETTER = "letter"
    MINUTES = "minutes"
    STUDY = "study"
    RECEIPT = "receipt"


class Label(StrEnum):
    """How secret a paper is, as it is printed."""

    SECRET = "Rahasia"  # noqa: S105 - a label, printed for everybody to see
    PLAIN = "Biasa"


class PageSize(StrEnum):
    """The size of the paper."""

    A4 = "A4"
    F4 = "F4"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialPaper:
    """A paper of the catalogue.

    Without a `register` it bears the number of its case. `form` is its number in the series of
    Perbawaslu 7/2022, only where the text of the rule was read (domain.md 1.3). Of a paper that is
    no `scannable` a signed scan would hold the identity of who reported or testified.
    """

    code: str
    title: str
    kind: DocumentKind
    register: Register | None
    label: Label
    form: str | None = None
    scannable: bool = True

    def form_in(self, regime: str) -> str | None:
        """Return the number of the form in a case of this regime: in that of the election alone."""
        return self.form if regime == Regime.PEMILU else None
