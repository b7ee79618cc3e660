"""One agreement: what each party promised per theme, and how often activities did it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from netralitas.agreements import words
from netralitas.agreements.pages import AgreementPage, DutyLine, DutyList, ThemeDuties
from netralitas.agreements.queries.register import PATH, one_card
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb

_LARGEST_ID: Final = 2**31 - 1

_DUTIES: Final = """
SELECT d.theme, d.text, o.name AS party, count(a.id) AS done, max(a.held_on) AS last_on
FROM duty d
JOIN agreement_party p ON p.agreement = d.agreement AND p.organisation = d.organisation
JOIN organisation o ON o.id = d.organisation
LEFT JOIN duty_done n ON n.duty = d.id
LEFT JOIN activity a ON a.id = n.activity AND a.state = 'held'
WHERE d.agreement = $1
GROUP BY d.id, p.ordinal, o.name ORDER BY p.ordinal, d.ordinal
"""
_HELD: Final = """
SELECT theme, count(*) AS amount FROM activity
WHERE agreement = $1 AND state = 'held' GROUP BY theme
"""


async def agreement_page(c: Connection, agreement: int, today: date) -> AgreementPage:
    """Return one agreement; NotVisible for one that the reader does not see. Three statements."""
    card = await one_card(c, agreement, today) if 0 < agreement <= _LARGEST_ID else None
    if card is None:
        raise NotVisible
    duties = await c.fetch(_DUTIES, agreement)
    held = {row["theme"]: row["amount"] for row in await c.fetch(_HELD, agreement)}
    return AgreementPage(
        agreement=card,
        ended=card.tone == "late",
        themes=tuple(
            _theme(theme, [row for row in duties if row["theme"] == theme], held.get(theme, 0))
            for theme in Theme
        ),
        crumbs=(Crumb("Kerja sama", PATH), Crumb(card.title)),
    )


def _theme(theme: Theme, rows: list[Any], activities: int) -> ThemeDuties:
    parties = dict.fromkeys(row["party"] for row in rows)
    return ThemeDuties(
        label=THEMES[theme],
        activities=activities,
        href=f"/pencegahan?tema={'-'.join(THEMES[theme].lower().split())}",
        parties=tuple(
            _party(party, [row for row in rows if row["party"] == party]) for party in parties
        ),
    )


def _party(party: str, rows: Iterable[Any]) -> DutyList:
    lines = tuple(
        DutyLine(
            text=row["text"],
            done=row["done"],
            often=words.often(row["done"], row["last_on"]),
        )
        for row in rows
    )
    return DutyList(party=party, duties=lines, kept=sum(line.done > 0 for line in lines))
