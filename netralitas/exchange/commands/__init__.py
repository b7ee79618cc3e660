"""What changes requests: asking, deciding, handing over, giving back, withdrawing."""

from netralitas.exchange.commands.answering import decide, deliver, give_back, withdraw
from netralitas.exchange.commands.asking import ask
from netralitas.exchange.commands.opening import Target

__all__ = ["Target", "ask", "decide", "deliver", "give_back", "withdraw"]
