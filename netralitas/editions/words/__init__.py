"""Changes of the law in the words of pages."""

from netralitas.editions.words.complaints import complaint
from netralitas.editions.words.faulty import faulty
from netralitas.editions.words.fields import LABELS, field_label
from netralitas.editions.words.moving import difference, moved_to
from netralitas.editions.words.named import KINDS, amount_of, named
from netralitas.editions.words.told import fields_told, further_told, told

__all__ = [
    "KINDS",
    "LABELS",
    "amount_of",
    "complaint",
    "difference",
    "faulty",
    "field_label",
    "fields_told",
    "further_told",
    "moved_to",
    "named",
    "told",
]
