"""What the page of the desk shows: its forms, the files of the draft, the officer's drafts."""

from datetime import datetime
from typing import Final

import msgspec

from netralitas.intake import words
from netralitas.intake.arriving import Arriving
from netralitas.intake.forms import (
    EvidenceForm,
    InformantForm,
    MatterForm,
    ReporterForm,
    RespondentForm,
    WitnessForm,
)
from netralitas.intake.window import Window
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Tab

PATH: Final = "/perkara/baru"
CHECKING: Final = f"{PATH}/batas-waktu"
SAVING: Final = f"{PATH}/draf"
ARRIVING: Final = f"{PATH}/berkas"
LIKENESS: Final = f"{PATH}/kemiripan"
CRUMBS: Final = (Crumb("Perkara", "/perkara"), Crumb("Perkara baru"))


class DraftLine(msgspec.Struct, frozen=True, kw_only=True):
    """A draft in the list on top of the desk."""

    subject: str
    kind: str
    href: str
    saved_at: datetime


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the draft with the form of a word about it; without a digest it is arriving."""

    file: Arriving
    form: EvidenceForm


class DeskPage(msgspec.Struct, frozen=True, kw_only=True):
    """The desk for one kind of matter, with the way to the other kinds.

    Only a report has a `window`; at `checking` it is asked for without taking anything in, at
    `saving` what is typed is kept as a draft, at `announcing` a file of it is begun. `saved` says
    that it was saved.
    """

    form: MatterForm
    respondents: list[RespondentForm]
    reporter: ReporterForm | InformantForm | None
    witnesses: list[WitnessForm]
    files: tuple[FileLine, ...]
    said: words.Words
    tabs: tuple[Tab, ...]
    action: str
    saving: str
    token: str
    announcing: str
    window: Window | None
    drafts: tuple[DraftLine, ...] = ()
    saved: str = ""
    checking: str = CHECKING
    likeness: str = LIKENESS
    check: str = words.CHECK
    save: str = words.SAVE
    vault: str = words.VAULT
    crumbs: tuple[Crumb, ...] = CRUMBS

    @property
    def others(self) -> list[Form]:
        """Every form but the matter, in the order of the page: for the summary of errors."""
        people = [*self.respondents, *([self.reporter] if self.reporter else []), *self.witnesses]
        return [*people, *(line.form for line in self.files)]

    @property
    def wrong(self) -> bool:
        """Whether something is wrong anywhere."""
        return any(form.errors for form in (self.form, *self.others))
