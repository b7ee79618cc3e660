"""What tells people of deadlines: making notices, sending them, and addresses of calendars."""

from netralitas.notices.commands.agreements import RemindingOfAgreements
from netralitas.notices.commands.feeds import end_feed, make_feed
from netralitas.notices.commands.incidents import RemindingOfIncidents
from netralitas.notices.commands.sending import Sending
from netralitas.notices.commands.telling import SEND, Reminding, see, tell_due, tell_moved

__all__ = [
    "SEND",
    "Reminding",
    "RemindingOfAgreements",
    "RemindingOfIncidents",
    "Sending",
    "end_feed",
    "make_feed",
    "see",
    "tell_due",
    "tell_moved",
]
