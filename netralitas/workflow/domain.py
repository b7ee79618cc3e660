"""The vocabulary of workflow declarations: frozen values, read by the engine and by the pages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from netralitas.access.domain import Post


class Holder(StrEnum):
    """Who holds the ball in a state."""

    INVESTIGATOR = "investigator"
    PLENARY = "plenary"
    REPORTER = "reporter"
    AUTHORITY = "authority"
    FOLLOW_UP = "follow_up"
    APPOINTING = "appointing"
    COMMISSIONER = "commissioner"
    PUBLISHER = "publisher"
    OTHER = "other"
    NOBODY = "nobody"


class RunsOn(StrEnum):
    """What a proceeding of this workflow concerns."""

    CASE = "case"
    RESPONDENT = "respondent"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """An article and how sure its source is: T read in the text, S second-hand, M assumed.

    `regime` names the only regime whose cases the article concerns; None: it holds in each.
    """

    code: str
    certainty: str
    regime: str | None = None


class Ask(StrEnum):
    """What the form of a move asks for, besides the date it happened and an optional note."""

    REASON = "reason"
    LETTER_OUT = "letter_out"
    LETTER_IN = "letter_in"
    STUDY = "study"
    PRELIMINARY_STUDY = "preliminary_study"
    MINUTES = "minutes"
    EVIDENCE_LIST = "evidence_list"
    REGISTER_NUMBER = "register_number"
    RESPONDENTS = "respondents"
    ADDRESSEE = "addressee"
    SUCCESSOR = "successor"
    RECOMMENDED = "recommended"
    FOREIGN_NUMBER = "foreign_number"
    FOLLOW_UP_OFFICE = "follow_up_office"
    LETTER_DEADLINE = "letter_deadline"
    EXAM_ON = "exam_on"
    TEAM_DECREE = "team_decree"
    EXAM_MINUTES = "exam_minutes"
    EXAM_REPORT = "exam_report"
    DECREE_NUMBER = "decree_number"
    DECREE = "decree"
    IMPOSED = "imposed"
    DELIVERY_RECEIPT = "delivery_receipt"
    SUMMARY = "summary"
    ANSWER_BY = "answer_by"
    EMBARGO = "embargo"
    PUBLIC_REASON = "public_reason"
    TOLD_BY = "told_by"
    PERSON_STANDING = "person_standing"
    SIGNED_BY = "signed_by"
    EXECUTOR = "executor"
    PLENARY = "plenary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What must be present before a move; `missing` is the sentence shown when it is not.

    An overridable one may be passed with a reason, and the event is marked. Giving the answer
    `supplied_by` fulfils it, also where another page gives it than the form of the move, which then
    only lets it be passed. One that is `judged_with` an answer blocks nothing before it is given,
    one that is `dated` depends on the day of the act and blocks nothing before that is told.
    """

    code: str
    missing: str
    basis: tuple[Basis, ...] = ()
    overridable: bool = False
    supplied_by: Ask | None = None
    judged_with: Ask | None = None
    dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of a workflow. A retired state cannot be entered any more."""

    code: str
    label: str
    phase: str
    holder: Holder
    final: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """A move of another workflow that is made together with this one.

    What it opens is addressed to the office of `addressed_by`, else to that of the first.
    """

    workflow: str
    move: str
    addressed_by: Ask | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step from a state to another, and everything that is known about it.

    No `sources`: it opens the proceeding. `target` None: the state stays. `by` nobody: it is made
    as a consequence alone. `asks` are obligatory, `may_ask` offered, `on_behalf` obligatory for who
    records it for the receiver, with its letter. `facts` are the dated facts that it states,
    `may_state` those that an answer adds; it may not be dated before one in `not_before`. `done` is
    the past-tense sentence of the timeline.

    `opens` are proceedings opened on every chosen respondent, `brings` moves made on the others of
    the same respondent where they lead on. From a move that `tells` on, the addressee reads the
    proceeding; where the addressee makes it, the owner. Papers, letters and note of an `internal`
    move stay with their office. Exceptional: off the normal path, marked, with a reason.
    `second_factor`: shown lately by whoever makes it. Moves are declared in the order in which they
    are offered: what leads on comes first.
    """

    code: str
    label: str
    done: str
    sources: frozenset[str]
    target: str | None
    by: tuple[Post, ...]
    basis: tuple[Basis, ...]
    requires: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    may_ask: tuple[Ask, ...] = ()
    on_behalf: tuple[Ask, ...] = ()
    facts: tuple[str, ...] = ()
    may_state: tuple[str, ...] = ()
    not_before: frozenset[str] = frozenset()
    opens: tuple[Consequence, ...] = ()
    brings: tuple[Consequence, ...] = ()
    tells: bool = False
    internal: bool = False
    exceptional: bool = False
    batch: bool = False
    second_factor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDeclaration:
    """A dated fact that changes no state; `when`: the states it is recorded in (none: each).

    `requires` names what must be present, as with a move.
    """

    code: str
    label: str
    done: str
    by: tuple[Post, ...]
    basis: tuple[Basis, ...] = ()
    requires: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    when: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDeclaration:
    """A deadline: rule code, the fact that starts it, the facts that end it.

    A rule without a dot belongs to the regime of the case ("handle_base" -> "pemilu.handle_base").
    A fact known late starts it only in one of the states `starts_in` (empty: in each that is not
    final). `runs_for` are the kinds of addressee it runs for (empty: any, or none).
    """

    rule: str
    starts_on: str
    ends_on: frozenset[str]
    starts_in: frozenset[str] = frozenset()
    runs_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """One procedure, whole, in one version. Old versions stay and are replayed in tests.

    `by_hand` are the opening moves made from the page of a case; what they open is addressed to the
    office of the respondents' proceedings of the workflow `addressed_as`.
    """

    code: str
    version: int
    label: str
    runs_on: RunsOn
    states: tuple[State, ...]
    moves: tuple[Move, ...]
    requirements: tuple[Requirement, ...] = ()
    facts: tuple[FactDeclaration, ...] = ()
    clocks: tuple[ClockDeclaration, ...] = ()
    by_hand: tuple[str, ...] = ()
    addressed_as: str | None = None

    def state(self, code: str) -> State:
        """Return the state `code`; KeyError when the workflow has none of that name."""
        return _by_code(self.states, code)

    def move(self, code: str) -> Move:
        """Return the move `code`; KeyError when the workflow has none of that name."""
        return _by_code(self.moves, code)

    def requirement(self, code: str) -> Requirement:
        """Return the requirement `code`; KeyError when the workflow has none of that name."""
        return _by_code(self.requirements, code)

    def fact(self, code: str) -> FactDeclaration:
        """Return the declared fact `code`; KeyError when the workflow has none of that name."""
        return _by_code(self.facts, code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a proceeding stands for one actor: what the engine must know to decide.

    `present` holds the codes of the requirements that are fulfilled, `posts` what the actor is
    towards this case. `state` None: it does not exist yet. `regime` is the case's and chooses the
    article that a refusal names, `addressee` the kind of office that the proceeding is with.
    """

    state: str | None
    posts: frozenset[Post]
    present: frozenset[str] = frozenset()
    regime: str | None = None
    addressee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """The answers of a move's form, as far as the engine cares; `states` are facts they add."""

    move: str
    given: frozenset[Ask] = frozenset()
    states: frozenset[str] = frozenset()
    overrides: frozenset[str] = frozenset()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why a move is not possible now: the rule's code, a sentence, its article when it has one."""

    rule: str
    sentence: str
    basis: Basis | None = None


_Coded = TypeVar("_Coded", State, Move, Requirement, FactDeclaration)


def _by_code(items: tuple[_Coded, ...], code: str) -> _Coded:
    for item in items:
        if item.code == code:
            return item
    raise KeyError(code)
