"""Which sites are served, and what each of them needs."""

import base64
from pathlib import Path

import pytest
from click.testing import CliRunner

from netralitas import settings as settings_module
from netralitas.cli import main
from netralitas.serve import YIELDING, Listening, Sites, check_addresses, serve_sites
from netralitas.settings import OF_THE_PUBLIC_SITE, Settings, SettingsError, load
from tests.programs import free_port, run

SECRET = base64.b64encode(bytes(range(32))).decode()
NOWHERE = "postgresql://nobody@127.0.0.1:1/nowhere"


@pytest.mark.parametrize(
    ("sites", "given", "missing"),
    [
        (Sites.BOTH, {}, "NETRALITAS_APP_DSN is not set."),
        (Sites.BOTH, {"public_dsn": NOWHERE}, "NETRALITAS_APP_DSN is not set."),
        (Sites.BOTH, {"app_dsn": NOWHERE}, "serve the staff site alone with --staff-only."),
        (Sites.STAFF, {"public_dsn": NOWHERE}, "NETRALITAS_APP_DSN is not set."),
        (Sites.PUBLIC, {"app_dsn": NOWHERE}, "NETRALITAS_PUBLIC_DSN is not set."),
    ],
)
def test_a_site_without_its_database_is_refused(
    sites: Sites, given: dict[str, str], missing: str
) -> None:
    with pytest.raises(SettingsError, match=missing):
        check_addresses(Settings(**given), sites)  # type: ignore[arg-type]  # names of addresses


@pytest.mark.parametrize(
    ("sites", "given"),
    [
        (Sites.BOTH, {"app_dsn": NOWHERE, "public_dsn": NOWHERE}),
        (Sites.STAFF, {"app_dsn": NOWHERE}),
        (Sites.PUBLIC, {"public_dsn": NOWHERE}),
    ],
)
def test_one_site_needs_its_own_database_only(sites: Sites, given: dict[str, str]) -> None:
    check_addresses(Settings(**given), sites)  # type: ignore[arg-type]  # names of addresses


def test_the_public_site_alone_needs_the_secret_of_receipts_and_no_other() -> None:
    given = {"NETRALITAS_PUBLIC_DSN": NOWHERE, "NETRALITAS_SECRET_RECEIPT": SECRET}
    assert load(given, secrets=OF_THE_PUBLIC_SITE).public_dsn == NOWHERE
    with pytest.raises(SettingsError, match="NETRALITAS_SECRET_VAULT"):
        load(given)
    with pytest.raises(SettingsError, match="NETRALITAS_SECRET_RECEIPT"):
        load({"NETRALITAS_PUBLIC_DSN": NOWHERE}, secrets=OF_THE_PUBLIC_SITE)


def test_the_two_options_exclude_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_module, "_adopted", {})
    said = CliRunner().invoke(main, ["serve", "--public-only", "--staff-only"])
    assert said.exit_code == 2
    assert "--public-only and --staff-only exclude each other" in said.stderr


def test_the_public_site_alone_is_refused_a_place_where_nobody_can_listen() -> None:
    given = {"NETRALITAS_PUBLIC_DSN": NOWHERE, "NETRALITAS_SECRET_RECEIPT": SECRET}
    ran = run("serve", "--public-only", "--host", "192.0.2.1", environment=given)
    assert ran.code == 2
    assert "192.0.2.1" in ran.err
    assert "SECRET" not in ran.err


@pytest.mark.parametrize(("sites", "given"), [(Sites.PUBLIC, [YIELDING]), (Sites.STAFF, [])])
def test_the_public_site_alone_gives_way_to_those_who_move_cases(
    sites: Sites, given: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("netralitas.serve.os.nice", asked.append)
    monkeypatch.setattr("netralitas.serving.MPServer.serve", lambda _: None)
    settings = Settings(data=tmp_path, app_dsn="app", public_dsn="public")
    serve_sites(settings, sites, Listening(port=free_port()))
    assert asked == given
