"""The pages of the register that carry a form, and therefore lie above the queries."""

from datetime import date
from typing import Self

import msgspec

from netralitas.law.entries import LawData
from netralitas.legislation import addresses
from netralitas.legislation.forms import CitationForm, LawSearchForm, StandingForm
from netralitas.legislation.pages.laws import CitedOn, FoundLaws, LawShown
from netralitas.legislation.queries.laws import cited_on, found_laws, law_shown
from netralitas.legislation.words import citation_choices
from netralitas.web.parts import Crumb


class LawsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The register, all of it or what a search found."""

    crumbs: tuple[Crumb, ...]
    form: LawSearchForm
    found: FoundLaws

    @classmethod
    def of(cls, law: LawData, asked: object, today: date) -> Self:
        """Return the page for what the address asks."""
        form = LawSearchForm.parse(asked)
        return cls(
            crumbs=addresses.crumbs(addresses.LAWS),
            form=form,
            found=found_laws(law.laws, form.read_value("cari"), today),
        )


class LawPage(msgspec.Struct, frozen=True, kw_only=True):
    """One law on the day asked for, or today."""

    crumbs: tuple[Crumb, ...]
    form: StandingForm
    law: LawShown

    @classmethod
    def of(cls, law: LawData, name: str, asked: object, today: date) -> Self:
        """Return the page of the law at an address; raises UnknownLaw."""
        form = StandingForm.parse(asked) if asked else StandingForm()
        on: date = form.read_value("tanggal") or today
        shown = law_shown(law, name, on)
        return cls(
            crumbs=addresses.crumbs(addresses.LAWS, shown.name),
            form=StandingForm.blank(values={"tanggal": on}) if form.valid else form,
            law=shown,
        )


class CitationPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question, and once it can be answered the laws that the citation names."""

    crumbs: tuple[Crumb, ...]
    form: CitationForm
    answer: CitedOn | None = None

    @classmethod
    def of(cls, law: LawData, asked: object, today: date) -> Self:
        """Return the page for what the address asks; a day that was understood stands in parts."""
        crumbs = addresses.crumbs(addresses.CITATION)
        choices = {"kutipan": citation_choices(law.laws)}
        if not asked:
            return cls(
                crumbs=crumbs, form=CitationForm.blank(values={"tanggal": today}, choices=choices)
            )
        form = CitationForm.parse(asked, choices=choices)
        if not form.valid:
            return cls(crumbs=crumbs, form=form)
        return cls(
            crumbs=crumbs,
            form=CitationForm.blank(
                values={"kutipan": form.kutipan, "tanggal": form.tanggal}, choices=choices
            ),
            answer=cited_on(law.laws, form.kutipan, form.tanggal),
        )
