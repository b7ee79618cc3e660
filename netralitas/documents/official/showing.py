"""The pages of the papers of a case, filled from what is known."""

from netralitas import settings
from netralitas.access.policy import Permission, refusal
from netralitas.cases.domain import Source
from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.documents.official import words
from netralitas.documents.official.catalogue import CATALOGUE, find_paper
from netralitas.documents.official.content import Content, Issue, Signature
from netralitas.documents.official.forms import IssueForm, ScanForm
from netralitas.documents.official.pages import (
    IssuedLine,
    IssuePage,
    Offer,
    PaperPage,
    PapersPage,
)
from netralitas.documents.official.proposing import offered
from netralitas.documents.official.queries import Standing, papers_in
from netralitas.documents.official.sheet import Template
from netralitas.documents.official.writing import as_blocks, as_lines, as_text
from netralitas.web.parts import Crumb
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

NAME = "Naskah resmi"
_ISSUERS = frozenset({INVESTIGATOR, COMMISSIONER})


def may_issue(view: CaseView) -> bool:
    """Say whether the reader issues papers: who investigates, or decides, where it is handled."""
    return bool(_ISSUERS & view.posts(view.dossier.handling()))


async def papers_page(c: Connection, view: CaseView) -> PapersPage:
    """Return the list of papers, and those that the reader may issue."""
    case = view.dossier.id
    offers = offered(Source(view.file.source)) if may_issue(view) else ()
    return PapersPage(
        crumbs=_crumbs(view, NAME),
        title=NAME,
        back=f"/perkara/{case}",
        papers=tuple(
            IssuedLine(
                title=CATALOGUE[line.paper].title,
                number=line.number,
                issued_on=line.issued_on,
                label=CATALOGUE[line.paper].label.value,
                scanned=line.scanned,
                href=f"/perkara/{case}/naskah/{line.id}",
            )
            for line in await papers_in(c, view)
        ),
        templates=None if refusal(view.actor, Permission.KEEP_TEMPLATES) else "/naskah",
        offers=tuple(
            Offer(title=CATALOGUE[code].title, href=f"/perkara/{case}/naskah/baru/{code}")
            for code in sorted(offers, key=list(CATALOGUE).index)
        ),
    )


def issue_page(view: CaseView, code: str, form: IssueForm) -> IssuePage:
    """Return the page of a paper to be issued."""
    paper, base = find_paper(code), f"/perkara/{view.dossier.id}/naskah"
    return IssuePage(
        crumbs=_crumbs(view, paper.title),
        title=paper.title,
        label=paper.label.value,
        form_number=paper.form_in(view.dossier.regime),
        action=f"{base}/baru/{code}",
        back=base,
        form=form,
    )


def paper_page(view: CaseView, found: Standing, form: ScanForm | None = None) -> PaperPage:
    """Return the page of a paper as issued; whoever may issue is asked for the signed scan."""
    paper, base = CATALOGUE[found.paper], f"/perkara/{view.dossier.id}/naskah"
    asked = paper.scannable and found.scan is None and may_issue(view)
    here = f"{base}/{found.id}"
    return PaperPage(
        crumbs=_crumbs(view, paper.title),
        title=paper.title,
        label=paper.label.value,
        number=found.number,
        reason=found.printed_reason,
        office=found.office,
        officer=found.officer,
        template=f"Versi {found.version}" if found.version else "Bawaan sistem",
        issued_on=found.issued_on,
        code=found.code,
        verify=f"{settings.load(secrets=()).public_address}/verifikasi#{found.code}",
        pdf=f"{here}/berkas/pdf",
        docx=f"{here}/berkas/docx",
        scan=f"{here}/berkas/pindaian" if found.scan else None,
        pdf_digest=found.pdf.digest,
        docx_digest=found.docx.digest,
        scan_digest=found.scan.digest if found.scan else None,
        action=f"{here}/pindaian",
        back=base,
        form=(form or ScanForm.blank()) if asked else None,
        no_scan=None if paper.scannable else words.NO_SCAN,
    )


def written(content: Content, view: CaseView, template: Template) -> dict[str, object]:
    """Return what the form of a paper shows at first."""
    signs = content.signatures[-1] if content.signatures else None
    return {
        "on": view.today,
        "subject": content.subject,
        "to": "\n".join(content.to) or None,
        "body": as_text(content.body),
        "signatory_label": signs.label if signs else template.signatory_label,
        "signatory_name": (signs.name if signs else template.signatory_name) or None,
        "copies": "\n".join(content.copies or template.copies) or None,
    }


def issue_of(form: IssueForm, case: int, code: str, proposal: Content) -> Issue:
    """Return what a valid form asks to issue; who signs beside the signatory is as proposed."""
    last = Signature(label=form.signatory_label, name=form.signatory_name or "")
    return Issue(
        case=case,
        paper=code,
        content=Content(
            subject=form.subject,
            to=as_lines(form.to),
            body=as_blocks(form.body),
            signatures=(*proposal.signatures[:-1], last),
            copies=as_lines(form.copies),
            basis=proposal.basis,
        ),
        on=form.on,
        printed=form.printed,
        printed_reason=form.printed_reason,
    )


def _crumbs(view: CaseView, last: str) -> tuple[Crumb, ...]:
    base = f"/perkara/{view.dossier.id}"
    way = (Crumb("Perkara", "/perkara"), Crumb(title(view), base))
    return (
        (*way, Crumb(last)) if last == NAME else (*way, Crumb(NAME, f"{base}/naskah"), Crumb(last))
    )
