"""Forms beside a session: its invitation was received, nobody came, it is cancelled, recorded."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.cases.queries import CaseView
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification import words
from netralitas.investigation.clarification.commands import (
    attach_recording,
    cancel,
    note_absence,
    note_receipt,
)
from netralitas.investigation.clarification.domain import Delivery, Person
from netralitas.investigation.clarification.forms import (
    LARGEST_PROOF,
    LARGEST_RECORDING,
    CancelForm,
    ConfirmForm,
    ProtectedReceiptForm,
    ReceiptForm,
    RecordingForm,
)
from netralitas.investigation.clarification.policy import NO_SCAN
from netralitas.investigation.clarification.queries import session_seen
from netralitas.investigation.clarification.routes.acting import (
    SHEET,
    Layout,
    Sheet,
    stored,
    type_answer,
)

_SESSION = "/perkara/{case:int}/klarifikasi/sesi/{session:int}"


class InvitationReceiptController(Controller):
    """The proof that an invitation was received."""

    path = f"{_SESSION}/penerimaan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask how and when."""
        view, person = await _kept(sheet, session)
        kind = ProtectedReceiptForm if person.protected else ReceiptForm
        form = kind.blank(values={"on": view.today}, today=view.today)
        return await sheet.ask(view, form, _receipt(session, person))

    @post()
    async def note(
        self,
        session: FromPath[int],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Hold it."""
        view, person = await _kept(sheet, session)
        kind = ProtectedReceiptForm if person.protected else ReceiptForm
        form = kind.parse(await sheet.typed(), today=view.today)
        file = form.read_value("proof") if form.valid else None
        proof = await stored(form, "proof", file, storage, LARGEST_PROOF)
        return await sheet.answer(
            view,
            form,
            _receipt(session, person),
            lambda: note_receipt(
                *(sheet.actor, sheet.case, session),
                how=Delivery(form.how),
                on=form.on,
                proof=proof,
                book=sheet.book,
            ),
        )


class AbsenceController(Controller):
    """That nobody came."""

    path = f"{_SESSION}/ketidakhadiran"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask once more."""
        view, person = await _kept(sheet, session)
        return await sheet.ask(view, ConfirmForm.blank(), _absence(session, person))

    @post()
    async def note(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> type_answer:
        """Hold it."""
        view, person = await _kept(sheet, session)
        return await sheet.answer(
            view,
            ConfirmForm.parse(await sheet.typed()),
            _absence(session, person),
            lambda: note_absence(sheet.actor, sheet.case, session, book=sheet.book),
        )


class CancellationController(Controller):
    """That a session will not be held."""

    path = f"{_SESSION}/pembatalan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask why."""
        view, person = await _kept(sheet, session)
        return await sheet.ask(view, CancelForm.blank(), _cancellation(session, person))

    @post()
    async def cancel(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> type_answer:
        """Cancel it."""
        view, person = await _kept(sheet, session)
        form = CancelForm.parse(await sheet.typed())
        return await sheet.answer(
            view,
            form,
            _cancellation(session, person),
            lambda: cancel(sheet.actor, sheet.case, session, form.reason, book=sheet.book),
        )


class RecordingController(Controller):
    """The recording of a session, for the handling office alone."""

    path = f"{_SESSION}/rekaman"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, session: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask for the file."""
        view, person = await _kept(sheet, session)
        return await sheet.ask(view, RecordingForm.blank(), _recording(session, person))

    @post()
    async def attach(
        self,
        session: FromPath[int],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Attach it."""
        view, person = await _kept(sheet, session)
        form = RecordingForm.parse(await sheet.typed())
        file = form.recording if form.valid else None
        kept = await stored(form, "recording", file, storage, LARGEST_RECORDING)

        async def doing() -> None:
            if kept is not None:
                await attach_recording(sheet.actor, sheet.case, session, kept, book=sheet.book)

        return await sheet.answer(view, form, _recording(session, person), doing)


async def _kept(sheet: Sheet, session: int) -> tuple[CaseView, Person]:
    async with reading(sheet.actor) as c:
        view = await sheet.kept(c)
        _, person = await session_seen(c, view, session)
    return view, person


def _receipt(session: int, person: Person) -> Layout:
    return Layout(
        title=words.NOTE_RECEIPT,
        lead="Penerimaan undangan perlu dipastikan sebelum sesi.",
        button=words.NOTE_RECEIPT,
        path=f"/sesi/{session}/penerimaan",
        goal=f"/sesi/{session}",
        known=(("Yang diundang", person.label),),
        notes=(NO_SCAN,) if person.protected else (),
        selects=("how",),
        uploads=not person.protected,
    )


def _absence(session: int, person: Person) -> Layout:
    return Layout(
        title=words.NOTE_ABSENCE,
        lead="Setelah tidak hadir, undangan kedua dapat disampaikan. Bila tetap tidak hadir,"
        " penanganan berlanjut.",
        button=words.NOTE_ABSENCE,
        path=f"/sesi/{session}/ketidakhadiran",
        goal=f"/sesi/{session}",
        known=(("Yang diundang", person.label),),
    )


def _cancellation(session: int, person: Person) -> Layout:
    return Layout(
        title=words.CANCEL,
        lead="Waktu, tempat, dan petugasnya bebas kembali. Beri tahu yang diundang, lalu terbitkan"
        " undangan baru bila perlu.",
        button=words.CANCEL,
        path=f"/sesi/{session}/pembatalan",
        goal=f"/sesi/{session}",
        known=(("Yang diundang", person.label),),
        danger=True,
    )


def _recording(session: int, person: Person) -> Layout:
    return Layout(
        title=words.ATTACH,
        lead="Rekaman disimpan utuh dengan sidiknya sebagai dokumen perkara. Hanya kantor yang"
        " menangani perkara ini dapat membukanya.",
        button=words.ATTACH,
        path=f"/sesi/{session}/rekaman",
        goal=f"/sesi/{session}",
        known=(("Yang diklarifikasi", person.label),),
        uploads=True,
    )
