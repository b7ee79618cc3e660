"""Changes of the law in the words of pages."""

from netralitas.editions.words.moving import difference, moved_to
from netralitas.editions.words.named import KINDS, amount_of, named
from netralitas.editions.words.told import told

__all__ = ["KINDS", "amount_of", "difference", "moved_to", "named", "told"]
