"""Rules of time in groups, and what a version of one says, property by property."""

from datetime import date
from typing import Final

from netralitas.law import words
from netralitas.law.domain import Rule, Unit
from netralitas.legislation.words.validity import plain_day, validity

_HANDLING: Final = (
    *("tracing", "report_window", "temuan_window", "kajian_awal", "notify", "complete"),
    *("invite_before", "handle_base", "handle_max"),
)
GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Pemilu", tuple(f"pemilu.{step}" for step in _HANDLING)),
    ("Pemilihan", tuple(f"pemilihan.{step}" for step in _HANDLING)),
    ("Di luar tahapan", ()),
    ("ASN: penerusan", ("asn.package_answer", "asn.sbt_verify", "asn.sbt_validate")),
    (
        "ASN: tindak lanjut Pejabat Pembina Kepegawaian",
        (
            *("asn.ppk_fixed_date", "asn.ppk_followup"),
            *("asn.ppk_exam_report", "asn.ppk_final_report"),
        ),
    ),
    ("ASN: sidang kode etik", ("asn.ethics_summons", "asn.ethics_summons_2")),
    ("ASN: pemeriksaan disiplin", ("asn.panggilan_1", "asn.panggilan_2")),
    (
        "ASN: keputusan hukuman disiplin",
        ("asn.sk_deliver", "asn.sk_send_if_absent", "asn.sk_effective"),
    ),
    (
        "ASN: keberatan dan banding administratif",
        (
            *("asn.keberatan", "asn.ppk_answer_keberatan", "asn.banding_bpasn"),
            *("asn.banding_response", "asn.banding_decision"),
        ),
    ),
)
"""The groups of the page in the order of the work, and the order of the rules in each."""
_FAMILIES: Final = {
    "pemilu": "Pemilu",
    "pemilihan": "Pemilihan",
    "luar_tahapan": "Di luar tahapan",
    "asn": "ASN: lainnya",
    "office": "Aturan kantor",
}
OTHERS: Final = "Lainnya"
_GROUP_OF: Final = {code: title for title, codes in GROUPS for code in codes}


def group_of(code: str) -> str:
    """Return the title of the group of a rule; of a new one, by the first word of its code."""
    return _GROUP_OF.get(code) or _FAMILIES.get(code.partition(".")[0], OTHERS)


def standing(rule: Rule, today: date) -> str:
    """Return how a version stands today where it is not simply in force, else nothing."""
    if rule.valid_from and today < rule.valid_from:
        return f"berlaku mulai {plain_day(rule.valid_from)}"
    if rule.valid_to and rule.valid_to < today:
        return f"tidak berlaku lagi sesudah {plain_day(rule.valid_to)}"
    return ""


def properties(rule: Rule) -> dict[str, str]:
    """Return everything a version says, by the words for it; what it does not say is left out."""
    said = {
        "Batas": _sentence(words.bound(rule)),
        "Cara menghitung": " ".join(_counting(rule)),
        "Dasar": words.basis(rule),
        "Berlaku": validity(rule.valid_from, rule.valid_to),
        "Kepastian": words.doubt(rule, source=False) or "Dibaca dalam naskah aturan.",
        "Sumber": rule.source,
        "Catatan": rule.note,
    }
    return {label: text for label, text in said.items() if text}


def _counting(rule: Rule) -> list[str]:
    said = []
    if rule.unit in {Unit.WORKDAY, Unit.CALENDAR}:
        said.append(
            "Hari awal dihitung sebagai hari pertama."
            if rule.inclusive
            else "Hari awal tidak dihitung."
        )
    if rule.unit is Unit.WORKDAY:
        said.append("Akhir pekan dan hari libur dilewati.")
    if rule.unit is Unit.HOURS:
        said.append("Dihitung penuh, dari menit ke menit.")
    if rule.roll_over:
        said.append("Hari terakhir yang bukan hari kerja bergeser ke hari kerja berikutnya.")
    if rule.cutoff is not None:
        said.append(f"Pada hari terakhir berakhir pukul {rule.cutoff:%H.%M} waktu setempat.")
    if rule.per_letter:
        said.append("Tenggat yang ditulis dalam surat didahulukan.")
    if rule.analog:
        said.append("Aturan instansi lain, dipakai sebagai pembanding.")
    return said


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
