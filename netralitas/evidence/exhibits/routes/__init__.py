"""The pages of evidence, and the files behind them."""

from netralitas.evidence.exhibits.routes.media import MediaController
from netralitas.evidence.exhibits.routes.pieces import PieceController
from netralitas.evidence.exhibits.routes.reading import ExhibitsController
from netralitas.evidence.exhibits.routes.uploading import AddController
from netralitas.evidence.exhibits.routes.using import UseController

CONTROLLERS = (
    ExhibitsController,
    UseController,
    MediaController,
    AddController,
    PieceController,
)
