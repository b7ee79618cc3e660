"""`/perkara/{id}/pesan`: messages with whoever holds the code of the receipt."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox.forms import MessageForm
from netralitas.intake.inbox.messages import hold_writer, thread, write_message
from netralitas.law.book import RuleBook
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

THREAD: Final = "intake/inbox/thread.html"


class MessageController(Controller):
    """The messages of one case."""

    path = "/perkara/{case:int}/pesan"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        office_keys: NamedDependency[OfficeKeys],
    ) -> Response[str]:
        """Show what was written, and the form of an answer."""
        content = await thread(visit.actor, case, book=book, keys=office_keys)
        return await visit.page(THREAD, content)

    @post()
    async def write(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        office_keys: NamedDependency[OfficeKeys],
    ) -> Response[str] | Redirect:
        """Keep the message for both sides and show it, or say what is wrong with it."""
        await hold_writer(visit.actor, case, book=book)
        form = MessageForm.parse(await visit.typed())
        if not form.valid:
            content = await thread(visit.actor, case, book=book, keys=office_keys, form=form)
            return await visit.page(THREAD, content, status=422)
        await write_message(visit.actor, case, form.text, book=book, keys=office_keys)
        return see_other(f"/perkara/{case}/pesan#terakhir")


CONTROLLERS = (MessageController,)
