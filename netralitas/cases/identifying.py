"""The form of a respondent: filled from what is known, or from a line of a staff list."""

from dataclasses import dataclass, replace
from typing import Any, Final

from netralitas.cases.domain import Employment, Person, PositionClass
from netralitas.cases.forms import RespondentForm, StaffSearchForm, filled_with
from netralitas.cases.pages import RespondentPage
from netralitas.cases.queries import CaseView, masked, title
from netralitas.imports.queries import StaffMatch
from netralitas.web.parts import Crumb

_LEAD: Final = "Isi keadaan terlapor pada waktu kejadian. Yang belum diketahui boleh dikosongkan."
_CARRIED: Final = ("version", "staff")
OTHER_NIP: Final = (
    "NIP ini lain dari NIP pada daftar pegawai. Kosongkan isian NIP untuk memakai yang dari daftar,"
    " atau isi tanpa daftar pegawai."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A search over the staff lists as it was sent, and whom it found; None: it was not made."""

    form: StaffSearchForm
    found: tuple[StaffMatch, ...] | None = None


def listed_as(known: Person, listed: Person) -> Person:
    """Return a respondent as a staff list says, and as known where the list says nothing.

    The number is that of the list alone: another person's must not stay.
    """
    unsaid: dict[str, Any] = {
        name: getattr(known, name)
        for name in ("position", "unit", "employer", "grade")
        if getattr(listed, name) is None
    }
    if listed.employment is Employment.UNKNOWN:
        unsaid["employment"] = known.employment
    if listed.position_class is PositionClass.UNKNOWN:
        unsaid["position_class"] = known.position_class
    return replace(listed, **unsaid)


def blank_form(view: CaseView, person: Person) -> RespondentForm:
    """Return what the form begins with: the person as known, and what of the case was seen."""
    seen = {"version": view.dossier.handling().version}
    return RespondentForm.blank(values={**filled_with(person), **seen})


def adding_page(view: CaseView, form: RespondentForm) -> RespondentPage:
    """Return the page that adds a respondent."""
    base = f"/perkara/{view.dossier.id}/terlapor"
    return RespondentPage(
        crumbs=_crumbs(view, "Tambah terlapor"),
        title="Tambah terlapor",
        lead=_LEAD,
        action=base,
        back=f"/perkara/{view.dossier.id}#terlapor",
        button="Tambahkan terlapor",
        form=form,
        fields=_fields(form),
        selects=("employment", "position_class"),
        hidden=_hidden(form),
    )


def identifying_page(
    view: CaseView,
    respondent: int,
    form: RespondentForm,
    shown: Person,
    *,
    searched: Searched | None = None,
    changed: tuple[str, ...] | None = None,
) -> RespondentPage:
    """Return the page of a known respondent; `shown` is whose number an empty field keeps.

    `changed` is what others did since the form was opened, None when they did nothing.
    """
    stale = changed is not None
    nip = masked(shown.nip.last4) if shown.nip is not None else None
    kept = f" NIP yang tersimpan: {nip}; kosongkan isian NIP untuk mempertahankannya."
    present = {"version": str(view.dossier.handling().version)} if stale else {}
    base = f"/perkara/{view.dossier.id}/terlapor/{respondent}"
    return RespondentPage(
        crumbs=_crumbs(view, "Ubah data terlapor"),
        title="Ubah data terlapor",
        lead=_LEAD + (kept if nip else ""),
        action=base,
        back=f"/perkara/{view.dossier.id}#terlapor",
        button="Simpan data terlapor",
        form=form,
        fields=_fields(form),
        selects=("employment", "position_class"),
        hidden=_hidden(form) | present,
        changed=changed or (),
        stale=stale,
        search=searched.form if searched else StaffSearchForm.blank(),
        searching=f"{base}/pencarian",
        found=searched.found if searched else None,
        listed=bool(form.field("staff").value),
    )


def _fields(form: RespondentForm) -> tuple[str, ...]:
    return tuple(name for name in form.fields if name not in _CARRIED)


def _hidden(form: RespondentForm) -> dict[str, str]:
    return {name: form.field(name).value for name in _CARRIED if form.field(name).value}


def _crumbs(view: CaseView, last: str) -> tuple[Crumb, ...]:
    back = f"/perkara/{view.dossier.id}"
    return (Crumb("Perkara", "/perkara"), Crumb(title(view), back), Crumb(last))
