"""What the forms on requests share: how they look, how they come back."""

from dataclasses import dataclass, replace

from netralitas.web.form_page import FormPage
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb

type_choices = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a form looks: its words, where it stands, where it goes, what is chosen from a list."""

    title: str
    lead: str
    button: str
    action: str
    back: str
    crumbs: tuple[Crumb, ...] = ()
    version: int | None = None
    selects: tuple[str, ...] = ()
    uploads: bool = False
    without: tuple[str, ...] = ()

    def at(self, version: int) -> "Sheet":
        """Return it for a form that was opened on this version."""
        return replace(self, version=version)

    def around(self, form: Form) -> FormPage:
        """Return the page of a form."""
        return FormPage(
            wide=True,
            crumbs=self.crumbs,
            title=self.title,
            lead=self.lead,
            action=self.action,
            back=self.back,
            button=self.button,
            form=form,
            fields=tuple(name for name in form.fields if name not in {"version", *self.without}),
            version=self.version,
            selects=self.selects,
            uploads=self.uploads,
        )
