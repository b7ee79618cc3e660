"""`/perkara/{id}/berkas/{package}`: what was handed over, and what goes to a receiver outside."""

from netralitas.referral.packages.routes.making import MakingController
from netralitas.referral.packages.routes.showing import PackageController

CONTROLLERS = (PackageController, MakingController)

__all__ = ["CONTROLLERS"]
