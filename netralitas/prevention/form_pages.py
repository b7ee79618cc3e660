"""What the form pages of an activity show, and how a refusal comes back into the form."""

from typing import Final

import msgspec

from netralitas.prevention.domain import duties_key, unit_key
from netralitas.prevention.forms import CancelForm, PlanForm, RecordForm
from netralitas.prevention.queries import Opened
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb

PATH: Final = "/pencegahan/kegiatan"


class PlanPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a plan; the two ways to name the other party are shown where there are any."""

    form: PlanForm
    has_agreements: bool
    has_others: bool
    crumbs: tuple[Crumb, ...]


class RecordPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a record: the names of its fields by unit and party."""

    form: RecordForm
    title: str
    subject: str
    lead: str
    button: str
    action: str
    back: str
    version: int
    dated: bool
    units: tuple[str, ...]
    duties: tuple[str, ...]
    changed: tuple[str, ...]
    crumbs: tuple[Crumb, ...]


class CancelPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a cancellation."""

    form: CancelForm
    subject: str
    action: str
    back: str
    version: int
    changed: tuple[str, ...]
    crumbs: tuple[Crumb, ...]


def plan_page(form: PlanForm) -> PlanPage:
    """Return the page around the form of a plan."""
    return PlanPage(
        form=form,
        has_agreements=bool(form.options("agreement")),
        has_others=bool(form.options("other")),
        crumbs=(
            Crumb("Pencegahan", "/pencegahan"),
            Crumb("Kegiatan", PATH),
            Crumb("Rencana baru"),
        ),
    )


def held_page(form: RecordForm, opened: Opened, changed: tuple[str, ...] = ()) -> RecordPage:
    """Return the page that records an activity as held."""
    return _record_page(
        form,
        opened,
        changed,
        title="Catat pelaksanaan",
        lead="Isi jumlah yang hadir dari setiap unit kerja, dan centang tugas yang dilaksanakan."
        " Unit yang tidak hadir dibiarkan kosong.",
        button="Simpan pelaksanaan",
        step="pelaksanaan",
    )


def correction_page(form: RecordForm, opened: Opened, changed: tuple[str, ...] = ()) -> RecordPage:
    """Return the page that corrects attendance and duties."""
    return _record_page(
        form,
        opened,
        changed,
        title="Betulkan kehadiran dan tugas",
        lead="Angka yang tersimpan sudah terisi. Ubah yang keliru, kosongkan unit yang ternyata"
        " tidak hadir. Perubahannya tercatat pada riwayat kegiatan.",
        button="Simpan pembetulan",
        step="kehadiran",
    )


def cancel_page(form: CancelForm, opened: Opened, changed: tuple[str, ...] = ()) -> CancelPage:
    """Return the page that cancels an activity."""
    return CancelPage(
        form=form,
        subject=opened.title,
        action=f"{PATH}/{opened.activity.id}/pembatalan",
        back=f"{PATH}/{opened.activity.id}",
        version=opened.activity.version,
        changed=changed,
        crumbs=_crumbs(opened, "Pembatalan"),
    )


def say(form: Form, refused: Invalid | RuleBroken | Stale) -> int:
    """Say in the form what was refused; return the status of the page that shows it."""
    if isinstance(refused, Invalid):
        for name, sentences in refused.errors.items():
            for sentence in sentences:
                if sentence not in form.errors.get(name, []):
                    form.refuse(name if name in form.fields else "", sentence)
        return 422
    if isinstance(refused, RuleBroken):
        form.refuse("", " ".join(filter(None, (refused.reason, refused.remedy))))
    return 409


def changes(refused: Invalid | RuleBroken | Stale) -> tuple[str, ...]:
    """Return what others did meanwhile, nothing for a refusal of another kind."""
    return refused.changed if isinstance(refused, Stale) else ()


def _record_page(  # noqa: PLR0913 - the words of one page
    form: RecordForm,
    opened: Opened,
    changed: tuple[str, ...],
    *,
    title: str,
    lead: str,
    button: str,
    step: str,
) -> RecordPage:
    back = f"{PATH}/{opened.activity.id}"
    parties = dict.fromkeys(duty.organisation for duty in opened.duties)
    return RecordPage(
        form=form,
        title=title,
        subject=opened.title,
        lead=lead,
        button=button,
        action=f"{back}/{step}",
        back=back,
        version=opened.activity.version,
        dated="held_on" in form.fields,
        units=tuple(unit_key(unit.id) for unit in opened.offer.units),
        duties=tuple(duties_key(party) for party in parties),
        changed=changed,
        crumbs=_crumbs(opened, title),
    )


def _crumbs(opened: Opened, last: str) -> tuple[Crumb, ...]:
    return (
        Crumb("Pencegahan", "/pencegahan"),
        Crumb("Kegiatan", PATH),
        Crumb(opened.title, f"{PATH}/{opened.activity.id}"),
        Crumb(last),
    )
