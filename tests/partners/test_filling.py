"""A form of another installation, filled in with what was told: no more than it asks for."""

from dataclasses import replace
from datetime import date

import pytest

from netralitas.audit.domain import Moment, Precision
from netralitas.partners.filling import FROM_THE_OFFICE, Filled, Unfillable, fill
from netralitas.partners.told import Told
from tests.partners.there import field

STEP = Told(
    workflow="discipline",
    workflow_version=2,
    code="summon",
    events=(5,),
    proceedings=(7,),
    happened=Moment.day(date(2026, 3, 2)),
    internal=True,
    note="Terlapor sedang cuti.",
)
REASON = field("reason", "paragraph", maximum=50)


@pytest.mark.parametrize(
    ("precision", "sent"),
    [
        (Precision.DAY, {"happened": "2026-03-02"}),
        (Precision.AS_OF, {"happened": "2026-03-02", "happened-precision": "as_of"}),
        (Precision.MONTH, {"happened-month": "3", "happened-year": "2026"}),
        (Precision.YEAR, {"happened-year": "2026"}),
        (Precision.UNKNOWN, {"happened-precision": "unknown"}),
    ],
)
def test_when_it_happened_is_told_as_exactly_as_it_is_known(
    precision: Precision, sent: dict[str, str]
) -> None:
    on = None if precision is Precision.UNKNOWN else date(2026, 3, 2)
    told = replace(STEP, happened=Moment(precision=precision, on=on))
    assert fill({"fields": []}, told, {7: 1}) == Filled(fields=sent)


def test_the_office_s_own_words_stay_with_it_until_the_other_form_asks_for_them() -> None:
    assert fill({"fields": [REASON]}, STEP, {7: 1}, date(2026, 3, 3)) == Filled(
        fields={"happened": "2026-03-02"}
    )
    late = fill({"fields": [REASON]}, replace(STEP, note=None), {7: 1}, date(2026, 3, 30))
    assert isinstance(late, Unfillable)  # the sentence is longer than this form takes
    longer = {"fields": [{**REASON, "maximum": 4000}]}
    late = fill(longer, STEP, {7: 1}, date(2026, 3, 30))
    assert isinstance(late, Filled)
    assert late.fields["reason"] == FROM_THE_OFFICE
    asked = fill({"fields": [{**REASON, "required": True}]}, STEP, {7: 1})
    assert isinstance(asked, Filled)
    assert asked.fields["reason"] == "Terlapor sedang cuti."
    passable = field("overrides", "choices", [{"value": "exam_gap_kept", "label": "Jarak"}])
    ground = field("override_basis", "text", maximum=200)
    passed = replace(
        STEP, overrides=frozenset({"exam_gap_kept", "unknown_here"}), ground="Surat cuti"
    )
    filled = fill({"fields": [REASON, passable, ground]}, passed, {7: 1})
    assert isinstance(filled, Filled)
    assert filled.fields == {
        "overrides": ["exam_gap_kept"],
        "override_basis": "Surat cuti",
        "reason": "Terlapor sedang cuti.",
        "happened": "2026-03-02",
    }


def test_a_paper_is_sent_where_it_is_required_and_what_is_not_known_needs_a_person() -> None:
    digest = "a" * 64
    team = field("team_decree", "file")
    told = replace(STEP, papers={"team_decree": digest}, fields={"imposed": "post_lowered"})
    kept = fill({"fields": [team]}, told, {7: 1})
    assert isinstance(kept, Filled)
    assert not kept.papers
    sent = fill({"fields": [{**team, "required": True}]}, told, {7: 1})
    assert isinstance(sent, Filled)
    assert sent.papers == {"team_decree": digest}
    minutes = field("exam_minutes", "file", required=True)
    imposed = field("imposed", "choice", [{"value": "other", "label": "Lain"}])
    assert fill({"fields": [minutes, imposed]}, told, {7: 1}) == Unfillable(
        labels=("Isian exam_minutes", "Isian imposed")
    )
