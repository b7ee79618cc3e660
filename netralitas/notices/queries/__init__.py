"""What is read of notices: a person's own, what is to be mailed, what a calendar shows."""

from netralitas.notices.queries.feed import calendar_of, entries, feed_since
from netralitas.notices.queries.outgoing import outgoing
from netralitas.notices.queries.own import own_notices

__all__ = ["calendar_of", "entries", "feed_since", "outgoing", "own_notices"]
