"""The form of the study, which keeps what is typed, and that of the letter to the reporter."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from netralitas.cases.words import TOLD_BY
from netralitas.investigation.preliminary.domain import (
    Answer,
    Handled,
    Handler,
    Item,
    Judgement,
    Result,
    Study,
    Suspicion,
)
from netralitas.investigation.preliminary.words import (
    HANDLED,
    HANDLERS,
    ITEMS,
    JUDGEMENTS,
    RESULTS,
    SUSPICIONS,
)
from netralitas.web.forms import Choice, Field, Form, Paragraph, Text, Version, optional

Kind = TypeVar("Kind", bound=StrEnum)

LONGEST_REASON: Final = 2000
LONGEST_CONCLUSION: Final = 5000
_NAMELESS: Final = "Jangan tulis nama atau alamat pelapor; cukup keadaannya."


def _pairs(words: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), label) for value, label in words.items())


def _judged(item: Item) -> Field[str | None]:
    return optional(Choice(ITEMS[item], _pairs(JUDGEMENTS)))


def _reason(hint: str = "") -> Field[str | None]:
    return optional(Paragraph("Alasan", hint=hint, maximum=LONGEST_REASON))


class StudyForm(Form):
    """A preliminary study as far as it is written: a draft need not be whole."""

    marks_optional = False

    version = Version()
    reporter_entitled = _judged(Item.REPORTER_ENTITLED)
    reporter_entitled_reason = _reason(_NAMELESS)
    reporter_identity = _judged(Item.REPORTER_IDENTITY)
    reporter_identity_reason = _reason(_NAMELESS)
    respondent = _judged(Item.RESPONDENT)
    respondent_reason = _reason()
    in_time = _judged(Item.IN_TIME)
    in_time_reason = _reason()
    signature = _judged(Item.SIGNATURE)
    signature_reason = _reason(_NAMELESS)
    time_place = _judged(Item.TIME_PLACE)
    time_place_reason = _reason()
    description = _judged(Item.DESCRIPTION)
    description_reason = _reason()
    evidence = _judged(Item.EVIDENCE)
    evidence_reason = _reason()
    result = optional(Choice("Hasil kajian awal", _pairs(RESULTS)))
    suspicion = optional(Choice("Jenis dugaan pelanggaran", _pairs(SUSPICIONS)))
    handler = optional(Choice("Yang menangani", _pairs(HANDLERS)))
    handled = optional(Choice("Penanganan sebelumnya", _pairs(HANDLED)))
    handled_where = optional(
        Text("Nomor atau kantor yang sudah menangani", hint="Isi bila sudah ditangani.")
    )
    conclusion = optional(
        Paragraph(
            "Kesimpulan",
            hint="Tidak memuat nama pelapor, pemberi informasi, atau saksi.",
            maximum=LONGEST_CONCLUSION,
        )
    )

    @property
    def study(self) -> Study:
        """Return what was written, whether or not it is whole; for a valid form."""
        read = self.read_value
        return Study(
            answers={item: self._answer(item) for item in Item},
            result=_chosen(Result, read("result")),
            suspicion=_chosen(Suspicion, read("suspicion")),
            handler=_chosen(Handler, read("handler")),
            handled=_chosen(Handled, read("handled")),
            handled_where=read("handled_where") or "",
            conclusion=read("conclusion") or "",
        )

    def _answer(self, item: Item) -> Answer:
        return Answer(
            judgement=_chosen(Judgement, self.read_value(item.value)),
            reason=self.read_value(f"{item}_reason") or "",
        )


class NoticeForm(Form):
    """How the reporter is told what is lacking."""

    told_by = Choice("Cara pelapor diberi tahu", _pairs(TOLD_BY))


def values_of(study: Study, version: int) -> dict[str, object]:
    """Return what stands in the form of a study that was kept as `version`."""
    said: dict[str, object] = {
        "version": version,
        "result": study.result,
        "suspicion": study.suspicion,
        "handler": study.handler,
        "handled": study.handled,
        "handled_where": study.handled_where or None,
        "conclusion": study.conclusion or None,
    }
    for item, answer in study.answers.items():
        said[item.value] = answer.judgement
        said[f"{item}_reason"] = answer.reason or None
    return {name: value for name, value in said.items() if value is not None}


def _chosen(kind: type[Kind], value: str | None) -> Kind | None:
    return None if value is None else kind(value)
