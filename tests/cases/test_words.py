"""Every event has a sentence, every closed list its labels, every precision its words."""

from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from netralitas.audit.domain import Moment, Precision
from netralitas.cases import words
from netralitas.cases.domain import (
    Channel,
    Employment,
    ExclusionGround,
    NumberKind,
    PositionClass,
    Source,
    Theme,
)
from netralitas.documents.domain import DocumentKind
from netralitas.law.domain import Regime
from netralitas.workflows import WORKFLOWS

DECLARED = [
    (f"{workflow.code}.{code}", workflow.version)
    for workflow in WORKFLOWS
    for code in [*(move.code for move in workflow.moves), *(fact.code for fact in workflow.facts)]
]
BESIDE = [
    "handling.respondent_identified",
    "case.correction_proposed",
    "case.correction",
    "case.officer_excluded",
    "identity.erased",
    "case.document_attached",
    "case.exhibit_described",
    "case.message_written",
]


@pytest.mark.parametrize(("name", "version"), [*DECLARED, *((name, None) for name in BESIDE)])
def test_every_event_has_a_sentence(name: str, version: int | None) -> None:
    said = words.sentence(name, version)
    assert said[0].isupper()
    assert said.endswith(".")


def test_an_event_without_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        words.sentence("handling.nonsense", 1)


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (words.SOURCES, Source),
        (words.CHANNELS, Channel),
        (words.REGIMES, Regime),
        (words.THEMES, Theme),
        (words.EMPLOYMENTS, Employment),
        (words.POSITION_CLASSES, PositionClass),
        (words.NUMBER_KINDS, NumberKind),
        (words.EXCLUSION_GROUNDS, ExclusionGround),
        (words.PAPERS, DocumentKind),
    ],
)
def test_every_member_of_a_closed_list_has_a_label(
    labels: dict[StrEnum, str], values: type[StrEnum]
) -> None:
    assert set(labels) == set(values)
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (Moment.day(date(2024, 9, 2)), "Senin, 2 September 2024"),
        (
            Moment.time(datetime(2024, 9, 2, 3, 20, tzinfo=UTC)),
            "Senin, 2 September 2024 pukul 10.20 WIB",
        ),
        (Moment(precision=Precision.MONTH, on=date(2024, 9, 1)), "September 2024"),
        (Moment(precision=Precision.YEAR, on=date(2024, 1, 1)), "Tahun 2024"),
        (
            Moment(precision=Precision.AS_OF, on=date(2024, 9, 2)),
            "Keadaan per Senin, 2 September 2024",
        ),
        (Moment(precision=Precision.UNKNOWN, on=None), "Tanggal tidak diketahui"),
    ],
)
def test_a_moment_is_said_as_exactly_as_it_is_known(moment: Moment, said: str) -> None:
    assert words.when(moment) == said


def test_lengths_of_time_are_grouped_as_in_indonesian() -> None:
    assert [words.days(0), words.days(1), words.days(1374)] == ["hari ini", "1 hari", "1.374 hari"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([2], "2"),
        ([1, 2], "1, 2"),
        ([1, 2, 3], "1\N{EN DASH}3"),
        ([1, 3, 4, 5, 6, 9, 10], "1, 3\N{EN DASH}6, 9, 10"),
        (list(range(1, 41)), "1\N{EN DASH}40"),
    ],
)
def test_runs_of_numbers_are_drawn_together(numbers: list[int], said: str) -> None:
    assert words.ranges(numbers) == said
