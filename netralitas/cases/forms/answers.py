"""The fields behind each answer that a move or fact asks for, and their way back to Answers."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Final

from netralitas.cases.answers import Answers, LetterAnswer
from netralitas.cases.words import METHODS, RECOMMENDATIONS
from netralitas.web.forms import (
    MEBIBYTE,
    Choice,
    Choices,
    DateField,
    Field,
    FileKind,
    Form,
    HappenedField,
    Text,
    Upload,
    optional,
)
from netralitas.web.forms.given import Given, Wrong
from netralitas.workflow.domain import Ask
from netralitas.workflow.words import ASKS

PAPER_KINDS: Final = (FileKind.PDF, FileKind.DOCX, FileKind.XLSX, FileKind.JPEG, FileKind.PNG)
LARGEST: Final = 20 * MEBIBYTE
LETTERS: Final = {Ask.LETTER_OUT: "Surat keluar", Ask.LETTER_IN: "Surat masuk"}
PAPERS: Final = (Ask.STUDY, Ask.PRELIMINARY_STUDY, Ask.MINUTES, Ask.EVIDENCE_LIST)

_RELOAD: Final = "Formulir ini tidak lengkap. Muat ulang halaman, lalu kirim lagi."
_VERSIONS: Final = re.compile(r"[0-9]{1,18}:[0-9]{1,9}(,[0-9]{1,18}:[0-9]{1,9}){0,499}")


class Versions(Field[dict[int, int]]):
    """The hidden versions of the proceedings that the form was opened on: "12:5,13:7"."""

    kind: ClassVar[str] = "version"

    def __init__(self) -> None:
        """A field without words of its own: nobody types it."""
        super().__init__("Versi", missing=_RELOAD)

    def read(self, given: Given) -> dict[int, int] | None:
        """Return version by proceeding, None when it did not arrive."""
        text = given.text().strip()
        if not text:
            return None
        if not _VERSIONS.fullmatch(text):
            raise Wrong(_RELOAD)
        pairs = (pair.split(":") for pair in text.split(","))
        return {int(proceeding): int(version) for proceeding, version in pairs}


def written_versions(versions: Mapping[int, int]) -> str:
    """Return versions as the hidden field carries them."""
    return ",".join(f"{proceeding}:{version}" for proceeding, version in versions.items())


class AnswerForm(Form):
    """When it happened, and whatever else the move or fact asks for."""

    happened = HappenedField("Waktu terjadinya", missing="Isi kapan ini terjadi.")
    versions = Versions()

    def check(self) -> None:
        """Hold that letters are whole, their dates in order, and overrides have a reason."""
        for ask in LETTERS:
            if f"{ask.value}_number" in self.fields:
                self._check_letter(ask.value)
        if self.read_value("overrides") and not self.read_value("reason"):
            self.refuse("reason", "Isi alasan mengapa syarat itu dikesampingkan.")

    def _check_letter(self, letter: str) -> None:
        told = {part: self.read_value(f"{letter}_{part}") for part in _LETTER_PARTS}
        wanted = ("number", "date", "subject")
        if any(value is not None for value in told.values()):
            for part in wanted:
                name = f"{letter}_{part}"
                if told[part] is None and name not in self.errors:
                    self.refuse(name, f"{self.fields[name].label} wajib diisi.")
        dated = told["date"]
        for part, word in (("sent", "dikirim"), ("received", "diterima")):
            if dated and told[part] and told[part] < dated:
                sentence = f"Tanggal {word} tidak boleh sebelum tanggal surat."
                self.refuse(f"{letter}_{part}", sentence)
        if told["sent"] and told["received"] and told["received"] < told["sent"]:
            sentence = "Tanggal diterima tidak boleh sebelum tanggal dikirim."
            self.refuse(f"{letter}_received", sentence)


_LETTER_PARTS: Final = ("number", "date", "subject", "method", "sent", "received")


def fields_of(ask: Ask, *, required: bool) -> dict[str, Field[Any]]:
    """Return the fields that ask for this answer, by name; each may be left empty if offered."""
    made = dict(_made(ask))
    if required:
        return made
    return {name: optional(field) for name, field in made.items()}


def _made(ask: Ask) -> Iterator[tuple[str, Field[Any]]]:
    if ask in LETTERS:
        yield from _letter(ask)
    elif ask in PAPERS:
        yield ask.value, Upload(ASKS[ask], kinds=PAPER_KINDS, largest=LARGEST, hint=_PAPER_HINT)
    elif ask in _SIMPLE:
        yield ask.value, _SIMPLE[ask]()


_PAPER_HINT: Final = "PDF, DOCX, XLSX, JPEG, atau PNG, paling besar 20 MB."

_SIMPLE: Final[dict[Ask, Callable[[], Field[Any]]]] = {
    Ask.REGISTER_NUMBER: lambda: optional(Text(ASKS[Ask.REGISTER_NUMBER], maximum=120)),
    Ask.RESPONDENTS: lambda: Choices(
        "Terlapor yang diteruskan", missing="Pilih sedikitnya satu terlapor."
    ),
    Ask.ADDRESSEE: lambda: Choice(ASKS[Ask.ADDRESSEE]),
    Ask.SUCCESSOR: lambda: Choice(ASKS[Ask.SUCCESSOR]),
    Ask.RECOMMENDED: lambda: Choice(ASKS[Ask.RECOMMENDED], tuple(RECOMMENDATIONS.items())),
    Ask.FOREIGN_NUMBER: lambda: Text(
        ASKS[Ask.FOREIGN_NUMBER], hint="Seperti tercetak pada surat instansi itu.", maximum=120
    ),
}


def _letter(ask: Ask) -> Iterator[tuple[str, Field[Any]]]:
    name, said = ask.value, LETTERS[ask]
    low = said.lower()
    yield f"{name}_number", Text(f"Nomor {low}", hint="Seperti tercetak.", maximum=120)
    yield f"{name}_date", DateField(f"Tanggal {low}", past=True)
    yield f"{name}_subject", Text(f"Perihal {low}", maximum=200)
    if ask is Ask.LETTER_OUT:
        yield f"{name}_method", optional(Choice("Cara pengiriman", tuple(METHODS.items())))
        yield f"{name}_sent", optional(DateField("Tanggal dikirim", past=True))
    received = DateField("Tanggal diterima", past=True, hint=_RECEIVED_HINT)
    yield f"{name}_received", optional(received)


_RECEIVED_HINT: Final = "Kosongkan bila tanda terimanya belum ada."


def answers_of(form: Form) -> Answers:
    """Return what a valid form answers, without its papers, which must be kept first."""
    return Answers(
        letter_out=_letter_answer(form, Ask.LETTER_OUT),
        letter_in=_letter_answer(form, Ask.LETTER_IN),
        register_number=form.read_value("register_number"),
        respondents=tuple(int(one) for one in form.read_value("respondents") or ()),
        addressee=_identity(form.read_value("addressee")),
        successor=_identity(form.read_value("successor")),
        recommended=form.read_value("recommended"),
        foreign_number=form.read_value("foreign_number"),
    )


def _identity(picked: str | None) -> int | None:
    return None if picked is None else int(picked)


def _letter_answer(form: Form, ask: Ask) -> LetterAnswer | None:
    told = {part: form.read_value(f"{ask.value}_{part}") for part in _LETTER_PARTS}
    if told["number"] is None:
        return None
    return LetterAnswer(
        printed=told["number"],
        dated_on=told["date"],
        subject=told["subject"],
        method=told["method"],
        sent_on=told["sent"],
        received_on=told["received"],
    )
