"""The words of teams and councils: bodies, parts, whom a member represents, what is lacking."""

from typing import Final

from netralitas.discipline.examiners.domain import Body, Part, Represents

BODIES: Final[dict[Body, str]] = {
    Body.TEAM: "Tim pemeriksa",
    Body.COUNCIL: "Majelis kode etik",
}
PARTS: Final[dict[Part, str]] = {
    Part.CHAIR: "Ketua",
    Part.SECRETARY: "Sekretaris",
    Part.MEMBER: "Anggota",
}
REPRESENTS: Final[dict[Represents, str]] = {
    Represents.SUPERIOR: "Atasan langsung",
    Represents.OVERSIGHT: "Unsur pengawasan",
    Represents.STAFF_OFFICE: "Unsur kepegawaian",
    Represents.OTHER: "Unsur lain",
}

NO_TEAM: Final = (
    "Tim pemeriksa belum dicatat. Tim wajib dibentuk bila ancamannya hukuman disiplin berat."
)
LACKS: Final = "Belum ada {element} dalam tim; unsur ini wajib bila ancamannya hukuman berat."
LOWER: Final = "{name} berjabatan lebih rendah daripada yang diperiksa."

BOTH: Final = (
    "Petugas ini juga auditor. Yang memeriksa tidak mengaudit perkara yang sama: pilih orang lain,"
    " atau cabut dahulu peran auditornya."
)
KNOWN: Final = "Petugas ini sudah dicatat sebagai pemeriksa terlapor ini."
