"""By what the tests open an identity."""

from netralitas.law import book
from netralitas.vault.opening import Opening
from tests.make import KEYS

OPENING = Opening(book=book.load(), keys=KEYS, minutes=60)
