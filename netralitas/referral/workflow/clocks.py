"""The deadlines of `referral`; the numbers and units stand in the law, not here."""

from dataclasses import replace
from typing import Final

from netralitas.workflow.domain import ClockDeclaration

_ANSWERED: Final = frozenset(
    {"returned", "recommended", "rejected", "not_proven", "rerouted", "cancelled"}
)
_GONE: Final = frozenset(
    {"respondent_retired", "respondent_left_service", "respondent_died", "respondent_moved"}
)

_AUTHORITIES: Final = frozenset({"authority"})
"""Who supervises the ASN: referrals to them alone go through SBT, not those to the armed forces,
the police or a local government. Since when, the rule says.
"""

CLOCKS: Final = (
    ClockDeclaration(
        rule="asn.sbt_verify",
        starts_on="referral_received",
        ends_on=_ANSWERED | _GONE | {"validation_requested"},
        starts_in=frozenset({"received", "verification"}),
        runs_for=_AUTHORITIES,
    ),
    ClockDeclaration(
        rule="asn.sbt_validate",
        starts_on="validation_requested",
        ends_on=_ANSWERED | _GONE | {"validated"},
        starts_in=frozenset({"validation"}),
        runs_for=_AUTHORITIES,
    ),
)

CLOCKS_V2: Final = tuple(replace(clock, ends_on=clock.ends_on | {"taken_up"}) for clock in CLOCKS)
"""The same deadlines, which end as well where the receiver follows up itself."""

CLOCKS_V3: Final = (
    *CLOCKS_V2,
    ClockDeclaration(
        rule="asn.package_answer",
        starts_on="answer_awaited",
        ends_on=_ANSWERED | _GONE | {"referral_received", "taken_up"},
    ),
)
"""Beside them the day by which the sender asked for an answer to what was handed over."""
