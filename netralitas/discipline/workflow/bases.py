"""The articles behind the moves of `discipline`, with their certainty as domain.md has it."""

from typing import Final

from netralitas.workflow.domain import Basis


def _second_hand(code: str) -> tuple[Basis, ...]:
    return (Basis(code=code, certainty="S"),)


def _data_set(code: str) -> tuple[Basis, ...]:
    return (Basis(code=code, certainty="weak S"),)


PRACTICE: Final = (Basis(code="Praktik tindak lanjut", certainty="M"),)
HANDING_ON: Final = (
    Basis(code="Surat rekomendasi instansi pengawas ASN", certainty="S"),
    Basis(code="Perbawaslu 6/2018", certainty="T"),
)
LETTER: Final = _second_hand("Surat BKN (tenggat per surat)")
DISCIPLINE: Final = _second_hand("PP 94/2021 Pasal 5 huruf n")
SUPERIOR: Final = _second_hand("PP 94/2021 Pasal 26 ayat (1)")
SUMMONS: Final = _second_hand("PP 94/2021 Pasal 26 ayat (2)")
SECOND_SUMMONS: Final = _second_hand("PP 94/2021 Pasal 26 ayat (3)")
ABSENCE: Final = _second_hand("PP 94/2021 Pasal 26 ayat (4)")
TEAM: Final = _second_hand("PP 94/2021 Pasal 27")
EXAMINATION: Final = _second_hand("PP 94/2021 Pasal 29-30")
RELEASE: Final = _second_hand("PerBKN 6/2022 Pasal 40")
PUNISHMENT: Final = _second_hand("PP 94/2021 Pasal 8")
OFFICIALS: Final = _second_hand("PP 94/2021 Pasal 16")
NEGLIGENT_SUPERIOR: Final = _second_hand("PP 94/2021 Pasal 28")
NEGLIGENT_OFFICIAL: Final = _second_hand("PP 94/2021 Pasal 24 ayat (2)")
SUBSTITUTES: Final = _data_set("PerBKN 6/2022 Pasal 62")
DELIVERY: Final = _data_set("PP 94/2021 Pasal 37 ayat (3)")
SENDING: Final = _data_set("PerBKN 6/2022 Pasal 49 ayat (8)")
IN_FORCE: Final = _data_set("PerBKN 6/2022 Pasal 50 ayat (1)")
ETHICS: Final = _second_hand("PP 42/2004 Pasal 15")
# PP 42/2004 names no days and no second summons: the rule of another agency is read by analogy.
ETHICS_SUMMONS: Final = (
    *ETHICS,
    Basis(code="Permenkop 9/2022 Pasal 20 (analogi)", certainty="T"),
)
PARTY_MEMBER: Final = _second_hand("UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)")
CONTRACT: Final = _second_hand("PP 49/2018 Pasal 52")
UNIT: Final = _second_hand("SE MenPANRB 1/2023")
REMEDY: Final = _second_hand("PP 79/2021")
APPEAL_FILED: Final = _second_hand("PP 79/2021 Pasal 11 ayat (3)")
APPEAL_ANSWERED: Final = _second_hand("PP 79/2021 Pasal 13 ayat (2)")
APPEAL_DECIDED: Final = _second_hand("PP 79/2021 Pasal 16 ayat (1)")
EXECUTOR: Final = _second_hand("Surat MenPANRB 2017 (tim bagi Sekda)")
IDIS: Final = _second_hand("Alur I'DIS BKN")
FOLLOW_UP: Final = _second_hand("Perbawaslu 6/2018 Pasal 10")
