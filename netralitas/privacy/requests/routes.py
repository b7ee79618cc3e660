"""`/hak-subjek-data`, `/akun/data-saya`: what people ask about their own data."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.law.book import RuleBook
from netralitas.privacy.requests import words
from netralitas.privacy.requests.commands import (
    decide_request,
    hand_over,
    make_password,
    own_data,
    record_request,
)
from netralitas.privacy.requests.forms import DecisionForm, HandForm, PasswordForm, RequestForm
from netralitas.privacy.requests.pages import (
    HOME,
    OWN,
    list_page,
    own_page,
    password_page,
    request_page,
)
from netralitas.privacy.requests.queries import (
    Request,
    data_of_officer,
    request_in,
    requests,
)
from netralitas.privacy.routes import Kept, KeptController
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys
from netralitas.vault.opening import Opening
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.parts import Crumb
from netralitas.web.register import ENTRY, RegisterPage, Sheet, before
from netralitas.web.secret_page import SHOWN_ONCE
from netralitas.web.visit import Visit

_NEW: Final = Sheet(
    title=words.NEW,
    lead=words.NEW_LEAD,
    action=f"{HOME}/baru",
    back=HOME,
    crumbs=(Crumb(words.TITLE, HOME),),
    selects=("right", "role"),
)


async def _listed(c: Connection, visit: Visit) -> RegisterPage:
    found, more = await requests(c, before(visit))
    return list_page(found, more, visit.today)


async def _record(visit: Visit, form: RequestForm, settings: Settings) -> str:
    request = await record_request(visit.actor, form.new(), settings.secret("receipt"))
    return f"{HOME}/{request}"


class RequestsController(KeptController):
    """The register of requests."""

    path = HOME
    kept = Kept(
        permission=Permission.KEEP_DATA_REQUESTS,
        sheet=_NEW,
        form=RequestForm,
        day="received_on",
        listed=_listed,
        record=_record,
    )

    @get("/{request_id:int}")
    async def one(self, request_id: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show a request."""
        found = await _found(visit, request_id)
        return await visit.page(ENTRY, request_page(visit.actor, found, visit.today))

    @get("/{request_id:int}/keputusan")
    async def ask_decision(
        self, request_id: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Ask what is decided."""
        return await shown(visit, await _deciding(visit, request_id), DecisionForm.blank())

    @post("/{request_id:int}/keputusan")
    async def decide(self, request_id: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Decide it."""
        sheet = await _deciding(visit, request_id)
        form = DecisionForm.parse(await visit.typed())

        async def doing() -> str:
            decided = form.what()
            await decide_request(visit.actor, request_id, decided, form.reason, form.held_back)
            return f"{HOME}/{request_id}"

        return await answered(visit, sheet, form, doing)

    @get("/{request_id:int}/penyerahan")
    async def ask_handing(
        self, request_id: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Say that it is done once, after the second factor."""
        found = await _found(visit, request_id)
        hold_stepped_up(visit.actor, clock.now())
        sheet = _sheet(found, words.HAND, words.HAND_LEAD, "penyerahan")
        return await shown(visit, sheet, HandForm.blank())

    @post("/{request_id:int}/penyerahan", status_code=200)
    async def make(
        self,
        request_id: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
        vault_keys: NamedDependency[Keys],
    ) -> Response[str]:
        """Make a password and show it, this once."""
        found = await _found(visit, request_id)
        opening = Opening(book=book, keys=vault_keys, minutes=settings.identity_minutes)
        password = await make_password(visit.actor, request_id, opening)
        return await visit.page(SHOWN_ONCE, password_page(found, password))

    @post("/{request_id:int}/penyerahan.zip", status_code=200)
    async def hand(
        self,
        request_id: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
        vault_keys: NamedDependency[Keys],
    ) -> Response[bytes]:
        """Send the data of whom it is about, sealed, once."""
        await _found(visit, request_id)
        form = PasswordForm.parse(await visit.typed())
        opening = Opening(book=book, keys=vault_keys, minutes=settings.identity_minutes)
        secret = form.secret if form.valid else ""
        made = await hand_over(visit.actor, request_id, secret, opening)
        return _sent(made.content, "application/zip", f"permintaan-{request_id}.zip")


class OwnDataController(Controller):
    """An officer's own data."""

    path = OWN
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what is held of whoever asks."""
        async with reading(visit.actor) as c:
            data = await data_of_officer(c, visit.actor.officer)
        return await visit.page(ENTRY, own_page(data))

    @get("/data.json")
    async def take(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send it, and keep on record that it was taken."""
        return _sent(await own_data(visit.actor), "application/json", "data-saya.json")


async def _found(visit: Visit, request: int) -> Request:
    may(visit.actor, Permission.KEEP_DATA_REQUESTS)
    async with reading(visit.actor) as c:
        return await request_in(c, request)


async def _deciding(visit: Visit, request: int) -> Sheet:
    found = await _found(visit, request)
    return _sheet(found, words.DECIDE, words.DECIDE_LEAD, "keputusan")


def _sheet(found: Request, title: str, lead: str, place: str) -> Sheet:
    here = f"{HOME}/{found.id}"
    crumbs = (Crumb(words.TITLE, HOME), Crumb(f"Permintaan {found.id}", here))
    return Sheet(title=title, lead=lead, action=f"{here}/{place}", back=here, crumbs=crumbs)


def _sent(content: bytes, media_type: str, name: str) -> Response[bytes]:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


CONTROLLERS = (RequestsController, OwnDataController)
