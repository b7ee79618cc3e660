"""One agreement: where it stands, its dates and text, what each party promised and did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.agreements import alarm_words, words
from netralitas.agreements.dates import alarms
from netralitas.agreements.domain import RecordKind
from netralitas.agreements.pages import AgreementPage, DutyLine, DutyList, ThemeDuties
from netralitas.agreements.queries.addenda import caution
from netralitas.agreements.queries.register import PATH, card_of, one_rows, standing
from netralitas.agreements.queries.steps import moves_of, strip_of, writes_of
from netralitas.agreements.queries.text_lines import text_part
from netralitas.agreements.queries.texts import Written, history, latest_texts
from netralitas.agreements.stages import Stage
from netralitas.agreements.store.records import records_of
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.database.connection import Connection, Row
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Zone
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Deadline, Link

_LARGEST_ID: Final = 2**31 - 1

_DUTIES: Final = """
SELECT d.theme, d.text, o.name AS party, count(a.id) AS done, max(a.held_on) AS last_on,
       coalesce(jsonb_agg(jsonb_build_array(a.id, a.title, a.held_on) ORDER BY a.held_on DESC, a.id)
                FILTER (WHERE a.id IS NOT NULL), '[]') AS activities
FROM duty d
JOIN agreement_party p ON p.agreement = d.agreement AND p.organisation = d.organisation
JOIN organisation o ON o.id = d.organisation
LEFT JOIN duty_done n ON n.duty = d.id
LEFT JOIN activity a ON a.id = n.activity AND a.state = 'held'
WHERE d.agreement = $1
GROUP BY d.id, p.ordinal, o.name ORDER BY p.ordinal, d.ordinal
"""
_RELATED: Final = """
SELECT r.id, r.title FROM agreement a
JOIN agreement r ON r.id = a.parent OR r.parent = a.id
WHERE a.id = $1 ORDER BY r.id
"""
_HELD: Final = """
SELECT theme, count(*) AS amount FROM activity
WHERE agreement = $1 AND state = 'held' GROUP BY theme
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For whom a page is made: on which day, by which calendar; whether they keep agreements."""

    actor: Actor
    today: date
    calendar: Calendar
    keeps: bool

    @property
    def zone(self) -> Zone:
        """Return the zone in which the reader sits."""
        return Zone(self.actor.zone)


async def agreement_page(c: Connection, agreement: int, asked: Asked) -> AgreementPage:
    """Return one agreement; NotVisible for one that the reader does not see. Eight statements."""
    rows = await one_rows(c, agreement) if 0 < agreement <= _LARGEST_ID else []
    written = (await latest_texts(c, agreement)).get(agreement) if rows else None
    card = card_of(rows, asked.today, written)
    if card is None:
        raise NotVisible
    told = await history(c, agreement)
    duties = await c.fetch(_DUTIES, agreement)
    held = {row["theme"]: row["amount"] for row in await c.fetch(_HELD, agreement)}
    addenda = await records_of(c, agreement, (RecordKind.ADDENDUM,)) if told else ()
    chain = await readers_for(c, asked.actor.organisation) if asked.keeps else ()
    keeps = bool({row["organisation"] for row in rows} & set(chain)) and bool(told)
    stage = Stage(rows[0]["stage"])
    return AgreementPage(
        agreement=card,
        ended=card.tone == "late",
        survival=_survival(written),
        strip=strip_of(stage) if told else None,
        moves=moves_of(stage, card.href, by_stages=rows[0]["ends_by"] == "stages") if keeps else (),
        writes=writes_of(stage, card.href) if keeps else (),
        dates=_dates(rows[0], written, told, asked, over=card.tone == "late"),
        calculator=f"{card.href}/perhitungan" if written and rows[0]["signed_on"] else "",
        work_plan=f"{card.href}/rencana-kerja" if written and written.paper.plan else "",
        text=text_part(written, addenda) if written else None,
        themes=tuple(
            _theme(theme, [row for row in duties if row["theme"] == theme], held.get(theme, 0))
            for theme in (Theme if duties or held else ())
        ),
        related=tuple(
            Link(label=row["title"], href=f"{PATH}/{row['id']}")
            for row in await c.fetch(_RELATED, agreement)
        ),
        beside=_beside(card.href) if told else (),
        caution=caution(written.paper, addenda) if written else "",
        history=tuple(
            f"{words.plain_day(row['on'])}. {words.event(row['name'], row['details'])}"
            f" Dicatat oleh {row['officer']}."
            for row in told
        ),
        crumbs=(Crumb("Kerja sama", PATH), Crumb(card.title)),
    )


def _beside(here: str) -> tuple[Link, ...]:
    return (
        Link(label="Catatan pelaksanaan", href=f"{here}/catatan"),
        Link(label="Surat-menyurat", href=f"{here}/surat"),
        Link(label="Konten internet", href=f"{here}/konten"),
    )


def _dates(
    row: Row,
    written: Written | None,
    told: list[Any],
    asked: Asked,
    *,
    over: bool,
) -> tuple[Deadline, ...]:
    moved = (each for each in told if each["name"] == "agreement.moved")
    evaluated = next((each["on"] for each in moved if each["details"]["move"] == "evaluasi"), None)
    now = standing(row, evaluated, asked.calendar, asked.zone)
    if written is None or now is None:
        return ()
    return tuple(
        alarm_words.deadline(each, asked.today, over=over) for each in alarms(written.paper, now)
    )


def _survival(written: Written | None) -> str:
    if written is None or written.paper.survival is None:
        return ""
    at = written.paper.survival.at
    return f"{written.paper.text_of(at)} ({at})"


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
            activities=tuple(
                Link(
                    label=f"{words.plain_day(date.fromisoformat(on))}: {title}",
                    href=f"/pencegahan/kegiatan/{activity}",
                )
                for activity, title, on in row["activities"]
            ),
        )
        for row in rows
    )
    return DutyList(party=party, duties=lines, kept=sum(line.done > 0 for line in lines))
