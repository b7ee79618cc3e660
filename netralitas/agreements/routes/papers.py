"""Papers that are sent for an agreement, kept under their digest."""

from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.storage import Storage
from netralitas.refusals import Invalid
from netralitas.web.forms import Received


async def keep_paper(sent: Received, storage: Storage, largest: int) -> Stored:
    """Return what was kept of a paper; Invalid, about the field `file`, says why it is refused."""
    try:
        return await storage.keep(sent.content, largest)
    except (FileRefused, NotKept) as refused:
        raise Invalid({"file": [refused.reason]}) from refused
