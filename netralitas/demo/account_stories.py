"""What administrators of the demo have before them: an invitation, a reset, somebody on leave."""

from datetime import timedelta
from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.people.commands.deputies import name_deputy
from netralitas.accounts.people.commands.proposing import begin_reset, invite
from netralitas.accounts.people.domain import Deputyship, Invited
from netralitas.demo.telling import Teller, type_story

_LEAVE: Final = timedelta(days=9)


class AccountStories:
    """Tells them; each waits for the second administrator, or for its last day."""

    def __init__(self, teller: Teller) -> None:
        """`teller` has everybody at their desks."""
        self._t = teller

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [self.invited(), self.forgotten(), self.on_leave()]

    async def invited(self) -> None:
        """The office gets one more investigator; an administrator above it is to agree."""
        with await self._t.at(self._t.when(2, 10, 15)):
            await invite(
                self._t.stepped_up("hanif"),
                Invited(
                    login="lestari",
                    name="Lestari Anggun",
                    organisation=self._t.offices["kab"],
                    title="Staf penanganan pelanggaran",
                    roles=(Role.INVESTIGATOR,),
                ),
            )

    async def forgotten(self) -> None:
        """Dimas has forgotten his password; the second administrator is to make sure it is him."""
        with await self._t.at(self._t.when(1, 8, 20)):
            await begin_reset(self._t.stepped_up("hanif"), "dimas", password=True, factor=False)

    async def on_leave(self) -> None:
        """Putri is on leave; Seno checks and publishes in her place."""
        at = self._t.when(3, 16, 5)
        with await self._t.at(at):
            wanted = Deputyship(
                principal_desk=self._t.actors["putri"].desk,
                deputy=self._t.actors["seno"].officer,
                roles=(Role.PUBLISHER,),
                first=at.date(),
                last=at.date() + _LEAVE,
            )
            await name_deputy(self._t.actors["putri"], wanted)
