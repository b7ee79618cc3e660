"""The forms of meetings."""

from typing import Final

from netralitas.evaluation.domain import MeetingKind
from netralitas.evaluation.words import KINDS
from netralitas.web.forms import Choice, DateField, Form, Integer, Paragraph, Text, optional

LONGEST_TITLE: Final = 150
LONGEST_PLACE: Final = 200
LONGEST_ITEM: Final = 300
LONGEST_DECISION: Final = 1000
LONGEST_MINUTES: Final = 20_000
MOST_PERSONS: Final = 500


class PlanForm(Form):
    """When and where a meeting is to be, and what it is called."""

    title = Text(
        "Judul rapat",
        hint="Misalnya: Rapat evaluasi triwulan IV 2024. Tidak memuat nama terlapor.",
        maximum=LONGEST_TITLE,
    )
    planned_on = DateField("Tanggal rapat", missing="Isi tanggal rapat.")
    place = Text("Tempat", maximum=LONGEST_PLACE)


class NewMeetingForm(PlanForm):
    """A meeting to be planned with another party."""

    kind = Choice("Jenis rapat", [(kind.value, KINDS[kind]) for kind in MeetingKind])
    other_party = Choice(
        "Pihak lain",
        hint="Kedua pihak membaca dan mengelola rapat ini.",
        missing="Pilih pihak lain yang bertemu dengan instansi Anda.",
    )
    agreement = optional(
        Choice("Kerja sama yang dievaluasi", hint="Lembarnya tercantum di bahan rapat.")
    )


class AgendaForm(Form):
    """A point of the agenda."""

    text = Text(
        "Acara",
        hint="Keputusan yang belum selesai tercantum dengan sendirinya dan tidak perlu ditulis.",
        maximum=LONGEST_ITEM,
    )


class HoldingForm(Form):
    """The day on which a meeting took place."""

    held_on = DateField("Tanggal pelaksanaan", missing="Isi tanggal pelaksanaan.", past=True)


class PresenceForm(Form):
    """How many came of an organisation, and as what."""

    organisation = Choice("Instansi")
    persons = Integer("Jumlah orang", least=1, most=MOST_PERSONS)
    capacity = Text(
        "Hadir sebagai",
        hint="Jabatan, bukan nama. Misalnya: Ketua, dua staf penanganan pelanggaran.",
        maximum=LONGEST_ITEM,
    )


class DecisionForm(Form):
    """What was decided, who does it, by when."""

    text = Paragraph(
        "Keputusan",
        hint="Satu kalimat yang dapat diperiksa. Tidak memuat nama terlapor.",
        maximum=LONGEST_DECISION,
    )
    organisation = Choice("Pelaksana", missing="Pilih pelaksana keputusan.")
    due_on = DateField("Tenggat", missing="Isi tenggat keputusan.")


class MinutesForm(Form):
    """What was said, in the words of the secretary."""

    text = Paragraph(
        "Notulen",
        hint="Pokok pembahasan menurut acara. Nama terlapor tidak perlu ditulis; sebut nomor"
        " perkaranya.",
        missing="Isi notulen rapat.",
        maximum=LONGEST_MINUTES,
    )


class FinishForm(Form):
    """The day on which a decision was carried out."""

    done_on = DateField("Tanggal selesai", missing="Isi tanggal selesai.", past=True)


class CancelForm(Form):
    """Nothing to fill in: the question itself."""
