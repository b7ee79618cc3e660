"""The pages of letters: the register, one letter and the acts on it, the addresses of offices."""

from netralitas.correspondence.routes.addresses import AddressController
from netralitas.correspondence.routes.letter import LetterController
from netralitas.correspondence.routes.register import RegisterController

CONTROLLERS = (RegisterController, LetterController, AddressController)
