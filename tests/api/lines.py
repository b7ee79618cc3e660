"""A case as one system of its receiver goes through it, over the API of any installation."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

import httpx

from netralitas.access.domain import Role
from tests.api.world import today, write


class Asking(Protocol):
    """What asks an API as a system of an office."""

    async def __call__(
        self,
        method: str,
        path: str,
        *,
        office: str,
        role: Role,
        headers: dict[str, str] | None = None,
        json: object = None,
    ) -> httpx.Response:
        """Return the answer."""
        ...


def letter(subject: str) -> dict[str, str]:
    """The fields of a letter that the office sends today."""
    return {"letter_out_date": today(), "letter_out_subject": subject}


@dataclass(slots=True)
class Line:
    """A case as one system of the receiver goes through it."""

    machines: Asking
    case: int
    office: str = "bkpsdm"
    role: Role = Role.FOLLOW_UP
    keys: Any = field(default_factory=count)

    async def at(self, workflow: str) -> dict[str, Any]:
        """The proceeding of this workflow as it stands."""
        system: dict[str, Any] = {"office": self.office, "role": self.role}
        told = await self.machines("GET", f"/cases/{self.case}/proceedings", **system)
        [found] = [one for one in told.json()["items"] if one["workflow"] == workflow]
        return dict(found)

    async def step(self, workflow: str, code: str, **fields: str) -> str:
        """The state after a move; its form must name every field that is sent."""
        now = await self.at(workflow)
        path = f"/cases/{self.case}/proceedings/{now['id']}/moves/{code}"
        system: dict[str, Any] = {"office": self.office, "role": self.role}
        form = (await self.machines("GET", path, **system)).json()
        assert form["blocked"] == [], form
        names = {name for one in form["fields"] for name in one["inputs"]}
        assert names >= set(fields), set(fields) - names
        headers = write(f"garis-{code}-{next(self.keys)}", now["version"])
        sent = {"fields": {"happened": today(), **fields}}
        answer = await self.machines("POST", path, headers=headers, json=sent, **system)
        assert answer.status_code == 201, answer.text
        return str((await self.at(workflow))["state"])
