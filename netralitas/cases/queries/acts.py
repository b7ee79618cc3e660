"""What the form of a move or fact must know: what is asked, of whom, and the choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from netralitas.access.policy import Permission
from netralitas.accounts.domain import Organisation
from netralitas.cases.answers import NOTHING
from netralitas.cases.decision_words import NOT_DECIDED, NOT_DECIDED_SAID
from netralitas.cases.domain import NumberKind, Source
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.forwarding import FORWARDS, decided_of, fit_to_forward
from netralitas.cases.handing_over import hands_over
from netralitas.cases.moving import hold_yours, standing
from netralitas.cases.queries.addressing import office_choices, offices_for
from netralitas.cases.queries.file import CaseView, declared
from netralitas.cases.queries.overriding import overridable
from netralitas.cases.queries.papers import may_open
from netralitas.cases.queries.proposals import ReceiverProposal, proposals_of
from netralitas.cases.register import Office, pattern
from netralitas.cases.words import UNIDENTIFIED
from netralitas.correspondence.patterns import printed
from netralitas.database.connection import Connection, Row
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import documents_of
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.study.words import findings_said
from netralitas.publication.queries import CaseRelease, releases_of
from netralitas.publication.workflow import PUBLICATIONS
from netralitas.refusals import NotVisible
from netralitas.web.formats import file_size
from netralitas.workflow.domain import Ask, Basis, Move, Obstacle, RunsOn, Standing, Workflow
from netralitas.workflow.engine import asks, basis_in, fact_obstacles, obstacles
from netralitas.workflows import opening_move

type_pairs = Sequence[tuple[str, str]]

_RESPONDENTS = """
SELECT id, ordinal, name, unit, employment FROM respondent WHERE case_file = $1 ORDER BY ordinal
"""
_NEXT_NUMBER = """
SELECT o.id, coalesce(o.level, '') AS level, coalesce(o.region, '') AS region, e.register_code,
       coalesce((SELECT s.last_serial FROM number_series s
                 WHERE s.organisation = o.id AND s.kind = $2 AND s.year = $3), 0) + 1 AS serial
FROM case_file f JOIN organisation o ON o.id = f.owner LEFT JOIN election e ON e.id = f.election
WHERE f.id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A move or fact about to be recorded, and everything its form asks.

    `proceeding` None: the move opens one of the workflow.
    """

    view: CaseView
    workflow: Workflow
    proceeding: LockedProceeding | None
    code: str
    label: str
    move: Move | None
    basis: tuple[Basis, ...]
    facts: tuple[str, ...]
    required: tuple[Ask, ...]
    offered: tuple[Ask, ...]
    needs_reason: bool
    obstacles: tuple[Obstacle, ...] = ()
    overrides: type_pairs = ()
    others: type_pairs = ()
    choices: Mapping[str, type_pairs] = field(default_factory=dict)
    next_number: str | None = None
    releases: tuple[CaseRelease, ...] = ()
    proposals: tuple[ReceiverProposal, ...] = ()
    decided: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)

    @property
    def proposed(self) -> frozenset[str]:
        """Return the respondents who are to be forwarded by what was decided, as choices."""
        return frozenset(str(one) for one, found in self.decided.items() if fit_to_forward(found))

    @property
    def asked(self) -> tuple[Ask, ...]:
        """Return every answer that the form has a field for."""
        return (*self.required, *self.offered)

    @property
    def blocked(self) -> tuple[Obstacle, ...]:
        """Return what stands against it whatever the form says."""
        passable = {code for code, _ in self.overrides}
        return tuple(o for o in self.obstacles if o.rule not in passable)

    @property
    def versions(self) -> dict[int, int]:
        """Return the version of each proceeding the form may concern; of one to be opened, none."""
        if self.proceeding is None:
            return {0: 0}
        chosen = {int(identity) for identity, _ in self.others} | {self.proceeding.id}
        return {p.id: p.version for p in self.view.dossier.proceedings if p.id in chosen}


async def act_of_move(connection: Connection, view: CaseView, identity: int, code: str) -> Act:
    """Return what a move's form asks; NotVisible: there is none, NotAllowed: it is for others."""
    proceeding = view.proceeding(identity)
    workflow = declared(proceeding)
    try:
        move = workflow.move(code)
    except KeyError:
        raise NotVisible from None
    act, where = _act_of(view, workflow, proceeding, move)
    rows = await connection.fetch(_RESPONDENTS, view.dossier.id)
    people = _people(rows)
    offices = await offices_for(connection, act.asked)
    forwards = code in FORWARDS
    act = replace(act, decided=await decided_of(connection, view.dossier.id) if forwards else {})
    asked = ((NOT_DECIDED, NOT_DECIDED_SAID),) if act.decided else ()
    return replace(
        act,
        overrides=(*overridable(act.workflow, move, where.present), *asked),
        others=_others(view, proceeding, move, people),
        choices=await _choices(connection, act, move, people, offices),
        next_number=await _next_number(connection, view, act.required),
        releases=await _release(connection, view, proceeding),
        proposals=proposals_of(view, act.asked, proceeding, rows, offices),
    )


async def _release(
    connection: Connection, view: CaseView, proceeding: LockedProceeding
) -> tuple[CaseRelease, ...]:
    """Return the release that a move is about: whoever checks or approves it must read it."""
    if proceeding.workflow not in PUBLICATIONS:
        return ()
    released = await releases_of(connection, view.dossier.id)
    return tuple(release for release in released if release.proceeding == proceeding.id)


