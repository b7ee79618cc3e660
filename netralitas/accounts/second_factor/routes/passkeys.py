"""`/akun/kunci-sandi` and `/masuk/kunci-sandi`: passkeys set up, taken away, used to sign in."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.access.guards import PUBLIC
from netralitas.access.policy import hold_stepped_up
from netralitas.accounts.doorway import HOME, SIGN_IN, answer, doorway_of
from netralitas.accounts.forms import SignInForm
from netralitas.accounts.pages import SignInPage
from netralitas.accounts.second_factor import passkeys, words
from netralitas.accounts.second_factor.commands import passkeys as commands
from netralitas.accounts.second_factor.forms import NewPasskeyForm, PasskeyForm
from netralitas.accounts.second_factor.pages import (
    ListedPasskey,
    NewPasskeyPage,
    PasskeysPage,
)
from netralitas.accounts.second_factor.passkeys import Asking
from netralitas.accounts.second_factor.queries import Passkey, held_by, passkeys_of
from netralitas.accounts.second_factor.routes.counter import (
    COUNTER,
    Counter,
    again,
    type_answer,
)
from netralitas.database.transactions import reading
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.web.form_page import refused_on
from netralitas.web.fragments import local_path, page, see_other
from netralitas.web.frame import Frame

PASSKEYS = "/akun/kunci-sandi"
NEW = f"{PASSKEYS}/pendaftaran"

type_request = Request[Any, Any, Any]


class PasskeyController(Controller):
    """The person's passkeys."""

    path = PASSKEYS
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> Response[str]:
        """List them."""
        return await _listed(counter)

    @post("/{passkey:int}/pelepasan")
    async def remove(
        self, counter: NamedDependency[Counter], passkey: FromPath[int]
    ) -> type_answer:
        """Take one away."""
        try:
            await commands.remove(counter.bearer, passkey)
        except RuleBroken as refused:
            return await _listed(counter, refused, status=409)
        return see_other(f"{PASSKEYS}?dilepas=1")


class NewPasskeyController(Controller):
    """A further passkey."""

    path = NEW
    dependencies = COUNTER
    include_in_schema = False

    @get()
    async def show(self, counter: NamedDependency[Counter]) -> Response[str]:
        """Ask what to call it; who has a second factor shows it first."""
        return await _naming(counter, NewPasskeyForm.blank())

    @post()
    async def add(self, counter: NamedDependency[Counter]) -> type_answer:
        """Keep what the device has made."""
        form = NewPasskeyForm.parse(await counter.request.form())
        try:
            form.require()
            await commands.add(counter.bearer, name=form.name, answer=form.credential or "")
        except (Invalid, RuleBroken) as refused:
            return await _naming(counter, form, status=refused_on(form, refused))
        return see_other(f"{PASSKEYS}?tersimpan=1")


class PasskeySignInController(Controller):
    """Without a password, by whoever's device makes sure who holds it."""

    path = f"{SIGN_IN}/kunci-sandi"
    opt = PUBLIC
    include_in_schema = False

    @post()
    async def sign_in(
        self,
        request: type_request,
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Begin the session of whoever's passkey answered; else show the sign-in page again."""
        form = PasskeyForm.parse(await request.form())
        goal = local_path(form.read_value("next"), HOME)
        try:
            admitted = await commands.sign_in(
                answer=form.read_value("credential") or "", doorway=doorway_of(request, settings)
            )
        except Invalid as invalid:
            shown = SignInForm.blank(values={"next": goal})
            shown.refuse_all(invalid.errors)
            content = SignInPage(form=shown, passkey=passkeys.to_sign_in(settings, clock.now()))
            return page("accounts/sign_in.html", content, frame=frame, status=422)
        return answer(admitted, goal, settings)


async def _listed(
    counter: Counter, refused: RuleBroken | None = None, *, status: int = 200
) -> Response[str]:
    bearer, zone = counter.bearer, Zone(counter.bearer.session.actor.zone)
    async with reading(bearer.session.actor) as c:
        found = await passkeys_of(c, bearer.officer)
    asked = counter.request.query_params
    content = PasskeysPage(
        passkeys=tuple(_said(each, zone) for each in found),
        possible=passkeys.question(bearer.settings, Asking.REGISTER) is not None,
        saved="tersimpan" in asked,
        removed="dilepas" in asked,
        refused=(refused.reason, refused.remedy or "") if refused else (),
    )
    return await counter.show("accounts/passkeys.html", content, status=status)


def _said(passkey: Passkey, zone: Zone) -> ListedPasskey:
    return ListedPasskey(
        id=passkey.id,
        name=passkey.name,
        since=words.moment(passkey.created_at, zone),
        used=words.moment(passkey.used_at, zone) if passkey.used_at else None,
        alone=passkey.verifying,
    )


async def _naming(counter: Counter, form: NewPasskeyForm, *, status: int = 200) -> Response[str]:
    bearer, now = counter.bearer, clock.now()
    actor = bearer.session.actor
    async with reading(actor) as c:
        if (await held_by(c, bearer.officer)).any:
            hold_stepped_up(actor, now)
        present = [each.credential for each in await passkeys_of(c, bearer.officer)]
    asked = passkeys.question(bearer.settings, Asking.REGISTER, bearer.session.digest)
    handle = passkeys.user_handle(bearer.officer, bearer.settings)
    shown = again(NewPasskeyForm.blank(values={"name": form.read_value("name")}), form)
    options = passkeys.to_register(asked, handle, actor.name, present, now) if asked else None
    content = NewPasskeyPage(form=shown, options=options)
    return await counter.show("accounts/passkey_new.html", content, status=status)
