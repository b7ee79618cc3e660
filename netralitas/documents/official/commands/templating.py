"""A template changed: a new version beside the old ones, and an event that says so."""

from dataclasses import dataclass

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.database.transactions import writing
from netralitas.documents.official import store
from netralitas.documents.official.catalogue import find_paper
from netralitas.documents.official.sheet import Template
from netralitas.refusals import Stale

CHANGED = "papers.template_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTemplate:
    """A version as it is to be: of which paper, made from which version, what it says."""

    paper: str
    after: int
    template: Template


async def change_template(actor: Actor, new: NewTemplate) -> int:
    """Return the number of the version by which the actor's office words this paper from now on.

    Papers that were issued keep theirs. Raises NotAllowed, NotVisible (no such paper), Stale
    (somebody changed it since the form was opened).
    """
    may(actor, Permission.KEEP_TEMPLATES)
    paper = find_paper(new.paper)
    async with writing(actor) as c:
        version = new.after + 1
        made = await store.add_template(c, actor, paper.code, version, new.template, clock.now())
        if made is None:
            raise Stale(
                "Templat ini diubah orang lain sejak Anda membukanya. Buka lagi, lalu ubah."
            )
        await happened(c, actor, CHANGED, paper=paper.code, version=version)
    return version
