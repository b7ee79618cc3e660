"""Every draft: what it is called, whose it is, at which steps it is offered, on which articles."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.documents.letters import (
    decree_texts,
    examination_texts,
    pressing_texts,
    reporting_texts,
    summons_texts,
)
from netralitas.documents.letters.known import Known, Sheet, Side
from netralitas.documents.letters.sheets import Text, sheet
from netralitas.refusals import NotVisible
from netralitas.workflow.domain import Basis

_FORWARDING: Final = (
    Basis(code="Perbawaslu 7/2022 Pasal 22", certainty="S", regime="pemilu"),
    Basis(code="Perbawaslu 6/2018", certainty="T"),
)
_REMINDER: Final = (
    Basis(code="Perbawaslu 6/2018 Pasal 10", certainty="S"),
    Basis(code="UU 7/2017 Pasal 93 huruf g angka 5", certainty="T", regime="pemilu"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paper: the word in its address, its title, its text; `steps` are "discipline.summon"."""

    code: str
    title: str
    side: Side
    steps: frozenset[str]
    basis: tuple[Basis, ...]
    text: Callable[[Known], Text]

    def written(self, known: Known, regime: str | None = None) -> Sheet:
        """Return the paper, with the articles that concern a case of this regime."""
        return sheet(self.title, self.side, known, self.text(known), self.basis, regime)


def _office(
    code: str,
    title: str,
    steps: str,
    basis: tuple[Basis, ...],
    text: Callable[[Known], Text],
) -> Draft:
    named = frozenset(f"discipline.{step}" for step in steps.split())
    return Draft(code=code, title=title, side=Side.OFFICE, steps=named, basis=basis, text=text)


def _bawaslu(
    code: str,
    title: str,
    steps: str,
    basis: tuple[Basis, ...],
    text: Callable[[Known], Text],
) -> Draft:
    named = frozenset(steps.split())
    return Draft(code=code, title=title, side=Side.BAWASLU, steps=named, basis=basis, text=text)


DRAFTS: Final = (
    _office(
        "nota-dinas",
        "Nota dinas kepada bupati",
        "receive choose_discipline choose_ethics choose_dismissal choose_pppk choose_non_asn",
        bases.HANDING_ON,
        reporting_texts.memorandum,
    ),
    _office(
        "pemberitahuan-atasan",
        "Pemberitahuan kepada atasan langsung",
        "superior_informed",
        bases.SUPERIOR,
        summons_texts.to_superior,
    ),
    _office(
        "sk-tim-pemeriksa",
        "Keputusan tentang tim pemeriksa",
        "choose_discipline form_team",
        bases.TEAM,
        examination_texts.team,
    ),
    _office(
        "surat-panggilan-1",
        "Surat Panggilan I",
        "summon",
        (*bases.SUPERIOR, *bases.SUMMONS),
        summons_texts.first,
    ),
    _office(
        "surat-panggilan-2",
        "Surat Panggilan II",
        "summon_again",
        (*bases.SECOND_SUMMONS, *bases.SUMMONS),
        summons_texts.second,
    ),
    _office(
        "panggilan-sidang-etik",
        "Panggilan sidang kode etik",
        "summon_ethics summon_ethics_again",
        bases.ETHICS_SUMMONS,
        summons_texts.session,
    ),
    _office(
        "berita-acara-pemeriksaan",
        "Berita acara pemeriksaan",
        "examine",
        bases.EXAMINATION,
        examination_texts.minutes,
    ),
    _office(
        "berita-acara-tidak-hadir",
        "Berita acara tidak hadir",
        "record_absence close_absent",
        bases.ABSENCE,
        examination_texts.absence,
    ),
    _office(
        "laporan-hasil-pemeriksaan",
        "Laporan hasil pemeriksaan",
        "report_exam report_absent",
        bases.EXAMINATION,
        examination_texts.report,
    ),
    _office(
        "sk-hukuman-disiplin",
        "Keputusan tentang hukuman disiplin",
        "fix_decree",
        (*bases.PUNISHMENT, *bases.OFFICIALS),
        decree_texts.decree,
    ),
    _office(
        "tanda-terima",
        "Tanda terima penyampaian surat keputusan",
        "deliver decree_sent",
        (*bases.DELIVERY, *bases.SENDING),
        decree_texts.receipt,
    ),
    _office(
        "laporan-hasil-tindak-lanjut",
        "Laporan hasil tindak lanjut kepada BKN dan Bawaslu",
        "report_back exam_report_sent final_report_sent",
        (*bases.LETTER, *bases.FOLLOW_UP),
        reporting_texts.outcome,
    ),
    _bawaslu(
        "permintaan-keterangan",
        "Permintaan keterangan tindak lanjut",
        "compliance.remind compliance.reminded_further referral.follow_up_asked",
        _REMINDER,
        pressing_texts.reminder,
    ),
    _bawaslu(
        "surat-pengantar-penerusan",
        "Surat pengantar penerusan",
        "handling.forward handling.forward_straight handling.forward_more referral.forward_again",
        _FORWARDING,
        pressing_texts.covering,
    ),
)
"""In the order in which they are needed."""


def find_draft(code: str) -> Draft:
    """Return the draft of an address; NotVisible where there is none."""
    for draft in DRAFTS:
        if draft.code == code:
            return draft
    raise NotVisible


def drafts_at(workflow: str, step: str) -> tuple[Draft, ...]:
    """Return the drafts that go with a move or fact."""
    return tuple(draft for draft in DRAFTS if f"{workflow}.{step}" in draft.steps)
