"""Acts on packs: asked for, made by the worker, signed by both parties."""

from netralitas.evaluation.packs.commands.asking import MAKE, ask_pack, draw_charts
from netralitas.evaluation.packs.commands.making import Maker, gathered
from netralitas.evaluation.packs.commands.signing import Signing, sign_pack

__all__ = ["MAKE", "Maker", "Signing", "ask_pack", "draw_charts", "gathered", "sign_pack"]
