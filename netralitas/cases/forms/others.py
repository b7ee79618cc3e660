"""The small forms of one case: correction, respondent, exclusion, paper."""

from typing import Final

from netralitas.cases import words
from netralitas.cases.domain import (
    Employment,
    ExclusionGround,
    Person,
    PositionClass,
    SealedNip,
)
from netralitas.cases.forms.answers import LARGEST
from netralitas.cases.nip import NipSealer
from netralitas.documents.domain import DocumentKind
from netralitas.web.forms import (
    Choice,
    Choices,
    Form,
    HappenedField,
    Nip,
    Paragraph,
    Text,
    Upload,
    Version,
    optional,
)

ATTACHED: Final = (DocumentKind.EVIDENCE, DocumentKind.STUDY_DRAFT, DocumentKind.OTHER)
"""Papers that may be attached at any time; the others come with their move."""


class CorrectionForm(Form):
    """When an event really happened, and how that is known."""

    happened = HappenedField("Waktu yang benar", missing="Isi waktu yang benar.")
    reason = Paragraph(
        "Alasan koreksi",
        hint="Tulis bagaimana waktu yang benar diketahui, misalnya dari tanda terima surat.",
        maximum=4000,
    )
    version = Version()


class ConfirmForm(Form):
    """The agreement of a second person to a correction."""

    version = Version()


class RespondentForm(Form):
    """A respondent as they were at the time of the act; nothing but the employment is a must."""

    name = optional(
        Text("Nama", hint="Kosongkan bila belum teridentifikasi.", maximum=200),
    )
    nip = optional(
        Nip("NIP", hint="18 angka. Disimpan tersandi; hanya empat angka terakhir tampil.")
    )
    employment = Choice(
        "Status kepegawaian", tuple((kind.value, said) for kind, said in words.EMPLOYMENTS.items())
    )
    position_class = Choice(
        "Jenis jabatan",
        tuple((kind.value, said) for kind, said in words.POSITION_CLASSES.items()),
    )
    position = optional(Text("Jabatan", hint="Pada waktu kejadian.", maximum=200))
    unit = optional(Text("Unit kerja", maximum=200))
    employer = optional(Text("Instansi", maximum=200))
    grade = optional(Text("Pangkat dan golongan", maximum=60))
    staff = optional(Version())  # the line of a staff list that filled the form
    version = Version()

    def check(self) -> None:
        """Hold that a number belongs to somebody who is named."""
        if self.read_value("nip") and not self.read_value("name") and "name" not in self.errors:
            self.refuse("name", "Nama wajib diisi bila NIP diisi.")


class StaffSearchForm(Form):
    """Who is looked for on the staff lists of the office: a name, or a whole NIP."""

    cari = Text(
        "Nama pada daftar pegawai",
        hint="Gelar tidak perlu. NIP dicari utuh 18 angka.",
        maximum=200,
        missing="Isi nama atau NIP yang dicari.",
    )


class ExclusionForm(Form):
    """Who must not see the case any more, and why."""

    officer = Choice("Pejabat yang dikecualikan")
    ground = Choice(
        "Dasar pengecualian",
        tuple(
            (ground.value, said.capitalize())
            for ground, said in words.EXCLUSION_GROUNDS.items()
            if ground is not ExclusionGround.EXAMINED  # this one follows by itself
        ),
    )
    reason = Paragraph(
        "Alasan",
        hint="Tulis hubungannya secukupnya, tanpa data pribadi yang tidak perlu.",
        maximum=4000,
    )


class LiftingForm(Form):
    """Whose exclusion was none, and why."""

    officer = Choice("Pejabat yang dikecualikan")
    reason = Paragraph(
        "Alasan",
        hint="Tulis mengapa tidak ada benturan kepentingan, misalnya hanya bernama sama.",
        maximum=4000,
    )


class MergeForm(Form):
    """In which case this one goes on, with whom of it, and why."""

    number = Text(
        "Nomor perkara tujuan",
        hint="Nomor registrasi atau nomor penerimaan perkara yang dilanjutkan.",
        maximum=100,
    )
    respondents = optional(
        Choices(
            "Terlapor yang ikut dipindahkan",
            hint="Kosongkan bila orangnya sudah tercatat di perkara tujuan.",
        )
    )
    reason = Paragraph("Alasan", hint="Mengapa keduanya satu peristiwa.", maximum=4000)
    version = Version()


class UndoForm(Form):
    """Why a merger is undone."""

    reason = Paragraph("Alasan", maximum=4000)
    version = Version()


class SplitForm(Form):
    """Which respondents go on in a case of their own, and why."""

    respondents = Choices("Terlapor yang dipisahkan", missing="Pilih terlapor yang dipisahkan.")
    reason = Paragraph("Alasan", maximum=4000)
    version = Version()


class AttachForm(Form):
    """One paper for the case."""

    kind = Choice("Jenis dokumen", tuple((kind.value, words.PAPERS[kind]) for kind in ATTACHED))
    title = Text(
        "Judul", hint="Isi dokumen dalam beberapa kata, tanpa nama orang.", minimum=3, maximum=150
    )
    file = Upload("Berkas", largest=LARGEST)


def filled_with(person: Person) -> dict[str, object]:
    """Return what the form of a known respondent shows; the NIP is never sent back."""
    return {
        "name": person.name,
        "employment": person.employment.value,
        "position_class": person.position_class.value,
        "position": person.position,
        "unit": person.unit,
        "employer": person.employer,
        "grade": person.grade,
        "staff": person.staff,
    }


def person_in(form: RespondentForm, sealer: NipSealer, known: SealedNip | None = None) -> Person:
    """Return the respondent of a valid form; an empty NIP keeps the one that is known.

    `known` is that of the respondent, or of the line of a staff list that filled the form.
    """
    return Person(
        name=form.name,
        employment=Employment(form.employment),
        position_class=PositionClass(form.position_class),
        position=form.position,
        unit=form.unit,
        employer=form.employer,
        grade=form.grade,
        nip=sealer.seal(form.nip) if form.nip else known,
        staff=form.staff,
    )
