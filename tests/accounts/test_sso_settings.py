"""The provider in the settings, and what the command line says of officers for it."""

from dataclasses import replace
from typing import Any

import pytest

from netralitas.accounts.sso.configuration import is_issuer, provider_of
from netralitas.accounts.sso.door import door_of
from netralitas.settings import DEMO_SECRET, Settings, SettingsError, load
from tests.accounts.conftest import owner_asks
from tests.accounts.test_cli import ask, environment, prepared
from tests.conftest import Database

__all__ = ["environment"]

NIP = "197405122010011001"
WHOLE = Settings(
    base_url="https://netralitas.example",
    oidc_issuer="https://sso.example/realms/asn",
    oidc_client_id="netralitas",
    oidc_client_secret="rahasia",
    oidc_factor_values="mfa,  gold",
    secret_vault=DEMO_SECRET,
)


def test_a_whole_provider_is_read_and_its_secret_never_shown() -> None:
    provider = provider_of(WHOLE)
    assert provider is not None
    assert provider.redirect == "https://netralitas.example/masuk/sso/kembali"
    assert provider.factor_values == {"mfa", "gold"}
    assert "rahasia" not in repr(provider) + repr(WHOLE)


def test_without_an_issuer_there_is_none() -> None:
    assert door_of(replace(WHOLE, oidc_issuer="")) is None


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"oidc_client_id": ""}, "OIDC_CLIENT_ID"),
        ({"oidc_label": ""}, "OIDC_LABEL"),
        ({"oidc_issuer": "http://sso.example"}, "OIDC_ISSUER"),
        ({"oidc_email_claim": ""}, "OIDC_NIP_CLAIM"),
        ({"oidc_scopes": "email profile"}, "OIDC_SCOPES"),
    ],
)
def test_half_of_one_is_refused_by_the_name_of_what_is_missing(
    changes: dict[str, Any], named: str
) -> None:
    with pytest.raises(SettingsError, match=named):
        door_of(replace(WHOLE, **changes))


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("https://sso.example", True),
        ("https://sso.example:8443/realms/asn", True),
        ("http://127.0.0.1:8080", True),
        ("http://10.0.0.7", False),
        ("https://", False),
        ("https://a:b@sso.example", False),
        ("https://sso.example?x=1", False),
        ("https://sso.example:x", False),
        ("ftp://sso.example", False),
        ("https://[", False),
    ],
)
def test_an_issuer_is_an_address_with_tls_or_on_this_machine(text: str, whether: bool) -> None:
    assert is_issuer(text) is whether


def test_the_settings_come_from_the_environment() -> None:
    lines = {"NETRALITAS_DEMO": "yes", "NETRALITAS_OIDC_ISSUER": "https://sso.example"}
    assert load(lines).oidc_issuer == "https://sso.example"


async def test_a_nip_is_set_sealed_shown_by_its_end_and_is_one_accounts(
    environment: dict[str, str], clone: Database
) -> None:
    environment["NETRALITAS_SECRET_VAULT"] = DEMO_SECRET
    await prepared(environment)
    done = await ask(environment, "nip", "rina", typed="19740512 201001 1 001\n")
    assert done.exit_code == 0, done.output
    assert "NIP of rina set: **************1001." in done.output
    assert NIP not in done.output
    [row] = await owner_asks(clone, "SELECT * FROM officer_nip")
    assert NIP.encode() not in row["nip_cipher"] + row["nip_digest"]
    second = ["--name", "Dewi", "--organisation", "kab", "--title", "Staf", "--role", "auditor"]
    await ask(environment, "add", "dewi", *second)
    for words, typed, said in (
        (("nip", "rina"), "123\n", "A NIP has 18 digits."),
        (("nip", "dewi"), f"{NIP}\n", "This NIP is another account's"),
        (("nip", "dewi", "--remove"), "", "This account has no NIP."),
        (("unlink", "rina"), "", "This account is linked to no identity"),
        (("nip", "siapa"), f"{NIP}\n", "There is no account with this login."),
    ):
        refused = await ask(environment, *words, typed=typed)
        assert refused.exit_code == 2
        assert said in refused.output
    await ask(environment, "nip", "rina", "--remove")
    assert (await ask(environment, "nip", "dewi", typed=f"{NIP}\n")).exit_code == 0
