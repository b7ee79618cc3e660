"""What becomes of a report, as its code shows it: told by the worker, or not yet told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from netralitas.database.transactions import receiving
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import OfficeShown
from netralitas.law.domain import Zone
from netralitas.public.log import words as log_words
from netralitas.public.log.checking import check
from netralitas.public.pages import StatusPage, Thread, UnsentPage
from netralitas.public.reporting import questions, words
from netralitas.public.reporting.door import Door
from netralitas.public.reporting.drafts import find
from netralitas.public.reporting.forms import MessageForm
from netralitas.public.reporting.holder import Holder
from netralitas.public.reporting.messages import messages_of
from netralitas.public.reporting.sending import Report, report_of
from netralitas.public.service.sending import complaint_waits, waiting_complaint
from netralitas.publication.domain import Step, Told
from netralitas.service.words import OVER
from netralitas.web.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the page of a code is made with: today, and the message as it was typed."""

    today: date
    form: Form
    sent: bool = False


async def status_of(
    door: Door, holder: Holder, told: Mapping[str, Any] | None, asking: Asking
) -> StatusPage | UnsentPage | None:
    """Return the page behind a code, None for a code that nobody has.

    `told` is what the worker wrote of it. Messages can be written while there is an office that
    opens them, and not about a report that was refused.
    """
    known = await door.offices()
    async with receiving(door.engine, holder.digest) as connection:
        report = await report_of(connection, holder)
        if told is None and report is None:
            if await complaint_waits(connection, holder):
                return waiting_complaint(asking.today)
            draft = await find(connection, holder)
            return UnsentPage(going_on=questions.SUMMARY) if draft else None
        office = office_for(report, known)
        in_log = log_words.in_log(await check(connection, holder, report), asking.today)
        thread = None
        if office and not (report and report.refused_at):
            found = await messages_of(connection, holder, Zone(office.zone))
            thread = Thread(
                messages=found, form=asking.form, sent=asking.sent, open=not is_over(told)
            )
    if told is None and report is not None:
        shown = _waiting(report, Zone(office.zone) if office else Zone.WIB, thread)
    else:
        shown = StatusPage.of(told or {}, asking.today, thread)
    return msgspec.structs.replace(shown, in_log=in_log)


def is_over(told: Mapping[str, Any] | None) -> bool:
    """Say whether what the worker told of a code is that nothing more is written about it."""
    return bool(told and told.get(OVER))


def office_for(report: Report | None, known: tuple[OfficeShown, ...]) -> OfficeShown | None:
    """Return the office that messages are sealed to; all share the keys of the installation."""
    if report is None:
        return known[0] if known else None
    return next((each for each in known if each.id == report.office), None)


def blank_message() -> Form:
    """Return the form for a message."""
    return MessageForm.blank()


def _waiting(report: Report, zone: Zone, thread: Thread | None) -> StatusPage:
    """Return the page of a report of which the worker has told nothing yet."""
    sent_on = report.sent_at.astimezone(zone.tz).date()
    steps = (Step(on=sent_on, sentence=words.SENT_STEP),)
    named = report.confidentiality is not Confidentiality.ANONYMOUS
    if report.refused_at is None:
        told = Told(
            status=words.WAITING,
            sentence=words.WAITING_SENTENCE,
            since=sent_on,
            steps=steps,
            next=words.WAITING_NEXT,
        )
        return StatusPage(told=told, thread=thread, named=named, receipt=questions.RECEIPT)
    refused_on = report.refused_at.astimezone(zone.tz).date()
    told = Told(
        status=words.REFUSED,
        sentence=report.refusal or "",
        since=refused_on,
        steps=(*steps, Step(on=refused_on, sentence=words.REFUSED_STEP)),
    )
    return StatusPage(told=told, named=named, receipt=questions.RECEIPT)
