"""The style guide: every part of the pages in every state, for whoever writes the next page."""

from datetime import date
from typing import Any

import msgspec
from litestar import Request, Response, Router, get, post

from netralitas.refusals import RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.fragments import is_fragment, page
from netralitas.web.frame import DemoPerson, Frame, Person, bell_for, staff_sections
from netralitas.web.parts import Crumb, Deadline, Happening, NextStep, Pages, Strip, Tab
from netralitas.web.refusals import TooMany
from netralitas.web.styleguide_samples import (
    CRUMBS,
    DEADLINES,
    FILLED,
    HAPPENINGS,
    MISTAKES,
    NEXT_STEPS,
    PEOPLE,
    ROLES,
    STRIPS,
    TABS,
    TODAY,
    FilterForm,
    SampleForm,
)


class StyleGuide(msgspec.Struct, frozen=True, kw_only=True):
    """What the style guide shows; the values are invented."""

    crumbs: tuple[Crumb, ...]
    strips: tuple[Strip, ...]
    deadlines: tuple[Deadline, ...]
    steps: tuple[NextStep, ...]
    happenings: tuple[Happening, ...]
    tabs: tuple[Tab, ...]
    pages: Pages
    filters: Form
    blank: Form
    wrong: Form
    day: date


def _frame(path: str) -> Frame:
    return Frame(
        organisation="Bawaslu Kabupaten Contoh",
        person=Person(name="Rina Kurnia", role="Staf penanganan pelanggaran"),
        sections=staff_sections(ROLES, path),
        bell=bell_for(ROLES),
        due_count=3,
        demo=tuple(
            DemoPerson(key=key, label=label, current=key == "rina") for key, label in PEOPLE
        ),
    )


def _content(form: SampleForm, wrong: SampleForm) -> StyleGuide:
    return StyleGuide(
        crumbs=CRUMBS,
        strips=STRIPS,
        deadlines=DEADLINES,
        steps=NEXT_STEPS,
        happenings=HAPPENINGS,
        tabs=TABS,
        pages=Pages(later="?sesudah=40", shown="40 dari 120 perkara"),
        filters=FilterForm.blank(),
        blank=form,
        wrong=wrong,
        day=TODAY,
    )


@get("/")
async def show_guide() -> Response[str]:
    """Show every part, with an empty form and one full of mistakes."""
    blank = SampleForm.blank(values=FILLED, prefix="contoh-")
    wrong = SampleForm.parse(MISTAKES, today=TODAY, prefix="salah-")
    return page("styleguide/index.html", _content(blank, wrong), frame=_frame("/perkara"))


@post("/")
async def try_form(request: Request[Any, Any, Any]) -> Response[str]:
    """Show what the sample form makes of what was typed into it."""
    form = SampleForm.parse(await request.form(), today=TODAY, prefix="contoh-")
    template = "styleguide/_form.html" if is_fragment(request) else "styleguide/form.html"
    status = 200 if form.valid else 422
    return page(template, _content(form, form), frame=_frame("/perkara"), status=status)


@get("/publik")
async def show_public() -> Response[str]:
    """Show the public layout, without a person."""
    wrong = SampleForm.parse(MISTAKES, today=TODAY, prefix="salah-")
    frame = Frame(organisation="Bawaslu Kabupaten Contoh")
    return page("styleguide/public.html", _content(wrong, wrong), frame=frame)


@get("/galat/{kind:str}")
async def fail(request: Request[Any, Any, Any]) -> None:
    """Fail on purpose, to look at the page: aturan, basi, sering, or anything else for a crash."""
    kind = request.path_params["kind"]
    if kind == "aturan":
        raise RuleBroken(
            "Laporan belum dapat diteruskan karena belum ada kajian.",
            rule="Contoh pasal",
            remedy="Selesaikan kajian, lalu teruskan.",
        )
    if kind == "basi":
        raise Stale(
            changed=["Budi Santoso mencatat registrasi pada 2 September 2024 pukul 10.20 WIB."],
            typed={"reason": ["Syarat formal lengkap."]},
        )
    if kind == "sering":
        raise TooMany(retry_after=30)
    raise ZeroDivisionError(kind)


def styleguide_router() -> Router:
    """Return the routes of the style guide; only a demo or a developer's machine mounts them."""
    return Router(
        path="/styleguide",
        route_handlers=[show_guide, try_form, show_public, fail],
        include_in_schema=False,
        opt={"public": True},
    )
