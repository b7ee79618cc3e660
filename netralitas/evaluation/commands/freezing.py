"""Freezing: the figures of this moment of the log, for good."""

from netralitas.access.domain import Actor
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation import store
from netralitas.evaluation.commands.standing import sitting
from netralitas.evaluation.domain import canonical, digest
from netralitas.evaluation.policy import check_freezing
from netralitas.evaluation.queries import figures_at, log_position


async def freeze(actor: Actor, meeting: int) -> int:
    """Return the position of the log at which the figures of the meeting are now frozen.

    They count the events that the organiser reads, whoever freezes them: an exclusion of that
    officer leaves no gap. Raises RuleBroken for a meeting whose day has not come, that is cancelled
    or has figures already, and while the log is empty.
    """
    async with sitting(actor, meeting) as now:
        frozen = await store.is_frozen(now.connection, meeting)
        position = await log_position(now.connection)
        check_freezing(now.meeting, frozen=frozen, position=position, today=now.today)
        async with reading(EVERYTHING) as whole:
            figures = await figures_at(
                whole, position=position, organisation=now.meeting.organisation
            )
        content = canonical(figures)
        await store.add_snapshot(now.connection, now.meeting, figures, content, now.head.now)
        await now.happened(
            "meeting.figures_frozen",
            position=position,
            definition=figures.definition,
            digest=digest(content).hex(),
        )
    return position
