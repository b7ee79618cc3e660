"""Which requirements a report has under its regime, and when a study of it is whole. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.investigation.preliminary.domain import (
    CHECKED,
    Group,
    Handled,
    Item,
    Judgement,
    Result,
    Study,
)
from netralitas.investigation.workflow import bases
from netralitas.law.domain import Regime
from netralitas.workflow.domain import Basis

FINISH: Final[Mapping[Result, str]] = {
    Result.COMPLETE: "finish_preliminary_study",
    Result.INCOMPLETE: "find_incomplete",
}
"""The move of the handling by which a study with this result is finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A requirement of a report, with the articles that ask for it."""

    item: Item
    group: Group
    basis: tuple[Basis, ...]


def _formal(item: Item, *basis: Basis) -> Requirement:
    return Requirement(item=item, group=Group.FORMAL, basis=basis)


def _material(item: Item, *basis: Basis) -> Requirement:
    return Requirement(item=item, group=Group.MATERIAL, basis=basis)


_REPORTERS: Final = Basis(code="UU 7/2017 Pasal 454(3)", certainty="S")
_CONTENT: Final = Basis(code="UU 7/2017 Pasal 454(4)", certainty="T")
_WINDOW: Final = Basis(code="UU 7/2017 Pasal 454(6)", certainty="T")
_FORM: Final = Basis(code="Perbawaslu 7/2022 Pasal 15(3)", certainty="S")
_SUBSTANCE: Final = Basis(code="Perbawaslu 7/2022 Pasal 15(4)", certainty="S")
_LOCAL_REPORTERS: Final = Basis(code="UU 1/2015 Pasal 134(2)", certainty="T")
_LOCAL_CONTENT: Final = Basis(code="UU 1/2015 Pasal 134(3)", certainty="T")
_LOCAL_WINDOW: Final = Basis(code="UU 1/2015 Pasal 134(4)", certainty="T")

_REQUIREMENTS: Final[Mapping[Regime, tuple[Requirement, ...]]] = {
    Regime.PEMILU: (
        _formal(Item.REPORTER_ENTITLED, _REPORTERS),
        _formal(Item.REPORTER_IDENTITY, _CONTENT, _FORM),
        _formal(Item.RESPONDENT, _CONTENT, _FORM),
        _formal(Item.IN_TIME, _WINDOW, _FORM),
        _formal(Item.SIGNATURE, _FORM),
        _material(Item.TIME_PLACE, _CONTENT, _SUBSTANCE),
        _material(Item.DESCRIPTION, _CONTENT, _SUBSTANCE),
        _material(Item.EVIDENCE, _SUBSTANCE),
    ),
    Regime.PEMILIHAN: (
        _formal(Item.REPORTER_ENTITLED, _LOCAL_REPORTERS),
        _formal(Item.REPORTER_IDENTITY, _LOCAL_CONTENT),
        _formal(Item.RESPONDENT, _LOCAL_CONTENT),
        _formal(Item.IN_TIME, _LOCAL_WINDOW),
        _material(Item.TIME_PLACE, _LOCAL_CONTENT),
        _material(Item.DESCRIPTION, _LOCAL_CONTENT),
    ),
    # No source names requirements outside the stages: what every matter needs, as practice.
    Regime.OUTSIDE: (
        _formal(Item.RESPONDENT, *bases.PRACTICE),
        _material(Item.TIME_PLACE, *bases.PRACTICE),
        _material(Item.DESCRIPTION, *bases.PRACTICE),
        _material(Item.EVIDENCE, *bases.PRACTICE),
    ),
}


def requirements(regime: Regime) -> tuple[Requirement, ...]:
    """Return the requirements of a report under the regime, those of form first."""
    return _REQUIREMENTS[regime]


def lacking(study: Study, regime: Regime) -> tuple[tuple[str, str], ...]:
    """Return what a study lacks before it can be finished: the field, and the sentence for it."""
    found = [pair for each in requirements(regime) for pair in _unanswered(study, each.item)]
    if study.result is None:
        found.append(("result", "Pilih hasil kajian awal."))
    if study.suspicion is None:
        found.append(("suspicion", "Pilih jenis dugaan pelanggaran."))
    if study.handler is None:
        found.append(("handler", "Pilih Bawaslu tingkat mana yang menangani laporan."))
    if study.handled is None:
        found.append(("handled", "Pilih apakah peristiwa yang sama sudah ditangani."))
    if study.handled is Handled.YES and not study.handled_where:
        found.append(("handled_where", "Sebutkan di mana atau dengan nomor apa sudah ditangani."))
    if not study.conclusion:
        found.append(("conclusion", "Tulis kesimpulan kajian awal."))
    return (*found, *_contradicting(study, regime))


def unmet(study: Study, regime: Regime) -> tuple[Item, ...]:
    """Return the requirements that the report does not meet, in order."""
    return tuple(
        each.item
        for each in requirements(regime)
        if study.answer(each.item).judgement is Judgement.UNMET
    )


def _unanswered(study: Study, item: Item) -> list[tuple[str, str]]:
    answer = study.answer(item)
    if answer.judgement is None:
        return [(item.value, "Pilih apakah syarat ini terpenuhi.")]
    checked = item in CHECKED and answer.judgement is Judgement.MET
    if not (answer.reason or checked):
        return [(f"{item}_reason", "Tulis alasan penilaian syarat ini.")]
    return []


def _contradicting(study: Study, regime: Regime) -> list[tuple[str, str]]:
    missing = unmet(study, regime)
    if study.result is Result.COMPLETE and missing:
        return [("result", "Laporan belum lengkap: ada syarat yang dinilai belum terpenuhi.")]
    judged = all(study.answer(each.item).judgement for each in requirements(regime))
    if study.result is Result.INCOMPLETE and judged and not missing:
        return [("result", "Sebutkan syarat yang belum terpenuhi; semuanya dinilai terpenuhi.")]
    return []
