"""What an administrator does with receivers: each recorded, none with an address or a secret."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.web.domain import CaptureFailed
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.peers import secure
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.webhooks import policy, store, words
from netralitas.webhooks.domain import NewReceiver, ReceiverState
from netralitas.webhooks.messages import TRIAL
from netralitas.webhooks.sealing import WebhookSealer
from netralitas.webhooks.signing import new_secret, written

_OPEN = frozenset({ReceiverState.ACTIVE, ReceiverState.PAUSED, ReceiverState.STOPPED})


async def add(
    actor: Actor, new: NewReceiver, *, sealer: WebhookSealer, guard: Guard
) -> tuple[int, str]:
    """Return the id of a new receiver of the actor's office, and its secret to be shown once.

    It is told of what happens from now on. Raises NotAllowed, Invalid for an address to which
    nothing is ever sent, RuleBroken where the office has as many as it may.
    """
    may(actor, Permission.ADMINISTER)
    try:
        secure(guard, new.url)
    except CaptureFailed as failure:
        raise Invalid({"url": [words.ADDRESSES[failure.problem]]}) from failure
    secret, now = new_secret(), clock.now()
    async with writing(actor) as c:
        if await store.count_alive(c, actor.organisation) >= policy.MOST_RECEIVERS:
            raise RuleBroken(words.TOO_MANY, rule="webhook.most", remedy=words.END_ONE)
        identity = await store.draw(c)
        added = store.Added(
            id=identity,
            organisation=actor.organisation,
            new=new,
            secret=sealer.seal(secret, identity),
            officer=actor.officer,
            at=now,
        )
        await store.add(c, added)
        topics = [topic.value for topic in new.topics]
        await happened(c, actor, "webhook.added", receiver=identity, topics=topics)
    return identity, written(secret)


async def rotate(actor: Actor, receiver: int, *, sealer: WebhookSealer) -> str:
    """Return a new secret of a receiver, to be shown once; the old one signs too for a day.

    Raises NotAllowed, NotVisible, RuleBroken for one that has ended.
    """
    secret, now = new_secret(), clock.now()
    async with writing(actor) as c:
        await _opened(c, actor, receiver)
        sealed = sealer.seal(secret, receiver)
        await store.rotate(c, receiver, sealed, now + policy.OVERLAP)
        await happened(c, actor, "webhook.secret_replaced", receiver=receiver)
    return written(secret)


async def pause(actor: Actor, receiver: int) -> None:
    """Hold that nothing is sent until it goes on; nothing is lost meanwhile. Raises as `rotate`."""
    await _turn(actor, receiver, ReceiverState.PAUSED, "webhook.paused")


async def go_on(actor: Actor, receiver: int) -> None:
    """Hold that a receiver is told on from where it was, also one that was stopped."""
    await _turn(actor, receiver, ReceiverState.ACTIVE, "webhook.resumed")


async def end(actor: Actor, receiver: int) -> None:
    """Hold that a receiver is told nothing ever again. Raises as `rotate`."""
    await _turn(actor, receiver, ReceiverState.ENDED, "webhook.ended")


async def ask_for_trial(actor: Actor, receiver: int) -> None:
    """Hold that a trial is sent within seconds, also to a receiver that pauses."""
    async with writing(actor) as c:
        await _opened(c, actor, receiver)
        await store.ask_for_trial(c, receiver, TRIAL, clock.now())
        await happened(c, actor, "webhook.trial_asked", receiver=receiver)


async def ask_again(actor: Actor, receiver: int, delivery: int) -> None:
    """Hold that a dead letter is sent once more, beside the order; it may die again.

    Raises as `rotate`, and NotVisible where there is no such dead letter.
    """
    async with writing(actor) as c:
        await _opened(c, actor, receiver)
        known = 0 < delivery <= store.LARGEST_DELIVERY
        if not known or not await store.ask_again(c, receiver, delivery):
            raise NotVisible
        await happened(c, actor, "webhook.asked_again", receiver=receiver, delivery=delivery)


async def give_up(actor: Actor, receiver: int) -> None:
    """Hold that the message for which others wait is a dead letter, and the next goes on.

    Raises as `rotate`, and RuleBroken where none waits.
    """
    async with writing(actor) as c:
        await _opened(c, actor, receiver)
        if not await store.give_up(c, receiver):
            raise RuleBroken(words.NONE_WAITS, rule="webhook.give_up")
        await happened(c, actor, "webhook.given_up", receiver=receiver)


async def _turn(actor: Actor, receiver: int, state: ReceiverState, name: str) -> None:
    async with writing(actor) as c:
        before = await _opened(c, actor, receiver)
        if before is state is not ReceiverState.ACTIVE:
            return
        await store.set_state(c, receiver, state)
        await happened(c, actor, name, receiver=receiver)


async def _opened(c: Connection, actor: Actor, receiver: int) -> ReceiverState:
    """Return the state of a receiver of the actor's office, locked."""
    may(actor, Permission.ADMINISTER)
    state = await store.locked(c, actor.organisation, receiver)
    if state is None:
        raise NotVisible
    if state not in _OPEN:
        raise RuleBroken(words.HAS_ENDED, rule="webhook.ended")
    return state
