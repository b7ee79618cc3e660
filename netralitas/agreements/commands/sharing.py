"""Sharing a page of the internet between the parties that oversee content together."""

from collections.abc import Iterator
from datetime import date

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.agreements import store
from netralitas.agreements.commands.opening import Opened, opened
from netralitas.agreements.domain import RecordKind
from netralitas.agreements.records.rules import Situation, hold
from netralitas.agreements.records.values import Entry, PageStep, WebPage, type_step
from netralitas.evidence.web.queries import Shareable, shareable_address
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid


async def share_page(
    actor: Actor, agreement: int, page: WebPage, on: date, *, book: RuleBook
) -> int:
    """Return the id of a page that both parties see from now on.

    A page of the actor's register (`page.register`) comes as the register has it, with what was
    done about it so far, and without account and note. Raises as `keep_record`.
    """
    async with opened(actor, agreement) as now:
        found = await _from_register(now, page)
        if found:
            on = found.seen_on
            page = WebPage(
                party=page.party,
                url=found.url,
                platform=found.platform,
                category=found.category,
                register=found.id,
            )
        situation = Situation(
            paper=now.paper,
            stage=now.now.stage,
            signed_on=now.now.signed_on,
            today=now.today,
            calendar=book.calendar(),
            zone=Zone(actor.zone),
            kept=await store.records_of(now.connection, agreement),
        )
        hold(page, on, situation)
        added = await _add(now, RecordKind.PAGE, page, on)
        steps = tuple(_steps(found, page.party)) if found else ()
        for step, day in steps:
            await _add(now, RecordKind.PAGE_STEP, step, day, added)
        done = [step.step for step, _ in steps]
        await now.happened("agreement.recorded", on, kind="page", record=added, steps=done)
    return added


async def _from_register(now: Opened, page: WebPage) -> Shareable | None:
    if page.register is None:
        return None
    seen = refusal(now.actor, Permission.SEE_WEB_REGISTER) is None
    found = await shareable_address(now.connection, page.register) if seen else None
    if found is None:
        raise Invalid({"register": ["Pilih lagi halamannya dari register."]})
    return found


def _steps(found: Shareable, party: int) -> Iterator[tuple[PageStep, date]]:
    """Yield what the register says was done, with its day."""
    known: tuple[tuple[type_step, date | None], ...] = (
        ("captured", found.captured_on),
        ("asked", found.asked_on),
        ("done", found.done_on),
    )
    for step, on in known:
        if on:
            yield PageStep(step=step, party=party), on


async def _add(
    now: Opened, kind: RecordKind, entry: Entry, on: date, about: int | None = None
) -> int:
    record = store.NewRecord(
        agreement=now.now.id,
        kind=kind,
        about=about,
        on=on,
        entry=entry,
        file=None,
        officer=now.actor.officer,
        readers=now.now.readers,
    )
    return await store.add_record(now.connection, record, clock.now())
