"""The fields behind each answer that a move or fact asks for, and their way back to Answers."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Final

from netralitas.audit.domain import Precision
from netralitas.cases.answers import Answers, DeadlineKind, LetterDeadline
from netralitas.cases.decision_words import NOT_DECIDED
from netralitas.cases.domain import LATE_ENTRY_DAYS
from netralitas.cases.forms import ending, recommending, standing
from netralitas.cases.forms.letters import LETTERS, check_letter, letter_answer, letter_fields
from netralitas.cases.letter_words import SAME_NUMBER
from netralitas.cases.words import LETTER_DEADLINES, TOLD_BY
from netralitas.discipline.domain import Executor, Signer
from netralitas.discipline.sanctions import offered_kinds, recommended_options
from netralitas.discipline.words import EXECUTORS, SIGNERS
from netralitas.web.forms import (
    MEBIBYTE,
    Bound,
    Choice,
    Choices,
    DateField,
    Field,
    FileKind,
    Form,
    HappenedField,
    Paragraph,
    Text,
    Upload,
    optional,
)
from netralitas.web.forms.given import Given, Wrong
from netralitas.workflow.domain import Ask
from netralitas.workflow.words import ASKS

PAPER_KINDS: Final = (FileKind.PDF, FileKind.DOCX, FileKind.XLSX, FileKind.JPEG, FileKind.PNG)
LARGEST: Final = 20 * MEBIBYTE
PAPERS: Final = (
    *(Ask.STUDY, Ask.PRELIMINARY_STUDY, Ask.MINUTES, Ask.EVIDENCE_LIST, Ask.TEAM_DECREE),
    *(Ask.EXAM_MINUTES, Ask.EXAM_REPORT, Ask.DECREE, Ask.DELIVERY_RECEIPT),
)

_LATE: Final = (
    f"Catatan terlambat: ini terjadi lebih dari {LATE_ENTRY_DAYS} hari yang lalu. Lampirkan"
    " dokumennya, atau jelaskan di sini mengapa tidak ada."
)
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


_ASKED_AFTERWARDS: Final = frozenset({SAME_NUMBER, NOT_DECIDED})
"""What is asked about only once a command has found it."""


class AnswerForm(Form):
    """When it happened, and whatever else the move or fact asks for."""

    happened = HappenedField("Waktu terjadinya", missing="Isi kapan ini terjadi.")
    versions = Versions()
    named: frozenset[str] = frozenset()
    """The rules that have just said no to it."""

    def field(self, name: str) -> Bound:
        """Return one field for the page; what is asked about only afterwards stays away until then.

        KeyError when the form has none of that name.
        """
        bound = super().field(name)
        if name != "overrides":
            return bound
        waiting = _ASKED_AFTERWARDS - {*self.named, *bound.values}
        options = tuple(option for option in bound.options if option[0] not in waiting)
        return replace(bound, options=options)

    def check(self) -> None:
        """Hold that letters are whole, their dates in order, overrides and lateness explained."""
        for ask in LETTERS:
            if f"{ask.value}_number" in self.fields:
                check_letter(self, ask)
        recommending.check(self)
        standing.check(self)
        ending.check(self)
        self._check_deadline()
        self._check_ahead()
        if self.read_value("overrides") and not self.read_value("reason"):
            self.refuse("reason", "Isi alasan mengapa syarat itu dikesampingkan.")
        passed = set(self.read_value("overrides") or ()) - {SAME_NUMBER}
        if passed and not self.read_value("override_basis"):
            self.refuse("override_basis", "Isi dasarnya: peraturan, surat, atau putusan.")
        self._check_late_entry()

    def _check_late_entry(self) -> None:
        """Hold that what is entered late comes with a paper, or with a word on why it has none.

        The act is not late by that: no deadline asks when it was recorded.
        """
        happened = self.read_value("happened")
        if happened is None or happened.on is None or self.today is None:
            return
        exact = happened.precision in {Precision.DAY, Precision.TIME}
        late = exact and (self.today - happened.on).days > LATE_ENTRY_DAYS
        if late and not self._proven and not self.read_value("reason"):
            self.refuse("reason", _LATE)

    @property
    def _proven(self) -> bool:
        """Say whether a paper is attached, or a letter named."""
        named = (*(ask.value for ask in PAPERS), *(f"{ask.value}_subject" for ask in LETTERS))
        return any(self.read_value(name) for name in named)

    def _check_deadline(self) -> None:
        named, on = self.read_value("letter_deadline"), self.read_value("letter_deadline_on")
        if named == DeadlineKind.FIXED and on is None and "letter_deadline_on" not in self.errors:
            self.refuse("letter_deadline_on", "Isi tanggal yang disebut dalam surat.")
        if named is not None and named != DeadlineKind.FIXED and on is not None:
            sentence = "Tanggal diisi hanya bila surat menyebut tanggal tertentu."
            self.refuse("letter_deadline_on", sentence)

    def _check_ahead(self) -> None:
        happened = self.read_value("happened")
        for name, sentence in _NOT_BEFORE.items():
            on = self.read_value(name)
            if on and happened and happened.on and on < happened.on:
                self.refuse(name, sentence)


_NOT_BEFORE: Final = {
    "exam_on": "Tanggal pemeriksaan tidak boleh sebelum tanggal pemanggilan.",
    "answer_by": "Batas tanggapan tidak boleh sebelum tanggal pemberitahuan.",
    "embargo": "Hari itu tidak boleh sebelum tanggal terbit.",
}


def fields_of(ask: Ask, *, required: bool) -> dict[str, Field[Any]]:
    """Return the fields that ask for this answer, by name; each may be left empty if offered."""
    made = dict(_made(ask))
    if required:
        return made
    return {name: optional(field) for name, field in made.items()}


def _made(ask: Ask) -> Iterator[tuple[str, Field[Any]]]:
    if ask in LETTERS:
        yield from letter_fields(ask)
    elif ask is Ask.LETTER_DEADLINE:
        yield ask.value, Choice(ASKS[ask], tuple(LETTER_DEADLINES.items()))
        named = DateField("Tanggal yang disebut dalam surat", hint=_NAMED_HINT)
        yield "letter_deadline_on", optional(named)
    elif ask is Ask.PERSON_STANDING:
        yield from standing.fields()
    elif ask is Ask.PUBLIC_REASON:
        yield from ending.fields()
    elif ask in PAPERS:
        yield ask.value, Upload(ASKS[ask], kinds=PAPER_KINDS, largest=LARGEST, hint=_PAPER_HINT)
    elif ask in _SIMPLE:
        yield ask.value, _SIMPLE[ask]()


_NAMED_HINT: Final = "Hanya bila surat menyebut tanggal tertentu; selain itu biarkan kosong."
_PAPER_HINT: Final = "PDF, DOCX, XLSX, JPEG, atau PNG, paling besar 20 MB."

_SIMPLE: Final[dict[Ask, Callable[[], Field[Any]]]] = {
    Ask.REGISTER_NUMBER: lambda: optional(Text(ASKS[Ask.REGISTER_NUMBER], maximum=120)),
    Ask.RESPONDENTS: lambda: Choices(
        ASKS[Ask.RESPONDENTS], missing="Pilih sedikitnya satu terlapor."
    ),
    Ask.ADDRESSEE: lambda: Choice(ASKS[Ask.ADDRESSEE]),
    Ask.SUCCESSOR: lambda: Choice(ASKS[Ask.SUCCESSOR]),
    Ask.RECOMMENDED: lambda: Choice(
        ASKS[Ask.RECOMMENDED], recommended_options(), hint=_RECOMMENDED_HINT
    ),
    Ask.FOREIGN_NUMBER: lambda: Text(
        ASKS[Ask.FOREIGN_NUMBER], hint="Seperti tercetak pada surat instansi itu.", maximum=120
    ),
    Ask.FOLLOW_UP_OFFICE: lambda: Choice(ASKS[Ask.FOLLOW_UP_OFFICE], hint=_OFFICE_HINT),
    Ask.EXAM_ON: lambda: DateField(ASKS[Ask.EXAM_ON], hint=_EXAM_HINT),
    Ask.DECREE_NUMBER: lambda: Text(ASKS[Ask.DECREE_NUMBER], hint="Seperti tercetak.", maximum=120),
    Ask.IMPOSED: lambda: Choice(ASKS[Ask.IMPOSED], offered_kinds(), hint=_IMPOSED_HINT),
    Ask.SUMMARY: lambda: Paragraph(ASKS[Ask.SUMMARY], hint=_SUMMARY_HINT, maximum=300),
    Ask.ANSWER_BY: lambda: DateField(ASKS[Ask.ANSWER_BY], hint=_ANSWER_HINT),
    Ask.EMBARGO: lambda: DateField(ASKS[Ask.EMBARGO], hint=_EMBARGO_HINT),
    Ask.TOLD_BY: lambda: Choice(ASKS[Ask.TOLD_BY], tuple(TOLD_BY.items())),
    Ask.EXECUTOR: lambda: Choice(
        ASKS[Ask.EXECUTOR], tuple((code.value, said) for code, said in EXECUTORS.items())
    ),
    Ask.SIGNED_BY: lambda: Choice(
        ASKS[Ask.SIGNED_BY], tuple((code.value, said) for code, said in SIGNERS.items())
    ),
}

_RECOMMENDED_HINT: Final = "Seperti tertulis dalam surat rekomendasi."
_OFFICE_HINT: Final = "BKPSDM atau perangkat daerah yang menjalankan tindak lanjut."
_EXAM_HINT: Final = (
    "Hari yang disebut dalam surat panggilan. Jarak di luar aturan ditanyakan, tidak ditolak."
)
_IMPOSED_HINT: Final = "Seperti tertulis dalam surat keputusan, bukan menurut berita."
_SUMMARY_HINT: Final = "Satu atau dua kalimat. Tanpa nama, NIP, jabatan, atau unit kerja."
_EMBARGO_HINT: Final = (
    "Sebelum pukul 00.00 hari itu tidak ada yang terbuka. Kosongkan bila langsung terbuka."
)
_ANSWER_HINT: Final = "Sampai hari itu pihak lain dapat menanggapi; diam tidak menghalangi."


def answers_of(form: Form) -> Answers:
    """Return what a valid form answers, without its papers, which must be kept first."""
    return Answers(
        letter_out=letter_answer(form, Ask.LETTER_OUT),
        letter_in=letter_answer(form, Ask.LETTER_IN),
        register_number=form.read_value("register_number"),
        respondents=tuple(int(one) for one in form.read_value("respondents") or ()),
        addressee=_identity(form.read_value("addressee")),
        successor=_identity(form.read_value("successor")),
        recommended=form.read_value("recommended"),
        recommended_each=recommending.each_of(form),
        foreign_number=form.read_value("foreign_number"),
        follow_up_office=_identity(form.read_value("follow_up_office")),
        letter_deadline=_named(form),
        exam_on=form.read_value("exam_on"),
        decree_number=form.read_value("decree_number"),
        imposed=form.read_value("imposed"),
        summary=form.read_value("summary"),
        answer_by=form.read_value("answer_by"),
        embargo=form.read_value("embargo"),
        public_reason=form.read_value("public_reason"),
        public_note=form.read_value("public_note"),
        told_by=form.read_value("told_by"),
        person_check=standing.check_in(form),
        signed_by=_signer(form.read_value("signed_by")),
        executor=_executor(form.read_value("executor")),
        evidence=tuple(int(one) for one in form.read_value("evidence") or ()),
    )


def _named(form: Form) -> LetterDeadline | None:
    kind = form.read_value("letter_deadline")
    if kind is None:
        return None
    return LetterDeadline(kind=DeadlineKind(kind), on=form.read_value("letter_deadline_on"))


def _executor(picked: str | None) -> Executor | None:
    return None if picked is None else Executor(picked)


def _signer(picked: str | None) -> Signer | None:
    return None if picked is None else Signer(picked)


def _identity(picked: str | None) -> int | None:
    return None if picked is None else int(picked)
