"""The pages of the register of addresses, and of the captures of a case."""

from typing import Final

from netralitas.evidence.web.routes.acting import AddressController
from netralitas.evidence.web.routes.of_case import CaseCaptureController
from netralitas.evidence.web.routes.register import RegisterController

CONTROLLERS: Final = (RegisterController, AddressController, CaseCaptureController)

__all__ = ["CONTROLLERS"]
