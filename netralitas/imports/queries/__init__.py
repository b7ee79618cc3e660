"""What pages ask about imports and staff lists."""

from netralitas.imports.queries.batches import (
    BatchLine,
    Lists,
    lists_of,
    one_batch,
    remembered_columns,
    same_file,
)
from netralitas.imports.queries.known import digests_of, known_digests, less_known
from netralitas.imports.queries.people import StaffMatch, find_staff, staff_person
from netralitas.imports.queries.tickets import seal_search, unseal_search

__all__ = [
    "BatchLine",
    "Lists",
    "StaffMatch",
    "digests_of",
    "find_staff",
    "known_digests",
    "less_known",
    "lists_of",
    "one_batch",
    "remembered_columns",
    "same_file",
    "seal_search",
    "staff_person",
    "unseal_search",
]
