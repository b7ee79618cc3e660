"""Deciding on a request, handing over, taking back, withdrawing."""

from datetime import date

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.exchange import policy, store
from netralitas.exchange.commands.opening import Target, opened, refuse
from netralitas.exchange.domain import Decision, Delivery, Outcome, RequestState
from netralitas.exchange.workflow import BY_CODE


async def decide(actor: Actor, target: Target, decision: Decision) -> None:
    """Let a request be granted, granted in part or with conditions, or refused with its reason.

    Raises what `opened` raises, also for a decision by the party that asks; Invalid by field.
    """
    step = BY_CODE["keputusan"]
    async with opened(actor, target, step, Permission.DECIDE_EXCHANGE) as now:
        refuse(policy.decision_problems(decision, now.request, now.today))
        refused = decision.outcome is Outcome.REFUSED
        state = RequestState.REFUSED if refused else RequestState.GRANTED
        until = decision.return_by.isoformat() if decision.return_by else None
        await now.happened(
            *("exchange.decided", decision.on),
            state=state.value,
            outcome=decision.outcome.value,
            granted=list(decision.granted),
            conditions=decision.conditions is not None,
            ending=decision.ending.value if decision.ending else None,
            return_by=until,
        )
        c = now.connection
        await store.decide(c, now.request, decision, actor.officer)
        await store.move(c, now.request.id, state, return_by=decision.return_by)


async def deliver(actor: Actor, target: Target, delivery: Delivery) -> None:
    """Hold that something was handed over; those whom its label lets read what.

    Raises what `opened` raises, also before a decision; Invalid by field.
    """
    async with opened(actor, target, BY_CODE["jawaban"]) as now:
        request, c = now.request, now.connection
        refuse(policy.delivery_problems(delivery, request, now.today))
        between = (request.asker, request.addressee, request.asking, request.asked)
        everybody = set(now.ground.readers) & set(request.readers)
        readers = policy.readers_of(delivery.label, everybody, between)
        # Whoever hands over reads what they handed over, also where the party does it itself.
        readers = tuple(sorted({*readers, actor.organisation}))
        await now.happened(
            *("exchange.delivered", delivery.on),
            state=RequestState.ANSWERED.value,
            label=delivery.label.value,
            digest=delivery.digest.hex() if delivery.digest else None,
        )
        await store.deliver(c, request, delivery, actor.officer, readers)
        await store.move(c, request.id, RequestState.ANSWERED)


async def give_back(actor: Actor, target: Target, on: date) -> None:
    """Hold that what was handed over was returned or erased, as the decision asked for.

    Raises what `opened` raises, also where no return was agreed; Invalid by field.
    """
    async with opened(actor, target, BY_CODE["pengembalian"]) as now:
        refuse(policy.return_problems(on, now.request, now.today))
        state = RequestState.RETURNED
        ending = now.request.ending
        await now.happened(
            *("exchange.returned", on), state=state.value, ending=ending.value if ending else None
        )
        await store.move(now.connection, now.request.id, state, returned_on=on)


async def withdraw(actor: Actor, target: Target) -> None:
    """Hold that a request was taken back by who asked; raises what `opened` raises."""
    async with opened(actor, target, BY_CODE["pencabutan"]) as now:
        state = RequestState.WITHDRAWN
        await now.happened("exchange.withdrawn", now.today, state=state.value)
        await store.move(now.connection, now.request.id, state)
