"""`/api/v1`: every route of the machine API, behind its tokens."""

from litestar import Controller, Response, Router, get
from litestar.di import NamedDependency

from netralitas.api.call import CALL, Call
from netralitas.api.frame import BearerMiddleware, current_bearer, opened
from netralitas.api.routes.beside import (
    ActivitiesController,
    AgreementsController,
    FiguresController,
)
from netralitas.api.routes.cases import CasesController
from netralitas.api.routes.evidence import EvidenceController, PapersController
from netralitas.api.routes.packages import PackagesController
from netralitas.api.routes.writing import WritingController
from netralitas.api.shapes.token import TokenShape
from netralitas.language import Phrase, as_source
from netralitas.settings import Settings

PATH = "/api/v1"


class TokenSelfController(Controller):
    """What a token is."""

    path = "/token"
    tags = ("Token",)

    @get(summary="Get what this token is", operation_id="getToken")
    async def show(self, call: NamedDependency[Call]) -> Response[TokenShape]:
        """Return whose token it is, as what it acts, and what it opens."""
        actor, bearer = call.actor, current_bearer(call.request)
        return call.answer(
            TokenShape(
                system=actor.name,
                organisation=actor.organisation_name,
                roles=tuple(sorted(role.value for role in actor.roles)),
                scopes=tuple(sorted(scope.value for scope in bearer.scopes)),
            )
        )


CONTROLLERS = (
    TokenSelfController,
    CasesController,
    WritingController,
    PapersController,
    EvidenceController,
    PackagesController,
    ActivitiesController,
    AgreementsController,
    FiguresController,
)


def api_router(settings: Settings) -> Router:
    """Return the API. No cookie means anything in it, so that no other site can use one."""
    return Router(
        path=PATH,
        route_handlers=list(CONTROLLERS),
        middleware=[BearerMiddleware(settings)],
        guards=[opened],
        dependencies=CALL,
        opt={"no_session": True, "no_origin_check": True},
        type_encoders={Phrase: as_source},
    )
