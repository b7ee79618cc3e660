"""What a line about one respondent needs, and how it is said: shared by home and board."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import workflow_words
from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.cases.domain import Employment
from netralitas.cases.words import EMPLOYMENTS, RECOMMENDATIONS, UNIDENTIFIED
from netralitas.database.connection import Row
from netralitas.discipline.pages import Named
from netralitas.discipline.sanctions import kind_of
from netralitas.workflow.domain import State, Workflow
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.queries.lines import fields_of

FOLLOWED: Final = "('referral', 'discipline')"
"""The workflows that lead: a referral ends where the follow-up begins, so each stands once."""

# A recommendation belongs to the follow-up that it opened, and what was imposed to the follow-up
# itself; the pressure line was opened in the same breath, right after it.
DETAILS: Final = """
SELECT w.*, p.workflow_version, p.addressee, p.since, f.subject, f.owner, f.zone,
       r.ordinal, r.name, r.employment, r.unit, r.position, a.name AS office, n.printed,
       recommended.level AS recommended, imposed.kind AS imposed,
       pressure.state AS pressure, pressure.reminded, pressure.warned
FROM picked w
JOIN proceeding p ON p.id = w.proceeding
JOIN respondent r ON r.id = p.respondent
JOIN case_file f ON f.id = p.case_file
LEFT JOIN organisation a ON a.id = p.addressee
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = p.case_file AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
LEFT JOIN LATERAL (
    SELECT level FROM sanction
    WHERE case_file = p.case_file AND respondent = p.respondent AND side = 'recommended'
      AND proceeding <= p.id
    ORDER BY event DESC LIMIT 1
) recommended ON true
LEFT JOIN LATERAL (
    SELECT kind FROM sanction
    WHERE proceeding = p.id AND side = 'imposed' ORDER BY event DESC LIMIT 1
) imposed ON true
LEFT JOIN LATERAL (
    SELECT q.state,
           count(*) FILTER (WHERE e.facts && '{reminded,reminded_further}') AS reminded,
           count(*) FILTER (WHERE 'warned' = ANY (e.facts)) AS warned
    FROM (SELECT id, state FROM proceeding
          WHERE respondent = p.respondent AND workflow = 'compliance' AND id > p.id
          ORDER BY id LIMIT 1) q
    JOIN event e ON e.proceeding = q.id
    WHERE NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
    GROUP BY q.state
) pressure ON p.workflow = 'discipline'
"""
"""Everything about the proceedings in `picked (proceeding, …)`; the caller gives the order."""


def seen_by(actor: Actor, row: Row) -> frozenset[Field]:
    """Return the parts of the case that the actor sees; none where they do not follow it up."""
    seen = fields_of(actor, row)
    return seen if Field.REFERRAL in seen else frozenset()


def declared_of(row: Row) -> tuple[Workflow, State]:
    """Return the declaration that a row's proceeding runs on, and the state it is in."""
    declared = workflow(row["workflow"], row["workflow_version"])
    return declared, declared.state(row["state"])


def number_of(row: Row) -> str:
    """Return the number of the case as printed."""
    return row["printed"] or words.NO_NUMBER


def name_of(row: Row, seen: frozenset[Field]) -> str:
    """Return the respondent by name to whom names are shown, to others by their ordinal."""
    if Field.RESPONDENTS not in seen:
        return f"Terlapor {row['ordinal']}"
    return row["name"] or f"Terlapor {row['ordinal']} ({UNIDENTIFIED.lower()})"


def named(row: Row, seen: frozenset[Field]) -> Named:
    """Return the respondent with post, unit and kind of employment, as far as they are shown."""
    employment = EMPLOYMENTS[Employment(row["employment"])]
    told = [row["position"], row["unit"], employment] if Field.RESPONDENTS in seen else [employment]
    return Named(name=name_of(row, seen), detail=", ".join(part for part in told if part))


def waits(row: Row, actor: Actor, now: datetime) -> str:
    """Return what is waited for, since when: "Menunggu panggilan pemeriksaan sejak … (3 hari)"."""
    _, state = declared_of(row)
    said = workflow_words.waiting(row["workflow"], state, row["office"])
    return f"{said} {words.since(row['since'], now, actor.zone)}"


def ended(row: Row, actor: Actor) -> str:
    """Return when it came to its end: "Berakhir 3 September 2024"."""
    return f"Berakhir {words.plain_day(row['since'].astimezone(ZoneInfo(actor.zone)).date())}"


def age_in_days(row: Row, actor: Actor, now: datetime) -> int:
    """Return for how many days nothing has moved, at the actor's place."""
    place = ZoneInfo(actor.zone)
    since: datetime = row["since"]
    return (now.astimezone(place).date() - since.astimezone(place).date()).days


def recommended_of(row: Row) -> str | None:
    """Return what was recommended, in words."""
    level = row["recommended"]
    return None if level is None else RECOMMENDATIONS.get(level, level)


def imposed_of(row: Row) -> str | None:
    """Return what was imposed, as the law names it."""
    return None if row["imposed"] is None else kind_of(row["imposed"]).label


def pressure_of(row: Row) -> str | None:
    """Return what pressure was put: "Diminta keterangan 2 kali, ditegur 1 kali, diblokir"."""
    said = []
    if row["reminded"]:
        said.append(f"diminta keterangan {row['reminded']} kali")
    if row["warned"]:
        said.append(f"ditegur {row['warned']} kali")
    if row["pressure"] == "blocked":
        said.append("layanan kepegawaian (SIASN) diblokir")
    if row["pressure"] == "unblocked":
        said.append("blokir sudah dibuka")
    told = ", ".join(said)
    return f"{told[:1].upper()}{told[1:]}" if told else None
