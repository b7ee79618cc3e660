"""`/undangan` and `/masuk/lupa`: for who cannot sign in; a code never stands in an address."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency

from netralitas.access.guards import PUBLIC
from netralitas.accounts.address import address_of
from netralitas.accounts.people import words
from netralitas.accounts.people.commands.proposing import ask_reset
from netralitas.accounts.people.commands.redeeming import Redeemable, look_up, redeem
from netralitas.accounts.people.forms import (
    AskForm,
    CodeForm,
    NewPasswordForm,
    PresentPasswordForm,
)
from netralitas.accounts.people.pages import AskPage, RedeemPage
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.forms import Form
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

_PAGE = "accounts/people/redeem.html"
_ASK = "accounts/people/ask.html"

type_request = Request[Any, Any, Any]


class RedeemController(Controller):
    """A one-time code becomes a password of one's own."""

    path = words.REDEEM
    opt = PUBLIC
    include_in_schema = False

    @get()
    async def show(self, frame: NamedDependency[Frame]) -> Response[str]:
        """Ask for the code."""
        return page(_PAGE, RedeemPage(form=CodeForm.blank()), frame=frame)

    @post()
    async def look_up(
        self,
        request: type_request,
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show what the code is good for, with the form that does it."""
        form = CodeForm.parse(await request.form())
        try:
            form.require()
            address = address_of(request, settings)
            found = await look_up(form.code, address=address, settings=settings)
        except Invalid as invalid:
            form.refuse_all(invalid.errors)
            return page(_PAGE, RedeemPage(form=form), frame=frame, status=422)
        return page(_PAGE, _second(_blank(found, form.code), found), frame=frame)

    @post("/sandi")
    async def redeem(
        self,
        request: type_request,
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Use the code up."""
        typed = await request.form()
        first = CodeForm.parse(typed)
        try:
            first.require()
            address = address_of(request, settings)
            found = await look_up(first.code, address=address, settings=settings)
        except Invalid as invalid:
            first.refuse_all(invalid.errors)
            return page(_PAGE, RedeemPage(form=first), frame=frame, status=422)
        form = type(_blank(found, first.code)).parse(typed)
        try:
            form.require()
            password = str(form.read_value("password"))
            login = await redeem(first.code, password, address=address, settings=settings)
        except Invalid as invalid:
            form.refuse_all(invalid.errors)
            return page(_PAGE, _second(form, found), frame=frame, status=422)
        done = RedeemPage(
            form=form,
            login=login,
            new_password=found.new_password,
            new_factor=found.new_factor,
            done=words.REDEEMED,
        )
        return page(_PAGE, done, frame=frame)


class AskController(Controller):
    """Who forgot the password lets the administrators know."""

    path = "/masuk/lupa"
    opt = PUBLIC
    include_in_schema = False

    @get()
    async def show(self, frame: NamedDependency[Frame]) -> Response[str]:
        """Ask for the login."""
        return page(_ASK, AskPage(form=AskForm.blank()), frame=frame)

    @post()
    async def ask(
        self,
        request: type_request,
        settings: NamedDependency[Settings],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Say the same whoever asks; only a login that exists is seen by administrators."""
        form = AskForm.parse(await request.form())
        if not form.valid:
            return page(_ASK, AskPage(form=form), frame=frame, status=422)
        await ask_reset(form.login, address=address_of(request, settings), settings=settings)
        return page(_ASK, AskPage(form=AskForm.blank(), asked=words.ASKED), frame=frame)


def _blank(found: Redeemable, code: str) -> Form:
    kind = NewPasswordForm if found.new_password else PresentPasswordForm
    return kind.blank(values={"code": code})


def _second(form: Form, found: Redeemable) -> RedeemPage:
    return RedeemPage(
        form=form,
        login=found.login,
        new_password=found.new_password,
        new_factor=found.new_factor,
    )
