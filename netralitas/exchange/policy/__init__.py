"""The rules of requests: who asks and decides, what a letter must say, who reads it. Pure."""

from netralitas.exchange.policy.answering import (
    decision_problems,
    delivery_problems,
    return_problems,
)
from netralitas.exchange.policy.asking import request_problems
from netralitas.exchange.policy.problems import type_problems
from netralitas.exchange.policy.standing import (
    hold_in_force,
    hold_party,
    hold_step,
    readers_of,
    wrong_party,
)

__all__ = [
    "decision_problems",
    "delivery_problems",
    "hold_in_force",
    "hold_party",
    "hold_step",
    "readers_of",
    "request_problems",
    "return_problems",
    "type_problems",
    "wrong_party",
]
