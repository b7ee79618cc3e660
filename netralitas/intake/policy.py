"""Until when a report could be made. Pure."""

from datetime import date

from netralitas.law.book import RuleBook
from netralitas.law.domain import Regime, Zone
from netralitas.law.explanation import Explanation, explain


def explained_window(regime: Regime, known_on: date, book: RuleBook, zone: Zone) -> Explanation:
    """Return until when what was known on a day could be reported.

    Raises UnknownRule outside the stages, NotInForce, and what `explain` raises.
    """
    rule = book.rule(f"{regime}.report_window", known_on)
    return explain(rule, known_on, book.calendar(), zone)
