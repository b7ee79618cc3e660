"""From the settings to the provider: all of it, or none."""

from typing import Final
from urllib.parse import urlencode, urlsplit

import msgspec

from netralitas.accounts.sso.domain import Provider
from netralitas.settings import PREFIX, Settings, SettingsError
from netralitas.web.fragments import local_path

START: Final = "/masuk/sso"
RETURN: Final = "/masuk/sso/kembali"
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class OtherDoor(msgspec.Struct, frozen=True, kw_only=True):
    """What the sign-in page says of the provider: what it is called, and where its button leads."""

    label: str
    address: str


def other_door(settings: Settings, goal: str | None = None) -> OtherDoor | None:
    """Return what the button is, on the way to a page of ours; None without a provider."""
    if not settings.oidc_issuer:
        return None
    wanted = local_path(goal, "")
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return OtherDoor(label=settings.oidc_label, address=f"{START}{query}")


def provider_of(settings: Settings) -> Provider | None:
    """Return the provider of the settings, None when none is set; SettingsError says what is wrong.

    Without TLS it may be on this same machine only, as in tests.
    """
    issuer = settings.oidc_issuer
    if not issuer:
        return None
    if not settings.oidc_client_id or not settings.oidc_label:
        missing = "OIDC_CLIENT_ID" if not settings.oidc_client_id else "OIDC_LABEL"
        raise SettingsError(f"{PREFIX}{missing} is not set; {PREFIX}OIDC_ISSUER needs it.")
    if not is_issuer(issuer):
        raise SettingsError(f"{PREFIX}OIDC_ISSUER must be such as https://sso.example/realms/asn.")
    if not settings.oidc_email_claim and not settings.oidc_nip_claim:
        both = f"{PREFIX}OIDC_EMAIL_CLAIM or {PREFIX}OIDC_NIP_CLAIM"
        raise SettingsError(f"Set {both}: by one of them an account is known.")
    if "openid" not in settings.oidc_scopes.split():
        raise SettingsError(f"{PREFIX}OIDC_SCOPES must contain openid.")
    return Provider(
        issuer=issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        label=settings.oidc_label,
        scopes=settings.oidc_scopes,
        email_claim=settings.oidc_email_claim,
        nip_claim=settings.oidc_nip_claim,
        factor_values=frozenset(settings.oidc_factor_values.replace(",", " ").split()),
        redirect=settings.base_url.rstrip("/") + RETURN,
    )


def is_issuer(text: str) -> bool:
    """Say whether an address can be an issuer: https, or http on this machine; no query."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username or parts.query or parts.fragment or not text.isascii():
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
