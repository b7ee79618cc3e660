"""Putting somebody on the list of people to be heard."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.commands import tell_in
from netralitas.database.transactions import writing
from netralitas.investigation.clarification import store
from netralitas.investigation.clarification.domain import (
    PROTECTED,
    HeardRole,
    NewPerson,
    Person,
)
from netralitas.investigation.clarification.policy import TWICE_LISTED, WHO, hold_open
from netralitas.investigation.holding import Held, hold_case
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault.queries import entries_of

LISTED: Final = "investigation.person_to_hear"


async def add_person(actor: Actor, case: int, new: NewPerson, *, book: RuleBook) -> None:
    """Put somebody on the list; of who reported or testifies nothing but the role is kept.

    Raises RuleBroken (listed already, or not now), NotAllowed, NotVisible (a respondent or an entry
    of the vault that the case does not have).
    """
    async with writing(actor) as connection:
        held = await hold_case(connection, actor, case, book=book)
        hold_open(held.handling.state)
        await _hold_known(held, new)
        _hold_new(await store.people(connection, case), new)
        readers = held.handling.readers
        told = await tell_in(connection, actor, case, LISTED, readers, {"role": new.role.value})
        await store.add_person(connection, case, new, told.id, readers)


async def _hold_known(held: Held, new: NewPerson) -> None:
    """Hold that the person is told as their role asks, and belongs to the case."""
    named = {
        HeardRole.RESPONDENT: new.respondent is not None,
        HeardRole.EXPERT: bool(new.name),
    }
    if not named.get(new.role, new.role in PROTECTED):
        raise RuleBroken(WHO, rule="clarification.who")
    known = {respondent.id for respondent in held.view.dossier.respondents}
    if new.respondent is not None and new.respondent not in known:
        raise NotVisible
    if new.vault_entry is not None:
        entries = await entries_of(held.connection, held.case)
        if not any(e.id == new.vault_entry and e.subject.value == new.role for e in entries):
            raise NotVisible


def _hold_new(known: Sequence[Person], new: NewPerson) -> None:
    same_respondent = {person.respondent for person in known} - {None}
    same_entry = {person.vault_entry for person in known} - {None}
    if new.respondent in same_respondent or new.vault_entry in same_entry:
        raise RuleBroken(TWICE_LISTED, rule="clarification.who")
