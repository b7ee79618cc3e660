"""The demo's hand-told cases: one for each thing that a visitor should be able to see."""

from collections.abc import Coroutine

from netralitas.demo.ended_stories import EndedStories
from netralitas.demo.inquiry_stories import InquiryStories
from netralitas.demo.letter_stories import LetterStories
from netralitas.demo.open_stories import OpenStories


class Stories(EndedStories, InquiryStories, LetterStories, OpenStories):
    """Everything that is told by hand."""

    def all(self) -> list[Coroutine[None, None, None]]:
        """Return each story, not yet begun."""
        return [
            *(self.re_routed(), self.sanctioned_twice(), self.reopened_follow_up()),
            *(self.moved_and_gone(), self.returned_and_recommended(), self.not_registered()),
            *(self.withdrawn_and_sent_on(), self.stopped(), self.reopened(), self.part_ways()),
            *(self.with_authority(), self.traced(), self.incomplete(), self.in_plenary()),
            *(self.decided(), self.clarification(), self.fresh()),
            self.next_meeting(),
            *(self.came_back(), self.proved_late(), self.asked_back(), self.addresses()),
        ]
