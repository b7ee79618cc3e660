"""Checking everything, sending it, and the receipt."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.database.transactions import receiving
from netralitas.intake.door import OfficeShown, Service
from netralitas.language import SOURCE, speaking
from netralitas.law.book import RuleBook
from netralitas.public import sections
from netralitas.public.reporting import file_words, files, proof, questions, words
from netralitas.public.reporting.door import Door, Elsewhere
from netralitas.public.reporting.drafts import Draft
from netralitas.public.reporting.files import Kept
from netralitas.public.reporting.holder import carrying
from netralitas.public.reporting.offices import office_of, served
from netralitas.public.reporting.pages import QueuePage, ReceiptPage, SummaryPage
from netralitas.public.reporting.receipt import paper, receipt_page
from netralitas.public.reporting.routes.parts import ELSEWHERE, seen_at, type_request, with_code
from netralitas.public.reporting.sending import Report, report_of, send
from netralitas.public.reporting.summary import summary_lines
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

TRAP: Final = "situs"
"""A field that people never see and machines fill in."""


class SendingController(Controller):
    """`/lapor/periksa` and what follows it."""

    path = sections.REPORT
    include_in_schema = False
    exception_handlers = ELSEWHERE

    @get("/periksa")
    async def check(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show every answer; an open question comes first."""
        return await _summary(request, door, frame)

    @post("/kirim")
    async def send(
        self, request: type_request, door: NamedDependency[Door], frame: NamedDependency[Frame]
    ) -> Response[str] | Redirect:
        """Send it and go to the receipt: the same one however often it is sent."""
        given = await request.form()
        draft = await door.drafted(request)
        if str(given.get(TRAP, "")).strip():
            return await _summary(request, door, frame, trapped=words.TRAP)
        proved = _proved(given, draft, door)
        if not proved and (seconds := door.wait()):
            return _queue(draft, door, frame, seconds)
        known = await door.offices()
        async with door.changing(request) as (connection, draft):
            office = office_of(draft.answers.region, known)
            kept = await files.listed(connection, draft)
            wrong = _not_yet(draft, kept, office)
            if not wrong and office is not None:
                await send(connection, draft, office, proved=proved)
        return await _summary(request, door, frame) if wrong else see_other(questions.RECEIPT)

    @get("/tanda-terima")
    async def receipt(
        self,
        request: type_request,
        door: NamedDependency[Door],
        book: NamedDependency[RuleBook],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the receipt, made to be printed."""
        content, _ = await _receipt(request, door, book)
        answer = page("public/reporting/receipt.html", content, frame=frame)
        return with_code(answer, carrying(content.code, sections.STATUS, https=door.https))

    @get("/tanda-terima.pdf")
    async def receipt_paper(
        self, request: type_request, door: NamedDependency[Door], book: NamedDependency[RuleBook]
    ) -> Response[bytes]:
        """Return the receipt as PDF, in Indonesian; its name says nothing."""
        from netralitas.documents.rendering import render  # noqa: PLC0415 - large, seldom needed

        with speaking(SOURCE):
            content, report = await _receipt(request, door, book)
            filled = paper(content)
        body = await render("public_receipt", filled, report.sent_at.replace(microsecond=0))
        named = {"Content-Disposition": 'attachment; filename="tanda-terima.pdf"'}
        return Response(content=body, media_type="application/pdf", headers=named)


async def _summary(
    request: type_request, door: Door, frame: Frame, *, trapped: str = ""
) -> Response[str]:
    known = await door.offices()
    async with door.changing(request) as (connection, draft):
        kept = await files.listed(connection, draft)
    remaining = questions.open_ones(draft.answers)
    if remaining:
        raise Elsewhere(remaining[0].href)
    office = office_of(draft.answers.region, known)
    wrong = _not_yet(draft, kept, office)
    content = SummaryPage(
        title=words.SUMMARY,
        back=questions.before(questions.asked_of(draft.answers)[-1].key, draft.answers),
        lines=summary_lines(draft.answers, kept, office),
        office=office.name if office else None,
        service=served(office.service) if office else Service(),
        level=words.LEVEL_HINTS[draft.answers.level] if draft.answers.level else "",
        task=_task(draft, door),
        bits=proof.BITS,
        wrong=wrong[0] if wrong else "",
        wrong_href=wrong[1] if wrong else "",
        trapped=trapped,
    )
    refused = bool(trapped) or (bool(wrong) and request.method == "POST")
    return page(
        "public/reporting/summary.html",
        content,
        frame=seen_at(questions.SUMMARY, frame),
        status=422 if refused else 200,
    )


def _not_yet(
    draft: Draft, kept: tuple[Kept, ...], office: OfficeShown | None
) -> tuple[str, str] | None:
    """Return what stands in the way of sending and where it is put right; None for nothing."""
    remaining = questions.open_ones(draft.answers)
    if remaining:
        return words.OPEN_QUESTION, remaining[0].href
    for file in kept:
        if not file.whole:
            return file_words.not_whole(file.name), questions.BY_KEY[questions.FILES].href
    if office is None:
        return words.NO_OFFICE, questions.BY_KEY["tempat"].href
    return None


def _queue(draft: Draft, door: Door, frame: Frame, seconds: int) -> Response[str]:
    content = QueuePage(
        sentence=words.QUEUE, seconds=seconds, task=_task(draft, door), bits=proof.BITS
    )
    return page(
        "public/reporting/queue.html",
        content,
        frame=seen_at(questions.SUMMARY, frame),
        status=503,
        headers={"Retry-After": str(seconds)},
    )


def _task(draft: Draft, door: Door) -> str:
    return proof.task(draft.holder.digest, door.secret, int(clock.now().timestamp()))


def _proved(given: FormMultiDict, draft: Draft, door: Door) -> bool:
    task, number = str(given.get("tugas", "")), str(given.get("jawaban", ""))
    now = int(clock.now().timestamp())
    return proof.solved(task, number, draft.holder.digest, door.secret, now)


async def _receipt(request: type_request, door: Door, book: RuleBook) -> tuple[ReceiptPage, Report]:
    holder = door.holder(request)
    if holder is None:
        raise Elsewhere(questions.RESUME)
    known = await door.offices()
    async with receiving(door.engine, holder.digest) as connection:
        report = await report_of(connection, holder)
    if report is None:
        raise Elsewhere(questions.SUMMARY)
    office = next((each for each in known if each.id == report.office), None)
    return receipt_page(report, holder, office, book), report
