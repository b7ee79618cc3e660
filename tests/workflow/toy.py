"""A small workflow with one of everything, for tests of the engine."""

from dataclasses import replace

from netralitas.workflow.domain import (
    Ask,
    Basis,
    ClockDeclaration,
    FactDeclaration,
    Holder,
    Intent,
    Move,
    Requirement,
    RunsOn,
    Standing,
    State,
    Workflow,
)
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR, LIAISON

ARTICLE = Basis(code="UU 1/2000 Pasal 1", certainty="T")
OWN = Basis(code="UU 2/2000 Pasal 2", certainty="S", regime="pemilu")


def state(code: str, *, final: bool = False, retired: bool = False) -> State:
    return State(
        code=code,
        label=code.title(),
        phase="all",
        holder=Holder.INVESTIGATOR,
        final=final,
        retired=retired,
    )


def move(code: str, source: str | None, target: str | None) -> Move:
    return Move(
        code=code,
        label=f"Lakukan {code}",
        done=f"{code} dilakukan.",
        sources=frozenset({source}) if source else frozenset(),
        target=target,
        by=(INVESTIGATOR,),
        basis=(ARTICLE,),
    )


WORKFLOW = Workflow(
    code="toy",
    version=1,
    label="Toy",
    runs_on=RunsOn.CASE,
    states=(state("open"), state("done", final=True), state("old", retired=True)),
    moves=(
        replace(move("start", None, "open"), facts=("started",)),
        replace(
            move("finish", "open", "done"),
            requires=("paper", "list", "valid"),
            asks=(Ask.LETTER_OUT, Ask.ADDRESSEE),
            may_ask=(Ask.EVIDENCE_LIST,),
            facts=("finished",),
        ),
        replace(move("stay", "open", None), batch=True),
        replace(move("leap", "open", "done"), exceptional=True),
        move("relapse", "open", "old"),
        replace(
            move("answer", "open", "done"), by=(LIAISON, INVESTIGATOR), on_behalf=(Ask.LETTER_IN,)
        ),
        replace(move("explain", "open", "done"), asks=(Ask.REASON,)),
        replace(move("be_told", "open", "done"), by=(), facts=("finished",), requires=("paper",)),
        replace(move("promise", "open", None), may_state=("soon", "later"), facts=("promised",)),
    ),
    requirements=(
        Requirement(code="paper", missing="Kertas belum ada.", basis=(OWN, ARTICLE)),
        Requirement(
            code="list",
            missing="Daftar belum ada.",
            overridable=True,
            supplied_by=Ask.EVIDENCE_LIST,
        ),
        Requirement(
            code="valid",
            missing="Penerima tidak berwenang.",
            overridable=True,
            judged_with=Ask.ADDRESSEE,
        ),
    ),
    facts=(
        FactDeclaration(
            code="seen",
            label="Terlihat",
            done="Terlihat.",
            by=(INVESTIGATOR,),
            asks=(Ask.LETTER_IN,),
            when=frozenset({"open"}),
        ),
        FactDeclaration(code="noted", label="Dicatat", done="Dicatat.", by=(COMMISSIONER,)),
        FactDeclaration(
            code="told", label="Dijelaskan", done="Ya.", by=(INVESTIGATOR,), asks=(Ask.REASON,)
        ),
    ),
    clocks=(
        ClockDeclaration(rule="work", starts_on="started", ends_on=frozenset({"finished", "seen"})),
        ClockDeclaration(rule="answer", starts_on="told", ends_on=frozenset({"finished"})),
        ClockDeclaration(
            rule="late",
            starts_on="told",
            ends_on=frozenset({"finished"}),
            starts_in=frozenset({"old"}),
        ),
        ClockDeclaration(rule="soon", starts_on="soon", ends_on=frozenset({"finished"})),
    ),
)
OPEN = Standing(
    state="open",
    posts=frozenset({INVESTIGATOR}),
    present=frozenset({"paper", "list", "valid"}),
)
FINISH = Intent(move="finish", given=frozenset({Ask.LETTER_OUT, Ask.ADDRESSEE}))
