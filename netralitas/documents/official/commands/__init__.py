"""Commands on official papers, inside the caller's transaction: issued, or shown as a draft."""

from netralitas.documents.official.commands.filing import attach_scan, issue_paper
from netralitas.documents.official.commands.issuing import issue_in, preview
from netralitas.documents.official.commands.templating import NewTemplate, change_template
from netralitas.documents.official.content import (
    Article,
    Block,
    Content,
    Issue,
    Issued,
    Signature,
)

__all__ = [
    "Article",
    "Block",
    "Content",
    "Issue",
    "Issued",
    "NewTemplate",
    "Signature",
    "attach_scan",
    "change_template",
    "issue_in",
    "issue_paper",
    "preview",
]
