"""What is asked about packs; each on the caller's transaction."""

from netralitas.evaluation.packs.queries.content import acting_office, content_of, parties_of
from netralitas.evaluation.packs.queries.listing import packs_page, part_of_pack, scan_of, signable
from netralitas.evaluation.packs.queries.showing import pack_page

__all__ = [
    "acting_office",
    "content_of",
    "pack_page",
    "packs_page",
    "part_of_pack",
    "parties_of",
    "scan_of",
    "signable",
]
