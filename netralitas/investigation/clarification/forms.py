"""The forms of the clarification."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas.investigation.clarification.domain import (
    Companion,
    Conduct,
    Ground,
    HeardRole,
    Mode,
    NewPerson,
    Oath,
    Plan,
    Signed,
)
from netralitas.investigation.clarification.words import (
    COMPANIONS,
    DELIVERIES,
    GROUNDS,
    MODES,
    OATHS,
    ROLES,
    SIGNATURES,
)
from netralitas.web.forms import (
    LETTERS,
    MEBIBYTE,
    Choice,
    DateField,
    FileKind,
    Form,
    Paragraph,
    Text,
    Ticked,
    TimeField,
    Upload,
    Version,
    optional,
)

LARGEST_RECORDING: Final = 20 * MEBIBYTE
LARGEST_PROOF: Final = 10 * MEBIBYTE
_SOUND: Final = (FileKind.MP4, FileKind.MP3, FileKind.M4A, FileKind.OGG)
_NAMELESS: Final = "Jangan tulis nama pelapor, pemberi informasi, atau saksi."


def _pairs(said: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), label) for value, label in said.items())


class PersonForm(Form):
    """Somebody to be heard."""

    marks_optional = False

    role = Choice("Kedudukan", _pairs(ROLES))
    respondent = optional(Choice("Terlapor", hint="Hanya untuk terlapor."))
    vault_entry = optional(
        Choice(
            "Identitas di brankas",
            hint="Hanya untuk pelapor, pemberi informasi, atau saksi. Namanya tidak ditampilkan.",
        )
    )
    name = optional(Text("Nama ahli", hint="Hanya untuk ahli.", maximum=150))
    expertise = optional(Text("Keahlian", hint="Hanya untuk ahli.", maximum=150))

    def check(self) -> None:
        """Hold that what is told fits the role."""
        role = self.read_value("role")
        fitting = {
            "respondent": {"respondent"},
            "vault_entry": {"reporter", "informant", "witness"},
            "name": {"expert"},
            "expertise": {"expert"},
        }
        for field, roles in fitting.items():
            if role and role not in roles and self.read_value(field):
                self.refuse(field, "Kosongkan: isian ini tidak sesuai dengan kedudukannya.")
        if role == HeardRole.RESPONDENT and not self.read_value("respondent"):
            self.refuse("respondent", "Pilih terlapor.")
        if role == HeardRole.EXPERT and not self.read_value("name"):
            self.refuse("name", "Isi nama ahli.")

    @property
    def person(self) -> NewPerson:
        """Return who it is; for a valid form."""
        respondent, entry = self.read_value("respondent"), self.read_value("vault_entry")
        return NewPerson(
            role=HeardRole(self.role),
            respondent=int(respondent) if respondent else None,
            vault_entry=int(entry) if entry else None,
            name=self.read_value("name"),
            expertise=self.read_value("expertise"),
        )


class InvitationForm(Form):
    """When and where somebody is heard, by whom."""

    on = DateField("Hari sesi", missing="Isi hari sesi.")
    begins = TimeField("Pukul mulai", missing="Isi jam mulai.")
    ends = TimeField("Pukul selesai", missing="Isi jam selesai.")
    mode = Choice("Cara", _pairs(MODES))
    place = Text("Tempat", hint="Ruang dan alamat; untuk sesi daring, tempat petugas.")
    link = optional(Text("Tautan sesi daring", maximum=500))
    ground = optional(Choice("Alasan sesi daring", _pairs(GROUNDS)))
    officer = Choice("Petugas yang mengklarifikasi")
    recorder = optional(Choice("Pencatat", hint="Kosongkan bila petugas yang sama mencatat."))
    late_reason = optional(
        Paragraph(
            "Alasan bila undangan terlambat",
            hint="Hanya bila undangan tidak mungkin disampaikan lebih awal.",
            maximum=1000,
        )
    )

    def check(self) -> None:
        """Hold that it ends after it begins."""
        begins, ends = self.read_value("begins"), self.read_value("ends")
        if begins is not None and ends is not None and ends <= begins:
            self.refuse("ends", "Jam selesai harus sesudah jam mulai.")

    def plan(self, zone: str) -> Plan:
        """Return the session at the place of the case; for a valid form."""
        recorder, ground = self.read_value("recorder"), self.read_value("ground")
        return Plan(
            on=self.on,
            begins_at=_at(self.on, self.begins, zone),
            ends_at=_at(self.on, self.ends, zone),
            mode=Mode(self.mode),
            place=self.place,
            link=self.read_value("link"),
            ground=Ground(ground) if ground else None,
            officer=int(self.officer),
            recorder=int(recorder) if recorder and recorder != self.officer else None,
            late_reason=self.read_value("late_reason"),
        )


class ReceiptForm(Form):
    """How and when an invitation was received."""

    how = Choice("Cara penyampaian", _pairs(DELIVERIES))
    on = DateField("Tanggal diterima", missing="Isi tanggal diterima.", past=True)
    proof = optional(Upload("Bukti penerimaan", kinds=LETTERS, largest=LARGEST_PROOF))


class ProtectedReceiptForm(Form):
    """The same for who reports or testifies: a signed proof would say who they are."""

    how = Choice("Cara penyampaian", _pairs(DELIVERIES))
    on = DateField("Tanggal diterima", missing="Isi tanggal diterima.", past=True)


class CancelForm(Form):
    """Why a session will not be held."""

    reason = Paragraph("Alasan", hint=_NAMELESS, missing="Tulis alasannya.", maximum=1000)


class ConfirmForm(Form):
    """Nothing to fill in: the question itself."""


class AnswerForm(Form):
    """A question and its answer."""

    question = Paragraph("Pertanyaan", missing="Tulis pertanyaannya.", maximum=2000)
    answer = Paragraph("Jawaban", hint=_NAMELESS, missing="Tulis jawabannya.", maximum=10_000)


class ChangedAnswerForm(AnswerForm):
    """The same, when it stands already."""

    version = Version()


class ConductForm(Form):
    """How a session went."""

    version = Version()
    identity_checked = Ticked(
        "Identitas sudah diperiksa", hint="Nomor identitas tidak dicatat di sini."
    )
    oath = Choice("Sumpah atau janji", _pairs(OATHS))
    oath_reason = optional(Paragraph("Alasan tidak bersedia disumpah", maximum=1000))
    companion = Choice("Pendampingan", _pairs(COMPANIONS))
    read_back = Ticked("Berita acara sudah dibacakan kembali")
    signed = Choice("Tanda tangan", _pairs(SIGNATURES))
    signed_reason = optional(Paragraph("Alasan tidak menandatangani", maximum=1000))
    recorded = Ticked("Sesi direkam secara audiovisual")

    @property
    def conduct(self) -> Conduct:
        """Return how it went; for a valid form."""
        return Conduct(
            identity_checked=bool(self.identity_checked),
            oath=Oath(self.oath),
            oath_reason=self.read_value("oath_reason"),
            companion=Companion(self.companion),
            read_back=bool(self.read_back),
            signed=Signed(self.signed),
            signed_reason=self.read_value("signed_reason"),
            recorded=bool(self.recorded),
        )


class RecordingForm(Form):
    """A recording of a session."""

    recording = Upload(
        "Rekaman",
        hint="MP4, MP3, M4A, atau OGG. Hanya kantor ini yang dapat membukanya.",
        kinds=_SOUND,
        largest=LARGEST_RECORDING,
    )


def _at(on: date, clock: time, zone: str) -> datetime:
    return datetime.combine(on, clock, ZoneInfo(zone))
