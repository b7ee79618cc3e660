"""The pages of the templates of an office, and a paper that shows one at work."""

from datetime import datetime

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.documents.letters.known import Block
from netralitas.documents.official.catalogue import CATALOGUE, find_paper
from netralitas.documents.official.content import Content
from netralitas.documents.official.domain import PageSize
from netralitas.documents.official.forms import TemplateForm
from netralitas.documents.official.pages import (
    TemplateLine,
    TemplatePage,
    TemplatesPage,
    VersionLine,
)
from netralitas.documents.official.places import PLACES
from netralitas.documents.official.queries import newest_versions, versions_of
from netralitas.documents.official.sheet import Sheet, Template, composed
from netralitas.documents.official.writing import as_lines, as_paragraphs
from netralitas.law.domain import Regime
from netralitas.web.parts import Crumb

PATH = "/naskah"
NAME = "Templat naskah"


async def templates_page(c: Connection, actor: Actor) -> TemplatesPage:
    """Return every paper with the version by which the actor's office words it."""
    newest = await newest_versions(c, actor)
    return TemplatesPage(
        title=NAME,
        papers=tuple(
            TemplateLine(
                title=paper.title,
                form_number=paper.form,
                label=paper.label.value,
                version=f"Versi {newest[code]}" if code in newest else "Bawaan sistem",
                href=f"{PATH}/{code}",
            )
            for code, paper in CATALOGUE.items()
        ),
    )


async def template_page(c: Connection, actor: Actor, code: str, form: TemplateForm) -> TemplatePage:
    """Return the page of one template; NotVisible where there is no such paper."""
    paper = find_paper(code)
    return TemplatePage(
        crumbs=(Crumb(NAME, PATH), Crumb(paper.title)),
        title=paper.title,
        places=tuple((f"{{{name}}}", said) for name, said in PLACES.items()),
        action=f"{PATH}/{code}",
        back=PATH,
        form=form,
        versions=tuple(
            VersionLine(version=f"Versi {one.version}", officer=one.officer, made_at=one.made_at)
            for one in await versions_of(c, actor, code)
        ),
    )


def written(template: Template) -> dict[str, object]:
    """Return what the form of a template shows at first."""
    return {
        "letterhead": "\n".join(template.letterhead) or None,
        "size": template.size.value,
        "pattern": template.pattern,
        "opening": "\n\n".join(template.opening) or None,
        "closing": "\n\n".join(template.closing) or None,
        "copies": "\n".join(template.copies) or None,
        "signatory_label": template.signatory_label,
        "signatory_name": template.signatory_name or None,
        "after": template.version,
    }


def template_in(form: TemplateForm) -> Template:
    """Return the template of a valid form."""
    return Template(
        letterhead=as_lines(form.letterhead),
        size=PageSize(form.size),
        pattern=form.pattern,
        opening=as_paragraphs(form.opening),
        closing=as_paragraphs(form.closing),
        copies=as_lines(form.copies),
        signatory_label=form.signatory_label,
        signatory_name=form.signatory_name or "",
    )


def sample(actor: Actor, code: str, template: Template, at: datetime) -> Sheet:
    """Return a draft in which nothing is of a case: only to look at the template."""
    return composed(
        find_paper(code),
        Content(
            subject="Contoh perihal",
            to=("Kepada Yth.", "Penerima naskah"),
            body=(Block(text=("Isi naskah berdiri di sini.",)),),
        ),
        template,
        office=actor.organisation_name,
        regime=Regime.PEMILU,
        on=at.date(),
        number=None,
        at=at,
    )
