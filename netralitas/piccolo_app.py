"""The one Piccolo application: all tables, one linear history of migrations."""

from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

ROOT = Path(__file__).parent.parent

FEATURES = (
    "accounts",
    "accounts.second_factor",
    "accounts.people",
    "accounts.sso",
    "agreements",
    "agreements.plan",
    "api",
    "audit",
    "cases",
    "cases.archive",
    "charts",
    "correspondence",
    "discipline.examiners",
    "disposal",
    "documents",
    "documents.official",
    "editions",
    "evaluation",
    "evaluation.packs",
    "evidence",
    "evidence.exhibits",
    "evidence.web",
    "exchange",
    "exchange.forces",
    "imports",
    "imports.cases",
    "intake",
    "investigation.clarification",
    "investigation.preliminary",
    "investigation.plenary",
    "investigation.study",
    "jobs",
    "notices",
    "partners",
    "prevention",
    "prevention.attending",
    "privacy.incidents",
    "privacy.requests",
    "publication",
    "reference",
    "referral.external",
    "referral.packages",
    "service",
    "vault",
    "webhooks",
)

APP_CONFIG = AppConfig(
    app_name="netralitas",
    migrations_folder_path=str(ROOT / "piccolo_migrations"),
    table_classes=table_finder(
        modules=[f"netralitas.{feature}.tables" for feature in FEATURES],
    ),
    migration_dependencies=[],
    commands=[],
)
