"""One step, written into the partner's own form of it and sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

import msgspec
from anyio import to_thread

from netralitas import clock
from netralitas.evidence.domain import FileLost
from netralitas.evidence.storage import Storage
from netralitas.partners.calling import Caller
from netralitas.partners.domain import AnswerState, Problem
from netralitas.partners.filling import Filled, Unfillable, fill
from netralitas.partners.outbox import Became
from netralitas.partners.told import Told
from netralitas.partners.wire import FailedError, Form, Standings, read

_PIECES: Final = 45 * 1024 * 1024
"""Bytes of papers that one step may bring; the API takes no larger body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A step as it is sent, decided on a version of its proceeding there."""

    body: bytes
    version: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A step that is about to be told; `there` is the case, `remote` its proceedings there."""

    caller: Caller
    storage: Storage
    there: int
    told: Told
    remote: Mapping[int, int]

    @property
    def _path(self) -> str:
        first = self.remote[self.told.proceedings[0]]
        return f"/cases/{self.there}/proceedings/{first}/moves/{self.told.code}"

    async def write(self) -> Letter | Became:
        """Return the step as it is sent, or that a person has to do it; FailedError."""
        answer = await self.caller.get(f"/cases/{self.there}/proceedings")
        versions = {one.id: one.version for one in read(answer.body, Standings).items}
        first = self.remote[self.told.proceedings[0]]
        if first not in versions:
            raise FailedError(Problem.NOT_THERE)
        form = read((await self.caller.get(self._path)).body, Form)
        today = clock.today(ZoneInfo(self.told.happened.zone))
        filled = fill(msgspec.to_builtins(form), self.told, self.remote, today)
        if isinstance(filled, Unfillable):
            return _by_hand(", ".join(filled.labels))
        files = await self._files(filled)
        if files is None:
            return _by_hand(None)
        sent = {
            "fields": filled.fields,
            "files": files,
            "versions": {str(one): versions.get(one, 0) for one in filled.others},
        }
        return Letter(body=msgspec.json.encode(sent), version=versions[first])

    async def send(self, letter: Letter, key: str) -> bytes:
        """Return what the partner answers when it is done, now or before; FailedError."""
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            "If-Match": f'"{letter.version}"',
        }
        return (await self.caller.post(self._path, letter.body, headers)).body

    async def _files(self, filled: Filled) -> dict[str, dict[str, object]] | None:
        """Return the papers that the form asks for; None where they cannot be sent."""
        found: dict[str, dict[str, object]] = {}
        size = 0
        for name, digest in filled.papers.items():
            try:
                content = await to_thread.run_sync(self._read, digest)
            except FileLost:
                return None
            size += len(content)
            found[name] = {"name": "berkas", "content": content}
        return found if size <= _PIECES else None

    def _read(self, digest: str) -> bytes:
        return b"".join(self.storage.pieces(digest))


def _by_hand(labels: str | None) -> Became:
    return Became(state=AnswerState.BY_HAND, problem=Problem.UNFILLABLE, sentence=labels)
