"""How a working step of the office is declared, before its examiners and its ethics council."""

from collections.abc import Iterable

from netralitas.workflow.domain import Ask, Basis, Move
from netralitas.workflow.posts import FOLLOW_UP, INVESTIGATOR


def office_step(  # noqa: PLR0913 - the fields of a declaration, all of them named
    *,
    code: str,
    label: str,
    done: str,
    sources: Iterable[str],
    target: str | None,
    fact: str,
    basis: tuple[Basis, ...],
    asks: tuple[Ask, ...] = (),
    may_ask: tuple[Ask, ...] = (),
    not_before: Iterable[str] = (),
    batch: bool = False,
) -> Move:
    """Return a step whose papers stay with the office; Bawaslu records it when a letter tells."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset(sources),
        target=target,
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=basis,
        asks=asks,
        may_ask=may_ask,
        on_behalf=(Ask.LETTER_IN,),
        facts=(fact,),
        not_before=frozenset(not_before),
        internal=True,
        batch=batch,
    )
