"""What feeds an indicator is declared and ended; figures are entered and withdrawn."""

from typing import Final

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from netralitas.access.policy import Permission, may
from netralitas.agreements.plan.commands import (
    declare_feed,
    end_feed,
    enter_figure,
    withdraw_figure,
)
from netralitas.agreements.plan.forms import LARGEST, FeedForm, FigureForm
from netralitas.agreements.plan.queries import file_of
from netralitas.agreements.plan.routes.sheet import PLACE, SHEET, Sheet
from netralitas.agreements.routes.papers import keep_paper
from netralitas.agreements.routes.sheet import Layout, type_answer
from netralitas.database.transactions import reading
from netralitas.evidence.domain import extension
from netralitas.evidence.storage import Storage
from netralitas.web.fragments import see_other
from netralitas.web.headers import to_keep
from netralitas.web.visit import Visit

_FEED: Final = Layout(
    title="Tautkan ke catatan sistem",
    lead="Realisasinya dihitung sendiri dari catatan sistem, sejak kerja sama ditandatangani. Yang"
    " dihitung dapat dibuka satu per satu.",
    button="Tautkan indikator",
    name="tautan",
    selects=("theme", "activity_kind", "party"),
)
_FIGURE: Final = Layout(
    title="Isi realisasi",
    lead="Angka yang baru menggantikan angka tahun atau bulan yang sama; yang lama tetap tercatat.",
    button="Simpan realisasi",
    name="isian",
    selects=("month",),
)
_log = structlog.get_logger("netralitas.agreements")


class FeedController(Controller):
    """`…/tautan`: what is counted for an indicator."""

    path = f"{PLACE}/tautan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the form."""
        return await sheet.show(_FEED, FeedForm.blank(choices=sheet.parties))

    @post()
    async def declare(
        self, sheet: NamedDependency[Sheet], visit: NamedDependency[Visit]
    ) -> type_answer:
        """Count from now on."""
        form = FeedForm.parse(await visit.typed(), choices=sheet.parties)
        return await sheet.answer(
            *(_FEED, form),
            doing=lambda: declare_feed(
                visit.actor, sheet.agreement, sheet.at(form.version), form.feed()
            ),
        )


class FeedEndController(Controller):
    """`…/pengakhiran`: nothing is counted any more."""

    path = f"{PLACE}/pengakhiran"
    dependencies = SHEET
    include_in_schema = False

    @post()
    async def end(self, sheet: NamedDependency[Sheet], visit: NamedDependency[Visit]) -> Redirect:
        """End it."""
        await end_feed(visit.actor, sheet.agreement, sheet.place)
        return see_other(sheet.here)


class FigureController(Controller):
    """`…/isian`: a figure by hand."""

    path = f"{PLACE}/isian"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(
        self, sheet: NamedDependency[Sheet], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form."""
        return await sheet.show(_FIGURE, FigureForm.blank(values={"year": visit.today.year}))

    @post()
    async def enter(
        self,
        sheet: NamedDependency[Sheet],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Enter it, with its paper."""
        form = FigureForm.parse(await visit.typed())

        async def doing() -> None:
            file = await keep_paper(form.file[0], storage, LARGEST) if form.file else None
            at = sheet.at(form.version)
            await enter_figure(visit.actor, sheet.agreement, at, form.entry(), file)

        return await sheet.answer(_FIGURE, form, doing=doing)


class WithdrawController(Controller):
    """`…/isian/{entry}/penarikan`: a figure counts no more."""

    path = f"{PLACE}/isian/{{entry:int}}/penarikan"
    dependencies = SHEET
    include_in_schema = False

    @post()
    async def withdraw(
        self,
        entry: FromPath[int],
        sheet: NamedDependency[Sheet],
        visit: NamedDependency[Visit],
    ) -> Redirect:
        """Withdraw it."""
        await withdraw_figure(visit.actor, sheet.agreement, sheet.place, entry)
        return see_other(sheet.here)


class ProofController(Controller):
    """`…/isian/{entry}/bukti`: the paper that shows a figure."""

    path = f"{PLACE}/isian/{{entry:int}}/bukti"
    include_in_schema = False

    @get()
    async def download(
        self,
        number: FromPath[int],
        entry: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the paper to be kept, never to be opened by the browser as a page of ours."""
        may(visit.actor, Permission.SEE_AGREEMENTS)
        async with reading(visit.actor) as c:
            found = await file_of(c, number, entry)
        _log.info("plan_file_downloaded", entry=entry, officer=visit.actor.officer)
        name = f"realisasi-{number}-{entry}.{extension(found.media_type)}"
        return Stream(
            await storage.open(found.digest),
            media_type=found.media_type,
            headers=to_keep(name, found.size),
        )
