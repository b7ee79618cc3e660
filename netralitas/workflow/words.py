"""The words of the engine: who a post is, what a form asks for, and how a refusal is said."""

from typing import Final

from netralitas.access.domain import Post
from netralitas.workflow import posts
from netralitas.workflow.domain import Ask, Move, Requirement, State, Workflow

POSTS: Final[dict[Post, str]] = {
    posts.INVESTIGATOR: "staf penanganan pelanggaran",
    posts.COMMISSIONER: "anggota Bawaslu",
    posts.SUPERVISOR: "pengawas lapangan",
    posts.SUPERIOR_COMMISSIONER: "anggota Bawaslu tingkat atas",
    posts.FOLLOW_UP: "petugas tindak lanjut instansi penerima",
    posts.LIAISON: "penghubung instansi penerima",
    posts.APPOINTING: "Pejabat Pembina Kepegawaian",
    posts.PUBLISHER: "petugas publikasi (PPID)",
    posts.OTHER_PUBLISHER: "petugas publikasi pihak lain",
}

ASKS: Final[dict[Ask, str]] = {
    Ask.REASON: "Alasan",
    Ask.LETTER_OUT: "Surat keluar",
    Ask.LETTER_IN: "Surat masuk",
    Ask.STUDY: "Kajian",
    Ask.PRELIMINARY_STUDY: "Kajian awal",
    Ask.MINUTES: "Berita acara",
    Ask.EVIDENCE_LIST: "Daftar bukti",
    Ask.REGISTER_NUMBER: "Nomor registrasi",
    Ask.RESPONDENTS: "Terlapor yang dimaksud",
    Ask.ADDRESSEE: "Instansi penerima",
    Ask.SUCCESSOR: "Instansi pengganti",
    Ask.RECOMMENDED: "Jenis dan tingkat yang direkomendasikan",
    Ask.FOREIGN_NUMBER: "Nomor di instansi lain",
    Ask.FOLLOW_UP_OFFICE: "Instansi yang menindaklanjuti",
    Ask.LETTER_DEADLINE: "Tenggat menurut surat",
    Ask.EXAM_ON: "Tanggal pemeriksaan atau sidang",
    Ask.TEAM_DECREE: "Surat keputusan tim pemeriksa",
    Ask.EXAM_MINUTES: "Berita acara pemeriksaan",
    Ask.EXAM_REPORT: "Laporan hasil pemeriksaan",
    Ask.DECREE_NUMBER: "Nomor surat keputusan",
    Ask.DECREE: "Surat keputusan",
    Ask.IMPOSED: "Sanksi yang dijatuhkan",
    Ask.DELIVERY_RECEIPT: "Tanda terima penyampaian",
    Ask.SUMMARY: "Keterangan untuk umum",
    Ask.ANSWER_BY: "Tanggapan ditunggu sampai",
    Ask.EMBARGO: "Terbuka untuk umum mulai",
    Ask.PUBLIC_REASON: "Alasan yang diumumkan",
    Ask.TOLD_BY: "Cara pelapor diberi tahu",
    Ask.PERSON_STANDING: "Keadaan terlapor sekarang",
    Ask.SIGNED_BY: "Pejabat yang menandatangani",
    Ask.EXECUTOR: "Pejabat yang melaksanakan",
    Ask.PLENARY: "Rapat pleno yang dicatat",
}

EXCEPTIONAL_HINT: Final = (
    "Langkah ini di luar alur biasa. Tulis alasannya dan dasarnya: peraturan, surat, atau putusan."
)


NO_FOUND_STATE: Final = "Proses baru harus disebut tahapnya: di mana register menemukannya."


def who(by: tuple[Post, ...]) -> str:
    """Return who may act, as it stands in a sentence: "staf … atau anggota Bawaslu"."""
    return " atau ".join(POSTS[post] for post in by)


def not_listed(move: Move, state: State | None) -> str:
    """Say that no such move leads on from the present state."""
    if state is None:
        return f"Langkah “{move.label}” tidak dapat membuka proses baru."
    return f"Langkah “{move.label}” tidak tersedia pada tahap “{state.label}”."


def unknown(code: str) -> str:
    """Say that the workflow has no move or fact of this code."""
    return f"Langkah atau fakta “{code}” tidak dikenal dalam alur ini."


def no_state(workflow: Workflow, code: str) -> str:
    """Say that the workflow has no such state, and which it has."""
    known = ", ".join(state.code for state in workflow.states if not state.retired)
    return f"Tahap “{code}” tidak dikenal dalam alur “{workflow.code}”. Yang dikenal: {known}."


def retired(target: State) -> str:
    """Say that the state the move leads to is not in use any more."""
    return f"Tahap “{target.label}” tidak berlaku lagi dan tidak dapat dimasuki."


def not_yours(by: tuple[Post, ...]) -> str:
    """Say who may make the move."""
    return f"Langkah ini dilakukan oleh {who(by)}."


def fact_not_yours(by: tuple[Post, ...]) -> str:
    """Say who may record the fact."""
    return f"Fakta ini dicatat oleh {who(by)}."


def not_answered(ask: Ask) -> str:
    """Say which answer of the form is missing."""
    return f"Isian “{ASKS[ask]}” belum diisi."


def no_reason(move: Move) -> str:
    """Say that the move asks for a reason, and why it does when it is exceptional."""
    if move.exceptional:
        return (
            f"Langkah “{move.label}” di luar alur biasa sehingga alasan dan dasarnya harus diisi."
        )
    return f"Langkah “{move.label}” memerlukan alasan."


def no_reason_to_override(requirement: Requirement) -> str:
    """Say that passing a requirement needs a reason."""
    return f"{requirement.missing} Alasan untuk mengesampingkan syarat ini harus diisi."


def not_overridable(requirement: Requirement) -> str:
    """Say that this requirement cannot be passed, whatever the reason."""
    return f"{requirement.missing} Syarat ini tidak dapat dikesampingkan."


def done_with(workflow: Workflow, fact: str) -> str:
    """Return the sentence of the act that states a fact: "Terlapor diperiksa"."""
    said = [act.done for act in workflow.facts if act.code == fact]
    said += [act.done for act in workflow.moves if fact in (*act.facts, *act.may_state)]
    return said[0].rstrip(".") if said else fact


def not_in_sets(move: Move) -> str:
    """Say that the move is made on one proceeding at a time."""
    return f"Langkah “{move.label}” hanya dapat dilakukan pada satu proses setiap kali."


def fact_out_of_place(label: str, state: State | None) -> str:
    """Say that the fact cannot be recorded in the present state."""
    if state is None:
        return f"Fakta “{label}” dicatat pada proses yang sudah berjalan."
    return f"Fakta “{label}” tidak dapat dicatat pada tahap “{state.label}”."
