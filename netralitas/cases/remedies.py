"""Where that can be supplied which stands against a move: a link for each rule that has one."""

from collections.abc import Iterable
from typing import Final

from netralitas.web.parts import Link
from netralitas.workflow.domain import Obstacle

_WHERE: Final[dict[str, tuple[str, str]]] = {
    "study": ("Lampirkan kajian", "/perkara/{case}/dokumen"),
    "forwarding_ground": ("Lampirkan kajian", "/perkara/{case}/dokumen"),
    "preliminary_study": ("Lampirkan kajian awal", "/perkara/{case}/dokumen"),
    "preliminary_study_approved": ("Langkah rapat pleno", "/perkara/{case}#langkah"),
    "plenary_recorded": ("Catat rapat pleno", "/pleno"),
    "respondent_listed": ("Tambahkan terlapor", "/perkara/{case}/terlapor"),
    "respondent_identified": ("Lengkapi identitas terlapor", "/perkara/{case}#terlapor"),
    "evidence_list": ("Lampirkan daftar bukti di bawah ini", "#evidence_list"),
    "receiver_valid": ("Lihat instansi penerima", "/tindak-lanjut/instansi"),
    "successor_valid": ("Lihat instansi penerima", "/tindak-lanjut/instansi"),
    "authority_valid": ("Lihat instansi penerima", "/tindak-lanjut/instansi"),
}


def remedies(case: int, obstacles: Iterable[Obstacle]) -> dict[str, Link]:
    """Return by rule where its lack is made good; nothing for a rule that no page can help."""
    found = {}
    for obstacle in obstacles:
        if obstacle.rule in _WHERE:
            label, href = _WHERE[obstacle.rule]
            found[obstacle.rule] = Link(label=label, href=href.format(case=case))
    return found
