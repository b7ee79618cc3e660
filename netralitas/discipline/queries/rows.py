"""What a line about one respondent needs, and how it is said: shared by home and board."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import workflow_words
from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.audit.domain import Precision
from netralitas.cases.domain import Employment, SanctionLevel
from netralitas.cases.words import EMPLOYMENTS, SANCTIONS, UNIDENTIFIED
from netralitas.database.connection import Row
from netralitas.discipline.board import LEADING
from netralitas.discipline.pages import Named
from netralitas.discipline.sanctions import kind_of, recommended_said
from netralitas.discipline.sanctions import recommended_of as catalogued
from netralitas.law.words import plain_day
from netralitas.workflow.domain import State, Workflow
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.queries.lines import fields_of

FOLLOWED: Final = f"{LEADING}"
"""The workflows that lead, as SQL lists them."""

# A recommendation belongs to the follow-up that it opened, and what was imposed to the follow-up
# itself; the pressure line was opened in the same breath, right after it.
DETAILS: Final = """
SELECT w.*, p.workflow_version, p.addressee, p.since, p.since_precision, f.subject, f.owner, f.zone,
       p.respondent, r.ordinal, r.name, r.employment, r.position_class, r.unit, r.position,
       a.name AS office, n.printed,
       recommended.said AS recommended, imposed.kind AS imposed_kind, imposed.level AS imposed,
       pressure.state AS pressure, pressure.reminded, pressure.warned, pressure.blocked
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
    SELECT coalesce(kind, level) AS said FROM sanction
    WHERE case_file = p.case_file AND respondent = p.respondent AND side = 'recommended'
      AND proceeding <= p.id
    ORDER BY event DESC LIMIT 1
) recommended ON true
LEFT JOIN LATERAL (
    SELECT kind, level FROM sanction
    WHERE proceeding = p.id AND side = 'imposed' ORDER BY event DESC LIMIT 1
) imposed ON true
LEFT JOIN LATERAL (
    SELECT q.state,
           count(*) FILTER (WHERE e.facts && '{reminded,reminded_further}') AS reminded,
           count(*) FILTER (WHERE 'warned' = ANY (e.facts)) AS warned,
           coalesce(max(e.id) FILTER (WHERE 'blocked' = ANY (e.facts)), 0)
               > coalesce(max(e.id) FILTER (WHERE 'unblocked' = ANY (e.facts)), 0) AS blocked
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
    return f"{said} {words.since(row['since'], now, actor.zone, row['since_precision'])}"


def ended(row: Row, actor: Actor) -> str:
    """Return when it came to its end: "Berakhir 3 September 2024"."""
    if row["since_precision"] == Precision.UNKNOWN:
        return "Berakhir pada tanggal yang tidak diketahui"
    return f"Berakhir {plain_day(row['since'].astimezone(ZoneInfo(actor.zone)).date())}"


def age_in_days(row: Row, actor: Actor, now: datetime) -> int:
    """Return for how many days nothing has moved, at the actor's place."""
    place = ZoneInfo(actor.zone)
    since: datetime = row["since"]
    return (now.astimezone(place).date() - since.astimezone(place).date()).days


def recommended_of(row: Row) -> str | None:
    """Return what was recommended, in words."""
    return None if row["recommended"] is None else recommended_said(row["recommended"])


def level_of(row: Row) -> SanctionLevel | None:
    """Return how heavy it is what was recommended."""
    return None if row["recommended"] is None else catalogued(row["recommended"])[0]


def imposed_of(row: Row) -> str | None:
    """Return what was imposed, as the law names it; its level where no kind is known."""
    if row["imposed"] is None:
        return None
    kind = row["imposed_kind"]
    return kind_of(kind).label if kind else SANCTIONS[SanctionLevel(row["imposed"])]


def pressure_of(row: Row) -> str | None:
    """Return what pressure was put: "Diminta keterangan 2 kali, ditegur 1 kali, diblokir"."""
    said = []
    if row["reminded"]:
        said.append(f"diminta keterangan {row['reminded']} kali")
    if row["warned"]:
        said.append(f"ditegur {row['warned']} kali")
    if row["blocked"]:
        said.append("layanan kepegawaian (SIASN) diblokir")
    if row["pressure"] == "unblocked":
        said.append("blokir sudah dibuka")
    if row["pressure"] == "escalated":
        said.append("disampaikan kepada gubernur atau menteri")
    told = ", ".join(said)
    return f"{told[:1].upper()}{told[1:]}" if told else None
