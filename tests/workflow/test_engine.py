"""The engine on a small workflow of its own, rule by rule."""

from dataclasses import replace

import pytest

from netralitas.access.domain import Party, Post, Role
from netralitas.refusals import RuleBroken
from netralitas.workflow.domain import Ask, ClockDeclaration, Intent, Standing
from netralitas.workflow.engine import (
    asks,
    basis_in,
    clocks,
    decide,
    decide_all,
    follow,
    leads_on,
    may,
    options,
)
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR, LIAISON
from netralitas.workflow.refusals import MoveRefused
from tests.workflow.toy import ARTICLE, FINISH, OPEN, OWN, WORKFLOW


def refused(intent: Intent, standing: Standing = OPEN) -> MoveRefused:
    with pytest.raises(MoveRefused) as caught:
        decide(WORKFLOW, standing, intent)
    return caught.value


def test_an_allowed_move_gives_its_states_its_facts_and_the_clocks_it_ends() -> None:
    decision = decide(WORKFLOW, OPEN, FINISH)
    assert (decision.from_state, decision.to_state) == ("open", "done")
    assert decision.facts == ("finished",)
    assert [clock.rule for clock in decision.ends] == ["work", "answer", "late", "soon"]
    assert decision.starts == ()
    assert decision.overrides == frozenset()


def test_an_opening_move_starts_from_nothing_and_starts_its_clocks() -> None:
    decision = decide(
        WORKFLOW, Standing(state=None, posts=frozenset({INVESTIGATOR})), Intent(move="start")
    )
    assert (decision.from_state, decision.to_state) == (None, "open")
    assert [clock.rule for clock in decision.starts] == ["work"]


def test_an_opening_move_is_refused_on_a_proceeding_that_exists() -> None:
    assert refused(Intent(move="start")).rules == ("unlisted",)


def test_a_move_that_stays_keeps_the_state() -> None:
    assert decide(WORKFLOW, OPEN, Intent(move="stay")).to_state == "open"


def test_a_move_from_another_state_is_refused_with_the_label_of_the_present_one() -> None:
    refusal = refused(FINISH, replace(OPEN, state="done"))
    assert refusal.rules == ("unlisted",)
    assert "“Done”" in refusal.reason


def test_an_unknown_move_is_refused() -> None:
    assert refused(Intent(move="fly")).rules == ("unlisted",)


def test_a_retired_state_cannot_be_entered() -> None:
    assert refused(Intent(move="relapse")).rules == ("retired",)


def test_a_move_of_another_post_is_refused_with_the_post_it_needs() -> None:
    refusal = refused(FINISH, replace(OPEN, posts=frozenset({COMMISSIONER})))
    assert refusal.rules == ("post",)
    assert "staf penanganan pelanggaran" in refusal.reason


def test_a_refusal_is_a_broken_rule_that_names_the_article_and_the_sentence() -> None:
    refusal = refused(FINISH, replace(OPEN, present=frozenset({"list", "valid"})))
    assert isinstance(refusal, RuleBroken)
    assert refusal.rules == ("paper",)
    assert refusal.reason == "Kertas belum ada."
    assert refusal.rule == "UU 2/2000 Pasal 2"


def test_a_refusal_names_the_article_of_the_regime_of_the_case() -> None:
    lacking = replace(OPEN, present=frozenset({"list", "valid"}))
    assert refused(FINISH, replace(lacking, regime="pemilu")).rule == "UU 2/2000 Pasal 2"
    assert refused(FINISH, replace(lacking, regime="pemilihan")).rule == "UU 1/2000 Pasal 1"


def test_a_move_out_of_place_is_told_so_and_nothing_else() -> None:
    refusal = refused(Intent(move="finish"), Standing(state="done", posts=frozenset()))
    assert refusal.rules == ("unlisted",)


def test_a_refusal_without_an_article_names_its_code() -> None:
    refusal = refused(Intent(move="finish"), replace(OPEN, present=frozenset({"paper", "valid"})))
    assert refusal.rule == "list"


def test_everything_that_is_missing_is_named_at_once() -> None:
    refusal = refused(Intent(move="finish"), replace(OPEN, present=frozenset()))
    assert refusal.rules == ("paper", "list", "valid", "ask.letter_out", "ask.addressee")


def test_a_paper_given_on_the_form_fulfils_what_requires_it() -> None:
    standing = replace(OPEN, present=frozenset({"paper", "valid"}))
    assert refused(FINISH, standing).rules == ("list",)
    given = replace(FINISH, given=FINISH.given | {Ask.EVIDENCE_LIST})
    assert decide(WORKFLOW, standing, given).to_state == "done"


def test_an_overridable_requirement_is_passed_with_a_reason_and_marked() -> None:
    standing = replace(OPEN, present=frozenset({"paper", "list"}))
    intent = replace(FINISH, overrides=frozenset({"valid", "list"}), reason="Masa peralihan.")
    assert decide(WORKFLOW, standing, intent).overrides == {"valid"}


@pytest.mark.parametrize("reason", [None, "", "  \n"])
def test_overriding_without_a_reason_is_refused(reason: str | None) -> None:
    standing = replace(OPEN, present=frozenset({"paper", "list"}))
    intent = replace(FINISH, overrides=frozenset({"valid"}), reason=reason)
    refusal = refused(intent, standing)
    assert refusal.rules == ("valid",)
    assert "Alasan" in refusal.reason


def test_what_is_not_overridable_stays_refused_whatever_the_reason() -> None:
    standing = replace(OPEN, present=frozenset({"list", "valid"}))
    intent = replace(FINISH, overrides=frozenset({"paper"}), reason="Mendesak.")
    refusal = refused(intent, standing)
    assert refusal.rules == ("paper",)
    assert "tidak dapat dikesampingkan" in refusal.reason


