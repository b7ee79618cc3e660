"""The captures of a case, for who adds to it."""

from netralitas.access.policy import Permission
from netralitas.cases.queries import CaseView, may_attach, title
from netralitas.database.connection import Connection
from netralitas.evidence.web.pages import CasePage
from netralitas.evidence.web.queries.lines import captures_of
from netralitas.refusals import NotAllowed
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb


def hold_capturing(view: CaseView) -> None:
    """Hold that the reader may have pages captured for a case; NotAllowed, NotVisible else."""
    view.hold(Permission.ATTACH)
    if not may_attach(view):
        raise NotAllowed("Halaman ditangkap oleh Bawaslu yang menangani perkara ini.")


async def case_page(c: Connection, view: CaseView, form: Form, before: str) -> CasePage:
    """Return the captures of a case with the form for one more."""
    case = f"/perkara/{view.dossier.id}"
    here = f"{case}/tangkapan"
    return CasePage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(title(view), case),
            Crumb("Tangkapan halaman"),
        ),
        title="Tangkapan halaman web",
        action=here,
        back=case,
        form=form,
        captures=await captures_of(c, here, before, case=view.dossier.id),
    )
