"""The catalogue of sanctions, and what was imposed beside what was recommended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import Employment, SanctionLevel
from netralitas.discipline import words
from netralitas.discipline.sanctions import (
    CATALOGUE,
    Comparison,
    Remedy,
    compare,
    imposed_said,
    kind_of,
    offered_kinds,
    recommended_of,
    recommended_options,
    recommended_said,
)
from netralitas.law.domain import Certainty

LEVEL = st.none() | st.sampled_from(SanctionLevel)
KNOWN = st.sampled_from(sorted(set(SanctionLevel) - {SanctionLevel.NONE}))
OPPOSITE = {
    Comparison.LIGHTER: Comparison.HEAVIER,
    Comparison.HEAVIER: Comparison.LIGHTER,
    Comparison.EQUAL: Comparison.EQUAL,
    Comparison.UNKNOWN: Comparison.UNKNOWN,
}


def codes(employment: Employment) -> set[str]:
    return {code for code, _ in offered_kinds(employment)}


def test_every_kind_has_a_code_a_label_and_an_article_of_its_own() -> None:
    assert len({kind.code for kind in CATALOGUE}) == len(CATALOGUE)
    assert len({kind.label for kind in CATALOGUE}) == len(CATALOGUE)
    assert all(kind.article and kind.persons for kind in CATALOGUE)


def test_every_level_has_its_kind() -> None:
    no_sanction = {SanctionLevel.EXAMINE}  # an order of its own
    assert {kind.level for kind in CATALOGUE} == set(SanctionLevel) - no_sanction


def test_the_cut_of_the_allowance_is_offered_last_and_says_that_it_is_not_in_force() -> None:
    offered = offered_kinds(Employment.PNS)
    cuts = [kind for kind in CATALOGUE if kind.code.startswith("allowance_cut")]
    assert [kind.months for kind in cuts] == [6, 9, 12]
    for kind in cuts:
        assert not kind.in_force
        assert "menunggu peraturan pemerintah" in str(kind.waits_for)
        assert (kind.code, f"{kind.label} (belum berlaku)") in offered[-3:]
        assert kind.code not in codes(Employment.PPPK)
        assert kind_of(kind.code) is kind


def test_its_substitutes_are_of_the_same_level_and_rest_on_a_weaker_source() -> None:
    for code in ("increment_delayed", "promotion_delayed", "grade_lowered"):
        kind = kind_of(code)
        assert (kind.level, kind.months) == (SanctionLevel.MEDIUM, 12)
        assert kind.certainty is Certainty.WEAK_S


def test_a_dismissal_without_honour_is_no_disciplinary_punishment() -> None:
    kind = kind_of("dishonourable_dismissal")
    assert kind.level is SanctionLevel.DISMISSAL
    assert kind.article.startswith("UU 20/2023")
    assert kind_of("honourable_dismissal").level is SanctionLevel.HEAVY


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("post_lowered", Remedy.OBJECTION),
        ("written_warning", Remedy.OBJECTION),
        ("honourable_dismissal", Remedy.APPEAL),
        ("dishonourable_dismissal", Remedy.APPEAL),
        ("contract_ended_with_honour", Remedy.APPEAL),
        ("moral_open", Remedy.UNSTATED),
        ("unit_sanction", Remedy.UNSTATED),
    ],
)
def test_a_dismissal_is_appealed_and_other_punishments_are_objected_to(
    code: str, remedy: Remedy
) -> None:
    assert kind_of(code).remedy is remedy


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        kind_of("public_flogging")


def test_each_employment_is_offered_its_own_kinds_and_everybody_none_at_all() -> None:
    assert "post_lowered" in codes(Employment.PNS) & codes(Employment.CPNS)
    assert "contract_ended_with_honour" not in codes(Employment.PNS)
    assert "contract_ended_with_honour" in codes(Employment.PPPK)
    assert codes(Employment.CONTRACT) == {"no_sanction", "unit_sanction"}
    assert all("no_sanction" in codes(employment) for employment in Employment)


def test_an_unknown_employment_excludes_no_kind() -> None:
    assert codes(Employment.UNKNOWN) == {kind.code for kind in CATALOGUE}


@pytest.mark.parametrize(
    ("recommended", "imposed", "said"),
    [
        (SanctionLevel.HEAVY, SanctionLevel.MEDIUM, Comparison.LIGHTER),
        (SanctionLevel.MEDIUM, SanctionLevel.MORAL_OPEN, Comparison.LIGHTER),
        (SanctionLevel.MORAL_CLOSED, SanctionLevel.MORAL_OPEN, Comparison.HEAVIER),
        (SanctionLevel.HEAVY, SanctionLevel.DISMISSAL, Comparison.HEAVIER),
        (SanctionLevel.MEDIUM, SanctionLevel.MEDIUM, Comparison.EQUAL),
        (SanctionLevel.CONTRACT_ENDED, SanctionLevel.CONTRACT_ENDED, Comparison.EQUAL),
        (SanctionLevel.MEDIUM, SanctionLevel.CONTRACT_ENDED, Comparison.HEAVIER),
        (SanctionLevel.CONTRACT_ENDED, SanctionLevel.LIGHT, Comparison.LIGHTER),
        (SanctionLevel.HEAVY, SanctionLevel.CONTRACT_ENDED, Comparison.UNKNOWN),
        (SanctionLevel.OTHER, SanctionLevel.OTHER, Comparison.UNKNOWN),
        (SanctionLevel.NONE, SanctionLevel.OTHER, Comparison.HEAVIER),
        (None, SanctionLevel.MEDIUM, Comparison.UNKNOWN),
        (SanctionLevel.MEDIUM, None, Comparison.UNKNOWN),
        (None, SanctionLevel.NONE, Comparison.NONE),
    ],
)
def test_what_was_imposed_stands_beside_what_was_recommended(
    recommended: SanctionLevel | None, imposed: SanctionLevel | None, said: Comparison
) -> None:
    assert compare(recommended, imposed) is said


@given(recommended=LEVEL)
def test_nothing_imposed_is_none_whatever_was_recommended(
    recommended: SanctionLevel | None,
) -> None:
    nothing = recommended is SanctionLevel.NONE
    expected = Comparison.EQUAL if nothing else Comparison.NONE
    assert compare(recommended, SanctionLevel.NONE) is expected


@given(one=KNOWN, other=KNOWN)
def test_the_comparison_the_other_way_round_says_the_opposite(
    one: SanctionLevel, other: SanctionLevel
) -> None:
    assert compare(other, one) is OPPOSITE[compare(one, other)]


@given(one=KNOWN, middle=KNOWN, other=KNOWN)
def test_lighter_than_the_lighter_is_never_heavier(
    one: SanctionLevel, middle: SanctionLevel, other: SanctionLevel
) -> None:
    if compare(one, middle) is compare(middle, other) is Comparison.LIGHTER:
        assert compare(one, other) is Comparison.LIGHTER


def test_every_comparison_and_remedy_has_its_words() -> None:
    assert set(words.COMPARISONS) == set(Comparison)
    assert set(words.REMEDIES) == set(Remedy)


@pytest.mark.parametrize(
    ("state", "imposed", "said"),
    [
        ("arrived", None, "Dalam tindak lanjut instansi"),
        ("in_force", SanctionLevel.HEAVY, "Dalam tindak lanjut instansi"),
        ("reported", SanctionLevel.HEAVY, "Selesai: disiplin berat"),
        ("reported", SanctionLevel.MEDIUM, "Selesai: disiplin sedang"),
        ("reported", SanctionLevel.MORAL_CLOSED, "Selesai: sanksi moral"),
        ("reported", SanctionLevel.DISMISSAL, "Selesai: diberhentikan"),
        ("reported", SanctionLevel.NONE, "Selesai"),
        ("reported", None, "Selesai"),
        ("respondent_gone", SanctionLevel.HEAVY, "Selesai"),
        ("passed_on", None, "Dalam tindak lanjut instansi"),
    ],
)
def test_the_public_learns_the_outcome_only_once_it_is_reported(
    state: str, imposed: SanctionLevel | None, said: str
) -> None:
    assert words.public_status(state, imposed) == said


def test_one_of_whom_nothing_was_proven_is_said_so_and_not_called_unpunished() -> None:
    assert words.public_status("reported", not_proven=True) == "Selesai: tidak terbukti"
    assert words.public_status("reported", SanctionLevel.NONE) == "Selesai"


def test_an_open_and_a_closed_moral_sanction_are_told_apart_to_nobody() -> None:
    told = {
        words.public_status("reported", level)
        for level in (SanctionLevel.MORAL_CLOSED, SanctionLevel.MORAL_OPEN)
    }
    assert len(told) == 1


@pytest.mark.parametrize("code", [code for code, _ in recommended_options()] + ["none"])
def test_everything_that_can_be_recommended_has_its_words_and_its_level(code: str) -> None:
    level, kind = recommended_of(code)
    assert kind is None or kind_of(kind).level is level
    assert recommended_said(code)


@pytest.mark.parametrize("level", SanctionLevel)
def test_an_imposed_level_without_a_kind_has_its_words(level: SanctionLevel) -> None:
    assert imposed_said(level.value)