def test_an_exceptional_move_needs_a_reason_though_its_form_names_none() -> None:
    assert refused(Intent(move="leap", reason=" ")).rules == ("ask.reason",)
    assert decide(WORKFLOW, OPEN, Intent(move="leap", reason="Perintah.")).to_state == "done"


def test_a_move_that_asks_for_a_reason_needs_its_text_and_not_only_its_name() -> None:
    named = Intent(move="explain", given=frozenset({Ask.REASON}))
    assert refused(named).rules == ("ask.reason",)
    assert decide(WORKFLOW, OPEN, replace(named, reason="Karena.")).to_state == "done"


def test_only_who_records_for_the_receiver_must_hold_its_letter() -> None:
    assert refused(Intent(move="answer")).rules == ("ask.letter_in",)
    receiver = replace(OPEN, posts=frozenset({LIAISON}))
    assert decide(WORKFLOW, receiver, Intent(move="answer")).to_state == "done"
    assert asks(WORKFLOW.move("answer"), {INVESTIGATOR}) == (Ask.LETTER_IN,)
    assert asks(WORKFLOW.move("answer"), {LIAISON, INVESTIGATOR}) == ()


def test_options_show_the_possible_and_the_blocked_with_their_reasons() -> None:
    found = {
        option.move.code: option for option in options(WORKFLOW, replace(OPEN, present=frozenset()))
    }
    assert list(found) == ["finish", "stay", "leap", "relapse", "answer", "explain", "promise"]
    assert found["stay"].possible
    assert [obstacle.rule for obstacle in found["finish"].obstacles] == ["paper"]
    assert [obstacle.rule for obstacle in found["relapse"].obstacles] == ["retired"]


def test_an_answer_adds_the_fact_that_the_move_may_state_and_its_clock_starts() -> None:
    plain = decide(WORKFLOW, OPEN, Intent(move="promise"))
    assert (plain.facts, plain.starts) == (("promised",), ())
    promised = decide(WORKFLOW, OPEN, Intent(move="promise", states=frozenset({"soon"})))
    assert promised.facts == ("promised", "soon")
    assert [clock.rule for clock in promised.starts] == ["soon"]


def test_an_answer_adds_no_fact_that_the_move_may_not_state() -> None:
    intent = Intent(move="promise", states=frozenset({"finished", "later"}))
    decision = decide(WORKFLOW, OPEN, intent)
    assert decision.facts == ("promised", "later")
    assert decision.ends == ()


def test_a_move_of_nobody_is_neither_offered_nor_decided() -> None:
    assert "be_told" not in [option.move.code for option in options(WORKFLOW, OPEN)]
    assert refused(Intent(move="be_told")).rules == ("post",)


def test_a_consequence_follows_without_being_asked_for_anything() -> None:
    nobody = Standing(state="open", posts=frozenset())
    move = WORKFLOW.move("be_told")
    assert leads_on(move, "open")
    assert not leads_on(move, "done")
    decision = follow(WORKFLOW, nobody, move, Intent(move="be_told"))
    assert (decision.from_state, decision.to_state) == ("open", "done")
    assert [clock.rule for clock in decision.ends] == ["work", "answer", "late", "soon"]


def test_options_without_a_state_are_the_opening_moves() -> None:
    found = options(WORKFLOW, Standing(state=None, posts=frozenset()))
    assert [option.move.code for option in found] == ["start"]
    assert [obstacle.rule for obstacle in found[0].obstacles] == ["post"]


def test_a_set_is_decided_whole_or_not_at_all() -> None:
    other = replace(OPEN, state="done")
    assert len(decide_all(WORKFLOW, (OPEN, OPEN), Intent(move="stay"))) == 2
    with pytest.raises(MoveRefused):
        decide_all(WORKFLOW, (OPEN, other), Intent(move="stay"))


def test_a_move_not_declared_for_sets_is_made_on_one_proceeding_only() -> None:
    assert len(decide_all(WORKFLOW, (OPEN,), FINISH)) == 1
    with pytest.raises(MoveRefused) as caught:
        decide_all(WORKFLOW, (OPEN, OPEN), FINISH)
    assert caught.value.rules == ("batch",)


def test_a_post_is_a_role_on_one_side_and_not_the_role_alone() -> None:
    elsewhere = Post(party=Party.RECEIVER, role=Role.INVESTIGATOR)
    assert may({INVESTIGATOR}, (COMMISSIONER, INVESTIGATOR))
    assert not may({elsewhere}, (INVESTIGATOR,))


def test_the_articles_of_another_regime_are_left_out_unless_none_remains() -> None:
    assert basis_in((ARTICLE, OWN), "pemilu") == (ARTICLE, OWN)
    assert basis_in((ARTICLE, OWN), "pemilihan") == (ARTICLE,)
    assert basis_in((OWN,), "luar_tahapan") == (OWN,)


@pytest.mark.parametrize(("kind", "runs"), [("authority", True), ("other", False), (None, False)])
def test_a_clock_for_some_addressees_starts_for_no_other(kind: str | None, *, runs: bool) -> None:
    wound = ClockDeclaration(
        rule="theirs",
        starts_on="finished",
        ends_on=frozenset({"finished"}),
        runs_for=frozenset({"authority"}),
    )
    workflow = replace(WORKFLOW, clocks=(wound,))
    starts, ends = clocks(workflow, {"finished"}, "open", kind)
    assert [clock.rule for clock in starts] == (["theirs"] if runs else [])
    assert [clock.rule for clock in ends] == ["theirs"]
