"""`/kotak-masuk`: what the public sent to the office; seen, taken in, refused."""

from typing import Final

import structlog
from anyio import to_thread
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.audit.domain import Moment
from netralitas.cases.domain import Source
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import MEDIA_TYPE, VIEWED, view_copy
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox import words
from netralitas.intake.inbox.forms import AccusedForm, RefusalForm, TakingForm
from netralitas.intake.inbox.opening import SentReport, open_report, whole
from netralitas.intake.inbox.queries import PATH, inbox_page
from netralitas.intake.inbox.refusing import refuse_report
from netralitas.intake.inbox.sent_page import choices_of, filled, sent_page
from netralitas.intake.inbox.taking import Means, take_report_in
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.vault.cipher import Keys
from netralitas.web.fragments import see_other
from netralitas.web.headers import SANDBOX
from netralitas.web.visit import Visit

LIST: Final = "intake/inbox/list.html"
REPORT: Final = "intake/inbox/report.html"
_FIELDS: Final = {"date.known_before_act": "known_on", "date.known_after_received": "known_on"}
"""Beside which field a broken rule of dates is said; any other is said on top."""

type_choices = dict[str, list[tuple[str, str]]]

_log = structlog.get_logger("netralitas.intake")


async def provide_means(
    book: NamedDependency[RuleBook],
    vault_keys: NamedDependency[Keys],
    office_keys: NamedDependency[OfficeKeys],
    storage: NamedDependency[Storage],
) -> Means:
    """Return what is needed to take a report in."""
    return Means(book=book, vault=vault_keys, office=office_keys, storage=storage)


MEANS: Final = {"means": Provide(provide_means)}
"""The dependency of a controller that takes reports in."""


class InboxController(Controller):
    """The inbox of an office, and each report in it."""

    path = PATH
    dependencies = MEANS
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what waits, the oldest first."""
        may(visit.actor, Permission.TAKE_IN)
        async with reading(visit.actor) as c:
            content = await inbox_page(c, visit.actor, visit.asked, clock.now())
        return await visit.page(LIST, content)

    @get("/{report:int}")
    async def look(
        self,
        report: FromPath[int],
        visit: NamedDependency[Visit],
        office_keys: NamedDependency[OfficeKeys],
    ) -> Response[str]:
        """Show one report with its answers; the log keeps who looked."""
        sent, choices = await _opened(visit, report, office_keys)
        _log.info("report_opened", report=report, officer=visit.actor.officer)
        return await visit.page(REPORT, sent_page(sent, filled(sent, choices)))

    @get("/{report:int}/berkas/{ordinal:int}")
    async def view(
        self,
        report: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        office_keys: NamedDependency[OfficeKeys],
    ) -> Response[bytes]:
        """Send a safe copy of an image, to be looked at; RuleBroken where none can be made."""
        async with reading(visit.actor) as c:
            sent = await open_report(c, visit.actor, report, office_keys)
            file = sent.file(ordinal)
            if file.media_type not in VIEWED:
                raise NotVisible
            content = await whole(c, sent, file)
        try:
            copy = await to_thread.run_sync(view_copy, content)
        except FileRefused as refused:
            raise RuleBroken(words.NOT_SHOWN, rule="inbox") from refused
        headers = {
            "Content-Security-Policy": SANDBOX,
            "Content-Disposition": f'inline; filename="berkas-{ordinal}.jpg"',
            "Cache-Control": "no-store",
        }
        return Response(copy, media_type=MEDIA_TYPE, headers=headers)

    @post("/{report:int}/penerimaan")
    async def take(
        self,
        report: FromPath[int],
        visit: NamedDependency[Visit],
        means: NamedDependency[Means],
    ) -> Response[str] | Redirect:
        """Take it in and go to its receipt, or say what is wrong and keep what was typed."""
        sent, choices = await _opened(visit, report, means.office)
        typed = await visit.typed()
        taking = TakingForm.parse(typed, choices=choices, today=visit.today)
        accused = AccusedForm.parse(typed)
        try:
            people = (accused.person(),)
            received = Moment.time(sent.sent_at, visit.actor.zone)
            new = taking.new_case(Source.INFORMATION, sent.number, received, people)
            opened = await take_report_in(visit.actor, report, new, means)
        except Invalid as refused:
            _say(taking, refused)
            content = sent_page(sent, (taking, accused))
            return await visit.page(REPORT, content, status=422)
        except RuleBroken as refused:
            if not (refused.rule or "").startswith("date."):
                raise
            taking.refuse(_FIELDS.get(refused.rule or "", "act"), refused.reason)
            return await visit.page(REPORT, sent_page(sent, (taking, accused)), status=422)
        return see_other(f"/perkara/{opened.id}/tanda-terima")

    @post("/{report:int}/penolakan")
    async def refuse(
        self,
        report: FromPath[int],
        visit: NamedDependency[Visit],
        office_keys: NamedDependency[OfficeKeys],
    ) -> Response[str] | Redirect:
        """Refuse it with a reason and go back to the inbox."""
        sent, choices = await _opened(visit, report, office_keys)
        form = RefusalForm.parse(await visit.typed())
        if not form.valid:
            content = sent_page(sent, filled(sent, choices), form)
            return await visit.page(REPORT, content, status=422)
        await refuse_report(visit.actor, report, form.reason)
        return see_other(PATH)


async def _opened(visit: Visit, report: int, keys: OfficeKeys) -> tuple[SentReport, type_choices]:
    async with reading(visit.actor) as c:
        sent = await open_report(c, visit.actor, report, keys)
        return sent, await choices_of(c, visit.actor, sent)


def _say(form: TakingForm, refused: Invalid) -> None:
    """Put what a command refused beside its field; what a form found stands there already."""
    for name, sentences in refused.errors.items():
        for sentence in sentences:
            if name in form.fields and sentence not in form.errors.get(name, []):
                form.refuse(name, sentence)


CONTROLLERS = (InboxController,)
