"""A file that was sent for an activity, kept under its digest; of an image also a copy to show."""

from anyio import to_thread

from netralitas.evidence.domain import FileRefused, NotKept
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import VIEWED, view_copy
from netralitas.prevention.commands import Kept
from netralitas.prevention.forms import LARGEST
from netralitas.refusals import Invalid
from netralitas.web.forms import Received


async def keep(sent: Received, storage: Storage) -> Kept:
    """Return what was kept of a file that was sent.

    An image is drawn anew before anything is kept: one that cannot be is refused whole. Invalid,
    about the field `file`, says why a file is refused.
    """
    try:
        copy = None
        if sent.kind.value in VIEWED:
            copy = await to_thread.run_sync(view_copy, sent.content.read())
            sent.content.seek(0)
        file = await storage.keep(sent.content, LARGEST)
        view = await storage.keep(copy, LARGEST) if copy is not None else None
    except (FileRefused, NotKept) as refused:
        raise Invalid({"file": [refused.reason]}) from refused
    return Kept(file=file, view=view)
