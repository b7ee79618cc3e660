"""Which duties of a text an activity can do: those of a theme of prevention. Pure.

Articles have no themes: whoever keeps the agreement names one. A row of the work plan may have one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from netralitas.agreements.domain import NewDuty
from netralitas.agreements.paper import Paper
from netralitas.cases.domain import Theme

_WORDS: Final = {
    Theme.NEUTRALITY: "netralitas",
    Theme.MONEY_POLITICS: "politik uang",
    Theme.BLACK_CAMPAIGN: "kampanye hitam",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A duty of a text: where it stands, what it says, the places of the parties that owe it."""

    at: str
    text: str
    parties: tuple[int, ...]


def owed(paper: Paper) -> tuple[Owed, ...]:
    """Return the duties of the articles and of the work plan, in the order of the text."""
    return (
        *(
            Owed(at=at, text=provision.text, parties=provision.owed_by)
            for at, provision in paper.sentences()
            if provision.owed_by
        ),
        *(
            Owed(
                at=f"Rencana kerja {place}, tugas {duty.number} {_called(paper, duty.party)}",
                text=duty.text,
                parties=(duty.party,),
            )
            for place, row in enumerate(paper.plan, start=1)
            for duty in row.duties
        ),
    )


def _called(paper: Paper, party: int) -> str:
    return paper.parties[party - 1].called.lower()


def theme_of(text: str) -> Theme | None:
    """Return the theme that a text names, None where it names none or more than one."""
    plain = text.casefold()
    found = [theme for theme, words in _WORDS.items() if words in plain]
    return found[0] if len(found) == 1 else None


def planned(paper: Paper) -> Iterator[NewDuty]:
    """Yield the duties of the work plan in rows that have a theme, or whose words name one."""
    for row in paper.plan:
        theme = row.theme or theme_of(row.activity or row.programme)
        if theme is not None:
            for duty in row.duties:
                yield from of_theme(paper, theme, duty.text, (duty.party,))


def of_theme(paper: Paper, theme: Theme, text: str, parties: tuple[int, ...]) -> Iterator[NewDuty]:
    """Yield a duty for each of the parties that has an office in this register."""
    for place in parties:
        organisation = paper.parties[place - 1].organisation
        if organisation is not None:
            yield NewDuty(theme=theme, organisation=organisation, text=text)
