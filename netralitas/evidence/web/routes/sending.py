"""How the pages answer: a form again with what is wrong, a file to be kept."""

from collections.abc import Awaitable

import structlog
from litestar import Response
from litestar.response import Redirect, Stream

from netralitas.evidence.storage import Storage
from netralitas.evidence.web.queries import CaptureFile
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.fragments import see_other
from netralitas.web.headers import to_keep
from netralitas.web.visit import Visit

_log = structlog.get_logger("netralitas.evidence")

type_answer = Response[str] | Redirect


async def answered(
    visit: Visit, page: FormPage, doing: Awaitable[object], goal: str
) -> type_answer:
    """Return the way on after `doing`, or the form with every sentence of what is wrong."""
    try:
        await doing
    except (Invalid, RuleBroken) as refused:
        status = refused_on(page.form, refused)
        return await visit.page(FORM_PAGE, page, status=status)
    return see_other(goal)


async def sent(visit: Visit, storage: Storage, found: CaptureFile, capture: int) -> Stream:
    """Send a file of a capture to be kept, never to be opened as a page of ours."""
    _log.info("capture_downloaded", capture=capture, officer=visit.actor.officer)
    headers = to_keep(found.name, found.stored.size)
    content = await storage.open(found.stored.digest)
    return Stream(content, media_type=found.stored.media_type, headers=headers)
