"""The pages of a work plan: by year, one indicator, what feeds it, what is entered for it."""

from netralitas.agreements.plan.routes.entering import (
    FeedController,
    FeedEndController,
    FigureController,
    ProofController,
    WithdrawController,
)
from netralitas.agreements.plan.routes.reading import PlanPageController

CONTROLLERS = (
    PlanPageController,
    FeedController,
    FeedEndController,
    FigureController,
    WithdrawController,
    ProofController,
)
