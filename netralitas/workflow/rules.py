"""What stands against a move or a fact: each rule asked in turn, each answer an obstacle."""

from collections.abc import Collection, Iterator

from netralitas.access.domain import Party, Post
from netralitas.workflow import words
from netralitas.workflow.domain import (
    Ask,
    Basis,
    FactDeclaration,
    Intent,
    Move,
    Obstacle,
    Requirement,
    Standing,
    State,
    Workflow,
)


def may(posts: Collection[Post], by: Collection[Post]) -> bool:
    """Say whether one who holds `posts` is among those who may act."""
    return not frozenset(posts).isdisjoint(by)


def not_yours(standing: Standing, act: Move | FactDeclaration) -> tuple[Obstacle, ...]:
    """Return the obstacle that a move or fact is for others; none for one who may, in any state."""
    if may(standing.posts, act.by):
        return ()
    said = words.not_yours if isinstance(act, Move) else words.fact_not_yours
    return (Obstacle(rule="post", sentence=said(act.by)),)


def asks(move: Move, posts: Collection[Post]) -> tuple[Ask, ...]:
    """Return what the form must ask of one who holds `posts`: more from who acts for another."""
    if not _acts_for_receiver(move, posts):
        return move.asks
    return move.asks + tuple(ask for ask in move.on_behalf if ask not in move.asks)


def leads_on(move: Move, state: str | None) -> bool:
    """Say whether the move starts from the state; from none, whether it opens the proceeding."""
    return not move.sources if state is None else state in move.sources


def obstacles(workflow: Workflow, standing: Standing, move: Move) -> tuple[Obstacle, ...]:
    """Return what stands against the move before its form is filled in.

    What the form itself will answer is passed over; a move that does not lead on from the present
    state has that one obstacle.
    """
    foreseen = (
        requirement
        for requirement in _lacking(workflow, standing, move)
        if not requirement.dated
        and requirement.judged_with not in move.asks
        and requirement.supplied_by not in move.asks + move.may_ask
        and not (requirement.overridable and requirement.supplied_by)
    )
    return tuple(_out_of_place(workflow, standing, move)) or (
        *not_yours(standing, move),
        *(_lacked(requirement, requirement.missing, standing) for requirement in foreseen),
    )


def obstacles_to(
    workflow: Workflow, standing: Standing, move: Move, intent: Intent
) -> tuple[Obstacle, ...]:
    """Return what stands against the move as intended, its form filled in."""
    return tuple(_out_of_place(workflow, standing, move)) or (
        *not_yours(standing, move),
        *_not_overridden(workflow, standing, move, intent),
        *_unanswered(move, standing.posts, intent),
    )


def overridden(
    workflow: Workflow, standing: Standing, act: Move | FactDeclaration, intent: Intent
) -> frozenset[str]:
    """Return the codes of the lacking requirements that the intent passes over."""
    lacking = _lacking(workflow, standing, act, intent.given)
    return intent.overrides & {requirement.code for requirement in lacking}


def fact_obstacles(
    workflow: Workflow, standing: Standing, fact: FactDeclaration
) -> tuple[Obstacle, ...]:
    """Return what stands against recording the fact before its form is filled in.

    What it requires is judged once its day and its answers are told.
    """
    found = []
    if standing.state is None or (fact.when and standing.state not in fact.when):
        sentence = words.fact_out_of_place(fact.label, _state(workflow, standing.state))
        found.append(Obstacle(rule="unlisted", sentence=sentence))
    return (*found, *not_yours(standing, fact))


def obstacles_to_fact(
    workflow: Workflow, standing: Standing, fact: FactDeclaration, intent: Intent
) -> tuple[Obstacle, ...]:
    """Return what stands against recording the fact as intended, its form filled in."""
    return (
        *fact_obstacles(workflow, standing, fact),
        *_not_overridden(workflow, standing, fact, intent),
        *_fact_unanswered(fact, intent),
    )


def _fact_unanswered(fact: FactDeclaration, intent: Intent) -> Iterator[Obstacle]:
    for ask in fact.asks:
        given = _filled(intent.reason) if ask is Ask.REASON else ask in intent.given
        if not given:
            yield _missing_answer(ask)


def _out_of_place(workflow: Workflow, standing: Standing, move: Move) -> Iterator[Obstacle]:
    target = _state(workflow, move.target)
    if not leads_on(move, standing.state):
        sentence = words.not_listed(move, _state(workflow, standing.state))
        yield Obstacle(rule="unlisted", sentence=sentence)
    elif target is not None and target.retired:
        yield Obstacle(rule="retired", sentence=words.retired(target))


def _lacking(
    workflow: Workflow,
    standing: Standing,
    act: Move | FactDeclaration,
    given: Collection[Ask] = (),
) -> list[Requirement]:
    """Return what is required and neither present nor supplied by the form."""
    required = map(workflow.requirement, act.requires)
    return [
        requirement
        for requirement in required
        if requirement.code not in standing.present and requirement.supplied_by not in given
    ]


def _not_overridden(
    workflow: Workflow, standing: Standing, act: Move | FactDeclaration, intent: Intent
) -> Iterator[Obstacle]:
    for requirement in _lacking(workflow, standing, act, intent.given):
        if requirement.code not in intent.overrides:
            yield _lacked(requirement, requirement.missing, standing)
        elif not requirement.overridable:
            yield _lacked(requirement, words.not_overridable(requirement), standing)
        elif not _filled(intent.reason):
            yield _lacked(requirement, words.no_reason_to_override(requirement), standing)


def _lacked(requirement: Requirement, sentence: str, standing: Standing) -> Obstacle:
    article = next((item for item in requirement.basis if _concerns(item, standing.regime)), None)
    return Obstacle(rule=requirement.code, sentence=sentence, basis=article)


def _concerns(article: Basis, regime: str | None) -> bool:
    return regime is None or article.regime in {None, regime}


def _unanswered(move: Move, posts: Collection[Post], intent: Intent) -> Iterator[Obstacle]:
    required = asks(move, posts)
    for ask in required:
        if ask is not Ask.REASON and ask not in intent.given:
            yield _missing_answer(ask)
    if (move.exceptional or Ask.REASON in required) and not _filled(intent.reason):
        yield Obstacle(rule="ask.reason", sentence=words.no_reason(move))


def _missing_answer(ask: Ask) -> Obstacle:
    return Obstacle(rule=f"ask.{ask.value}", sentence=words.not_answered(ask))


def _acts_for_receiver(move: Move, posts: Collection[Post]) -> bool:
    held = [post for post in move.by if post in posts]
    return bool(held) and all(post.party is not Party.RECEIVER for post in held)


def _state(workflow: Workflow, code: str | None) -> State | None:
    return None if code is None else workflow.state(code)


def _filled(text: str | None) -> bool:
    return bool(text and text.strip())
