"""The acts on a letter by the word in their address: who may, what the form asks, what is done."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.access.policy import Permission
from netralitas.audit.domain import Precision
from netralitas.cases.queries import CaseView, title
from netralitas.cases.queries.letter_choices import letter_in_words
from netralitas.cases.words import METHODS
from netralitas.correspondence.commands import acts
from netralitas.correspondence.commands.acts import Letterhead
from netralitas.correspondence.domain import ReceiptProof
from netralitas.correspondence.forms import CopyForm, PlaceForm, ReceiptForm, ReplyForm, ReturnForm
from netralitas.correspondence.pages import LetterFormPage
from netralitas.correspondence.queries import Letter
from netralitas.correspondence.words import (
    COPY_NOTE,
    NO_ASSUMPTION,
    NOT_A_PARTY,
    NOT_OURS,
    UNNUMBERED,
    copies_in,
)
from netralitas.evidence.domain import Stored
from netralitas.refusals import NotAllowed
from netralitas.web.forms import Form, Happened
from netralitas.web.parts import Crumb

type_doing = Callable[[CaseView, Letter, Form, Stored | None], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterActing:
    """An act as pages know it; `first` is the field beside which a rule says no.

    `both`: whoever got the letter may do it as well as the office in whose record it is.
    """

    word: str
    title: str
    lead: str
    form: type[Form]
    do: type_doing
    first: str
    fill: Callable[[CaseView, Letter], Mapping[str, object]] = lambda _, __: {}
    selects: tuple[str, ...] = ()
    uploads: bool = False
    both: bool = False

    def hold(self, view: CaseView, letter: Letter) -> None:
        """Hold that the reader may do it; NotAllowed says who may."""
        view.hold(Permission.RECORD_FACT)
        if view.actor.organisation == letter.own:
            return
        if not (self.both and view.actor.organisation == letter.other):
            raise NotAllowed(NOT_A_PARTY if self.both else NOT_OURS)

    def blank(self, view: CaseView, letter: Letter, known: list[Letter]) -> Form:
        """Return the form as first shown."""
        return self.form.blank(
            values=self.fill(view, letter), choices=_choices(letter, known), today=view.today
        )

    def parse(self, data: object, view: CaseView, letter: Letter, known: list[Letter]) -> Form:
        """Return the form with what arrived."""
        return self.form.parse(data, choices=_choices(letter, known), today=view.today)


def letter_form_page(
    view: CaseView, letter: Letter, acting: LetterActing, form: Form
) -> LetterFormPage:
    """Return the page of an act's form."""
    here = f"/perkara/{view.dossier.id}/surat/{letter.id}"
    number = letter.printed or UNNUMBERED
    return LetterFormPage(
        crumbs=(
            Crumb(title(view), f"/perkara/{view.dossier.id}"),
            Crumb(number, here),
            Crumb(acting.title),
        ),
        title=acting.title,
        lead=acting.lead,
        action=f"{here}/{acting.word}",
        back=here,
        button=acting.title,
        form=form,
        fields=tuple(form.fields),
        selects=acting.selects,
        uploads=acting.uploads,
    )


def _choices(letter: Letter, known: list[Letter]) -> dict[str, tuple[tuple[str, str], ...]]:
    answered = (one for one in reversed(known) if one.direction != letter.direction)
    return {"answered": tuple((str(one.id), letter_in_words(one)) for one in answered)}


def _head(view: CaseView, letter: Letter) -> Letterhead:
    return Letterhead(case=view.dossier.id, letter=letter.id)


async def _prove(view: CaseView, letter: Letter, form: Form, paper: Stored | None) -> None:
    proved = acts.Proved(
        happened=form.read_value("happened").moment(view.dossier.zone),
        proof=ReceiptProof(form.read_value("proof")),
        method=form.read_value("method"),
        paper=paper,
    )
    await acts.prove_receipt(view.actor, _head(view, letter), proved, book=view.book)


async def _came_back(view: CaseView, letter: Letter, form: Form, _: Stored | None) -> None:
    await acts.record_return(view.actor, _head(view, letter), form.read_value("on"), book=view.book)


async def _keep(view: CaseView, letter: Letter, form: Form, _: Stored | None) -> None:
    await acts.record_place(
        view.actor, _head(view, letter), form.read_value("kept_at"), book=view.book
    )


async def _reply(view: CaseView, letter: Letter, form: Form, _: Stored | None) -> None:
    answered = int(form.read_value("answered"))
    await acts.link_reply(view.actor, _head(view, letter), answered, book=view.book)


async def _copy(view: CaseView, letter: Letter, form: Form, _: Stored | None) -> None:
    copies = copies_in(form.read_value("copies"))
    await acts.add_copies(view.actor, _head(view, letter), copies, book=view.book)


_ALL: Final = (
    LetterActing(
        word="penerimaan",
        title="Buktikan penerimaan",
        lead=f"{NO_ASSUMPTION} Terlapor yang diteruskan dengan surat ini ikut tercatat diterima.",
        form=ReceiptForm,
        do=_prove,
        first="happened",
        fill=lambda view, letter: {
            "happened": Happened(precision=Precision.DAY, on=view.today),
            "method": letter.method if letter.method in METHODS else None,
        },
        selects=("method", "proof"),
        uploads=True,
        both=True,
    ),
    LetterActing(
        word="kembali",
        title="Catat surat kembali",
        lead="Surat yang tidak sampai dan kembali belum diterima oleh yang dituju.",
        form=ReturnForm,
        do=_came_back,
        first="on",
    ),
    LetterActing(
        word="penyimpanan",
        title="Catat tempat penyimpanan",
        lead="Di mana surat aslinya disimpan, supaya dapat ditemukan kembali.",
        form=PlaceForm,
        do=_keep,
        first="kept_at",
        fill=lambda _, letter: {"kept_at": letter.kept_at},
    ),
    LetterActing(
        word="balasan",
        title="Catat sebagai balasan",
        lead="Surat ini membalas surat lain dalam perkara yang sama.",
        form=ReplyForm,
        do=_reply,
        first="answered",
        selects=("answered",),
    ),
    LetterActing(
        word="tembusan",
        title="Tambah tembusan",
        lead=COPY_NOTE,
        form=CopyForm,
        do=_copy,
        first="copies",
    ),
)

ACTS: Final = {acting.word: acting for acting in _ALL}
