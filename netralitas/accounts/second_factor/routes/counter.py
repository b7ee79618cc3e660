"""A visit to a page about one's own second factor: who, and what a new device is offered."""

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from litestar import Request, Response
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect

from netralitas import clock
from netralitas.accounts.address import address_of
from netralitas.accounts.middleware import held_session
from netralitas.accounts.second_factor import codes, passkeys
from netralitas.accounts.second_factor.commands import Bearer
from netralitas.accounts.second_factor.commands.shown import Shower, Shown
from netralitas.accounts.second_factor.forms import PasskeyForm, StepUpForm
from netralitas.accounts.second_factor.pages import Offer
from netralitas.accounts.second_factor.passkeys import Asking
from netralitas.accounts.second_factor.queries import passkeys_of
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.second_factor.tryout import offered_code
from netralitas.database.connection import Connection
from netralitas.settings import Settings
from netralitas.vault.cipher import SealError
from netralitas.web.forms import Form
from netralitas.web.fragments import local_path, page
from netralitas.web.frame import Frame
from netralitas.web.visit import MakeFrame

RECOVERY: Final = "/akun/kode-pemulihan"

type_request = Request[Any, Any, Any]
type_answer = Response[str] | Redirect

Blank = TypeVar("Blank", bound=Form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A visit of somebody with a session to one of these pages."""

    bearer: Bearer
    request: type_request
    make_frame: MakeFrame

    @property
    def goal(self) -> str:
        """Where the address says that the person was going; empty for nowhere of ours."""
        return local_path(self.request.query_params.get("next"), "")

    @property
    def on_paper(self) -> bool:
        """Whether a recovery code is about to be typed, which has letters."""
        return "pemulihan" in self.request.query_params

    async def show(self, template: str, content: object, *, status: int = 200) -> Response[str]:
        """Return the page of `content`."""
        frame: Frame = await self.make_frame(self.request)
        return page(template, content, frame=frame, status=status)


async def provide_counter(
    request: type_request,
    settings: NamedDependency[Settings],
    factor_sealer: NamedDependency[FactorSealer],
    make_frame: NamedDependency[MakeFrame],
) -> Counter:
    """Return it as the dependency `counter`."""
    bearer = Bearer(
        session=held_session(request),
        address=address_of(request, settings),
        settings=settings,
        sealer=factor_sealer,
    )
    return Counter(bearer=bearer, request=request, make_frame=make_frame)


COUNTER = {"counter": Provide(provide_counter)}
"""The dependency of a controller about the second factor of whoever is signed in."""


def offered(shower: Shower, form: Form, name: str) -> tuple[str, Offer]:
    """Return the secret on offer, sealed and to be shown: that of the form, else a new one."""
    try:
        secret = shower.sealer.accept(form.read_value("offer") or "", shower.place)
    except SealError:
        secret = codes.new_secret()
    offer = Offer(
        picture=codes.picture(secret, name),
        groups=codes.groups(secret),
        tryout=offered_code(secret, demo=shower.settings.demo),
    )
    return shower.sealer.offer(secret, shower.place), offer


def again(shown: Blank, refused: Form) -> Blank:
    """Return the blank form with the sentences of the refused one; a code is typed anew."""
    for name, sentences in refused.errors.items():
        for sentence in sentences:
            shown.refuse(name, sentence)
    return shown


async def answered_by(c: Connection, shower: Shower) -> str | None:
    """Return what the browser is asked for a passkey of the person; None where there is none."""
    asked = passkeys.question(shower.settings, Asking.SHOW, shower.place)
    known = [each.credential for each in await passkeys_of(c, shower.officer)]
    return passkeys.to_show(asked, known, clock.now()) if asked and known else None


def shown_in(sent: object, form: StepUpForm) -> Shown:
    """Return what a form shows: the answer of a passkey, else the code; Invalid for neither."""
    answer = PasskeyForm.parse(sent, prefix=form.prefix).read_value("credential")
    if answer:
        form.errors.clear()
        return Shown(answer=answer)
    form.require()
    return Shown(code=form.code)
