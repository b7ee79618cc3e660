"""The demo's cases: one for each thing that a visitor should be able to see."""

from netralitas.demo.ended_stories import EndedStories
from netralitas.demo.open_stories import OpenStories


class Stories(EndedStories, OpenStories):
    """Tells the cases one after the other, the oldest first."""

    async def tell(self) -> None:
        """Tell all of them."""
        await self.re_routed()
        await self.part_ways()
        await self.returned_and_recommended()
        await self.not_registered()
        await self.withdrawn()
        await self.with_authority()
        await self.traced()
        await self.incomplete()
        await self.in_plenary()
        await self.decided()
        await self.clarification()
        await self.fresh()