async def act_of_opening(connection: Connection, view: CaseView, workflow: str, code: str) -> Act:
    """Return what the form asks by which somebody opens a proceeding by hand.

    NotVisible: there is none, NotAllowed: it is for others.
    """
    declared, move = opening_move(workflow, code)
    act, _ = _act_of(view, declared, None, move)
    if declared.runs_on is RunsOn.RESPONDENT and Ask.RESPONDENTS not in act.required:
        act = replace(act, required=(Ask.RESPONDENTS, *act.required))
    elif declared.runs_on is RunsOn.EITHER and Ask.RESPONDENTS not in act.required:
        act = replace(act, offered=(Ask.RESPONDENTS, *act.offered))
    people = _people(await connection.fetch(_RESPONDENTS, view.dossier.id))
    offices = await offices_for(connection, act.asked)
    return replace(act, choices=await _choices(connection, act, move, people, offices))


def _act_of(
    view: CaseView, workflow: Workflow, proceeding: LockedProceeding | None, move: Move
) -> tuple[Act, Standing]:
    """Return what a move asks by its declaration alone, and where it is made; or NotAllowed."""
    view.hold(Permission.MAKE_MOVE)
    where = standing(view.setting(), proceeding, NOTHING)
    hold_yours(where, move)
    asked = asks(move, where.posts)
    required = tuple(ask for ask in asked if ask is not Ask.REASON)
    act = Act(
        view=view,
        workflow=workflow,
        proceeding=proceeding,
        code=move.code,
        label=move.label,
        move=move,
        basis=basis_in(move.basis, view.dossier.regime),
        facts=move.facts,
        required=required,
        offered=tuple(ask for ask in move.may_ask if ask not in required),
        needs_reason=move.exceptional or Ask.REASON in asked,
        obstacles=obstacles(workflow, where, move),
    )
    return act, where


def act_of_fact(view: CaseView, identity: int, code: str) -> Act:
    """Return what a fact's form asks; NotVisible: there is none, NotAllowed: it is for others."""
    proceeding = view.proceeding(identity)
    workflow = declared(proceeding)
    try:
        fact = workflow.fact(code)
    except KeyError:
        raise NotVisible from None
    view.hold(Permission.RECORD_FACT)
    where = standing(view.setting(), proceeding, NOTHING)
    hold_yours(where, fact)
    return Act(
        view=view,
        workflow=workflow,
        proceeding=proceeding,
        code=code,
        label=fact.label,
        move=None,
        basis=basis_in(fact.basis, view.dossier.regime),
        facts=(fact.code,),
        required=tuple(ask for ask in fact.asks if ask is not Ask.REASON),
        offered=(),
        needs_reason=Ask.REASON in fact.asks,
        obstacles=fact_obstacles(workflow, where, fact),
        overrides=overridable(workflow, fact, where.present),
    )


def _others(
    view: CaseView, proceeding: LockedProceeding, move: Move, people: Mapping[int, str]
) -> type_pairs:
    """Return the other proceedings on which the same move may be made at once."""
    if not move.batch:
        return ()
    return tuple(
        (str(p.id), people.get(p.respondent or 0, f"Penerusan {p.id}"))
        for p in view.dossier.proceedings
        if p.workflow == proceeding.workflow
        and p.workflow_version == proceeding.workflow_version
        and p.addressee == proceeding.addressee
        and p.state in move.sources
        and p.id != proceeding.id
    )


def _people(rows: Sequence[Row]) -> dict[int, str]:
    return {
        row["id"]: f"{row['ordinal']}. {row['name'] or UNIDENTIFIED}"
        + (f", {row['unit']}" if row["unit"] else "")
        for row in rows
    }


async def _choices(
    connection: Connection,
    act: Act,
    move: Move,
    people: Mapping[int, str],
    offices: Sequence[Organisation],
) -> dict[str, type_pairs]:
    view, asked = act.view, act.asked
    found: dict[str, type_pairs] = {}
    if Ask.RESPONDENTS in asked:
        sent = _sent(view) if Ask.ADDRESSEE in asked else {}
        found["respondents"] = tuple(
            (str(one), name + _standing_of(one, sent, act.decided)) for one, name in people.items()
        )
    if hands_over(act.workflow.code, move):
        found["evidence"] = tuple(
            (str(paper.id), f"{paper.title} ({file_size(paper.size)})")
            for paper in await documents_of(connection, view.dossier.id)
            if paper.kind == DocumentKind.EVIDENCE and may_open(view, paper)
        )
    return found | office_choices(view, move, asked, offices)


def _standing_of(
    one: int, sent: Mapping[int, str], decided: Mapping[int, tuple[Finding, ...]]
) -> str:
    """Return what is known of a respondent who may be forwarded, after their name."""
    if one in sent:
        return f" (sudah diteruskan ke {sent[one]})"
    return f" (diputuskan: {findings_said(decided[one])})" if one in decided else ""


def _sent(view: CaseView) -> dict[int, str]:
    """Return the offices to which each respondent was referred already, each named once."""
    sent: dict[int, list[str]] = {}
    for proceeding in view.dossier.proceedings:
        if proceeding.respondent is not None and proceeding.workflow == "referral":
            name = view.file.organisation(proceeding.addressee)
            sent.setdefault(proceeding.respondent, []).append(name)
    return {one: ", ".join(dict.fromkeys(names)) for one, names in sent.items()}


async def _next_number(
    connection: Connection, view: CaseView, required: Sequence[Ask]
) -> str | None:
    """Return the number that the register would give today; None when none is asked for."""
    if Ask.REGISTER_NUMBER not in required:
        return None
    source = Source(view.dossier.source)
    kind = f"{NumberKind.REGISTER}.{source}"
    row = await connection.fetchrow(_NEXT_NUMBER, view.dossier.id, kind, view.today.year)
    office = Office(id=row["id"], level=row["level"], region=row["region"])
    shape = pattern(NumberKind.REGISTER, source, row["register_code"], office)
    return printed(shape, row["serial"], view.today)
