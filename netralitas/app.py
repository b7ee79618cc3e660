"""The staff site, composed: routes, dependencies, layers, life span."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.di import NamedDependency, Provide

from netralitas.access.guards import provide_actor, signed_in
from netralitas.accounts.middleware import SessionMiddleware, held_session
from netralitas.accounts.people.routes import CONTROLLERS as PEOPLE
from netralitas.accounts.routes import CONTROLLERS as ACCOUNTS
from netralitas.accounts.second_factor.required import roles_required
from netralitas.accounts.second_factor.routes import CONTROLLERS as SECOND_FACTOR
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.sso.door import door_of
from netralitas.accounts.sso.routes import CONTROLLERS as SSO
from netralitas.agreements.plan.routes import CONTROLLERS as WORK_PLAN
from netralitas.agreements.routes import CONTROLLERS as AGREEMENTS
from netralitas.api.routes import CONTROLLERS as MACHINES
from netralitas.api.routes import api_router
from netralitas.cases.nip import NipSealer
from netralitas.cases.routes import CONTROLLERS as CASES
from netralitas.correspondence.routes import CONTROLLERS as CORRESPONDENCE
from netralitas.database.engine import ENGINE
from netralitas.discipline.routes import CONTROLLERS as DISCIPLINE
from netralitas.disposal.routes import CONTROLLERS as DISPOSAL
from netralitas.documents.official.routes import CONTROLLERS as PAPERS
from netralitas.editions.current import LAW
from netralitas.editions.routes import CONTROLLERS as EDITIONS
from netralitas.evaluation.routes import CONTROLLERS as EVALUATION
from netralitas.evidence.exhibits.routes import CONTROLLERS as EVIDENCE
from netralitas.evidence.integrity.routes import CONTROLLERS as INTEGRITY
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.routes import CONTROLLERS as WEB_EVIDENCE
from netralitas.exchange.routes import CONTROLLERS as EXCHANGE
from netralitas.framing import Framing
from netralitas.health import alive, front, ready
from netralitas.imports.routes import CONTROLLERS as IMPORTS
from netralitas.imports.waiting import Waiting
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox.message_routes import CONTROLLERS as MESSAGES
from netralitas.intake.inbox.routes import CONTROLLERS as INBOX
from netralitas.intake.routes import CONTROLLERS as INTAKE
from netralitas.intake.sealing import ReceiptSealer
from netralitas.investigation.clarification.routes import CONTROLLERS as CLARIFICATION
from netralitas.investigation.plenary.routes import CONTROLLERS as PLENARY
from netralitas.investigation.preliminary.routes import CONTROLLERS as PRELIMINARY
from netralitas.investigation.study.routes import CONTROLLERS as STUDY
from netralitas.law.book import RuleBook
from netralitas.law.entries import LawData
from netralitas.legislation.routes import CONTROLLERS as LEGISLATION
from netralitas.notices.routes import CONTROLLERS as NOTICES
from netralitas.partners.routes import CONTROLLERS as PARTNERS
from netralitas.partners.sealing import PartnerSealer
from netralitas.prevention.attending.routes import CONTROLLERS as ATTENDING
from netralitas.prevention.routes import CONTROLLERS as PREVENTION
from netralitas.privacy.incidents.routes import CONTROLLERS as INCIDENTS
from netralitas.privacy.inventory.routes import CONTROLLERS as INVENTORY
from netralitas.privacy.requests.routes import CONTROLLERS as DATA_REQUESTS
from netralitas.publication.commands import PROTECTION
from netralitas.referral.external.routes import ExternalController
from netralitas.referral.packages.routes import CONTROLLERS as PACKAGES
from netralitas.service.routes import CONTROLLERS as SERVICE
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose
from netralitas.vault.routes import CONTROLLERS as VAULT
from netralitas.web.errors import EXCEPTION_HANDLERS
from netralitas.web.headers import SecurityHeaders
from netralitas.web.origin import OriginCheck
from netralitas.web.request import PageRequest
from netralitas.web.static import static_router
from netralitas.web.styleguide import styleguide_router
from netralitas.web.templates import mark_demo
from netralitas.web.visit import provide_visit
from netralitas.webhooks.routes import CONTROLLERS as WEBHOOKS
from netralitas.webhooks.sealing import WebhookSealer
from netralitas.worklist.routes import CONTROLLERS as WORKLIST

MEGABYTE = 1024 * 1024
POOL_SIZE = 10
COMPRESSION = CompressionConfig(backend="gzip", minimum_size=1000, exclude_opt_key="as_it_is")

HANDLERS: Final = (
    alive,
    ready,
    front,
    *ACCOUNTS,
    *AGREEMENTS,
    *WORK_PLAN,
    *EXCHANGE,
    *ATTENDING,
    *CASES,
    *CLARIFICATION,
    *CORRESPONDENCE,
    *DATA_REQUESTS,
    *DISCIPLINE,
    *DISPOSAL,
    *EDITIONS,
    *EVALUATION,
    *EVIDENCE,
    *IMPORTS,
    *INBOX,
    *INCIDENTS,
    *INTAKE,
    *INTEGRITY,
    *INVENTORY,
    *MESSAGES,
    *NOTICES,
    *LEGISLATION,
    *MACHINES,
    *PACKAGES,
    *PAPERS,
    *PARTNERS,
    *PEOPLE,
    ExternalController,
    *PRELIMINARY,
    *PLENARY,
    *PREVENTION,
    *SECOND_FACTOR,
    *SERVICE,
    *SSO,
    *STUDY,
    *VAULT,
    *WEB_EVIDENCE,
    *WEBHOOKS,
    *WORKLIST,
)
"""Every page and file of the staff site."""


def create_app(settings: Settings, *, open_engine: bool = True) -> Litestar:
    """Return the staff site. `open_engine` False: the engine is open already and stays open."""
    mark_demo(demo=settings.demo)
    roles_required(settings)
    PROTECTION.threshold = settings.protection_threshold
    return Litestar(
        route_handlers=[
            *HANDLERS,
            api_router(settings),
            static_router(),
            *([styleguide_router()] if settings.demo else []),
        ],
        dependencies=_dependencies(settings),
        guards=[signed_in],
        middleware=[
            OriginCheck(frozenset({settings.base_url})),
            SessionMiddleware(settings),
        ],
        exception_handlers=EXCEPTION_HANDLERS,
        before_send=[SecurityHeaders(https=settings.https)],
        lifespan=[_life(settings)] if open_engine else [],
        request_max_body_size=settings.upload_megabytes * MEGABYTE,
        request_class=PageRequest,
        compression_config=COMPRESSION,
        logging_config=None,
        openapi_config=None,
    )


def keys(settings: Settings, purpose: Purpose) -> Keys:
    """Return the keys of one purpose: the present one, and older ones that still open."""
    return Keys.derive(purpose, settings.vault_key_id, settings.vault_secrets())


def receipt_sealer(settings: Settings) -> ReceiptSealer:
    """Return what seals the codes of receipts and knows them again."""
    return ReceiptSealer(keys=keys(settings, Purpose.RECEIPT), secret=settings.secret("receipt"))


def _dependencies(settings: Settings) -> dict[str, Provide]:
    storage = Storage.of(settings)
    framing = Framing(settings)
    vault_keys = keys(settings, Purpose.IDENTITY)
    receipts = receipt_sealer(settings)
    sealer = NipSealer(keys=keys(settings, Purpose.NIP), secret=settings.secret("index"))
    return {
        "actor": Provide(provide_actor),
        "frame": Provide(framing.provide),
        "make_frame": _constant(framing.provide),
        "visit": Provide(provide_visit),
        "settings": _constant(settings),
        "law": Provide(provide_law),
        "follow_law": _constant(LAW.follow),
        "book": Provide(provide_book),
        "storage": _constant(storage),
        "vault_keys": _constant(vault_keys),
        "receipts": _constant(receipts),
        "draft_keys": _constant(keys(settings, Purpose.DRAFT)),
        "office_keys": _constant(OfficeKeys(keys=keys(settings, Purpose.INBOX))),
        "sealer": _constant(sealer),
        "waiting": _constant(Waiting(settings.data / "waiting", keys(settings, Purpose.DRAFT))),
        "partner_sealer": _constant(PartnerSealer(keys=keys(settings, Purpose.PARTNER))),
        "webhook_sealer": _constant(WebhookSealer(keys=keys(settings, Purpose.WEBHOOK))),
        "sso": _constant(door_of(settings)),
        "factor_sealer": _constant(FactorSealer(keys=keys(settings, Purpose.SECOND_FACTOR))),
    }


async def provide_law(request: PageRequest) -> LawData:
    """Return the law in force when the session was looked up, as the dependency `law`."""
    return await LAW.at_least(held_session(request).law_edition)


async def provide_book(law: NamedDependency[LawData]) -> RuleBook:
    """Return its rules and calendar, as the dependency `book`."""
    return law.book


def _constant(value: object) -> Provide:
    async def provide() -> object:
        return value

    return Provide(provide)


def _life(settings: Settings) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(_: Litestar) -> AsyncIterator[None]:
        await ENGINE.open(settings.app_dsn, size=POOL_SIZE, application="netralitas web")
        try:
            yield
        finally:
            await ENGINE.close()

    return life
