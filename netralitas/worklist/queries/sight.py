"""Which items of a worklist somebody sees at all, so that counts and lists leave out the rest.

`lines` drops what the reader may not see. Asked for only afterwards, a list of seven could lose all
of its lines, and a count would tell of what nobody shows. So the same decision is made beforehand
for every state that an item can be in, and goes into the question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.workflows import WORKFLOWS
from netralitas.worklist.queries.lines import fields_of

_NOBODY: Final = -1  # no organisation has this number
_AT_BAWASLU: Final = ("owner", "further")
_RECEIVING: Final = ("addressee", "further")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The workflows seen in every state, those seen in some, and in which: "owner.handling.study".

    The first word is where the organisation stands towards the proceeding: it owns the case, is
    addressed, or reads on as a superior or as a receiver of something else.
    """

    whole: tuple[str, ...]
    partly: tuple[str, ...]
    places: tuple[str, ...]


def seen(first: int) -> str:
    """Return the condition on `worklist_item` that leaves what `values` allows.

    `first` is the number of the first of its three parameters; $1 is the actor's organisation. The
    case is looked up for workflows only that are seen in part.
    """
    return f"""
(workflow = ANY (${first}::text[]) OR (workflow = ANY (${first + 1}::text[]) AND EXISTS (
    SELECT FROM proceeding g JOIN case_file h ON h.id = g.case_file
    WHERE g.id = worklist_item.proceeding
      AND CASE WHEN h.owner = $1 THEN 'owner' WHEN g.addressee = $1 THEN 'addressee'
               ELSE 'further' END
          || '.' || worklist_item.workflow || '.' || worklist_item.state
          = ANY (${first + 2}::text[]))))
"""


def values(actor: Actor) -> tuple[list[str], list[str], list[str]]:
    """Return the three parameters of `seen`."""
    found = sight(actor)
    return list(found.whole), list(found.partly), list(found.places)


@lru_cache(maxsize=1024)
def reads_summaries(actor: Actor) -> bool:
    """Say whether there is any proceeding of which the actor may read what the case is about."""
    return any(Field.SUMMARY in visible for *_, visible in _decisions(actor))


@lru_cache(maxsize=1024)
def sight(actor: Actor) -> Sight:
    """Return what of open proceedings an actor sees, by the same decision as the lines."""
    shown: set[str] = set()
    some: set[str] = set()
    lacking: set[str] = set()
    for place, code, state, visible in _decisions(actor):
        if visible:
            shown.add(f"{place}.{code}.{state}")
            some.add(code)
        else:
            lacking.add(code)
    partly = some & lacking
    return Sight(
        whole=tuple(sorted(some - lacking)),
        partly=tuple(sorted(partly)),
        places=tuple(sorted(key for key in shown if key.split(".")[1] in partly)),
    )


def _decisions(actor: Actor) -> Iterator[tuple[str, str, str, frozenset[Field]]]:
    places = _AT_BAWASLU if actor.organisation_kind == "bawaslu" else _RECEIVING
    for declared in WORKFLOWS:
        for state in declared.states:
            if state.final:
                continue
            for place in places:
                row = {
                    "workflow": declared.code,
                    "workflow_version": declared.version,
                    "state": state.code,
                    "owner": actor.organisation if place == "owner" else _NOBODY,
                    "addressee": actor.organisation if place == "addressee" else None,
                }
                yield place, declared.code, state.code, fields_of(actor, row)
