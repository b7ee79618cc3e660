"""What the form pages of an activity show, and how a refusal comes back into the form."""

from typing import Final

import msgspec

from netralitas.prevention.domain import duties_key, unit_key
from netralitas.prevention.forms import PlanForm, RecordForm
from netralitas.prevention.queries import Opened
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb

PATH: Final = "/pencegahan/kegiatan"


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a small form: title, what to know before, the button.

    `selects` are fields shown as a drop-down; `uploads`: it sends a file; `danger`: no way back.
    """

    title: str
    lead: str
    button: str
    selects: tuple[str, ...] = ()
    uploads: bool = False
    danger: bool = False


class PlanPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a plan; what can be picked is shown where there is any."""

    form: PlanForm
    has_agreements: bool
    has_others: bool
    has_units: bool
    rule: str
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


class ActPage(msgspec.Struct, frozen=True, kw_only=True):
    """A small form on one activity; `version` None where nothing can be overtaken."""

    form: Form
    wording: Wording
    subject: str
    note: str | None
    action: str
    back: str
    version: int | None
    fields: tuple[str, ...]
    changed: tuple[str, ...]
    crumbs: tuple[Crumb, ...]


def plan_page(form: PlanForm, rule: str) -> PlanPage:
    """Return the page around the form of a plan; `rule` is what an agreement says of some kinds."""
    return PlanPage(
        form=form,
        has_agreements=bool(form.options("agreement")),
        has_others=bool(form.options("other")),
        has_units=bool(form.options("invited")),
        rule=rule,
        crumbs=(
            Crumb("Pencegahan", "/pencegahan"),
            Crumb("Kegiatan", PATH),
            Crumb("Rencana baru"),
        ),
    )


def record_page(
    form: RecordForm, opened: Opened, wording: Wording, step: str, changed: tuple[str, ...] = ()
) -> RecordPage:
    """Return the page that records an activity as held, or corrects what stands recorded."""
    back = f"{PATH}/{opened.activity.id}"
    parties = dict.fromkeys(duty.organisation for duty in opened.duties)
    return RecordPage(
        form=form,
        title=wording.title,
        subject=opened.title,
        lead=wording.lead,
        button=wording.button,
        action=f"{back}/{step}",
        back=back,
        version=opened.activity.version,
        dated="held_on" in form.fields,
        units=tuple(unit_key(unit.id) for unit in opened.offer.units),
        duties=tuple(duties_key(party) for party in parties),
        changed=changed,
        crumbs=_crumbs(opened, wording.title),
    )


def act_page(  # noqa: PLR0913 - what one form is about, where it goes, how it comes back
    form: Form,
    opened: Opened,
    wording: Wording,
    step: str,
    *,
    back: str,
    about: str | None = None,
    note: str | None = None,
    changed: tuple[str, ...] = (),
) -> ActPage:
    """Return the page of a small form; `about` is what it is on, where not the activity itself."""
    return ActPage(
        form=form,
        wording=wording,
        subject=about or opened.title,
        note=note,
        action=f"{PATH}/{opened.activity.id}/{step}",
        back=back,
        version=opened.activity.version if "version" in form.fields else None,
        fields=tuple(name for name in form.fields if name != "version"),
        changed=changed,
        crumbs=_crumbs(opened, wording.title),
    )


def say(form: Form, refused: Invalid | RuleBroken | Stale) -> int:
    """Say in the form what was refused; return the status of the page that shows it."""
    if isinstance(refused, Invalid):
        form.refuse_all(refused.errors)
        return 422
    if isinstance(refused, RuleBroken):
        form.refuse("", " ".join(filter(None, (refused.reason, refused.remedy))))
    return 409


def changes(refused: Invalid | RuleBroken | Stale) -> tuple[str, ...]:
    """Return what others did meanwhile, nothing for a refusal of another kind."""
    return refused.changed if isinstance(refused, Stale) else ()


def _crumbs(opened: Opened, last: str) -> tuple[Crumb, ...]:
    return (
        Crumb("Pencegahan", "/pencegahan"),
        Crumb("Kegiatan", PATH),
        Crumb(opened.title, f"{PATH}/{opened.activity.id}"),
        Crumb(last),
    )
