"""Pages of people: the administrator's, those of one's own desk, and where a code is used."""

from netralitas.accounts.people.routes.acts import ActsController
from netralitas.accounts.people.routes.listing import PeopleController
from netralitas.accounts.people.routes.redeeming import AskController, RedeemController
from netralitas.accounts.people.routes.requests import RequestsController
from netralitas.accounts.people.routes.standing_in import StandInController

CONTROLLERS = (
    PeopleController,
    ActsController,
    RequestsController,
    RedeemController,
    AskController,
    StandInController,
)
