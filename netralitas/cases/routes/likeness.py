"""Cases that resemble one: while it is typed at the desk, and of a case that is there."""

import re
from typing import Final

from litestar import Controller, Response, get, post
from litestar.datastructures import FormMultiDict
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.likeness.keys import links_in
from netralitas.cases.nip import NipSealer
from netralitas.cases.pages import LikelyPage
from netralitas.cases.queries import Asked, likely, likes_page
from netralitas.cases.routes.desk import DESK, Desk
from netralitas.cases.routes.small import crumbs, look
from netralitas.database.transactions import reading
from netralitas.web.forms import DateField, Form, Nip, Text, optional
from netralitas.web.fragments import is_fragment, page, see_other
from netralitas.web.visit import Visit

_NAME: Final = re.compile(r"(terlapor-\d+-)?name")
_NIP: Final = re.compile(r"(terlapor-\d+-)?nip")
_EVIDENCE: Final = re.compile(r"bukti-\d+-\w+")
_MOST_PEOPLE: Final = 20
_LONGEST: Final = 20_000


class TypedForm(Form):
    """What of a matter is typed so far, as far as it tells what it resembles; nothing is a must."""

    subject = optional(Text("Perihal", maximum=_LONGEST))
    description = optional(Text("Uraian", maximum=_LONGEST))
    place = optional(Text("Tempat", maximum=_LONGEST))
    region = optional(Text("Wilayah", maximum=20))
    act = optional(DateField("Tanggal kejadian"))


class PersonForm(Form):
    """One respondent as typed so far."""

    name = optional(Text("Nama", maximum=200))
    nip = optional(Nip("NIP"))


class TypedLikenessController(Controller):
    """`/perkara/baru/kemiripan`: what the matter being typed resembles; a part of the desk."""

    path = "/perkara/baru/kemiripan"
    include_in_schema = False

    @post(status_code=200)
    async def look(
        self, visit: NamedDependency[Visit], sealer: NamedDependency[NipSealer]
    ) -> Response[str] | Redirect:
        """Show the cases of the officer's own sight that are like what was typed so far.

        By itself it is no page, and leads to the desk.
        """
        may(visit.actor, Permission.TAKE_IN)
        if not is_fragment(visit.request):
            return see_other("/perkara/baru")
        asked = asked_in(await visit.typed(), sealer)
        async with reading(visit.actor) as c:
            found = await likely(c, visit.actor, asked)
        return await visit.page("cases/_likeness.html", LikelyPage(likes=found))


class LikenessController(Controller):
    """`/perkara/{id}/kemiripan`: the cases that one resembles."""

    path = "/perkara/{case:int}/kemiripan"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def show(self, case: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show them, each with the way to a merger."""
        view, found = await look(desk, case, likes_page)
        content = LikelyPage(
            likes=found.likes,
            crumbs=crumbs(view, "Perkara yang mirip"),
            back=f"/perkara/{case}",
            merge=found.merge,
            blocked=found.blocked,
        )
        return page("cases/likeness.html", content, frame=await desk.frame())


def asked_in(typed: FormMultiDict, sealer: NipSealer) -> Asked:
    """Return what the typed fields ask about; what cannot be read yet is passed over.

    Of people only respondents are looked at: a reporter's name is never looked for.
    """
    form = TypedForm.parse(typed)
    people = _people(typed)
    texts = [form.read_value(name) or "" for name in ("subject", "place", "description")]
    evidence = [str(value) for name, value in typed.multi_items() if _EVIDENCE.fullmatch(name)]
    return Asked(
        names=tuple(name for person in people if (name := person.read_value("name"))),
        nips=tuple(sealer.digest(nip) for person in people if (nip := person.read_value("nip"))),
        links=links_in(" ".join((*texts, *evidence))),
        region=form.read_value("region"),
        act_on=form.read_value("act"),
        subject=texts[0],
        place=texts[1],
    )


def _people(typed: FormMultiDict) -> list[PersonForm]:
    found = [
        {key: str(value)}
        for name, value in typed.multi_items()
        for key, pattern in (("name", _NAME), ("nip", _NIP))
        if pattern.fullmatch(name) and isinstance(value, str)
    ]
    return [PersonForm.parse(one) for one in found[: 2 * _MOST_PEOPLE]]
