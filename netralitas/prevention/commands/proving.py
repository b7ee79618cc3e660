"""What shows that duties were done, and what came of an activity in the end."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.transactions import writing
from netralitas.prevention import policy, store
from netralitas.prevention.commands.opening import Target, hold_fresh, note, opened, refuse
from netralitas.prevention.domain import Achieved, Proof
from netralitas.prevention.queries.files import files_of
from netralitas.prevention.queries.posts import posts_of
from netralitas.refusals import NotVisible

_LARGEST_DUTY: Final = 2**31 - 1


async def prove_duty(actor: Actor, activity: int, duty: int, proof: Proof) -> None:
    """Keep what shows that a duty was done with an activity that was held.

    Raises NotVisible (also for a duty that is not marked as done), NotAllowed, RuleBroken (not
    held), or Invalid by field.
    """
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        policy.hold_held(found)
        files = {file.id for file in await files_of(c, activity)}
        posts = {post.id for post in await posts_of(c, activity)}
        refuse(policy.proof_problems(proof, files, posts))
        if duty > _LARGEST_DUTY or not await store.prove(c, activity, duty, proof):
            raise NotVisible
        details = {"duty": duty, "file": proof.file, "post": proof.post}
        await note(c, actor, head, "activity.duty_proved", found.readers, details)


async def record_achieved(actor: Actor, target: Target, said: Achieved) -> None:
    """Keep what came of an activity that was held, and what it cost.

    Raises NotVisible, NotAllowed, RuleBroken (not held), Stale, or Invalid by field.
    """
    async with writing(actor) as c:
        found, head = await opened(c, actor, target.activity)
        policy.hold_held(found)
        await hold_fresh(c, head, target)
        refuse(policy.achieved_problems(said))
        await store.achieved(c, found.id, said)
        details = {"fund": said.fund.value if said.fund else None, "cost": said.cost}
        await note(c, actor, head, "activity.achieved", found.readers, details)
