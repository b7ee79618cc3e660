"""The access decision: default deny, no field nor act beyond what the product's list grants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.access.domain import Actor, Party, Post, Role
from netralitas.access.policy import (
    Field,
    Permission,
    Phase,
    Relation,
    Sides,
    fields_visible,
    may,
    phase_of,
    posts,
    refusal,
    relation,
)
from netralitas.access.policy.permissions import _ANYWHERE
from netralitas.access.policy.step_up import PROVED
from netralitas.refusals import NotAllowed, NotVisible, StepUpNeeded
from netralitas.workflow.domain import Workflow
from netralitas.workflows import WORKFLOWS
from tests.make import stepped_up

OWNER, ABOVE, BKN, PEMDA, ELSEWHERE = 1, 2, 3, 4, 5
SIDES = Sides(
    owner=OWNER,
    superiors=frozenset({ABOVE}),
    receivers={BKN: True, PEMDA: False},
    excluded=frozenset({99}),
)
NOWHERE = (Relation.OTHER_RECEIVER, Relation.EXCLUDED, Relation.OUTSIDER)
# Acts that concern no single case.
GENERAL = {*_ANYWHERE}

actors = st.builds(
    Actor,
    officer=st.integers(1, 100),
    organisation=st.sampled_from([OWNER, ABOVE, BKN, PEMDA, ELSEWHERE]),
    desk=st.just(1),
    name=st.just("Nama"),
    organisation_name=st.just("Kantor"),
    organisation_kind=st.sampled_from(["bawaslu", "authority", "government"]),
    roles=st.frozensets(st.sampled_from(Role)),
)
relations = st.sampled_from(Relation)
phases = st.sampled_from(Phase)


def person(
    *roles: Role, organisation: int = OWNER, kind: str = "bawaslu", officer: int = 7
) -> Actor:
    return Actor(
        officer=officer,
        organisation=organisation,
        desk=1,
        name="Nama",
        organisation_name="Kantor",
        organisation_kind=kind,
        roles=frozenset(roles),
    )


@pytest.mark.parametrize(
    ("organisation", "addressee", "expected"),
    [
        (OWNER, None, Relation.OWNER),
        (ABOVE, None, Relation.SUPERIOR),
        (BKN, None, Relation.RECEIVER),
        (PEMDA, None, Relation.RECEIVER_ASKED),
        (BKN, PEMDA, Relation.OTHER_RECEIVER),
        (PEMDA, PEMDA, Relation.RECEIVER_ASKED),
        (OWNER, PEMDA, Relation.OWNER),
        (ELSEWHERE, None, Relation.OUTSIDER),
        (ELSEWHERE, ELSEWHERE, Relation.OUTSIDER),
    ],
)
def test_where_an_organisation_stands(
    organisation: int, addressee: int | None, expected: Relation
) -> None:
    assert relation(person(organisation=organisation), SIDES, addressee=addressee) is expected


@pytest.mark.parametrize("organisation", [OWNER, ABOVE, BKN, PEMDA, ELSEWHERE])
def test_an_exclusion_comes_before_everything(organisation: int) -> None:
    excluded = person(*Role, organisation=organisation, officer=99)
    assert relation(excluded, SIDES) is Relation.EXCLUDED


@given(actor=actors, towards=relations, phase=phases)
def test_nobody_sees_the_identity_of_the_reporter(
    actor: Actor, towards: Relation, phase: Phase
) -> None:
    assert Field.REPORTER not in fields_visible(actor, towards, phase)


@given(actor=actors, towards=st.sampled_from(NOWHERE), phase=phases)
def test_who_is_excluded_or_outside_sees_nothing_and_does_nothing(
    actor: Actor, towards: Relation, phase: Phase
) -> None:
    assert fields_visible(actor, towards, phase) == frozenset()
    assert posts(actor, towards) == frozenset()
    for act in set(Permission) - GENERAL:
        assert isinstance(refusal(actor, act, towards, phase), NotVisible)


@given(towards=relations, phase=phases)
def test_an_administrator_alone_never_sees_a_case(towards: Relation, phase: Phase) -> None:
    actor = person(Role.ADMINISTRATOR)
    assert fields_visible(actor, towards, phase) == frozenset()
    assert posts(actor, towards) == frozenset()


@given(towards=relations, phase=phases)
def test_an_auditor_reads_and_changes_nothing(towards: Relation, phase: Phase) -> None:
    actor = person(Role.AUDITOR)
    assert Field.NIP_FULL not in fields_visible(actor, towards, phase)
    assert posts(actor, towards) == frozenset()
    reads = {Permission.READ_CASE, Permission.READ_DOCUMENT}
    for act in set(Permission) - GENERAL - reads:
        assert refusal(actor, act, towards, phase) is not None


@given(roles=st.frozensets(st.sampled_from(Role)), phase=phases)
@pytest.mark.parametrize("towards", [Relation.RECEIVER, Relation.RECEIVER_ASKED])
def test_a_receiver_never_sees_the_handling_its_drafts_or_notes(
    towards: Relation, roles: frozenset[Role], phase: Phase
) -> None:
    internal = {Field.HANDLING, Field.STUDY_DRAFT, Field.NOTES, Field.INTAKE, Field.EXCLUSIONS}
    assert not fields_visible(person(*roles), towards, phase) & internal


@given(actor=actors, towards=relations, phase=phases)
def test_the_full_nip_is_for_the_owner_and_for_a_receiver_that_accepted(
    actor: Actor, towards: Relation, phase: Phase
) -> None:
    granted = {
        Relation.OWNER: {Role.INVESTIGATOR, Role.COMMISSIONER},
        Relation.RECEIVER: {Role.LIAISON, Role.FOLLOW_UP},
    }
    expected = bool(granted.get(towards, set()) & actor.roles)
    assert (Field.NIP_FULL in fields_visible(actor, towards, phase)) is expected
    assert (refusal(actor, Permission.READ_NIP, towards, phase) is None) is expected


@given(actor=actors, towards=relations)
def test_while_the_plenary_sits_study_and_decision_are_for_who_handles_the_case(
    actor: Actor, towards: Relation
) -> None:
    seen = fields_visible(actor, towards, Phase.PLENARY)
    handles = towards is Relation.OWNER and actor.roles & {Role.INVESTIGATOR, Role.COMMISSIONER}
    if not handles:
        assert not seen & {Field.STUDY_DRAFT, Field.DECISION}


@given(actor=actors, towards=relations, phase=phases, act=st.sampled_from(Permission))
def test_may_raises_what_refusal_returns(
    actor: Actor, towards: Relation, phase: Phase, act: Permission
) -> None:
    found = refusal(actor, act, towards, phase)
    if found is None and act in PROVED:
        with pytest.raises(StepUpNeeded):
            may(actor, act, towards, phase)
        may(stepped_up(actor), act, towards, phase)
    elif found is None:
        may(actor, act, towards, phase)
    else:
        assert found.reason
        with pytest.raises(type(found)):
            may(actor, act, towards, phase)


@given(actor=actors, towards=relations, phase=phases)
def test_who_does_not_see_a_case_may_do_nothing_in_it(
    actor: Actor, towards: Relation, phase: Phase
) -> None:
    if not fields_visible(actor, towards, phase):
        for act in set(Permission) - GENERAL:
            assert refusal(actor, act, towards, phase) is not None


@given(phase=phases, towards=relations, roles=st.frozensets(st.sampled_from(Role), min_size=1))
def test_more_roles_never_show_less(
    roles: frozenset[Role], towards: Relation, phase: Phase
) -> None:
    together = fields_visible(person(*roles), towards, phase)
    for role in roles:
        assert fields_visible(person(role), towards, phase) <= together


@pytest.mark.parametrize("act", sorted(set(Permission) - GENERAL))
def test_an_act_on_no_particular_case_is_refused(act: Permission) -> None:
    assert isinstance(refusal(person(*Role), act), NotVisible)


def test_only_bawaslu_takes_cases_in() -> None:
    may(person(Role.INVESTIGATOR), Permission.TAKE_IN)
    may(person(Role.SUPERVISOR), Permission.TAKE_IN)
    with pytest.raises(NotAllowed):
        may(person(Role.INVESTIGATOR, kind="government"), Permission.TAKE_IN)
    with pytest.raises(NotAllowed):
        may(person(Role.COMMISSIONER), Permission.TAKE_IN)


def test_a_supervisor_follows_their_case_only_until_it_is_registered() -> None:
    actor = person(Role.SUPERVISOR)
    assert Field.SUMMARY in fields_visible(actor, Relation.OWNER, Phase.PRELIMINARY)
    later = fields_visible(actor, Relation.OWNER, Phase.REGISTERED)
    assert later == {Field.NUMBERS, Field.STAGE}


def test_a_publisher_sees_a_case_from_its_outcome_on() -> None:
    actor = person(Role.PUBLISHER)
    seen = {phase for phase in Phase if fields_visible(actor, Relation.OWNER, phase)}
    assert seen == {Phase.DECIDED, Phase.REFERRED, Phase.CLOSED}
    assert Field.RESPONDENTS not in fields_visible(actor, Relation.OWNER, Phase.DECIDED)


def test_posts_are_the_roles_on_the_side_where_the_person_stands() -> None:
    actor = person(Role.COMMISSIONER, Role.AUDITOR, Role.ADMINISTRATOR)
    assert posts(actor, Relation.SUPERIOR) == {Post(party=Party.SUPERIOR, role=Role.COMMISSIONER)}


def test_every_phase_of_the_handling_belongs_to_a_class() -> None:
    declared = {state.phase for state in WORKFLOWS.current("handling").states}
    classes = {phase_of(phase, referred=False) for phase in declared}
    assert classes == set(Phase) - {Phase.REFERRED}
    assert phase_of("outcome", referred=True) is Phase.REFERRED
    assert phase_of("closed", referred=True) is Phase.CLOSED
    with pytest.raises(KeyError):
        phase_of("something new", referred=False)


SIDE_OF = {
    Party.OWNER: Relation.OWNER,
    Party.SUPERIOR: Relation.SUPERIOR,
    Party.RECEIVER: Relation.RECEIVER,
}


@pytest.mark.parametrize("workflow", list(WORKFLOWS), ids=lambda workflow: workflow.code)
def test_whoever_a_workflow_names_sees_the_case_and_may_act(workflow: Workflow) -> None:
    acts = [(Permission.MAKE_MOVE, move.by) for move in workflow.moves]
    acts += [(Permission.RECORD_FACT, fact.by) for fact in workflow.facts]
    # What goes on before the decision is the handling's; the rest begins after it.
    phase = Phase.INTAKE if workflow.code == "handling" else Phase.REFERRED
    for act, by in acts:
        for post in by:
            side = SIDE_OF[post.party]
            assert refusal(person(post.role), act, side, phase) is None, (act, post)
            assert post in posts(person(post.role), side)
