"""The outgoing half of a partner's turn: what the office did is recorded there too, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import structlog

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.storage import Storage
from netralitas.partners import claims, inbox, outbox, policy
from netralitas.partners.calling import Caller
from netralitas.partners.claims import Claimed
from netralitas.partners.domain import AnswerState, Problem
from netralitas.partners.looking import look_at
from netralitas.partners.outbox import Became, Open
from netralitas.partners.telling import Letter, Telling
from netralitas.partners.told import Told, told_by
from netralitas.partners.wire import FailedError, Written, read

_MOST_TRIES: Final = 3
"""So often a step is written anew in one turn, because the case changed there meanwhile."""

_log = structlog.get_logger("netralitas.partners")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What is told to one partner."""

    partner: Claimed
    caller: Caller
    storage: Storage

    async def answer(self) -> None:
        """Tell every step that may be told; one that is held holds those that come after it.

        Raises FailedError where the partner does not answer; then the rest waits. LostError.
        """
        await self._follow()
        async with writing(EVERYTHING) as c:
            waiting = await outbox.open_answers(c, self.partner)
        over: set[int] = set()
        held: set[int] = set()
        for each in waiting:
            if each.event in over:
                continue
            if each.state is not AnswerState.WAITING or each.proceeding in held:
                held.add(each.proceeding)
                continue
            told = await self._told(each)
            over.update(told.events)
            if not held.isdisjoint(told.proceedings) or not await self._answer(each, told):
                held.update(told.proceedings)

    async def _follow(self) -> None:
        """Note what is to be told, as far as the log is."""
        position = self.partner.position
        while True:
            async with writing(EVERYTHING) as c:
                steps, end = await outbox.upcoming(c, self.partner, position)
                if end > position:
                    await outbox.wait_for(c, self.partner, steps, end, clock.now())
            if end == position:
                return
            position = end

    async def _told(self, each: Open) -> Told:
        async with writing(EVERYTHING) as c:
            return await told_by(c, each.event)

    async def _answer(self, each: Open, told: Told) -> bool:
        """Tell a step; False where it is held, or waits."""
        if told.not_told is not None:
            became = Became(
                state=AnswerState.SETTLED, problem=Problem.NOT_TOLD, sentence=told.not_told
            )
            await self._note(each, told, became)
            return True
        remote = await self._linked(each, told)
        if remote is None:
            await self._tried(each, FailedError(Problem.UNLINKED))
            return False
        became = await self._sent(each, told, remote)
        await self._note(each, told, became)
        return became.state is AnswerState.DELIVERED

    async def _linked(self, each: Open, told: Told) -> Mapping[int, int] | None:
        """Return the proceedings there; None where one of them is not there yet."""
        for again in (False, True):
            if again:
                await look_at(self.partner, self.caller, each.package, each.case_file)
            async with writing(EVERYTHING) as c:
                found = await outbox.linked(c, self.partner, told.proceedings)
            if found.keys() >= {*told.proceedings}:
                return found
        return None

    async def _sent(self, each: Open, told: Told, remote: Mapping[int, int]) -> Became:
        """Return what became of a step; FailedError where the partner does not answer."""
        telling = Telling(self.caller, self.storage, each.there, told, remote)
        try:
            return await self._through(each, telling)
        except FailedError as failed:
            if failed.problem in policy.OF_THE_STEP:
                return _refused(failed)
            await self._tried(each, failed)
            raise

    async def _through(self, each: Open, telling: Telling) -> Became:
        """Send a step; what is not known to have arrived goes as it was, else it is written anew.

        Where the case changes there meanwhile, it is written anew as well. FailedError.
        """
        written: Letter | Became | None = None
        if each.body is not None and each.version is not None:
            written = Letter(body=each.body, version=each.version)
        for _ in range(_MOST_TRIES):
            written = written or await telling.write()
            if isinstance(written, Became):
                return written
            await self._sending(each, written)
            try:
                return await self._delivered(await telling.send(written, _key(each)))
            except FailedError as failed:
                if failed.problem is not Problem.CHANGED:
                    raise
                written = None
        raise FailedError(Problem.CHANGED)

    async def _delivered(self, body: bytes) -> Became:
        """Note how the proceedings stand there now."""
        try:
            standing = read(body, Written).proceedings
        except FailedError:
            standing = ()  # it is done all the same; how it stands is looked at later
        now = clock.now()
        async with writing(EVERYTHING) as c:
            for one in standing:
                await inbox.seen(c, self.partner, one.id, one.state, one.version, now)
        return Became(state=AnswerState.DELIVERED)

    async def _sending(self, each: Open, letter: Letter) -> None:
        async with writing(EVERYTHING) as c:
            await claims.keep(c, self.partner)
            await outbox.sending(c, self.partner, each.event, letter.body, letter.version)

    async def _tried(self, each: Open, failed: FailedError) -> None:
        async with writing(EVERYTHING) as c:
            await claims.keep(c, self.partner)
            await outbox.tried(c, self.partner, each.event, failed, clock.now())

    async def _note(self, each: Open, told: Told, became: Became) -> None:
        async with writing(EVERYTHING) as c:
            await claims.keep(c, self.partner)
            await outbox.became(c, self.partner, told.events, became, clock.now())
        _log.info(
            "step_told",
            partner=self.partner.id,
            event_id=each.event,
            state=became.state,
            problem=became.problem,
        )


def _key(each: Open) -> str:
    """Return the key under which a step is done once there, however often it is sent."""
    return sha256(bytes.fromhex(each.digest) + each.hash).hexdigest()


def _refused(failed: FailedError) -> Became:
    return Became(
        state=AnswerState.REFUSED,
        problem=failed.problem,
        status=failed.status,
        sentence=failed.sentence,
    )
